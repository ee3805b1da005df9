"""Null-text optimisation along the pivots (Mokady, Hertz et al. 2023, section 3.3).

With residuals each step lands on its pivot, so that none depends on another: started from their pivots,
steps can be optimised as a batch. What that loses is the warm start from the step before; the methods that
optimise nothing lose nothing.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from torch import Tensor

from nti_desktop.diffusion.guided import Guided, cycle_error
from nti_desktop.diffusion.maps import MapSums
from nti_desktop.diffusion.optimising import Optimised, optimise
from nti_desktop.diffusion.progress import StepDone, Tick
from nti_desktop.diffusion.recipes import Recipe
from nti_desktop.diffusion.schedule import denoise, predicted_clean
from nti_desktop.diffusion.texts import TextEmbedding, join


@dataclass(eq=False)
class NullText:
    """What is found so far, noisiest step first; it grows by whole steps, so it can be left at any time.

    Attributes:
        latents: (1, C, h, w), where guided sampling stands: the reconstruction once all steps are done.
        embeddings: N = 1 each.
        losses: mean squared distance to the pivot after each step, without residual.
        residuals: float16 (1, C, h, w) each, rounded before they are used: the reconstruction is what the
            stored tensors give.
        cycle_errors: mean squared distance to the pivot after each step with guidance 1.
        maps: cross-attention of the caption.
    """

    latents: Tensor
    embeddings: list[TextEmbedding] = field(default_factory=list)
    losses: list[float] = field(default_factory=list)
    residuals: list[Tensor] = field(default_factory=list)
    cycle_errors: list[float] = field(default_factory=list)
    maps: MapSums = field(default_factory=MapSums)

    def corrected(self, target: Tensor, unconditional: Tensor) -> Tensor:
        """ε_u (1, C, h, w) with its residual, which is noted."""
        self.residuals.append((target - unconditional).half())
        return unconditional + self.residuals[-1].to(unconditional.dtype)


def optimise_null_text(
    guided: Guided, pivots: Tensor, recipe: Recipe, found: NullText | None = None, largest: int = 1
) -> Generator[Tick, None, NullText]:
    """Find one null embedding per timestep so that guided sampling follows the pivots.

    The network is frozen and the conditional noise is computed once a step.

    Args:
        pivots: (S + 1, C, h, w), clean first.
        found: what is done already; it is added to.
        largest: steps at once, of a recipe that works in blocks.
    """
    found = NullText(pivots[-1:]) if found is None else found
    count, start = len(guided.steps), guided.start(recipe.first(guided.guidance))
    while (first := len(found.embeddings)) < count:
        if recipe.in_blocks:
            indices = range(first, min(first + largest, count))
            latents = pivots[[count - index for index in indices]]
            yield from _take_steps(
                guided, pivots, recipe, found, indices, latents, join([start] * len(indices))
            )
        else:
            null = found.embeddings[-1] if first else start
            yield from _take_steps(guided, pivots, recipe, found, [first], found.latents, null)
    return found


@dataclass(frozen=True, eq=False)
class _Passed:
    """N steps: (N, C, h, w) each."""

    latents: Tensor
    wanted: Tensor
    conditional: Tensor
    target: Tensor


def _take_steps(
    guided: Guided,
    pivots: Tensor,
    recipe: Recipe,
    found: NullText,
    indices: Sequence[int],
    latents: Tensor,
    nulls: TextEmbedding,
) -> Generator[Tick, None, None]:
    """Optimise N steps, then add all of them to what is found."""
    count, steps = len(guided.steps), [guided.steps[index] for index in indices]
    wanted = pivots[[count - 1 - index for index in indices]]
    maps = deepcopy(found.maps) if recipe.corrected else None
    conditional = guided.conditional(latents, steps, maps)
    yield Tick("null-text", len(steps))
    target = guided.exact_unconditional(steps, latents, wanted, conditional)
    best = yield from optimise(guided, latents, indices, nulls, target, recipe)
    found.maps = maps or found.maps
    passed = zip(*(part.split(1) for part in (latents, wanted, conditional, target)), strict=True)
    done = [
        _add_step(guided, recipe, found, index, _Passed(*parts), best.at(k))
        for k, (index, parts) in enumerate(zip(indices, passed, strict=True))
    ]
    for step_done in done:
        yield Tick("null-text", 0, step_done)


def _add_step(
    guided: Guided, recipe: Recipe, found: NullText, index: int, passed: _Passed, best: Optimised
) -> StepDone:
    step, unconditional = guided.steps[index], best.noise
    if recipe.corrected:
        unconditional = found.corrected(passed.target, unconditional)
        found.cycle_errors.append(cycle_error(step, passed.latents, passed.wanted, passed.conditional))
    noise = guided.combine(passed.conditional, unconditional)
    found.latents = denoise(step, passed.latents, noise)
    found.embeddings.append(best.nulls)
    found.losses.append(float(best.losses))
    return StepDone(
        step=index + 1,
        steps=len(guided.steps),
        timestep=step.timestep,
        loss=found.losses[-1],
        tolerance=recipe.threshold(index),
        inner=best.inner,
        estimate=predicted_clean(step, passed.latents, noise),
    )
