"""What the window remembers from one start to the next, and the look that was chosen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, Slot

from nti_desktop.ui.settings import SettingsStore
from nti_desktop.ui.window import MainWindow


class Habits(QObject):
    """Brings the window to where it was, and follows the settings that concern all of it."""

    def __init__(self, window: MainWindow, store: SettingsStore) -> None:
        super().__init__(window)
        self._window = window
        self._store = store
        if store.value.geometry:
            window.restoreGeometry(QByteArray.fromBase64(store.value.geometry.encode()))
        store.changed.connect(self._follow)
        self._follow()

    @Slot()
    def remember(self) -> None:
        """Note where the window is, maximised or not."""
        self._store.update(geometry=bytes(self._window.saveGeometry().toBase64().data()).decode("ascii"))

    @Slot()
    def _follow(self) -> None:
        self._window.theme.choose(self._store.value.look)
