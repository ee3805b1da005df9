"""The edited sampling loop on the bundled model, beside a source that returns exactly."""

from __future__ import annotations

import itertools
from collections.abc import Generator
from dataclasses import replace
from typing import Any

import pytest
import torch

from nti_desktop.diffusion import attention
from nti_desktop.diffusion.alignment import align, token_windows
from nti_desktop.diffusion.attention import edited_maps
from nti_desktop.diffusion.blend import BlendPlan, WordRegion
from nti_desktop.diffusion.editing import Edited, Source, sample_edit
from nti_desktop.diffusion.editing_plan import Level, Mutual
from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.diffusion.proximal import Proximal
from nti_desktop.diffusion.schedule import add_noise, denoise, noise_between
from nti_desktop.diffusion.texts import TextEmbedding, join

STEPS, GUIDANCE = 4, 3.0
CAPTION, EDITED = "a red mug on the grass", "a blue mug on the grass"


@torch.no_grad()
def inverted(model: DiffusionModel, caption: str, null: TextEmbedding) -> Source:
    """The pivots of smooth latents, with residuals that take guided sampling with `null` along them."""
    text, grid = model.embed(model.tokenize(caption)), model.steps(STEPS)
    ramp = torch.linspace(-1, 1, 16)
    pivots = [(ramp[:, None] * ramp * torch.linspace(-1, 1, 16)[:, None, None])[None]]
    for step in reversed(grid):
        pivots.append(add_noise(step, pivots[-1], model.predict_noise(pivots[-1], [step], text)))
    residuals = []
    for index, step in enumerate(grid):
        latents, wanted = pivots[STEPS - index], pivots[STEPS - index - 1]
        conditional, unconditional = (model.predict_noise(latents, [step], t) for t in (text, null))
        target = noise_between(step, latents, wanted)
        residuals.append((target - GUIDANCE * conditional) / (1 - GUIDANCE) - unconditional)
    empty = model.embed(model.tokenize("")).as_long_as(text)
    return Source(torch.cat(pivots), text, join([null] * STEPS), torch.cat(residuals), empty)


@pytest.fixture(scope="module")
def source(bundled: DiffusionModel) -> Source:
    return inverted(bundled, CAPTION, bundled.embed(bundled.tokenize("")))


def level(
    model: DiffusionModel,
    caption: str,
    below: str = CAPTION,
    weights: Any = (),
    cross: float = 0.8,
    **rest: Any,
) -> Level:
    old, new = model.tokenize(below), model.tokenize(caption)
    given = {"guidance": GUIDANCE, "self_replace": 0.4} | rest
    return Level(model.embed(new), align(old, new, weights), token_windows(new, cross), **given)


def finish(work: Generator[Any, None, Edited]) -> Edited:
    while True:
        try:
            next(work)
        except StopIteration as done:
            return done.value


def edit(model: DiffusionModel, source: Source, *levels: Level, **options: Any) -> Edited:
    return finish(sample_edit(model, source, levels, model.steps(STEPS), **options))


def assert_same(a: torch.Tensor, b: torch.Tensor) -> None:
    torch.testing.assert_close(a, b, rtol=0, atol=2e-4)


def distance(a: torch.Tensor, b: torch.Tensor) -> float:
    return float((a - b).abs().max())


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"mutual": Mutual(0.0, 0)},
        {"mutual": Mutual(0.5, 2), "self_replace": 0.0},
        {"self_replace": 1.0, "cross": 1.0},
        {"blend": BlendPlan(words=WordRegion(target=((3,),)), start=0)},
    ],
)
def test_an_edit_that_changes_nothing_returns_the_source(
    bundled: DiffusionModel, source: Source, options: dict[str, Any]
) -> None:
    assert_same(edit(bundled, source, level(bundled, CAPTION, **options)).latents, source.pivots[:1])


def test_an_edit_changes_the_picture_and_the_same_edit_gives_the_same_bytes(
    bundled: DiffusionModel, source: Source
) -> None:
    first, again = (edit(bundled, source, level(bundled, EDITED)).latents for _ in range(2))
    assert distance(first, source.pivots[:1]) > 0.3
    assert torch.equal(first, again)


def test_spatial_replace_of_all_steps_returns_the_source(bundled: DiffusionModel, source: Source) -> None:
    whole = level(bundled, EDITED, spatial_replace=1.0)
    assert torch.equal(edit(bundled, source, whole).latents, source.pivots[:1])
    results = [
        edit(bundled, source, level(bundled, EDITED, spatial_replace=share)).latents
        for share in (0.0, 0.25, 0.5, 0.75)
    ]
    changes = [float((latents - source.pivots[:1]).abs().mean()) for latents in results]
    assert changes == sorted(changes, reverse=True)
    assert distance(results[2], source.pivots[:1]) > 0.01
    assert changes[3] > 0


@pytest.mark.parametrize("kind", ["soft", "hard"])
def test_proximal_guidance_keeps_the_source_of_a_negative_prompt_inversion(
    bundled: DiffusionModel, kind: Any
) -> None:
    """The null embedding is the caption's: an edit that changes nothing has no difference to hold back."""
    source = inverted(bundled, CAPTION, bundled.embed(bundled.tokenize(CAPTION)))
    nothing = edit(bundled, source, level(bundled, CAPTION, proximal=Proximal(kind, 0.7)))
    assert_same(nothing.latents, source.pivots[:1])
    plain, held = (
        edit(bundled, source, level(bundled, EDITED, proximal=p)).latents for p in (None, Proximal(kind, 0.7))
    )
    assert 0 < (held - source.pivots[:1]).abs().mean() < (plain - source.pivots[:1]).abs().mean()


def test_a_hard_threshold_at_quantile_zero_is_as_good_as_none(
    bundled: DiffusionModel, source: Source
) -> None:
    plain, held = (
        edit(bundled, source, level(bundled, EDITED, proximal=p)).latents
        for p in (None, Proximal("hard", 0.0))
    )
    torch.testing.assert_close(held, plain, rtol=0, atol=0.01)


def test_stacked_edits_start_from_what_is_below(bundled: DiffusionModel, source: Source) -> None:
    alone = level(bundled, EDITED, weights=((2, 2.0),))
    wanted = edit(bundled, source, alone).latents
    nothing = level(bundled, EDITED, EDITED)
    above = replace(nothing, alignment=nothing.alignment.on_top_of(alone.alignment))
    assert_same(edit(bundled, source, alone, above).latents, wanted)
    assert_same(edit(bundled, source, level(bundled, CAPTION), alone).latents, wanted)
    further = level(bundled, "a blue teapot on the grass", EDITED)
    assert distance(edit(bundled, source, alone, further).latents, wanted) > 0.3


def test_each_blend_keeps_what_is_below_outside_its_mask(bundled: DiffusionModel, source: Source) -> None:
    left, top = torch.zeros(2, 1, 1, 16, 16).unbind(0)
    left[..., :8], top[..., :8, :] = 1, 1
    first = level(bundled, EDITED, blend=BlendPlan(fixed=left, start=0))
    second = level(bundled, "a blue mug on snow", EDITED, blend=BlendPlan(fixed=top, start=0))
    one, both = edit(bundled, source, first), edit(bundled, source, first, second)
    assert torch.equal(one.latents[..., 8:], source.pivots[:1, ..., 8:])
    assert torch.equal(both.latents[..., 8:, 8:], source.pivots[:1, ..., 8:, 8:])
    assert_same(both.latents[..., 8:, :], one.latents[..., 8:, :])
    assert distance(both.latents[..., :8, 8:], source.pivots[:1, ..., :8, 8:]) > 0.1
    assert torch.equal(one.mask, left)
    assert torch.equal(both.mask, torch.maximum(left, top))
    everywhere = edit(bundled, source, first, level(bundled, EDITED, EDITED))
    assert everywhere.mask is None


def test_words_whose_blend_never_begins_confine_nothing(bundled: DiffusionModel, source: Source) -> None:
    plan = BlendPlan(words=WordRegion(target=((3,),)), start=1.0)
    result = edit(bundled, source, level(bundled, EDITED, blend=plan))
    assert result.mask is None
    assert torch.equal(result.latents, edit(bundled, source, level(bundled, EDITED)).latents)


@pytest.mark.parametrize("fixed", [True, False])
def test_the_users_own_mask_holds_though_the_blend_never_begins(
    bundled: DiffusionModel, source: Source, fixed: bool
) -> None:
    left = torch.zeros(1, 1, 16, 16)
    left[..., :8] = 1
    words = WordRegion(known=torch.zeros(1, 1, 16, 16))  # would leave nothing, had it begun
    plan = BlendPlan(fixed=left, start=1.0) if fixed else BlendPlan(words, subtracted=1 - left, start=1.0)
    result = edit(bundled, source, level(bundled, EDITED, blend=plan))
    assert torch.equal(result.mask, left)
    assert torch.equal(result.latents[..., 8:], source.pivots[:1, ..., 8:])
    assert distance(result.latents[..., :8], source.pivots[:1, ..., :8]) > 0.3


@pytest.mark.parametrize(
    ("options", "is_spelt_out"),
    [
        ({"cross": 0.0}, False),
        ({"cross": 0.0, "blend": BlendPlan(fixed=torch.ones(1, 1, 16, 16), start=0)}, False),
        ({"cross": 0.0, "blend": BlendPlan(words=WordRegion(known=torch.ones(1, 1, 16, 16)))}, False),
        ({"cross": 0.0, "blend": BlendPlan(words=WordRegion(target=((3,),)))}, True),
        ({"cross": 0.0, "weights": ((1, 2.0),)}, True),
        ({"cross": 1.0}, True),
    ],
)
def test_cross_attention_is_spelt_out_only_where_it_is_read_or_changed(
    bundled: DiffusionModel,
    source: Source,
    options: dict[str, Any],
    is_spelt_out: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = 0

    def counted(*given: Any) -> tuple[torch.Tensor, torch.Tensor]:
        nonlocal made
        made += 1
        return edited_maps(*given)

    monkeypatch.setattr(attention, "edited_maps", counted)
    edit(bundled, source, level(bundled, EDITED, **options))
    assert (made > 0) == is_spelt_out


def test_without_the_sources_nulls_the_edited_branch_is_an_explicit_loop_with_the_empty_caption(
    bundled: DiffusionModel,
) -> None:
    source = inverted(bundled, CAPTION, bundled.embed(bundled.tokenize("a mug")))
    free = level(bundled, EDITED, cross=0.0, self_replace=0.0, null_share=0.0)
    texts = join([bundled.embed(bundled.tokenize(caption)) for caption in (EDITED, "")])
    latents = source.pivots[-1:]
    for step in bundled.steps(STEPS):
        with torch.no_grad():
            noise = bundled.predict_noise(latents.expand(2, -1, -1, -1), [step] * 2, texts)
        latents = denoise(step, latents, noise[1:] + GUIDANCE * (noise[:1] - noise[1:]))
    assert_same(edit(bundled, source, free).latents, latents)
    half, whole = (edit(bundled, source, replace(free, null_share=share)).latents for share in (0.5, 1.0))
    assert 0.01 < distance(half, latents) < distance(whole, latents)


def test_self_replace_holds_the_sources_layout(bundled: DiffusionModel, source: Source) -> None:
    free, half, held = (
        edit(bundled, source, level(bundled, EDITED, cross=0.0, self_replace=share)).latents
        for share in (0.0, 0.5, 1.0)
    )
    assert distance(free, half) > 0.05
    assert distance(half, held) > 0.05


@pytest.mark.parametrize(
    ("window", "steps"), [((0.25, 0.75), [1, 2]), ((0.5, 1.0), [2, 3]), ((0.75, 0.25), [])]
)
def test_the_self_window_is_the_steps_in_which_self_attention_is_injected(
    bundled: DiffusionModel, source: Source, window: tuple[float, float], steps: list[int]
) -> None:
    """Against a level that is told step by step whether to inject."""

    class Told(Level):
        def attention(self, below: int, place: int, share: float, *rest: Any) -> attention.AttentionEdit:
            there = super().attention(below, place, share, *rest)
            return replace(there, inject_self=round(share * STEPS) in steps)

    first, last = window
    free = level(bundled, EDITED, cross=0.0, self_replace=0.0)
    told = Told(**vars(free))
    held = edit(bundled, source, replace(free, self_start=first, self_replace=last)).latents
    assert torch.equal(held, edit(bundled, source, told).latents)
    assert torch.equal(held, edit(bundled, source, free).latents) == (not steps)


def test_mutual_self_attention_begins_at_its_share_of_the_steps(
    bundled: DiffusionModel, source: Source
) -> None:
    free = level(bundled, EDITED, cross=0.0, self_replace=0.0)
    late = replace(free, mutual=Mutual(0.5, 2))
    assert [late.mutual_from(index / STEPS) for index in range(STEPS)] == [None, None, 2, 2]
    ends = [edit(bundled, source, replace(free, mutual=Mutual(start, 2))).latents for start in (0.0, 0.5)]
    ends.append(edit(bundled, source, free).latents)
    for one, other in itertools.combinations(ends, 2):
        assert distance(one, other) > 0.05


@pytest.mark.parametrize("weight", [-2.0, 0.0, 3.0])
def test_weights_change_the_picture(bundled: DiffusionModel, source: Source, weight: float) -> None:
    neutral = edit(bundled, source, level(bundled, EDITED, weights=((1, 1.0),))).latents
    assert torch.equal(neutral, edit(bundled, source, level(bundled, EDITED)).latents)
    assert (
        distance(edit(bundled, source, level(bundled, EDITED, weights=((1, weight),))).latents, neutral) > 0.1
    )


def test_a_words_own_window_frees_that_word(bundled: DiffusionModel, source: Source) -> None:
    """No word is held with a window of no length for each; all are with the same window for each."""
    target = bundled.tokenize(EDITED)
    held = level(bundled, EDITED, cross=1.0)
    words = range(len(target.words))
    free, same = (
        replace(held, windows=token_windows(target, 1.0, [(word, 0.0, last) for word in words]))
        for last in (0.0, 1.0)
    )
    noun = replace(held, windows=token_windows(target, 1.0, [(2, 0.0, 0.0)]))
    results = [edit(bundled, source, one).latents for one in (held, same, noun, free)]
    assert torch.equal(results[0], results[1])
    assert distance(results[0], results[2]) > 0.05
    assert distance(results[2], results[3]) > 0.05


def test_unconditional_branches_apart_change_nothing(bundled: DiffusionModel, source: Source) -> None:
    levels = (level(bundled, EDITED), level(bundled, "a blue mug on snow", EDITED))
    sizes: list[int] = []
    hook = bundled.unet.register_forward_pre_hook(lambda _, given: sizes.append(len(given[0])))
    together, apart = (edit(bundled, source, *levels, largest_batch=n).latents for n in (5, 4))
    hook.remove()
    assert sizes == [5] * STEPS + [3, 1, 1] * STEPS
    assert_same(apart, together)


@pytest.mark.parametrize("words", [9, 40])
def test_captions_of_other_window_counts_are_edited(bundled: DiffusionModel, words: int) -> None:
    """Source of two windows, the edited caption of one or two; what is the same in both keeps its place."""
    long = CAPTION + " and a pineapple" * 15
    source = inverted(
        bundled, long, bundled.embed(bundled.tokenize("")).as_long_as(bundled.embed(bundled.tokenize(long)))
    )
    assert_same(edit(bundled, source, level(bundled, long, long)).latents, source.pivots[:1])
    edited = " ".join(long.split()[:words]).replace("red", "blue")
    result = edit(bundled, source, level(bundled, edited, long))
    assert result.latents.isfinite().all()
    assert distance(result.latents, source.pivots[:1]) > 0.1


@pytest.mark.parametrize("ending", ["closed", "failed"])
def test_the_model_is_as_before_however_an_edit_ends(
    bundled: DiffusionModel, source: Source, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    step, processors = bundled.steps(STEPS)[1], dict(bundled.unet.attn_processors)

    def noise() -> torch.Tensor:
        with torch.no_grad():
            return bundled.predict_noise(source.pivots[:1], [step], source.text)

    before = noise()
    work = sample_edit(bundled, source, [level(bundled, EDITED, mutual=Mutual(0, 0))], bundled.steps(STEPS))
    next(work)
    if ending == "closed":
        work.close()
    else:
        hook = bundled.unet.mid_block.register_forward_pre_hook(lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            finish(work)
        hook.remove()
    assert bundled.unet.attn_processors == processors
    assert torch.equal(noise(), before)


@pytest.mark.parametrize("precision", [torch.bfloat16, pytest.param(torch.float16, marks=pytest.mark.slow)])
def test_a_network_in_half_precision_is_edited_alike(
    bundled: DiffusionModel, source: Source, precision: torch.dtype
) -> None:
    """Only the network is in half precision; latents, maps and the edit's numbers stay in single."""
    half = DiffusionModel.load(bundled.description, bundled.device, precision)
    options: dict[str, Any] = {
        "weights": ((1, 2.0),),
        "mutual": Mutual(0.5, 3),
        "blend": BlendPlan(words=WordRegion(target=((2,), (3,))), start=0.0),
    }
    wanted, found = (edit(model, source, level(model, EDITED, **options)) for model in (bundled, half))
    assert found.latents.dtype == found.mask.dtype == torch.float32
    change = (wanted.latents - source.pivots[:1]).abs().mean()
    assert (found.latents - wanted.latents).abs().mean() < 0.15 * change
