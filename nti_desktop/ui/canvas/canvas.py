"""The canvas in the hands of a person: wheel, mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from nti_desktop.ui.canvas.brush_view import BrushView
from nti_desktop.ui.canvas.canvas_view import GRIP
from nti_desktop.ui.canvas.frame import Corner, corner_at
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.theme import Theme

_CURSORS = {
    "divider": Qt.CursorShape.SplitHCursor,
    "frame": Qt.CursorShape.SizeAllCursor,
    "photo": Qt.CursorShape.ClosedHandCursor,
    "brush": Qt.CursorShape.BlankCursor,
}
_ARROWS: dict[int, QPointF] = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_PAN = 48.0  # points by key
_DIVIDER_STEP = 0.02
_TYPED_IN = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Canvas(BrushView):
    """The wheel zooms; the divider, the frame and the photo are dragged; Space shows the photo as it was.

    Signals:
        frame_moved: (top left corner, photo pixels) where the frame is dragged to.
        frame_pulled: (corner, photo pixels) where one of its corners is dragged to.
        frame_stepped: (key, whether to resize, whether by a pixel) an arrow key, meant for the frame.
        left_tool: Escape.
    """

    frame_moved = Signal(QPointF)
    frame_pulled = Signal(object, QPointF)
    frame_stepped = Signal(int, bool, bool)
    left_tool = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._dragged = ""
        self._space = False
        self._corner: Corner = (0, 0)
        self._last = QPointF()
        self._grip = QPointF()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(
            tr(
                "The wheel zooms. Dragging or Ctrl with the arrow keys moves the photo. "
                "The arrow keys move the frame or the line between before and after; with Shift they resize "
                "the frame. Hold Space to see the photo as it was."
            )
        )

    def enterEvent(self, event: QEnterEvent) -> None:
        """Keys go to what one points at, such as Space, unless something is being typed."""
        if not isinstance(QApplication.focusWidget(), _TYPED_IN):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().enterEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        if self._scene.photo is not None and event.angleDelta().y():
            self.view.zoom(1.0015 ** event.angleDelta().y(), self.to_pane(event.position()))
            self._changed_view()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of what is there; the middle button always takes the photo."""
        at = self._last = event.position()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._dragged = "photo"
        elif event.button() == Qt.MouseButton.LeftButton:
            self._dragged = self._part_at(at)
            self._take(at)
        self._show_cursor(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held."""
        at = event.position()
        self._drag(at)
        self._last = at
        if self._brush is not None:
            self._move_ring(at)
        self._show_cursor(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._dragged == "brush" and self._brush is not None:
            self._brush.end()
        self._dragged = ""
        self._show_cursor(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit again."""
        if self._brush is not None:
            self.mousePressEvent(event)  # two quick dabs
        elif self._part_at(event.position()) in ("photo", "frame"):
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space shows the photo as it was; the arrows move what can be moved; Enter paints."""
        key, arrow = event.key(), _ARROWS.get(event.key())
        if key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._space = True
                self.show_before(True)
        elif arrow is not None and self._scene.photo is not None:
            self._arrow(key, arrow, event.modifiers())
        elif key in _ENTER and self._brush is not None and self._brush_at is not None:
            self._stroke(self._brush_at, self._brush_at)
        elif key == Qt.Key.Key_Escape:
            self.left_tool.emit()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Letting Space go ends the look back."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._end_hold()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A release may never come."""
        self._end_hold()
        super().focusOutEvent(event)

    def _end_hold(self) -> None:
        if self._space:
            self._space = False
            self.show_before(False)

    def _arrow(self, key: int, arrow: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        shift = bool(modifiers & _SHIFT)
        if self._brush is not None and not modifiers & _CONTROL:
            self._move_brush(arrow, paint=shift)
        elif self._frame is not None and self._frame_movable:
            self.frame_stepped.emit(key, shift, bool(modifiers & _CONTROL))
        elif self.mode == "divider" and arrow.x() and not modifiers & _CONTROL:
            self.set_divider(self._divider + _DIVIDER_STEP * arrow.x())
        else:
            self.view.pan(arrow * -_PAN)
            self._changed_view()

    def _take(self, at: QPointF) -> None:
        if self._frame is not None:
            self._grip = self._frame.topLeft() - self._photo_point(at)
        if self._dragged == "corner":
            self._corner = corner_at(self.on_widget(self._frame or QRectF()), at) or (0, 0)
        if self._dragged == "brush" and self._brush is not None:
            self._brush.begin(self._photo_point(at))

    def _drag(self, at: QPointF) -> None:
        if self._dragged == "divider":
            rect = self.view.photo_rect
            self.set_divider((at.x() - rect.left()) / max(rect.width(), 1))
        elif self._dragged == "corner":
            self.frame_pulled.emit(self._corner, self._photo_point(at))
        elif self._dragged == "frame":
            self.frame_moved.emit(self._photo_point(at) + self._grip)
        elif self._dragged == "brush" and self._brush is not None:
            self._brush.move(self._photo_point(at))
        elif self._dragged == "photo":
            self.view.pan(at - self._last)
            self._changed_view()

    def _on_divider(self, at: QPointF) -> bool:
        return self.mode == "divider" and abs(at.x() - self._divider_x()) <= GRIP

    def _part_at(self, at: QPointF) -> str:
        if self._brush is not None:
            return "brush"
        if self._on_divider(at):
            return "divider"
        if self._frame is None or not self._frame_movable:
            return "photo"
        if corner_at(self.on_widget(self._frame), at) is not None:
            return "corner"
        return "frame" if self._frame.contains(self._photo_point(at)) else "photo"

    def _show_cursor(self, at: QPointF) -> None:
        part = self._dragged or self._part_at(at)
        if part == "photo" and not self._dragged:
            self.unsetCursor()
        elif part == "corner":
            corner = corner_at(self.on_widget(self._frame or QRectF()), at) or self._corner
            falling = corner[0] == corner[1]
            shape = Qt.CursorShape.SizeFDiagCursor if falling else Qt.CursorShape.SizeBDiagCursor
            self.setCursor(shape)
        else:
            self.setCursor(_CURSORS[part])
