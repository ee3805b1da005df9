"""Rows of a page of choices: what is chosen, in a sentence, and the control at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from nti_desktop.ui.look.parts import label

_NARROWEST = 320  # less would make the page's height a guess of Qt's at how the text wraps

Option = tuple[str, str]  # value, text


class Choice(QComboBox):
    """One of several values; the wheel scrolls the page instead of choosing.

    Signals:
        picked: (value) chosen by the person.
    """

    picked = Signal(str)

    def __init__(self, options: Sequence[Option]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(190)
        for value, text in options:
            self.addItem(text, value)
        self.activated.connect(self._activated)

    def show_value(self, value: str) -> None:
        """Render what is chosen."""
        place = self.findData(value)
        if place >= 0 and place != self.currentIndex():
            self.setCurrentIndex(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the page."""
        event.ignore()

    @Slot(int)
    def _activated(self, _place: int) -> None:
        self.picked.emit(str(self.currentData()))


class Switch(QCheckBox):
    """On or off; its row says what.

    Signals:
        picked: (whether on) chosen by the person.
    """

    picked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("look", "bare")
        self.clicked.connect(self.picked)


def row(title: str, why: str, control: QWidget) -> QHBoxLayout:
    """A control with its name and a sentence about it at the left."""
    control.setAccessibleName(title)
    control.setAccessibleDescription(why)
    control.setToolTip(why)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(label(title, "strong"))
    text = label(why, "small", wrap=True)
    text.setMinimumWidth(_NARROWEST)
    words.addWidget(text)
    made = QHBoxLayout()
    made.setSpacing(20)
    made.addLayout(words, 1)
    made.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
    return made
