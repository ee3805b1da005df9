"""Ctrl+C in the terminal closes the window as its close button does."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot


class Interrupt(QObject):
    """Lets a signal through to Python while Qt's loop waits: the signal writes to a socket that Qt watches.

    Signals:
        wanted: the person pressed Ctrl+C.
    """

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        self._old_wakeup = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._old_handler = signal.signal(signal.SIGINT, self._pressed)

    def remove(self) -> None:
        """Leave the signal as it was."""
        signal.signal(signal.SIGINT, self._old_handler)
        signal.set_wakeup_fd(self._old_wakeup)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()

    def _pressed(self, _number: int, _frame: FrameType | None) -> None:
        self.wanted.emit()

    @Slot()
    def _woken(self) -> None:
        """Python runs `_pressed` on the way here."""
        self._read.recv(64)
