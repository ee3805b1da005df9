"""What the window can do with the document: describe, invert, edit, select, undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from nti_desktop.diffusion.prompts import words_of
from nti_desktop.diffusion.sources import ModelDescription, describe_model
from nti_desktop.document.document import Document
from nti_desktop.document.photo import Crop, Photo, default_crop, working_image
from nti_desktop.document.state import EditMasks, EditRecord, Project, masks_of
from nti_desktop.engine.events import Failed
from nti_desktop.engine.protocol import Engine
from nti_desktop.engine.requests import EditParameters, EditRequest, InvertRequest, Request
from nti_desktop.engine.results import EditResult, ImageArray, Inversion, PartialInversion
from nti_desktop.errors import ModelError
from nti_desktop.ui.caption.draft import has_changes
from nti_desktop.ui.jobs.jobs import Jobs
from nti_desktop.ui.jobs.pace import Means
from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.settings import Settings, SettingsStore
from nti_desktop.ui.state import WindowState
from nti_desktop.ui.tasks import Tasks

NOTHING_TO_APPLY = noop("Nothing is changed yet: click a word to replace it or to change its weight.")
CROP_IN_USE = noop("A job is at work on this part of the photo; let it end, or cancel it, to choose another.")
INVERSION_GONE = noop(
    "The inversion that the edit was made from is no longer there, so the edit was dropped."
)


class Session(QObject):
    """The document, the running job and the model, and the commands on them.

    Signals:
        changed: the document or the model's description is another now.
        problem: (sentence, details) for the message bar.
        applied: an edit was added.

    Attributes:
        means: what this computer has to compute with; None before that was worth finding out.
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
        self.model: ModelDescription | None = None
        self.means: Means | None = None
        self.made_with: dict[str, str] = {}  # a model's fingerprint -> what a project calls it
        self._model_name = document.project.model
        self.trial: EditRecord | None = None
        self.claimed: set[EditRequest] = set()
        self._photo = document.project.photo
        self._unsubscribe = document.subscribe(self._document_changed)
        store.changed.connect(self.changed)
        self.jobs.inverted.connect(self._inverted)
        self.jobs.edited.connect(self._edited)
        self.jobs.failed.connect(self._failed)
        self.jobs.cancelled.connect(self._cancelled)

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
        if not self.has_changes or self._is_asked_for(self.draft):
            return False
        return shown is None or not self._is_draft(shown)

    @property
    def has_changes(self) -> bool:
        """Whether there is an inversion, and the draft differs from its caption."""
        inversion = self.document.project.inversion
        return inversion is not None and has_changes(inversion.caption, self.draft)

    @property
    def crop(self) -> Crop | None:
        """The part of the photo that the model sees, or would see."""
        project = self.document.project
        if project.crop is not None or project.photo is None or self.model is None:
            return project.crop
        return default_crop(project.photo.size, self.model.shape_for(project.photo.size))

    def state(self, name: str) -> WindowState:
        """All that is to be seen now; `name` is what the project is called."""
        document, jobs = self.document, self.jobs
        return WindowState(
            project=document.project,
            settings=self.settings,
            name=name,
            unsaved=document.changed,
            can_undo=document.can_undo,
            can_redo=document.can_redo,
            job=jobs.current,
            waiting=jobs.waiting,
            requests=jobs.requests,
            inverting=self.is_inverting(document.project.caption),
            model=self.model,
            means=self.means,
            crop=self.crop,
            draft=self.draft,
            can_apply=self.can_apply,
            has_changes=self.has_changes,
            can_place_crop=self.can_place_crop,
        )

    def unknown_words(self, caption: str) -> tuple[str, ...]:
        """Words that the model was not trained on, where it says so."""
        known = self.model.known_words if self.model else None
        if known is None:
            return ()
        return tuple(dict.fromkeys(w.text for w in words_of(caption) if w.text.casefold() not in known))

    def new_unknown_words(self) -> tuple[str, ...]:
        """The same of words that the draft brings in."""
        old = {w.text.casefold() for w in words_of(self.document.project.caption)}
        return tuple(word for word in self.unknown_words(self.draft.caption) if word.casefold() not in old)

    def prepare(self) -> None:
        """Read the model's description ahead of the first job."""
        self.tasks.start(self._prepare())

    def take_photo(self, photo: Photo, caption: str = "") -> None:
        """Begin a new project with a photo."""
        self.document.open_photo(photo, caption)

    def is_inverting(self, caption: str) -> bool:
        """Whether an inversion with that caption is under way, or waits."""
        return any(isinstance(r, InvertRequest) and r.caption == caption for r in self.jobs.requests)

    @Slot()
    def undo(self) -> None:
        """Take back the last change, unless a job stands on it."""
        self._step(self.document.undo, self.document.redo)

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back, unless a job stands on what is there now."""
        self._step(self.document.redo, self.document.undo)

    @property
    def can_place_crop(self) -> bool:
        """Whether nothing was made of the crop yet."""
        project = self.document.project
        return self.crop is not None and not project.inversions and not self.jobs.running

    def set_crop(self, crop: Crop) -> None:
        """Choose the part of the photo that the model sees, unless something was made of it already."""
        if self.can_place_crop:
            self.document.set_crop(crop)

    def apply(self) -> None:
        """Make the edited photo from the draft."""
        project = self.document.project
        if project.inversion is None:
            return
        if not self.can_apply:
            self.problem.emit(tr(NOTHING_TO_APPLY), "")
            return
        if self.trial is not None and self._is_draft(self.trial):
            self.keep_trial()
            return
        request = self.edit_request(self.draft)
        if request is not None:
            self.jobs.add(request)

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

    def shutdown(self) -> None:
        """Stop all that runs; the document stays as it is."""
        self._unsubscribe()
        self.jobs.shutdown()
        self.tasks.shutdown()

    async def _prepare(self) -> None:
        try:
            self.model = await self._describe()
        except ModelError as error:
            self.problem.emit(str(error), "")
        else:
            self.changed.emit()

    async def _describe(self) -> ModelDescription:
        name = self.document.project.model
        found = await self.tasks.in_thread(describe_model, name)
        self.made_with[found.fingerprint] = name
        return found

    async def working_image(self) -> ImageArray | None:
        """The part of the photo that the model sees, at its size; None without a photo. Settles the crop.

        Raises:
            UserError: there is no such model.
        """
        self.model = model = await self._describe()
        photo, crop = self.document.project.photo, self.crop
        if photo is None or crop is None:
            return None
        self.document.set_crop(crop)
        return await self.tasks.in_thread(working_image, photo, crop, model.shape_for(crop.size))

    def _is_asked_for(self, parameters: EditParameters) -> bool:
        """Whether this edit of the active inversion runs or waits, and will be kept."""
        wanted = self.edit_request(parameters)
        kept = (r for r in self.jobs.requests if isinstance(r, EditRequest) and r not in self.claimed)
        return wanted is not None and any(_same(request, wanted) for request in kept)

    def _step(self, step: Callable[[], None], back: Callable[[], None]) -> None:
        crop = self.document.project.crop
        step()
        if self.jobs.running and self.document.project.crop != crop:
            back()
            self.problem.emit(tr(CROP_IN_USE), "")

    def _document_changed(self) -> None:
        if self.document.project.photo is not self._photo:
            self._photo = self.document.project.photo
            self.jobs.give_up()
        if self.document.project.model != self._model_name:
            self._model_name = self.document.project.model
            self.prepare()
        self.changed.emit()

    @Slot(object, object)
    def _inverted(self, _request: InvertRequest, inversion: Inversion) -> None:
        self.document.add_inversion(inversion)

    def _is_draft(self, edit: EditRecord) -> bool:
        """Whether an edit is what the draft asks for."""
        return edit.parameters == self.draft and edit.masks is self.document.project.draft_masks

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
            keep_draft=self.draft != request.parameters,
            show=source == project.active_inversion,
        )
        self.applied.emit()

    @Slot(object, object)
    def _cancelled(self, request: Request, partial: PartialInversion | None) -> None:
        if isinstance(request, InvertRequest) and partial is not None:
            self.document.set_paused(request, partial)

    @Slot(object)
    def _failed(self, failure: Failed) -> None:
        self.problem.emit(failure.message, failure.details)


def _same(one: EditRequest, other: EditRequest) -> bool:
    """Whether two requests ask for the same picture."""
    masks = ((one.mask, other.mask), (one.added, other.added), (one.subtracted, other.subtracted))
    is_same_source = one.inversion is other.inversion and one.parameters == other.parameters
    return is_same_source and one.stacked == other.stacked and all(a is b for a, b in masks)
