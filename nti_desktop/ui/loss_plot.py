"""The loss of every timestep, drawn as it is found: noisiest timestep at the left, log scale."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nti_desktop.ui.theme import Theme

_LEAST = 1e-12
_NOISIEST = 1000
_HEIGHT = 230


class LossPlot(QWidget):
    """A curve with its points, and the tolerance as a dashed line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.plot = pg.PlotWidget(background=None)
        self.curve = self.plot.plot([], [], antialias=True)
        self.tolerance = pg.InfiniteLine(angle=0, movable=False)
        self.tolerance.setVisible(False)
        self.plot.addItem(self.tolerance, ignoreBounds=True)
        self._set_up()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.plot)
        self.setFixedHeight(_HEIGHT)
        self.plot.setStyleSheet("background: transparent")
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
        values = np.maximum(np.asarray(losses, np.float64), _LEAST)
        self.curve.setData(np.asarray(timesteps, np.float64), values)
        self.tolerance.setVisible(bool(tolerance))
        if tolerance:
            self.tolerance.setValue(np.log10(tolerance))
        if len(values):
            low, high = float(np.log10(values.min())), float(np.log10(values.max()))
            self._set_range(np.floor(low - 0.2), max(np.ceil(high + 0.1), np.floor(low - 0.2) + 1))

    def _set_range(self, low: float, high: float) -> None:
        """Show whole decades, and name not more than six of them."""
        self.plot.setYRange(low, high, padding=0.03)
        stride = int((high - low) // 6) + 1
        decades = [(n, _power(n)) for n in range(int(low), int(high) + 1, stride)]
        self.plot.getPlotItem().getAxis("left").setTicks([decades])

    def _set_up(self) -> None:
        item = self.plot.getPlotItem()
        item.hideButtons()
        item.setMenuEnabled(False)
        item.setLogMode(x=False, y=True)
        item.getViewBox().setMouseEnabled(x=False, y=False)
        item.getViewBox().invertX(True)
        item.getViewBox().setDefaultPadding(0.02)
        self.plot.setXRange(0, _NOISIEST, padding=0.06)
        self.plot.setFrameShape(pg.QtWidgets.QFrame.Shape.NoFrame)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        item.showGrid(x=False, y=True, alpha=0.15)
        item.getAxis("bottom").setTicks([[(t, str(t)) for t in (0, 250, 500, 750, 1000)]])
        item.getAxis("left").setWidth(40)

    @Slot()
    def _dress(self) -> None:
        colours = self._theme.colours
        font = QFont(self.font())
        font.setPixelSize(11)
        for side in ("left", "bottom"):
            axis = self.plot.getPlotItem().getAxis(side)
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
