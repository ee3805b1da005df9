"""The form before inversion: one sentence about the photo."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nti_desktop.ui.caption.field import CaptionField
from nti_desktop.ui.caption.notes import Notes
from nti_desktop.ui.caption.spelling import with_word
from nti_desktop.ui.caption.spelling_note import unknown_note
from nti_desktop.ui.caption.state import CaptionState
from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.look.parts import button, label

HINT = noop(
    "One plain sentence: what is in the photo, and where. Only what you name can be edited afterwards."
)
OTHERWISE_HINT = noop(
    "Another sentence for the same photo, such as one that names more of it. "
    "The captions and edits you have stay; you can go back to them."
)
INVERT_TIP = noop(
    "Find out how the model would paint exactly this photo from your sentence (Ctrl+Return).\n"
    "This is needed once; each edit then takes seconds."
)


class DescribeForm(QWidget):
    """Signals: `inverted` (caption) when asked to invert; `typed` (caption) while typing; `left`."""

    inverted = Signal(str)
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = CaptionField(tr("Describe the photo"), tr("Describe the photo in one sentence"))
        self.field.setPlaceholderText(tr("a photo of a red mug on a wooden table"))
        self.invert = button(tr("Invert"), "primary", tr(INVERT_TIP))
        self.back = button(tr("Back to the words"), "quiet", tr("Keep the caption as it was"))
        self.notes = Notes()
        self.spelling, self.hint = self.notes.spelling, self.notes.hint
        self.hint.setText(tr(HINT))
        self._heading = label("", "heading")
        self.field.submitted.connect(self.submit)
        self.field.typed.connect(self.typed)
        self.spelling.chosen.connect(self._respell)
        self.invert.clicked.connect(self.submit)
        self._arrange()

    def show_state(self, state: CaptionState) -> None:
        """Render the caption; text being typed is left alone while it says the same."""
        if " ".join(self.field.text().split()) != " ".join(state.typed.split()):
            self.field.setText(state.typed)
        self.field.setEnabled(not state.busy)
        self.field.show_unknown(state.unknown)
        self.invert.setEnabled(not state.busy)
        self.back.setVisible(state.inverted)
        self._heading.setText(tr("Describe it otherwise") if state.inverted else tr("Describe the photo"))
        self.hint.setText(unknown_note(state.unknown) or (tr(OTHERWISE_HINT) if state.inverted else tr(HINT)))
        self.notes.show_words(state.unknown, state.known)

    @Slot()
    def submit(self) -> None:
        """Ask for the inversion."""
        if self.invert.isEnabled():
            self.inverted.emit(self.field.text())

    @Slot(str, str)
    def _respell(self, unknown: str, word: str) -> None:
        self.field.setText(with_word(self.field.text(), unknown, word))
        self.field.setFocus()
        self.typed.emit(self.field.text())

    def _arrange(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(self._heading)
        heading.addStretch(1)
        heading.addWidget(self.back)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.field, 1)
        row.addWidget(self.invert, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(heading)
        layout.addLayout(row)
        layout.addWidget(self.notes)
