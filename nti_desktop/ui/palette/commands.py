"""Opens the palette and runs what was chosen; the latest choices come first the next time."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from nti_desktop.ui.palette.palette import Palette
from nti_desktop.ui.settings import SettingsStore
from nti_desktop.ui.window import MainWindow

_LEFT_OUT = ("palette", "menu")
_MOST_REMEMBERED = 8


class PaletteCommands(QObject):
    """The palette is made when it is first wanted."""

    def __init__(self, window: MainWindow, store: SettingsStore) -> None:
        super().__init__(window)
        self._window = window
        self._store = store
        self.palette_: Palette | None = None
        window.actions_["palette"].triggered.connect(self._toggle)

    @Slot()
    def _toggle(self) -> None:
        if self.palette_ is None:
            self.palette_ = Palette(self._window, self._window.theme)
            self.palette_.chosen.connect(self._run)
        if self.palette_.isVisible():
            self.palette_.hide()
        else:
            self.palette_.open(self._in_order())

    def _in_order(self) -> list[QAction]:
        """The latest choices first, the rest as the app lists them."""
        by_name = self._window.actions_.by_name
        latest = [name for name in self._store.value.commands if name in by_name]
        names = [*latest, *(name for name in by_name if name not in latest)]
        return [by_name[name] for name in names if name not in _LEFT_OUT]

    @Slot(object)
    def _run(self, action: QAction) -> None:
        name = next((n for n, known in self._window.actions_.by_name.items() if known is action), None)
        if name is not None:
            others = [known for known in self._store.value.commands if known != name]
            self._store.update(commands=tuple([name, *others][:_MOST_REMEMBERED]))
        action.trigger()
