"""Inversions that are cancelled and gone on with: the same bytes, and nothing done twice."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest

from nti_desktop.diffusion.recipes import FAST
from nti_desktop.engine import methods
from nti_desktop.engine.events import Cancelled, Event, Failed, Finished, Progress
from nti_desktop.engine.local import LocalEngine
from nti_desktop.engine.process import ProcessEngine
from nti_desktop.engine.requests import InvertRequest, Method, Preset
from nti_desktop.engine.results import Inversion, PartialInversion

STEPS = 4
ARRAYS = ("pivots", "null_embeddings", "residuals", "word_maps", "reconstruction", "timesteps")


@pytest.fixture(scope="module")
def engine() -> Iterator[LocalEngine]:
    engine = LocalEngine()
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def request_(tiny_model: str) -> InvertRequest:
    ramp = np.linspace(0, 255, 64, dtype=np.uint8)
    picture = np.stack(np.broadcast_arrays(ramp[:, None], ramp[None], np.uint8(90)), -1)
    return InvertRequest(picture, "a red mug on the grass", model=tiny_model, steps=STEPS, guidance=7.5)


def finished(events: list[Event]) -> Inversion:
    assert isinstance(events[-1], Finished), events[-1]
    assert isinstance(events[-1].result, Inversion)
    return events[-1].result


def same_bytes(one: Inversion, other: Inversion) -> None:
    for name in ARRAYS:
        assert getattr(one, name).tobytes() == getattr(other, name).tobytes(), name
    assert one.report.loss_per_timestep == other.report.loss_per_timestep
    assert one.report.cycle_error == other.report.cycle_error


@contextmanager
def at_evaluation(
    engine: LocalEngine, request: InvertRequest, action: Callable[[int], None]
) -> Iterator[Any]:
    """Call `action` with the number of each forward of the noise network, from 1."""
    if engine._model is None or str(engine._model.description.path) != request.model:
        list(engine.submit(dataclasses.replace(request, steps=2, method="direct")))  # loads the model
    counted = [0]

    def count(*_: object) -> None:
        counted[0] += 1
        action(counted[0])

    hook = engine._model.unet.register_forward_pre_hook(count)
    try:
        yield counted
    finally:
        hook.remove()


def cancelled_at(engine: LocalEngine, request: InvertRequest, number: int) -> tuple[Any, int]:
    """What is left of a job cancelled at an evaluation, and how many it made."""

    def cancel(count: int) -> None:
        if count == number:
            engine.cancel()

    with at_evaluation(engine, request, cancel) as counted:
        events = list(engine.submit(request))
    assert isinstance(events[-1], Cancelled), events[-1]
    return events[-1].partial, counted[0]


WAYS: list[tuple[Method, Preset]] = [
    ("null-text", "fast"),
    ("null-text", "paper"),
    ("null-text-parallel", "fast"),
    ("negative-prompt", "fast"),
]


@pytest.mark.parametrize(("method", "preset"), WAYS)
def test_an_inversion_gone_on_with_has_the_same_bytes(
    engine: LocalEngine, request_: InvertRequest, method: Method, preset: Preset
) -> None:
    request = dataclasses.replace(request_, method=method, preset=preset)
    with at_evaluation(engine, request, lambda _: None) as counted:
        whole = finished(list(engine.submit(request)))
    total = counted[0]
    for number in {2, STEPS + 1, (STEPS + total) // 2, total - 1}:
        partial, _ = cancelled_at(engine, request, number)
        assert isinstance(partial, PartialInversion)
        rest = finished(list(engine.submit(dataclasses.replace(request, resume=partial))))
        same_bytes(rest, whole)


def test_an_inversion_may_be_left_more_than_once_and_does_nothing_twice(
    engine: LocalEngine, request_: InvertRequest
) -> None:
    whole = finished(list(engine.submit(request_)))
    request, spent = request_, 0
    for number in (3, 3, 6):
        partial, made = cancelled_at(engine, request, number)
        spent += made
        request = dataclasses.replace(request, resume=partial)
        assert len(partial.pivots) > 1
    with at_evaluation(engine, request, lambda _: None) as counted:
        rest = finished(list(engine.submit(request)))
    same_bytes(rest, whole)
    once = STEPS + STEPS * 3  # forwards: pivots, then conditional, start and after the optimiser's step
    assert spent + counted[0] <= once + 2 * 3  # of each time but a step's beginning
    assert rest.report.network_evaluations >= whole.report.network_evaluations


def test_progress_goes_on_where_it_was(engine: LocalEngine, request_: InvertRequest) -> None:
    partial, _ = cancelled_at(engine, request_, STEPS + 3 + 2)
    assert len(partial.losses) == 1
    events = list(engine.submit(dataclasses.replace(request_, resume=partial)))
    progress = [event for event in events if isinstance(event, Progress)]
    assert [e.step for e in progress if e.stage == "pivots"] == []
    steps = [e for e in progress if e.stage == "null-text" and e.step_done]
    assert [e.step for e in steps] == list(range(2, STEPS + 1))
    assert {e.step for e in progress if not e.step_done} == set(range(1, STEPS))
    assert steps[0].network_evaluations > partial.network_evaluations
    assert steps[-1].seconds_left == 0
    first = int(finished(events).timesteps[0])
    assert [e.earlier for e in progress if e.earlier] == [((first, partial.losses[0]),)]


@pytest.mark.parametrize(
    "changes",
    [
        {"caption": "a blue mug on the grass"},
        {"guidance": 5.0},
        {"steps": 5},
        {"method": "null-text-parallel"},
        {"preset": "paper"},
        {"null_start": 0.3},
        {"refinements": 1},
        {"image": np.zeros((64, 64, 3), np.uint8)},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_was_begun_otherwise_is_refused(
    engine: LocalEngine, request_: InvertRequest, changes: dict[str, Any]
) -> None:
    partial, _ = cancelled_at(engine, request_, 3)
    *_, last = engine.submit(dataclasses.replace(request_, resume=partial, **changes))
    assert isinstance(last, Failed)
    assert "was begun with another" in last.message
    assert "anew" in last.message


def test_nothing_is_left_of_a_job_that_had_not_begun(engine: LocalEngine, request_: InvertRequest) -> None:
    cancelled_at(engine, request_, 3)
    events = []
    for event in engine.submit(request_):
        events.append(event)
        engine.cancel()
    assert isinstance(events[-1], Cancelled)
    assert events[-1].partial is None


def left_by(process: ProcessEngine, request: InvertRequest) -> PartialInversion:
    """What a child process hands over of a job that is cancelled when it tells of its first pivot."""
    events = []
    for event in process.submit(request):
        events.append(event)
        if isinstance(event, Progress) and event.stage == "pivots":
            process.cancel()
    assert isinstance(events[-1], Cancelled), (request.method, events[-1])
    assert events[-1].partial is not None, request.method
    return events[-1].partial


@pytest.mark.timeout(300)
def test_another_process_ends_with_the_same_bytes(engine: LocalEngine, request_: InvertRequest) -> None:
    """Of each method; those that do little have more steps, so that they are not done before the cancel."""
    process = ProcessEngine()
    try:
        for method, preset in (*WAYS, ("direct", "fast")):
            steps = STEPS if preset == "paper" else 3 * STEPS
            request = dataclasses.replace(request_, method=method, preset=preset, steps=steps)
            partial = left_by(process, request)
            assert len(partial.pivots) > 1
            assert len(partial.losses) < steps
            rest = finished(list(process.submit(dataclasses.replace(request, resume=partial))))
            same_bytes(rest, finished(list(engine.submit(request))))
    finally:
        process.close()


def test_what_was_begun_with_other_numbers_of_the_program_is_refused(
    engine: LocalEngine, request_: InvertRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    partial, _ = cancelled_at(engine, request_, 3)
    other = dataclasses.replace(FAST, learning_rate=1e-4)
    monkeypatch.setitem(methods.RECIPES, "null-text", other)
    *_, last = engine.submit(dataclasses.replace(request_, resume=partial))
    assert isinstance(last, Failed)
    assert "was begun with another" in last.message


@pytest.mark.parametrize(
    "shorter", ["pivots", "null_embeddings", "residuals", "losses", "cycle_errors", "map_counts"]
)
def test_what_does_not_fit_together_is_refused(
    engine: LocalEngine, request_: InvertRequest, shorter: str
) -> None:
    partial, _ = cancelled_at(engine, request_, STEPS + 3 + 2)
    broken = dataclasses.replace(partial, **{shorter: getattr(partial, shorter)[:-1]})
    *_, last = engine.submit(dataclasses.replace(request_, resume=broken))
    assert isinstance(last, Failed)
    assert "damaged; invert anew" in last.message


def test_a_job_cancelled_before_it_goes_on_keeps_what_it_was_given(
    engine: LocalEngine, request_: InvertRequest
) -> None:
    partial, _ = cancelled_at(engine, request_, 3)
    events = []
    for event in engine.submit(dataclasses.replace(request_, resume=partial)):
        events.append(event)
        engine.cancel()
    assert isinstance(events[-1], Cancelled)
    assert events[-1].partial is not None
    assert len(events[-1].partial.pivots) == len(partial.pivots)
