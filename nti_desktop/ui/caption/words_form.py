"""The form after inversion: each word of the caption is a chip."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nti_desktop.ui.caption.chip_button import ChipButton
from nti_desktop.ui.caption.chips import NEUTRAL, Chip
from nti_desktop.ui.caption.hints import words_hint
from nti_desktop.ui.caption.notes import Notes
from nti_desktop.ui.caption.state import CaptionState
from nti_desktop.ui.caption.weight_row import nudged
from nti_desktop.ui.caption.word_chips import WordChips
from nti_desktop.ui.caption.word_menu import WordMenu, possible
from nti_desktop.ui.caption.word_popover import WordPopover
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import button
from nti_desktop.ui.look.shy_label import ShyLabel
from nti_desktop.ui.look.theme import Theme

_OPENS = ("word_change", "word_add")


class WordsForm(QWidget):
    """Signals: each word command with the chip it is about.

    Signals:
        pointed: (chip or None) whose map to show.
        replaced: (chip, text); weighed: (chip, weight); added: (chip, text, before).
        kept, pinned: (chip, whether).
        removed, reverted: (chip).
        applied: the edit is to be made.
    """

    pointed = Signal(object)
    replaced = Signal(object, str)
    weighed = Signal(object, float)
    added = Signal(object, str, bool)
    kept = Signal(object, bool)
    pinned = Signal(object, bool)
    removed = Signal(object)
    reverted = Signal(object)
    applied = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.popover: WordPopover | None = None
        self.menu: WordMenu | None = None
        self._open_button: ChipButton | None = None
        self._menu_button: ChipButton | None = None
        self._state = CaptionState()
        self.apply = button(tr("Apply"), "primary", tr("Make the edited photo (Ctrl+Return)"))
        self.retype = button(tr("Retype…"), "quiet", tr("Type a whole new caption for the edit"))
        self.revert_all = button(tr("Revert all"), "quiet", tr("Make every word what it was"))
        self.describe_again = button(
            tr("Describe otherwise…"), "quiet", tr("Describe the photo with another caption; this one stays")
        )
        self.notes = Notes()
        self.spelling, self.hint = self.notes.spelling, self.notes.hint
        self.chips = WordChips(theme, self.describe_again)
        self._connect()
        self._arrange()

    @property
    def buttons(self) -> list[ChipButton]:
        """The chips in sight."""
        return self.chips.buttons

    def show_state(self, state: CaptionState) -> None:
        """Render the draft, and say what to do next."""
        self._state = state
        self.chips.show_chips(state.chips)
        can_apply, marked = state.can_apply and not state.busy, any(chip.marked for chip in state.chips)
        leaves = (self.apply.hasFocus() and not can_apply) or (self.revert_all.hasFocus() and not marked)
        if leaves and self.buttons:
            self._focus_word()
        self.apply.setEnabled(can_apply)
        self.revert_all.setVisible(marked)
        self.describe_again.setEnabled(not state.busy)
        self.notes.show_words(state.unknown_in_edit, state.known)
        self._show_hint()
        self._refresh_popover()

    def take_focus(self) -> None:
        """Where the focus goes when there is no better place: to Apply, else to a word, which only opens."""
        if self.apply.isEnabled():
            self.apply.setFocus()
        elif self.buttons:
            self._focus_word()

    def _focus_word(self) -> None:
        changed = (chip for chip in self.buttons if chip.chip.marked)
        next(changed, self.buttons[0]).setFocus()

    def show_hues(self, hues: dict[tuple[int, ...], str]) -> None:
        """Mark the words whose maps are pinned."""
        self.chips.show_hues(hues)

    def do(self, command: str) -> None:
        """Carry a word command out on the word under the mouse or with the focus."""
        open_ = self._open_button if self.popover is not None else None
        found = open_ or self.chips.current()
        if found is not None:
            self._asked(found, command)

    def open_popover(self, chip_button: ChipButton) -> None:
        """Let the person change a word, or the phrase that it belongs to."""
        if self.popover is not None:
            self.popover.close()
        self._open_button = chip_button
        chip = self.chips.chip_of(chip_button)
        popover = WordPopover(chip, self.chips.is_pinned(chip), self._state.known, self.window())
        popover.replaced.connect(self._replaced)
        popover.weighed.connect(self._weighed)
        popover.added.connect(self._added)
        popover.kept.connect(self._kept)
        popover.pinned.connect(self._pinned)
        popover.removed.connect(self._removed)
        popover.reverted.connect(self._reverted)
        popover.closed.connect(self._closed)
        self.popover = popover
        popover.open_at(chip_button)
        QTimer.singleShot(1, popover, self._point_at_open)  # its map comes when it is seen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape lets a phrase go."""
        if event.key() == Qt.Key.Key_Escape and self.chips.taken:
            self.chips.take(range(0))
        else:
            super().keyPressEvent(event)

    @Slot(object, str)
    def _asked(self, chip_button: ChipButton, command: str) -> None:
        chip = self.chips.chip_of(chip_button)
        if not possible(command, chip):
            return
        if command in _OPENS:
            self.open_popover(chip_button)
            if command == "word_add" and self.popover is not None:
                self.popover.addition.setFocus()
        else:
            self._tell(command, chip)

    def _tell(self, command: str, chip: Chip) -> None:
        match command:
            case "word_stronger" | "word_weaker":
                self.weighed.emit(chip, nudged(chip.weight, 1 if command == "word_stronger" else -1))
            case "word_neutral":
                self.weighed.emit(chip, NEUTRAL)
            case "word_keep":
                self.kept.emit(chip, not chip.kept)
            case "word_pin":
                self.pinned.emit(chip, not self.chips.is_pinned(chip))
            case "word_remove":
                self.removed.emit(chip)
            case "word_revert":
                self.reverted.emit(chip)

    @Slot(object, str)
    def _written(self, chip_button: ChipButton, text: str) -> None:
        self.open_popover(chip_button)
        if self.popover is not None:
            self.popover.fields.write(text)

    @Slot(object, QPoint)
    def _open_menu(self, chip_button: ChipButton, at: QPoint) -> None:
        chip = self.chips.chip_of(chip_button)
        self._menu_button = chip_button
        self.menu = WordMenu(chip, self.chips.is_pinned(chip), self)
        self.menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu.chosen.connect(self._menu_chosen)
        self.menu.popup(at)

    @Slot(str)
    def _menu_chosen(self, command: str) -> None:
        if self._menu_button is not None and self._menu_button in self.buttons:
            self._asked(self._menu_button, command)

    @Slot(object)
    def _point(self, chip: Chip | None) -> None:
        if chip is not None or self.popover is None:
            self.pointed.emit(chip)

    @Slot(str)
    def _replaced(self, text: str) -> None:
        self.replaced.emit(self._chip(), text)

    @Slot(float)
    def _weighed(self, weight: float) -> None:
        self.weighed.emit(self._chip(), weight)

    @Slot(str, bool)
    def _added(self, text: str, before: bool) -> None:
        self.added.emit(self._chip(), text, before)

    @Slot(bool)
    def _kept(self, kept: bool) -> None:
        self.kept.emit(self._chip(), kept)

    @Slot(bool)
    def _pinned(self, pinned: bool) -> None:
        self.pinned.emit(self._chip(), pinned)

    @Slot()
    def _removed(self) -> None:
        self.removed.emit(self._chip())

    @Slot()
    def _reverted(self) -> None:
        self.reverted.emit(self._chip())

    def _chip(self) -> Chip:
        if self._open_button is None:
            raise RuntimeError("no word is open")
        return self.chips.chip_of(self._open_button)

    @Slot()
    def _closed(self) -> None:
        self.popover = None
        self.pointed.emit(None)
        if self._open_button is not None and self._open_button in self.buttons:
            self._open_button.setFocus()
        elif self.isVisible():
            self.take_focus()

    @Slot()
    def _point_at_open(self) -> None:
        if self.popover is not None:
            self.pointed.emit(self.popover.chip)

    def _refresh_popover(self) -> None:
        """The popover follows its word, and goes with it."""
        if self.popover is None:
            return
        chip = self._chip() if self._open_button in self.buttons else None
        if chip is not None and chip.text == self.popover.chip.text:
            self.popover.show_chip(chip)
        else:
            self.popover.close()

    @Slot()
    def _show_hint(self) -> None:
        self.hint.setText(words_hint(self._state, len(self.chips.taken)))

    def _connect(self) -> None:
        self.apply.clicked.connect(self.applied)
        self.chips.asked.connect(self._asked)
        self.chips.written.connect(self._written)
        self.chips.menu_wanted.connect(self._open_menu)
        self.chips.pointed.connect(self._point)
        self.chips.taken_changed.connect(self._show_hint)

    def _arrange(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(4)
        self.heading = ShyLabel(tr("Edit the words"), "heading")
        heading.addWidget(self.heading, 1)
        for quiet in (self.revert_all, self.retype, self.describe_again):
            heading.addWidget(quiet)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.chips, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.apply, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(heading)
        layout.addLayout(row)
        layout.addWidget(self.notes)
