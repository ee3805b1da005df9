"""How what lies in the canvas is painted: ground, photo, results, attention and masks, in screen pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QRegion

from nti_desktop.ui.canvas.colour_maps import WARM
from nti_desktop.ui.canvas.pictures import Picture
from nti_desktop.ui.canvas.view import Place

_CRISP_FROM = 6.0
_CHECK = 8  # side of a square of the checker, points
_SHADOWS = ((7, 8), (4, 12), (2, 18))
_CHANNELS = 4
_EDGE = 2  # of the photo, which need not end on a whole pixel


@dataclass(frozen=True, eq=False)
class Layer:
    """A picture and the part of the photo that it shows, in photo pixels.

    Attributes:
        soft: whether it is drawn smoothly however near one comes, because it is smaller than the photo.
    """

    picture: Picture
    rect: QRectF
    soft: bool = False


@dataclass(frozen=True, eq=False)
class Overlay:
    """Attention in colour over a part of the photo.

    Attributes:
        label: whose map it is, where it is one word's.
        colours: the name of the colour map.
        words: of several words at once, each with its hue.
    """

    image: QImage
    rect: QRectF
    label: str = ""
    colours: str = WARM
    words: tuple[tuple[str, QColor], ...] = ()


@dataclass(frozen=True, eq=False)
class Veil:
    """A picture that is laid over part of the photo as it is, such as a painted mask."""

    image: QImage
    rect: QRectF


def paint_ground(painter: QPainter, place: Place, photo: QRectF, ground: QColor) -> None:
    """What lies around the photo: the ground, and a soft shadow on it."""
    rect, room = place.at(photo), QRectF(place.room)
    if rect.contains(room):
        return
    covered = rect.toAlignedRect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    painter.save()
    painter.setClipRegion(QRegion(place.room).subtracted(QRegion(covered)), Qt.ClipOperation.IntersectClip)
    painter.fillRect(place.room, ground)
    painter.restore()
    painter.setPen(Qt.PenStyle.NoPen)
    for width, alpha in _SHADOWS:
        grow = width * place.ratio
        ring = QPainterPath()
        ring.addRoundedRect(
            rect.adjusted(-grow, -grow, grow, grow).translated(0, 2 * place.ratio), grow, grow
        )
        ring.addRect(rect)
        painter.fillPath(
            ring.intersected(_path(room)) if rect.width() > room.width() else ring, QColor(0, 0, 0, alpha)
        )


def paint_layers(painter: QPainter, place: Place, layers: Sequence[Layer], rough: bool = False) -> None:
    """Pictures over one another; behind a transparent one lies the checker."""
    for layer in layers:
        if layer.picture.transparent:
            _paint_checker(painter, place, layer.rect)
        _paint_layer(painter, place, layer, rough)


def paint_over(painter: QPainter, place: Place, image: QImage, rect: QRectF, opacity: float = 1.0) -> None:
    """Blend a small picture over the photo."""
    painter.setOpacity(opacity)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
    _draw_seen(painter, place, image, rect)
    painter.setOpacity(1)


def difference(before: QImage, after: QImage, factor: int) -> QImage:
    """How far two pictures of one size (ARGB32, opaque) differ, `factor` times as strong."""
    one, other = (_pixels(image) for image in (before, after))
    apart = np.maximum(one, other) - np.minimum(one, other)
    strong = np.minimum(apart, 255 // factor) * np.uint8(factor)
    strong[..., 3] = 255
    height, width = strong.shape[:2]
    form = QImage.Format.Format_ARGB32_Premultiplied
    return QImage(strong.data, width, height, _CHANNELS * width, form).copy()


def _paint_layer(painter: QPainter, place: Place, layer: Layer, rough: bool) -> None:
    target, picture = place.at(layer.rect), layer.picture
    source = picture.levels[-1] if rough else picture.level_for(target.width() / max(picture.width, 1))
    smooth = layer.soft or target.width() / max(source.width(), 1) < _CRISP_FROM
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth and not rough)
    _draw_seen(painter, place, source, layer.rect)


def _draw_seen(painter: QPainter, place: Place, image: QImage, rect: QRectF) -> None:
    """Draw what is seen of an image; the paint engine loses its way in rectangles far beyond the screen."""
    target = place.at(rect)
    seen = target & QRectF(place.room)
    if seen.isEmpty():
        return
    across, down = image.width() / target.width(), image.height() / target.height()
    left, right = _whole(seen.left() - target.left(), seen.right() - target.left(), across, image.width())
    top, bottom = _whole(seen.top() - target.top(), seen.bottom() - target.top(), down, image.height())
    source = QRect(QPoint(left, top), QPoint(right - 1, bottom - 1))
    corner = target.topLeft() + QPointF(left / across, top / down)
    drawn = QRectF(corner.x(), corner.y(), source.width() / across, source.height() / down)
    painter.drawImage(drawn, image, QRectF(source))


def _whole(start: float, end: float, by: float, length: int) -> tuple[int, int]:
    """Whole pixels around a stretch, with a few to spare for the smoothing."""
    return max(int(start * by) - 2, 0), min(int(end * by) + 3, length)


def _paint_checker(painter: QPainter, place: Place, rect: QRectF) -> None:
    painter.setBrushOrigin(place.x, place.y)
    painter.fillRect(place.at(rect) & QRectF(place.room), QBrush(_checker(round(_CHECK * place.ratio))))


@cache
def _checker(side: int) -> QImage:
    """Two by two squares."""
    made = QImage(2 * side, 2 * side, QImage.Format.Format_RGB32)
    made.fill(QColor(255, 255, 255))
    painter = QPainter(made)
    for corner in (0, side):
        painter.fillRect(corner, corner, side, side, QColor(204, 204, 204))
    painter.end()
    return made


def _path(rect: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRect(rect)
    return path


def _pixels(image: QImage) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """A view of the pixels: height x width x 4."""
    height, width = image.height(), image.width()
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(height, image.bytesPerLine() // _CHANNELS, _CHANNELS)[:, :width]
