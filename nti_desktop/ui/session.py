"""What the window can do with the document: describe, invert, edit, select, undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Slot

from nti_desktop.diffusion.sources import ModelDescription, describe_model
from nti_desktop.document.document import Document
from nti_desktop.document.photo import Crop, Photo, default_crop, working_image
from nti_desktop.document.state import PausedInversion
from nti_desktop.engine.events import Failed
from nti_desktop.engine.protocol import Engine
from nti_desktop.engine.requests import InvertRequest, Request
from nti_desktop.engine.results import ImageArray, Inversion, PartialInversion
from nti_desktop.errors import ModelError
from nti_desktop.ui.edit_session import EditSession
from nti_desktop.ui.jobs.pace import Means
from nti_desktop.ui.look.i18n import noop, said, tr
from nti_desktop.ui.settings import SettingsStore
from nti_desktop.ui.state import WindowState
from nti_desktop.ui.tasks import Tasks

CROP_IN_USE = noop("A job is at work on this part of the photo; let it end, or cancel it, to choose another.")


class Session(EditSession):
    """The document, the jobs and the model, and the commands on them.

    Attributes:
        model: the project's; None until its description is read.
        means: what this computer has to compute with; None before that was worth finding out.
    """

    def __init__(self, document: Document, engine: Engine, tasks: Tasks, store: SettingsStore) -> None:
        super().__init__(document, engine, tasks, store)
        self.model: ModelDescription | None = None
        self.means: Means | None = None
        self._preparing: list[str] = []
        self._model_name = document.project.model
        self._photo = document.project.photo
        self._unsubscribe = document.subscribe(self._document_changed)
        store.changed.connect(self.changed)
        self.jobs.inverted.connect(self._inverted)
        self.jobs.failed.connect(self._failed)
        self.jobs.cancelled.connect(self._cancelled)

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
            trial=self.trial,
            can_apply=self.can_apply,
            coming=self.is_coming,
            has_changes=self.has_changes,
            can_place_crop=self.can_place_crop,
            paused=self.offered_paused,
        )

    def prepare(self) -> None:
        """Read the model's description ahead of the first job."""
        self.tasks.start(self._prepare())

    def take_photo(self, photo: Photo, caption: str = "") -> None:
        """Begin a new project with a photo."""
        self.document.open_photo(photo, caption)

    def is_inverting(self, caption: str) -> bool:
        """Whether an inversion with that caption is under way, or waits."""
        asked = (r.caption for r in self.jobs.requests if isinstance(r, InvertRequest))
        return caption in self._preparing or caption in asked

    @property
    def offered_paused(self) -> PausedInversion | None:
        """The paused inversion to go on with; none whose caption is being inverted already."""
        asked = {request.caption for request in self.jobs.requests if isinstance(request, InvertRequest)}
        return self.document.project.paused_beside(asked)

    @contextmanager
    def preparing(self, caption: str) -> Iterator[None]:
        """While an inversion is being prepared, its part of the photo is in use as if it ran."""
        self._preparing.append(caption)
        try:
            yield
        finally:
            self._preparing.remove(caption)
            self.changed.emit()

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
        return self.crop is not None and not project.inversions and not self._in_use

    @property
    def _in_use(self) -> bool:
        return self.jobs.running or bool(self._preparing)

    def set_crop(self, crop: Crop) -> None:
        """Choose the part of the photo that the model sees, unless something was made of it already."""
        first = self.crop
        if self.can_place_crop and first is not None:
            self.document.set_crop(first)  # so that there is a step to go back from the new one
            self.document.set_crop(crop)

    def shutdown(self) -> None:
        """Stop all that runs; the document stays as it is."""
        self._unsubscribe()
        self.jobs.shutdown()
        self.tasks.shutdown()

    async def _prepare(self) -> None:
        try:
            await self._describe()
        except ModelError as error:
            self.problem.emit(said(error), "")
        else:
            self.changed.emit()

    async def _describe(self) -> ModelDescription:
        """The project's model; the latest choice counts, however long an earlier one takes to be read."""
        name = self.document.project.model
        found = await self.tasks.in_thread(describe_model, name)
        self.made_with[found.fingerprint] = name
        if name != self.document.project.model:
            return await self._describe()
        self.model = found
        return found

    async def working_image(self) -> ImageArray | None:
        """The part of the photo that the model sees, at its size; None without a photo. Settles the crop.

        Raises:
            UserError: there is no such model.
        """
        model = await self._describe()
        photo, crop = self.document.project.photo, self.crop
        if photo is None or crop is None:
            return None
        self.document.set_crop(crop)
        return await self.tasks.in_thread(working_image, photo, crop, model.shape_for(crop.size))

    def _step(self, step: Callable[[], None], back: Callable[[], None]) -> None:
        crop = self.document.project.crop
        step()
        if self._in_use and self.document.project.crop != crop:
            back()
            self.problem.emit(tr(CROP_IN_USE), "")

    def _document_changed(self) -> None:
        gone: list[object] = []
        if self.document.project.photo is not self._photo:
            gone, self._photo = [self._photo], self.document.project.photo
            self.jobs.give_up()
        if self.document.project.model != self._model_name:
            self._model_name = self.document.project.model
            self.prepare()
        self.changed.emit()
        self.tasks.let_go(gone)

    @Slot(object, object)
    def _inverted(self, request: InvertRequest, inversion: Inversion) -> None:
        self.document.add_inversion(inversion, request.model)

    @Slot(object, object)
    def _cancelled(self, request: Request, partial: PartialInversion | None) -> None:
        if isinstance(request, InvertRequest) and partial is not None:
            self.document.set_paused(request, partial)

    @Slot(object)
    def _failed(self, failure: Failed) -> None:
        self.problem.emit(said(failure.message), failure.details)
