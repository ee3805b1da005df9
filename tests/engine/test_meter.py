"""Time left, told from what was measured."""

from __future__ import annotations

from collections.abc import Generator

import pytest

from nti_desktop.diffusion.progress import StepDone, StepUnderWay, Tick
from nti_desktop.engine import meter
from nti_desktop.engine.estimate import Estimate
from nti_desktop.engine.events import Progress
from nti_desktop.engine.following import follow
from nti_desktop.engine.meter import Meter

STEPS = 16


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(meter.time, "monotonic", lambda: now[0])
    return now


def test_the_steps_of_a_block_pay_for_it_together(now: list[float]) -> None:
    """Four evaluations a step, a second each, in blocks of eight steps."""
    counter = Meter({"null-text": 4}, STEPS, _started=now[0])
    left = []
    for first in (0, 8):
        for _ in range(4):
            now[0] += 8
            counter.progress(Tick("null-text", 8))
        for k in range(8):
            done = StepDone(first + k + 1, STEPS, 0, completes=8 if k == 0 else 0)
            progress = counter.progress(Tick("null-text", 0, done))
            assert progress is not None
            left.append(progress.seconds_left)
    assert left == pytest.approx([32.0] * 8 + [0.0] * 8)


def test_what_was_done_before_is_not_waited_for(now: list[float]) -> None:
    counter = Meter({"null-text": 4}, STEPS, 32, 32.0, {"null-text": 8}, _started=now[0])
    now[0] += 4
    progress = counter.progress(Tick("null-text", 4, StepDone(9, STEPS, 0)))
    assert progress is not None
    assert progress.seconds_left == pytest.approx(7 * 4)


def test_a_step_under_way_makes_the_rest_shorter_but_is_not_done(now: list[float]) -> None:
    """Four evaluations a step, a second each; the loss is told after the second and the fourth."""
    counter = Meter({"null-text": 4}, STEPS, _started=now[0])
    left = []
    for index in range(2):
        for inner in range(2):
            now[0] += 2
            under_way = StepUnderWay(index, STEPS, 0, 1e-3, None, inner)
            progress = counter.progress(Tick("null-text", 2, under_way=under_way))
            assert progress is not None
            assert (progress.step, progress.step_done) == (index, False)
            left.append(progress.seconds_left)
        counter.progress(Tick("null-text", 0, StepDone(index + 1, STEPS, 0)))
    assert left == pytest.approx([62.0, 60.0, 58.0, 56.0])


def test_the_speed_is_of_this_runs_evaluations_alone(now: list[float]) -> None:
    """Neither what an earlier run spent, nor loading and encoding, nor an evaluation meanwhile."""
    counter = Meter({"null-text": 4}, STEPS, 1000, 9.0, {"null-text": 8}, _started=now[0])
    now[0] += 60
    counter.evaluations += 1
    counter.begin()
    for _ in range(3):
        now[0] += 0.5
        progress = counter.progress(Tick("null-text", 1, StepDone(9, STEPS, 0)))
        assert progress is not None
        assert progress.evaluations_per_second == pytest.approx(2.0)
    assert counter.evaluations == 1004
    assert counter.seconds == pytest.approx(9 + 60 + 1.5)


def test_a_job_begins_to_measure_with_its_first_evaluation(now: list[float]) -> None:
    counter = Meter({"null-text": 4}, STEPS, _started=now[0])
    now[0] += 60

    def work() -> Generator[Tick, None, None]:
        now[0] += 2
        yield Tick("null-text", 4, StepDone(1, STEPS, 0))

    told = list(follow(work(), counter, None))
    assert [event.evaluations_per_second for event in told if isinstance(event, Progress)] == [2.0]
    assert Estimate.at(2.0, 4 * STEPS).seconds == 32.0
