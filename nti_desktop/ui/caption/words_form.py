"""The form after inversion: each word of the caption is a chip."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nti_desktop.ui.caption.chip_area import ChipArea
from nti_desktop.ui.caption.chip_button import ChipButton
from nti_desktop.ui.caption.describe_form import unknown_note
from nti_desktop.ui.caption.draft import Chip
from nti_desktop.ui.caption.weight_row import LEAST_WEIGHT, MOST_WEIGHT
from nti_desktop.ui.caption.word_popover import WordPopover
from nti_desktop.ui.look.parts import button, label
from nti_desktop.ui.look.theme import Theme

NUDGE = 0.1
HINT = "Point at a word to see where it is in the photo. Click it to replace it or to change its weight."
CHANGED_HINT = "Press Apply to see the edited photo; everything that is not marked stays as it was."
SHOWN_HINT = (
    "This is the edit you see. Change more words to go on from it; hold Space to see the photo as it was."
)


class WordsForm(QWidget):
    """Signals: each word command with the chip it is about.

    Signals:
        pointed: (chip or None) whose map to show.
        replaced: (chip, text); weighed: (chip, weight); added: (chip, text, before).
        removed, reverted: (chip).
    """

    pointed = Signal(object)
    replaced = Signal(object, str)
    weighed = Signal(object, float)
    added = Signal(object, str, bool)
    removed = Signal(object)
    reverted = Signal(object)
    applied = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.buttons: list[ChipButton] = []
        self.popover: WordPopover | None = None
        self._open_button: ChipButton | None = None
        self.apply = button("Apply", "primary", "Make the edited photo (Ctrl+Return)")
        self.apply.clicked.connect(self.applied)
        self.retype = button("Retype…", "quiet", "Type a whole new caption for the edit")
        self.revert_all = button("Revert all", "quiet", "Make every word what it was")
        self.describe_again = button("Describe again…", "quiet", "Describe the photo with another caption")
        self._hint = label(HINT, "small", wrap=True)
        self._chips = ChipArea()
        self._arrange()

    def show_chips(
        self, chips: tuple[Chip, ...], busy: bool = False, can_apply: bool = False, has_changes: bool = False
    ) -> None:
        """Render the draft."""
        while len(self.buttons) > len(chips):
            self._drop_button()
        for chip, existing in zip(chips, self.buttons, strict=False):
            existing.set_chip(chip)
        for chip in chips[len(self.buttons) :]:
            self._add_button(chip)
        self.apply.setEnabled(can_apply and not busy)
        self.revert_all.setVisible(has_changes)
        self.describe_again.setEnabled(not busy)

    def show_hint(self, can_apply: bool, has_changes: bool, unknown: tuple[str, ...]) -> None:
        """Say what to do next."""
        hint = CHANGED_HINT if can_apply else SHOWN_HINT if has_changes else HINT
        self._hint.setText((can_apply and unknown_note(unknown)) or hint)

    def open_popover(self, chip_button: ChipButton) -> None:
        """Let the person change a word."""
        if self.popover is not None:
            self.popover.close()
        self._open_button = chip_button
        popover = WordPopover(chip_button.chip, self.window())
        popover.replaced.connect(self._replaced)
        popover.weighed.connect(self._weighed)
        popover.added.connect(self._added)
        popover.removed.connect(self._removed)
        popover.reverted.connect(self._reverted)
        popover.closed.connect(self._closed)
        self.popover = popover
        popover.open_at(chip_button)
        self.pointed.emit(chip_button.chip)

    def _add_button(self, chip: Chip) -> None:
        made = ChipButton(chip, self._theme)
        made.clicked.connect(self._clicked)
        made.pointed.connect(self._pointed)
        made.nudged.connect(self._nudged)
        self._theme.changed.connect(made.update)
        self.buttons.append(made)
        self._chips.flow.addWidget(made)

    def _drop_button(self) -> None:
        gone = self.buttons.pop()
        self._chips.flow.removeWidget(gone)
        gone.hide()
        gone.deleteLater()

    @Slot()
    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, ChipButton):
            self.open_popover(sender)

    @Slot(bool)
    def _pointed(self, pointed: bool) -> None:
        sender = self.sender()
        if isinstance(sender, ChipButton) and pointed:
            self.pointed.emit(sender.chip)
        elif self.popover is None:
            self.pointed.emit(None)

    @Slot(int)
    def _nudged(self, by: int) -> None:
        sender = self.sender()
        if isinstance(sender, ChipButton) and sender.chip.target:
            weight = round(sender.chip.weight + by * NUDGE, 2)
            self.weighed.emit(sender.chip, min(max(weight, LEAST_WEIGHT), MOST_WEIGHT))

    @Slot(str)
    def _replaced(self, text: str) -> None:
        self.replaced.emit(self._chip(), text)

    @Slot(float)
    def _weighed(self, weight: float) -> None:
        self.weighed.emit(self._chip(), weight)

    @Slot(str, bool)
    def _added(self, text: str, before: bool) -> None:
        self.added.emit(self._chip(), text, before)

    @Slot()
    def _removed(self) -> None:
        self.removed.emit(self._chip())

    @Slot()
    def _reverted(self) -> None:
        self.reverted.emit(self._chip())

    def _chip(self) -> Chip:
        if self._open_button is None:
            raise RuntimeError("no word is open")
        return self._open_button.chip

    @Slot()
    def _closed(self) -> None:
        self.popover = None
        self.pointed.emit(None)
        if self._open_button is not None:
            self._open_button.setFocus()

    def _arrange(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(4)
        heading.addWidget(label("Edit the words", "heading"))
        heading.addStretch(1)
        for quiet in (self.revert_all, self.retype, self.describe_again):
            heading.addWidget(quiet)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._chips, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.apply, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(heading)
        layout.addLayout(row)
        layout.addWidget(self._hint)
