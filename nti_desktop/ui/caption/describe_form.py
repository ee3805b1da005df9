"""The form before inversion: one sentence about the photo."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nti_desktop.ui.caption.field import CaptionField
from nti_desktop.ui.look.parts import button, label

HINT = "One plain sentence: what is in the photo, and where. Only what you name can be edited afterwards."
INVERT_TIP = (
    "Find out how the model would paint exactly this photo from your sentence (Ctrl+Return).\n"
    "This is needed once; each edit then takes seconds."
)


class DescribeForm(QWidget):
    """Signals: `inverted` (caption) when asked to invert; `typed` (caption) while typing."""

    inverted = Signal(str)
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = CaptionField("Describe the photo", "Describe the photo in one sentence")
        self.field.setPlaceholderText("a photo of a red mug on a wooden table")
        self.invert = button("Invert", "primary", INVERT_TIP)
        self.back = button("Back to the words", "quiet", "Keep the caption as it was")
        self.hint = label(HINT, "small", wrap=True)
        self.field.returnPressed.connect(self.submit)
        self.field.textEdited.connect(self.typed)
        self.invert.clicked.connect(self.submit)
        self._arrange()

    def show_caption(self, caption: str, inverted: bool, busy: bool, unknown: tuple[str, ...]) -> None:
        """Render the caption; text being typed is left alone while it says the same."""
        if " ".join(self.field.text().split()) != " ".join(caption.split()):
            self.field.setText(caption)
        self.field.setEnabled(not busy)
        self.invert.setEnabled(not busy)
        self.back.setVisible(inverted)
        self.hint.setText(unknown_note(unknown) or HINT)

    @Slot()
    def submit(self) -> None:
        """Ask for the inversion."""
        if self.invert.isEnabled():
            self.inverted.emit(self.field.text())

    def _arrange(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(label("Describe the photo", "heading"))
        heading.addStretch(1)
        heading.addWidget(self.back)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.field, 1)
        row.addWidget(self.invert)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(heading)
        layout.addLayout(row)
        layout.addWidget(self.hint)


def unknown_note(words: tuple[str, ...]) -> str:
    """A gentle word on words that the model does not know; "" when it knows them all."""
    if not words:
        return ""
    quoted = ", ".join(f"“{word}”" for word in words[:4])
    return f"This model has not learnt {quoted}; it will do its best, but other words may work better."
