"""A real window on an offscreen screen, with a timer that tells how late its event loop is."""

from __future__ import annotations

import asyncio
import faulthandler
import os
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from nti_desktop.engine.protocol import Engine

if TYPE_CHECKING:
    from nti_desktop.app import Desktop

Figures = dict[str, float]
Run = Callable[[str, Coroutine[object, object, object]], Figures]

TICK_MS = 10
LATE_MS = 8  # from which it is worth saying where the time goes
_WIDTH, _HEIGHT = os.environ.get("NTI_SCREEN", "3840x2160").split("x")
SIZE = (int(_WIDTH), int(_HEIGHT))
_PATIENCE = 900.0
_LOOK_EVERY = 0.002
WATCH = "NTI_WATCH" in os.environ  # whether to say where the main thread was when it was late


@dataclass
class Ticks:
    """When a timer of the main thread fired, in seconds."""

    at: list[float] = field(default_factory=list)

    def tick(self) -> None:
        """Note one."""
        self.at.append(time.perf_counter())

    def figures(self, name: str) -> Figures:
        """How late the timer was."""
        late = sorted(max(1000 * (b - a) - TICK_MS, 0.0) for a, b in pairwise(self.at))
        return {
            f"{name}_median_ms": statistics.median(late),
            f"{name}_p99_ms": late[int(0.99 * len(late))],
            f"{name}_max_ms": late[-1],
        }


@dataclass
class Stretches:
    """How much the main thread computes in one turn of the event loop, in seconds.

    A timer would not tell: one that is not due yet when a turn begins waits until the end of the next.
    """

    began: float | None = None  # what the thread had computed when the turn began; None between two
    longest: float = 0.0

    def begin(self) -> None:
        """A turn begins, perhaps with waiting."""
        self.began = time.thread_time()

    def end(self) -> None:
        """It is over; what has come meanwhile has its turn."""
        if self.began is not None:
            self.longest = max(self.longest, time.thread_time() - self.began)
        self.began = None

    def figures(self, name: str) -> Figures:
        """The longest."""
        return {f"{name}_held_ms": 1000 * self.longest}


class Watcher:
    """Looks from another thread at what the main thread does whenever the timer is late.

    By faulthandler and not by frame objects: those would keep painters alive that a paint event has to end.
    """

    def __init__(self, ticks: Ticks) -> None:
        self._ticks = ticks
        self._main = f"0x{threading.get_ident():016x}"
        self._over = threading.Event()
        self.seen: Counter[str] = Counter()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self, name: str) -> None:
        """Say on standard error where the main thread was, most often first."""
        self._over.set()
        self._thread.join()
        for place, count in self.seen.most_common(8):
            sys.stderr.write(f"{name:12} late {count:4} × {place}\n")

    def _watch(self) -> None:
        with tempfile.TemporaryFile("w+") as file:
            while not self._over.wait(_LOOK_EVERY):
                at = self._ticks.at
                if at and time.perf_counter() - at[-1] > (TICK_MS + LATE_MS) / 1000:
                    file.seek(0)
                    file.truncate()
                    faulthandler.dump_traceback(file)
                    file.seek(0)
                    self.seen[_place(file.read(), self._main)] += 1


def _place(stacks: str, thread: str) -> str:
    """The innermost functions of a thread's stack, up to the first of the app's own and its caller."""
    stack = stacks.partition(thread)[2].partition("\n\n")[0]
    names: list[str] = []
    for line in stack.splitlines()[1:13]:
        file, _, rest = line.strip().removeprefix('File "').partition('", line ')
        number, _, function = rest.partition(" in ")
        names.append(f"{file.rsplit('/', 1)[-1]}:{number} {function}")
        if "nti_desktop" in file and len(names) > 2:
            break
    return " < ".join(names)


@contextmanager
def desktop_on(engine: Engine, watch: bool = False) -> Iterator[tuple[Desktop, Run]]:
    """A window, and what runs a coroutine in it while measuring how late a timer is."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    import qasync
    from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QObject, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from nti_desktop.app import build

    application = QCoreApplication.instance() or QApplication([])
    loop = qasync.QEventLoop(application)
    desktop = build(engine, loop)
    desktop.window.resize(*SIZE)
    desktop.window.show()
    timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=TICK_MS)
    turns = QAbstractEventDispatcher.instance()

    def run(name: str, work: Coroutine[object, object, object]) -> Figures:
        ticks, stretches = Ticks(), Stretches()
        notes = {
            timer.timeout: ticks.tick,
            turns.aboutToBlock: stretches.begin,
            turns.awake: stretches.end,
        }
        kept = [signal.connect(note) for signal, note in notes.items()]
        timer.start()
        watcher = Watcher(ticks) if watch and name else None
        loop.run_until_complete(asyncio.wait_for(_after_a_tick(work), _PATIENCE))
        timer.stop()
        for connection in kept:
            QObject.disconnect(connection)
        if watcher is not None:
            watcher.stop(name)
        return ticks.figures(name) | stretches.figures(name) if name else {}

    try:
        yield desktop, run
    finally:
        loop.run_until_complete(desktop.tasks.drain())
        desktop.window.may_close = True
        desktop.window.close()
        desktop.shutdown()
        desktop.window.deleteLater()
        loop.close()


async def _after_a_tick(work: Coroutine[object, object, object]) -> None:
    """So that what it does at once lies between two ticks."""
    await asyncio.sleep(2 * TICK_MS / 1000)
    await work


def resident_mb() -> float:
    """Memory of this process now."""
    with open("/proc/self/statm") as file:  # noqa: PTH123 - of the kernel, no file
        pages = int(file.read().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
