"""The first thing one sees: a place to drop a photo, and sample photos to click."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nti_desktop.ui.look.icons import pixmap
from nti_desktop.ui.look.parts import button, label
from nti_desktop.ui.look.theme import Theme

SAMPLE_SIDE = 128
MOST_SAMPLES = 6


@dataclass(frozen=True, eq=False)
class SampleCard:
    """A sample photo as the page shows it."""

    path: Path
    caption: str
    image: QImage


class StartPage(QWidget):
    """Signals: `open_wanted`; `sample_wanted` (path, caption)."""

    open_wanted = Signal()
    sample_wanted = Signal(object, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.samples: list[SampleButton] = []
        self.open = button("Open a photo…", "primary", "Choose a photo or a project from your disk (Ctrl+O)")
        self.open.clicked.connect(self.open_wanted)
        self.drop = self._drop_area()
        self._sample_title = label("Or try one of these", "muted")
        self._sample_row = QHBoxLayout()
        self._sample_row.setSpacing(16)
        self._arrange()
        theme.changed.connect(self._dress)
        self._dress()
        self._sample_title.hide()

    def show_samples(self, cards: tuple[SampleCard, ...]) -> None:
        """Fill the row of sample photos."""
        for card in cards[:MOST_SAMPLES]:
            made = SampleButton(card, self._theme)
            made.clicked.connect(self._sample_clicked)
            self.samples.append(made)
            self._sample_row.addWidget(made)
        self._sample_title.setVisible(bool(self.samples))

    def set_over(self, over: bool) -> None:
        """Whether a file is being dragged over the window."""
        self.drop.setProperty("over", over)
        self.drop.style().unpolish(self.drop)
        self.drop.style().polish(self.drop)

    @Slot()
    def _sample_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, SampleButton):
            self.sample_wanted.emit(sender.card.path, sender.card.caption)

    @Slot()
    def _dress(self) -> None:
        self._sign.setPixmap(pixmap("photo", self._theme.colours.accent, 56, self.devicePixelRatioF()))

    def _drop_area(self) -> QFrame:
        area = QFrame()
        area.setProperty("look", "drop")
        area.setMinimumSize(560, 300)
        area.setMaximumSize(760, 380)
        self._sign = QLabel()
        layout = QVBoxLayout(area)
        layout.setContentsMargins(40, 36, 40, 36)
        layout.setSpacing(10)
        layout.addStretch(1)
        for part in (
            self._sign,
            label("Edit a photo by editing its description", "title"),
            label("Drop a photo here, paste one, or choose it from your disk.", "muted"),
        ):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(12)
        layout.addWidget(self.open, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        return area

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.addStretch(2)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(self.drop, 8)
        centred.addStretch(1)
        layout.addLayout(centred)
        layout.addSpacing(28)
        layout.addWidget(self._sample_title, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(12)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(self._sample_row)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(3)


class SampleButton(QAbstractButton):
    """A sample photo to click."""

    def __init__(self, card: SampleCard, theme: Theme) -> None:
        super().__init__()
        self.card = card
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"Sample photo: {card.caption}")
        self.setToolTip(f"Open this sample: {card.caption}")
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """All are the same."""
        return QSize(SAMPLE_SIDE, SAMPLE_SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The photo with rounded corners, framed when pointed at."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
        rect = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        path = QPainterPath()
        path.addRoundedRect(rect, 12, 12)
        painter.setClipPath(path)
        painter.drawImage(rect, self.card.image)
        painter.setClipping(False)
        pointed = self.underMouse() or self.hasFocus()
        colours = self._theme.colours
        painter.setPen(QPen(QColor(colours.accent if pointed else colours.border), 3 if pointed else 1))
        painter.drawPath(path)
