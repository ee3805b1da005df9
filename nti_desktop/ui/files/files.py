"""Opening, saving and exporting: coroutines that ask, read or write in a thread, and tell the document."""

from __future__ import annotations

from collections.abc import Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal
from PySide6.QtGui import QImage

from nti_desktop.document.container import load_project, save_project
from nti_desktop.document.export import export_image, merge_full_resolution
from nti_desktop.document.photo import Crop, Photo, load_photo, photo_from_bytes
from nti_desktop.document.state import Project
from nti_desktop.engine.results import EditResult, Inversion
from nti_desktop.errors import UserError
from nti_desktop.ui.files.dialogs import Dialogs
from nti_desktop.ui.files.sample_cards import caption_of_sample
from nti_desktop.ui.session import Session

PartsOfEdit = tuple[Photo, Crop, Inversion, EditResult]

NOTHING_TO_EXPORT = "There is no edited photo yet: change a word, press Apply, then export."
NO_IMAGE_TO_PASTE = "There is no picture on the clipboard; copy one and paste again."


class Files(QObject):
    """The document's files.

    Signals:
        problem: (sentence, details).
        told: (sentence) something was done.
        may_close: the window may go.
    """

    problem = Signal(str, str)
    told = Signal(str)
    may_close = Signal()

    def __init__(self, session: Session, dialogs: Dialogs) -> None:
        super().__init__()
        self._session = session
        self._document = session.document
        self.dialogs = dialogs
        self._busy = False
        self._close_next = False
        self._folder = Path.home()

    @property
    def name(self) -> str:
        """What the project is called, with nothing of where it lies."""
        if self._document.path is not None:
            return self._document.path.stem
        photo = self._document.project.photo
        return Path(photo.name).stem if photo is not None else "Untitled"

    def ask_open(self) -> None:
        """Ask which file to open, and open it."""
        self._run(self._ask_open())

    def open(self, path: Path) -> None:
        """Open a photo or a project."""
        self._run(self._open(path))

    def open_sample(self, path: Path, caption: str) -> None:
        """Open a sample photo with its caption."""
        self._run(self._open(path, caption))

    def paste(self, image: QImage) -> None:
        """Open a picture from the clipboard."""
        if image.isNull():
            self.problem.emit(NO_IMAGE_TO_PASTE, "")
        else:
            self._run(self._paste(image))

    def save(self) -> None:
        """Save where the project was saved before, or ask."""
        self._run(self._save(self._document.path))

    def save_as(self) -> None:
        """Ask where to save."""
        self._run(self._save(None))

    def export(self) -> None:
        """Write the edited photo at full resolution."""
        self._run(self._export())

    def close(self) -> None:
        """Emit `may_close` once nothing would be lost; what is being written is finished first."""
        if self._busy:
            self._close_next = True
        else:
            self._run(self._close())

    def _run(self, work: Coroutine[Any, Any, object]) -> None:
        """One command at a time; a second one while a dialog is open would be a surprise."""
        if self._busy:
            work.close()
            return
        self._busy = True
        self._session.tasks.start(self._guarded(work))

    async def _guarded(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except UserError as error:
            self.problem.emit(str(error), "")
        finally:
            self._busy = False
        if self._close_next:
            self._close_next = False
            self.close()

    async def _ask_open(self) -> None:
        path = await self.dialogs.choose_open()
        if path is not None:
            await self._open(path)

    async def _open(self, path: Path, caption: str = "") -> None:
        in_thread = self._session.tasks.in_thread
        self._folder = path.parent
        if path.suffix.lower() == ".nti":
            project = await in_thread(load_project, path)
            if await self._nothing_lost():
                self._session.jobs.give_up()
                self._document.adopt(project, path)
            return
        photo = await in_thread(load_photo, path)
        await self._take(photo, caption or await in_thread(caption_of_sample, path))

    async def _paste(self, image: QImage) -> None:
        data = await self._session.tasks.in_thread(_as_png, image)
        photo = await self._session.tasks.in_thread(photo_from_bytes, data, "Pasted photo.png")
        await self._take(photo, "")

    async def _take(self, photo: Photo, caption: str) -> None:
        if await self._nothing_lost():
            self._session.take_photo(photo, caption)

    async def _nothing_lost(self) -> bool:
        """Whether the present document may be replaced; asks when it has unsaved changes."""
        if not self._document.changed or self._document.project.photo is None:
            return True
        answer = await self.dialogs.ask_unsaved(self.name)
        if answer == "save":
            return await self._save(self._document.path)
        return answer == "discard"

    async def _save(self, path: Path | None) -> bool:
        project = self._document.project
        if project.photo is None:
            return False
        path = path or await self.dialogs.choose_save(self._beside(f"{self.name}.nti"))
        if path is None:
            return False
        project = self._document.project
        await self._session.tasks.in_thread(save_project, project, path)
        self._document.mark_saved(project, path)
        self.told.emit(f"Saved as {path.name}.")
        return True

    async def _export(self) -> None:
        project = self._document.project
        parts = parts_of_edit(project)
        if parts is None or project.photo is None:
            self.problem.emit(NOTHING_TO_EXPORT, "")
            return
        path = await self.dialogs.choose_export(self._beside(f"{self.name} edited.png"))
        if path is not None:
            in_thread = self._session.tasks.in_thread
            pixels = await in_thread(merge_full_resolution, *parts)
            await in_thread(export_image, pixels, path, project.photo)
            self.told.emit(f"Exported as {path.name}, {pixels.shape[1]} × {pixels.shape[0]} pixels.")

    async def _close(self) -> None:
        if await self._nothing_lost():
            self.may_close.emit()

    def _beside(self, name: str) -> Path:
        return (self._document.path.parent if self._document.path else self._folder) / name


def parts_of_edit(project: Project) -> PartsOfEdit | None:
    """What the full-resolution merge of the shown edit needs; None when no edit is shown."""
    record = project.edit
    inversion = None if record is None else project.inversion_of(record.inversion_id)
    if record is None or inversion is None or project.photo is None or project.crop is None:
        return None
    return project.photo, project.crop, inversion, record.result


def _as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
