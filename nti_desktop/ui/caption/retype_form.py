"""The form to retype the whole edited caption."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nti_desktop.diffusion.prompts import words_of
from nti_desktop.engine.requests import EditParameters
from nti_desktop.ui.caption import draft as ops
from nti_desktop.ui.caption.field import CaptionField
from nti_desktop.ui.caption.spelling import Known, new_unknown_words, with_word
from nti_desktop.ui.caption.spelling_note import SpellingNote
from nti_desktop.ui.caption.understanding import Understanding
from nti_desktop.ui.caption.weight_row import nudged
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import button, label


class RetypeForm(QWidget):
    """Shows what the sentence is understood to change while it is typed.

    Signals:
        accepted: (EditParameters).
        given_up: the words stay as they were.
    """

    accepted = Signal(object)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._caption = ""
        self._known: Known = None
        self._base = self._draft = EditParameters("")
        self.field = CaptionField(
            tr("Edited caption"),
            tr("Say what the photo should show instead; Ctrl+Up and Ctrl+Down weigh the word at the cursor"),
        )
        self.use = button(tr("Use this"), "primary", tr("Turn the sentence into word changes (Return)"))
        self.cancel = button(tr("Cancel"), "quiet", tr("Keep the words as they are (Escape)"))
        self.understanding = Understanding()
        self.spelling = SpellingNote()
        self.field.typed.connect(self._read)
        self.field.submitted.connect(self.accept)
        self.spelling.chosen.connect(self._respell)
        self.use.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.given_up)
        self._arrange()

    def begin(self, caption: str, draft: EditParameters, known: Known) -> None:
        """Start from the edit of now; `caption` is the photo's."""
        self._caption, self._known, self._base = caption, known, draft
        self.field.setText(draft.caption)
        self._read(draft.caption)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def nudge(self, by: int) -> None:
        """Weigh the word at the cursor more or less."""
        chip = self._chip_at_cursor()
        if chip is not None:
            self._base = ops.set_weight(self._draft, chip, nudged(chip.weight, by))
            self._read(self.field.text())

    @Slot()
    def accept(self) -> None:
        """Turn the sentence into word operations."""
        self._read(self.field.text())
        if self.use.isEnabled():
            self.accepted.emit(self._draft)

    @Slot(str)
    def _read(self, text: str) -> None:
        self._draft = ops.retype(self._base, text)
        self.understanding.show_chips(ops.chips_of(self._caption, self._draft))
        unknown = new_unknown_words(self._caption, text, self._known)
        self.field.show_unknown(unknown)
        self.spelling.show_words(unknown, self._known)
        self.use.setEnabled(bool(words_of(text)))

    @Slot(str, str)
    def _respell(self, unknown: str, word: str) -> None:
        self.field.setText(with_word(self.field.text(), unknown, word))
        self.field.setFocus()
        self._read(self.field.text())

    def _chip_at_cursor(self) -> ops.Chip | None:
        """The word in or at the end of which the cursor stands."""
        text = self.field.toPlainText()
        before = text.encode("utf-16-le")[: 2 * self.field.textCursor().position()]
        place = len(before.decode("utf-16-le", "ignore"))
        found = (i for i, word in enumerate(words_of(text)) if word.start <= place <= word.end)
        index = next(found, None)
        chips = ops.chips_of(self._caption, self._draft)
        return next((chip for chip in chips if index in chip.target), None)

    def _arrange(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(label(tr("Retype the caption"), "heading"))
        heading.addStretch(1)
        heading.addWidget(self.cancel)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.field, 1)
        row.addWidget(self.use, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(heading)
        layout.addLayout(row)
        layout.addWidget(self.understanding)
        layout.addWidget(self.spelling)
