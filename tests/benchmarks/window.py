"""Benchmarks of the whole window: how late its event loop is, how fast it starts, what it holds in memory.

Each figure comes from the real window on an offscreen screen of 3840 x 2160; lateness is that of a 10 ms timer.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from nti_desktop.engine.fake import FakeEngine
from nti_desktop.engine.process import ProcessEngine
from nti_desktop.engine.protocol import Engine

if TYPE_CHECKING:
    from nti_desktop.app import Desktop

Figures = dict[str, float]

_TICK_MS = 10
_PATIENCE = 900.0
_SIZE = (3840, 2160)
_MEGAPIXELS_48 = (8000, 6000)
_EDITS = 100
_EVENTS = 10_000


def start_up() -> Figures:
    """From the start of the process to a window that is drawn and takes events; best of five."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _START_UP]
    runs = []
    for _ in range(5):
        began = time.time()
        said = json.loads(subprocess.check_output(command, env=environment))
        runs.append((said["usable"] - began, said["torch"], said["memory_mb"]))
    seconds, torch, memory = min(runs)
    return {"seconds": seconds, "torch_imported": float(torch), "memory_mb": memory}


_START_UP = """
import asyncio, json, resource, sys, time
import qasync
from PySide6.QtWidgets import QApplication
from nti_desktop.app import build
from nti_desktop.engine.process import ProcessEngine
application = QApplication([])
loop = qasync.QEventLoop(application)
desktop = build(ProcessEngine(), loop)
desktop.window.show()
async def usable():
    await asyncio.sleep(0)
    desktop.window.grab()
    return time.time()
print(json.dumps({
    "usable": loop.run_until_complete(usable()),
    "torch": "torch" in sys.modules,
    "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}))
loop.run_until_complete(desktop.tasks.drain())
desktop.shutdown()
loop.close()
"""


def lateness() -> Figures:
    """The event loop while inverting and editing with the bundled model, opening a 48-megapixel JPEG, dragging
    the divider over it and zooming it."""
    from nti_desktop.document.samples import samples

    sample = samples()[0]
    figures: Figures = {}
    with _desktop(ProcessEngine()) as (desktop, run), tempfile.TemporaryDirectory() as folder:
        figures |= run("idle", asyncio.sleep(2))
        run("", _opened(desktop, sample.path, sample.caption))
        figures |= run("inverting", _inverted(desktop, sample.caption))
        figures |= run("editing", _edited(desktop, sample.edit_caption))
        figures |= run("opening", _opened(desktop, _large_photo(Path(folder)), ""))
        figures |= run("zooming", _zoomed(desktop))
    with _desktop(FakeEngine()) as (desktop, run), tempfile.TemporaryDirectory() as folder:
        run("", _opened(desktop, _large_photo(Path(folder)), sample.caption))
        run("", _inverted(desktop, sample.caption))
        run("", _edited(desktop, sample.edit_caption))
        figures |= run("dragging", _dragged(desktop))
    return figures


def hundred_edits() -> Figures:
    """Memory of the window's process after the first and after a hundred edits, pretended, of 512 x 512."""
    from nti_desktop.document.samples import samples

    sample = samples()[0]
    with _desktop(FakeEngine()) as (desktop, run):
        run("", _opened(desktop, sample.path, sample.caption))
        run("", _inverted(desktop, sample.caption))
        run("", _edited(desktop, sample.edit_caption))
        first = _resident_mb()
        for number in range(_EDITS - 1):
            run("", _edited(desktop, f"{sample.edit_caption} {'again ' * (number % 7 + 1)}{number}"))
        last = _resident_mb()
    return {"first_mb": first, "last_mb": last, "per_edit_mb": (last - first) / (_EDITS - 1)}


def many_events() -> Figures:
    """What ten thousand progress events of one job leave behind, and how long they take."""
    from nti_desktop.engine.events import Progress
    from nti_desktop.ui.jobs.progress import JobProgress

    job = JobProgress(1, "invert")
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    began = time.perf_counter()
    for number in range(_EVENTS):
        job.take(Progress("null-text", number // 200, 50, timestep=981 - 20 * (number // 200), loss=0.1))
    spent = time.perf_counter() - began
    held = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    return {"held_kb": held / 1024, "microseconds_each": 1e6 * spent / _EVENTS}


Run = Callable[[str, Coroutine[object, object, object]], Figures]


@contextmanager
def _desktop(engine: Engine) -> Iterator[tuple[Desktop, Run]]:
    """A window, and what runs a coroutine in it while measuring how late a timer is."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    import qasync
    from PySide6.QtCore import QCoreApplication, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from nti_desktop.app import build

    application = QCoreApplication.instance() or QApplication([])
    loop = qasync.QEventLoop(application)
    desktop = build(engine, loop)
    desktop.window.resize(*_SIZE)
    desktop.window.show()
    ticks: list[float] = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))

    def run(name: str, work: Coroutine[object, object, object]) -> Figures:
        ticks.clear()
        timer.start(_TICK_MS)
        loop.run_until_complete(asyncio.wait_for(work, _PATIENCE))
        timer.stop()
        return _late(name, ticks) if name else {}

    try:
        yield desktop, run
    finally:
        loop.run_until_complete(desktop.tasks.drain())
        desktop.window.may_close = True
        desktop.window.close()
        desktop.shutdown()
        desktop.window.deleteLater()
        loop.close()


def _late(name: str, ticks: list[float]) -> Figures:
    late = sorted(max(1000 * (b - a) - _TICK_MS, 0.0) for a, b in zip(ticks, ticks[1:], strict=False))
    return {
        f"{name}_median_ms": statistics.median(late),
        f"{name}_p99_ms": late[int(0.99 * len(late))],
        f"{name}_max_ms": late[-1],
    }


async def _until(done: Callable[[], bool]) -> None:
    while not done():
        await asyncio.sleep(0.02)


async def _opened(desktop: Desktop, path: Path, caption: str) -> None:
    desktop.document.mark_saved(desktop.document.project, path)  # so that nobody asks about the last one
    desktop.files.open_sample(path, caption)
    await asyncio.sleep(0.05)
    await _until(lambda: not desktop.tasks.busy)
    photo = desktop.document.project.photo
    assert photo is not None
    assert photo.name == path.name


async def _inverted(desktop: Desktop, caption: str) -> None:
    desktop.controller.jobs.inverting.invert(caption)
    await _until(lambda: desktop.document.project.inversion is not None and not desktop.tasks.busy)


async def _edited(desktop: Desktop, caption: str) -> None:
    from nti_desktop.engine.requests import EditParameters

    before = len(desktop.document.project.edits)
    desktop.document.set_draft(EditParameters(caption))
    desktop.session.apply()
    await _until(lambda: len(desktop.document.project.edits) > before and not desktop.tasks.busy)


async def _dragged(desktop: Desktop) -> None:
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    canvas = desktop.window.canvas
    middle = canvas.height() // 2
    left = Qt.MouseButton.LeftButton

    def send(kind: QMouseEvent.Type, x: int) -> None:
        at = QPointF(QPoint(x, middle))
        button = Qt.MouseButton.NoButton if kind is QMouseEvent.Type.MouseMove else left
        event = QMouseEvent(
            kind, at, canvas.mapToGlobal(at), button, left, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(canvas, event)

    start = round(canvas.view.photo_rect.center().x())
    send(QMouseEvent.Type.MouseButtonPress, start)
    for turn in range(200):
        send(QMouseEvent.Type.MouseMove, start + round(400 * np.sin(turn / 10)))
        await asyncio.sleep(0.016)
    send(QMouseEvent.Type.MouseButtonRelease, start)
    assert canvas.divider != 0.5


async def _zoomed(desktop: Desktop) -> None:
    canvas = desktop.window.canvas
    before = canvas.view.scale
    for turn in range(200):
        (canvas.zoom_in if turn % 20 < 10 else canvas.zoom_out)()
        await asyncio.sleep(0.016)
    canvas.actual_size()
    assert canvas.view.scale != before


def _large_photo(folder: Path) -> Path:
    """A JPEG of 48 megapixels with detail in every corner."""
    width, height = _MEGAPIXELS_48
    y, x = np.ogrid[0:height, 0:width]
    texture = ((x * 7 + y * 13) % 97 + (x // 64 + y // 64) % 2 * 90).astype(np.uint8)
    pixels = np.stack([texture, texture[::-1], texture[:, ::-1]], -1)
    path = folder / "large.jpg"
    Image.fromarray(pixels).save(path, quality=85)
    return path


def _resident_mb() -> float:
    """Memory of this process now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


MEASURES: dict[str, Callable[[], Figures]] = {
    "start-up": start_up,
    "lateness": lateness,
    "hundred-edits": hundred_edits,
    "many-events": many_events,
}
