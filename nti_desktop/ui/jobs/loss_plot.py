"""The loss of every timestep, drawn as it is found: noisiest timestep at the left, log scale."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from nti_desktop.ui.jobs.progress import LossPoint
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.theme import Theme

_LEAST = 1e-12
_NOISIEST = 1000
_HEIGHT = 200
_MOST_LABELS = 6
_SMALL = 0.85  # of the text around it
_GAP = 12  # between labels and axis


class LossPlot(QWidget):
    """A curve through the steps that are done, its points coloured by the work that went into them; the step
    under way as a ring, and the loss at which a step is done as a dashed line.

    Attributes:
        curve, points, live, tolerance: in timesteps and powers of ten.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._view = pg.GraphicsView(background=None)
        self._box = pg.ViewBox(enableMenu=False, enableMouse=False, invertX=True)
        self._left, self._bottom = pg.AxisItem("left"), pg.AxisItem("bottom")
        self.tolerance = pg.PlotDataItem([], [])
        self.curve = pg.PlotDataItem([], [], antialias=True)
        self.points = pg.ScatterPlotItem(size=7, antialias=True)
        self.live = pg.ScatterPlotItem(size=9, antialias=True)
        self._drawn: Sequence[LossPoint] = ()
        self._set_up()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(tr("Loss of each timestep"))
        self.setToolTip(
            tr(
                "How far each step still is from the photo: lower is better. The noisiest step is at the "
                "left.\nThe stronger a point's colour, the more work went into its step; the ring is the one "
                "under way.\nBelow the dashed line a step is as close as it needs to be."
            )
        )
        theme.changed.connect(self._dress)
        self._dress()

    def show_points(self, points: Sequence[LossPoint]) -> None:
        """Draw the losses so far."""
        self._drawn = sorted(points, key=lambda point: -point.timestep)
        done = [point for point in self._drawn if point.done]
        self.curve.setData(*_places(done))
        self.points.setData(*_places(done), brush=self._brushes(done))
        self.live.setData(*_places([point for point in self._drawn if not point.done]))
        limits = [(p.timestep, p.tolerance) for p in self._drawn if p.tolerance]
        self.tolerance.setData(*_limits(limits))
        powers = [_power_of(point.loss) for point in self._drawn]
        if powers:
            low = float(np.floor(min(powers) - 0.2))
            self._set_range(low, max(float(np.ceil(max(powers) + 0.1)), low + 1))

    def _brushes(self, points: Sequence[LossPoint]) -> list[QColor]:
        """Colours from pale to strong, by inner iterations."""
        colours = self._theme.colours
        pale, strong = QColor(colours.border_strong), QColor(colours.accent)
        most = max((point.inner for point in points), default=0)
        found = {inner: _between(pale, strong, inner / most if most else 1.0) for inner in range(most + 1)}
        return [found[point.inner] for point in points]

    def _set_range(self, low: float, high: float) -> None:
        """Show whole decades, and name not too many of them."""
        self._box.setYRange(low, high, padding=0.07)  # room for the highest label
        stride = int((high - low) // _MOST_LABELS) + 1
        self._left.setTicks([[(n, _power(n)) for n in range(int(low), int(high) + 1, stride)]])

    def _set_up(self) -> None:
        grid = pg.GraphicsLayout()
        grid.setContentsMargins(0, 10, 0, 0)
        grid.setSpacing(0)
        self._view.setCentralItem(grid)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setStyleSheet("background: transparent")
        grid.addItem(self._left, 0, 0)
        grid.addItem(self._box, 0, 1)
        grid.addItem(self._bottom, 1, 1)
        for axis in (self._left, self._bottom):
            axis.linkToView(self._box)
        for item in (self.tolerance, self.curve, self.points, self.live):
            self._box.addItem(item, ignoreBounds=True)
        self._box.setXRange(0, _NOISIEST, padding=0.06)
        self._set_range(-6, -3)
        self._bottom.setTicks([[(t, str(t)) for t in (0, 250, 500, 750, 1000)]])
        self._left.setGrid(40)

    @Slot()
    def _dress(self) -> None:
        colours = self._theme.colours
        font = QFont(self.font())
        font.setPixelSize(round(QFontInfo(self.font()).pixelSize() * _SMALL))
        self._left.setWidth(round(QFontMetricsF(font).horizontalAdvance(_power(-10))) + _GAP)
        for axis in (self._left, self._bottom):
            axis.setPen(pg.mkPen(colours.border_strong))
            axis.setTextPen(pg.mkPen(colours.muted))
            axis.setStyle(tickFont=font, tickLength=-4, hideOverlappingLabels=False)
        self.curve.setPen(pg.mkPen(colours.border_strong, width=1.5))
        self.points.setPen(pg.mkPen(None))
        self.live.setPen(pg.mkPen(colours.accent, width=2))
        self.live.setBrush(QColor(colours.panel))
        self.tolerance.setPen(pg.mkPen(colours.muted, width=1, style=Qt.PenStyle.DashLine))
        self.show_points(self._drawn)


def _places(points: Sequence[LossPoint]) -> tuple[list[float], list[float]]:
    return [float(point.timestep) for point in points], [_power_of(point.loss) for point in points]


def _limits(limits: Sequence[tuple[int, float]]) -> tuple[list[float], list[float]]:
    """A line through the limits, from one end of the axis to the other."""
    if not limits:
        return [], []
    times, powers = [float(time) for time, _ in limits], [_power_of(limit) for _, limit in limits]
    return [float(_NOISIEST), *times, 0.0], [powers[0], *powers, powers[-1]]


def _power_of(loss: float) -> float:
    return math.log10(max(loss, _LEAST))


def _between(one: QColor, other: QColor, share: float) -> QColor:
    red = one.red() + share * (other.red() - one.red())
    green = one.green() + share * (other.green() - one.green())
    blue = one.blue() + share * (other.blue() - one.blue())
    return QColor(round(red), round(green), round(blue))


def _power(exponent: int) -> str:
    """A power of ten as it is written by hand."""
    return "10" + str(exponent).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
