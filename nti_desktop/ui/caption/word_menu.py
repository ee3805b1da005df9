"""The context menu of a word: the same commands as the popover and the keys."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from nti_desktop.ui.caption.chips import Chip
from nti_desktop.ui.look.i18n import noop, tr

# Each command: its text, and the key that does the same; None parts the menu.
_ENTRIES: tuple[tuple[str, str, str] | None, ...] = (
    ("word_change", noop("Replace…"), "Return"),
    ("word_add", noop("Add a word beside it…"), ""),
    None,
    ("word_stronger", noop("Stronger"), "Ctrl+Up"),
    ("word_weaker", noop("Weaker"), "Ctrl+Down"),
    ("word_neutral", noop("Weight as it was"), ""),
    None,
    ("word_keep", noop("Keep unchanged"), ""),
    ("word_pin", noop("Keep its map in sight"), ""),
    None,
    ("word_remove", noop("Remove"), "Delete"),
    ("word_revert", noop("Revert"), ""),
)


class WordMenu(QMenu):
    """Signals: `chosen` (name of the command)."""

    chosen = Signal(str)

    def __init__(self, chip: Chip, pinned: bool, parent: QWidget) -> None:
        super().__init__(parent)
        for entry in _ENTRIES:
            if entry is None:
                self.addSeparator()
            else:
                self._add(*entry, possible(entry[0], chip))
        for name, checked in (("word_keep", chip.kept), ("word_pin", pinned)):
            self.action_named(name).setCheckable(True)
            self.action_named(name).setChecked(checked)
        self.triggered.connect(self._chosen)

    def action_named(self, name: str) -> QAction:
        """The entry of a command."""
        return next(action for action in self.actions() if action.data() == name)

    def _add(self, name: str, text: str, key: str, enabled: bool) -> None:
        action = self.addAction(tr(text) + (f"\t{key}" if key else ""))
        action.setData(name)
        action.setEnabled(enabled)

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        self.chosen.emit(action.data())


def possible(command: str, chip: Chip) -> bool:
    """Whether a command makes sense for a word."""
    there = bool(chip.target)
    return {
        "word_neutral": there and chip.weight != 1,
        "word_keep": chip.kind == "keep",
        "word_pin": bool(chip.source),
        "word_revert": chip.marked,
        "word_change": True,
    }.get(command, there)
