"""The document: a project being edited, its history, its file and those who watch it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from nti_desktop.document.changes import (
    going_on_from,
    new_id,
    paused_of,
    with_first_crop,
    with_model,
    with_paused,
    without_inversion,
    without_paused,
    work_of,
)
from nti_desktop.document.container import load_project, save_project
from nti_desktop.document.crop import Crop
from nti_desktop.document.editing import EditedProject
from nti_desktop.document.history import History
from nti_desktop.document.photo import Photo
from nti_desktop.document.state import InversionRecord, Project
from nti_desktop.engine.requests import InvertRequest
from nti_desktop.engine.results import Inversion, PartialInversion
from nti_desktop.errors import PhotoError, ProjectError


class Document(EditedProject):
    """One project with undo, a file and observers.

    Every method that changes something tells the observers once, and only if something did change.

    Attributes:
        path: the file it was loaded from or saved to.
    """

    def __init__(self) -> None:
        super().__init__()
        self.path: Path | None = None
        self._saved = self.project

    @property
    def changed(self) -> bool:
        """Whether there is work that the file does not hold; looking at another edit is none."""
        return work_of(self.project) != work_of(self._saved)

    def new(self) -> None:
        """Start an empty project with the same model."""
        self._start(Project(model=self.project.model), None)

    def open_photo(self, photo: Photo, caption: str = "") -> None:
        """Start a project with a photo; it counts as unchanged until something is done with it."""
        self._start(Project(photo=photo, caption=caption, model=self.project.model), None)

    def load(self, path: str | Path) -> None:
        """Read a project.

        Raises:
            ProjectError: it cannot be read; the document stays as it was.
        """
        self.adopt(load_project(Path(path)), Path(path))

    def save(self, path: str | Path | None = None) -> None:
        """Write the project to `path`, or to where it came from.

        Raises:
            ProjectError: it cannot be written; an old file and the unsaved state are kept.
        """
        target = self.path if path is None else Path(path)
        if target is None:
            raise ProjectError("The project has no file yet; choose where to save it.")
        save_project(self.project, target)
        self.mark_saved(self.project, target)

    def adopt(self, project: Project, path: Path | None, *, saved: bool = True) -> None:
        """Go on with a project that was read elsewhere, such as in a thread.

        Args:
            path: of its file.
            saved: whether the file holds all of it; else it counts as changed until it is saved.
        """
        self._start(project, path, saved)

    def mark_saved(self, project: Project, path: Path) -> None:
        """Note that `project`, which may be older than the present state, was written to `path`."""
        self._saved, self.path = project, path
        self._history.close_step()
        self._tell()

    def set_crop(self, crop: Crop) -> None:
        """Choose the part of the photo that the model sees; inversions and edits of another part go (undo
        brings them back). The first choice is no step of the history.

        Raises:
            PhotoError: there is no photo, or the crop does not lie inside it.
        """
        photo = self.project.photo
        if photo is None or not crop.inside(photo.size):
            raise PhotoError("The crop does not lie inside the photo; choose another.")
        if crop == self.project.crop:
            return
        project = replace(self.project, crop=crop, paused_inversions=())
        if self.project.crop is None:
            model = self.project.model
            self._history.amend(lambda state: with_first_crop(state, photo, model, crop))
            self._tell()
            return
        if self.project.inversions:
            project = replace(project, inversions=(), active_inversion=None, edits=())
            project = replace(project, current_edit=None, draft=None, draft_masks=None)
        self._change(project, "crop")

    def set_caption(self, caption: str) -> None:
        """Take over the caption as typed; an inversion made with it becomes active, no other stays so."""
        record = self.project.inversion_for_caption(caption)
        active = None if record is None else record.id
        if caption == self.project.caption and (active is None or self.project.inversion is not None):
            return
        project = replace(self.project, caption=caption, active_inversion=active)
        if active != self.project.active_inversion:
            project = replace(project, draft=None, draft_masks=None)
        self._change(project, "caption")

    def set_model(self, model: str, fingerprint: str = "") -> None:
        """Use another model from now on; inversions stay with the model that made them.

        Args:
            fingerprint: the model's; its latest inversion with the caption becomes active, no other stays so.
        """
        if model != self.project.model:
            self._change(with_model(self.project, model, fingerprint))

    def add_inversion(self, inversion: Inversion, model: str = "") -> str:
        """Keep an inversion and make it active; its caption becomes the project's. Returns its id.

        Args:
            model: what the project called the model that made it; "" for the present one.
        """
        record = InversionRecord(new_id(), inversion)
        # what is done need not be gone on with, whatever is undone
        self._amend(model or self.project.model, lambda state: without_paused(state, inversion.caption))
        known = self.project.inversion
        same = known is not None and known.caption == inversion.caption
        project = replace(
            self.project,
            caption=inversion.caption,
            inversions=(*self.project.inversions, record),
            active_inversion=record.id,
            current_edit=None,
            draft=self.project.draft if same else None,
            draft_masks=self.project.draft_masks if same else None,
        )
        self._change(project)
        return record.id

    def select_inversion(self, inversion_id: str) -> None:
        """Go on from another inversion, where it was left: at the latest edit made from it.

        Raises:
            ProjectError: there is no such inversion.
        """
        record = self._inversion(inversion_id)
        if inversion_id != self.project.active_inversion:
            self._change(going_on_from(self.project, record), "select")

    def delete_inversion(self, inversion_id: str) -> None:
        """Drop an inversion and the edits made from it; if it was active, its neighbour becomes so.

        Raises:
            ProjectError: there is no such inversion.
        """
        self._inversion(inversion_id)
        self._change(without_inversion(self.project, inversion_id))

    def set_paused(self, request: InvertRequest, partial: PartialInversion | None) -> None:
        """Keep what a stopped inversion of the present photo and crop had done, and no longer what an earlier
        one of that caption had; with None, neither. No step of the history, of which the states with the
        request's model have it: with another one it could not go on."""
        if partial is None:
            self._amend(request.model, lambda state: without_paused(state, request.caption))
        else:
            crop, paused = self.project.crop, paused_of(request, partial)
            self._amend(
                request.model, lambda state: with_paused(state, paused) if state.crop == crop else state
            )
        self._tell()

    def forget_paused(self, caption: str) -> None:
        """Let go what a stopped inversion of that caption had done; undo brings it back."""
        if any(paused.caption == caption for paused in self.project.paused_inversions):
            self._change(without_paused(self.project, caption))

    def _start(self, project: Project, path: Path | None, saved: bool = True) -> None:
        self._history = History(project)
        self._saved, self.path = project if saved else Project(), path
        self._tell()

    def _amend(self, model: str, change: Callable[[Project], Project]) -> None:
        """Change all states of the present photo that have that model, without a step to go back."""
        photo = self.project.photo
        self._history.amend(lambda s: change(s) if s.photo is photo and s.model == model else s)

    def _inversion(self, inversion_id: str) -> InversionRecord:
        found = next((r for r in self.project.inversions if r.id == inversion_id), None)
        if found is None:
            raise ProjectError("The project no longer has that caption; choose another.")
        return found
