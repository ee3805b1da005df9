"""Opening and saving: coroutines that ask, read or write in a thread, and tell the document."""

from __future__ import annotations

from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from nti_desktop.document.photo import Photo
from nti_desktop.document.stamps import Stamp, changed_since
from nti_desktop.document.state import Project
from nti_desktop.errors import ProjectError, UserError
from nti_desktop.ui.files.claiming import Claims
from nti_desktop.ui.files.dialogs import Dialogs, Then
from nti_desktop.ui.files.drops import offer_in
from nti_desktop.ui.files.places import place_for_new
from nti_desktop.ui.files.reading import photo_of, read_file, write_project
from nti_desktop.ui.jobs.stopping import asked_about, stop_jobs
from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.session import Session

PATIENCE_MS = 500  # before it is said what takes so long
OPEN_ELSEWHERE = noop(
    "“{name}” is open in another window. Change it there; what is done here can only be saved under another "
    "name."
)
SAVED_ELSEWHERE = noop("“{name}” is open in another window; save it here under another name.")


class Files(QObject):
    """The document's files.

    Signals:
        problem: (sentence, details).
        told: (sentence) something was done.
        waiting: (sentence) something takes long; "" once it is over.
        may_close: the window may go.
    """

    problem = Signal(str, str)
    told = Signal(str)
    waiting = Signal(str)
    may_close = Signal()

    def __init__(self, session: Session, dialogs: Dialogs) -> None:
        super().__init__()
        self._session = session
        self._document = session.document
        self.dialogs = dialogs
        self.closing = False  # whether the window is to go once the present command is done
        self._busy = False
        self._to_save: Photo | None = None  # of the document whose saving has to wait
        self._folder: Path | None = None  # of the photo, where the person has it on this computer
        self._note = ""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._say_note)
        self._claims = Claims()
        self._stamp: Stamp | None = None  # of the project's file, as last read or written here

    @property
    def name(self) -> str:
        """What the project is called, with nothing of where it lies."""
        if self._document.path is not None:
            return self._document.path.stem
        photo = self._document.project.photo
        return Path(photo.name).stem if photo is not None else tr("Untitled")

    def ask_open(self) -> None:
        """Ask which file to open, and open it."""
        self.run(self._ask_open())

    def open(self, path: Path) -> None:
        """Open a photo or a project."""
        self.run(self._open(path))

    def open_sample(self, path: Path, caption: str) -> None:
        """Open a sample photo with its caption."""
        self.run(self._open(path, caption))

    def open_offered(self, mime: QMimeData) -> None:
        """Open what was dropped or pasted."""
        offer = offer_in(mime)
        if offer.problem:
            self.problem.emit(offer.problem, "")
        elif offer.path is not None:
            self.run(self._open(offer.path, notice=offer.notice))
        else:
            self.run(self._paste(offer.image))

    def save(self) -> None:
        """Save where the project was saved before, or ask."""
        if self._busy and self._note:  # something is being read or written: as soon as that is done
            self._to_save = self._document.project.photo
        self.run(self._save(self._document.path))

    def save_as(self) -> None:
        """Ask where to save."""
        self.run(self._save(None))

    def close(self) -> None:
        """Emit `may_close` once nothing would be lost; what is being written is finished first."""
        if self._busy:
            self.closing = True
        else:
            self.run(self._close())

    def run(self, work: Coroutine[Any, Any, object]) -> None:
        """One command at a time; a second one while a dialog is open would be a surprise.

        While a file is read or written, that is said in its place.
        """
        if self._busy:
            work.close()
            if self._note:
                self._say_note()
            return
        self._busy = True
        self._session.tasks.start(self._guarded(work))

    def beside(self, name: str) -> Path:
        """A file of that name where the project lies, or where the photo came from; samples and pasted
        photos came from nowhere that a person would look."""
        known = self._document.path.parent if self._document.path else self._folder
        return (known or place_for_new(self._session.settings.folder)) / name

    def chose_folder(self, folder: Path) -> None:
        """The person put something there; the next file may belong there, too."""
        self._session.store.update(folder=str(folder.absolute()))

    @contextmanager
    def busy_note(self, sentence: str) -> Iterator[None]:
        """Say what is being done, if it takes longer than a moment."""
        self._note = sentence
        self._patience.start(PATIENCE_MS)
        try:
            yield
        finally:
            self._patience.stop()
            self._note = ""
            self.waiting.emit("")

    @Slot()
    def _say_note(self) -> None:
        self.waiting.emit(self._note)

    async def _guarded(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except UserError as error:
            self.problem.emit(str(error), "")
        finally:
            self._busy = False
        to_save, self._to_save = self._to_save, None
        if self.closing:
            self.closing = False
            self.close()
        elif to_save is not None and to_save is self._document.project.photo and self._document.changed:
            self.save()

    async def _ask_open(self) -> None:
        path = await self.dialogs.choose_open()
        if path is not None:
            await self._open(path)

    async def _open(self, path: Path, caption: str = "", notice: str = "") -> None:
        with self.busy_note(tr("Opening “{name}”…").format(name=path.name)):
            opened = await self._session.tasks.in_thread(read_file, path)
        if not await self.nothing_lost():
            return
        self._folder = None if opened.sample else opened.path.parent
        if isinstance(opened.content, Project):
            notice = await self._adopt(opened.content, path, opened.stamp) or notice
        else:
            self._claims.keep_only(None)
            self._session.take_photo(opened.content, caption or opened.caption)
        if not opened.sample:
            self._session.store.remember(opened.path)
        if notice:
            self.told.emit(notice)

    async def _adopt(self, project: Project, path: Path, stamp: Stamp | None) -> str:
        """Go on with a project; one that another window has open keeps its file, which a sentence says."""
        ours = await self._session.tasks.in_thread(self._claims.take, path)
        self._session.jobs.give_up()
        self._claims.keep_only(path if ours else None)
        self._document.adopt(project, path if ours else None)
        self._stamp = stamp
        return "" if ours else tr(OPEN_ELSEWHERE).format(name=path.name)

    async def adopt_recovered(self, project: Project, path: Path | None) -> None:
        """Go on with what was not saved; its file, if it is ours, has still to be written."""
        ours = path is not None and await self._session.tasks.in_thread(self._claims.take, path)
        self._claims.keep_only(path if ours else None)
        self._folder = None if path is None else path.parent
        self._document.adopt(project, path if ours else None, saved=False)
        self._stamp = None

    def shutdown(self) -> None:
        """Give back what this window had open."""
        self._claims.keep_only(None)

    async def _paste(self, image: QImage) -> None:
        with self.busy_note(tr("Opening the picture from the clipboard…")):
            photo = await self._session.tasks.in_thread(photo_of, image, tr("Pasted photo"))
        if await self.nothing_lost():
            self._folder = None
            self._claims.keep_only(None)
            self._session.take_photo(photo)

    async def nothing_lost(self) -> bool:
        """Whether the present document may be replaced; asks when jobs run or it has unsaved changes."""
        return await self._jobs_stopped("open") and await self._changes_kept()

    async def _changes_kept(self) -> bool:
        if not self._document.changed or self._document.project.photo is None:
            return True
        answer = await self.dialogs.ask_unsaved(self.name)
        if answer == "save":
            return await self._save(self._document.path)
        return answer == "discard"

    async def _save(self, known: Path | None) -> bool:
        """Save to the known path, or to one that is asked for."""
        if self._document.project.photo is None:
            return False
        path = known or await self.dialogs.choose_save(self.beside(f"{self.name}.nti"))
        if path is None:
            return False
        if known is not None and await self._session.tasks.in_thread(changed_since, known, self._stamp):
            answer = await self.dialogs.ask_changed(known.name)
            if answer != "overwrite":
                return answer == "save_as" and await self._save(None)
        if not await self._session.tasks.in_thread(self._claims.take, path):
            raise ProjectError(tr(SAVED_ELSEWHERE).format(name=path.name))
        project = self._document.project
        with self.busy_note(tr("Saving “{name}”…").format(name=path.name)):
            written = await self._session.tasks.in_thread(write_project, project, path)
        self._stamp = written.stamp
        self._claims.keep_only(path)
        self._document.mark_saved(project, path)
        self._session.store.remember(written.path)
        self.chose_folder(path.parent)
        self.told.emit(tr("Saved as {name}.").format(name=path.name))
        return True

    async def _close(self) -> None:
        if await self._jobs_stopped("close") and await self._changes_kept():
            self.may_close.emit()

    async def _jobs_stopped(self, then: Then) -> bool:
        """Whether no job runs any more; asks before it stops what does."""
        count = asked_about(self._session.jobs)
        if count and await self.dialogs.ask_running(count, then) == "stay":
            return False
        with self.busy_note(tr("Stopping the running job…")):
            await stop_jobs(self._session)
        return True
