"""All keys, with what they do; made from the actions, so that none is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.look.keys import keys_of, plain_tip
from nti_desktop.ui.look.parts import label
from nti_desktop.ui.look.theme import Theme
from nti_desktop.ui.look.turns import Turns
from nti_desktop.ui.pages.sheet import Sheet, section

_NARROWEST = 320
_AT_ONCE = 6  # rows

# Keys that no action has, since they act on what is pointed at or has the focus.
_Line = tuple[tuple[str, ...], str, str]  # keys, name, explanation

_BY_HAND = (
    (noop("Hold Space"), noop("See the photo as it was")),
    (noop("Mouse wheel"), noop("Zoom at the pointer")),
    (noop("Drag"), noop("Move the photo, its frame or the dividing line; the middle button moves the photo")),
    (noop("Arrow keys"), noop("Move the frame, the dividing line, the mask brush or the photo")),
    (noop("Ctrl+Arrow keys"), noop("Move the photo, or the frame by a single pixel")),
    (noop("Shift+Arrow keys"), noop("Resize the frame, or paint with the mask brush")),
    (noop("Enter"), noop("Paint where the mask brush is")),
    (noop("Tab, Shift+Tab"), noop("Go to the next or the previous control")),
    (noop("Escape"), noop("Close what is open, or stop the running job")),
)


class ShortcutsPage(Sheet):
    """Keys in the order of the app's actions, then what mouse and keys do on the photo.

    All words are there at once; they are laid out and shown little by little, for there are many.
    """

    def __init__(self, actions: Mapping[str, QAction], theme: Theme) -> None:
        super().__init__(tr("Keyboard shortcuts"), theme)
        by_key = [(keys_of(a), a.text(), plain_tip(a)) for a in actions.values() if keys_of(a)]
        by_hand = [((tr(keys),), tr(what), "") for keys, what in _BY_HAND]
        commands = self._add_part(tr("Commands"), by_key)
        others = self._add_part(tr("On the photo and everywhere"), by_hand)
        Turns(self, chain(commands, others))

    def _add_part(self, title: str, lines: Sequence[_Line]) -> Iterator[None]:
        card, column = section(title)
        card.hide()
        self.content.addWidget(card)
        firsts = range(0, len(lines), _AT_ONCE)
        return _shown(card, column, [_Rows(lines[first : first + _AT_ONCE], card) for first in firsts])


class _Row:
    """Keys and what they do; as high as its words need."""

    def __init__(self, line: _Line, holder: QWidget) -> None:
        names, name, why = line
        self._keys = QWidget(holder)
        self._names = [label(text, "key", holder=self._keys) for text in names]
        looks = ((name, "strong"), (why, "small"))
        self._words = [label(text, look, True, holder) for text, look in looks if text]

    def width_of_keys(self) -> int:
        """Lay the keys out, and say how much room they need."""
        row = QHBoxLayout(self._keys)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for name in self._names:
            row.addWidget(name, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        return self._keys.sizeHint().width()

    def laid_out(self, widest: int) -> QHBoxLayout:
        """The words begin where the widest keys end, in line with those of other rows."""
        self._keys.setFixedWidth(widest)
        words = QVBoxLayout()
        words.setSpacing(1)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._keys)
        row.addLayout(words, 1)
        for text in self._words:
            text.setMinimumWidth(_NARROWEST)
            words.addWidget(text)
        return row


class _Rows(QWidget):
    """Some rows, which are shown together: each showing arranges the whole page."""

    def __init__(self, lines: Sequence[_Line], card: QFrame) -> None:
        super().__init__(card)
        self.hide()
        self.rows = [_Row(line, self) for line in lines]

    def lay_out(self, widest: int, spacing: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing)
        for row in self.rows:
            column.addLayout(row.laid_out(widest))


def _shown(card: QFrame, column: QVBoxLayout, parts: Sequence[_Rows]) -> Iterator[None]:
    """Show the rows of a card."""
    widest = 0
    for part in parts:
        widest = max(widest, *(row.width_of_keys() for row in part.rows))
        yield
    for part in parts:
        part.lay_out(widest, column.spacing())
        column.addWidget(part)
        part.show()
        card.show()
        yield
