"""What the window remembers from one start to the next, and the look that was chosen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, Slot

from nti_desktop.ui.session import Session
from nti_desktop.ui.window import MainWindow


class Habits(QObject):
    """Brings the window to where it was, and follows the settings that concern all of it."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._store = store = session.store
        if store.value.geometry:
            window.restoreGeometry(QByteArray.fromBase64(store.value.geometry.encode()))
        store.changed.connect(self._follow)
        window.actions_["fit"].triggered.connect(self._prefer_fit)
        window.actions_["actual"].triggered.connect(self._prefer_actual)
        self._follow()

    @Slot()
    def remember(self) -> None:
        """Note where the window is, maximised or not."""
        self._store.update(geometry=bytes(self._window.saveGeometry().toBase64().data()).decode("ascii"))

    @Slot()
    def _follow(self) -> None:
        self._window.theme.choose(self._store.value.look)

    @Slot()
    def _prefer_fit(self) -> None:
        self._store.update(zoom="fit")

    @Slot()
    def _prefer_actual(self) -> None:
        self._store.update(zoom="actual")
