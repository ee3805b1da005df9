"""What lies over the window while a file is dragged over it: letting go will open the file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.theme import Theme

_GAP, _ROUND, _DENSE = 12, 16, 0.88


class DropVeil(QLabel):
    """Covers a part of the window, and lets all events through."""

    def __init__(self, over: QWidget, theme: Theme) -> None:
        super().__init__(over)
        self._over = over
        self._theme = theme
        self.setProperty("look", "veil")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def set_over(self, over: bool) -> None:
        """Whether a file is being dragged over the window."""
        if over:
            self.setText(tr("Let go to open it here"))
            self.setGeometry(self._over.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP))
            self.raise_()
        self.setVisible(over)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is below can still be made out."""
        painter = QPainter(self)
        ground = QColor(self._theme.colours.accent_soft)
        ground.setAlphaF(_DENSE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect(), _ROUND, _ROUND)
        painter.end()
        super().paintEvent(event)
