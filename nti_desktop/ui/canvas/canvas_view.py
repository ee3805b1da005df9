"""The photo on its ground: what became of it, attention over it, a divider between before and after."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from nti_desktop.ui.canvas import paint
from nti_desktop.ui.canvas.paint import Layer, Overlay
from nti_desktop.ui.canvas.view import View
from nti_desktop.ui.look.theme import Theme

GRIP = 16.0


class CanvasView(QWidget):
    """Shows what it is given; nothing here knows of documents or jobs.

    Signals:
        zoomed: (scale) widget points per photo pixel.
        held: (whether) the photo is shown as it was, for a moment.
    """

    zoomed = Signal(float)
    held = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._photo: Layer | None = None
        self._result: Layer | None = None
        self._overlay: Overlay | None = None
        self._frame: QRectF | None = None
        self._frame_movable = False
        self._note = ""
        self._opacity = 0.75
        self._comparing = False
        self._showing_before = False
        self._divider = 0.5
        self.view = View()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 200)
        self.setAccessibleName("Photo")
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
        band = QRectF(left - GRIP, 0, right - left + 2 * GRIP, self.height())
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
        room = QRectF(self.rect()).adjusted(8, 8, -8, -8)
        seen = self.view.photo_rect.intersected(room)
        font = QFont(self.font())
        font.setPixelSize(12)
        if self.comparing and not self._showing_before:
            paint.draw_divider(painter, seen, self._divider_x(), QColor(self._theme.colours.accent))
            paint.draw_sides(painter, seen, font)
        else:
            note = "Before" if self._showing_before and self._result is not None else self._note
            paint.draw_note(painter, self._framed(seen), room, note, font)
        if self._overlay is not None:
            paint.draw_legend(painter, QPointF(seen.center().x(), seen.top() + 44), self._overlay.label, font)

    def _framed(self, seen: QRectF) -> QRectF:
        """What is seen of the frame, or of the photo where there is none."""
        return seen if self._frame is None else self.view.to_widget(self._frame).intersected(seen)
