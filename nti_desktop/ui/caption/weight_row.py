"""The weight of a word: a slider and the same as a number."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QHBoxLayout, QSlider, QWidget

from nti_desktop.ui.look.parts import label

LEAST_WEIGHT, MOST_WEIGHT = -1.0, 3.0
_PER_UNIT = 20
_TIP = "How strongly the word counts: 1 as it is, more strengthens, less weakens, 0 mutes"


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
        ends.addWidget(label("weaker", "small"))
        ends.addStretch(1)
        ends.addWidget(label("stronger", "small"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.addWidget(label("Weight", "section"), 0, 0, 1, 2)
        grid.addWidget(self.slider, 1, 0)
        grid.addWidget(self.number, 1, 1)
        grid.addLayout(ends, 2, 0)

    @Slot(int)
    def _slid(self, value: int) -> None:
        self.number.setValue(value / _PER_UNIT)

    @Slot(float)
    def _typed(self, weight: float) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(weight * _PER_UNIT))
        self.weighed.emit(round(weight, 2))


def _slider(weight: float) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(round(LEAST_WEIGHT * _PER_UNIT), round(MOST_WEIGHT * _PER_UNIT))
    slider.setPageStep(_PER_UNIT // 4)
    slider.setValue(round(weight * _PER_UNIT))
    slider.setToolTip(_TIP)
    slider.setAccessibleName("Weight")
    return slider


def _number(weight: float) -> QDoubleSpinBox:
    number = QDoubleSpinBox()
    number.setRange(LEAST_WEIGHT, MOST_WEIGHT)
    number.setSingleStep(0.1)
    number.setDecimals(2)
    number.setFixedWidth(64)
    number.setAlignment(Qt.AlignmentFlag.AlignCenter)
    number.setValue(weight)
    number.setToolTip(_TIP)
    number.setAccessibleName("Weight as a number")
    return number
