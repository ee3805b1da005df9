"""The canvas in the hands of a person: wheel, mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent

from nti_desktop.ui.canvas.canvas_view import GRIP, CanvasView
from nti_desktop.ui.look.theme import Theme

_CURSORS = {
    "divider": Qt.CursorShape.SplitHCursor,
    "frame": Qt.CursorShape.SizeAllCursor,
    "photo": Qt.CursorShape.ClosedHandCursor,
}
_STEPS: dict[int, float] = {Qt.Key.Key_Left: -0.02, Qt.Key.Key_Right: 0.02}


class Canvas(CanvasView):
    """The wheel zooms; the divider, the frame and the photo are dragged; Space shows the photo as it was.

    Signals:
        frame_moved: (top left corner, photo pixels) where the frame is dragged to.
    """

    frame_moved = Signal(QPointF)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._dragged = ""
        self._last = QPointF()
        self._grip = QPointF()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(
            "Wheel zooms, dragging moves the photo, hold Space to see it as it was."
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        if self._photo is not None and event.angleDelta().y():
            self.view.zoom(1.0015 ** event.angleDelta().y(), event.position())
            self._changed_view()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the divider, or of the photo."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._dragged = self._part_at(event.position())
            self._last = event.position()
            if self._frame is not None:
                self._grip = self._frame.topLeft() - self.view.to_photo(event.position())
            self._show_cursor(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held."""
        if self._dragged == "divider":
            rect = self.view.photo_rect
            self.set_divider((event.position().x() - rect.left()) / max(rect.width(), 1))
        elif self._dragged == "frame":
            self.frame_moved.emit(self.view.to_photo(event.position()) + self._grip)
        elif self._dragged == "photo":
            self.view.pan(event.position() - self._last)
            self._changed_view()
        self._last = event.position()
        self._show_cursor(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._dragged = ""
        self._show_cursor(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit again."""
        if not self._on_divider(event.position()):
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space shows the photo as it was; the arrows move the divider."""
        step = _STEPS.get(event.key(), 0.0)
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.show_before(True)
        elif step and self.comparing:
            self.set_divider(self._divider + step)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Letting Space go ends the look back."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.show_before(False)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A release may never come."""
        self.show_before(False)
        super().focusOutEvent(event)

    def _on_divider(self, at: QPointF) -> bool:
        return self.comparing and abs(at.x() - self._divider_x()) <= GRIP

    def _part_at(self, at: QPointF) -> str:
        if self._on_divider(at):
            return "divider"
        in_frame = self._frame is not None and self._frame.contains(self.view.to_photo(at))
        return "frame" if self._frame_movable and in_frame else "photo"

    def _show_cursor(self, at: QPointF) -> None:
        part = self._dragged or self._part_at(at)
        if part == "photo" and not self._dragged:
            self.unsetCursor()
        else:
            self.setCursor(_CURSORS[part])
