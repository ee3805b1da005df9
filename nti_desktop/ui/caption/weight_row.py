"""The weight of a word: a slider and the same as a number."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QHBoxLayout, QSlider, QWidget

from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.look.parts import label
from nti_desktop.ui.look.quiet_slider import QuietSlider

LEAST_WEIGHT, MOST_WEIGHT = -1.0, 3.0
_NUDGE = 0.1
_PER_UNIT = 20
_TIP = noop("How strongly the word counts: 1 as it is, more strengthens, less weakens, 0 mutes")


def nudged(weight: float, by: int) -> float:
    """A weight that is a little more, or with -1 a little less."""
    return min(max(round(weight + by * _NUDGE, 2), LEAST_WEIGHT), MOST_WEIGHT)


class WeightRow(QWidget):
    """Signals: `weighed` (weight) as it is dragged or typed."""

    weighed = Signal(float)

    def __init__(self, weight: float) -> None:
        super().__init__()
        self.slider = _slider(weight)
        self.number = _number(weight)
        self.slider.valueChanged.connect(self._slid)
        self.number.valueChanged.connect(self._typed)
        ends = QHBoxLayout()
        ends.addWidget(label(tr("weaker"), "small"))
        ends.addStretch(1)
        ends.addWidget(label(tr("stronger"), "small"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.addWidget(label(tr("Weight"), "section"), 0, 0, 1, 2)
        grid.addWidget(self.slider, 1, 0)
        grid.addWidget(self.number, 1, 1)
        grid.addLayout(ends, 2, 0)

    def show_weight(self, weight: float) -> None:
        """Follow a weight that was changed elsewhere."""
        if round(self.number.value(), 2) != round(weight, 2):
            with QSignalBlocker(self.number), QSignalBlocker(self.slider):
                self.number.setValue(weight)
                self.slider.setValue(round(weight * _PER_UNIT))

    @Slot(int)
    def _slid(self, value: int) -> None:
        self.number.setValue(value / _PER_UNIT)

    @Slot(float)
    def _typed(self, weight: float) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(weight * _PER_UNIT))
        self.weighed.emit(round(weight, 2))


def _slider(weight: float) -> QSlider:
    slider = QuietSlider()
    slider.setRange(round(LEAST_WEIGHT * _PER_UNIT), round(MOST_WEIGHT * _PER_UNIT))
    slider.setPageStep(_PER_UNIT // 4)
    slider.setValue(round(weight * _PER_UNIT))
    slider.setToolTip(tr(_TIP))
    slider.setAccessibleName(tr("Weight"))
    return slider


def _number(weight: float) -> QDoubleSpinBox:
    number = QDoubleSpinBox()
    number.setRange(LEAST_WEIGHT, MOST_WEIGHT)
    number.setSingleStep(_NUDGE)
    number.setDecimals(2)
    number.setMinimumWidth(64)
    number.setAlignment(Qt.AlignmentFlag.AlignCenter)
    number.setValue(weight)
    number.setToolTip(tr(_TIP))
    number.setAccessibleName(tr("Weight as a number"))
    return number
