"""Attention maps of an inversion on the bundled model."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from nti_desktop.engine.events import Event, Failed, Finished, Progress
from nti_desktop.engine.local import LocalEngine
from nti_desktop.engine.mapping import _chosen_steps
from nti_desktop.engine.requests import InvertRequest, MapsRequest
from nti_desktop.engine.results import AttentionMaps, Inversion
from tests.engine.test_local import picture

STEPS, CAPTION = 4, "a red pineapple, on the grass"


@pytest.fixture(scope="module")
def engine() -> Iterator[LocalEngine]:
    engine = LocalEngine()
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def inversion(engine: LocalEngine) -> Inversion:
    request = InvertRequest(picture(), CAPTION, steps=STEPS, method="negative-prompt")
    return finished(list(engine.submit(request)))


def finished(events: list[Event]) -> Any:
    assert isinstance(events[-1], Finished), events[-1]
    return events[-1].result


def look(engine: LocalEngine, inversion: Inversion, **rest: Any) -> AttentionMaps:
    return finished(list(engine.submit(MapsRequest(inversion, **rest))))


def test_the_maps_of_all_steps_are_the_inversions_own(engine: LocalEngine, inversion: Inversion) -> None:
    events = list(engine.submit(MapsRequest(inversion)))
    found: AttentionMaps = finished(events)
    assert found.words == ("a", "red", "pineapple", "on", "the", "grass")
    assert found.components is None
    np.testing.assert_allclose(found.maps, inversion.word_maps, atol=0.02)
    progress = [event for event in events if isinstance(event, Progress) and event.stage == "maps"]
    assert [event.timestep for event in progress] == list(inversion.timesteps)


def test_only_the_chosen_steps_are_looked_at(engine: LocalEngine, inversion: Inversion) -> None:
    events = list(engine.submit(MapsRequest(inversion, first=0.5, last=1.0)))
    steps = [event.timestep for event in events if isinstance(event, Progress) and event.stage == "maps"]
    assert steps == list(inversion.timesteps[2:])
    late, early = finished(events).maps, look(engine, inversion, last=0.5).maps
    assert np.abs(late - early).max() > 0.05
    narrow = list(engine.submit(MapsRequest(inversion, first=0.3, last=0.31)))
    assert sum(isinstance(event, Progress) and event.stage == "maps" for event in narrow) == 1


def test_layers_are_chosen_by_name(engine: LocalEngine, inversion: Inversion) -> None:
    coarse = look(engine, inversion, layers=("down_blocks.1",)).maps
    fine = look(engine, inversion, layers=("down_blocks.0",)).maps
    both = look(engine, inversion, layers=("down_blocks.0", "down_blocks.1")).maps
    assert coarse.shape[1:] == (8, 8)
    assert fine.shape[1:] == both.shape[1:] == (16, 16)
    assert np.abs(fine - both).max() > 0.01
    for maps in (coarse, fine, both):
        assert maps.dtype == np.float32
        assert maps.min() == 0
        assert maps.max() == 1


def test_components_are_colours_and_the_same_again(engine: LocalEngine, inversion: Inversion) -> None:
    first, again = (look(engine, inversion, components=True).components for _ in range(2))
    assert first.shape == (16, 16, 3)
    assert first.dtype == np.uint8
    assert np.array_equal(first, again)
    assert all(np.ptp(first[..., k]) == 255 for k in range(3))
    coarse = look(engine, inversion, components=True, layers=("mid_block", "down_blocks.1")).components
    assert coarse.shape == (8, 8, 3)


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"first": 0.5, "last": 0.5}, "from one share to a later one"),
        ({"last": 1.5}, "both between 0 and 1"),
        ({"first": -0.5}, "both between 0 and 1"),
        (
            {"layers": ("encoder",)},
            "no attention layers “encoder”; choose from: down_blocks.0, down_blocks.1",
        ),
        (
            {"layers": ("down_blocks.0.attentions.0.transformer_blocks.0.attn2",), "components": True},
            "no self-attention among",
        ),
    ],
)
def test_maps_that_cannot_be_had_get_one_sentence(
    engine: LocalEngine, inversion: Inversion, parameters: dict[str, Any], sentence: str
) -> None:
    events = list(engine.submit(MapsRequest(inversion, **parameters)))
    assert isinstance(events[-1], Failed)
    assert sentence in events[-1].message


def test_an_inversion_of_another_model_is_refused(engine: LocalEngine, inversion: Inversion) -> None:
    identity = dataclasses.replace(inversion.model, fingerprint="0" * 16, name="Other")
    events = list(engine.submit(MapsRequest(dataclasses.replace(inversion, model=identity))))
    assert "Other" in events[-1].message


def test_components_of_very_large_maps_are_refused(tiny_model: str) -> None:
    """33 x 33 positions; deeper in the network there are fewer."""
    engine = LocalEngine()
    request = InvertRequest(picture(264), "a red mug", model=tiny_model, steps=2, method="direct")
    inversion = finished(list(engine.submit(request)))
    large = MapsRequest(inversion, model=tiny_model, layers=("down_blocks.0",), components=True)
    last = list(engine.submit(large))[-1]
    assert isinstance(last, Failed)
    assert "too large for components (1089 positions, at most 1024)" in last.message
    assert look(engine, inversion, model=tiny_model, components=True).components.shape == (17, 17, 3)


@pytest.mark.parametrize("count", [20, 50, 100])
def test_shares_of_the_steps_are_counted_exactly(inversion: Inversion, count: int) -> None:
    """0.14 * 50 is a little more than 7 in floats, and 0.29 * 100 a little less than 29."""
    many = dataclasses.replace(inversion, timesteps=np.arange(count))
    for steps in range(1, count):
        share = steps / count
        assert _chosen_steps(MapsRequest(many, last=share)) == slice(0, steps)
        assert _chosen_steps(MapsRequest(many, first=share)) == slice(steps, count)
