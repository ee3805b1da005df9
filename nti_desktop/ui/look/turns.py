"""Work on the window's thread in small steps, between which the window draws and answers."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Slot

_SHARE = 0.002  # seconds of each turn; what Qt lays out and paints for it comes on top
_PAUSE_MS = 8

REST = object()  # a step after which the turn ends


class Turns(QObject):
    """Goes through steps, a few at a turn of the event loop, until they or the owner come to an end."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._steps: Iterator[object] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)

    @property
    def busy(self) -> bool:
        """Whether steps are left."""
        return self._timer.isActive()

    def take(self, steps: Iterator[object]) -> None:
        """Go through these, and leave undone what is left of those before."""
        self._steps = steps
        self._timer.start(_PAUSE_MS)

    @Slot()
    def _turn(self) -> None:
        end = time.perf_counter() + _SHARE
        for step in self._steps:
            if step is REST or time.perf_counter() >= end:
                return
        self._timer.stop()
