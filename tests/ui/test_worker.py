"""The inference worker: exactly one last signal whatever happens, latest preview, every loss, cancel."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from nti_desktop.engine.events import Cancelled, Event, Failed, Finished, Notice, Preview, Progress
from nti_desktop.engine.fake import FakeEngine, Pause
from nti_desktop.engine.pretence import make_inversion
from nti_desktop.engine.requests import InvertRequest
from nti_desktop.errors import ProjectError
from nti_desktop.ui.jobs.worker import BROKEN, NO_LAST_EVENT, LatestPreview, WorkerThread

REQUEST = InvertRequest(np.zeros((64, 64, 3), np.uint8), "a mug", steps=4)


class SilentEngine(FakeEngine):
    """Ends without a last event."""

    def submit(self, request) -> Iterator[Event]:
        yield Progress("pivots", 1, 4)


class ReadingEngine(FakeEngine):
    """Is asked about something that was left in a file which has changed."""

    def submit(self, request) -> Iterator[Event]:
        raise ProjectError("“mug.nti” has changed.")
        yield


class BrokenEngine(FakeEngine):
    """Raises in the middle."""

    def submit(self, request) -> Iterator[Event]:
        yield Progress("pivots", 1, 4)
        raise ZeroDivisionError("one over nothing")


class Ear:
    """Notes every signal of a worker."""

    def __init__(self, worker) -> None:
        self.heard: list[tuple[str, object]] = []
        worker.progressed.connect(
            lambda job: self.heard.extend(("progressed", told) for told in worker.progress.take(job))
        )
        worker.preview_ready.connect(lambda job: self.heard.append(("preview", job)))
        worker.noticed.connect(lambda _, sentence: self.heard.append(("noticed", sentence)))
        worker.finished.connect(lambda _, result: self.heard.append(("finished", result)))
        worker.failed.connect(lambda _, failure: self.heard.append(("failed", failure)))
        worker.cancelled.connect(lambda _, partial: self.heard.append(("cancelled", partial)))

    def ends(self) -> list[str]:
        return [name for name, _ in self.heard if name in ("finished", "failed", "cancelled")]

    def last(self) -> object:
        return self.heard[-1][1]


@pytest.fixture
def started(qtbot) -> Iterator[Callable[[FakeEngine], tuple[WorkerThread, Ear]]]:
    threads: list[WorkerThread] = []

    def start(engine: FakeEngine) -> tuple[WorkerThread, Ear]:
        threads.append(WorkerThread(engine))
        return threads[-1], Ear(threads[-1].worker)

    yield start
    for thread in threads:
        thread.shutdown()


def test_a_finished_job(started, qtbot) -> None:
    thread, ear = started(FakeEngine([Progress("pivots", 1, 4)]))
    thread.start(REQUEST)
    qtbot.waitUntil(lambda: bool(ear.ends()))
    assert ear.ends() == ["finished"]


@pytest.mark.parametrize(
    ("engine", "message", "details"),
    [
        (SilentEngine(), NO_LAST_EVENT, ""),
        (ReadingEngine(), "“mug.nti” has changed.", ""),
        (BrokenEngine(), BROKEN, "one over nothing"),
        (FakeEngine([Failed("No room.", "why")]), "No room.", "why"),
    ],
)
def test_a_failed_job_is_told_once_and_the_next_one_runs(started, qtbot, engine, message, details) -> None:
    thread, ear = started(engine)
    for count in (1, 2):
        thread.start(REQUEST)
        qtbot.waitUntil(lambda count=count: len(ear.ends()) == count)
    assert ear.ends() == ["failed", "failed"]
    assert ear.last().message == message
    assert details in ear.last().details


def test_a_notice_is_passed_on_while_the_job_runs(started, qtbot) -> None:
    thread, ear = started(FakeEngine([Notice("Less memory than hoped for."), Progress("pivots", 1, 4)]))
    thread.start(REQUEST)
    qtbot.waitUntil(lambda: bool(ear.ends()))
    assert [name for name, _ in ear.heard] == ["noticed", "progressed", "finished"]
    assert ear.heard[0][1] == "Less memory than hoped for."


def test_cancel_with_something_to_go_on_from(started, qtbot) -> None:
    thread, ear = started(FakeEngine([Progress("null-text", 2, 4), Pause(60)]))
    thread.start(REQUEST)
    qtbot.waitUntil(lambda: bool(ear.heard))
    thread.cancel()
    qtbot.waitUntil(lambda: ear.ends() == ["cancelled"], timeout=1000)


def test_cancel_in_the_middle(started, qtbot) -> None:
    thread, ear = started(FakeEngine([Progress("pivots", 1, 4), Pause(60)]))
    thread.start(REQUEST)
    qtbot.waitUntil(lambda: bool(ear.heard))
    thread.cancel()
    qtbot.waitUntil(lambda: ear.ends() == ["cancelled"], timeout=1000)


def test_cancel_before_the_worker_came_to_the_job(started, qtbot) -> None:
    engine = FakeEngine([Pause(0.2), Finished(make_inversion(REQUEST))])
    thread, ear = started(engine)
    thread.start(REQUEST)
    thread.start(REQUEST)
    thread.cancel()
    qtbot.waitUntil(lambda: len(ear.ends()) == 2)
    assert ear.ends()[-1] == "cancelled"
    assert len(engine.requests) <= 1


def test_a_cancel_that_the_engine_missed_is_repeated(started, qtbot) -> None:
    class Deaf(FakeEngine):
        """Forgets a cancel that comes before its first event, as one that has not begun may."""

        def submit(self, request) -> Iterator[Event]:
            begun.set()
            go_on.wait(5)
            self._cancelled.clear()
            for step in range(1000):
                if self._cancelled.is_set():
                    yield Cancelled()
                    return
                yield Progress("pivots", step, 1000)
            yield Finished(make_inversion(request))

    begun, go_on = threading.Event(), threading.Event()
    thread, ear = started(Deaf())
    thread.start(REQUEST)
    assert begun.wait(5)
    thread.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(ear.ends()))
    assert ear.ends() == ["cancelled"]


def test_every_loss_is_kept_and_previews_do_not_pile_up(started, qtbot) -> None:
    image = np.zeros((8, 8, 3), np.uint8)
    script: list[Event] = []
    for step in range(2000):
        script += [Progress("null-text", step, 2000, 1000 - step // 2, 1e-4), Preview(image + step % 200)]
    thread, ear = started(FakeEngine(script))
    thread.start(REQUEST)
    qtbot.waitUntil(lambda: bool(ear.ends()))
    names = [name for name, _ in ear.heard]
    assert names.count("progressed") == 2000
    assert names.count("preview") == 1, "nobody took the first one"
    assert thread.worker.previews.take()[0, 0, 0] == 1999 % 200


def test_the_latest_preview_wins() -> None:
    latest, image = LatestPreview(), np.zeros((1, 1, 3), np.uint8)
    assert latest.put(image)
    assert not latest.put(image + 1)
    assert latest.take()[0, 0, 0] == 1
    assert latest.take() is None
    assert latest.put(image)


def test_shutdown_in_the_middle_of_a_job(qtbot) -> None:
    engine = FakeEngine([Pause(60)])
    thread = WorkerThread(engine)
    thread.start(REQUEST)
    qtbot.waitUntil(lambda: bool(engine.requests))
    thread.shutdown()
    assert engine.closed
    thread.shutdown()
