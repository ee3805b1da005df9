"""Says whose attention is shown, and which colours mean what."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QLinearGradient, QPainter

from nti_desktop.ui.canvas.colour_maps import overlay_colours
from nti_desktop.ui.canvas.marks import PILL, PILL_TEXT
from nti_desktop.ui.canvas.paint import Overlay
from nti_desktop.ui.look.i18n import tr

_BAR = 84.0
_DOT = 10.0
_PAD = 14.0


def draw_legend(painter: QPainter, middle: QPointF, room: float, overlay: Overlay, font: QFont) -> None:
    """A pill whose top edge has its middle there; it is not wider than `room`."""
    if overlay.words:
        _draw_words(painter, middle, room, overlay, font)
    else:
        _draw_one(painter, middle, room, overlay, font)


def _draw_one(painter: QPainter, middle: QPointF, room: float, overlay: Overlay, font: QFont) -> None:
    """One word's name, as much of it as there is room for, and the colours from less to more attention."""
    metrics, less, more = QFontMetricsF(font), tr("less"), tr("more")
    others = 3 * _PAD + 12 + _BAR + metrics.horizontalAdvance(less) + metrics.horizontalAdvance(more)
    name = metrics.elidedText(overlay.label, Qt.TextElideMode.ElideMiddle, max(room - others, 24))
    rect = _draw_pill(painter, middle, others + metrics.horizontalAdvance(name), metrics)
    x = _draw_text(painter, rect.left() + _PAD, rect, name, font) + _PAD
    x = _draw_text(painter, x, rect, less, font) + 6
    _draw_ramp(painter, QRectF(x, rect.center().y() - 4, _BAR, 8), overlay.colours)
    _draw_text(painter, x + _BAR + 6, rect, more, font)


def _draw_words(painter: QPainter, middle: QPointF, room: float, overlay: Overlay, font: QFont) -> None:
    """Each word beside its hue."""
    metrics = QFontMetricsF(font)
    share = (room - 2 * _PAD) / len(overlay.words) - _DOT - 20
    names = [
        metrics.elidedText(word, Qt.TextElideMode.ElideRight, max(share, 24)) for word, _ in overlay.words
    ]
    width = 2 * _PAD - _PAD + sum(metrics.horizontalAdvance(name) + _DOT + 6 + _PAD for name in names)
    rect = _draw_pill(painter, middle, width, metrics)
    x = rect.left() + _PAD
    for name, (_, colour) in zip(names, overlay.words, strict=True):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QRectF(x, rect.center().y() - _DOT / 2, _DOT, _DOT))
        x = _draw_text(painter, x + _DOT + 6, rect, name, font) + _PAD


def _draw_pill(painter: QPainter, middle: QPointF, width: float, metrics: QFontMetricsF) -> QRectF:
    height = metrics.height() + 10
    rect = QRectF(middle.x() - width / 2, middle.y(), width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(PILL)
    painter.drawRoundedRect(rect, height / 2, height / 2)
    return rect


def _draw_text(painter: QPainter, x: float, rect: QRectF, text: str, font: QFont) -> float:
    """Returns where the text ends."""
    metrics = QFontMetricsF(font)
    painter.setPen(PILL_TEXT)
    painter.setFont(font)
    painter.drawText(QPointF(x, rect.center().y() + (metrics.ascent() - metrics.descent()) / 2), text)
    return x + metrics.horizontalAdvance(text)


def _draw_ramp(painter: QPainter, rect: QRectF, colours: str) -> None:
    gradient = QLinearGradient(rect.topLeft(), rect.topRight())
    table = overlay_colours(colours)
    for n in range(0, 256, 15):
        blue, green, red, alpha = (int(v) for v in table[n])
        gradient.setColorAt(n / 255, QColor(*(min(v * 255 // alpha, 255) for v in (red, green, blue))))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(gradient))
    painter.drawRoundedRect(rect, 4, 4)
