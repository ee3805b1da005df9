"""What the canvas shows, painted ahead in pixels of the screen and a little at a time.

A photo of 48 megapixels on a large screen takes longer to scale smoothly than a frame lasts. A sheet is
painted in strips between two events; until it is done, the one before is shown where it would lie now.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QRegion

from nti_desktop.ui.canvas.view import Place

AT_ONCE = 1_000_000  # pixels of a sheet that are painted without a pause
STRIP = 500_000  # pixels painted between two events

Paint = Callable[[QPainter, Place, bool], None]


class Sheet:
    """One picture of the room; `paint(painter, place, rough)` draws it in screen pixels."""

    def __init__(self, paint: Paint) -> None:
        self._paint = paint
        self._shown: QImage | None = None
        self._place: Place | None = None
        self._next: QImage | None = None
        self._wanted: Place | None = None
        self._rows = 0

    @property
    def done(self) -> bool:
        """Whether it shows what was wanted last."""
        return self._next is None

    def touch(self) -> None:
        """What it shows has changed: paint it anew when it is wanted."""
        self._wanted = self._next = None

    def clear(self) -> None:
        """Forget all: what it showed is gone, and must not be seen any more."""
        self._shown = self._place = self._next = self._wanted = None

    def want(self, place: Place) -> None:
        """Show the room as seen from there; a small one is painted now, of a large one the rest is left."""
        if place == self._wanted:
            return
        self._wanted, self._rows = place, 0
        self._next = QImage(place.width, place.height, QImage.Format.Format_RGB32)
        if place.width * place.height <= AT_ONCE:
            self.work(AT_ONCE)

    def work(self, pixels: int = STRIP) -> None:
        """Paint the next strip of about so many pixels."""
        if self._next is None or self._wanted is None:
            return
        rows = max(pixels // self._next.width(), 1)
        strip = QRect(0, self._rows, self._next.width(), rows)
        self._paint_part(self._next, self._wanted, strip)
        self._rows += rows
        if self._rows >= self._next.height():
            self._shown, self._place, self._next = self._next, self._wanted, None

    def patch(self, rect: QRectF) -> None:
        """What it shows has changed within a rectangle of the photo only."""
        for image, place in ((self._shown, self._place), (self._next, self._wanted)):
            if image is not None and place is not None:
                part = place.at(rect).toAlignedRect().adjusted(-2, -2, 2, 2) & place.room
                self._paint_part(image, place, part)

    def draw(self, painter: QPainter, corner: QPointF, place: Place) -> None:
        """Put it on the widget, its top left corner at `corner` (points)."""
        if self._shown is not None and self._place == place:
            size = QRectF(corner, QSizeF(place.width, place.height) / place.ratio)
            painter.drawImage(size, self._shown, QRectF(self._shown.rect()))
            return
        painter.save()
        painter.translate(corner)
        painter.scale(1 / place.ratio, 1 / place.ratio)
        painter.setClipRect(place.room, Qt.ClipOperation.IntersectClip)
        self._draw_moved(painter, place)
        painter.restore()

    def _draw_moved(self, painter: QPainter, place: Place) -> None:
        """The last one that is done, where it would lie now, and around it whatever is quick to paint."""
        around = QRegion(place.room)
        moved = QRectF() if self._place is None else self._place.moved_to(place)
        inside = moved.toAlignedRect().adjusted(1, 1, -1, -1)
        painter.save()
        painter.setClipRegion(around - QRegion(inside), Qt.ClipOperation.IntersectClip)
        self._paint(painter, place, True)
        painter.restore()
        if self._shown is not None:
            painter.drawImage(moved, self._shown, QRectF(self._shown.rect()))

    def _paint_part(self, image: QImage, place: Place, part: QRect) -> None:
        painter = QPainter(image)
        painter.setClipRect(part)
        self._paint(painter, place, False)
        painter.end()
