"""Where the photo lies in the canvas: scale and origin, fitted or chosen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF

MARGIN = 28.0
LARGEST_FIT = 4.0
SMALLEST, LARGEST = 0.02, 32.0


@dataclass(frozen=True)
class Place:
    """A view in whole pixels of the screen, so that what is drawn by it is as sharp as the screen.

    Attributes:
        scale: screen pixels per photo pixel.
        x, y: where the photo's top left corner lies, screen pixels.
        width, height: of the room, screen pixels.
        ratio: screen pixels per point.
    """

    scale: float
    x: int
    y: int
    width: int
    height: int
    ratio: float

    @property
    def room(self) -> QRect:
        """All that is seen."""
        return QRect(0, 0, self.width, self.height)

    def at(self, rect: QRectF) -> QRectF:
        """A rectangle of the photo in screen pixels."""
        scale = self.scale
        left, top = self.x + rect.x() * scale, self.y + rect.y() * scale
        return QRectF(left, top, rect.width() * scale, rect.height() * scale)

    def moved_to(self, other: Place) -> QRectF:
        """Where the room as it was seen from here lies when seen from `other`."""
        by = other.scale / self.scale
        return QRectF(other.x - self.x * by, other.y - self.y * by, self.width * by, self.height * by)


class View:
    """Maps pixels of the photo to points of the widget.

    Attributes:
        scale: widget points per photo pixel.
        origin: widget position of the photo's top left corner.
        fitted: whether the photo follows the widget's size.
    """

    def __init__(self) -> None:
        self.scale = 1.0
        self.origin = QPointF()
        self.fitted = True
        self._widget = QSizeF(1, 1)
        self._photo = QSizeF(1, 1)

    @property
    def photo_rect(self) -> QRectF:
        """The whole photo in widget points."""
        return self.to_widget(QRectF(QPointF(), self._photo))

    def place(self, ratio: float) -> Place:
        """The same on a screen with so many pixels per point."""
        return Place(
            scale=self.scale * ratio,
            x=round(self.origin.x() * ratio),
            y=round(self.origin.y() * ratio),
            width=max(round(self._widget.width() * ratio), 1),
            height=max(round(self._widget.height() * ratio), 1),
            ratio=ratio,
        )

    def set_sizes(self, widget: QSizeF, photo: QSizeF) -> None:
        """Take note of a new size: what is in the middle stays there; another photo is fitted again."""
        if photo != self._photo:
            self.fitted = True
        grown = widget - self._widget
        self._widget, self._photo = widget, photo
        if self.fitted:
            self.fit()
        else:
            self.origin += QPointF(grown.width() / 2, grown.height() / 2)
            self._keep_in_sight()

    def fit(self) -> None:
        """Show the whole photo, as large as it goes."""
        room = QSizeF(max(self._widget.width() - 2 * MARGIN, 8), max(self._widget.height() - 2 * MARGIN, 8))
        scale = min(room.width() / self._photo.width(), room.height() / self._photo.height(), LARGEST_FIT)
        self.scale = max(scale, SMALLEST / 4)
        self._centre()
        self.fitted = True

    def zoom(self, factor: float, at: QPointF) -> None:
        """Change the scale; the photo's point under `at` stays there."""
        wanted = min(max(self.scale * factor, SMALLEST), LARGEST)
        ratio = wanted / self.scale
        self.origin = at + (self.origin - at) * ratio
        self.scale = wanted
        self.fitted = False
        self._keep_in_sight()

    def zoom_to(self, scale: float) -> None:
        """Change the scale about the middle of the widget."""
        self.zoom(scale / self.scale, QPointF(self._widget.width() / 2, self._widget.height() / 2))

    def pan(self, by: QPointF) -> None:
        """Move the photo."""
        self.origin = self.origin + by
        self.fitted = False
        self._keep_in_sight()

    def to_widget(self, rect: QRectF) -> QRectF:
        """A rectangle of the photo in widget points."""
        top_left = self.origin + rect.topLeft() * self.scale
        return QRectF(top_left, rect.size() * self.scale)

    def to_photo(self, point: QPointF) -> QPointF:
        """A point of the widget in photo pixels."""
        return (point - self.origin) / self.scale

    def _centre(self) -> None:
        size = self._photo * self.scale
        self.origin = QPointF(
            (self._widget.width() - size.width()) / 2, (self._widget.height() - size.height()) / 2
        )

    def _keep_in_sight(self) -> None:
        """A photo smaller than the widget is centred; of a larger one no edge leaves a gap."""
        size = self._photo * self.scale
        self.origin = QPointF(
            _placed(self.origin.x(), size.width(), self._widget.width()),
            _placed(self.origin.y(), size.height(), self._widget.height()),
        )


def _placed(origin: float, length: float, room: float) -> float:
    if length + 2 * MARGIN <= room:
        return (room - length) / 2
    return min(max(origin, room - length - MARGIN), MARGIN)
