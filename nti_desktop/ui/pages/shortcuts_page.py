"""All keys, with what they do; made from the actions, so that none is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtGui import QAction

from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.look.keys import keys_of, plain_tip
from nti_desktop.ui.look.theme import Theme
from nti_desktop.ui.pages.key_list import KeyLine, KeyList
from nti_desktop.ui.pages.sheet import Sheet, section

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
    """Keys in the order of the app's actions, then what mouse and keys do on the photo.

    Attributes:
        lists: of both, as they are shown.
    """

    def __init__(self, actions: Mapping[str, QAction], theme: Theme) -> None:
        super().__init__(tr("Keyboard shortcuts"), theme)
        self.lists: list[KeyList] = []
        self.fill(self._parts(actions))

    def _parts(self, actions: Mapping[str, QAction]) -> Iterator[None]:
        by_key = [KeyLine(keys_of(a), a.text(), plain_tip(a)) for a in actions.values() if keys_of(a)]
        by_hand = [KeyLine((tr(keys),), tr(what)) for keys, what in _BY_HAND]
        for title, lines in ((tr("Commands"), by_key), (tr("On the photo and everywhere"), by_hand)):
            yield
            self._add_part(title, lines)

    def _add_part(self, title: str, lines: Sequence[KeyLine]) -> None:
        card, column = section(title)
        made = KeyList(lines, self._theme)
        made.setAccessibleName(title)
        column.addWidget(made)
        self.content.addWidget(card)
        self.lists.append(made)
