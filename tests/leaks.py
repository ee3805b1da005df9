"""Finds what a test leaves behind: threads, child processes, Qt threads, running timers, windows."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from weakref import WeakSet

PATIENCE = 3.0  # seconds that a thread or process may take to end after its test

# Helpers that libraries keep for the whole run, by class or command line.
_LASTING_THREADS = ("TMonitor",)  # tqdm's
_LASTING_PROCESSES = ("resource_tracker", "forkserver")  # multiprocessing's own


class Watch:
    """What was there before a test, and what was started during it."""

    def __init__(self) -> None:
        self.qt_objects: WeakSet[Any] = WeakSet()
        self._threads = set(threading.enumerate())
        self._processes = _child_processes().keys()
        self._widgets = {id(widget) for widget in _top_level_widgets()}

    def leaks(self) -> list[str]:
        """Descriptions of what is left, after giving it time to end."""
        found = self._look()
        if not found:
            return []
        gc.collect()
        deadline = time.monotonic() + PATIENCE
        while (found := self._look()) and time.monotonic() < deadline:
            time.sleep(0.02)
        self._clean_up()
        return found

    def _look(self) -> list[str]:
        _deliver_deferred_deletes()
        return [
            *(f"thread {t.name}" for t in threading.enumerate() if self._is_leaked_thread(t)),
            *(f"process {pid} ({line})" for pid, line in _child_processes().items() if self._is_new(pid)),
            *(f"running {type(o).__name__} {o.objectName()}" for o in self._running_qt_objects()),
            *(f"widget {type(w).__name__} {w.objectName()}" for w in self._new_widgets()),
        ]

    def _is_leaked_thread(self, thread: threading.Thread) -> bool:
        # Qt's own threads show up as dummies that Python never forgets; QThread is watched by itself.
        dummy = isinstance(thread, threading._DummyThread)
        return thread not in self._threads and not dummy and type(thread).__name__ not in _LASTING_THREADS

    def _is_new(self, pid: int) -> bool:
        return pid not in self._processes

    def _running_qt_objects(self) -> list[Any]:
        return [o for o in list(self.qt_objects) if _is_running(o)]

    def _new_widgets(self) -> list[Any]:
        return [w for w in _top_level_widgets() if id(w) not in self._widgets]

    def _clean_up(self) -> None:
        """Keep one test's leak from showing up in the next."""
        for process in multiprocessing.active_children():
            process.kill()
            process.join(PATIENCE)
        for widget in self._new_widgets():
            widget.deleteLater()
        for running in self._running_qt_objects():
            running.stop() if hasattr(running, "stop") else running.quit()
        _deliver_deferred_deletes()


@contextlib.contextmanager
def watch() -> Iterator[Watch]:
    """Note what is there now, and what Qt threads and timers are started meanwhile."""
    found = Watch()
    with contextlib.ExitStack() as undo:
        if "PySide6.QtCore" in sys.modules:
            from PySide6.QtCore import QThread, QTimer

            for kind in (QThread, QTimer):
                undo.enter_context(_noting_starts(kind, found.qt_objects))
        yield found


@contextlib.contextmanager
def _noting_starts(kind: Any, started: WeakSet[Any]) -> Iterator[None]:
    original: Callable[..., None] = kind.start

    def start(self: Any, *args: Any) -> None:
        started.add(self)
        original(self, *args)

    kind.start = start
    try:
        yield
    finally:
        kind.start = original


def _is_running(qt_object: Any) -> bool:
    from shiboken6 import isValid

    if not isValid(qt_object):
        return False
    return bool(qt_object.isRunning() if hasattr(qt_object, "isRunning") else qt_object.isActive())


def _application() -> Any:
    if "PySide6.QtWidgets" not in sys.modules:
        return None
    from PySide6.QtWidgets import QApplication

    return QApplication.instance()


def _top_level_widgets() -> list[Any]:
    application = _application()
    return list(application.topLevelWidgets()) if application else []


def _deliver_deferred_deletes() -> None:
    application = _application()
    if application:
        from PySide6.QtCore import QEvent

        application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _child_processes() -> dict[int, str]:
    """This process's living children and their command lines."""
    known = {p.pid: p.name for p in multiprocessing.active_children() if p.pid}
    for task in Path("/proc/self/task").glob("*/children"):  # Linux sees those of subprocess as well
        with contextlib.suppress(OSError):
            known |= {int(pid): _command_line(pid) for pid in task.read_text().split()}
    return {pid: line for pid, line in known.items() if line and not _lasts(line)}


def _command_line(pid: str) -> str:
    """The command line, "" for a process that is over; one that just begins may not have its own yet."""
    process = Path(f"/proc/{pid}")
    try:
        line = process.joinpath("cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
        state = process.joinpath("stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""
    return "" if state in "ZX" else line or "just begun"


def _lasts(command_line: str) -> bool:
    return any(name in command_line for name in _LASTING_PROCESSES)


def is_alive(pid: int) -> bool:
    """Whether a process that need not be our child is still there, zombies not counted."""
    if sys.platform == "linux":
        return bool(_command_line(str(pid)))
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True
