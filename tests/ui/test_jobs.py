"""The queue: order, one result after the other, the latest of a key, stopping one or all, pausing."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from nti_desktop.engine.events import Checkpoint, Failed, Preview, Progress
from nti_desktop.engine.fake import FakeEngine, Pause
from nti_desktop.engine.pretence import make_inversion, make_partial
from nti_desktop.engine.requests import EditParameters, EditRequest, InvertRequest, MapsRequest
from nti_desktop.ui.jobs.jobs import Jobs

IMAGE = np.zeros((64, 64, 3), np.uint8)
INVERT = InvertRequest(IMAGE, "a mug", steps=4)
INVERSION = make_inversion(INVERT)


def edit(caption: str) -> EditRequest:
    return EditRequest(INVERSION, EditParameters(caption))


def held(request):
    """Work that takes until it is cancelled."""
    return [Progress("null-text", 2, 4, 501, 1e-4), Pause(60)]


class Scene:
    """A queue on a scripted engine, and all that it says."""

    def __init__(self, script) -> None:
        self.engine = FakeEngine(script)
        self.jobs = Jobs(self.engine)
        self.heard: list[tuple[str, object, object]] = []
        for name in ("inverted", "edited", "mapped", "cancelled"):
            getattr(self.jobs, name).connect(
                lambda request, made, name=name: self.heard.append((name, request, made))
            )
        self.jobs.failed.connect(lambda failure: self.heard.append(("failed", failure, None)))

    def names(self) -> list[str]:
        return [name for name, _, _ in self.heard]

    def captions(self) -> list[str]:
        return [request.parameters.caption for name, request, _ in self.heard if name == "edited"]

    def waiting(self) -> list[str]:
        return [job.label for job in self.jobs.waiting]


@pytest.fixture
def scene(qtbot) -> Iterator:
    made: list[Scene] = []

    def make(script=None) -> Scene:
        made.append(Scene(script))
        return made[-1]

    yield make
    for one in made:
        one.jobs.shutdown()


def first_held(request):
    """Holds the first job only; what comes later is done at once."""
    return held(request) if isinstance(request, InvertRequest) else []


def begin_held(scene, qtbot) -> Scene:
    """A queue whose inversion runs, with three edits behind it."""
    made = scene(first_held)
    made.jobs.add(INVERT, "hold")
    for caption in ("one", "two", "three"):
        made.jobs.add(edit(caption), caption)
    qtbot.waitUntil(lambda: made.jobs.current.stage == "null-text")
    return made


def test_jobs_are_done_in_the_order_they_came(scene, qtbot) -> None:
    made = scene([])
    for caption in ("one", "two", "three"):
        made.jobs.add(edit(caption), caption)
    assert made.jobs.current.label == "one"
    assert made.waiting() == ["two", "three"]
    qtbot.waitUntil(lambda: not made.jobs.running)
    assert made.captions() == ["one", "two", "three"]


def test_each_result_comes_with_its_request(scene, qtbot) -> None:
    made = scene([])
    for request in (INVERT, edit("a jug"), MapsRequest(INVERSION)):
        made.jobs.add(request)
    qtbot.waitUntil(lambda: not made.jobs.running)
    assert made.names() == ["inverted", "edited", "mapped"]
    assert [request for _, request, _ in made.heard] == made.engine.requests


def test_several_requests_are_one_job(scene, qtbot) -> None:
    made = scene([Progress("editing", 1, 1)])
    shares: list[float] = []
    made.jobs.progressed.connect(lambda: shares.append(made.jobs.current.share))
    made.jobs.add([edit("one"), edit("two")], "grid")
    assert made.jobs.current.parts == 2
    assert made.waiting() == []
    qtbot.waitUntil(lambda: not made.jobs.running)
    assert made.captions() == ["one", "two"]
    assert shares == sorted(shares)
    assert shares[0] < 0.5 < shares[-1] < 1


def test_a_job_without_work_is_refused(scene) -> None:
    with pytest.raises(ValueError, match="at least one"):
        scene([]).jobs.add([])


def test_cancelling_a_job_of_several_requests_ends_all_of_it(scene, qtbot) -> None:
    made = scene(held)
    made.jobs.add([edit("one"), edit("two")], "grid")
    qtbot.waitUntil(lambda: bool(made.engine.requests))
    made.jobs.cancel()
    qtbot.waitUntil(lambda: not made.jobs.running)
    assert made.names() == ["cancelled"]
    assert len(made.engine.requests) == 1


def test_of_one_key_the_latest_wins(scene, qtbot) -> None:
    made = begin_held(scene, qtbot)
    for caption in ("red", "green", "blue"):
        made.jobs.add(edit(caption), caption, key="live")
    assert made.waiting() == ["one", "two", "three", "blue"]
    made.jobs.cancel()
    qtbot.waitUntil(lambda: not made.jobs.running)
    assert made.captions() == ["one", "two", "three", "blue"]


def test_the_latest_takes_the_place_of_the_running_one_at_once(scene, qtbot) -> None:
    made = scene(lambda request: held(request) if request.parameters.caption == "old" else [])
    made.jobs.add(edit("old"), "old", key="live")
    made.jobs.add(edit("other"), "other")
    qtbot.waitUntil(lambda: bool(made.engine.requests))
    made.jobs.add(edit("new"), "new", key="live")
    assert made.jobs.current.label == "new"
    qtbot.waitUntil(lambda: not made.jobs.running)
    assert made.captions() == ["new", "other"]
    assert "cancelled" not in made.names(), "nobody cancelled it, it was replaced"


def test_waiting_jobs_can_change_places(scene, qtbot) -> None:
    made = begin_held(scene, qtbot)
    last = made.jobs.waiting[-1].number
    made.jobs.move(last, 0)
    assert made.waiting() == ["three", "one", "two"]
    made.jobs.move(last, 99)
    assert made.waiting() == ["one", "two", "three"]


def test_a_waiting_job_can_be_dropped(scene, qtbot) -> None:
    made = begin_held(scene, qtbot)
    made.jobs.cancel(made.jobs.waiting[1].number)
    assert made.waiting() == ["one", "three"]
    assert made.jobs.current.label == "hold"
    assert not made.jobs.current.cancelling


def test_cancelling_the_running_job_lets_the_next_begin(scene, qtbot) -> None:
    made = begin_held(scene, qtbot)
    made.jobs.cancel(made.jobs.current.number)
    assert made.jobs.current.cancelling
    qtbot.waitUntil(lambda: not made.jobs.running)
    assert made.names() == ["cancelled", "edited", "edited", "edited"]


def test_all_can_be_cancelled_together(scene, qtbot) -> None:
    made = begin_held(scene, qtbot)
    made.jobs.cancel_all()
    qtbot.waitUntil(lambda: not made.jobs.running)
    assert made.names() == ["cancelled"]
    assert made.jobs.requests == ()


def test_a_failed_job_does_not_hold_up_the_next(scene, qtbot) -> None:
    made = scene(lambda request: [Failed("No.")] if request.parameters.caption == "one" else [])
    made.jobs.add([edit("one"), edit("two")])
    made.jobs.add(edit("three"))
    qtbot.waitUntil(lambda: not made.jobs.running)
    assert made.names() == ["failed", "edited"]
    assert made.captions() == ["three"]


def test_a_paused_inversion_brings_what_it_had_done(scene, qtbot) -> None:
    made = scene(held)
    made.jobs.add(INVERT)
    qtbot.waitUntil(lambda: made.jobs.current.stage == "null-text")
    made.jobs.pause()
    assert made.jobs.current.pausing
    qtbot.waitUntil(lambda: not made.jobs.running)
    (name, request, partial) = made.heard[0]
    assert (name, request) == ("cancelled", INVERT)
    assert len(partial.losses) == 2


def test_a_cancelled_inversion_brings_nothing(scene, qtbot) -> None:
    made = scene(held)
    made.jobs.add(INVERT)
    qtbot.waitUntil(lambda: made.jobs.current.stage == "null-text")
    made.jobs.cancel()
    qtbot.waitUntil(lambda: not made.jobs.running)
    assert made.heard == [("cancelled", INVERT, None)]


def test_what_an_inversion_has_done_is_told_on_the_way(scene, qtbot) -> None:
    partial, told = make_partial(INVERT, 1), []
    made = scene([Checkpoint(partial)])
    made.jobs.checkpointed.connect(lambda request, done: told.append((request, done)))
    made.jobs.add(INVERT)
    qtbot.waitUntil(lambda: not made.jobs.running)
    assert told == [(INVERT, partial)]


def test_an_edit_cannot_be_paused(scene, qtbot) -> None:
    made = scene(held)
    made.jobs.add(edit("one"))
    qtbot.waitUntil(lambda: bool(made.engine.requests))
    made.jobs.pause()
    assert not made.jobs.current.cancelling


def test_what_was_given_up_says_nothing_more(scene, qtbot) -> None:
    made = scene(lambda request: [Pause(0.05), Preview(IMAGE), Progress("editing", 1, 1)])
    previews: list[object] = []
    made.jobs.previewed.connect(previews.append)
    made.jobs.add(edit("one"))
    made.jobs.add(edit("two"))
    qtbot.waitUntil(lambda: bool(made.engine.requests))
    made.jobs.give_up()
    assert not made.jobs.running
    assert made.jobs.waiting == ()
    made.jobs.add(edit("three"))
    qtbot.waitUntil(lambda: not made.jobs.running)
    assert made.captions() == ["three"]
    assert len(previews) == 1
