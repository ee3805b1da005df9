"""Says which two edits are compared, and ends it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import button, label


class PairTray(QFrame):
    """A sentence and a button."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "popover")
        self.done = button(tr("Done"), tip=tr("Go back to the chosen edit (Esc)"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 6, 6)
        layout.setSpacing(14)
        layout.addWidget(label(tr("Comparing two edits")))
        layout.addWidget(self.done)
