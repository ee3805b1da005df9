"""The words of the edited caption as chips in lines, and which of them are taken together."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from nti_desktop.ui.caption.chip_area import ChipArea
from nti_desktop.ui.caption.chip_button import ChipButton
from nti_desktop.ui.caption.chip_paint import chip_height
from nti_desktop.ui.caption.chips import Chip, phrase
from nti_desktop.ui.look.theme import Theme

_MOST_LINES = 3


class WordChips(ChipArea):
    """Signals, each with the chip's button:

    Signals:
        asked: (button, command) by a key.
        written: (button, character) typed over it.
        menu_wanted: (button, global place).
        pointed: (Chip or None) that the mouse or the keyboard is on.
        taken_changed: others are taken together.
    """

    asked = Signal(object, str)
    written = Signal(object, str)
    menu_wanted = Signal(object, QPoint)
    pointed = Signal(object)
    taken_changed = Signal()

    def __init__(self, theme: Theme, before: QWidget) -> None:
        """`before` has the focus before the first chip: what is made late is else reached last."""
        super().__init__(_MOST_LINES, chip_height(before.font()))
        self._theme = theme
        self._before = before
        self.buttons: list[ChipButton] = []
        self._hues: dict[tuple[int, ...], str] = {}
        self._taken = range(0)
        self._anchor = 0
        self._latest: ChipButton | None = None

    def show_chips(self, chips: tuple[Chip, ...]) -> None:
        """Render the draft; words that became others are no longer taken together."""
        if [c.text for c in chips] != [b.chip.text for b in self.buttons]:
            self.take(range(0))
        while len(self.buttons) > len(chips):
            self._drop_button()
        for chip, existing in zip(chips, self.buttons, strict=False):
            existing.set_chip(chip)
        for chip in chips[len(self.buttons) :]:
            self._add_button(chip)
        self._dress()

    def show_hues(self, hues: dict[tuple[int, ...], str]) -> None:
        """Mark the words whose maps are pinned, each in its map's hue."""
        self._hues = dict(hues)
        self._dress()

    def is_pinned(self, chip: Chip) -> bool:
        """Whether the maps of a word, or of all of a phrase, are pinned."""
        sources = [part.source for part in (chip.parts or (chip,)) if part.source]
        return bool(sources) and all(source in self._hues for source in sources)

    def take(self, together: range) -> None:
        """Take neighbouring words as one; fewer than two are none."""
        together = together if len(together) > 1 else range(0)
        if together != self._taken:
            self._taken = together
            self._dress()
            self.taken_changed.emit()

    @property
    def taken(self) -> range:
        """The places of the words taken together."""
        return self._taken

    def chip_of(self, button: ChipButton) -> Chip:
        """The button's word, or the phrase that it belongs to."""
        place = self.buttons.index(button)
        if place in self._taken:
            return phrase(tuple(self.buttons[i].chip for i in self._taken))
        return button.chip

    def current(self) -> ChipButton | None:
        """The word that the mouse or the keyboard is on, the later of two; else that which had the focus."""
        last = self.buttons[self._anchor] if self._anchor < len(self.buttons) else None
        return self._pointed_at() or last

    def _pointed_at(self) -> ChipButton | None:
        here = [b for b in self.buttons if b.hovered or b.hasFocus()]
        return self._latest if self._latest in here else here[0] if here else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """No chip is wider than the line."""
        for button in self.buttons:
            button.set_most_width(self.viewport().width())
        super().resizeEvent(event)

    def _dress(self) -> None:
        for place, button in enumerate(self.buttons):
            button.set_look(place in self._taken, self._hues.get(button.chip.source, ""))

    def _add_button(self, chip: Chip) -> None:
        made = ChipButton(chip, self._theme)
        made.clicked.connect(self._clicked)
        made.pointed.connect(self._pointed)
        made.nudged.connect(self._nudged)
        made.moved.connect(self._moved)
        made.extended.connect(self._extended)
        made.reached.connect(self._reached)
        made.deleted.connect(self._deleted)
        made.written.connect(self._written)
        made.menu_wanted.connect(self._menu_wanted)
        self._theme.changed.connect(made.update)
        made.set_most_width(self.viewport().width())
        self.flow.addWidget(made)
        self.setTabOrder(self.buttons[-1] if self.buttons else self._before, made)
        self.buttons.append(made)

    def _drop_button(self) -> None:
        gone = self.buttons.pop()
        if gone.hasFocus() and self.buttons:
            self._focus(len(self.buttons) - 1)
        self.flow.removeWidget(gone)
        gone.hide()
        gone.deleteLater()

    def _sender(self) -> ChipButton:
        sender = self.sender()
        if not isinstance(sender, ChipButton):
            raise RuntimeError("only chips are connected")
        return sender

    def _focus(self, place: int) -> None:
        button = self.buttons[min(max(place, 0), len(self.buttons) - 1)]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(button, 0, 0)

    @Slot()
    def _clicked(self) -> None:
        button = self._sender()
        self._anchor = self.buttons.index(button)
        if self._anchor not in self._taken:
            self.take(range(0))
        self.asked.emit(button, "word_change")

    @Slot(bool)
    def _pointed(self, pointed: bool) -> None:
        button = self._sender()
        if pointed:
            self._latest = button
        if pointed and button.hasFocus() and button in self.buttons and not self._taken:
            self._anchor = self.buttons.index(button)
        self.pointed.emit(button.chip if pointed else None)

    @Slot(int)
    def _nudged(self, by: int) -> None:
        button = self._pointed_at() or self._sender()
        self.asked.emit(button, "word_stronger" if by > 0 else "word_weaker")

    @Slot(int)
    def _moved(self, by: int) -> None:
        self.take(range(0))
        self._anchor = min(max(self.buttons.index(self._sender()) + by, 0), len(self.buttons) - 1)
        self._focus(self._anchor)

    @Slot(int)
    def _extended(self, by: int) -> None:
        place = min(max(self.buttons.index(self._sender()) + by, 0), len(self.buttons) - 1)
        self._take_to(place)
        self._focus(place)

    @Slot()
    def _reached(self) -> None:
        place = self.buttons.index(self._sender())
        self._take_to(place)
        self.buttons[place].setFocus(Qt.FocusReason.MouseFocusReason)

    def _take_to(self, place: int) -> None:
        self._anchor = min(self._anchor, len(self.buttons) - 1)
        self.take(range(min(self._anchor, place), max(self._anchor, place) + 1))

    @Slot()
    def _deleted(self) -> None:
        self.asked.emit(self._sender(), "word_remove")

    @Slot(str)
    def _written(self, text: str) -> None:
        self.written.emit(self._sender(), text)

    @Slot(QPoint)
    def _menu_wanted(self, at: QPoint) -> None:
        self.menu_wanted.emit(self._sender(), at)
