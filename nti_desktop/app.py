"""Builds the application and wires its parts. This process never imports torch."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

import qasync
from platformdirs import user_config_path
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from nti_desktop import __version__
from nti_desktop.document.document import Document
from nti_desktop.document.journal import Journal
from nti_desktop.document.state import Project
from nti_desktop.engine.process import ProcessEngine
from nti_desktop.engine.protocol import Engine
from nti_desktop.resources import resource_path
from nti_desktop.ui.alarm import Alarm
from nti_desktop.ui.announcing import Announcing, SystemAnnouncer
from nti_desktop.ui.controller import Controller
from nti_desktop.ui.files.dialogs import Dialogs, NativeDialogs
from nti_desktop.ui.files.files import Files
from nti_desktop.ui.files.sample_cards import show_samples
from nti_desktop.ui.habits import Habits
from nti_desktop.ui.interrupt import Interrupt
from nti_desktop.ui.look.i18n import install_language
from nti_desktop.ui.look.theme import Theme
from nti_desktop.ui.recovery.commands import RecoveryCommands
from nti_desktop.ui.recovery.keeping import Keeping
from nti_desktop.ui.session import Session
from nti_desktop.ui.settings import SettingsStore
from nti_desktop.ui.tasks import Tasks, settle
from nti_desktop.ui.warming import Warming
from nti_desktop.ui.window import APP_NAME, MainWindow
from nti_desktop.upkeep.crashes import watch_for_crash
from nti_desktop.upkeep.logbook import NAMES_ALLOWED, Logbook, start_log

_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Desktop:
    """The running application's parts."""

    theme: Theme
    window: MainWindow
    document: Document
    session: Session
    files: Files
    controller: Controller
    announcing: Announcing
    tasks: Tasks
    keeping: Keeping | None = None
    recovery: RecoveryCommands | None = None

    def shutdown(self) -> None:
        """Stop jobs, threads and the engine."""
        if self.keeping is not None:
            self.keeping.close(keep=not self.window.may_close)
        self.session.store.flush()
        self.files.shutdown()
        self.controller.models.shutdown()
        self.session.shutdown()


def build(
    engine: Engine,
    loop: asyncio.AbstractEventLoop,
    dialogs: Dialogs | None = None,
    store: SettingsStore | None = None,
    journal: Journal | None = None,
) -> Desktop:
    """Make the window and what stands behind it; nothing is shown yet.

    Args:
        loop: the event loop that runs the coroutines, a qasync one.
        dialogs: who answers questions; None asks with the system's dialogs.
        store: the settings; None takes the defaults and keeps nothing.
        journal: keeps what is not saved against a crash; None keeps nothing, and offers nothing.
    """
    theme = _theme(cast(QApplication, QApplication.instance()))
    tasks, store = Tasks(loop), store or SettingsStore()
    document = Document()
    document.adopt(Project(model=store.value.model), None)
    session = Session(document, engine, tasks, store)
    window = MainWindow(theme)
    habits = Habits(window, session)
    files = Files(session, dialogs or NativeDialogs(window, tasks))
    files.may_close.connect(habits.remember)
    controller = Controller(window, session, files)
    announcing = Announcing(session.jobs, window, store, SystemAnnouncer(window))
    keeping = None if journal is None else Keeping(session, lambda: (files.name, files.stamp), journal)
    recovery = None if keeping is None else RecoveryCommands(window, session, files, keeping)
    session.prepare()
    Warming(window)
    tasks.start(show_samples(window.start, tasks))
    return Desktop(theme, window, document, session, files, controller, announcing, tasks, keeping, recovery)


def run_window(path: str | None) -> int:
    """Open the window, with a photo or a project where one is given, until it is closed."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("nti-desktop")
    app.setApplicationDisplayName(APP_NAME)
    app.setDesktopFileName("nti-desktop")
    app.setWindowIcon(QIcon.fromTheme("nti-desktop", QIcon(str(resource_path("nti-desktop.svg")))))
    app.setQuitOnLastWindowClosed(False)  # `_closed` says when it is over
    loop = qasync.QEventLoop(app)
    with loop:
        desktop = _one_window(app, loop, Path(path) if path is not None else None)
        while desktop.controller.pages.restarting:
            desktop = _one_window(app, loop, desktop.document.path)
    return 0


def _one_window(app: QApplication, loop: asyncio.AbstractEventLoop, path: Path | None) -> Desktop:
    """Show a window, in the language that is chosen by now, until it is closed."""
    engine, store = ProcessEngine(), SettingsStore(path=_settings_path())
    install_language(app, store.value.language)
    with _recorded(store) as book:
        desktop = build(engine, loop, store=store, journal=Journal())
        if book is not None:
            book.secrets = desktop.window.message.secrets
        desktop.window.show()
        desktop.tasks.start(_warm_up(engine, desktop.tasks))
        if path is not None:
            desktop.files.open(path)
        try:
            with _listening(desktop):
                loop.run_until_complete(_closed(desktop, loop))
        finally:
            loop.run_until_complete(desktop.tasks.drain())
            desktop.shutdown()
            desktop.window.deleteLater()
    return desktop


@contextmanager
def _recorded(store: SettingsStore) -> Iterator[Logbook | None]:
    """Keep a log, and take down the stacks should this process crash; the engine's process has its own."""
    os.environ[NAMES_ALLOWED] = "1" if store.value.log_names else ""
    watch, book = watch_for_crash(), start_log("window", lambda: store.value.log_names)
    _log.info("NTI Desktop %s begins", __version__)
    try:
        yield book
    finally:
        _log.info("NTI Desktop ends")
        if book is not None:
            book.close()
        if watch is not None:
            watch.end()


def _settings_path() -> Path:
    return user_config_path("nti-desktop", appauthor=False) / "settings.json"


@contextmanager
def _listening(desktop: Desktop) -> Iterator[None]:
    """Tell in the window what nobody caught, and close it on Ctrl+C."""
    alarm, interrupt = Alarm(), Interrupt()
    alarm.raised.connect(desktop.window.message.show_problem)
    interrupt.wanted.connect(desktop.window.close)
    alarm.install()
    try:
        yield
    finally:
        interrupt.remove()
        alarm.remove()


async def _warm_up(engine: ProcessEngine, tasks: Tasks) -> None:
    """Let the engine's process start while the person looks for a photo."""
    await tasks.in_thread(engine.start)


async def _closed(desktop: Desktop, loop: asyncio.AbstractEventLoop) -> None:
    closed: asyncio.Future[None] = loop.create_future()
    desktop.files.may_close.connect(partial(settle, closed, None))
    await closed


def _theme(app: QApplication) -> Theme:
    """The application's theme, made once."""
    existing = app.findChild(Theme)
    return existing if isinstance(existing, Theme) else Theme(app)
