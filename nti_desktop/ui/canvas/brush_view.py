"""The brush over the photo: its rim under the pointer, and strokes by mouse or keys."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from nti_desktop.ui.canvas.canvas_view import CanvasView
from nti_desktop.ui.canvas.marks import draw_ring
from nti_desktop.ui.look.theme import Theme


class Brush(Protocol):
    """What paints on the photo; points and lengths in photo pixels."""

    @property
    def radius(self) -> float:
        """Of its rim."""

    @property
    def hard(self) -> float:
        """Where its soft edge begins, as a share of the radius."""

    def begin(self, at: QPointF) -> None:
        """Start a stroke."""

    def move(self, to: QPointF) -> None:
        """Go on with it."""

    def end(self) -> None:
        """The stroke is done."""


class BrushView(CanvasView):
    """Shows a brush where it is, and hands its way on in photo pixels."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._brush: Brush | None = None
        self._brush_at: QPointF | None = None  # widget points

    @property
    def brush(self) -> Brush | None:
        """What the left button paints with, if anything."""
        return self._brush

    def set_brush(self, brush: Brush | None) -> None:
        """Paint with the left button, or drag again."""
        self._brush, self._brush_at = brush, None
        if brush is not None:
            self._brush_at = self.panes[0].center()
        self._split()

    def brush_changed(self) -> None:
        """Its size is another now."""
        self.update()

    @property
    def comparing(self) -> bool:
        """Not while a mask is painted: it belongs to one picture."""
        return self._brush is None and super().comparing

    def leaveEvent(self, event: QEvent) -> None:
        """The brush goes with the pointer."""
        if self._brush is not None:
            self._move_ring(None)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the brush over all else."""
        super().paintEvent(event)
        if self._brush is not None and self._brush_at is not None and self._scene.photo is not None:
            painter = QPainter(self)
            painter.setClipRect(self.panes[0])
            draw_ring(painter, self._brush_at, self._brush.radius * self.view.scale, self._brush.hard)

    def _move_brush(self, arrow: QPointF, paint: bool) -> None:
        """By a part of its size, leaving a stroke behind or not."""
        if self._brush is None:
            return
        start = self._brush_at or self.panes[0].center()
        step = max(self._brush.radius * self.view.scale / 2, 2.0)
        end = start + arrow * step
        if paint:
            self._stroke(start, end)
        self._move_ring(end)

    def _stroke(self, start: QPointF, end: QPointF) -> None:
        if self._brush is not None:
            self._brush.begin(self._photo_point(start))
            self._brush.move(self._photo_point(end))
            self._brush.end()

    def _move_ring(self, to: QPointF | None) -> None:
        for at in (self._brush_at, to):
            if at is not None and self._brush is not None:
                reach = self._brush.radius * self.view.scale + 4
                self.update(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach).toAlignedRect())
        self._brush_at = to

    def _photo_point(self, at: QPointF) -> QPointF:
        return self.view.to_photo(self.to_pane(at))
