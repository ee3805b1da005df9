"""Saving, and what has to be asked before a project is replaced or the window goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from nti_desktop.document.photo import Photo
from nti_desktop.document.stamps import Stamp, changed_since
from nti_desktop.errors import ProjectError
from nti_desktop.ui.files.claiming import Claims
from nti_desktop.ui.files.dialogs import Dialogs, Then
from nti_desktop.ui.files.places import place_for_new
from nti_desktop.ui.files.reading import write_project
from nti_desktop.ui.files.working import FileWork
from nti_desktop.ui.jobs.stopping import asked_about, stop_jobs
from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.session import Session

SAVED_ELSEWHERE = noop("“{name}” is open in another window; save it here under another name.")


class Saving(FileWork):
    """Writes the document's file.

    Signals:
        may_close: the window may go.

    Attributes:
        closing: whether the window is to go once the present command is done.
    """

    may_close = Signal()

    def __init__(self, session: Session, dialogs: Dialogs) -> None:
        super().__init__(session)
        self.dialogs = dialogs
        self.closing = False
        self._to_save: Photo | None = None  # of the document whose saving has to wait
        self._folder: Path | None = None  # of the photo, where the person has it on this computer
        self._claims = Claims()
        self._stamp: Stamp | None = None  # of the project's file, as last read or written here

    @property
    def name(self) -> str:
        """What the project is called, with nothing of where it lies."""
        if self._document.path is not None:
            return self._document.path.stem
        photo = self._document.project.photo
        return Path(photo.name).stem if photo is not None else tr("Untitled")

    @property
    def stamp(self) -> Stamp | None:
        """The state of the project's file as it was last read or written here; None where there is none."""
        return self._stamp if self._document.path is not None else None

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

    def beside(self, name: str) -> Path:
        """A file of that name where the project lies, or where the photo came from; samples and pasted
        photos came from nowhere that a person would look."""
        known = self._document.path.parent if self._document.path else self._folder
        return (known or place_for_new(self._session.settings.folder)) / name

    def chose_folder(self, folder: Path) -> None:
        """The person put something there; the next file may belong there, too."""
        self._session.store.update(folder=str(folder.absolute()))

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
            raise ProjectError(SAVED_ELSEWHERE, name=path.name)
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

    def _go_on(self) -> None:
        to_save, self._to_save = self._to_save, None
        if self.closing:
            self.closing = False
            self.close()
        elif to_save is not None and to_save is self._document.project.photo and self._document.changed:
            self.save()
