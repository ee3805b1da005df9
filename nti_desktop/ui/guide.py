"""Three steps for someone who is here for the first time."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.look.parts import label

_STEPS = (
    (noop("Describe"), noop("Say in one sentence what is in the photo.")),
    (
        noop("Invert"),
        noop("The app finds out how to paint exactly this photo from your words. This is needed once."),
    ),
    (
        noop("Edit the words"),
        noop("Replace, strengthen, add or remove words; the photo follows, and the rest stays."),
    ),
)


class Guide(QWidget):
    """What the app does, and in which order."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(label(tr("How it works"), "heading"))
        for number, (title, text) in enumerate(_STEPS, 1):
            layout.addLayout(_step(number, tr(title), tr(text)))


def _step(number: int, title: str, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    badge = label(str(number), "badge")
    badge.setFixedSize(24, 24)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(label(title, "strong"))
    words.addWidget(label(text, "small", wrap=True))
    column = QVBoxLayout()
    column.addWidget(badge)
    column.addStretch(1)
    row.addLayout(column)
    row.addLayout(words, 1)
    return row
