"""All keys, with what they do; made from the actions, so that none is missing."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.look.keys import keys_of, plain_tip
from nti_desktop.ui.look.parts import label
from nti_desktop.ui.look.theme import Theme
from nti_desktop.ui.pages.sheet import Sheet, section

_NARROWEST = 320

# Keys that no action has, since they act on what is pointed at or has the focus.
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
        card, column = section("")
        grid = _grid()
        for action in actions.values():
            if keys_of(action):
                _add_line(grid, keys_of(action), action.text(), plain_tip(action))
        column.addLayout(grid)
        self.content.addWidget(card)
        card, column = section(tr("On the photo and everywhere"))
        grid = _grid()
        for keys, what in _BY_HAND:
            _add_line(grid, (tr(keys),), tr(what), "")
        column.addLayout(grid)
        self.content.addWidget(card)


def _grid() -> QGridLayout:
    made = QGridLayout()
    made.setHorizontalSpacing(20)
    made.setVerticalSpacing(12)
    made.setColumnStretch(1, 1)
    return made


def _add_line(grid: QGridLayout, keys: tuple[str, ...], name: str, why: str) -> None:
    names = QHBoxLayout()
    names.setSpacing(6)
    for key in keys:
        names.addWidget(label(key, "key"), 0, Qt.AlignmentFlag.AlignVCenter)
    names.addStretch(1)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(label(name, "strong"))
    if why:
        text = label(why, "small", wrap=True)
        text.setMinimumWidth(_NARROWEST)
        words.addWidget(text)
    line = grid.rowCount()
    grid.addLayout(names, line, 0)
    grid.addLayout(words, line, 1)
