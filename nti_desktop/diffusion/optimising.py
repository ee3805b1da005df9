"""The optimisation of null embeddings itself, for one timestep or for several as a batch.

The unconditional noise that hits the next pivot exactly is known in closed form: with guidance w and
ε = ε_u + w (ε_c - ε_u), it is ε_u* = (ε_target - w ε_c) / (1 - w). The distance to it is the paper's loss
up to a known factor, it needs no DDIM step inside the optimisation, and what is left of it at the end is
the residual. Only the null embedding requires a gradient.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from nti_desktop.diffusion.finite import finite
from nti_desktop.diffusion.guided import Guided
from nti_desktop.diffusion.progress import StepUnderWay, Tick
from nti_desktop.diffusion.recipes import Recipe
from nti_desktop.diffusion.texts import TextEmbedding


@dataclass(frozen=True, eq=False)
class Optimised:
    """The embeddings kept for N timesteps.

    Attributes:
        nulls: N null embeddings.
        noise: ε_u (N, C, h, w) with them.
        losses: (N,), mean squared distance to the pivot after the step.
        inner: inner iterations made, whichever of them was the best.
    """

    nulls: TextEmbedding
    noise: Tensor
    losses: Tensor
    inner: int

    def at(self, index: int) -> Optimised:
        """One of them, as a batch of one."""
        part = slice(index, index + 1)
        return Optimised(self.nulls.at(index), self.noise[part], self.losses[part], self.inner)


def optimise(
    guided: Guided,
    latents: Tensor,
    indices: Sequence[int],
    nulls: TextEmbedding,
    target: Tensor,
    recipe: Recipe,
) -> Generator[Tick, None, Optimised]:
    """Bring ε_u(null) to `target` with a fresh Adam, each sample by itself.

    Args:
        latents, target: (N, C, h, w).
        indices: of the N sampling steps.
        nulls: N starts.

    Raises:
        EngineError: the network gives numbers that are none.
    """
    steps = [guided.steps[index] for index in indices]
    scales = target.new_tensor([guided.loss_scale(step) for step in steps])
    thresholds = target.new_tensor([recipe.threshold(index) for index in indices])
    variable, free = _variable(nulls)
    adam = torch.optim.Adam(free, lr=recipe.rate(indices[0]))
    best: Optimised | None = None
    is_met = False
    for inner in range(recipe.inner + 1):
        is_last = is_met or inner == recipe.inner  # evaluated only to know its noise
        with torch.set_grad_enabled(not is_last):
            noise = guided.model.predict_noise(latents, steps, variable)
            errors = (noise - target).square().mean((1, 2, 3))
            losses = scales * errors
        found = Optimised(variable.detached(), noise.detach(), losses.detach(), inner)
        best = found if best is None or recipe.as_published else _better(best, found)
        finite(best.losses)
        yield Tick("null-text", len(steps), under_way=_told(guided, recipe, indices[0], losses, inner))
        is_met = bool((found.losses <= thresholds).all())
        if is_last or (is_met and not recipe.as_published):
            break
        adam.zero_grad()
        # Adam forgets the scale but for its epsilon, so the paper's has to be the paper's.
        (losses if recipe.as_published else errors).sum().backward()
        adam.step()
        yield Tick("null-text", len(steps))
    if best is None:
        raise RuntimeError("an inversion step made no evaluation")
    return replace(best, inner=inner)


def _told(guided: Guided, recipe: Recipe, index: int, losses: Tensor, inner: int) -> StepUnderWay | None:
    """How step `index` stands, which has the first of the losses; None where nothing is optimised, or where
    what was tried gave no number and is not kept."""
    loss = float(losses.detach()[0])
    if not recipe.inner or not math.isfinite(loss):
        return None
    return StepUnderWay(
        step=index,
        steps=len(guided.steps),
        timestep=guided.steps[index].timestep,
        loss=loss,
        tolerance=recipe.told_tolerance(index),
        inner=inner,
    )


def _variable(nulls: TextEmbedding) -> tuple[TextEmbedding, list[Tensor]]:
    """A copy that is free to change, and its free parts."""
    variable = nulls.detached()
    parts = [part for part in (variable.tokens, variable.pooled) if part is not None]
    return variable, [part.requires_grad_() for part in parts]


def _better(old: Optimised, new: Optimised) -> Optimised:
    """Of each sample the better one; a loss that is no number is never better."""
    better = new.losses < old.losses
    if not better.any():
        return old
    return Optimised(
        nulls=new.nulls.where(better, old.nulls),
        noise=torch.where(better.view(-1, 1, 1, 1), new.noise, old.noise),
        losses=torch.where(better, new.losses, old.losses),
        inner=new.inner,
    )
