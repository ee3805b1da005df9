"""The form to retype the whole edited caption."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nti_desktop.ui.caption.field import CaptionField
from nti_desktop.ui.look.parts import button, label


class RetypeForm(QWidget):
    """Signals: `accepted` (caption); `given_up`."""

    accepted = Signal(str)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = CaptionField("Edited caption", "Say what the photo should show instead")
        self.use = button("Use this", "primary", "Turn the sentence into word changes (Return)")
        self.cancel = button("Cancel", "quiet", "Keep the words as they are (Escape)")
        self.field.returnPressed.connect(self._accept)
        self.use.clicked.connect(self._accept)
        self.cancel.clicked.connect(self.given_up)
        self._arrange()

    def begin(self, caption: str) -> None:
        """Start from the edited caption of now."""
        self.field.setText(caption)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _accept(self) -> None:
        if self.field.text().strip():
            self.accepted.emit(self.field.text())

    def _arrange(self) -> None:
        heading = QHBoxLayout()
        heading.addWidget(label("Retype the caption", "heading"))
        heading.addStretch(1)
        heading.addWidget(self.cancel)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.field, 1)
        row.addWidget(self.use)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(heading)
        layout.addLayout(row)
        layout.addWidget(
            label("Say what the photo should show; words that stay the same stay as they are.", "small")
        )
