"""Composing edits: the draft, what it takes to make it, trials that are not kept, and what comes of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from nti_desktop.document.document import Document
from nti_desktop.document.state import EditMasks, EditRecord, Project, masks_of
from nti_desktop.engine.protocol import Engine
from nti_desktop.engine.requests import EditParameters, EditRequest
from nti_desktop.engine.results import EditResult, Inversion
from nti_desktop.ui.caption.draft import has_changes
from nti_desktop.ui.caption.wording import describe_changes
from nti_desktop.ui.jobs.jobs import Jobs
from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.settings import Settings, SettingsStore
from nti_desktop.ui.tasks import Tasks

NOTHING_TO_APPLY = noop("Nothing is changed yet: click a word to replace it or to change its weight.")
INVERSION_GONE = noop(
    "The inversion that the edit was made from is no longer there, so the edit was dropped."
)


class EditSession(QObject):
    """The document and the jobs, as far as edits go.

    Signals:
        changed: what is to be seen is another now.
        problem: (sentence, details) for the message bar.
        applied: an edit was added.

    Attributes:
        made_with: a model's fingerprint -> what a project calls it.
        trial: an edit that is shown but not kept in the history; None when there is none.
        claimed: requests whose results someone else takes; they do not go into the history by themselves.
    """

    changed = Signal()
    problem = Signal(str, str)
    applied = Signal()

    def __init__(self, document: Document, engine: Engine, tasks: Tasks, store: SettingsStore) -> None:
        super().__init__()
        self.document = document
        self.tasks = tasks
        self.store = store
        self.jobs = Jobs(engine)
        self.made_with: dict[str, str] = {}
        self.trial: EditRecord | None = None
        self.claimed: set[EditRequest] = set()
        self.jobs.edited.connect(self._edited)

    @property
    def settings(self) -> Settings:
        """What the person chose."""
        return self.store.value

    @property
    def draft(self) -> EditParameters:
        """The edit being composed; before any change it is the caption itself."""
        project = self.document.project
        return project.draft or EditParameters(project.caption)

    @property
    def can_apply(self) -> bool:
        """Whether there is something to change that the edit shown does not have yet."""
        shown = self.document.project.edit
        if not self.has_changes or self.is_coming:
            return False
        return shown is None or not self.is_draft(shown)

    @property
    def is_coming(self) -> bool:
        """Whether the edit that the draft asks for runs or waits, and will be kept."""
        return self._is_asked_for(self.draft)

    @property
    def shows_draft(self) -> bool:
        """Whether there is a trial, and it is what the draft asks for."""
        return self.trial is not None and self.is_draft(self.trial)

    @property
    def has_changes(self) -> bool:
        """Whether there is an inversion, and the draft differs from its caption."""
        inversion = self.document.project.inversion
        return inversion is not None and has_changes(inversion.caption, self.draft)

    def apply(self) -> None:
        """Make the edited photo from the draft."""
        project = self.document.project
        if project.inversion is None:
            return
        if not self.can_apply:
            self.problem.emit(tr(NOTHING_TO_APPLY), "")
            return
        if self.shows_draft:
            self.keep_trial()
            return
        request = self.edit_request(self.draft)
        if request is not None:
            self.jobs.add(request, describe_changes(project.inversion.caption, self.draft))

    def edit_request(self, parameters: EditParameters) -> EditRequest | None:
        """What makes an edit of the active inversion, with the draft's masks; None without an inversion."""
        project = self.document.project
        if project.inversion is None:
            return None
        masks = project.draft_masks or EditMasks()
        return EditRequest(
            project.inversion,
            parameters,
            self.model_of(project.inversion),
            mask=masks.own,
            added=masks.added,
            subtracted=masks.subtracted,
            device=self.settings.device,
            previews=True,
            memory=self.settings.memory,
        )

    def model_of(self, inversion: Inversion) -> str:
        """The model that made an inversion, which need not be the project's present one."""
        return self.made_with.get(inversion.model.fingerprint, self.document.project.model)

    @property
    def shown(self) -> Project:
        """The project with the trial, if there is one, as its latest edit, which is shown."""
        project, trial = self.document.project, self.trial
        if trial is None:
            return project
        return replace(project, edits=(*project.edits, trial), current_edit=trial.id)

    def set_trial(self, trial: EditRecord | None) -> None:
        """Show an edit without keeping it, or no longer."""
        if trial is not self.trial:
            self.trial = trial
            self.changed.emit()

    def keep_trial(self) -> None:
        """Put the trial into the history."""
        trial, self.trial = self.trial, None
        if trial is not None:
            self.document.add_edit(
                trial.parameters, trial.result, trial.inversion_id, trial.stacked, trial.masks
            )
            self.applied.emit()

    def select_edit(self, edit_id: str | None) -> None:
        """Show an edit, or the photo itself."""
        self.document.select_edit(edit_id)

    def _is_asked_for(self, parameters: EditParameters) -> bool:
        """Whether this edit of the active inversion runs or waits, and will be kept."""
        wanted = self.edit_request(parameters)
        kept = (r for r in self.jobs.requests if isinstance(r, EditRequest) and r not in self.claimed)
        return wanted is not None and any(_same(request, wanted) for request in kept)

    def is_draft(self, edit: EditRecord) -> bool:
        """Whether an edit is what the draft asks for."""
        return edit.parameters == self.draft and edit.masks is self.document.project.draft_masks

    def _is_drafted(self, request: EditRequest) -> bool:
        """Whether a request still is what the draft asks for."""
        wanted = self.edit_request(self.draft)
        return wanted is not None and _same(replace(request, stacked=()), wanted)

    @Slot(object, object)
    def _edited(self, request: EditRequest, result: EditResult) -> None:
        if request in self.claimed:
            return
        project = self.document.project
        source = next((r.id for r in project.inversions if r.inversion is request.inversion), None)
        if source is None:
            self.problem.emit(tr(INVERSION_GONE), "")
            return
        self.document.add_edit(
            request.parameters,
            result,
            source,
            request.stacked,
            masks_of(request),
            keep_draft=not self._is_drafted(request),
            show=source == project.active_inversion,
        )
        self.applied.emit()


def _same(one: EditRequest, other: EditRequest) -> bool:
    """Whether two requests ask for the same picture."""
    masks = ((one.mask, other.mask), (one.added, other.added), (one.subtracted, other.subtracted))
    is_same_source = one.inversion is other.inversion and one.parameters == other.parameters
    return is_same_source and one.stacked == other.stacked and all(a is b for a, b in masks)
