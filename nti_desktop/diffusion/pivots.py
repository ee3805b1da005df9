"""DDIM inversion of an encoded photo to its pivots (Mokady, Hertz et al. 2023, section 3.2)."""

from __future__ import annotations

import math
from collections.abc import Generator

import torch
from torch import Tensor

from nti_desktop.diffusion.finite import finite
from nti_desktop.diffusion.guided import Guided, cycle_error
from nti_desktop.diffusion.progress import StepDone, Tick
from nti_desktop.diffusion.schedule import Step, add_noise


def find_pivots(guided: Guided, pivots: list[Tensor], refinements: int = 0) -> Generator[Tick, None, Tensor]:
    """DDIM inversion with guidance 1, the network evaluated at the target timestep.

    Args:
        pivots: each (1, C, h, w), those known so far, the encoded photo first; extended in place, so that
            what is done is not lost when the work is stopped.
        refinements: fixed-point iterations for each pivot, one evaluation each (a single one: two).

    Returns:
        Pivots (S + 1, C, h, w), clean first.

    Raises:
        EngineError: the network gives numbers that are none.
    """
    count = len(guided.steps)
    for done in range(len(pivots), count + 1):
        step = guided.steps[count - done]
        pivot = yield from _pivot(guided, step, pivots[-1], refinements)
        pivots.append(finite(pivot))
        yield Tick("pivots", 0, StepDone(done, count, step.timestep, estimate=pivot))
    return torch.cat(pivots)


def _pivot(guided: Guided, step: Step, previous: Tensor, refinements: int) -> Generator[Tick, None, Tensor]:
    """z_t from z_prev; refined towards z_t = add_noise(z_prev, ε(z_t)), as long as that converges.

    The last of several is taken for nearer still unmeasured, since each before was; a single one is measured.
    """
    noise = guided.conditional(previous, [step])
    yield Tick("pivots", 1)
    best = pivot = add_noise(step, previous, noise)
    least = math.inf
    for _ in range(max(refinements, 2) if refinements else 0):
        noise = guided.conditional(pivot, [step])
        yield Tick("pivots", 1)
        missed = cycle_error(step, pivot, previous, noise)
        if not missed < least:
            return best
        best, least = pivot, missed
        pivot = add_noise(step, previous, noise)
    return best if refinements == 1 else pivot
