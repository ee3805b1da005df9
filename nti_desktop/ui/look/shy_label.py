"""A heading that gives its room to what stands beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class ShyLabel(QLabel):
    """Seen whole, or where there is no room for that not at all."""

    def __init__(self, text: str, look: str) -> None:
        super().__init__(text)
        self.setProperty("look", look)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def fits(self) -> bool:
        """Whether there is room for it."""
        return self.width() >= self.sizeHint().width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, if it fits."""
        if self.fits:
            super().paintEvent(event)
