"""One adjustment of an edit: its name, its value, a slider, and the way back to automatic."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from nti_desktop.ui.edits.sliders import Adjustment
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.icons import icon
from nti_desktop.ui.look.parts import label
from nti_desktop.ui.look.quiet_slider import QuietSlider
from nti_desktop.ui.look.theme import Theme


class SliderRow(QWidget):
    """Signals: `moved` (Adjustment, value); `reset` (Adjustment)."""

    moved = Signal(object, float)
    reset = Signal(object)

    def __init__(self, adjustment: Adjustment, theme: Theme) -> None:
        super().__init__()
        self.adjustment = adjustment
        self._theme = theme
        self.name = label(tr(adjustment.name), "")
        self.value = label("", "small")
        self.slider = QuietSlider()
        self.back = QToolButton()
        self._set_up()
        self._arrange()
        self.back.hide()
        theme.changed.connect(self._dress)
        self._dress()

    def show_value(self, value: float | None, automatic: float) -> None:
        """Render a value; None is automatic, which has chosen the other."""
        shown = automatic if value is None else value
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(shown / self.adjustment.step))
        said = self.adjustment.said(shown)
        self.value.setText(tr("automatic: {value}").format(value=said) if value is None else said)
        if self.back.isHidden() is not (value is None):
            self.value.setProperty("look", "small" if value is None else "notice")
            self.value.style().polish(self.value)
            self.back.setVisible(value is not None)

    @Slot(int)
    def _slid(self, place: int) -> None:
        self.moved.emit(self.adjustment, round(place * self.adjustment.step, 4))

    @Slot()
    def _reset(self) -> None:
        self.slider.setFocus()  # the button goes away
        self.reset.emit(self.adjustment)

    @Slot()
    def _dress(self) -> None:
        self.back.setIcon(icon("revert", self._theme.colours, 16))

    def _set_up(self) -> None:
        what, name = self.adjustment, tr(self.adjustment.name)
        tip = tr(what.tip)
        self.slider.setRange(round(what.least / what.step), round(what.most / what.step))
        self.slider.setPageStep(2)
        self.slider.setAccessibleName(name)
        self.slider.valueChanged.connect(self._slid)
        self.back.setIconSize(QSize(16, 16))
        self.back.setToolTip(tr("Back to automatic"))
        self.back.setAccessibleName(tr("{name}: back to automatic").format(name=name))
        self.back.clicked.connect(self._reset)
        for part in (self.name, self.value, self.slider):
            part.setToolTip(tip)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.name)
        row.addStretch(1)
        row.addWidget(self.value)
        row.addWidget(self.back)
        row.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.back.setFixedSize(26, 22)
        self.back.setProperty("look", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.slider)
        self.setMinimumHeight(46)
