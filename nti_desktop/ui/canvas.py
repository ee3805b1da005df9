"""The canvas: the photo, what became of it, attention over it, and a divider between before and after."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from nti_desktop.ui import canvas_paint as paint
from nti_desktop.ui.canvas_paint import Layer, Overlay
from nti_desktop.ui.theme import Theme
from nti_desktop.ui.view import View

_GRIP = 16.0
_CURSORS = {
    "divider": Qt.CursorShape.SplitHCursor,
    "frame": Qt.CursorShape.SizeAllCursor,
    "photo": Qt.CursorShape.ClosedHandCursor,
}
_STEPS: dict[int, float] = {Qt.Key.Key_Left: -0.02, Qt.Key.Key_Right: 0.02}


class Canvas(QWidget):
    """Shows what it is given; nothing here knows of documents or jobs.

    Signals:
        zoomed: (scale) widget points per photo pixel.
        held: (whether) the person holds Space to see the photo as it was.
        frame_moved: (top left corner, photo pixels) where the frame is dragged to.
    """

    zoomed = Signal(float)
    held = Signal(bool)
    frame_moved = Signal(QPointF)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._photo: Layer | None = None
        self._result: Layer | None = None
        self._overlay: Overlay | None = None
        self._frame: QRectF | None = None
        self._frame_movable = False
        self._grip = QPointF()
        self._note = ""
        self._opacity = 0.75
        self._comparing = False
        self._showing_before = False
        self._divider = 0.5
        self._dragged: str = ""
        self._last = QPointF()
        self.view = View()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 200)
        self.setAccessibleName("Photo")
        self.setAccessibleDescription(
            "Wheel zooms, dragging moves the photo, hold Space to see it as it was."
        )
        theme.changed.connect(self.update)

    @property
    def divider(self) -> float:
        """Share of the photo's width that shows it as it was, while comparing."""
        return self._divider

    @property
    def comparing(self) -> bool:
        """Whether a divider parts before from after."""
        return self._comparing and self._result is not None and self._frame is None

    @property
    def overlay(self) -> Overlay | None:
        """The attention map shown, if any."""
        return self._overlay

    @property
    def result(self) -> Layer | None:
        """What lies over the photo, if anything."""
        return self._result

    def set_photo(self, layer: Layer | None) -> None:
        """Show another photo."""
        self._photo = layer
        self._resized()

    def set_result(self, layer: Layer | None) -> None:
        """Show what became of the photo, or of a part of it."""
        if layer is not self._result:
            self._result = layer
            self.update()

    def set_frame(self, frame: QRectF | None, movable: bool = False) -> None:
        """Dim what lies outside a part of the photo; it may be dragged elsewhere."""
        self._frame_movable = movable
        if frame != self._frame:
            self._frame = frame
            self.update()

    def set_note(self, note: str) -> None:
        """A word on what is seen, in a corner."""
        if note != self._note:
            self._note = note
            self.update()

    def set_overlay(self, overlay: Overlay | None) -> None:
        """Lay an attention map over the photo."""
        if overlay is not self._overlay:
            self._overlay = overlay
            self.update()

    @Slot(int)
    def set_opacity(self, percent: int) -> None:
        """How strongly the attention map covers the photo."""
        self._opacity = percent / 100
        self.update()

    @Slot(bool)
    def set_comparing(self, comparing: bool) -> None:
        """Part before from after by a divider."""
        self._comparing = comparing
        self.update()

    def set_divider(self, share: float) -> None:
        """Move the divider."""
        before = self._divider_x()
        self._divider = min(max(share, 0.0), 1.0)
        left, right = sorted((before, self._divider_x()))
        band = QRectF(left - _GRIP, 0, right - left + 2 * _GRIP, self.height())
        self.update(band.toAlignedRect())

    def show_before(self, before: bool) -> None:
        """Show the photo as it was, for as long as wanted."""
        if before != self._showing_before:
            self._showing_before = before
            self.held.emit(before)
            self.update()

    @Slot()
    def fit(self) -> None:
        """Show the whole photo."""
        self.view.fit()
        self._changed_view()

    @Slot()
    def zoom_in(self) -> None:
        """Come nearer."""
        self.view.zoom_to(self.view.scale * 1.25)
        self._changed_view()

    @Slot()
    def zoom_out(self) -> None:
        """Step back."""
        self.view.zoom_to(self.view.scale / 1.25)
        self._changed_view()

    @Slot()
    def actual_size(self) -> None:
        """One pixel of the photo on one of the screen."""
        self.view.zoom_to(1 / self.devicePixelRatioF())
        self._changed_view()

    def _changed_view(self) -> None:
        self.zoomed.emit(self.view.scale * self.devicePixelRatioF())
        self.update()

    def _resized(self) -> None:
        if self._photo is not None:
            self.view.set_sizes(QSizeF(self.size()), self._photo.rect.size())
            self._changed_view()
        self.update()

    def _divider_x(self) -> float:
        rect = self.view.photo_rect
        return rect.left() + self._divider * rect.width()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the photo placed."""
        self._resized()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what is to be seen now."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.colours.ground))
        if self._photo is None:
            return
        paint.draw_shadow(painter, self.view.photo_rect)
        paint.draw_layer(painter, self.view, self._photo)
        self._paint_result(painter)
        if self._overlay is not None:
            paint.draw_overlay(painter, self.view, self._overlay, self._opacity)
        if self._frame is not None:
            paint.draw_frame(painter, self.view, self._frame, QColor(self._theme.colours.ground))
        self._paint_marks(painter)

    def _paint_result(self, painter: QPainter) -> None:
        if self._result is None or self._showing_before:
            return
        if self.comparing:
            right = QRectF(self.rect())
            right.setLeft(self._divider_x())
            painter.setClipRect(right)
        paint.draw_layer(painter, self.view, self._result)
        painter.setClipping(False)

    def _paint_marks(self, painter: QPainter) -> None:
        seen = self.view.photo_rect.intersected(QRectF(self.rect()).adjusted(8, 8, -8, -8))
        font = QFont(self.font())
        font.setPixelSize(12)
        bottom = seen.bottom() - 12
        if self.comparing and not self._showing_before:
            paint.draw_divider(painter, seen, self._divider_x(), QColor(self._theme.colours.accent))
            paint.draw_pill(painter, QPointF(seen.left() + 12, bottom), "Before", 0, font)
            paint.draw_pill(painter, QPointF(seen.right() - 12, bottom), "After", 1, font)
        elif self._showing_before and self._result is not None:
            paint.draw_pill(painter, QPointF(seen.left() + 12, bottom), "Before", 0, font)
        elif self._note:
            left = self.view.to_widget(self._frame).left() if self._frame is not None else seen.left()
            paint.draw_pill(painter, QPointF(max(left, seen.left()) + 12, bottom), self._note, 0, font)
        if self._overlay is not None:
            paint.draw_legend(painter, QPointF(seen.center().x(), seen.top() + 44), self._overlay.label, font)

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
        return self.comparing and abs(at.x() - self._divider_x()) <= _GRIP

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
