"""The fields of a word's popover: another word in its place, and words beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from nti_desktop.diffusion.prompts import same_word
from nti_desktop.ui.caption.chips import Chip
from nti_desktop.ui.caption.spelling import Known, unknown_words, with_word
from nti_desktop.ui.caption.spelling_note import SpellingNote
from nti_desktop.ui.caption.word_offers import WordOffers
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import button, label


class WordFields(QWidget):
    """Completes to words that the model knows, and says gently when it does not know one.

    Signals:
        replaced: (text).
        added: (text, before).
    """

    replaced = Signal(str)
    added = Signal(str, bool)

    def __init__(self, chip: Chip, known: Known) -> None:
        super().__init__()
        self._known = known
        self.offers: tuple[WordOffers, ...] = ()
        self.spelling = SpellingNote()
        self.unknown = label("", "small", wrap=True)
        self.unknown.hide()
        self.replacement = _field(tr("Replace with"), chip.text if chip.target else chip.was)
        self.addition = _field(tr("Add a word"), "")
        self.replace_button = button(tr("Replace"), tip=tr("Put this in the word's place (Return)"))
        self.before_button = button(tr("Before"), tip=tr("Add it before this word"))
        self.after_button = button(tr("After"), tip=tr("Add it after this word"))
        self._connect()
        self._arrange()
        for beside in (self.addition, self.before_button, self.after_button):
            beside.setVisible(bool(chip.target))

    @property
    def has_notes(self) -> bool:
        """Whether something is said about the words."""
        return not (self.unknown.isHidden() and self.spelling.isHidden())

    def offer_in(self, popover: QWidget) -> None:
        """Show words to choose from in a list that may lie over all of the popover."""
        if self._known is not None:
            fields = (self.replacement, self.addition)
            self.offers = tuple(WordOffers(field, self._known, popover) for field in fields)

    def write(self, text: str) -> None:
        """Go on from what was typed over the chip."""
        self.replacement.setText(text)
        self.replacement.setFocus(Qt.FocusReason.PopupFocusReason)
        self.replacement.setCursorPosition(len(text))
        self.replacement.textEdited.emit(text)

    def _connect(self) -> None:
        self.replacement.returnPressed.connect(self._replace)
        self.replace_button.clicked.connect(self._replace)
        self.addition.returnPressed.connect(self._add_before)
        self.before_button.clicked.connect(self._add_before)
        self.after_button.clicked.connect(self._add_after)
        for field in (self.replacement, self.addition):
            field.textChanged.connect(self._spell)
        self.spelling.chosen.connect(self._respell)

    @Slot()
    def _replace(self) -> None:
        self.replaced.emit(self.replacement.text().strip())

    @Slot()
    def _add_before(self) -> None:
        self._add(True)

    @Slot()
    def _add_after(self) -> None:
        self._add(False)

    def _add(self, before: bool) -> None:
        text = self.addition.text().strip()
        if text:
            self.added.emit(text, before)
        else:
            self.addition.setFocus()

    @Slot(str)
    def _spell(self, text: str) -> None:
        unknown = tuple(word for word in unknown_words(text, self._known) if not self._may_become_known(word))
        self.unknown.setVisible(bool(unknown))
        if unknown:
            self.unknown.setText(tr("This model has not learnt “{word}”.").format(word=unknown[0]))
        self.spelling.show_words(unknown, self._known)
        self.updateGeometry()

    def _may_become_known(self, word: str) -> bool:
        """Whether a known word begins so: nobody is corrected in the middle of it."""
        return any(known.startswith(same_word(word)) for known in self._known or ())

    @Slot(str, str)
    def _respell(self, unknown: str, word: str) -> None:
        for field in (self.replacement, self.addition):
            if unknown in field.text():
                field.setText(with_word(field.text(), unknown, word))
                field.setFocus()

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.replacement, 0, 0)
        grid.addWidget(self.replace_button, 0, 1, 1, 2)
        grid.addWidget(self.addition, 1, 0)
        grid.addWidget(self.before_button, 1, 1)
        grid.addWidget(self.after_button, 1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(grid)
        layout.addWidget(self.unknown)
        layout.addWidget(self.spelling)


def _field(name: str, text: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    field.setToolTip(name)
    return field
