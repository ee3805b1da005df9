"""What the window can do with the document: describe, invert, edit, select, undo."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from nti_desktop.diffusion.prompts import words_of
from nti_desktop.diffusion.sources import ModelDescription, describe_model
from nti_desktop.document.document import Document
from nti_desktop.document.photo import Crop, Photo, default_crop, working_image
from nti_desktop.document.state import masks_of
from nti_desktop.engine.events import Failed
from nti_desktop.engine.protocol import Engine
from nti_desktop.engine.requests import EditParameters, EditRequest, InvertRequest
from nti_desktop.engine.results import EditResult, ImageArray, Inversion
from nti_desktop.errors import ModelError, UserError
from nti_desktop.ui.caption.draft import has_changes
from nti_desktop.ui.jobs.jobs import Jobs
from nti_desktop.ui.settings import Settings, SettingsStore
from nti_desktop.ui.state import WindowState
from nti_desktop.ui.tasks import Tasks

EMPTY_CAPTION = "Describe the photo in one sentence first, for example “a red mug on a wooden table”."
NOTHING_TO_APPLY = "Nothing is changed yet: click a word to replace it or to change its weight."


class Session(QObject):
    """The document, the running job and the model, and the commands on them.

    Signals:
        changed: the document or the model's description is another now.
        problem: (sentence, details) for the message bar.
        applied: an edit was added.
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
        self._unsubscribe = document.subscribe(self.changed.emit)
        store.changed.connect(self.changed)
        self.jobs.inverted.connect(self._inverted)
        self.jobs.edited.connect(self._edited)
        self.jobs.failed.connect(self._failed)

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
        return self.has_changes and (shown is None or shown.parameters != self.draft)

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
        return default_crop(project.photo.size, (self.model.width, self.model.height))

    def state(self, name: str) -> WindowState:
        """All that is to be seen now; `name` is what the project is called."""
        document, jobs = self.document, self.jobs
        return WindowState(
            project=document.project,
            settings=self.settings,
            name=name,
            unsaved=document.changed,
            can_undo=document.can_undo and not jobs.running,
            can_redo=document.can_redo and not jobs.running,
            job=jobs.current,
            waiting=jobs.waiting,
            model=self.model,
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
        self.jobs.give_up()
        self.document.open_photo(photo, caption)

    @property
    def can_place_crop(self) -> bool:
        """Whether nothing was made of the crop yet."""
        project = self.document.project
        return self.crop is not None and not project.inversions and not self.jobs.running

    def place_crop(self, x: float, y: float) -> None:
        """Move the crop's top left corner, as far as the photo goes."""
        crop, photo = self.crop, self.document.project.photo
        if crop is not None and photo is not None and self.can_place_crop:
            left = min(max(round(x), 0), photo.size[0] - crop.width)
            top = min(max(round(y), 0), photo.size[1] - crop.height)
            self.document.set_crop(replace(crop, x=left, y=top))

    def invert(self, caption: str) -> None:
        """Find how the model brings the photo back; the caption describes it."""
        caption = " ".join(caption.split())
        if self.document.project.photo is None or self.jobs.running:
            return
        if not words_of(caption):
            self.problem.emit(EMPTY_CAPTION, "")
            return
        self.document.set_caption(caption)
        if self.document.project.inversion is None:
            self.tasks.start(self._start_inversion(caption))

    def apply(self) -> None:
        """Make the edited photo from the draft."""
        project = self.document.project
        if project.inversion is None or self.jobs.running:
            return
        if not self.can_apply:
            self.problem.emit(NOTHING_TO_APPLY, "")
            return
        device = self.settings.device
        self.jobs.start(
            EditRequest(project.inversion, self.draft, project.model, device=device, previews=True)
        )

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
        return await self.tasks.in_thread(describe_model, self.document.project.model)

    async def _start_inversion(self, caption: str) -> None:
        photo = self.document.project.photo
        try:
            self.model = await self._describe()
            image = await self._working_image(self.model)
        except UserError as error:
            self.problem.emit(str(error), "")
            return
        if image is not None and self.document.project.photo is photo and not self.jobs.running:
            self.jobs.start(self._inversion_of(image, caption))

    async def _working_image(self, model: ModelDescription) -> ImageArray | None:
        photo, crop = self.document.project.photo, self.crop
        if photo is None or crop is None:
            return None
        self.document.set_crop(crop)
        return await self.tasks.in_thread(working_image, photo, crop, model.shape_for(crop.size))

    def _inversion_of(self, image: ImageArray, caption: str) -> InvertRequest:
        how = self.settings
        method, preset = how.way
        return InvertRequest(
            image,
            caption,
            model=self.document.project.model,
            method=method,
            preset=preset,
            steps=how.steps,
            guidance=how.guidance,
            device=how.device,
            previews=True,
            null_start=how.null_start,
            refinements=how.refinements,
        )

    @Slot(object, object)
    def _inverted(self, _request: InvertRequest, inversion: Inversion) -> None:
        self.document.add_inversion(inversion)

    @Slot(object, object)
    def _edited(self, request: EditRequest, result: EditResult) -> None:
        records = self.document.project.inversions
        record_id = next((r.id for r in records if r.inversion is request.inversion), None)
        masks = masks_of(request)
        self.document.add_edit(request.parameters, result, record_id, request.stacked, masks)
        self.applied.emit()

    @Slot(object)
    def _failed(self, failure: Failed) -> None:
        self.problem.emit(failure.message, failure.details)
