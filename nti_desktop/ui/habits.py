"""What the window remembers from one start to the next, and the look that was chosen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QTimer, Slot

from nti_desktop.ui.session import Session
from nti_desktop.ui.window import MainWindow


class Habits(QObject):
    """Brings the window to where it was, and follows the settings that concern all of it."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._store = store = session.store
        self._photo = session.document.project.photo
        if store.value.geometry:
            window.restoreGeometry(QByteArray.fromBase64(store.value.geometry.encode()))
        store.changed.connect(self._follow)
        session.changed.connect(self._look_for_photo)
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

    @Slot()
    def _look_for_photo(self) -> None:
        """Show a new photo the way the last one was chosen to be shown, once it is on the canvas."""
        photo = self._session.document.project.photo
        if photo is not self._photo:
            self._photo = photo
            if photo is not None and self._store.value.zoom == "actual":
                QTimer.singleShot(0, self, self._window.canvas.actual_size)
