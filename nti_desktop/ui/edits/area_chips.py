"""Where an edit may happen: words to tick, the whole picture, or left to the edit itself."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from nti_desktop.ui.caption.chip_area import ChipArea
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import label

_MOST_LINES, _LINE = 4, 26


class AreaChips(QWidget):
    """Signals: `ticked` (word); `automatic`, `everywhere` were chosen."""

    ticked = Signal(str)
    automatic = Signal()
    everywhere = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.auto = _chip(tr("Automatic"), tr("The changed words and what they describe say where"))
        self.whole = _chip(tr("Whole picture"), tr("The edit may change the picture everywhere"))
        self.words: list[QToolButton] = []
        self.note = label("", "small", wrap=True)
        self._area = ChipArea(_MOST_LINES, _LINE)
        self._shown: tuple[str, ...] = ()
        self.auto.clicked.connect(self._automatic)
        self.whole.clicked.connect(self._everywhere)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(label(tr("Where it may happen")))
        layout.addWidget(self._area)
        layout.addWidget(self.note)
        self._area.flow.addWidget(self.auto)
        self._area.flow.addWidget(self.whole)

    def show_words(
        self, words: tuple[str, ...], chosen: tuple[str, ...] | None, automatic: tuple[str, ...], note: str
    ) -> None:
        """Render the words; `chosen` None is automatic, which has chosen the others."""
        if words != self._shown:
            self._replace(words)
        ticked = {word.casefold() for word in (automatic if chosen is None else chosen)}
        self.auto.setChecked(chosen is None)
        self.whole.setChecked(chosen == ())
        for made, word in zip(self.words, words, strict=True):
            made.setChecked(word.casefold() in ticked)
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def _replace(self, words: tuple[str, ...]) -> None:
        self._shown = words
        for gone in self.words:
            self._area.flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        tip = tr("Tick a word: the edit may happen where that word is in the photo")
        self.words = [_chip(word, tip) for word in words]
        for made in self.words:
            made.clicked.connect(self._tick)
            self._area.flow.addWidget(made)

    @Slot()
    def _tick(self) -> None:
        sender = self.sender()
        if isinstance(sender, QToolButton):
            self.ticked.emit(self._shown[self.words.index(sender)])

    @Slot()
    def _automatic(self) -> None:
        self.auto.setChecked(True)
        self.automatic.emit()

    @Slot()
    def _everywhere(self) -> None:
        self.whole.setChecked(True)
        self.everywhere.emit()


def _chip(text: str, tip: str) -> QToolButton:
    made = QToolButton()
    made.setText(text.replace("&", "&&"))
    made.setCheckable(True)
    made.setProperty("look", "tick")
    made.setToolTip(tip)
    made.setAccessibleName(text)
    return made
