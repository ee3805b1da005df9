"""DDIM inversion to pivots, and null-text optimisation (Mokady, Hertz et al. 2023, section 3).

Everything here is a generator that yields a `Tick` after every network evaluation and returns its result;
closing it stops the work at once. Only the null embedding requires a gradient.

The unconditional noise that hits the next pivot exactly is known in closed form: with guidance w and
ε = ε_u + w (ε_c - ε_u), it is ε_u* = (ε_target - w ε_c) / (1 - w). The distance to it is the paper's loss
up to a known factor, it needs no DDIM step inside the optimisation, and what is left of it at the end is
the residual.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from nti_desktop.diffusion.attention import AttentionControl, MapSums, controlled_attention
from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.diffusion.progress import StepDone, Tick
from nti_desktop.diffusion.schedule import Step, add_noise, denoise, noise_between, predicted_clean
from nti_desktop.diffusion.texts import TextEmbedding, join


@dataclass(frozen=True)
class Recipe:
    """How null embeddings are found.

    Attributes:
        inner: inner Adam iterations at most, per timestep.
        learning_rate, decay: Adam's rate at step i is learning_rate * (1 - decay * i).
        start: where the first embedding starts, 0 the empty caption's .. 1 the caption's.
        tolerance, growth: a step is done when its loss is at most tolerance + growth * i.
        follow: whether z̄ runs along by its own steps (the paper); otherwise each step starts at its pivot.
    """

    inner: int
    learning_rate: float
    decay: float
    start: float
    tolerance: float
    growth: float
    follow: bool

    def rate(self, index: int) -> float:
        """Adam's learning rate at sampling step `index`."""
        return self.learning_rate * (1 - self.decay * index)

    def threshold(self, index: int) -> float:
        """Loss at which sampling step `index` is done."""
        return self.tolerance + self.growth * index


# The paper's numbers, and the fewest that reach the same on the bundled model (docs/decisions).
PAPER = Recipe(inner=10, learning_rate=1e-2, decay=0.01, start=0.0, tolerance=1e-5, growth=2e-5, follow=True)
FAST = Recipe(inner=2, learning_rate=3e-2, decay=0.0, start=0.7, tolerance=1e-6, growth=0.0, follow=True)
NEGATIVE_PROMPT = Recipe(
    inner=0, learning_rate=0.0, decay=0.0, start=1.0, tolerance=0.0, growth=0.0, follow=False
)
DIRECT = Recipe(inner=0, learning_rate=0.0, decay=0.0, start=0.0, tolerance=0.0, growth=0.0, follow=False)


@dataclass(frozen=True, eq=False)
class NullText:
    """What the optimisation found, in sampling order (noisiest first).

    Attributes:
        embeddings: N = S.
        losses: mean squared distance to the pivot after each step, S floats.
        latents: float32 (1, C, h, w), z̄_0, the reconstruction without residuals.
    """

    embeddings: TextEmbedding
    losses: tuple[float, ...]
    latents: Tensor


def find_pivots(
    model: DiffusionModel, latents: Tensor, text: TextEmbedding, steps: Sequence[Step]
) -> Generator[Tick, None, Tensor]:
    """DDIM inversion with guidance 1, the network evaluated at the target timestep (section 3.2).

    Args:
        latents: (1, C, h, w), the encoded photo.
        text: of the caption.

    Returns:
        Pivots (S + 1, C, h, w), clean first.
    """
    pivots = [latents]
    for done, step in enumerate(reversed(steps), 1):
        noise = _noise(model, pivots[-1], [step], text)
        pivots.append(add_noise(step, pivots[-1], noise))
        yield Tick("pivots", 1, StepDone(done, len(steps), step.timestep))
    return torch.cat(pivots)


def optimise_null_text(
    model: DiffusionModel,
    pivots: Tensor,
    text: TextEmbedding,
    empty: TextEmbedding,
    steps: Sequence[Step],
    guidance: float,
    recipe: Recipe,
) -> Generator[Tick, None, NullText]:
    """Optimise one null embedding per timestep so that guided sampling follows the pivots.

    The published algorithm with its defects mended: the network is frozen, the conditional noise is computed
    once a step, the loss is tested before an optimiser step, and the best embedding is kept.

    Args:
        pivots: (S + 1, C, h, w), clean first.
        text, empty: of the caption and of the empty caption.
        guidance: w; not 1.
    """
    null = empty.towards(text, recipe.start)
    current, nulls, losses = pivots[-1:], [], []
    for index, step in enumerate(steps):
        wanted = pivots[len(steps) - 1 - index][None]
        if not recipe.follow:
            current = pivots[len(steps) - index][None]
        conditional = _noise(model, current, [step], text)
        yield Tick("null-text", 1)
        target = exact_unconditional(step, current, wanted, conditional, guidance)
        scale = (step.noise_coefficient * (1 - guidance)) ** 2
        best = yield from _optimise_step(model, current, step, null, target, scale, index, recipe)
        null, unconditional = best.embedding, best.noise
        noise = unconditional + guidance * (conditional - unconditional)
        estimate = predicted_clean(step, current, noise)
        current = denoise(step, current, noise)
        nulls.append(null)
        losses.append(best.loss)
        yield Tick(
            "null-text",
            0,
            StepDone(
                index + 1, len(steps), step.timestep, best.loss, recipe.threshold(index), best.inner, estimate
            ),
        )
    return NullText(join(nulls), tuple(losses), current)


@dataclass(frozen=True, eq=False)
class Replay:
    """What guided sampling along the pivots shows.

    Attributes:
        residuals: float16 (S, C, h, w), noisiest first: added to the unconditional noise they make guided
            sampling land on the pivots.
        latents: float32 (1, C, h, w), where it ends: the reconstruction with residuals.
        maps: cross-attention of (caption, null embedding), summed over all steps.
    """

    residuals: Tensor
    latents: Tensor
    maps: MapSums


def replay_with_residuals(
    model: DiffusionModel,
    pivots: Tensor,
    text: TextEmbedding,
    nulls: TextEmbedding,
    steps: Sequence[Step],
    guidance: float,
) -> Generator[Tick, None, Replay]:
    """Sample the source with guidance, noting at each step the residual that takes it to its pivot.

    The residual is rounded to half precision before it is used, so that each step also takes up the rounding
    of the one before, and the result is what the stored tensors give.

    Args:
        nulls: N = S, noisiest first.
    """
    maps, residuals, current = MapSums(keep_samples=True), [], pivots[-1:]
    for index, step in enumerate(steps):
        wanted = pivots[len(steps) - 1 - index][None]
        texts = join([text, nulls.at(index)])
        conditional, unconditional = _noise_with_maps(model, current, step, texts, maps).split(1)
        target = exact_unconditional(step, current, wanted, conditional, guidance)
        residual = (target - unconditional).half()
        unconditional = unconditional + residual.float()
        noise = unconditional + guidance * (conditional - unconditional)
        estimate = predicted_clean(step, current, noise)
        current = denoise(step, current, noise)
        residuals.append(residual)
        done = StepDone(index + 1, len(steps), step.timestep, estimate=estimate)
        yield Tick("reconstruction", 2, done)
    return Replay(torch.cat(residuals), current, maps)


def exact_unconditional(
    step: Step, latents: Tensor, wanted: Tensor, conditional: Tensor, guidance: float
) -> Tensor:
    """ε_u* = (ε_target - w ε_c) / (1 - w): the unconditional noise with which a step ends at `wanted`."""
    return (noise_between(step, latents, wanted) - guidance * conditional) / (1 - guidance)


@dataclass(frozen=True, eq=False)
class _Best:
    loss: float
    embedding: TextEmbedding
    noise: Tensor
    inner: int


def _optimise_step(
    model: DiffusionModel,
    latents: Tensor,
    step: Step,
    null: TextEmbedding,
    target: Tensor,
    scale: float,
    index: int,
    recipe: Recipe,
) -> Generator[Tick, None, _Best]:
    """Minimise scale * mean((ε_u(null) - target)²), testing before each Adam step and keeping the best."""
    variable = null.detached()
    free = [
        part.requires_grad_(recipe.inner > 0)
        for part in (variable.tokens, variable.pooled)
        if part is not None
    ]
    optimiser = torch.optim.Adam(free, lr=recipe.rate(index)) if recipe.inner else None
    best: _Best | None = None
    for inner in range(recipe.inner + 1):
        last = inner == recipe.inner
        with torch.set_grad_enabled(not last):
            noise = model.predict_noise(latents, [step], variable)
            loss = scale * (noise - target).square().mean()
        yield Tick("null-text", 1)
        value = float(loss.detach())
        if best is None or value < best.loss:
            best = _Best(value, variable.detached(), noise.detach(), inner)
        if last or value <= recipe.threshold(index) or optimiser is None:
            break
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        yield Tick("null-text", 1)
    if best is None:
        raise RuntimeError("an inversion step made no evaluation")
    return best


@torch.no_grad()
def _noise(model: DiffusionModel, latents: Tensor, steps: Sequence[Step], text: TextEmbedding) -> Tensor:
    return model.predict_noise(latents, steps, text)


@torch.no_grad()
def _noise_with_maps(
    model: DiffusionModel, latents: Tensor, step: Step, texts: TextEmbedding, maps: MapSums
) -> Tensor:
    """ε of the same latents (1, C, h, w) for each of N texts, with their maps added to `maps`."""
    latents = latents.expand(len(texts), -1, -1, -1)
    with controlled_attention(model.unet):
        return model.predict_noise(latents, [step] * len(texts), texts, AttentionControl(sums=maps))
