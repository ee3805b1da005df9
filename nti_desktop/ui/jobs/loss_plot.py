"""The loss of every timestep, drawn as it is found: noisiest timestep at the left, log scale."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from nti_desktop.ui.jobs.loss_axes import NOISIEST, Axes
from nti_desktop.ui.jobs.progress import LossPoint
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.theme import Theme

_LEAST = 1e-12
_HEIGHT = 200
_DOT, _RING = 7.0, 9.0

Line = tuple[tuple[int, float], ...]  # timestep, power of ten


class LossPlot(QWidget):
    """A curve through the steps that are done, its points coloured by the work that went into them; the step
    under way as a ring, and the loss at which a step is done as a dashed line.

    Attributes:
        curve, live, tolerance: what is drawn, noisiest first.
        axes: where.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._done: Sequence[LossPoint] = ()
        self.curve: Line = ()
        self.live: Line = ()
        self.tolerance: Line = ()
        self.axes = Axes()
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(tr("Loss of each timestep"))
        self.setToolTip(
            tr(
                "How far each step still is from the photo: lower is better. The noisiest step is at the "
                "left.\nThe stronger a point's colour, the more work went into its step; the ring is the one "
                "under way.\nBelow the dashed line a step is as close as it needs to be."
            )
        )
        theme.changed.connect(self.update)

    @property
    def colours(self) -> list[QColor]:
        """Of the points of the curve: from pale to strong, by inner iterations."""
        pale, strong = (QColor(c) for c in (self._theme.colours.border_strong, self._theme.colours.accent))
        most = max((point.inner for point in self._done), default=0)
        made = {n: _between(pale, strong, n / most if most else 1.0) for n in {p.inner for p in self._done}}
        return [made[point.inner] for point in self._done]

    def show_points(self, points: Sequence[LossPoint]) -> None:
        """Draw the losses so far."""
        drawn = sorted(points, key=lambda point: -point.timestep)
        self._done = [point for point in drawn if point.done]
        self.curve = _line(self._done)
        self.live = _line([point for point in drawn if not point.done])
        self.tolerance = _limits([(p.timestep, p.tolerance) for p in drawn if p.tolerance])
        powers = [_power_of(point.loss) for point in drawn]
        if powers:
            self.axes.fit(min(powers), max(powers))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the axes, and the losses over them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.axes.place(QRectF(self.rect()), self.font())
        self.axes.paint(painter, self._theme.colours)
        painter.setClipRect(self.axes.room)
        self._paint_lines(painter)
        self._paint_points(painter)

    def _paint_lines(self, painter: QPainter) -> None:
        colours = self._theme.colours
        painter.setPen(QPen(QColor(colours.muted), 1, Qt.PenStyle.DashLine))
        painter.drawPolyline(self._polygon(self.tolerance))
        painter.setPen(QPen(QColor(colours.border_strong), 1.5))
        painter.drawPolyline(self._polygon(self.curve))

    def _paint_points(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for (timestep, power), colour in zip(self.curve, self.colours, strict=True):
            painter.setBrush(colour)
            painter.drawEllipse(self.axes.at(timestep, power), _DOT / 2, _DOT / 2)
        painter.setPen(QPen(QColor(self._theme.colours.accent), 2))
        painter.setBrush(QColor(self._theme.colours.panel))
        for timestep, power in self.live:
            painter.drawEllipse(self.axes.at(timestep, power), _RING / 2, _RING / 2)

    def _polygon(self, line: Line) -> QPolygonF:
        return QPolygonF([self.axes.at(timestep, power) for timestep, power in line])


def _line(points: Sequence[LossPoint]) -> Line:
    return tuple((point.timestep, _power_of(point.loss)) for point in points)


def _limits(limits: Sequence[tuple[int, float]]) -> Line:
    """A line through the limits, from one end of the axis to the other."""
    if not limits:
        return ()
    line = [(timestep, _power_of(limit)) for timestep, limit in limits]
    return (NOISIEST, line[0][1]), *line, (0, line[-1][1])


def _power_of(loss: float) -> float:
    return math.log10(max(loss, _LEAST))


def _between(one: QColor, other: QColor, share: float) -> QColor:
    red = one.red() + share * (other.red() - one.red())
    green = one.green() + share * (other.green() - one.green())
    blue = one.blue() + share * (other.blue() - one.blue())
    return QColor(round(red), round(green), round(blue))
