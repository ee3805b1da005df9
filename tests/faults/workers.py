"""What may become of the engine's process: killed, crashed, hung, out of memory, dead before it began."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import numpy as np

from nti_desktop.engine.events import LAST_EVENTS, Event, Failed, Finished
from nti_desktop.engine.process import HUNG, ProcessEngine
from nti_desktop.engine.requests import InvertRequest
from tests.faults.outcome import Outcome

_ENGINE = "tests.engine.scripted:Engine"
_SILENCE = 1.5
_SOON = 20.0  # seconds within which a fault must have been told


def killed(times: int, dice: random.Random) -> Outcome:
    """Kill the child at a random moment of a job."""
    outcome = Outcome("the engine's process is killed", "kill -9 at a random moment of a job")

    def kill(engine: ProcessEngine) -> None:
        time.sleep(dice.uniform(0.0, 0.3))
        assert engine.pid is not None
        os.kill(engine.pid, signal.SIGKILL)

    return _put_in(outcome, times, "endless", kill)


def crashed(times: int) -> Outcome:
    """Let native code crash."""
    return _put_in(Outcome("the engine's process crashes", "a segmentation fault in a job"), times, "crash")


def hung(times: int) -> Outcome:
    """Stop the child, so that it lives and says nothing."""
    how = f"SIGSTOP in a job; silent for {_SILENCE:g} s counts as hung here, 60 s in the application"
    outcome = Outcome("the engine's process hangs", how)

    def stop(engine: ProcessEngine) -> None:
        assert engine.pid is not None
        os.kill(engine.pid, signal.SIGSTOP)

    return _put_in(outcome, times, "endless", stop, HUNG)


def hung_between(times: int) -> Outcome:
    """Stop the child while it has nothing to do, and give it a job with a photo."""
    how = "SIGSTOP between two jobs; the next one brings a photo, which it does not take"
    outcome = Outcome("the engine's process hangs while it waits", how)
    engine = ProcessEngine(_ENGINE, silence=_SILENCE)
    try:
        engine.start()
        for _ in range(times):
            _last(engine, "three_steps")
            assert engine.pid is not None
            os.kill(engine.pid, signal.SIGSTOP)
            began = time.monotonic()
            last = _last(engine, "three_steps", side=1024)
            _count(outcome, engine, last, time.monotonic() - began, HUNG)
    finally:
        engine.close()
    return outcome


def stuck(times: int) -> Outcome:
    """Let native code keep Python's lock for ever."""
    outcome = Outcome("native code never returns", "and keeps Python's lock, so that no thread goes on")
    return _put_in(outcome, times, "stuck", message=HUNG)


def out_of_memory(times: int) -> Outcome:
    """Let the system refuse memory."""
    outcome = Outcome("the engine runs out of memory", "RLIMIT_AS 300 MB above what it has")
    return _put_in(outcome, times, "devour", message="not enough memory")


def dead_at_start(times: int, folder: Path) -> Outcome:
    """Let the child die before it can take a job."""
    outcome, flag = (
        Outcome("the engine's process dies at start", "it ends while it loads its engine"),
        folder / "flag",
    )
    with mock.patch.dict(os.environ, {"NTI_TEST_FLAG": str(flag)}):
        for _ in range(times):
            flag.touch()
            engine = ProcessEngine("tests.engine.scripted:dies_at_first")
            try:
                began = time.monotonic()
                last = _last(engine, "three_steps")
                _count(outcome, engine, last, time.monotonic() - began, "stopped unexpectedly")
            finally:
                engine.close()
    return outcome


def _put_in(
    outcome: Outcome,
    times: int,
    behaviour: str,
    disturb: Callable[[ProcessEngine], None] | None = None,
    message: str = "",
) -> Outcome:
    """Disturb jobs of one engine, and count what it says and whether the next job works."""
    engine = ProcessEngine(_ENGINE, silence=_SILENCE)
    try:
        for _ in range(times):
            began = time.monotonic()
            last = _last(engine, behaviour, disturb)
            _count(outcome, engine, last, time.monotonic() - began, message)
    finally:
        engine.close()
    return outcome


def _last(
    engine: ProcessEngine,
    behaviour: str,
    disturb: Callable[[ProcessEngine], None] | None = None,
    side: int = 8,
) -> Event | None:
    """The last event of a job with a photo of `side` pixels square, disturbed after its first one."""
    last: Event | None = None
    photo = np.zeros((side, side, 3), np.uint8)
    for number, event in enumerate(engine.submit(InvertRequest(photo, behaviour))):
        if number == 0 and disturb is not None and not isinstance(event, LAST_EVENTS):
            disturb(engine)
        last = event
    return last


def _count(outcome: Outcome, engine: ProcessEngine, last: Event | None, seconds: float, message: str) -> None:
    outcome.times += 1
    outcome.lost += not isinstance(last, Failed) or message not in last.message
    outcome.hung += seconds > _SOON
    outcome.stuck += not isinstance(_last(engine, "three_steps"), Finished)
