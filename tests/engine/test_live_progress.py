"""What an inversion tells while a step is being optimised, and before there is anything to optimise."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch

from nti_desktop.diffusion import optimising as optimising_
from nti_desktop.engine import previews
from nti_desktop.engine.events import Event, Failed, Finished, Preview, Progress
from nti_desktop.engine.local import LocalEngine
from nti_desktop.engine.previews import PreviewMaker
from nti_desktop.engine.requests import InvertRequest, Method, Preset
from nti_desktop.engine.results import Inversion

STEPS = 4
ROOM = 1e-5, 2e-5  # the paper's tolerance, and by how much it grows from step to step


@pytest.fixture(scope="module")
def engine() -> Iterator[LocalEngine]:
    engine = LocalEngine()
    yield engine
    engine.close()


def request_of(
    model: str, method: Method = "null-text", preset: Preset = "fast", *, previews: bool = False
) -> InvertRequest:
    ramp = np.linspace(0, 255, 64, dtype=np.uint8)
    picture = np.stack(np.broadcast_arrays(ramp[:, None], ramp[None], np.uint8(90)), -1)
    caption = "a red mug on the grass"
    return InvertRequest(
        picture, caption, model, method, preset, steps=STEPS, guidance=7.5, previews=previews
    )


def optimising(events: list[Event]) -> list[Progress]:
    return [event for event in events if isinstance(event, Progress) and event.stage == "null-text"]


def inversion_of(events: list[Event]) -> Inversion:
    assert isinstance(events[-1], Finished), events[-1]
    assert isinstance(events[-1].result, Inversion)
    return events[-1].result


@pytest.mark.parametrize("preset", ["fast", "paper"])
def test_every_evaluation_of_a_step_tells_its_loss(
    engine: LocalEngine, tiny_model: str, preset: Preset
) -> None:
    events = list(engine.submit(request_of(tiny_model, preset=preset)))
    told, found = optimising(events), inversion_of(events)
    for index in range(STEPS):
        done = next(event for event in told if event.step_done and event.step == index + 1)
        live = [event for event in told if not event.step_done and event.step == index]
        assert {event.timestep for event in live} == {found.timesteps[index]} == {done.timestep}
        assert [event.inner for event in live] == list(range(len(live)))
        assert len(live) > 1
        assert done.inner == live[-1].inner  # made, whichever of them is kept
        kept = live[-1].loss if preset == "paper" else min(event.loss or 0 for event in live)
        assert done.loss == kept == found.report.loss_per_timestep[index]
        tolerance = pytest.approx(ROOM[0] + ROOM[1] * index) if preset == "paper" else None
        assert [event.tolerance for event in (*live, done)] == [tolerance] * (len(live) + 1)
    counts = [event.network_evaluations for event in told]
    assert counts == sorted(counts)


def test_the_inner_iterations_made_are_told_even_if_none_was_better(
    engine: LocalEngine, tiny_model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(optimising_, "_better", lambda old, _: old)
    told = optimising(list(engine.submit(request_of(tiny_model))))
    assert [event.inner for event in told if event.step_done] == [1] * STEPS


@pytest.mark.parametrize("after", [0, 2])
def test_a_loss_that_is_no_number_is_never_told(
    engine: LocalEngine, tiny_model: str, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """From the first or the third evaluation of the stage on: the job fails, and its work is handed out."""
    list(engine.submit(request_of(tiny_model, "direct")))  # loads the model
    model, made = engine._model, [0]
    assert model is not None
    honest = model.predict_noise

    def failing(*given: Any) -> torch.Tensor:
        made[0] += 1
        noise = honest(*given)
        return noise * float("nan") if made[0] > STEPS + 1 + after else noise

    monkeypatch.setattr(model, "predict_noise", failing)
    events = list(engine.submit(request_of(tiny_model)))
    losses = [event.loss for event in optimising(events)]
    assert all(loss is not None and np.isfinite(loss) for loss in losses)
    last = events[-1]
    assert isinstance(last, Failed)
    assert last.message == "The model's numbers overflow; get a new copy of it."  # it is on the CPU already
    assert last.partial is not None
    assert len(last.partial.pivots) == STEPS + 1
    monkeypatch.undo()
    resumed = inversion_of(list(engine.submit(replace(request_of(tiny_model), resume=last.partial))))
    whole = inversion_of(list(engine.submit(request_of(tiny_model))))
    assert resumed.null_embeddings.tobytes() == whole.null_embeddings.tobytes()


def test_a_number_that_is_none_but_not_kept_is_not_told_either(
    engine: LocalEngine, tiny_model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the optimiser's step of the first timestep: what it began with is kept."""
    list(engine.submit(request_of(tiny_model, "direct")))  # loads the model
    model, made = engine._model, [0]
    assert model is not None
    honest = model.predict_noise

    def once(*given: Any) -> torch.Tensor:
        made[0] += 1
        noise = honest(*given)
        return noise * float("nan") if made[0] == STEPS + 3 else noise

    monkeypatch.setattr(model, "predict_noise", once)
    events = list(engine.submit(request_of(tiny_model)))
    assert np.isfinite([event.loss for event in optimising(events)]).all()
    assert np.isfinite(inversion_of(events).report.loss_per_timestep).all()


def test_a_block_tells_of_its_noisiest_timestep(engine: LocalEngine, tiny_model: str) -> None:
    events = list(engine.submit(request_of(tiny_model, "null-text-parallel")))
    told, found = optimising(events), inversion_of(events)
    blocks = [list(group) for done, group in itertools.groupby(told, lambda e: e.step_done) if not done]
    firsts = [block[0].step for block in blocks]
    assert firsts[0] == 0
    for first, block in zip(firsts, blocks, strict=True):
        assert {(event.step, event.timestep) for event in block} == {(first, found.timesteps[first])}
        assert min(event.loss or 0 for event in block) == found.report.loss_per_timestep[first]


@pytest.mark.parametrize("method", ["negative-prompt", "direct"])
def test_what_is_not_optimised_has_nothing_to_tell_between(
    engine: LocalEngine, tiny_model: str, method: Method
) -> None:
    told = optimising(list(engine.submit(request_of(tiny_model, method))))
    assert len(told) == STEPS
    assert all(event.step_done and event.tolerance is None for event in told)


def test_each_pivot_is_seen_without_the_autoencoder(
    engine: LocalEngine, tiny_model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(previews, "_INTERVAL", 0.0)
    request = request_of(tiny_model, "direct", previews=True)
    events = list(engine.submit(request))
    first = next(k for k, e in enumerate(events) if isinstance(e, Progress) and e.stage == "null-text")
    shown = [event.image for event in events[:first] if isinstance(event, Preview)]
    pivots = torch.from_numpy(inversion_of(events).pivots).split(1)
    maker = PreviewMaker(pivots[0], request.image)
    assert len(shown) == STEPS
    for picture, pivot in zip(shown, pivots[1:], strict=True):
        np.testing.assert_array_equal(picture, maker.picture(pivot))


def test_previews_cost_no_run_of_the_autoencoder(
    engine: LocalEngine, tiny_model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(previews, "_INTERVAL", 0.0)
    list(engine.submit(request_of(tiny_model, "direct")))  # loads the model
    model, runs = engine._model, []
    assert model is not None
    hooks = [
        part.register_forward_pre_hook(lambda part, _: runs.append(part))
        for part in (model.vae.encoder, model.vae.decoder)
    ]
    try:
        events = list(engine.submit(request_of(tiny_model, previews=True)))
    finally:
        for hook in hooks:
            hook.remove()
    assert len([event for event in events if isinstance(event, Preview)]) == 2 * STEPS
    assert runs == [model.vae.encoder, model.vae.decoder, model.vae.decoder]  # its own bound, and the end


def test_the_pivots_previews_do_not_come_faster_than_one_can_look(
    engine: LocalEngine, tiny_model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(previews, "_INTERVAL", 3600.0)
    events = list(engine.submit(request_of(tiny_model, "direct", previews=True)))
    assert len([event for event in events if isinstance(event, Preview)]) == 1
