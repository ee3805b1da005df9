"""What an inversion hands out on its way: each of it can be gone on with, and the end is the same."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import numpy as np
import pytest

from nti_desktop.engine import local
from nti_desktop.engine.events import Checkpoint, Finished, Progress
from nti_desktop.engine.local import LocalEngine
from nti_desktop.engine.requests import InvertRequest, Method, Preset

STEPS = 4


@pytest.fixture(scope="module")
def engine() -> Iterator[LocalEngine]:
    made = LocalEngine()
    yield made
    made.close()


@pytest.fixture
def request_(tiny_model: str) -> InvertRequest:
    ramp = np.linspace(0, 255, 64, dtype=np.uint8)
    picture = np.stack(np.broadcast_arrays(ramp[:, None], ramp[None], np.uint8(90)), -1)
    return InvertRequest(
        picture, "a red mug on the grass", model=tiny_model, steps=STEPS, guidance=7.5, checkpoints=True
    )


@pytest.mark.parametrize(
    ("method", "preset"), [("null-text", "fast"), ("null-text", "paper"), ("null-text-parallel", "fast")]
)
def test_every_checkpoint_leads_to_the_same_end(
    engine: LocalEngine,
    request_: InvertRequest,
    monkeypatch: pytest.MonkeyPatch,
    method: Method,
    preset: Preset,
) -> None:
    monkeypatch.setattr(local, "CHECKPOINT_EVERY", 0.0)
    request = dataclasses.replace(request_, method=method, preset=preset)
    *events, whole = engine.submit(request)
    assert isinstance(whole, Finished)
    found = [event.partial for event in events if isinstance(event, Checkpoint)]
    pivots = [len(partial.pivots) for partial in found]
    assert pivots == sorted(pivots)
    assert pivots[-1] == STEPS + 1
    assert len(found[-1].losses) == STEPS
    for partial in found[1 :: max(1, len(found) // 4)]:
        *_, again = engine.submit(dataclasses.replace(request, resume=partial, checkpoints=False))
        assert isinstance(again, Finished)
        for name in ("pivots", "null_embeddings", "residuals", "reconstruction"):
            assert getattr(again.result, name).tobytes() == getattr(whole.result, name).tobytes(), name


def told(engine: LocalEngine, request: InvertRequest) -> tuple[int, int]:
    """Steps of an inversion, and how often was told what is done."""
    *events, last = engine.submit(request)
    assert isinstance(last, Finished)
    steps = [event for event in events if isinstance(event, Progress) and event.step_done]
    assert len(steps) > STEPS
    return len(steps), sum(isinstance(event, Checkpoint) for event in events)


def test_each_step_is_told_where_that_takes_little_of_it(
    engine: LocalEngine, request_: InvertRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "CHECKPOINT_SHARE", float("inf"))
    told(engine, request_)  # the model is loaded, and the network has run
    steps, checkpoints = told(engine, request_)
    assert checkpoints >= 2 * STEPS  # the pivots' and the null embeddings'; not those of a decoding
    assert checkpoints <= steps


def test_steps_that_it_would_hold_up_are_told_now_and_then(
    engine: LocalEngine, request_: InvertRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "CHECKPOINT_SHARE", 1e-9)
    monkeypatch.setattr(local, "CHECKPOINT_EVERY", 3600.0)
    assert told(engine, request_)[1] == 1


def test_nothing_is_handed_out_unasked(
    engine: LocalEngine, request_: InvertRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "CHECKPOINT_EVERY", 0.0)
    events = engine.submit(dataclasses.replace(request_, checkpoints=False))
    assert not [event for event in events if isinstance(event, Checkpoint)]
