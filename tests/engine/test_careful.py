"""Jobs that are to take little memory from the start."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch

from nti_desktop.engine import ladder
from nti_desktop.engine.events import Cancelled, Event, Failed, Finished, Notice, Progress
from nti_desktop.engine.ladder import CAREFUL, Ladder
from nti_desktop.engine.local import LocalEngine
from nti_desktop.engine.requests import EditParameters, EditRequest, InvertRequest, Method, Request
from nti_desktop.engine.results import Inversion

STEPS = 4
BLUE = EditParameters("a blue mug on the grass")


@pytest.fixture(scope="module")
def engine(tiny_model: str) -> Iterator[LocalEngine]:
    engine = LocalEngine()
    list(engine.submit(replace(invert(tiny_model), steps=2)))  # loads the model
    yield engine
    engine.close()


def invert(model: str, method: Method = "null-text", **rest: Any) -> InvertRequest:
    ramp = np.linspace(0, 255, 64, dtype=np.uint8)
    picture = np.stack(np.broadcast_arrays(ramp[:, None], ramp[None], np.uint8(90)), -1)
    return InvertRequest(picture, "a red mug on the grass", model, method, steps=STEPS, guidance=7.5, **rest)


def result(events: list[Event]) -> Any:
    assert isinstance(events[-1], Finished), events[-1]
    return events[-1].result


@contextmanager
def watched(engine: LocalEngine) -> Iterator[list[tuple[int, bool, bool]]]:
    """Of each evaluation: samples, whether activations are made again, whether pictures are tiled."""
    model, seen = engine._model, []
    assert model is not None

    def look(_module: object, given: tuple[torch.Tensor, ...]) -> None:
        seen.append((len(given[0]), model.unet.is_gradient_checkpointing, model.vae.use_tiling))

    hook = model.unet.register_forward_pre_hook(look)
    try:
        yield seen
    finally:
        hook.remove()


@pytest.mark.parametrize(
    ("method", "iterates"), [("null-text", True), ("null-text-parallel", True), ("direct", False)]
)
def test_an_inversion_begins_on_the_careful_rungs(
    engine: LocalEngine, tiny_model: str, method: Method, iterates: bool
) -> None:
    whole: Inversion = result(list(engine.submit(invert(tiny_model, method))))
    with watched(engine) as seen:
        events = list(engine.submit(invert(tiny_model, method, memory="low")))
    assert events[0] == Notice(CAREFUL)
    assert [event for event in events if isinstance(event, Notice)] == [Notice(CAREFUL)]
    assert set(seen) == {(1, iterates, False)}
    found: Inversion = result(events)
    assert found.report.network_evaluations == STEPS * (5 if iterates else 3)  # nothing is measured first
    assert found.pivots[0].tobytes() == whole.pivots[0].tobytes()  # the photo is the same
    np.testing.assert_allclose(found.pivots, whole.pivots, atol=1e-5)
    assert np.abs(found.reconstruction.astype(int) - whole.reconstruction).max() <= 1
    assert found.report.psnr_db == pytest.approx(whole.report.psnr_db, abs=0.01)


def test_a_large_picture_is_handled_in_tiles_from_the_start(
    engine: LocalEngine, tiny_model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ladder, "LARGE", 64 * 64 - 1)
    with watched(engine) as seen:
        inversion = result(list(engine.submit(invert(tiny_model, "direct", memory="low"))))
        list(engine.submit(EditRequest(inversion, BLUE, model=tiny_model, memory="low")))
    assert {tiled for _, _, tiled in seen} == {True}


def test_an_edit_takes_its_branches_apart_from_the_start(engine: LocalEngine, tiny_model: str) -> None:
    inversion: Inversion = result(list(engine.submit(invert(tiny_model))))
    request = EditRequest(inversion, BLUE, model=tiny_model)
    whole = result(list(engine.submit(request)))
    with watched(engine) as seen:
        events = list(engine.submit(replace(request, memory="low")))
    assert events[0] == Notice(CAREFUL)
    assert [(size, tiled) for size, _, tiled in seen] == [(2, False), (1, False)] * STEPS
    assert np.abs(result(events).image.astype(int) - whole.image).max() <= 1


def test_the_next_job_is_as_if_there_had_been_no_careful_one(engine: LocalEngine, tiny_model: str) -> None:
    requests: list[Request] = [invert(tiny_model, "null-text-parallel")]
    before: Inversion = result(list(engine.submit(requests[0])))
    list(engine.submit(invert(tiny_model, "null-text-parallel", memory="low")))
    with watched(engine) as seen:
        events = list(engine.submit(requests[0]))
    assert not any(isinstance(event, Notice) for event in events)
    assert not any(again or tiled for _, again, tiled in seen)
    after: Inversion = result(events)
    for name in ("pivots", "null_embeddings", "residuals", "reconstruction"):
        assert getattr(after, name).tobytes() == getattr(before, name).tobytes(), name


def test_a_careful_job_may_go_on_from_one_that_was_not(engine: LocalEngine, tiny_model: str) -> None:
    request, last = invert(tiny_model), None
    for last in engine.submit(request):
        if isinstance(last, Progress) and last.stage == "null-text":
            engine.cancel()
    assert isinstance(last, Cancelled)
    with watched(engine) as seen:
        events = list(engine.submit(replace(request, memory="low", resume=last.partial)))
    found, whole = result(events), result(list(engine.submit(request)))
    assert found.report.vae_psnr_db == whole.report.vae_psnr_db
    assert found.report.latent_mse == pytest.approx(whole.report.latent_mse, rel=1e-3)
    assert len(seen) == 3 * STEPS  # the pivots were there


def test_what_is_gone_on_with_in_tiles_is_held_against_the_same_photo(
    engine: LocalEngine, tiny_model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The photo is not encoded anew, which tiles would do otherwise."""
    request, last = invert(tiny_model, "direct"), None
    whole: Inversion = result(list(engine.submit(request)))
    for last in engine.submit(request):
        if isinstance(last, Progress) and last.stage == "pivots":
            engine.cancel()
    assert isinstance(last, Cancelled)
    model = engine._model
    assert model is not None
    encoded: list[object] = []
    encode = model.encode
    monkeypatch.setattr(model, "encode", lambda image: encoded.append(image) or encode(image))
    monkeypatch.setattr(ladder, "LARGE", 64 * 64 - 1)
    found: Inversion = result(list(engine.submit(replace(request, memory="low", resume=last.partial))))
    assert encoded == []
    assert found.pivots.tobytes() == whole.pivots.tobytes()
    assert found.report.latent_mse < 1e-9  # as without tiles
    assert whole.report.latent_mse < 1e-9
    # What the autoencoder alone reaches is what it makes of those latents, in tiles as the reconstruction is.
    assert found.report.vae_psnr_db == pytest.approx(found.report.psnr_db, abs=0.1)


class Elsewhere:
    """A model that is not on the CPU."""

    def __init__(self) -> None:
        self.device, self.largest_batch = torch.device("cuda"), None
        self.state: dict[str, bool] = {}

    def use_checkpointing(self, on: bool = True) -> None:
        self.state["checkpointing"] = on

    def tile_vae(self, on: bool = True) -> None:
        self.state["tiles"] = on

    def offload_text_encoders(self, on: bool = True) -> None:
        self.state["texts"] = on


def test_the_text_encoders_leave_the_device_and_come_back(tiny_model: str) -> None:
    model: Any = Elsewhere()
    ladder = Ladder()
    ladder.begin(model, invert(tiny_model, memory="low"))
    assert model.state == {"checkpointing": True, "tiles": False, "texts": True}
    assert model.device.type == "cuda"
    ladder.begin(model, invert(tiny_model))
    assert model.state == {"checkpointing": False, "tiles": False, "texts": False}


def test_what_memory_that_ran_out_has_taught_is_kept(tiny_model: str) -> None:
    model: Any = Elsewhere()
    ladder = Ladder()
    ladder.climb_down(model, invert(tiny_model))
    ladder.begin(model, invert(tiny_model, memory="low"))
    ladder.begin(model, invert(tiny_model))
    assert model.state == {"checkpointing": False, "tiles": False, "texts": True}


@pytest.mark.parametrize("kind", ["invert", "edit"])
def test_another_way_to_use_memory_is_refused_in_a_sentence(
    engine: LocalEngine, tiny_model: str, kind: str
) -> None:
    asked: Any = "tiny"
    request: Request = invert(tiny_model, memory=asked)
    if kind == "edit":
        inversion = result(list(engine.submit(invert(tiny_model, "direct"))))
        request = EditRequest(inversion, BLUE, model=tiny_model, memory=asked)
    *_, last = engine.submit(request)
    assert isinstance(last, Failed)
    assert "choose auto or low" in last.message
