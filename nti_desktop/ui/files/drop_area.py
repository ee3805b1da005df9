"""The start page's place to drop a photo: large while there is room, one line where other things need it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QVBoxLayout

from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.icons import pixmap
from nti_desktop.ui.look.parts import label
from nti_desktop.ui.look.theme import Theme

LOW, LEAST_HIGH = 96, 210
_MOST, _SIGN = 340, 48


class DropArea(QFrame):
    """Says what can be done here, and holds the button that opens a photo."""

    def __init__(self, opening: QPushButton, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "drop")
        self._theme = theme
        self._sign = QLabel()
        self._title = label(tr("Edit a photo by editing its description"), "title")
        self._how = label(tr("Drop a photo here, paste one, or choose it from your disk."), "muted")
        self._words = QVBoxLayout()
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._arrange(opening)
        theme.changed.connect(self._dress)
        self._dress()
        self.fit_into(_MOST)

    def set_over(self, over: bool) -> None:
        """Whether a file is being dragged over the window."""
        self.setProperty("over", over)
        self.style().unpolish(self)
        self.style().polish(self)

    def fit_into(self, room: int) -> None:
        """Take that much height, but neither too little nor too much."""
        low = room < LEAST_HIGH
        self.setFixedHeight(LOW if low else min(room, _MOST))
        direction = QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom
        if self._layout.direction() is not direction:
            self._turn(direction, low)

    def _turn(self, direction: QBoxLayout.Direction, low: bool) -> None:
        self._layout.setDirection(direction)
        self._layout.setSpacing(20 if low else 12)
        for part in (self._title, self._how):
            part.setAlignment(Qt.AlignmentFlag.AlignLeft if low else Qt.AlignmentFlag.AlignHCenter)

    def _arrange(self, opening: QPushButton) -> None:
        centre = Qt.AlignmentFlag.AlignCenter
        self._words.setSpacing(6)
        for part in (self._title, self._how):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._words.addWidget(part)
        self._layout.setContentsMargins(28, 16, 28, 16)
        self._layout.setSpacing(12)
        self._layout.addStretch(1)
        self._layout.addWidget(self._sign, 0, centre)
        self._layout.addLayout(self._words)
        self._layout.addWidget(opening, 0, centre)
        self._layout.addStretch(1)

    @Slot()
    def _dress(self) -> None:
        sign = pixmap("photo", self._theme.colours.accent, _SIGN, self.devicePixelRatioF())
        self._sign.setPixmap(sign)
