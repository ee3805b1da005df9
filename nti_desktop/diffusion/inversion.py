"""Inversion of an encoded photo: pivots, null embeddings, residuals, the caption's attention.

Everything here is a generator that yields a `Tick` after every network evaluation; closing it stops the
work at once, and what is done stays in the `Inverting` it was given.
"""

from __future__ import annotations

from collections.abc import Generator
from copy import deepcopy
from dataclasses import dataclass

from torch import Tensor

from nti_desktop.diffusion.guided import Guided
from nti_desktop.diffusion.null_text import NullText, corrected, optimise_null_text
from nti_desktop.diffusion.pivots import find_pivots
from nti_desktop.diffusion.progress import StepDone, Tick
from nti_desktop.diffusion.recipes import Recipe
from nti_desktop.diffusion.schedule import denoise, predicted_clean


@dataclass(eq=False)
class Inverting:
    """An inversion under way.

    Attributes:
        pivots: each (1, C, h, w), the encoded photo first.
        found: what there is of the null embeddings; None until all pivots are known.
    """

    pivots: list[Tensor]
    found: NullText | None = None


def invert_latents(
    guided: Guided, recipe: Recipe, work: Inverting, refinements: int = 0, largest: int = 1
) -> Generator[Tick, None, NullText]:
    """Do what is not done yet of an inversion.

    Args:
        refinements: fixed-point iterations per pivot.
        largest: steps at once, of a recipe that works in blocks.
    """
    pivots = yield from find_pivots(guided, work.pivots, refinements)
    if work.found is None:
        work.found = NullText(pivots[-1:])
    yield from optimise_null_text(guided, pivots, recipe, work.found, largest)
    if not recipe.corrected:
        yield from find_residuals(guided, pivots, work.found)
    return work.found


def find_residuals(guided: Guided, pivots: Tensor, found: NullText) -> Generator[Tick, None, None]:
    """Sample once more with the embeddings found, noting the residual that takes each step to its pivot."""
    count = len(guided.steps)
    for index in range(len(found.residuals), count):
        step, current = guided.steps[index], found.latents if index else pivots[-1:]
        wanted, maps = pivots[count - 1 - index][None], deepcopy(found.maps)
        conditional = guided.conditional(current, [step], maps)
        yield Tick("reconstruction", 1)
        unconditional = guided.unconditional(current, [step], found.embeddings[index])
        correction = corrected(guided, step, current, wanted, conditional, unconditional)
        noise = guided.combine(conditional, correction.unconditional)
        latents, estimate = denoise(step, current, noise), predicted_clean(step, current, noise)
        found.correct(correction)  # only now: what is found is gone on with when memory runs out
        found.latents, found.maps = latents, maps
        yield Tick("reconstruction", 1, StepDone(index + 1, count, step.timestep, estimate=estimate))
