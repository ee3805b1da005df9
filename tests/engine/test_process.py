"""`ProcessEngine` with a real child process that runs a scripted engine."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from nti_desktop.engine.events import LAST_EVENTS, Cancelled, Event, Failed, Finished, Preview, Progress
from nti_desktop.engine.process import ProcessEngine
from nti_desktop.engine.requests import InvertRequest
from nti_desktop.engine.results import Inversion
from nti_desktop.errors import Sentence
from tests import leaks

SCRIPTED = "tests.engine.scripted:"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="uses POSIX signals")


def request(behaviour: str) -> InvertRequest:
    return InvertRequest(np.zeros((64, 64, 3), np.uint8), behaviour)


@pytest.fixture
def engine() -> Iterator[ProcessEngine]:
    engine = ProcessEngine(SCRIPTED + "Engine", patience=5.0)
    yield engine
    engine.close()


def check_last(events: list[Event]) -> Event:
    """The last event, after checking that it is the only one of its kind."""
    assert [isinstance(e, LAST_EVENTS) for e in events] == [False] * (len(events) - 1) + [True]
    return events[-1]


def wait_until(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)


def test_a_job_reports_its_steps_and_its_result(engine: ProcessEngine) -> None:
    events = list(engine.submit(request("three_steps")))
    last = check_last(events)
    assert [e.step for e in events if isinstance(e, Progress)] == [1, 2, 3]
    assert isinstance(last, Finished)
    assert isinstance(last.result, Inversion)
    assert last.result.caption == "three_steps"


def test_jobs_share_one_child_that_starts_ahead_on_request(engine: ProcessEngine) -> None:
    assert engine.pid is None
    engine.start()
    pid = engine.pid
    assert pid is not None
    for _ in range(2):
        assert isinstance(check_last(list(engine.submit(request("three_steps")))), Finished)
    assert engine.pid == pid != os.getpid()


def test_cancel_takes_effect_within_a_step(engine: ProcessEngine) -> None:
    events = engine.submit(request("endless"))
    assert isinstance(next(events), Progress)
    began = time.monotonic()
    engine.cancel()
    rest = list(events)
    assert check_last(rest) == Cancelled()
    assert time.monotonic() - began < 2.0
    assert isinstance(check_last(list(engine.submit(request("three_steps")))), Finished)


def test_cancel_from_another_thread_before_the_first_event(engine: ProcessEngine) -> None:
    events = engine.submit(request("endless"))
    canceller = threading.Timer(0.05, engine.cancel)
    canceller.start()
    assert check_last(list(events)) == Cancelled()
    canceller.join()


def test_cancel_between_submit_and_the_first_look_counts(engine: ProcessEngine) -> None:
    events = engine.submit(request("endless"))
    engine.cancel()
    assert list(events) == [Cancelled()]


def test_cancel_without_a_job_does_not_harm_the_next(engine: ProcessEngine) -> None:
    engine.cancel()
    assert isinstance(check_last(list(engine.submit(request("three_steps")))), Finished)


def test_a_child_that_ignores_cancel_is_killed_and_replaced() -> None:
    engine = ProcessEngine(SCRIPTED + "Engine", patience=0.2)
    events = engine.submit(request("deaf"))
    next(events)
    engine.cancel()
    assert check_last(list(events)) == Cancelled()
    assert isinstance(check_last(list(engine.submit(request("three_steps")))), Finished)
    engine.close()


def test_a_child_whose_steps_take_long_is_waited_for() -> None:
    """Its patience is far less than one step; what is done comes with the answer all the same."""
    engine = ProcessEngine(SCRIPTED + "Engine", patience=0.05)
    events = engine.submit(request("slow"))
    next(events)
    next(events)
    engine.cancel()
    last = check_last(list(events))
    engine.close()
    assert isinstance(last, Cancelled)
    assert last.partial is not None


def test_closing_the_iterator_cancels_the_job(engine: ProcessEngine) -> None:
    events = engine.submit(request("endless"))
    next(events)
    pid = engine.pid
    events.close()  # type: ignore[attr-defined]
    assert isinstance(check_last(list(engine.submit(request("three_steps")))), Finished)
    assert engine.pid == pid


def test_a_second_job_at_the_same_time_is_refused(engine: ProcessEngine) -> None:
    events = engine.submit(request("endless"))
    next(events)
    refused = check_last(list(engine.submit(request("three_steps"))))
    assert isinstance(refused, Failed)
    assert "another job" in refused.message
    engine.cancel()
    assert check_last(list(events)) == Cancelled()


def test_the_next_job_may_begin_before_the_last_iterator_is_gone(engine: ProcessEngine) -> None:
    first = engine.submit(request("three_steps"))
    while not isinstance(next(first), Finished):
        pass
    assert isinstance(check_last(list(engine.submit(request("three_steps")))), Finished)


@POSIX
def test_a_killed_child_is_one_failure_and_the_next_job_works(engine: ProcessEngine) -> None:
    events = engine.submit(request("endless"))
    next(events)
    pid = engine.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    last = check_last(list(events))
    assert isinstance(last, Failed)
    assert last.engine_died
    assert "memory" in last.message
    assert "SIGKILL" in last.details
    assert isinstance(check_last(list(engine.submit(request("three_steps")))), Finished)
    assert engine.pid != pid


@POSIX
def test_a_child_killed_between_jobs_is_replaced_silently(engine: ProcessEngine) -> None:
    list(engine.submit(request("three_steps")))
    pid = engine.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    wait_until(lambda: engine.pid is None)
    assert isinstance(check_last(list(engine.submit(request("three_steps")))), Finished)


@POSIX
def test_a_crash_of_native_code_leaves_its_stack(engine: ProcessEngine) -> None:
    last = check_last(list(engine.submit(request("crash"))))
    assert isinstance(last, Failed)
    assert last.engine_died
    assert "SIGSEGV" in last.details
    assert "scripted.py" in last.details


def test_a_child_that_leaves_by_itself_is_a_failure(engine: ProcessEngine) -> None:
    last = check_last(list(engine.submit(request("leave"))))
    assert isinstance(last, Failed)
    assert last.engine_died
    assert "exit status 3" in last.details


@pytest.mark.parametrize("factory", ["cannot_start", "dies_at_start", "no_such_factory"])
def test_a_child_that_cannot_start_is_one_failure_each_time(factory: str) -> None:
    engine = ProcessEngine(SCRIPTED + factory)
    for _ in range(2):
        last = check_last(list(engine.submit(request("three_steps"))))
        assert isinstance(last, Failed)
        assert last.engine_died
        assert last.message.endswith(".")
        assert last.details
    engine.close()


def test_an_unexpected_error_becomes_a_sentence_and_a_traceback(engine: ProcessEngine) -> None:
    last = check_last(list(engine.submit(request("stumble"))))
    assert isinstance(last, Failed)
    assert not last.engine_died
    assert "unexpected error" in last.message
    assert "ZeroDivisionError: a network of no layers" in last.details
    assert isinstance(check_last(list(engine.submit(request("three_steps")))), Finished)


def test_an_error_meant_for_the_user_is_passed_on_as_it_is(engine: ProcessEngine) -> None:
    last = check_last(list(engine.submit(request("refuse"))))
    assert isinstance(last, Failed)
    assert last.message == "The model is damaged; get a new copy of it."
    assert isinstance(last.message, Sentence)  # so that the window can say it in another language


@pytest.mark.parametrize("behaviour", ["unsendable", "silent_end"])
def test_an_engine_that_breaks_its_promise_still_ends_in_one_failure(
    engine: ProcessEngine, behaviour: str
) -> None:
    last = check_last(list(engine.submit(request(behaviour))))
    assert isinstance(last, Failed)
    assert not last.engine_died


def test_previews_do_not_pile_up_for_a_slow_reader(engine: ProcessEngine) -> None:
    seen = []
    for event in engine.submit(request("previews")):
        if isinstance(event, Preview):
            seen.append(int(event.image[0, 0, 0]))
            time.sleep(0.05)
    assert seen == sorted(seen)
    assert 1 <= len(seen) < 50


def test_what_the_child_prints_stays_out_of_standard_output(
    engine: ProcessEngine, capfd: pytest.CaptureFixture[str]
) -> None:
    list(engine.submit(request("chatty")))
    captured = capfd.readouterr()
    assert captured.out == ""
    assert "a library that prints" in captured.err


def test_the_number_of_threads_can_be_set(engine: ProcessEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NTI_TORCH_THREADS", "3")
    first = next(engine.submit(request("threads")))
    assert isinstance(first, Progress)
    assert first.step == 3


@pytest.mark.parametrize("behaviour", ["endless", "deaf"])
def test_close_in_the_middle_of_a_job_leaves_nothing(behaviour: str) -> None:
    engine = ProcessEngine(SCRIPTED + "Engine")
    events = engine.submit(request(behaviour))
    next(events)
    pid = engine.pid
    assert pid is not None
    began = time.monotonic()
    engine.close()
    assert check_last(list(events)) == Cancelled()
    assert time.monotonic() - began < 2.0
    assert not leaks.is_alive(pid)
    assert list(engine.submit(request("three_steps"))) == [Cancelled()]
    engine.close()


def test_close_from_another_thread_ends_the_job(engine: ProcessEngine) -> None:
    events = engine.submit(request("endless"))
    next(events)
    closer = threading.Timer(0.05, engine.close)
    closer.start()
    assert check_last(list(events)) == Cancelled()
    closer.join()
    assert engine.pid is None


def test_close_before_any_job_is_harmless() -> None:
    engine = ProcessEngine(SCRIPTED + "Engine")
    engine.close()
    assert engine.pid is None
    assert list(engine.submit(request("count"))) == [Cancelled()]


def program(body: str) -> list[str]:
    """The command that runs a program of its own with an engine in it."""
    head = f"""
        import os, sys, time
        from nti_desktop.engine.process import ProcessEngine
        from tests.engine.test_process import request

        engine = ProcessEngine("{SCRIPTED}Engine")
        """
    return [sys.executable, "-c", textwrap.dedent(head) + textwrap.dedent(body)]


@POSIX
@pytest.mark.parametrize("behaviour", ["endless", "deaf"])
def test_the_child_does_not_outlive_its_parent(behaviour: str) -> None:
    command = program(
        f"""
        for event in engine.submit(request("{behaviour}")):
            print(engine.pid, flush=True)
        """
    )
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert leaks.is_alive(pid)
        parent.kill()
    wait_until(lambda: not leaks.is_alive(pid), 5.0)


@pytest.mark.parametrize("ending", ["engine.close()", "pass"])
def test_a_program_that_ends_says_nothing_and_leaves_nothing(ending: str) -> None:
    command = program(
        f"""
        list(engine.submit(request("bar")))
        print(engine.pid)
        {ending}
        """
    )
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr == ""
    wait_until(lambda: not leaks.is_alive(int(done.stdout)), 5.0)
