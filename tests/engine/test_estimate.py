"""What a job will take, told beforehand: against what real jobs report."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from nti_desktop.engine.estimate import Estimate, evaluations_of, evaluations_of_edit
from nti_desktop.engine.events import Event, Finished
from nti_desktop.engine.local import LocalEngine
from nti_desktop.engine.requests import (
    METHODS,
    EditParameters,
    EditRequest,
    InvertRequest,
    Memory,
    Method,
    Preset,
)
from nti_desktop.engine.results import Inversion
from nti_desktop.errors import EngineError

STEPS = 5


@pytest.fixture(scope="module")
def engine() -> Iterator[LocalEngine]:
    engine = LocalEngine()
    yield engine
    engine.close()


def result(events: list[Event]) -> Any:
    assert isinstance(events[-1], Finished), events[-1]
    return events[-1].result


def inverted(engine: LocalEngine, model: str, **asked: Any) -> Inversion:
    ramp = np.linspace(0, 255, 64, dtype=np.uint8)
    picture = np.stack(np.broadcast_arrays(ramp[:, None], ramp[None], np.uint8(90)), -1)
    request = InvertRequest(picture, "a red mug on the grass", model, steps=STEPS, guidance=7.5, **asked)
    inversion: Inversion = result(list(engine.submit(request)))
    return inversion


@pytest.mark.parametrize("memory", ["auto", "low"])
@pytest.mark.parametrize("method", METHODS)
def test_an_inversion_takes_as_many_evaluations_as_was_said(
    engine: LocalEngine, tiny_model: str, method: Method, memory: Memory
) -> None:
    found = inverted(engine, tiny_model, method=method, memory=memory)
    assert found.report.network_evaluations == evaluations_of(method, "fast", STEPS, memory=memory)


@pytest.mark.parametrize(
    ("preset", "refinements"), [("paper", 0), ("fast", 1), ("fast", 2), ("fast", 4), ("paper", 3)]
)
def test_what_may_end_early_takes_no_more_than_was_said(
    engine: LocalEngine, tiny_model: str, preset: Preset, refinements: int
) -> None:
    most = evaluations_of("null-text", preset, STEPS, refinements)
    assert most > evaluations_of("null-text", "fast", STEPS)
    found = inverted(engine, tiny_model, preset=preset, refinements=refinements)
    assert 0.2 * most < found.report.network_evaluations <= most


@pytest.mark.parametrize("stacked", [(), ("a blue hat on the grass",), ("a hat", "two hats")])
def test_an_edit_takes_as_many_evaluations_as_was_said(
    engine: LocalEngine, tiny_model: str, stacked: tuple[str, ...]
) -> None:
    inversion = inverted(engine, tiny_model, method="direct")
    further = tuple(EditParameters(caption) for caption in stacked)
    request = EditRequest(inversion, EditParameters("a blue mug on the grass"), tiny_model, stacked=further)
    edited = result(list(engine.submit(request)))
    assert edited.network_evaluations == evaluations_of_edit(STEPS, 1 + len(stacked))


def test_the_published_number_of_evaluations() -> None:
    """Pivots, then of each step the conditional one, 11 evaluations and 10 gradients, then sampling."""
    assert evaluations_of("null-text", "paper", 50) == 50 + 50 * (1 + 11 + 10) + 50 * 2
    assert evaluations_of("null-text", "fast", 50) == 250
    assert evaluations_of_edit(50) == 150


def test_seconds_are_told_from_the_speed() -> None:
    assert Estimate.at(12.5, 250) == Estimate(seconds=20.0, network_evaluations=250)


def test_an_unknown_method_is_refused_in_a_sentence() -> None:
    guess: Any = "guesswork"
    with pytest.raises(EngineError, match="choose one of: null-text"):
        evaluations_of(guess, "fast", 50)
    with pytest.raises(EngineError, match="choose one of: fast"):
        evaluations_of("null-text", guess, 50)


def test_the_window_may_ask_without_torch() -> None:
    program = "import sys, nti_desktop.engine.estimate; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False, timeout=60).returncode == 0
