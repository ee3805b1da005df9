"""The engine on the bundled model: jobs, events, cancellation, and requests that cannot be done."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from nti_desktop.engine.events import LAST_EVENTS, Cancelled, Event, Failed, Finished, Preview, Progress
from nti_desktop.engine.local import LocalEngine
from nti_desktop.engine.requests import METHODS, EditParameters, EditRequest, InvertRequest, Method, Preset
from nti_desktop.engine.results import EditResult, Inversion

STEPS = 6
CAPTION = "a red mug on the grass"


@pytest.fixture(scope="module")
def engine() -> Iterator[LocalEngine]:
    engine = LocalEngine()
    yield engine
    engine.close()


def picture(size: int = 128) -> np.ndarray:
    ramp = np.linspace(0, 255, size, dtype=np.uint8)
    return np.stack(np.broadcast_arrays(ramp[:, None], ramp[None], np.uint8(90)), -1)


def request(**changes: Any) -> InvertRequest:
    return dataclasses.replace(InvertRequest(picture(), CAPTION, steps=STEPS), **changes)


def finished(events: list[Event]) -> Any:
    assert isinstance(events[-1], Finished), events[-1]
    assert not any(isinstance(event, LAST_EVENTS) for event in events[:-1])
    return events[-1].result


@pytest.fixture(scope="module")
def inversion(engine: LocalEngine) -> Inversion:
    return finished(list(engine.submit(request())))


def test_an_inversion_holds_what_an_edit_needs(inversion: Inversion) -> None:
    channels, rows, columns = inversion.pivots.shape[1:]
    assert inversion.pivots.shape == (STEPS + 1, channels, rows, columns)
    assert inversion.residuals.shape == (STEPS, channels, rows, columns)
    assert inversion.residuals.dtype == np.float16
    assert inversion.null_embeddings.shape[0] == STEPS
    assert inversion.word_maps.shape[0] == len(CAPTION.split())
    assert inversion.word_maps.min() >= 0
    assert inversion.word_maps.max() == pytest.approx(1)
    assert list(inversion.timesteps) == sorted(inversion.timesteps, reverse=True)
    assert len(inversion.report.loss_per_timestep) == STEPS


def test_residuals_take_the_reconstruction_to_the_autoencoders_own(inversion: Inversion) -> None:
    assert inversion.report.psnr_db == pytest.approx(inversion.report.vae_psnr_db, abs=0.05)
    assert inversion.report.latent_mse < 1e-6


@pytest.mark.parametrize(
    ("preset", "stages"),
    [("fast", ("pivots", "null-text")), ("paper", ("pivots", "null-text", "reconstruction"))],
)
def test_progress_is_told_step_by_step(engine: LocalEngine, preset: Preset, stages: tuple[str, ...]) -> None:
    events = list(engine.submit(request(previews=True, preset=preset)))
    told = [event for event in events if isinstance(event, Progress)]
    progress = [event for event in told if event.step_done]
    assert {event.stage for event in progress} - {"loading", "encoding", "decoding"} == set(stages)
    for stage in stages:
        assert [event.step for event in progress if event.stage == stage] == list(range(1, STEPS + 1))
    losses = [event.loss for event in progress if event.stage == "null-text"]
    assert all(loss is not None and np.isfinite(loss) for loss in losses)
    counts = [event.network_evaluations for event in progress]
    assert counts == sorted(counts)
    assert counts[-1] == finished(events).report.network_evaluations
    previews = [event for event in events if isinstance(event, Preview)]
    assert previews
    assert previews[0].image.shape == (128, 128, 3)


@pytest.mark.parametrize("method", METHODS)
def test_every_method_brings_the_photo_back(engine: LocalEngine, method: Method) -> None:
    found: Inversion = finished(list(engine.submit(request(method=method, guidance=7.5))))
    assert found.method == method
    assert found.report.psnr_db == pytest.approx(found.report.vae_psnr_db, abs=0.05)
    unchanged: EditResult = finished(list(engine.submit(EditRequest(found, EditParameters(CAPTION)))))
    assert np.abs(unchanged.image.astype(int) - found.reconstruction).max() <= 2


def test_the_slider_of_negative_prompt_goes_from_the_empty_caption_to_the_caption(
    engine: LocalEngine,
) -> None:
    ends = [
        finished(list(engine.submit(request(method="negative-prompt", null_start=share))))
        for share in (0.0, 0.5, None)
    ]
    empty, half, caption = (inversion.null_embeddings for inversion in ends)
    np.testing.assert_allclose(half, (empty + caption) / 2, atol=1e-5)
    assert np.abs(caption - empty).max() > 0.1


def test_refined_pivots_are_told_by_a_smaller_cycle_error(engine: LocalEngine, inversion: Inversion) -> None:
    refined: Inversion = finished(list(engine.submit(request(refinements=2))))
    assert refined.report.cycle_error < inversion.report.cycle_error
    assert refined.report.psnr_db == pytest.approx(refined.report.vae_psnr_db, abs=0.05)


def test_the_same_request_gives_the_same_bytes(engine: LocalEngine, inversion: Inversion) -> None:
    again = finished(list(engine.submit(request())))
    for name in ("pivots", "null_embeddings", "residuals", "word_maps", "reconstruction"):
        assert getattr(again, name).tobytes() == getattr(inversion, name).tobytes(), name


def test_an_edit_that_changes_nothing_returns_the_source(engine: LocalEngine, inversion: Inversion) -> None:
    result: EditResult = finished(list(engine.submit(EditRequest(inversion, EditParameters(CAPTION)))))
    assert np.abs(result.image.astype(int) - inversion.reconstruction).max() <= 1
    assert {operation.kind for operation in result.operations} == {"keep"}
    assert result.blend_mask is None


def test_an_edit_changes_the_picture_and_names_its_operations(
    engine: LocalEngine, inversion: Inversion
) -> None:
    parameters = EditParameters("a blue mug on the grass", weights=((1, 2.0),))
    result: EditResult = finished(list(engine.submit(EditRequest(inversion, parameters))))
    assert (result.operations[1].kind, result.operations[1].weight) == ("replace", 2.0)
    assert np.abs(result.image.astype(int) - inversion.reconstruction).max() > 10
    assert result.blend_mask is not None
    assert 0 < result.mask_coverage < 1


def test_the_users_mask_confines_the_edit(engine: LocalEngine, inversion: Inversion) -> None:
    mask = np.zeros((128, 128), np.uint8)
    mask[:, :32] = 255
    request = EditRequest(inversion, EditParameters("a blue mug on the grass", start_blend=0), mask=mask)
    result: EditResult = finished(list(engine.submit(request)))
    change = np.abs(result.image.astype(int) - inversion.reconstruction).mean(-1)
    assert change[:, :24].mean() > 5 * change[:, 80:].mean()


@pytest.mark.parametrize("at", [0, 4, 9, 20])
def test_cancel_works_within_one_evaluation(engine: LocalEngine, at: int) -> None:
    evaluations = 0

    def count(*_: object) -> None:
        nonlocal evaluations
        evaluations += 1
        if evaluations == at:
            engine.cancel()

    list(engine.submit(EditRequest(_any_inversion(engine), EditParameters(CAPTION))))  # loads the model
    unet = engine._model.unet
    hook = unet.register_forward_hook(count)
    try:
        events = []
        for event in engine.submit(request()):
            events.append(event)
            if at == 0:
                engine.cancel()
    finally:
        hook.remove()
    assert isinstance(events[-1], Cancelled)
    assert evaluations <= at + 1


@pytest.mark.parametrize(("during", "after"), [("encode", "decode"), ("decode", "predict_noise")])
def test_a_cancel_at_the_start_is_obeyed_before_the_next_long_thing(
    engine: LocalEngine, monkeypatch: pytest.MonkeyPatch, during: str, after: str
) -> None:
    _any_inversion(engine)  # loads the model
    model, done = engine._model, []
    assert model is not None
    honest = getattr(model, during)

    def cancelling(given: Any) -> Any:
        engine.cancel()
        return honest(given)

    monkeypatch.setattr(model, during, cancelling)
    monkeypatch.setattr(model, after, lambda *_: done.append(after))
    events = list(engine.submit(request(method="null-text-parallel")))
    assert isinstance(events[-1], Cancelled)
    assert not done


def _any_inversion(engine: LocalEngine) -> Inversion:
    return finished(list(engine.submit(request(steps=2))))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"caption": "  "}, "caption is empty"),
        ({"caption": "mug " * 1000}, "too long"),
        ({"image": picture(100)}, "multiples of"),
        ({"steps": 1}, "number of steps"),
        ({"guidance": 1.0}, "guidance"),
        ({"guidance": 1.0001}, "between 1.01 and 50"),
        ({"guidance": float("inf")}, "between 1.01 and 50"),
        ({"image": picture()[..., 0]}, "three colours"),
        ({"image": picture()[..., :2]}, "three colours"),
        ({"image": picture() / 255.0}, "three colours"),
        ({"image": np.zeros((0, 0, 3), np.uint8)}, "multiples of"),
        ({"model": "/nowhere/at/all"}, "no model at"),
        ({"device": "mps"}, "no mps device"),
        ({"null_start": -0.1}, "between 0 (the empty caption) and 1"),
        ({"null_start": float("nan")}, "between 0 (the empty caption) and 1"),
        ({"refinements": -1}, "between 0 and 20"),
        ({"method": "guesswork"}, "choose one of: null-text, null-text-parallel"),
        ({"preset": "slow"}, "choose one of: fast, paper"),
    ],
)
def test_a_request_that_cannot_be_done_gets_one_sentence(
    engine: LocalEngine, changes: dict[str, Any], sentence: str
) -> None:
    events = list(engine.submit(request(**changes)))
    assert isinstance(events[-1], Failed)
    assert sentence in events[-1].message
    assert "\n" not in events[-1].message


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        (EditParameters(""), "edited caption is empty"),
        (EditParameters(CAPTION, blend_words=("dog",)), "no word “dog”"),
        (EditParameters(CAPTION, cross_replace=1.5), "between 0 and 1"),
        (EditParameters(CAPTION, weights=((40, 2.0),)), "weight"),
    ],
)
def test_an_edit_that_cannot_be_done_gets_one_sentence(
    engine: LocalEngine, inversion: Inversion, parameters: EditParameters, sentence: str
) -> None:
    events = list(engine.submit(EditRequest(inversion, parameters)))
    assert isinstance(events[-1], Failed)
    assert sentence in events[-1].message


def test_an_inversion_of_another_model_is_refused(engine: LocalEngine, inversion: Inversion) -> None:
    other = dataclasses.replace(
        inversion, model=dataclasses.replace(inversion.model, fingerprint="0" * 16, name="Other")
    )
    events = list(engine.submit(EditRequest(other, EditParameters(CAPTION))))
    assert isinstance(events[-1], Failed)
    assert "Other" in events[-1].message


@pytest.mark.parametrize(
    ("wanted", "threads"),
    [("", 1), ("2", 2), ("many", 1), ("0", 1), ("-2", 1), ("1e9", 1), ("٣", 1), ("9" * 30, 1)],
)
def test_the_small_model_runs_on_one_thread_unless_told(
    engine: LocalEngine, monkeypatch: pytest.MonkeyPatch, wanted: str, threads: int
) -> None:
    monkeypatch.setenv("NTI_TORCH_THREADS", wanted)
    list(engine.submit(request(steps=2)))
    assert engine._model is not None
    assert engine._threads_for(engine._model) == threads
