"""The preset `paper` against the published algorithm, written out anew from the paper as plain loops."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor
from torch.nn import functional

from nti_desktop.diffusion.guided import Guided
from nti_desktop.diffusion.inversion import find_residuals
from nti_desktop.diffusion.models import DiffusionModel, choose_device
from nti_desktop.diffusion.null_text import NullText, optimise_null_text
from nti_desktop.diffusion.pivots import find_pivots
from nti_desktop.diffusion.recipes import PAPER, Recipe
from nti_desktop.diffusion.sources import describe_model
from nti_desktop.engine.requests import BUNDLED_MODEL
from tests.behaviour.scenes import held_out_scenes, psnr

SCENE = held_out_scenes()[0]
GUIDANCE = 7.5


def result(work: Generator[Any, None, Any]) -> Any:
    while True:
        try:
            next(work)
        except StopIteration as finished:
            return finished.value


@dataclass
class Published:
    pivots: list[Tensor]
    nulls: list[Tensor]
    latents: list[Tensor]
    losses: list[float]


def published(
    model: DiffusionModel,
    clean: Tensor,
    caption: Tensor,
    empty: Tensor,
    last: int,
    tolerance: float = 1e-5,
    growth: float = 2e-5,
    count: int = 50,
) -> Published:
    """Sections 3.2 and 3.3 with the numbers of section 4, for the `last` of 50 steps, or of another count.

    Nothing of the application is used but the loaded network.
    """
    config = json.loads((model.description.path / "scheduler" / "scheduler_config.json").read_text())
    roots = torch.linspace(config["beta_start"] ** 0.5, config["beta_end"] ** 0.5, 1000, dtype=torch.float64)
    alphas = torch.cumprod(1 - roots**2, 0).tolist()
    is_v = config["prediction_type"] == "v_prediction"
    times = [1 + 1000 // count * k for k in range(last)]  # rising
    before = [None, *times[:-1]]

    def alpha(time: int | None) -> float:
        return alphas[0] if time is None else alphas[time]

    def network(latents: Tensor, time: int, text: Tensor) -> Tensor:
        return model.unet(latents, torch.tensor([time]), encoder_hidden_states=text).sample

    def noise(latents: Tensor, time: int, text: Tensor) -> Tensor:
        said, a = network(latents, time, text), alpha(time)
        return a**0.5 * said + (1 - a) ** 0.5 * latents if is_v else said

    def moved(latents: Tensor, eps: Tensor, start: float, end: float) -> Tensor:
        x0 = (latents - (1 - start) ** 0.5 * eps) / start**0.5
        return end**0.5 * x0 + (1 - end) ** 0.5 * eps

    def raised(latents: Tensor, said: Tensor, a: float, b: float) -> Tensor:
        """To the noisier a from b: the x0 and ε that give both these latents at b and what was said at a."""
        says = [-((1 - a) ** 0.5), a**0.5] if is_v else [0.0, 1.0]
        solve = np.linalg.inv(np.array([[b**0.5, (1 - b) ** 0.5], says]))
        x0, eps = (solve[k, 0] * latents + solve[k, 1] * said for k in (0, 1))
        return a**0.5 * x0 + (1 - a) ** 0.5 * eps

    pivots = [clean]
    with torch.no_grad():
        for time, lower in zip(times, before, strict=True):
            said = network(pivots[-1], time, caption)
            pivots.append(raised(pivots[-1], said, alpha(time), alpha(lower)))

    null, current = empty.clone(), pivots[-1]
    found = Published(pivots, [], [], [])
    for i in range(last):
        time, lower, wanted = times[-1 - i], before[-1 - i], pivots[last - 1 - i]
        with torch.no_grad():
            conditional = noise(current, time, caption)
        null = null.clone().detach().requires_grad_(True)
        adam = torch.optim.Adam([null], lr=1e-2 * (1 - i / 100))
        for _ in range(10):
            unconditional = noise(current, time, null)
            guided = unconditional + GUIDANCE * (conditional - unconditional)
            loss = functional.mse_loss(moved(current, guided, alpha(time), alpha(lower)), wanted)
            adam.zero_grad()
            loss.backward()
            adam.step()
            if loss.item() < tolerance + growth * i:
                break
        with torch.no_grad():
            unconditional = noise(current, time, null)
            guided = unconditional + GUIDANCE * (conditional - unconditional)
            current = moved(current, guided, alpha(time), alpha(lower))
        found.nulls.append(null.detach())
        found.latents.append(current)
        found.losses.append(functional.mse_loss(current, wanted).item())
    return found


def ours(
    model: DiffusionModel,
    clean: Tensor,
    caption: Any,
    empty: Any,
    last: int,
    recipe: Recipe = PAPER,
    count: int = 50,
) -> tuple[Tensor, NullText]:
    guided = Guided(model, caption, empty, model.steps(count)[-last:], GUIDANCE)
    pivots = result(find_pivots(guided, [clean]))
    return pivots, result(optimise_null_text(guided, pivots, recipe))


def texts(model: DiffusionModel, dtype: torch.dtype) -> list[Any]:
    embedded = [model.embed(model.tokenize(caption)) for caption in (SCENE.caption, "")]
    return [type(text)(text.tokens.to(dtype)) for text in embedded]


@pytest.mark.parametrize(("last", "count", "growth"), [(3, 50, 1.0), (4, 4, 0.02)])
def test_paper_is_the_published_algorithm_step_for_step(last: int, count: int, growth: float) -> None:
    """In float64, where Adam does not turn rounding into steps.

    The three cleanest of 50 steps, with thresholds of 0, 1 and 2: the first makes all ten iterations, the
    others stop after one. And all steps of a short run, from the noisiest.
    """
    torch.set_num_threads(1)
    model = DiffusionModel.load(describe_model(BUNDLED_MODEL), choose_device("cpu"), torch.float64)
    clean = model.encode(SCENE.image).double()
    caption, empty = texts(model, torch.float64)
    expected = published(model, clean, caption.tokens, empty.tokens, last, 0.0, growth, count)
    recipe = dataclasses.replace(PAPER, tolerance=0.0, growth=growth)
    pivots, found = ours(model, clean, caption, empty, last, recipe, count)
    torch.testing.assert_close(pivots, torch.cat(expected.pivots), rtol=1e-6, atol=1e-8)
    for null, wanted in zip(found.embeddings, expected.nulls, strict=True):
        torch.testing.assert_close(null.tokens, wanted, rtol=1e-6, atol=1e-8)
    np.testing.assert_allclose(found.losses, expected.losses, rtol=1e-6)
    torch.testing.assert_close(found.latents, expected.latents[-1], rtol=1e-6, atol=1e-8)


def test_papers_numbers_are_the_published_ones() -> None:
    assert PAPER.inner == 10
    assert PAPER.start == 0
    for index in range(50):
        assert PAPER.rate(index) == pytest.approx(1e-2 * (1 - index / 100))
        assert PAPER.threshold(index) == pytest.approx(1e-5 + 2e-5 * index)


@pytest.mark.slow
def test_papers_reconstruction_is_as_good_in_single_precision(bundled: DiffusionModel) -> None:
    clean = bundled.encode(SCENE.image)
    caption, empty = texts(bundled, torch.float32)
    expected = published(bundled, clean, caption.tokens, empty.tokens, 50)
    pivots, found = ours(bundled, clean, caption, empty, 50)
    theirs = psnr(bundled.decode(expected.latents[-1]), SCENE.image)
    assert psnr(bundled.decode(found.latents), SCENE.image) == pytest.approx(theirs, abs=0.05)
    # and with residuals, which the algorithm does not have, the autoencoder's own
    guided = Guided(bundled, caption, empty, bundled.steps(50), GUIDANCE)
    result(find_residuals(guided, pivots, found))
    bound = psnr(bundled.decode(clean), SCENE.image)
    assert psnr(bundled.decode(found.latents), SCENE.image) == pytest.approx(bound, abs=0.05)
