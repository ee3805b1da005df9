"""Inversion on tiny random models of each family: what every recipe promises, whatever the network."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch

from nti_desktop.diffusion import inversion, null_text
from nti_desktop.diffusion.descriptions import Family
from nti_desktop.diffusion.guided import Guided, cycle_error
from nti_desktop.diffusion.inversion import Inverting, invert_latents
from nti_desktop.diffusion.models import DiffusionModel, choose_device
from nti_desktop.diffusion.null_text import NullText, optimise_null_text
from nti_desktop.diffusion.pivots import find_pivots
from nti_desktop.diffusion.recipes import DIRECT, FAST, NEGATIVE_PROMPT, PAPER, PARALLEL, Recipe
from nti_desktop.diffusion.schedule import denoise
from nti_desktop.diffusion.sources import describe_model
from nti_desktop.errors import EngineError
from tests.tiny_models import tiny_configs, write_folder

COUNT = 4
FAMILIES: dict[str, tuple[Family, dict[str, Any]]] = {
    "sd1": ("sd1", {}),
    "sd2": ("sd2", {"rescale_betas_zero_snr": True, "timestep_spacing": "trailing"}),
    "sdxl": ("sdxl", {}),
}
RECIPES = {
    "fast": FAST,
    "paper": replace(PAPER, inner=1),
    "parallel": PARALLEL,
    "negative-prompt": NEGATIVE_PROMPT,
    "direct": DIRECT,
}


def load(family: Family, folder: Any, **scheduler: Any) -> DiffusionModel:
    torch.set_num_threads(1)
    path = write_folder(folder / family, tiny_configs(family, **scheduler))
    return DiffusionModel.load(describe_model(str(path)), choose_device("cpu"))


def guided_by(model: DiffusionModel, guidance: float = 7.5) -> Guided:
    text, empty = (model.embed(model.tokenize(caption)) for caption in ("a red mug", ""))
    return Guided(model, text, empty, model.steps(COUNT), guidance)


@pytest.fixture(scope="module", params=FAMILIES)
def guided(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Guided:
    family, scheduler = FAMILIES[request.param]
    return guided_by(load(family, tmp_path_factory.mktemp("models"), **scheduler))


@pytest.fixture(scope="module")
def sd1(tmp_path_factory: pytest.TempPathFactory) -> Guided:
    return guided_by(load("sd1", tmp_path_factory.mktemp("models")))


def clean(guided: Guided) -> torch.Tensor:
    side = guided.model.unet.config.sample_size
    return torch.randn(1, 4, side, side, generator=torch.Generator().manual_seed(1))


def run(work: Generator[Any, None, Any]) -> tuple[Any, int]:
    """A generator's result, and its network evaluations as it counts them."""
    evaluations = 0
    while True:
        try:
            evaluations += next(work).evaluations
        except StopIteration as finished:
            return finished.value, evaluations


def inverted(guided: Guided, recipe: Recipe, largest: int = 4) -> tuple[Inverting, NullText, int]:
    work = Inverting([clean(guided)])
    found, evaluations = run(invert_latents(guided, recipe, work, largest=largest))
    return work, found, evaluations


@pytest.mark.parametrize("name", RECIPES)
def test_sampling_with_what_is_stored_brings_the_latents_back(guided: Guided, name: str) -> None:
    work, found, _ = inverted(guided, RECIPES[name])
    current = work.pivots[-1]
    for index, step in enumerate(guided.steps):
        conditional = guided.conditional(current, [step])
        unconditional = guided.unconditional(current, [step], found.embeddings[index])
        unconditional = unconditional + found.residuals[index].float()
        current = denoise(step, current, guided.combine(conditional, unconditional))
        torch.testing.assert_close(current, work.pivots[-2 - index], atol=1e-2, rtol=1e-2)
    torch.testing.assert_close(found.latents, clean(guided), atol=1e-3, rtol=1e-3)
    assert all(residual.dtype == torch.float16 for residual in found.residuals)


@pytest.mark.parametrize(
    ("name", "per_step"),
    [("fast", 1 + 1 + 3), ("parallel", 1 + 1 + 3), ("negative-prompt", 3), ("direct", 3)],
)
def test_nothing_is_evaluated_twice(sd1: Guided, name: str, per_step: int) -> None:
    """Per step: the pivot, the conditional noise, and the unconditional with an Adam step's two more."""
    samples = 0

    def count(_module: Any, arguments: tuple[torch.Tensor, ...], _output: Any) -> None:
        nonlocal samples
        samples += len(arguments[0])

    hook = sd1.model.unet.register_forward_hook(count)
    try:
        _, _, evaluations = inverted(sd1, RECIPES[name])
    finally:
        hook.remove()
    assert evaluations == COUNT * per_step
    assert samples == COUNT * (per_step - RECIPES[name].inner)  # a backward is no forward


def test_a_tick_follows_every_evaluation(sd1: Guided) -> None:
    calls = 0

    def count(*_: Any) -> None:
        nonlocal calls
        calls += 1

    hook = sd1.model.unet.register_forward_hook(count)
    try:
        for _ in invert_latents(sd1, FAST, Inverting([clean(sd1)])):
            assert calls <= 1
            calls = 0
    finally:
        hook.remove()


def test_the_optimisation_comes_nearer_to_the_pivots(sd1: Guided) -> None:
    _, start, _ = inverted(sd1, replace(FAST, inner=0))
    _, found, _ = inverted(sd1, replace(FAST, inner=5, learning_rate=1e-2))
    assert np.mean(found.losses) < np.mean(start.losses)


def test_both_of_sdxls_null_embeddings_are_optimised(tmp_path: Any) -> None:
    guided = guided_by(load("sdxl", tmp_path))
    _, found, _ = inverted(guided, replace(FAST, tolerance=0))
    before = guided.start(FAST.first(guided.guidance))
    assert found.embeddings[-1].pooled is not None
    assert not torch.equal(found.embeddings[-1].pooled, before.pooled)
    assert not torch.equal(found.embeddings[-1].tokens, before.tokens)


def test_no_weight_ever_requires_a_gradient(sd1: Guided) -> None:
    inverted(sd1, FAST)
    weights = list(sd1.model.unet.parameters())
    assert not any(weight.requires_grad or weight.grad is not None for weight in weights)


def test_the_embedding_is_kept_when_the_optimisers_step_makes_it_worse(sd1: Guided) -> None:
    _, found, _ = inverted(sd1, replace(FAST, learning_rate=1e4))
    start = sd1.start(FAST.first(sd1.guidance)).tokens
    assert all(torch.equal(null.tokens, start) for null in found.embeddings)


def test_a_step_that_is_good_enough_is_left_alone(sd1: Guided) -> None:
    _, found, evaluations = inverted(sd1, replace(FAST, inner=10, tolerance=1e9))
    assert evaluations == 3 * COUNT
    assert all(
        torch.equal(null.tokens, sd1.start(FAST.first(sd1.guidance)).tokens) for null in found.embeddings
    )


@pytest.mark.parametrize("recipe", [FAST, PARALLEL])
def test_embeddings_start_nearer_to_the_caption_the_stronger_guidance_is(sd1: Guided, recipe: Recipe) -> None:
    still = replace(recipe, inner=0)
    for guidance, share in ((2.0, 0.0), (4.0, 0.5), (16.0, 0.9)):
        _, found, _ = inverted(replace(sd1, guidance=guidance), still)
        wanted = torch.lerp(sd1.empty.tokens, sd1.text.tokens, share)
        torch.testing.assert_close(found.embeddings[0].tokens, wanted)


@pytest.mark.parametrize("recipe", [PARALLEL, NEGATIVE_PROMPT])
@pytest.mark.parametrize("largest", [1, 4, COUNT])
def test_the_size_of_the_blocks_does_not_matter(sd1: Guided, recipe: Recipe, largest: int) -> None:
    _, one, _ = inverted(sd1, recipe, largest=2)
    _, other, _ = inverted(sd1, recipe, largest=largest)
    for a, b in zip(one.embeddings, other.embeddings, strict=True):
        torch.testing.assert_close(a.tokens, b.tokens, atol=1e-3, rtol=1e-3)
    np.testing.assert_allclose(one.losses, other.losses, rtol=1e-3)
    maps, others = (found.maps.average(8, 8) for found in (one, other))
    torch.testing.assert_close(maps, others, atol=1e-5, rtol=1e-4)


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_without_optimisation_the_null_embedding_stays_between_the_captions(
    sd1: Guided, share: float
) -> None:
    _, found, _ = inverted(sd1, replace(NEGATIVE_PROMPT, start=share))
    wanted = (1 - share) * sd1.empty.tokens + share * sd1.text.tokens
    for null in found.embeddings:
        torch.testing.assert_close(null.tokens, wanted)


def test_the_maps_are_the_captions_own(sd1: Guided) -> None:
    """Of each step's conditional noise, at its pivot."""
    _, found, _ = inverted(sd1, FAST)
    _, blocks, _ = inverted(sd1, NEGATIVE_PROMPT)
    assert found.maps.counts == blocks.maps.counts
    torch.testing.assert_close(found.maps.average(8, 8), blocks.maps.average(8, 8), atol=1e-4, rtol=1e-3)


def test_cycle_errors_are_what_denoising_without_guidance_misses(sd1: Guided) -> None:
    work, found, _ = inverted(sd1, DIRECT)
    for index, step in enumerate(sd1.steps):
        noisier, pivot = work.pivots[COUNT - index], work.pivots[COUNT - 1 - index]
        landed = denoise(step, noisier, sd1.conditional(noisier, [step]))
        assert found.cycle_errors[index] == pytest.approx(float((landed - pivot).square().mean()), rel=1e-2)


def test_refined_pivots_have_a_smaller_cycle_error(guided: Guided) -> None:
    guided = replace(guided, steps=guided.model.steps(100)[-COUNT:])  # short steps, so that it converges

    def errors(refinements: int) -> tuple[float, int]:
        pivots, evaluations = run(find_pivots(guided, [clean(guided)], refinements))
        pairs = zip(guided.steps, pivots.flip(0).split(1), pivots.flip(0)[1:].split(1), strict=False)
        missed = [cycle_error(s, high, low, guided.conditional(high, [s])) for s, high, low in pairs]
        return float(np.mean(missed)), evaluations

    plain, evaluations = errors(0)
    refined, more = errors(3)
    assert refined < 0.1 * plain
    assert evaluations == COUNT
    assert COUNT < more <= 4 * COUNT


def test_refinement_stops_where_it_diverges(sd1: Guided, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, _ = run(find_pivots(sd1, [clean(sd1)]))
    steep = sd1.model.predict_noise

    def expanding(latents: torch.Tensor, *rest: Any) -> torch.Tensor:
        return steep(latents, *rest) + 40 * latents.sin()

    monkeypatch.setattr(sd1.model, "predict_noise", expanding)
    pivots, evaluations = run(find_pivots(sd1, [clean(sd1)], refinements=10))
    assert torch.isfinite(pivots).all()
    assert evaluations < 11 * COUNT
    assert plain.shape == pivots.shape


def test_work_that_is_left_is_gone_on_with(sd1: Guided) -> None:
    whole = Inverting([clean(sd1)])
    expected, evaluations = run(invert_latents(sd1, FAST, whole))
    for ticks in (1, COUNT, 2 * COUNT + 3, 3 * COUNT + 3):
        work = Inverting([clean(sd1)])
        first = invert_latents(sd1, FAST, work)
        spent = sum(next(first).evaluations for _ in range(ticks))
        first.close()
        found, rest = run(invert_latents(sd1, FAST, work))
        assert torch.equal(found.latents, expected.latents)
        assert torch.equal(found.maps.average(8, 8), expected.maps.average(8, 8))
        assert evaluations <= spent + rest < evaluations + 5


def test_numbers_that_are_none_are_told(sd1: Guided, monkeypatch: pytest.MonkeyPatch) -> None:
    pivots, _ = run(find_pivots(sd1, [clean(sd1)]))
    monkeypatch.setattr(sd1.model, "predict_noise", lambda latents, *_: torch.full_like(latents, torch.nan))
    with pytest.raises(EngineError, match="overflow"):
        run(optimise_null_text(sd1, pivots, FAST))


def test_pivots_that_are_no_numbers_are_told(sd1: Guided, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sd1.model, "predict_noise", lambda latents, *_: torch.full_like(latents, torch.inf))
    work = Inverting([clean(sd1)])
    with pytest.raises(EngineError, match="overflow"):
        run(invert_latents(sd1, FAST, work))
    assert len(work.pivots) == 1


@pytest.mark.parametrize("recipe", [DIRECT, replace(PAPER, inner=0)])
def test_residuals_too_large_to_be_stored_are_told(sd1: Guided, recipe: Recipe) -> None:
    with pytest.raises(EngineError, match="guidance further from 1"):
        inverted(replace(sd1, guidance=1 + 1e-6), recipe)


@pytest.mark.parametrize(
    ("recipe", "module"), [(FAST, null_text), (PARALLEL, null_text), (replace(PAPER, inner=1), inversion)]
)
def test_a_step_that_fails_half_way_leaves_nothing_behind(
    sd1: Guided, monkeypatch: pytest.MonkeyPatch, recipe: Recipe, module: Any
) -> None:
    _, whole, _ = inverted(sd1, recipe, largest=2)
    made = 0

    def failing(*given: Any) -> torch.Tensor:
        nonlocal made
        made += 1
        if made == 2:
            raise MemoryError
        return denoise(*given)

    monkeypatch.setattr(module, "denoise", failing)
    work = Inverting([clean(sd1)])
    with pytest.raises(MemoryError):
        run(invert_latents(sd1, recipe, work, largest=2))
    assert work.found is not None
    assert len(work.found.losses) == len(work.found.embeddings)
    assert len(work.found.residuals) == len(work.found.cycle_errors)
    found, _ = run(invert_latents(sd1, recipe, work, largest=2))
    assert len(found.residuals) == COUNT
    assert found.maps.counts == whole.maps.counts
    assert torch.equal(found.latents, whole.latents)
    assert torch.equal(torch.cat(found.residuals), torch.cat(whole.residuals))


def test_a_single_refinement_that_makes_it_worse_is_left_out(
    sd1: Guided, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each iteration doubles what is missed."""
    step = sd1.steps[-1]
    slope = 2 * step.latents_coefficient / step.noise_coefficient
    monkeypatch.setattr(sd1.model, "predict_noise", lambda latents, *_: slope * latents)

    def missed(refinements: int) -> float:
        pivots, _ = run(find_pivots(replace(sd1, steps=[step]), [clean(sd1)], refinements))
        return cycle_error(step, pivots[1:], pivots[:1], sd1.conditional(pivots[1:], [step]))

    assert missed(1) <= missed(0)
