"""A child that hangs is noticed and replaced; one that is merely slow is left alone."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator

import numpy as np
import pytest

from nti_desktop.engine.events import Cancelled, Checkpoint, Event, Failed, Finished, Progress
from nti_desktop.engine.process import HUNG, ProcessEngine
from nti_desktop.engine.pulse import Pulse
from nti_desktop.engine.requests import InvertRequest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="uses POSIX signals")


@pytest.fixture
def engine() -> Iterator[ProcessEngine]:
    made = ProcessEngine("tests.engine.scripted:Engine", silence=2.0)
    yield made
    made.close()


def request(behaviour: str) -> InvertRequest:
    return InvertRequest(np.zeros((64, 64, 3), np.uint8), behaviour)


def ends_hung(events: Iterator[Event]) -> Failed:
    *_, last = events
    assert isinstance(last, Failed)
    assert last.message == HUNG
    assert last.engine_died
    return last


def test_a_stopped_child_is_replaced(engine: ProcessEngine) -> None:
    events = engine.submit(request("endless"))
    assert isinstance(next(events), Progress)
    first = engine.pid
    assert first is not None
    os.kill(first, signal.SIGSTOP)
    ends_hung(events)
    *_, last = engine.submit(request("three_steps"))
    assert isinstance(last, Finished)
    assert engine.pid != first


def test_a_child_that_was_stopped_between_jobs_is_replaced(engine: ProcessEngine) -> None:
    """It takes no photo off the pipe, which is too small for one: to wait for that is to hang as well."""
    *_, last = engine.submit(request("three_steps"))
    assert isinstance(last, Finished)
    assert engine.pid is not None
    os.kill(engine.pid, signal.SIGSTOP)
    large = InvertRequest(np.zeros((1024, 1024, 3), np.uint8), "three_steps")
    ends_hung(engine.submit(large))
    *_, last = engine.submit(large)
    assert isinstance(last, Finished)


def test_a_child_stuck_in_native_code_is_ended_and_says_where_it_was(engine: ProcessEngine) -> None:
    failure = ends_hung(engine.submit(request("stuck")))
    assert "in stuck" in failure.details
    *_, last = engine.submit(request("three_steps"))
    assert isinstance(last, Finished)


def test_a_step_longer_than_the_silence_is_none(engine: ProcessEngine) -> None:
    *_, last = engine.submit(request("quiet"))
    assert isinstance(last, Finished)


def test_cancelling_a_stopped_child_does_not_wait_for_it(engine: ProcessEngine) -> None:
    events = engine.submit(request("endless"))
    next(events)
    assert engine.pid is not None
    os.kill(engine.pid, signal.SIGSTOP)
    engine.cancel()
    *_, last = events
    assert isinstance(last, Cancelled)


def test_of_many_checkpoints_the_latest_comes(engine: ProcessEngine) -> None:
    *events, last = engine.submit(request("checkpoints"))
    found = [len(event.partial.losses) for event in events if isinstance(event, Checkpoint)]
    assert isinstance(last, Finished)
    assert found[-1] == 50  # of 50 steps; the engine goes on counting
    assert found == sorted(found)


def test_no_time_counts_that_nobody_was_there_to_listen() -> None:
    pulse = Pulse(0.0)
    assert pulse.missed(0.5, heard=False) == 0.5
    assert pulse.missed(30_000.0, heard=False) == 1.5  # this machine slept
    assert pulse.missed(30_000.5, heard=True) == 0.0
    assert pulse.missed(30_001.0, heard=False) == 0.5
