"""Opening: coroutines that ask, read in a thread, and tell the document."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from nti_desktop.document.container import check_all
from nti_desktop.document.stamps import Stamp, changed_since
from nti_desktop.document.state import Project
from nti_desktop.errors import UserError
from nti_desktop.ui.files.drops import offer_in
from nti_desktop.ui.files.reading import photo_of, read_file
from nti_desktop.ui.files.saving import Saving
from nti_desktop.ui.look.i18n import noop, said, tr

OPEN_ELSEWHERE = noop(
    "“{name}” is open in another window. Change it there; what is done here can only be saved under another "
    "name."
)


class Files(Saving):
    """The document's files."""

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

    async def _ask_open(self) -> None:
        path = await self.dialogs.choose_open()
        if path is not None:
            await self._open(path)

    async def _open(self, path: Path, caption: str = "", notice: str = "") -> None:
        with self.busy_note(tr("Opening “{name}”…").format(name=path.name)):
            opened = await self._session.tasks.in_thread(read_file, path)
        if not await self.nothing_lost():
            return
        if await self._session.tasks.in_thread(changed_since, path, opened.stamp):
            opened = await self._session.tasks.in_thread(read_file, path)  # it was just saved there
        self._folder = None if opened.sample else opened.path.parent
        if isinstance(opened.content, Project):
            notice = await self._adopt(opened.content, path, opened.stamp) or notice
        else:
            self._claims.keep_only(None)
            self._session.take_photo(opened.content, caption or opened.caption)
        if not opened.sample:
            await asyncio.sleep(0)  # it is shown first
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
        self._session.tasks.start(self._check(project))
        return "" if ours else tr(OPEN_ELSEWHERE).format(name=path.name)

    async def adopt_recovered(self, project: Project, path: Path | None, stamp: Stamp | None) -> None:
        """Go on with what was not saved; its file, if it is ours, has still to be written."""
        ours = path is not None and await self._session.tasks.in_thread(self._claims.take, path)
        self._claims.keep_only(path if ours else None)
        self._folder = None if path is None else path.parent
        self._stamp = stamp
        self._document.adopt(project, path if ours else None, saved=False)

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

    async def _check(self, project: Project) -> None:
        """Look, beside the window, at what was not needed to show a project: damage is told at once, not when
        an edit or a save first stumbles on it."""
        try:
            await self._session.tasks.in_thread(check_all, project)
        except UserError as error:
            if self._document.project.photo is project.photo:
                self.problem.emit(said(error), "")
