"""Small widgets made the same way everywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget

_SMALLER = 0.92


class Ground(QWidget):
    """What all lies on, in the window's colour. Nothing is painted below it: on a large screen that takes
    longer than all the rest."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill it."""
        QPainter(self).fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Window))


def label(text: str, look: str = "", wrap: bool = False, holder: QWidget | None = None) -> QLabel:
    """A label with a look of the style sheet; within `holder` if no layout is to put it there."""
    made = QLabel(text, holder) if holder is not None else QLabel(text)
    made.setProperty("look", look)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def button(text: str, look: str = "", tip: str = "") -> QPushButton:
    """A push button with a look of the style sheet and a tooltip."""
    made = QPushButton(text)
    made.setProperty("look", look)
    made.setToolTip(tip)
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    return made


def rule() -> QFrame:
    """A thin line between sections."""
    made = QFrame()
    made.setProperty("look", "rule")
    made.setFixedHeight(1)
    return made


def bold_and_small(font: QFont) -> tuple[QFont, QFont]:
    """What a row that is painted by hand writes in: its title, and what stands below or beside it."""
    bold, small = QFont(font), QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    if small.pixelSize() > 0:
        small.setPixelSize(round(small.pixelSize() * _SMALLER))
    else:
        small.setPointSizeF(small.pointSizeF() * _SMALLER)
    return bold, small
