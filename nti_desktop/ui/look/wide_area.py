"""What is as high as it needs to be, and scrolls sideways where it is too wide."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_BAR = 16  # room for the scroll bar


class WideArea(QScrollArea):
    """Follows the height of its content, which may still be filled."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def setWidget(self, widget: QWidget) -> None:
        """Hold another content; the one before is gone."""
        super().setWidget(widget)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Something in it came, went or changed its size."""
        if event.type() is QEvent.Type.LayoutRequest and watched is self.widget():
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        content = self.widget()
        if content is not None:
            self.setFixedHeight(content.sizeHint().height() + _BAR)
