"""What is said under a caption's words, on a line whose height stays: nothing may jump under the mouse."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nti_desktop.ui.caption.spelling import Known
from nti_desktop.ui.caption.spelling_note import SpellingNote
from nti_desktop.ui.look.parts import label

_LINES = 2


class Notes(QWidget):
    """A hint, or in its place the words that were perhaps meant."""

    def __init__(self) -> None:
        super().__init__()
        self.hint = label("", "small", wrap=True)
        self.spelling = SpellingNote()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.hint)
        layout.addWidget(self.spelling)
        layout.addStretch(1)

    def show_words(self, unknown: tuple[str, ...], known: Known) -> None:
        """Offer near words for unknown ones, if any."""
        self.spelling.show_words(unknown, known)
        self.hint.setVisible(self.spelling.isHidden())
        self.hint.ensurePolished()
        lines = _LINES * self.hint.fontMetrics().lineSpacing()
        self.setMinimumHeight(max(lines, self.spelling.sizeHint().height()))
