"""What Qt's binding would otherwise prepare at a bad moment."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, QTimer, Slot

_FIRST_MS, _EVERY_MS = 500, 4
_AT_ONCE = 3


class Warming(QObject):
    """Meets the classes of Qt, a few at a time, while the person looks for a photo.

    The binding prepares a class when it is first met; the first event that a filter of the whole application
    sees (that of the palette, or of a word's popover) makes it prepare all that could be meant, which holds
    the window for several frames.
    """

    def __init__(self, parent: QObject, modules: Sequence[object] = (QtCore, QtGui, QtWidgets)) -> None:
        super().__init__(parent)
        self._names = ((module, name) for module in modules for name in dir(module))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(_FIRST_MS)

    @Slot()
    def _go_on(self) -> None:
        self._timer.start(_EVERY_MS)
        met = [getattr(module, name, None) for module, name in islice(self._names, _AT_ONCE)]
        if not met:
            self._timer.stop()
