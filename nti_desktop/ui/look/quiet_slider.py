"""A slider that goes where it is pressed, and that the wheel leaves alone while the panel is scrolled."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider


class QuietSlider(QSlider):
    """Horizontal; the wheel moves it only when it has the focus."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the handle under the mouse, from where it can be dragged."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._go_to(event.position().toPoint().x())
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the panel scroll."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _go_to(self, x: int) -> None:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_Slider, QStyle.SubControl.SC_SliderHandle
        handle = self.style().subControlRect(control, option, part, self)
        if not handle.left() <= x <= handle.right():
            room, place = self.width() - handle.width(), x - handle.width() // 2
            upside_down = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            self.setValue(
                QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), place, room, upside_down)
            )
