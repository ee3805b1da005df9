"""The one value that the window's parts render."""

from __future__ import annotations

from dataclasses import dataclass, field

from nti_desktop.diffusion.sources import ModelDescription
from nti_desktop.document.photo import Crop
from nti_desktop.document.state import EditRecord, PausedInversion, Project
from nti_desktop.engine.requests import EditParameters, Request
from nti_desktop.ui.jobs.pace import Means
from nti_desktop.ui.jobs.progress import JobProgress
from nti_desktop.ui.settings import Settings


@dataclass(frozen=True, eq=False)
class WindowState:
    """What there is to be seen; each part takes what it needs from it.

    Attributes:
        project: photo, caption, inversions, edits, draft.
        name: what the project is called; "" without a photo.
        unsaved: whether closing now would lose work.
        job: the running job; it goes on changing between two states.
        waiting: the jobs behind it, next one first.
        requests: all that the jobs still ask for, in order.
        inverting: whether an inversion with the project's caption runs or waits.
        model: the project's model; None until its description is read.
        crop: the part of the photo that the model sees, or would see.
        paused: the paused inversion that is offered to go on with.
        draft: the edit being composed.
        trial: an edit that is shown but not in the history; None when there is none.
        can_apply: whether the draft has something that the edit shown does not have.
        coming: whether the draft's edit is being made or waits.
        has_changes: whether the draft differs from the inversion's caption.
        means: what this computer has to compute with; None before that was worth finding out.
        can_place_crop: whether nothing was made of the crop yet.
    """

    project: Project
    settings: Settings
    name: str = ""
    unsaved: bool = False
    can_undo: bool = False
    can_redo: bool = False
    job: JobProgress | None = None
    waiting: tuple[JobProgress, ...] = ()
    requests: tuple[Request, ...] = ()
    inverting: bool = False
    model: ModelDescription | None = None
    means: Means | None = None
    crop: Crop | None = None
    draft: EditParameters = field(default_factory=lambda: EditParameters(""))
    trial: EditRecord | None = None
    can_apply: bool = False
    coming: bool = False
    has_changes: bool = False
    can_place_crop: bool = False
    paused: PausedInversion | None = None

    @property
    def edit(self) -> EditRecord | None:
        """The edit that is shown, be it kept or a trial."""
        return self.trial or self.project.edit

    @property
    def running(self) -> bool:
        """Whether a job is under way."""
        return self.job is not None
