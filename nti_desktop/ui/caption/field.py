"""The line in which a caption is typed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from nti_desktop.ui.files.drops import clipboard_content


class CaptionField(QLineEdit):
    """Takes words only: files dropped on it and pictures pasted into it are for the window.

    Signals:
        picture_pasted: there is no text on the clipboard, but something else.
    """

    picture_pasted = Signal()

    def __init__(self, name: str, tip: str) -> None:
        super().__init__()
        self.setProperty("look", "caption")
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setAcceptDrops(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass a picture on."""
        mime = clipboard_content()
        is_picture = mime.hasImage() and not mime.hasText()
        if event.matches(QKeySequence.StandardKey.Paste) and is_picture:
            self.picture_pasted.emit()
        else:
            super().keyPressEvent(event)
