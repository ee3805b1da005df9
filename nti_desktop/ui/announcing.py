"""Says through the system that a long job has ended while the person was elsewhere."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QProcess, QTimer, Slot
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from nti_desktop.ui.jobs.jobs import Jobs
from nti_desktop.ui.jobs.progress import JobKind, JobProgress
from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.settings import SettingsStore

LONG = 10.0  # seconds; who waits less has not gone away
_SHOWN_MS = 10_000

_DONE: dict[JobKind, str] = {
    "invert": noop("The photo is inverted; its words can be edited now."),
    "edit": noop("The edit is done."),
    "maps": noop("The word maps are done."),
}
_FAILED = noop("A job could not be finished; the window says why.")


class Announcer(Protocol):
    """Who tells the person."""

    def announce(self, sentence: str) -> None:
        """Say it, without taking the focus from anything."""
        ...


class SystemAnnouncer:
    """A message of the system's; in any case the window's entry in the task bar lights up.

    Qt shows messages only where there is a tray. Desktops without one have a command for it.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._tray: QSystemTrayIcon | None = None

    def announce(self, sentence: str) -> None:
        """See `Announcer`."""
        if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
            tray = self._tray or QSystemTrayIcon(self._window.windowIcon(), self._window)
            self._tray = tray
            tray.show()
            tray.showMessage(QApplication.applicationDisplayName(), sentence, self._window.windowIcon())
            QTimer.singleShot(_SHOWN_MS, tray, tray.hide)
        elif notifier := shutil.which("notify-send"):
            name = QApplication.applicationDisplayName()
            _begin(notifier, ["--app-name", name, name, sentence])
        QApplication.alert(self._window)


def _begin(program: str, arguments: list[str]) -> None:
    """Start a program without waiting for it."""
    QProcess.startDetached(program, arguments)


class Announcing(QObject):
    """Watches the jobs."""

    def __init__(
        self,
        jobs: Jobs,
        window: QWidget,
        store: SettingsStore,
        announcer: Announcer,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._jobs = jobs
        self._window = window
        self._store = store
        self.announcer = announcer
        self.clock = clock
        self._watched: JobProgress | None = None
        self._began = 0.0
        self._ended: JobKind | None = None  # a long job that has just ended, until it is known how
        jobs.changed.connect(self._follow)
        for done in (jobs.inverted, jobs.edited, jobs.mapped):
            done.connect(self._done)
        jobs.failed.connect(self._failed)

    @Slot()
    def _follow(self) -> None:
        current = self._jobs.current
        if current is self._watched:
            return
        long = self._watched is not None and self.clock() - self._began >= LONG
        self._ended = self._watched.kind if self._watched is not None and long else None
        self._watched, self._began = current, self.clock()

    @Slot()
    def _done(self) -> None:
        if self._ended is not None:
            self._tell(_DONE[self._ended])

    @Slot()
    def _failed(self) -> None:
        self._tell(_FAILED)

    def _tell(self, sentence: str) -> None:
        ended, self._ended = self._ended, None
        if ended is not None and self._store.value.notify and not self._window.isActiveWindow():
            self.announcer.announce(tr(sentence))
