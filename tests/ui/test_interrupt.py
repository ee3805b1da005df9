"""Ctrl+C reaches the window while Qt's loop waits."""

from __future__ import annotations

import os
import signal
import threading

import pytest

from nti_desktop.ui.interrupt import Interrupt


@pytest.mark.skipif(os.name == "nt", reason="a process cannot send itself Ctrl+C alone there")
def test_ctrl_c_is_told(qtbot) -> None:
    before = signal.getsignal(signal.SIGINT)
    interrupt = Interrupt()
    timer = threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT))
    try:
        with qtbot.waitSignal(interrupt.wanted, timeout=3000):
            timer.start()
    finally:
        timer.join()
        interrupt.remove()
    assert signal.getsignal(signal.SIGINT) is before
