"""How the parts of the canvas are drawn."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
)

from nti_desktop.ui.canvas.pictures import Picture, overlay_colours
from nti_desktop.ui.canvas.view import View

_PILL = QColor(20, 22, 24, 190)
_PILL_TEXT = QColor(255, 255, 255)
_CRISP_FROM = 6.0
HANDLE_RADIUS = 15.0
_NARROW = 200.0


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
    """An attention map in colour over a part of the photo."""

    image: QImage
    rect: QRectF
    label: str


def draw_layer(painter: QPainter, view: View, layer: Layer) -> None:
    """Draw a picture where it belongs, from the level that suits the scale."""
    target = view.to_widget(layer.rect)
    ratio = painter.device().devicePixelRatioF()
    scale = target.width() * ratio / max(layer.picture.width, 1)
    source = layer.picture.level_for(scale)
    own_scale = target.width() * ratio / max(source.width(), 1)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, layer.soft or own_scale < _CRISP_FROM)
    painter.drawImage(target, source, QRectF(source.rect()))


def draw_overlay(painter: QPainter, view: View, overlay: Overlay, opacity: float) -> None:
    """Blend an attention map over the photo."""
    painter.setOpacity(opacity)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
    painter.drawImage(view.to_widget(overlay.rect), overlay.image, QRectF(overlay.image.rect()))
    painter.setOpacity(1)


def draw_shadow(painter: QPainter, rect: QRectF) -> None:
    """Lift the photo a little off the ground."""
    painter.setPen(Qt.PenStyle.NoPen)
    for grow, alpha in ((7, 8), (4, 12), (2, 18)):
        painter.setBrush(QColor(0, 0, 0, alpha))
        painter.drawRoundedRect(rect.adjusted(-grow, -grow + 2, grow, grow + 2), grow, grow)


def draw_frame(painter: QPainter, view: View, frame: QRectF, ground: QColor) -> None:
    """Dim what the model does not see."""
    inside, photo = view.to_widget(frame), view.photo_rect
    if inside.contains(photo.adjusted(1, 1, -1, -1)):
        return
    path = QPainterPath()
    path.addRect(photo)
    path.addRect(inside)
    veil = QColor(ground)
    veil.setAlpha(175)
    painter.fillPath(path, veil)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(255, 255, 255, 220), 1.5))
    painter.drawRect(inside)


def draw_divider(painter: QPainter, rect: QRectF, x: float, accent: QColor) -> None:
    """The line between before and after, with its handle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(QColor(0, 0, 0, 60), 4))
    painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
    painter.setPen(QPen(QColor(255, 255, 255), 2))
    painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
    centre = QPointF(x, rect.center().y())
    painter.setPen(QPen(QColor(0, 0, 0, 50), 1))
    painter.setBrush(QColor(255, 255, 255))
    painter.drawEllipse(centre, HANDLE_RADIUS, HANDLE_RADIUS)
    painter.setPen(QPen(accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    for side in (-1, 1):
        tip, back = centre.x() + side * 8, centre.x() + side * 4
        painter.drawPolyline(
            [QPointF(back, centre.y() - 4), QPointF(tip, centre.y()), QPointF(back, centre.y() + 4)]
        )


def draw_pill(painter: QPainter, anchor: QPointF, text: str, align: float, font: QFont) -> QRectF:
    """A small label; `align` 0 puts its left end at the anchor, 1 its right end. Returns where it lies."""
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(text) + 20, metrics.height() + 8
    rect = QRectF(anchor.x() - align * width, anchor.y() - height, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_PILL)
    painter.drawRoundedRect(rect, height / 2, height / 2)
    painter.setPen(_PILL_TEXT)
    painter.setFont(font)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    return rect


def draw_sides(painter: QPainter, seen: QRectF, font: QFont) -> None:
    """Say which side of the divider is which; beside a photo too narrow to hold both."""
    inside = seen.width() >= _NARROW
    left, right = (seen.left() + 12, seen.right() - 12) if inside else (seen.left() - 8, seen.right() + 8)
    draw_pill(painter, QPointF(left, seen.bottom() - 12), "Before", 0 if inside else 1, font)
    draw_pill(painter, QPointF(right, seen.bottom() - 12), "After", 1 if inside else 0, font)


def draw_note(painter: QPainter, seen: QRectF, room: QRectF, note: str, font: QFont) -> None:
    """A word at the lower left, or in the middle where it is wider than the photo."""
    if not note:
        return
    width = QFontMetricsF(font).horizontalAdvance(note) + 20
    left = seen.left() + 12 if width + 24 <= seen.width() else seen.center().x() - width / 2
    left = max(room.left(), min(left, room.right() - width))
    draw_pill(painter, QPointF(left, seen.bottom() - 12), note, 0, font)


def draw_legend(painter: QPainter, anchor: QPointF, label: str, font: QFont) -> None:
    """Whose map it is, and which end of the colours means much attention."""
    metrics = QFontMetricsF(font)
    words = [(label, 14.0), ("less", 6.0)]
    bar, height = 84.0, metrics.height() + 10
    width = (
        28
        + sum(metrics.horizontalAdvance(w) + gap for w, gap in words)
        + bar
        + 6
        + metrics.horizontalAdvance("more")
    )
    rect = QRectF(anchor.x() - width / 2, anchor.y() - height, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_PILL)
    painter.drawRoundedRect(rect, height / 2, height / 2)
    painter.setFont(font)
    x, baseline = rect.left() + 14, rect.center().y() + (metrics.ascent() - metrics.descent()) / 2
    for text, gap in words:
        painter.setPen(_PILL_TEXT)
        painter.drawText(QPointF(x, baseline), text)
        x += metrics.horizontalAdvance(text) + gap
    _draw_ramp(painter, QRectF(x, rect.center().y() - 4, bar, 8))
    painter.setPen(_PILL_TEXT)
    painter.drawText(QPointF(x + bar + 6, baseline), "more")


def _draw_ramp(painter: QPainter, rect: QRectF) -> None:
    gradient = QLinearGradient(rect.topLeft(), rect.topRight())
    colours = overlay_colours()
    for n in range(0, 256, 15):
        blue, green, red, alpha = (int(v) for v in colours[n])
        gradient.setColorAt(n / 255, QColor(*(min(v * 255 // alpha, 255) for v in (red, green, blue))))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(gradient))
    painter.drawRoundedRect(rect, 4, 4)
