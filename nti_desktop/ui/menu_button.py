"""The button at the far right of the bar: what is needed now and then."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Slot
from PySide6.QtWidgets import QMenu, QToolButton

from nti_desktop.ui.actions import Actions

_ENTRIES = ("settings", "models", "", "palette", "shortcuts", "side", "", "about", "quit")


class MenuButton(QToolButton):
    """Opens a menu of actions, by mouse, or by the action “menu”."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.menu_ = QMenu(self)
        for name in _ENTRIES:
            self.menu_.addAction(actions[name]) if name else self.menu_.addSeparator()
        self.setDefaultAction(actions["menu"])
        self.setIconSize(QSize(20, 20))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(actions["menu"].text())
        actions["menu"].triggered.connect(self._open)

    @Slot()
    def _open(self) -> None:
        """Below the button, its right edges flush."""
        width = self.menu_.sizeHint().width()
        self.menu_.popup(self.mapToGlobal(QPoint(self.width() - width, self.height() + 4)))
