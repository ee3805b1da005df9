"""All that lies in the canvas, and how each of its pictures is put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from nti_desktop.ui.canvas import paint
from nti_desktop.ui.canvas.paint import Layer, Overlay, Veil
from nti_desktop.ui.canvas.view import Place

Picture = Literal["before", "after", "difference"]


@dataclass(eq=False)
class Scene:
    """What is to be seen.

    Attributes:
        photo: the photo itself; None shows nothing.
        left: another edit instead of the photo, while two edits are compared.
        result: what became of the photo, or of a part of it.
        overlay, opacity: attention over either.
        veils: painted masks over either.
        factor: how many times as strong a difference is shown.
        ground: the colour around the photo.
    """

    photo: Layer | None = None
    left: Layer | None = None
    result: Layer | None = None
    overlay: Overlay | None = None
    opacity: float = 0.75
    veils: tuple[Veil, ...] = ()
    factor: int = 4
    ground: QColor = field(default_factory=QColor)

    def paint(self, which: Picture, painter: QPainter, place: Place, rough: bool) -> None:
        """Paint one of the pictures."""
        if which == "difference" and not rough:
            self._paint_difference(painter, place)
            return
        self._paint_pictures(which, painter, place, rough)
        if self.overlay is not None and not rough:
            paint.paint_over(painter, place, self.overlay.image, self.overlay.rect, self.opacity)
        for veil in self.veils:
            paint.paint_over(painter, place, veil.image, veil.rect)

    def _paint_pictures(self, which: Picture, painter: QPainter, place: Place, rough: bool) -> None:
        if self.photo is None:
            painter.fillRect(place.room, self.ground)
            return
        paint.paint_ground(painter, place, self.photo.rect, self.ground)
        top = self.left if which == "before" else self.result
        hidden = top is not None and top.rect.contains(self.photo.rect)
        layers = [layer for layer in (None if hidden else self.photo, top) if layer is not None]
        paint.paint_layers(painter, place, layers, rough)

    def _paint_difference(self, painter: QPainter, place: Place) -> None:
        """Only the strip that the painter is clipped to is worked on."""
        if self.photo is None:
            painter.fillRect(place.room, self.ground)
            return
        strip = painter.clipBoundingRect().toAlignedRect() & place.room
        paint.paint_ground(painter, place, self.photo.rect, self.ground)
        before, after = (self._strip(which, place, strip) for which in ("before", "after"))
        painter.setClipRect(place.at(self.photo.rect) & QRectF(strip))
        painter.drawImage(strip.topLeft(), paint.difference(before, after, self.factor))

    def _strip(self, which: Literal["before", "after"], place: Place, strip: QRect) -> QImage:
        made = QImage(strip.size(), QImage.Format.Format_ARGB32_Premultiplied)
        painter = QPainter(made)
        painter.translate(-strip.topLeft())
        painter.setClipRect(strip)
        self._paint_pictures(which, painter, place, False)
        painter.end()
        return made
