"""Benchmarks of the whole window: how late its event loop is, how fast it starts, what it holds in memory.

Each figure comes from the real window on an offscreen screen of 3840 x 2160; lateness is that of a 10 ms
timer, "held" the most that the window's thread computed in one turn of its event loop. Set NTI_WATCH to see
on standard error where that thread was in long turns.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

from nti_desktop.engine.events import Event, Finished, Progress
from nti_desktop.engine.fake import FakeEngine
from nti_desktop.engine.pretence import make_result
from nti_desktop.engine.process import ProcessEngine
from nti_desktop.engine.requests import InvertRequest, Request
from nti_desktop.ui.jobs.progress import JobProgress
from tests.benchmarks.desk import WATCH, Figures, desktop_on, resident_mb
from tests.benchmarks.gestures import dragged, edited, inverted, large_photo, opened, zoomed

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
        runs.append((said["usable"] - began, said["computed"], said["torch"], said["memory_mb"]))
    seconds, computed, torch, memory = min(runs)
    return {"seconds": seconds, "cpu_seconds": computed, "torch_imported": float(torch), "memory_mb": memory}


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
    return time.time(), time.process_time()
at, computed = loop.run_until_complete(usable())
print(json.dumps({
    "usable": at,
    "computed": computed,
    "torch": "torch" in sys.modules,
    "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}))
loop.run_until_complete(desktop.tasks.drain())
desktop.shutdown()
loop.close()
"""


def lateness() -> Figures:
    """The event loop while inverting and editing with the bundled model, opening a 48-megapixel JPEG, zooming
    it and dragging the divider over it; idle before and after, to tell the machine's part from its own."""
    from nti_desktop.document.samples import samples

    sample = samples()[0]
    figures: Figures = {}
    with tempfile.TemporaryDirectory() as folder:
        large = large_photo(Path(folder))
        with desktop_on(ProcessEngine(), WATCH) as (desktop, run):
            run("", asyncio.sleep(2))
            figures |= run("idle", asyncio.sleep(5))
            run("", opened(desktop, sample.path, sample.caption))
            figures |= run("inverting", inverted(desktop, sample.caption))
            figures |= run("editing", edited(desktop, sample.edit_caption))
        with desktop_on(FakeEngine(), WATCH) as (desktop, run):
            run("", asyncio.sleep(1))
            figures |= run("opening", opened(desktop, large, sample.caption))
            figures |= run("zooming", zoomed(desktop))
            run("", inverted(desktop, sample.caption))
            run("", edited(desktop, sample.edit_caption))
            desktop.window.canvas.fit()
            run("", asyncio.sleep(2))
            figures |= run("dragging", dragged(desktop))
            figures |= run("idle_after", asyncio.sleep(5))
    return figures


def hundred_edits() -> Figures:
    """Memory of the window's process after the first and after a hundred edits, pretended, of 128 x 128."""
    from nti_desktop.document.samples import samples

    sample = samples()[0]
    with desktop_on(FakeEngine()) as (desktop, run):
        run("", opened(desktop, sample.path, sample.caption))
        run("", inverted(desktop, sample.caption))
        run("", edited(desktop, sample.edit_caption))
        first = resident_mb()
        for number in range(_EDITS - 1):
            run("", edited(desktop, f"{sample.edit_caption} {'again ' * (number % 7 + 1)}{number}"))
        last = resident_mb()
    return {"first_mb": first, "last_mb": last, "per_edit_mb": (last - first) / (_EDITS - 1)}


def many_events() -> Figures:
    """What ten thousand progress events of one inversion cost the window, and what they leave in memory."""
    from nti_desktop.document.samples import samples

    sample = samples()[0]
    with desktop_on(FakeEngine(_ten_thousand), WATCH) as (desktop, run):
        run("", opened(desktop, sample.path, sample.caption))
        began = time.perf_counter()
        figures = run("window", inverted(desktop, sample.caption))
        figures["seconds"] = time.perf_counter() - began
    return figures | _taken()


def _taken() -> Figures:
    """The same events without a window."""
    job = JobProgress(1, "invert")
    events = list(_progress())
    tracemalloc.start()
    before, began = tracemalloc.get_traced_memory()[0], time.perf_counter()
    for event in events:
        job.take(event)
    spent = time.perf_counter() - began
    held = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    return {"held_kb": held / 1024, "microseconds_each": 1e6 * spent / _EVENTS}


def _ten_thousand(request: Request) -> Iterator[Event]:
    if isinstance(request, InvertRequest):
        yield from _progress()
    yield Finished(make_result(request))


def _progress() -> Iterator[Progress]:
    for number in range(_EVENTS):
        step, inner = divmod(number, 200)
        loss = 0.1 / (1 + inner)
        yield Progress(
            "null-text", step, 50, timestep=981 - 20 * step, loss=loss, inner=inner, step_done=inner == 199
        )


MEASURES: dict[str, Callable[[], Figures]] = {
    "start-up": start_up,
    "lateness": lateness,
    "hundred-edits": hundred_edits,
    "many-events": many_events,
}
