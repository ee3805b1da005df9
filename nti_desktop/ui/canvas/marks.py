"""What is drawn over the photo to say what is seen or what can be taken hold of, in points of the widget."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

PILL = QColor(20, 22, 24, 190)
PILL_TEXT = QColor(255, 255, 255)
HANDLE_RADIUS = 15.0
CORNER = 5.0  # half the side of a frame's handle
_NARROW = 200.0
_PAD = 10.0


def draw_frame(painter: QPainter, inside: QRectF, photo: QRectF, ground: QColor, handles: bool) -> None:
    """Dim what the model does not see, and show where the frame can be taken hold of."""
    veil = QColor(ground)
    veil.setAlpha(175)
    for rect in _around(inside, photo):
        painter.fillRect(rect, veil)
    if inside.contains(photo.adjusted(1, 1, -1, -1)) and not handles:
        return
    for colour, half in ((QColor(0, 0, 0, 90), 1.5), (QColor(255, 255, 255, 230), 0.75)):
        line = QMarginsF(half, half, half, half)
        for rect in _around(inside - line, inside + line):  # many times quicker than a stroke, at 4K
            painter.fillRect(rect, colour)
    if handles:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        _draw_handles(painter, inside)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


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


def draw_ring(painter: QPainter, centre: QPointF, radius: float, hard: float) -> None:
    """The brush: its rim, and where its soft edge begins."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((QColor(0, 0, 0, 150), 3.0), (QColor(255, 255, 255), 1.4)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(centre, radius, radius)
    if 2 < radius * hard < radius - 2:
        painter.setPen(QPen(QColor(255, 255, 255, 150), 1, Qt.PenStyle.DashLine))
        painter.drawEllipse(centre, radius * hard, radius * hard)


def draw_pill(painter: QPainter, anchor: QPointF, text: str, align: float, font: QFont) -> QRectF:
    """A small label; `align` 0 puts its left end at the anchor, 1 its right end. Returns where it lies."""
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(text) + 2 * _PAD, metrics.height() + 8
    rect = QRectF(anchor.x() - align * width, anchor.y() - height, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(PILL)
    painter.drawRoundedRect(rect, height / 2, height / 2)
    painter.setPen(PILL_TEXT)
    painter.setFont(font)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    return rect


def draw_sides(painter: QPainter, seen: QRectF, names: tuple[str, str], font: QFont) -> None:
    """Say which side of the divider is which; beside a photo too narrow to hold both."""
    inside = seen.width() >= _NARROW
    left, right = (seen.left() + 12, seen.right() - 12) if inside else (seen.left() - 8, seen.right() + 8)
    room = seen.width() / 2 - 24 if inside else _NARROW / 2
    first, second = (elided(name, room, font) for name in names)
    draw_pill(painter, QPointF(left, seen.bottom() - 12), first, 0 if inside else 1, font)
    draw_pill(painter, QPointF(right, seen.bottom() - 12), second, 1 if inside else 0, font)


def draw_note(painter: QPainter, seen: QRectF, room: QRectF, note: str, font: QFont) -> None:
    """A word at the lower left, or in the middle where it is wider than the photo."""
    if not note:
        return
    note = elided(note, room.width(), font)
    width = QFontMetricsF(font).horizontalAdvance(note) + 2 * _PAD
    left = seen.left() + 12 if width + 24 <= seen.width() else seen.center().x() - width / 2
    left = max(room.left(), min(left, room.right() - width))
    draw_pill(painter, QPointF(left, seen.bottom() - 12), note, 0, font)


def elided(text: str, room: float, font: QFont) -> str:
    """As much of a text as fits into a pill of that width."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideMiddle, max(room - 2 * _PAD, 24))


def _around(inside: QRectF, outside: QRectF) -> list[QRectF]:
    """What is left of a rectangle outside another one: above, below, left and right of it."""
    left, top, right, bottom = outside.left(), outside.top(), outside.right(), outside.bottom()
    return [
        QRectF(QPointF(left, top), QPointF(right, inside.top())),
        QRectF(QPointF(left, inside.bottom()), QPointF(right, bottom)),
        QRectF(QPointF(left, inside.top()), QPointF(inside.left(), inside.bottom())),
        QRectF(QPointF(inside.right(), inside.top()), QPointF(right, inside.bottom())),
    ]


def _draw_handles(painter: QPainter, frame: QRectF) -> None:
    painter.setPen(QPen(QColor(0, 0, 0, 130), 1))
    painter.setBrush(QColor(255, 255, 255))
    for corner in (frame.topLeft(), frame.topRight(), frame.bottomLeft(), frame.bottomRight()):
        painter.drawRoundedRect(
            QRectF(corner.x() - CORNER, corner.y() - CORNER, 2 * CORNER, 2 * CORNER), 2, 2
        )
