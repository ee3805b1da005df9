"""Null-text optimisation along the pivots (Mokady, Hertz et al. 2023, section 3.3).

With residuals each step lands on its pivot, so that none depends on another: started from their pivots,
steps can be optimised as a batch. What that loses is the warm start from the step before; the methods that
optimise nothing lose nothing.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace

from torch import Tensor

from nti_desktop.diffusion.finite import Overflow, finite
from nti_desktop.diffusion.guided import Guided, cycle_error
from nti_desktop.diffusion.maps import MapSums
from nti_desktop.diffusion.optimising import Optimised, optimise
from nti_desktop.diffusion.progress import StepDone, Tick
from nti_desktop.diffusion.recipes import Recipe
from nti_desktop.diffusion.schedule import Step, denoise, predicted_clean
from nti_desktop.diffusion.texts import TextEmbedding, join
from nti_desktop.errors import Sentence

_TOO_LARGE = Overflow(
    Sentence("The inversion's numbers overflow; choose a guidance further from 1."),
    Sentence("The inversion's numbers overflow; choose a guidance further from 1, or run it on the CPU."),
)


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

    def add(self, done: _Done) -> None:
        """Take up the next step."""
        self.latents = done.latents
        self.embeddings.append(done.nulls)
        self.losses.append(done.loss)
        if done.correction is not None:
            self.correct(done.correction)

    def correct(self, correction: Correction) -> None:
        """Take up the next step's residual."""
        self.residuals.append(correction.residual)
        self.cycle_errors.append(correction.cycle_error)


@dataclass(frozen=True, eq=False)
class Correction:
    """How one step is made to land on its pivot.

    Attributes:
        residual: float16 (1, C, h, w).
        unconditional: ε_u (1, C, h, w) with it.
        cycle_error: of the step.
    """

    residual: Tensor
    unconditional: Tensor
    cycle_error: float


def corrected(
    guided: Guided, step: Step, latents: Tensor, wanted: Tensor, conditional: Tensor, unconditional: Tensor
) -> Correction:
    """The correction of one step from `latents` to `wanted`, all (1, C, h, w).

    Raises:
        EngineError: the residual is larger than a stored one can be.
    """
    target = guided.exact_unconditional([step], latents, wanted, conditional)
    residual = finite((target - unconditional).half(), _TOO_LARGE)
    missed = cycle_error(step, latents, wanted, conditional)
    return Correction(residual, unconditional + residual.to(unconditional.dtype), missed)


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
    """One step's (1, C, h, w): where it starts, its pivot, and ε_c."""

    latents: Tensor
    wanted: Tensor
    conditional: Tensor


@dataclass(frozen=True, eq=False)
class _Done:
    """One step, ready to be taken up: `latents` behind it, its null embedding, loss and correction."""

    latents: Tensor
    nulls: TextEmbedding
    loss: float
    correction: Correction | None
    told: StepDone


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
    passed = zip(*(part.split(1) for part in (latents, wanted, conditional)), strict=True)
    done = [
        _done(guided, recipe, index, _Passed(*parts), best.at(k))
        for k, (index, parts) in enumerate(zip(indices, passed, strict=True))
    ]
    # Only now, and nothing that could fail half-way: what is found is gone on with when memory runs out.
    found.maps = maps or found.maps
    for one in done:
        found.add(one)
    for number, one in enumerate(done):
        yield Tick("null-text", 0, replace(one.told, completes=len(done) if number == 0 else 0))


def _done(guided: Guided, recipe: Recipe, index: int, passed: _Passed, best: Optimised) -> _Done:
    """One step with what was found for it."""
    step, unconditional, correction = guided.steps[index], best.noise, None
    if recipe.corrected:
        correction = corrected(guided, step, passed.latents, passed.wanted, passed.conditional, best.noise)
        unconditional = correction.unconditional
    noise = guided.combine(passed.conditional, unconditional)
    told = StepDone(
        step=index + 1,
        steps=len(guided.steps),
        timestep=step.timestep,
        loss=float(best.losses),
        tolerance=recipe.told_tolerance(index),
        inner=best.inner,
        estimate=predicted_clean(step, passed.latents, noise),
    )
    return _Done(denoise(step, passed.latents, noise), best.nulls, float(best.losses), correction, told)
