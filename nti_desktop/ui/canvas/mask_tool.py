"""The mask brush: turns what the pointer does over the photo into strokes on a mask."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Signal

from nti_desktop.ui.canvas.painting import Kind, Painting
from nti_desktop.ui.canvas.strokes import Box, Point

LEAST_SIZE, MOST_SIZE = 1, 80  # percent of the picture's shorter side
_GROWTH = 1.25


class MaskTool(QObject):
    """A brush for the canvas.

    Attributes:
        kind: the mask that is painted on.
        erase: whether it takes paint away.
        size: diameter, percent of the picture's shorter side.
        soft: share of the radius over which the edge fades, percent.
        rect: what of the photo the masks lie over.

    Signals:
        painted: (rectangle of the photo) something changed there.
        stroke_done: the stroke is to be kept.
    """

    painted = Signal(QRectF)
    stroke_done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind: Kind = "own"
        self.erase = False
        self.size = 14
        self.soft = 40
        self._painting: Painting | None = None
        self.rect = QRectF(0, 0, 1, 1)
        self._last: Point | None = None

    def use(self, painting: Painting | None, rect: QRectF) -> None:
        """Paint on these masks, which lie over a rectangle of the photo."""
        self._painting, self.rect, self._last = painting, rect, None

    @property
    def busy(self) -> bool:
        """Whether a stroke is under way."""
        return self._last is not None

    @property
    def radius(self) -> float:
        """Of the rim, photo pixels."""
        return self.size / 200 * min(self.rect.width(), self.rect.height())

    @property
    def hard(self) -> float:
        """Where the soft edge begins, as a share of the radius."""
        return 1 - self.soft / 100

    def begin(self, at: QPointF) -> None:
        """Start a stroke: a dab."""
        self._last = self._on_mask(at)
        self._paint(self._last)

    def move(self, to: QPointF) -> None:
        """Go on with it."""
        if self._last is not None:
            self._paint(self._on_mask(to))

    def end(self) -> None:
        """Let it be kept."""
        if self._last is not None:
            self._last = None
            self.stroke_done.emit()

    def resize(self, larger: bool) -> int:
        """The next size up or down."""
        step = max(round(self.size * (_GROWTH - 1)), 1)
        return min(max(self.size + (step if larger else -step), LEAST_SIZE), MOST_SIZE)

    def _paint(self, to: Point) -> None:
        if self._painting is None or self._last is None:
            return
        radius = self.radius * self._scale
        box = self._painting.paint(self.kind, (self._last, to), radius, self.hard, self.erase)
        self._last = to
        if box[0].stop > box[0].start:
            self.painted.emit(self._on_photo(box))

    @property
    def _scale(self) -> float:
        """Mask pixels per photo pixel."""
        return self._painting.size[0] / self.rect.width() if self._painting is not None else 1.0

    def _on_mask(self, at: QPointF) -> Point:
        from_corner = (at - self.rect.topLeft()) * self._scale
        return from_corner.x(), from_corner.y()

    def _on_photo(self, box: Box) -> QRectF:
        """With a pixel more on each side, which smoothing reaches."""
        rows, columns = box
        left, top = int(columns.start) - 1, int(rows.start) - 1
        size = (int(columns.stop) - left + 1, int(rows.stop) - top + 1)
        by = 1 / self._scale
        return QRectF(left * by, top * by, size[0] * by, size[1] * by).translated(self.rect.topLeft())
