"""The bar at the top: files and history at the left, looking at the photo at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSlider, QToolButton, QWidget, QWidgetAction

from nti_desktop.ui.actions import Actions
from nti_desktop.ui.look.parts import label

_HEIGHT = 52
_OPACITY = 75


class Toolbar(QFrame):
    """Buttons for the actions, the zoom, and how strongly attention maps cover the photo."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setProperty("look", "bar")
        self.setFixedHeight(_HEIGHT)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 0, 12, 0)
        self._layout.setSpacing(4)
        self.zoom = label("", "muted")
        self.zoom.setMinimumWidth(48)
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.zoom.setToolTip("Size of the photo on the screen")
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.buttons: dict[str, QToolButton] = {}
        self._fill(actions)

    @Slot(float)
    def show_zoom(self, scale: float) -> None:
        """Render the scale."""
        self.zoom.setText(f"{scale * 100:.0f} %")

    def _fill(self, actions: Actions) -> None:
        for name in ("open", "save", "export"):
            self._add(actions, name, words=True)
        self._add_gap()
        for name in ("undo", "redo"):
            self._add(actions, name)
        self._layout.addStretch(1)
        self._add(actions, "compare", words=True)
        overlay = self._add(actions, "overlay", words=True)
        overlay.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        overlay.setMenu(self._opacity_menu())
        save_menu = QMenu(self)
        save_menu.addAction(actions["save_as"])
        self.buttons["save"].setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.buttons["save"].setMenu(save_menu)
        self._add_gap()
        self._add(actions, "zoom_out")
        self._layout.addWidget(self.zoom)
        self._add(actions, "zoom_in")
        self._add(actions, "fit")

    def _add(self, actions: Actions, name: str, words: bool = False) -> QToolButton:
        made = QToolButton()
        made.setDefaultAction(actions[name])
        made.setIconSize(QSize(20, 20))
        style = Qt.ToolButtonStyle
        made.setToolButtonStyle(style.ToolButtonTextBesideIcon if words else style.ToolButtonIconOnly)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setAccessibleName(actions[name].text())
        self.buttons[name] = made
        self._layout.addWidget(made)
        return made

    def _add_gap(self) -> None:
        line = QFrame()
        line.setProperty("look", "rule")
        line.setFixedSize(1, 24)
        self._layout.addSpacing(6)
        self._layout.addWidget(line)
        self._layout.addSpacing(6)

    def _opacity_menu(self) -> QMenu:
        menu = QMenu(self)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(12, 8, 12, 8)
        self.opacity.setRange(20, 100)
        self.opacity.setValue(_OPACITY)
        self.opacity.setFixedWidth(140)
        self.opacity.setToolTip("How strongly the attention map covers the photo")
        self.opacity.setAccessibleName("Opacity of the attention map")
        row.addWidget(label("Opacity", "muted"))
        row.addWidget(self.opacity)
        action = QWidgetAction(menu)
        action.setDefaultWidget(holder)
        menu.addAction(action)
        return menu
