"""The first thing one sees: a place to drop a photo, what was opened lately, and sample photos."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nti_desktop.ui.files.cards import SampleButton
from nti_desktop.ui.files.drop_area import DropArea
from nti_desktop.ui.files.recent_card import RECENT_SIZE, RecentButton, RecentFile
from nti_desktop.ui.look.flow_layout import FlowLayout
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import button, label
from nti_desktop.ui.look.theme import Theme

MOST_SAMPLES = 6
MOST_RECENT_CARDS = 8
_GAP = 16
_MARGIN = 40
_WIDEST = 5 * RECENT_SIZE[0] + 4 * _GAP


@dataclass(frozen=True, eq=False)
class SampleCard:
    """A sample photo as the page shows it."""

    path: Path
    caption: str
    image: QImage


class StartPage(QScrollArea):
    """Signals: `open_wanted`; `sample_wanted` (path, caption); `recent_wanted` and `forget_wanted` (path)."""

    open_wanted = Signal()
    sample_wanted = Signal(object, str)
    recent_wanted = Signal(object)
    forget_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.samples: list[SampleButton] = []
        self.recents: list[RecentButton] = []
        self._thumbnails: dict[Path, QImage] = {}
        self._column = QWidget()
        self.open = button(
            tr("Open a photo…"), "primary", tr("Choose a photo or a project from your disk (Ctrl+O)")
        )
        self.open.clicked.connect(self.open_wanted)
        self.drop = DropArea(self.open, theme)
        self._recent_row, self._sample_row = FlowLayout(_GAP), FlowLayout(_GAP)
        self._recent_part = _section(tr("Recent"), self._recent_row)
        self._sample_part = _section(tr("Or try one of these"), self._sample_row)
        self._arrange()
        self._recent_part.hide()
        self._sample_part.hide()

    def add_section(self, section: QWidget) -> None:
        """Put something else to begin with below the place to drop a photo."""
        self._parts.insertWidget(1, section)

    def show_samples(self, cards: tuple[SampleCard, ...]) -> None:
        """Fill the row of sample photos."""
        for card in cards[:MOST_SAMPLES]:
            made = SampleButton(card.path, card.caption, card.image, self._theme)
            made.clicked.connect(self._sample_clicked)
            self.samples.append(made)
            self._sample_row.addWidget(made)
        self._sample_part.setVisible(bool(self.samples))

    def show_recents(self, files: tuple[RecentFile, ...]) -> None:
        """Fill the rows of recent files; what was seen of them before is kept."""
        for old in self.recents:
            self._recent_row.removeWidget(old)
            old.deleteLater()
        self.recents = [self._recent(file) for file in files]
        kept = {file.path for file in files}
        self._thumbnails = {path: image for path, image in self._thumbnails.items() if path in kept}
        self._recent_part.setVisible(bool(files))

    def show_thumbnail(self, path: Path, image: QImage) -> None:
        """Show what a recent file looks like."""
        self._thumbnails[path] = image
        for made in self.recents:
            if made.file.path == path:
                made.set_image(image)

    def wants_thumbnail(self, path: Path) -> bool:
        """Whether that file is in sight and its picture unknown."""
        return path not in self._thumbnails and any(made.file.path == path for made in self.recents)

    def set_over(self, over: bool) -> None:
        """Whether a file is being dragged over the window."""
        self.drop.set_over(over)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Something came or went, or has another height."""
        if watched is self._column and event.type() is QEvent.Type.LayoutRequest:
            self._give_room()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The place to drop a photo takes what room there is."""
        super().resizeEvent(event)
        self._give_room()

    @Slot()
    def _sample_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, SampleButton):
            self.sample_wanted.emit(sender.path, sender.caption)

    @Slot()
    def _recent_clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, RecentButton):
            self.recent_wanted.emit(sender.file.path)

    def _recent(self, file: RecentFile) -> RecentButton:
        made = RecentButton(file, self._theme)
        made.clicked.connect(self._recent_clicked)
        made.forgotten.connect(self.forget_wanted)
        made.set_image(self._thumbnails.get(file.path, QImage()))
        self._recent_row.addWidget(made)
        return made

    def _give_room(self) -> None:
        """What the other parts leave is for the place to drop a photo."""
        width = min(self.viewport().width(), self._column.maximumWidth())
        others = self._parts.totalHeightForWidth(width) - self.drop.height()
        self.drop.fit_into(self.viewport().height() - others)

    def _arrange(self) -> None:
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page, column = QWidget(), self._column
        column.installEventFilter(self)
        page.setObjectName("page")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column.setMaximumSize(QSize(_WIDEST + 2 * _MARGIN, 16_777_215))
        parts = self._parts = QVBoxLayout(column)
        parts.setContentsMargins(_MARGIN, 32, _MARGIN, 28)
        parts.setSpacing(26)
        for part in (self.drop, self._recent_part, self._sample_part):
            parts.addWidget(part)
        parts.addStretch(1)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(column, 1000)
        row.addStretch(1)
        self.setWidget(page)


def _section(title: str, row: FlowLayout) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    column.addWidget(label(title, "section"))
    column.addLayout(row)
    return made
