"""Canvas commands: how the photo is looked at, from the bar, the menus and the keys, kept in the settings."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from nti_desktop.ui.canvas.framing import FrameCommands
from nti_desktop.ui.canvas.mask_commands import MaskCommands
from nti_desktop.ui.canvas.pair_tray import PairTray
from nti_desktop.ui.canvas.presenter import CanvasPresenter
from nti_desktop.ui.session import Session
from nti_desktop.ui.settings import Compare
from nti_desktop.ui.window import MainWindow

MOST_AMPLIFIED = 16
_ACTIONS: dict[Compare, str] = {
    "divider": "compare_divider",
    "side": "compare_side",
    "difference": "compare_difference",
}


class CanvasCommands(QObject):
    """Connects actions and bar with the canvas; what is chosen goes by way of the settings."""

    def __init__(self, session: Session, window: MainWindow, presenter: CanvasPresenter) -> None:
        super().__init__()
        self._session = session
        self._canvas, self._bar, self._actions = window.canvas, window.toolbar, window.actions_
        self._presenter = presenter
        self._pair = PairTray()
        window.canvas.add_tray(self._pair)
        self.frame = FrameCommands(session, window.canvas)
        self.mask = MaskCommands(session, window)
        self._connect_actions()
        self._connect_bar()
        session.changed.connect(self.refresh)
        window.canvas.left_tool.connect(presenter.end_comparison)
        self._pair.done.clicked.connect(presenter.end_comparison)
        presenter.pair_changed.connect(self._show_pair)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Render the settings."""
        chosen, canvas = self._session.settings, self._canvas
        canvas.set_mode(chosen.compare, min(max(chosen.amplify, 1), MOST_AMPLIFIED))
        canvas.set_comparing(chosen.comparing)
        canvas.set_opacity(chosen.map_opacity)
        self._actions["compare"].setChecked(chosen.comparing)
        for mode, name in _ACTIONS.items():
            self._actions[name].setChecked(chosen.comparing and mode == chosen.compare)
        if canvas.result is None:
            canvas.show_before(False)
        self._bar.show_choices(chosen.map_opacity, chosen.map_colours, chosen.amplify)

    @Slot()
    def _show_pair(self) -> None:
        self._pair.setVisible(self._presenter.pair is not None)

    def _connect_actions(self) -> None:
        actions, canvas = self._actions, self._canvas
        for name, slot in {
            "double": canvas.double_size,
            "compare": self._compare,
            "compare_divider": self._compare_by_line,
            "compare_side": self._compare_side_by_side,
            "compare_difference": self._show_difference,
            "before": canvas.show_before,
        }.items():
            actions[name].triggered.connect(slot)
        actions["overlay"].toggled.connect(self._presenter.turn_maps)
        canvas.held.connect(actions["before"].setChecked)

    def _connect_bar(self) -> None:
        bar, canvas = self._bar, self._canvas
        canvas.zoomed.connect(bar.show_zoom)
        bar.hold.pressed.connect(self._hold)
        bar.hold.released.connect(self._let_go)
        bar.opacity.valueChanged.connect(self._set_opacity)
        bar.colours_chosen.connect(self._set_colours)
        bar.factor_chosen.connect(self._set_factor)

    @Slot(bool)
    def _compare(self, on: bool) -> None:
        self._session.store.update(comparing=on)

    @Slot()
    def _compare_by_line(self) -> None:
        self._choose("divider")

    @Slot()
    def _compare_side_by_side(self) -> None:
        self._choose("side")

    @Slot()
    def _show_difference(self) -> None:
        self._choose("difference")

    def _choose(self, mode: Compare) -> None:
        """The way chosen already is turned off."""
        now = self._session.settings
        self._session.store.update(compare=mode, comparing=not (now.comparing and now.compare == mode))
        self.refresh()

    @Slot()
    def _hold(self) -> None:
        self._canvas.show_before(True)

    @Slot()
    def _let_go(self) -> None:
        self._canvas.show_before(False)

    @Slot(int)
    def _set_opacity(self, percent: int) -> None:
        self._session.store.update(map_opacity=percent)

    @Slot(str)
    def _set_colours(self, name: str) -> None:
        self._session.store.update(map_colours=name)

    @Slot(int)
    def _set_factor(self, factor: int) -> None:
        self._session.store.update(amplify=factor)
