"""All keys, with what they do; made from the actions, so that none is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.look.keys import keys_of, plain_tip
from nti_desktop.ui.look.parts import label
from nti_desktop.ui.look.theme import Theme
from nti_desktop.ui.pages.sheet import Sheet, section

_NARROWEST = 320

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
    """Keys in the order of the app's actions, then what mouse and keys do on the photo."""

    def __init__(self, actions: Mapping[str, QAction], theme: Theme) -> None:
        super().__init__(tr("Keyboard shortcuts"), theme)
        by_key = [(keys_of(a), a.text(), plain_tip(a)) for a in actions.values() if keys_of(a)]
        by_hand = [((tr(keys),), tr(what), "") for keys, what in _BY_HAND]
        for title, lines in ((tr("Commands"), by_key), (tr("On the photo and everywhere"), by_hand)):
            card, column = section(title)
            _add_lines(column, lines)
            self.content.addWidget(card)


def _add_lines(column: QVBoxLayout, lines: Sequence[_Line]) -> None:
    """Each a row of its own, which is as high as its words need; the words begin in line."""
    keys = [_keys(names) for names, _, _ in lines]
    widest = max(part.sizeHint().width() for part in keys)
    for part, (_, name, why) in zip(keys, lines, strict=True):
        part.setFixedWidth(widest)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(part)
        row.addLayout(_words(name, why), 1)
        column.addLayout(row)


def _keys(names: tuple[str, ...]) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for name in names:
        row.addWidget(label(name, "key"), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    return made


def _words(name: str, why: str) -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(1)
    for text, look in ((name, "strong"), (why, "small")):
        if text:
            words = label(text, look, wrap=True)
            words.setMinimumWidth(_NARROWEST)
            made.addWidget(words)
    return made
