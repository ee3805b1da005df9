"""What nobody caught is told, from whatever thread."""

from __future__ import annotations

import sys
import threading

from nti_desktop.ui.alarm import UNEXPECTED, Alarm


def test_an_exception_on_another_thread_is_told(qtbot, capsys) -> None:
    alarm, heard = Alarm(), []
    alarm.raised.connect(lambda *told: heard.append(told))
    before = sys.excepthook
    alarm.install()
    try:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: bool(heard))
    finally:
        alarm.remove()
        sys.excepthook = before
    assert heard[0][0] == UNEXPECTED
    assert "ZeroDivisionError" in heard[0][1]
    assert "ZeroDivisionError" in capsys.readouterr().err


def fail() -> None:
    """What a worker's slot does with an exception: Qt hands it to `sys.excepthook`."""
    try:
        print(1 / 0)
    except ZeroDivisionError as error:
        sys.excepthook(type(error), error, error.__traceback__)
