"""Connects what one can do with files: actions, the start page, what is dropped and pasted, recent files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QLineEdit

from nti_desktop.ui.files.drops import clipboard_content
from nti_desktop.ui.files.exports import ExportCommands
from nti_desktop.ui.files.files import Files
from nti_desktop.ui.files.recent import RecentMenu, show_recents
from nti_desktop.ui.session import Session
from nti_desktop.ui.window import MainWindow


class FileCommands(QObject):
    """The commands on files, and those that give pictures out."""

    def __init__(self, session: Session, files: Files, window: MainWindow) -> None:
        super().__init__()
        self._session = session
        self._files = files
        self._window = window
        self.exports = ExportCommands(session, files, window)
        self.recent = RecentMenu(session.store, window)
        self._shown: tuple[str, ...] | None = None
        self._photo = session.shown.photo
        self._connect_files()
        self._connect_actions()
        self._connect_window()
        self._show_recents()

    def _connect_files(self) -> None:
        files, message = self._files, self._window.message
        files.problem.connect(message.show_problem)
        files.told.connect(message.show_notice)
        files.waiting.connect(message.show_busy)

    def _connect_actions(self) -> None:
        files = self._files
        for name, slot in {
            "open": files.ask_open,
            "open_recent": self._open_recent,
            "save": files.save,
            "save_as": files.save_as,
            "paste": self._paste,
        }.items():
            self._window.actions_[name].triggered.connect(slot)

    def _connect_window(self) -> None:
        window, files, start = self._window, self._files, self._window.start
        window.dropped.connect(files.open_offered)
        window.close_wanted.connect(files.close)
        window.caption.describe.field.picture_pasted.connect(self._paste)
        window.toolbar.buttons["open"].setMenu(self.recent)
        window.toolbar.buttons["open"].setPopupMode(window.toolbar.buttons["save"].popupMode())
        start.open_wanted.connect(files.ask_open)
        start.sample_wanted.connect(files.open_sample)
        start.recent_wanted.connect(files.open)
        start.forget_wanted.connect(self._forget)
        self.recent.chosen.connect(files.open)
        self._session.store.changed.connect(self._show_recents)
        self._session.changed.connect(self._follow)
        for field in window.findChildren(QLineEdit):
            field.setAcceptDrops(False)  # a photo that is dropped on a field is meant for the window

    @Slot()
    def _paste(self) -> None:
        self._files.open_offered(clipboard_content())

    @Slot()
    def _follow(self) -> None:
        """What was said of the photo before is no longer of use."""
        photo = self._session.shown.photo
        if photo is not self._photo:
            self._photo = photo
            self._window.message.clear_problem()

    @Slot()
    def _open_recent(self) -> None:
        button = self._window.toolbar.buttons["open"]
        self.recent.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    @Slot(object)
    def _forget(self, path: Path) -> None:
        """Take a file off the list; the file itself stays."""
        store = self._session.store
        store.update(recent=tuple(known for known in store.value.recent if known != str(path)))

    @Slot()
    def _show_recents(self) -> None:
        recent = self._session.store.value.recent
        if recent != self._shown:
            self._shown = recent
            self._session.tasks.start(show_recents(self._window.start, self._session.tasks, recent))
