"""The benchmarks: each returns its figures by name, with the unit in the name."""

from __future__ import annotations

import itertools
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from nti_desktop.engine.events import Finished, Preview
from nti_desktop.engine.fake import FakeEngine, Pause
from nti_desktop.engine.process import ProcessEngine
from nti_desktop.engine.protocol import Engine
from nti_desktop.engine.requests import BUNDLED_MODEL, EditParameters, EditRequest, InvertRequest, Request
from nti_desktop.engine.results import EditResult, Inversion

Figures = dict[str, float]


def window_imports() -> Figures:
    """What the window's process costs before it shows anything."""
    script = (
        "import json, resource, time; began = time.perf_counter(); import nti_desktop.app\n"
        "spent, used = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "print(json.dumps([spent, used / 1024]))"
    )
    runs = [json.loads(subprocess.check_output([sys.executable, "-c", script])) for _ in range(3)]
    return {"seconds": min(r[0] for r in runs), "memory_mb": max(r[1] for r in runs)}


def child() -> Figures:
    """What the border between the processes costs, with an engine that does nothing."""
    request = InvertRequest(np.zeros((512, 512, 3), np.uint8), "a cat", steps=50)
    engine = ProcessEngine("tests.benchmarks.measures:instant_engine")
    try:
        began = time.perf_counter()
        _finish(engine, request)
        first = time.perf_counter() - began
        rounds = [_seconds(lambda: _finish(engine, request)) for _ in range(20)]
    finally:
        engine.close()
    return {"first_job_seconds": first, "job_round_trip_ms": 1000 * statistics.median(rounds)}


def previews() -> Figures:
    """How many of 200 pictures of 512 x 512 a second get through to a window that does nothing else."""
    engine = ProcessEngine("tests.benchmarks.measures:showing_engine")
    seen = 0
    try:
        began = time.perf_counter()
        for event in engine.submit(InvertRequest(np.zeros((8, 8, 3), np.uint8), "a cat")):
            seen += isinstance(event, Preview)
        spent = time.perf_counter() - began
    finally:
        engine.close()
    return {"seen": seen, "per_second": seen / spent}


def main_job() -> Figures:
    """The bundled model on the first sample photo: one inversion and one edit, the model loaded before."""
    from nti_desktop.engine.local import LocalEngine

    request, edit_caption = _sample_request()
    engine = LocalEngine()
    _finish(engine, replace(request, steps=2))  # loads the model
    inversion = _finish(engine, request)
    assert isinstance(inversion, Inversion)
    result = _finish(engine, EditRequest(inversion, EditParameters(edit_caption)))
    assert isinstance(result, EditResult)
    return {
        "invert_seconds": inversion.report.seconds,
        "edit_seconds": result.seconds,
        "evaluations_per_second": inversion.report.network_evaluations / inversion.report.seconds,
        "psnr_db": inversion.report.psnr_db,
        "vae_psnr_db": inversion.report.vae_psnr_db,
    }


def window_latency() -> Figures:
    """How late a 5 ms timer of the window's thread is while the first job loads the model and runs."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QCoreApplication, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from nti_desktop.ui.jobs.worker import WorkerThread

    application = QCoreApplication.instance() or QApplication([])
    ticks: list[float] = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    work = WorkerThread(ProcessEngine())
    for ending in (work.worker.finished, work.worker.failed):
        ending.connect(application.quit)
    timer.start(5)
    work.start(replace(_sample_request()[0], previews=True))
    application.exec()
    timer.stop()
    work.shutdown()
    late = sorted(1000 * (b - a) - 5 for a, b in itertools.pairwise(ticks))
    return {"median_ms": statistics.median(late), "p99_ms": late[int(0.99 * len(late))], "max_ms": late[-1]}


def _sample_request() -> tuple[InvertRequest, str]:
    """An inversion of the first sample photo by the bundled model, and a caption to edit it with."""
    from nti_desktop.diffusion.sources import describe_model
    from nti_desktop.document.crop import default_crop, working_image
    from nti_desktop.document.photo import load_photo
    from nti_desktop.document.samples import samples

    sample, model = samples()[0], describe_model(BUNDLED_MODEL)
    photo, size = load_photo(sample.path), (model.width, model.height)
    image = working_image(photo, default_crop(photo.size, size), size)
    return InvertRequest(image, sample.caption), sample.edit_caption


MEASURES: dict[str, Callable[[], Figures]] = {
    "window-imports": window_imports,
    "child": child,
    "previews": previews,
    "main-job": main_job,
    "window-latency": window_latency,
}


def instant_engine() -> FakeEngine:
    """Does every job at once."""
    return FakeEngine([])


def showing_engine() -> FakeEngine:
    """Makes 200 previews a second at most."""
    pictures = (Preview(np.full((512, 512, 3), n, np.uint8)) for n in range(200))
    return FakeEngine([entry for picture in pictures for entry in (Pause(0.005), picture)])


def _finish(engine: Engine, request: Request) -> Inversion | EditResult:
    *_, last = engine.submit(request)
    if not isinstance(last, Finished):
        raise TypeError(f"the job ended with {last}")
    return last.result


def _seconds(job: Callable[[], object]) -> float:
    began = time.perf_counter()
    job()
    return time.perf_counter() - began
