"""Edit requests of every kind on the bundled model, and those that cannot be done."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from nti_desktop.diffusion import schedule
from nti_desktop.engine.events import Event, Failed, Finished, Progress
from nti_desktop.engine.local import LocalEngine
from nti_desktop.engine.requests import EditParameters, EditRequest, InvertRequest, MapsRequest
from nti_desktop.engine.results import EditResult, Inversion
from tests.engine.test_local import picture

STEPS = 4
CAPTION, BLUE = "a red mug on the grass", "a blue mug on the grass"
FREE = {"start_blend": 0.0}


@pytest.fixture(scope="module")
def engine() -> Iterator[LocalEngine]:
    engine = LocalEngine()
    yield engine
    engine.close()


def finished(events: list[Event]) -> Any:
    assert isinstance(events[-1], Finished), events[-1]
    return events[-1].result


@pytest.fixture(scope="module")
def inversion(engine: LocalEngine) -> Inversion:
    return finished(
        list(engine.submit(InvertRequest(picture(), CAPTION, steps=STEPS, method="negative-prompt")))
    )


def edit(engine: LocalEngine, inversion: Inversion, caption: str = BLUE, **rest: Any) -> EditResult:
    request = {name: rest.pop(name) for name in ("mask", "added", "subtracted", "stacked") if name in rest}
    return finished(list(engine.submit(EditRequest(inversion, EditParameters(caption, **rest), **request))))


def change(result: EditResult, inversion: Inversion) -> np.ndarray:
    return np.abs(result.image.astype(int) - inversion.reconstruction).max(-1)


def half(side: slice | None = None, rows: slice | None = None) -> np.ndarray:
    mask = np.zeros((128, 128), np.uint8)
    mask[rows or slice(None), side or slice(None)] = 255
    return mask


@pytest.mark.parametrize(
    "parameters",
    [
        {},
        {"mutual_start": 0.0, "null_share": 1.0},
        {"proximal": "soft"},
        {"proximal": "hard", "proximal_quantile": 0.9},
        {"weights": tuple((k, 1.0) for k in range(6)), "cross_windows": ((1, 0.0, 1.0), (2, 0.2, 0.4))},
        {"stacked": (EditParameters(CAPTION), EditParameters(CAPTION))},
    ],
)
def test_an_edit_that_changes_nothing_returns_the_source(
    engine: LocalEngine, inversion: Inversion, parameters: dict[str, Any]
) -> None:
    assert change(edit(engine, inversion, CAPTION, **parameters), inversion).max() <= 1


def test_spatial_replace_of_all_steps_returns_the_source(engine: LocalEngine, inversion: Inversion) -> None:
    assert change(edit(engine, inversion, spatial_replace=1.0), inversion).max() <= 1
    assert change(edit(engine, inversion), inversion).max() > 10


@pytest.mark.parametrize(
    "parameters",
    [
        {"cross_windows": ((1, 0.5, 1.0),)},
        {"mutual_start": 0.0, "mutual_layer": 2},
        {"proximal": "soft"},
        {"spatial_replace": 0.5},
        {"null_share": 0.0},
        {"blend_exclude": ("grass",), **FREE},
        {"weights": ((1, -3.0), (2, 0.0))},
    ],
)
def test_every_parameter_reaches_the_picture(
    engine: LocalEngine, inversion: Inversion, parameters: dict[str, Any]
) -> None:
    plain = edit(engine, inversion, blend_words=("mug",))
    result = edit(engine, inversion, blend_words=("mug",), **parameters)
    assert np.abs(result.image.astype(int) - plain.image).max() > 2


@pytest.mark.parametrize(
    ("parameters", "changes"),
    [
        ({}, {"guidance": 3.0}),
        ({}, {"cross_replace": 0.0}),
        (FREE, {"blend_threshold": 0.8}),
        ({"mutual_start": 0.0}, {"mutual_start": 0.5}),
        ({"mutual_start": 0.0}, {"mutual_layer": 4}),
        ({"proximal": "soft"}, {"proximal": "hard"}),
        ({"proximal": "soft"}, {"proximal_quantile": 0.3}),
    ],
    ids=",".join,
)
def test_every_number_reaches_the_picture(
    engine: LocalEngine, inversion: Inversion, parameters: dict[str, Any], changes: dict[str, Any]
) -> None:
    first = edit(engine, inversion, blend_words=("mug",), **parameters)
    second = edit(engine, inversion, blend_words=("mug",), **parameters | changes)
    assert np.abs(first.image.astype(int) - second.image).max() > 2


def test_stacked_edits_are_told_and_applied_in_order(engine: LocalEngine, inversion: Inversion) -> None:
    further = EditParameters("a blue teapot on the grass", weights=((2, 2.0),), blend_words=())
    events = list(
        engine.submit(EditRequest(inversion, EditParameters(BLUE, blend_words=()), stacked=(further,)))
    )
    result: EditResult = finished(events)
    assert [(o.source, o.target) for o in result.operations if o.kind == "replace"] == [
        ("red", "blue"),
        ("mug", "teapot"),
    ]
    assert result.operations[8].weight == 2
    assert result.blend_mask is None
    assert result.network_evaluations == 5 * STEPS
    assert [e.step for e in events if isinstance(e, Progress) and e.stage == "editing"] == [1, 2, 3, 4]
    first = edit(engine, inversion, blend_words=())
    assert np.abs(first.image.astype(int) - result.image).max() > 10


def test_weights_stay_with_their_words_in_edits_on_top(engine: LocalEngine, inversion: Inversion) -> None:
    once = edit(engine, inversion, weights=((1, 3.0),), blend_words=())
    again = edit(
        engine,
        inversion,
        weights=((1, 3.0),),
        blend_words=(),
        stacked=(EditParameters(BLUE, blend_words=()),),
    )
    plain = edit(engine, inversion, blend_words=())
    assert np.abs(again.image.astype(int) - once.image).max() <= 1
    assert np.abs(plain.image.astype(int) - once.image).max() > 2


def test_masks_are_replaced_added_and_subtracted(engine: LocalEngine, inversion: Inversion) -> None:
    left, top = half(slice(0, 64)), half(rows=slice(0, 64))
    fixed = edit(engine, inversion, mask=left, **FREE).blend_mask
    joined = edit(engine, inversion, mask=left, added=top, **FREE).blend_mask
    without = edit(engine, inversion, blend_words=(), subtracted=top, **FREE)
    assert fixed[100, 20] == joined[100, 20] == joined[20, 100] == 1
    assert fixed[20, 100] == joined[100, 100] == 0
    assert without.blend_mask[20, 20] == 0
    assert without.blend_mask[100, 100] == 1
    assert without.mask_coverage == pytest.approx(0.5, abs=0.05)
    assert change(without, inversion)[:40].mean() < 0.3 * change(without, inversion)[80:].mean()


def test_a_single_pixel_counts_for_its_latent(engine: LocalEngine, inversion: Inversion) -> None:
    dot = np.zeros((128, 128), np.uint8)
    dot[100, 100] = 255
    mask = edit(engine, inversion, mask=dot, **FREE).blend_mask
    assert mask[100, 100] > 0.5
    assert mask.mean() < 0.02


def test_a_soft_edge_is_told(engine: LocalEngine, inversion: Inversion) -> None:
    masks = [
        edit(engine, inversion, mask=half(slice(0, 64)), blend_softness=softness, **FREE).blend_mask
        for softness in (0.0, 0.5)
    ]
    assert ((masks[0][64] > 0) & (masks[0][64] < 1)).sum() <= 16
    assert ((masks[1][64] > 0) & (masks[1][64] < 1)).sum() >= 50


def test_the_users_masks_hold_to_the_pixel(engine: LocalEngine, inversion: Inversion) -> None:
    """61 is within a latent."""
    left, right = half(slice(0, 61)), half(slice(61, 128))
    fixed = edit(engine, inversion, mask=left, **FREE).blend_mask
    assert fixed[:, 61:].max() == 0
    assert fixed[:, :56].min() == 1
    for softness in (0.0, 0.5):
        rest = edit(engine, inversion, blend_words=(), subtracted=right, blend_softness=softness, **FREE)
        assert rest.blend_mask[:, 61:].max() == 0
        assert rest.blend_mask[:, :48].min() == 1
    joined = edit(engine, inversion, mask=left, added=half(rows=slice(0, 29)), **FREE).blend_mask
    assert joined[:24, 61:].min() == 1
    assert joined[29:, 61:].max() == 0


def test_the_users_mask_holds_though_the_blend_never_begins(
    engine: LocalEngine, inversion: Inversion
) -> None:
    result = edit(engine, inversion, mask=half(slice(0, 64)), start_blend=1.0)
    assert result.mask_coverage == pytest.approx(0.5, abs=0.05)
    assert change(result, inversion)[:, 96:].mean() < 0.3 * change(result, inversion)[:, :32].mean()


def test_numbers_that_are_none_are_no_picture(
    engine: LocalEngine, inversion: Inversion, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(engine, inversion)  # loads the model
    predict = engine._model.predict_noise
    monkeypatch.setattr(engine._model, "predict_noise", lambda *given: predict(*given) * 1e38 * 1e3)
    events = list(engine.submit(EditRequest(inversion, EditParameters(BLUE))))
    assert isinstance(events[-1], Failed)
    assert events[-1].message == (
        "The edit's numbers overflow; choose a lower guidance or smaller weights."  # it is on the CPU already
    )


def test_an_older_inversion_is_edited_at_the_timesteps_it_was_made_at(
    engine: LocalEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of 7 steps: 143 apart, and 142 in earlier versions of the program."""
    request = InvertRequest(picture(), CAPTION, steps=7, method="negative-prompt")
    monkeypatch.setattr(schedule, "_grid", lambda *_: [1 + 142 * step for step in range(7)])
    older: Inversion = finished(list(engine.submit(request)))
    monkeypatch.undo()
    assert older.timesteps[0] == 853
    model, asked = engine._model, set()
    assert model is not None
    honest = model.predict_noise

    def watched(latents: Any, steps: Any, *rest: Any) -> Any:
        asked.update(step.timestep for step in steps)
        return honest(latents, steps, *rest)

    monkeypatch.setattr(model, "predict_noise", watched)
    assert change(edit(engine, older, CAPTION), older).max() <= 1
    assert asked == set(older.timesteps.tolist())
    maps = finished(list(engine.submit(MapsRequest(older))))
    np.testing.assert_allclose(maps.maps, older.word_maps, atol=1e-3)


def test_an_inversion_whose_timesteps_are_none_is_refused(engine: LocalEngine, inversion: Inversion) -> None:
    other = dataclasses.replace(inversion, timesteps=inversion.timesteps[::-1])
    *_, last = engine.submit(EditRequest(other, EditParameters(BLUE)))
    assert isinstance(last, Failed)
    assert "invert the photo with it again" in last.message


def test_excluded_words_leave_the_mask(engine: LocalEngine, inversion: Inversion) -> None:
    whole = edit(engine, inversion, blend_words=("grass", "mug"), **FREE)
    less = edit(engine, inversion, blend_words=("grass", "mug"), blend_exclude=("Grass",), **FREE)
    assert less.mask_coverage < whole.mask_coverage
    assert (less.blend_mask <= whole.blend_mask + 1e-6).all()


def test_another_thing_is_free_of_the_old_ones_null_embedding(
    engine: LocalEngine, inversion: Inversion
) -> None:
    chosen, empty, kept = (
        edit(engine, inversion, "a red hat on the grass", null_share=share).image
        for share in (None, 0.0, 1.0)
    )
    assert np.array_equal(chosen, empty)
    assert not np.array_equal(chosen, kept)
    recoloured, kept = (edit(engine, inversion, BLUE, null_share=share).image for share in (None, 1.0))
    assert np.array_equal(recoloured, kept)


def test_another_thing_is_free_of_the_old_ones_shape(engine: LocalEngine, inversion: Inversion) -> None:
    def image(caption: str, *shares: float) -> np.ndarray:
        names = ("cross_replace", "self_replace")
        return edit(engine, inversion, caption, **dict(zip(names, shares, strict=False))).image

    hat = "a red hat on the grass"
    assert np.array_equal(image(hat), image(hat, 0.2, 0.1))
    assert not np.array_equal(image(hat), image(hat, 0.8, 0.4))
    assert np.array_equal(image(BLUE), image(BLUE, 0.8, 0.4))


def test_the_self_window_begins_where_it_is_told(engine: LocalEngine, inversion: Inversion) -> None:
    def image(**shares: float) -> np.ndarray:
        return edit(engine, inversion, cross_replace=0.0, **shares).image

    free, whole = image(self_replace=0.0), image(self_replace=0.5)
    assert np.array_equal(image(self_replace=0.5, self_start=0.5), free)
    assert np.array_equal(image(self_replace=0.5, self_start=0.0), whole)
    assert not np.array_equal(image(self_replace=0.5, self_start=0.25), whole)
    assert np.array_equal(image(self_start=0.5), free)  # the words' own end is before it


def test_captions_longer_than_a_window_are_edited(engine: LocalEngine, inversion: Inversion) -> None:
    result = edit(engine, inversion, BLUE + " and a pineapple" * 12, blend_words=())
    assert len(result.operations) == 6 + 36
    assert change(result, inversion).max() > 10


@pytest.mark.parametrize(
    ("parameters", "sentence"),
    [
        ({"spatial_replace": 1.5}, "Spatial replace must be a share"),
        ({"mutual_start": -0.1}, "mutual self-attention must be a share"),
        ({"mutual_start": 0.5, "mutual_layer": 99}, "self-attention layers; choose"),
        ({"self_start": -0.1}, "start of self replace must be a share"),
        ({"proximal": "firm"}, "none, soft or hard"),
        ({"proximal_quantile": 2.0}, "quantile must be a share"),
        ({"null_share": -1.0}, "null embeddings must be a share"),
        ({"guidance": 1e13}, "guidance of an edit must be between 0 and 50"),
        ({"guidance": -0.5}, "guidance of an edit must be between 0 and 50"),
        ({"blend_softness": 0.6}, "between 0 and 0.5"),
        ({"cross_windows": ((1, 0.6, 0.5),)}, "cross window"),
        ({"cross_windows": ((9, 0.0, 0.5),)}, "cross window"),
        ({"blend_exclude": ("dog",)}, "no word “dog”"),
        ({"stacked": (EditParameters(" "),)}, "edited caption is empty"),
        ({"stacked": (EditParameters(BLUE, blend_words=("blue", "dog")),)}, "no word “dog”"),
        ({"added": np.zeros((4, 4), np.uint8)}, "128 x 128"),
        ({"subtracted": np.zeros((4, 4), np.uint8)}, "128 x 128"),
    ],
)
def test_an_edit_that_cannot_be_done_gets_one_sentence(
    engine: LocalEngine, inversion: Inversion, parameters: dict[str, Any], sentence: str
) -> None:
    rest = dict(parameters)
    request = {name: rest.pop(name) for name in ("added", "subtracted", "stacked") if name in rest}
    events = list(engine.submit(EditRequest(inversion, EditParameters(BLUE, **rest), **request)))
    assert isinstance(events[-1], Failed)
    assert sentence in events[-1].message
    assert "\n" not in events[-1].message


def test_branches_apart_give_the_same_picture(engine: LocalEngine, inversion: Inversion) -> None:
    together = edit(engine, inversion)
    model, sizes = engine._model, []
    hook = model.unet.register_forward_pre_hook(lambda _, given: sizes.append(len(given[0])))
    model.largest_batch = 1
    try:
        apart = edit(engine, inversion)
    finally:
        model.largest_batch = None
        hook.remove()
    assert sizes == [2, 1] * STEPS
    assert np.abs(apart.image.astype(int) - together.image).max() <= 1
    assert apart.network_evaluations == together.network_evaluations


def test_an_inversion_of_another_model_is_refused(engine: LocalEngine, inversion: Inversion) -> None:
    identity = dataclasses.replace(inversion.model, fingerprint="0" * 16, name="Other")
    other = dataclasses.replace(inversion, model=identity)
    assert "Other" in list(engine.submit(EditRequest(other, EditParameters(BLUE))))[-1].message
