"""What a typed caption is understood to change, as small tags under the field."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nti_desktop.ui.caption.chip_area import ChipArea
from nti_desktop.ui.caption.chips import Chip
from nti_desktop.ui.caption.wording import operations
from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.look.parts import label

NOTHING = noop(
    "No word is changed yet. Say what the photo should show; words that stay the same stay as they are."
)
_MOST_LINES = 2


class Understanding(QWidget):
    """Names every word operation, or says that there is none.

    Attributes:
        said: the operations as they are shown.
    """

    def __init__(self) -> None:
        super().__init__()
        self.said: tuple[str, ...] = ()
        self._nothing = label(tr(NOTHING), "small", wrap=True)
        self._tags = ChipArea(_MOST_LINES, 24)
        self.setAccessibleName(tr("What was understood"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._nothing)
        layout.addWidget(self._tags)
        self._tags.hide()

    def show_chips(self, chips: tuple[Chip, ...]) -> None:
        """Name what the chips change."""
        said = operations(chips)
        self._nothing.setVisible(not said)
        self._tags.setVisible(bool(said))
        if said != self.said:
            self.said = said
            self._fill()

    def _fill(self) -> None:
        flow = self._tags.flow
        while (item := flow.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for text in self.said:
            flow.addWidget(label(text, "tag"))
        self.setAccessibleDescription(", ".join(self.said))
