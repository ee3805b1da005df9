"""At the start: what was not saved is offered, and a crash's trace for a report."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from nti_desktop.document.journal_recovery import Recovery, discard, journals_folder, recoverable
from nti_desktop.document.photo import photo_from_bytes
from nti_desktop.errors import PhotoError
from nti_desktop.ui.files.cards import cover
from nti_desktop.ui.files.files import Files
from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.recovery.keeping import Keeping
from nti_desktop.ui.recovery.section import CARD_SIZE, RecoverySection
from nti_desktop.ui.session import Session
from nti_desktop.ui.window import MainWindow
from nti_desktop.upkeep.crashes import Crash, crashes_folder, previous_crashes

CRASHED = noop(
    "The program ended unexpectedly last time. Copy the details if you would like to report it; they name no "
    "photo and no caption."
)
RECOVERED = noop("Recovered; save it to keep it.")

_Found = tuple[tuple[Recovery, QImage], ...]


class RecoveryCommands(QObject):
    """What can be done about what a window left.

    Args:
        keeping: of this window, which goes on where the other one was.
        journals, crashes: the folders to look into; None takes the user's own.
    """

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        files: Files,
        keeping: Keeping,
        journals: Path | None = None,
        crashes: Path | None = None,
    ) -> None:
        super().__init__()
        self._window, self._session, self._files, self._keeping = window, session, files, keeping
        self._journals, self._crashes = journals or journals_folder(), crashes or crashes_folder()
        self._recovered = False
        self.section = RecoverySection(window.theme)
        window.start.add_section(self.section)
        self.section.wanted.connect(self._recover)
        self.section.unwanted.connect(self._discard)
        session.tasks.start(self._look())

    @Slot(object)
    def _recover(self, recovery: Recovery) -> None:
        self._files.run(self._recovering(recovery))

    @Slot(object)
    def _discard(self, recovery: Recovery) -> None:
        self._session.tasks.start(self._discarding(recovery))

    async def _look(self) -> None:
        await self._show_recoveries()
        crashes = await self._session.tasks.in_thread(previous_crashes, self._crashes)
        if crashes:
            self._window.message.show_problem(tr(CRASHED), _details(crashes))
            for crash in crashes:
                crash.forget()

    async def _show_recoveries(self) -> None:
        self.section.show_cards(await self._session.tasks.in_thread(_found_in, self._journals))

    async def _recovering(self, recovery: Recovery) -> None:
        """Bring it back, and protect it at once as this window's own work."""
        if not await self._files.nothing_lost():
            return
        project = await self._session.tasks.in_thread(self._keeping.journal.take_up, recovery)
        self._session.jobs.give_up()
        await self._files.adopt_recovered(project, recovery.path, recovery.stamp)
        self._window.message.show_notice(tr(RECOVERED))
        await self._show_recoveries()

    async def _discarding(self, recovery: Recovery) -> None:
        await self._session.tasks.in_thread(discard, recovery)
        await self._show_recoveries()


def _found_in(folder: Path) -> _Found:
    return tuple((recovery, _picture(recovery)) for recovery in recoverable(folder))


def _picture(recovery: Recovery) -> QImage:
    try:
        return cover(photo_from_bytes(recovery.thumbnail, "thumbnail.png").pixels, CARD_SIZE)
    except PhotoError:
        return QImage()


def _details(crashes: tuple[Crash, ...]) -> str:
    return "\n\n".join(f"{crash.when:%Y-%m-%d %H:%M} UTC\n{crash.trace}" for crash in crashes)
