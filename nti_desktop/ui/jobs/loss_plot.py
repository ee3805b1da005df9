"""The loss of every timestep, drawn as it is found: noisiest timestep at the left, log scale."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from nti_desktop.ui.look.theme import Theme

_LEAST = 1e-12
_NOISIEST = 1000
_HEIGHT = 230
_MOST_LABELS = 6


class LossPlot(QWidget):
    """A curve with its points, and the tolerance as a dashed line.

    Attributes:
        curve: in timesteps and powers of ten.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._view = pg.GraphicsView(background=None)
        self._box = pg.ViewBox(enableMenu=False, enableMouse=False, invertX=True)
        self._left, self._bottom = pg.AxisItem("left"), pg.AxisItem("bottom")
        self.curve = pg.PlotDataItem([], [], antialias=True)
        self.tolerance = pg.InfiniteLine(angle=0, movable=False)
        self._set_up()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName("Loss of each timestep")
        self.setToolTip(
            "How far each step still is from the photo: lower is better.\nThe noisiest step is at the left."
        )
        theme.changed.connect(self._dress)
        self._dress()

    def show_losses(
        self, timesteps: Sequence[int], losses: Sequence[float], tolerance: float | None = None
    ) -> None:
        """Draw the losses so far."""
        powers = np.log10(np.maximum(np.asarray(losses, np.float64), _LEAST))
        self.curve.setData(np.asarray(timesteps, np.float64), powers)
        self.tolerance.setVisible(bool(tolerance))
        if tolerance:
            self.tolerance.setValue(np.log10(tolerance))
        if len(powers):
            low = float(np.floor(powers.min() - 0.2))
            self._set_range(low, max(float(np.ceil(powers.max() + 0.1)), low + 1))

    def _set_range(self, low: float, high: float) -> None:
        """Show whole decades, and name not too many of them."""
        self._box.setYRange(low, high, padding=0.03)
        stride = int((high - low) // _MOST_LABELS) + 1
        self._left.setTicks([[(n, _power(n)) for n in range(int(low), int(high) + 1, stride)]])

    def _set_up(self) -> None:
        grid = pg.GraphicsLayout()
        grid.setContentsMargins(0, 4, 0, 0)
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
        self._box.addItem(self.tolerance, ignoreBounds=True)
        self._box.addItem(self.curve)
        self._box.setXRange(0, _NOISIEST, padding=0.06)
        self._set_range(-6, -3)
        self._bottom.setTicks([[(t, str(t)) for t in (0, 250, 500, 750, 1000)]])
        self._left.setWidth(40)
        self._left.setGrid(40)
        self.tolerance.setVisible(False)

    @Slot()
    def _dress(self) -> None:
        colours = self._theme.colours
        font = QFont(self.font())
        font.setPixelSize(11)
        for axis in (self._left, self._bottom):
            axis.setPen(pg.mkPen(colours.border_strong))
            axis.setTextPen(pg.mkPen(colours.muted))
            axis.setStyle(tickFont=font, tickLength=-4, hideOverlappingLabels=False)
        self.curve.setPen(pg.mkPen(colours.accent, width=2))
        self.curve.setSymbol("o")
        self.curve.setSymbolSize(4)
        self.curve.setSymbolPen(None)
        self.curve.setSymbolBrush(QColor(colours.accent))
        self.tolerance.setPen(pg.mkPen(colours.muted, width=1, style=Qt.PenStyle.DashLine))


def _power(exponent: int) -> str:
    """A power of ten as it is written by hand."""
    return "10" + str(exponent).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
