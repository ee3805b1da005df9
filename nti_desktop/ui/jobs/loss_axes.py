"""The axes of the losses: timesteps from the noisiest at the left, powers of ten upwards."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter

from nti_desktop.ui.look.colours import Colours

NOISIEST = 1000
_TIMES = (0, 250, 500, 750, 1000)
_MOST_LABELS = 6
_SMALL = 0.85  # of the text around it
_GAP = 12  # between labels and axis
_TICK = 4
_TOP = 10
_AROUND = 0.06  # share of the range that is left free on either side
_FAINT = 40  # alpha of the lines across


class Axes:
    """Where a loss is drawn, and what stands beside and below.

    Attributes:
        room: between the axes and the edges, points.
        decades: whole powers of ten, the least and the greatest shown.
    """

    def __init__(self) -> None:
        self.room = QRectF()
        self.decades = (-6, -3)
        self._font = QFont()

    def fit(self, least: float, greatest: float) -> None:
        """Show whole decades around these powers."""
        low = math.floor(least - 0.2)
        self.decades = low, max(math.ceil(greatest + 0.1), low + 1)

    def place(self, rect: QRectF, font: QFont) -> None:
        """Lie in a rectangle, with labels that go with a font."""
        self._font = QFont(font)
        self._font.setPixelSize(round(QFontInfo(font).pixelSize() * _SMALL))
        metrics = QFontMetricsF(self._font)
        left = round(metrics.horizontalAdvance(_power(-10))) + _GAP
        below = round(metrics.height()) + _TICK
        self.room = rect.adjusted(left + 0.5, _TOP, 0, -below - 0.5)  # so that thin lines are sharp

    def at(self, timestep: float, power: float) -> QPointF:
        """Where a loss is drawn."""
        low, high = self.decades
        across, up = (NOISIEST - timestep) / NOISIEST, (power - low) / (high - low)
        room, inner = self.room, 1 - 2 * _AROUND
        return QPointF(
            room.left() + room.width() * (_AROUND + inner * across),
            room.bottom() - room.height() * (_AROUND + inner * up),
        )

    def paint(self, painter: QPainter, colours: Colours) -> None:
        """Draw the axes, lines across at some decades, and the labels of both."""
        painter.setFont(self._font)
        line, text, room = QColor(colours.border_strong), QColor(colours.muted), self.room
        for power in self._labelled():
            self._paint_decade(painter, power, line, text)
        for timestep in _TIMES:
            self._paint_time(painter, timestep, line, text)
        painter.setPen(line)
        painter.drawPolyline([room.topLeft(), room.bottomLeft(), room.bottomRight()])

    def _labelled(self) -> range:
        """Not too many of the decades."""
        low, high = self.decades
        return range(low, high + 1, (high - low) // _MOST_LABELS + 1)

    def _paint_decade(self, painter: QPainter, power: int, line: QColor, text: QColor) -> None:
        y, room = round(self.at(0, power).y()) + 0.5, self.room
        faint = QColor(line)
        faint.setAlpha(_FAINT)
        painter.setPen(faint)
        painter.drawLine(QLineF(room.left(), y, room.right(), y))
        painter.setPen(text)
        beside = QRectF(0, y - room.left() / 2, room.left() - _TICK, room.left())
        painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _power(power))

    def _paint_time(self, painter: QPainter, timestep: int, line: QColor, text: QColor) -> None:
        x, room = round(self.at(timestep, 0).x()) + 0.5, self.room
        painter.setPen(line)
        painter.drawLine(QLineF(x, room.bottom(), x, room.bottom() - _TICK))
        painter.setPen(text)
        below = QRectF(x - room.left(), room.bottom() + _TICK, 2 * room.left(), room.left())
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(timestep))


def _power(exponent: int) -> str:
    """A power of ten as it is written by hand."""
    return "10" + str(exponent).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
