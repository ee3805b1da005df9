"""Rows of a list that are drawn once and kept, a few in each turn of the event loop."""

from __future__ import annotations

import time
from collections.abc import Hashable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QTimer, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractItemView

_SHARE = 0.0025  # seconds of drawing in one turn of the event loop


class DrawnRows(QObject):
    """What the rows of `view` look like; a large screen shows so many that to draw them takes several frames.

    A delegate asks for a row by all that it depends on; if it is not there, it draws and keeps it, but only
    while there is time. What was left out is asked for again in the next turn.
    """

    def __init__(self, view: QAbstractItemView, most: int) -> None:
        """Keep `most` of them; of more, those that were seen last."""
        super().__init__(view)
        self._view = view
        self._most = most
        self._drawn: dict[Hashable, QPixmap] = {}  # the one longest unseen first
        self._until = 0.0
        self._left_out: list[QPersistentModelIndex] = []
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._next)

    def find(self, look: Hashable) -> QPixmap | None:
        """A row, if it is there."""
        drawn = self._drawn.pop(look, None)
        if drawn is not None:
            self._drawn[look] = drawn
        return drawn

    def keep(self, look: Hashable, drawn: QPixmap) -> None:
        """Have a row that was drawn."""
        self._drawn[look] = drawn
        if len(self._drawn) > self._most:
            del self._drawn[next(iter(self._drawn))]

    def forget(self) -> None:
        """Nothing is seen for now."""
        self._drawn.clear()

    def has_time(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether another row may be drawn in this turn; if not, it is asked for again."""
        if not self._turn.isActive():
            self._until = time.perf_counter() + _SHARE
            self._turn.start(0)
            return True
        in_time = time.perf_counter() < self._until
        if not in_time:
            self._left_out.append(QPersistentModelIndex(index))
        return in_time

    @Slot()
    def _next(self) -> None:
        left_out, self._left_out = self._left_out, []
        for index in left_out:
            if index.isValid():
                self._view.update(self._view.model().index(index.row(), 0))
