"""The leak checks must themselves catch what they are for."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest
from pytestqt.qtbot import QtBot

from tests import leaks


@pytest.fixture(autouse=True)
def no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaks, "PATIENCE", 0.05)


def test_nothing_is_found_where_nothing_is_left() -> None:
    with leaks.watch() as watch:
        thread = threading.Thread(target=int)
        thread.start()
        thread.join()
        assert watch.leaks() == []


def test_a_thread_is_found() -> None:
    stop = threading.Event()
    with leaks.watch() as watch:
        thread = threading.Thread(target=stop.wait, name="forgotten")
        thread.start()
        assert watch.leaks() == ["thread forgotten"]
    stop.set()
    thread.join()


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_a_child_process_is_found() -> None:
    with leaks.watch() as watch, subprocess.Popen([sys.executable, "-c", "input()"], stdin=-1) as process:
        (found,) = watch.leaks()
        assert str(process.pid) in found


def test_a_running_timer_is_found_and_stopped(qtbot: QtBot) -> None:
    from PySide6.QtCore import QTimer

    with leaks.watch() as watch:
        timer = QTimer()
        timer.setObjectName("forgotten")
        timer.start(1000)
        assert watch.leaks() == ["running QTimer forgotten"]
    assert not timer.isActive()


def test_a_running_qt_thread_is_found_and_ended(qtbot: QtBot) -> None:
    from PySide6.QtCore import QThread

    with leaks.watch() as watch:
        thread = QThread()
        thread.start()
        assert watch.leaks() == ["running QThread "]
    assert thread.wait(2000)


def test_a_window_is_found_and_deleted(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QWidget
    from shiboken6 import isValid

    with leaks.watch() as watch:
        window = QWidget()
        window.setObjectName("forgotten")
        assert watch.leaks() == ["widget QWidget forgotten"]
    assert not isValid(window)
