"""Numbers to type or step; the wheel scrolls the panel unless the number has the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox

from nti_desktop.ui.look.i18n import tr

_MARGIN = 7


class Whole(QSpinBox):
    """Signals: `chosen` (int)."""

    chosen = Signal(object)

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self.lineEdit().setTextMargins(_MARGIN, 0, _MARGIN, 0)
        self.setRange(least, most)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self._changed)

    def show_value(self, value: int) -> None:
        """Render a number; one out of the range as its nearest."""
        self.setValue(value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    @Slot(int)
    def _changed(self, value: int) -> None:
        self.chosen.emit(value)


class Number(QDoubleSpinBox):
    """A number, or below the least of them: automatic.

    Signals:
        chosen: (float, or None for automatic).
    """

    chosen = Signal(object)

    def __init__(self, least: float, most: float, step: float) -> None:
        super().__init__()
        self._least, self._automatic = least, least - step
        self.lineEdit().setTextMargins(_MARGIN, 0, _MARGIN, 0)
        self.setDecimals(2)
        self.setRange(self._automatic, most)
        self.setSingleStep(step)
        self.setSpecialValueText(tr("automatic"))
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self._changed)

    def show_value(self, value: float | None) -> None:
        """Render a number; None is automatic."""
        self.setValue(self._automatic if value is None else value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    @Slot(float)
    def _changed(self, value: float) -> None:
        if self._automatic < value < self._least:
            self.setValue(self._least)
        else:
            self.chosen.emit(None if value <= self._automatic else round(value, 2))
