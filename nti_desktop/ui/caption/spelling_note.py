"""A gentle word on words that the model does not know, with near ones to click."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from nti_desktop.ui.caption.spelling import Known, near_words
from nti_desktop.ui.caption.wording import quoted
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import button, label


class SpellingNote(QWidget):
    """Offers words for the first unknown word that has near ones; out of sight when there is none.

    Signals:
        chosen: (unknown word, word to put in its place).
    """

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[QPushButton] = []
        self._word = ""
        self._shown: tuple[str, ...] = ()
        self._ask = label("", "small")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self._ask)
        self._row.addStretch(1)
        self.hide()

    def show_words(self, unknown: tuple[str, ...], known: Known) -> None:
        """Offer near words, if any."""
        word, near = next(((w, n) for w in unknown if (n := near_words(w, known))), ("", ()))
        self.setVisible(bool(near))
        if (word, near) != (self._word, self._shown):
            self._word, self._shown = word, near
            self._ask.setText(tr("For “{word}”, did you mean").format(word=word))
            self._fill(near)

    def _fill(self, near: tuple[str, ...]) -> None:
        for gone in self.buttons:
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.buttons = [self._suggestion(word) for word in near]
        for place, made in enumerate(self.buttons, 1):
            self._row.insertWidget(place, made)

    def _suggestion(self, word: str) -> QPushButton:
        tip = tr("Put “{word}” in the place of “{unknown}”").format(word=word, unknown=self._word)
        made = button(word, "suggestion", tip)
        made.setFocusPolicy(
            Qt.FocusPolicy.TabFocus
        )  # it goes at once; a click must not send the focus astray
        made.clicked.connect(self._clicked)
        return made

    @Slot()
    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            if sender.hasFocus():
                self.focusPreviousChild()
            self.chosen.emit(self._word, sender.text())


def unknown_note(words: tuple[str, ...]) -> str:
    """A sentence on words that the model does not know; "" when it knows them all."""
    if not words:
        return ""
    sentence = tr("This model has not learnt {words}; it will do its best, but other words may work better.")
    return sentence.format(words=quoted(words))
