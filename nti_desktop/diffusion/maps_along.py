"""Attention along an inversion's pivots: the caption's own pass, without guidance or edit."""

from __future__ import annotations

from collections.abc import Generator, Sequence

import torch
from torch import Tensor

from nti_desktop.diffusion.attention import AttentionControl, controlled_attention
from nti_desktop.diffusion.attention_layers import attention_layers
from nti_desktop.diffusion.maps import MapSums, SelfSums
from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.diffusion.progress import StepDone, Tick
from nti_desktop.diffusion.schedule import Step
from nti_desktop.diffusion.texts import TextEmbedding

MOST_POSITIONS = 1024  # of a self-attention map whose components can be had


def capture_along(
    model: DiffusionModel,
    pivots: Tensor,
    text: TextEmbedding,
    steps: Sequence[Step],
    sums: MapSums,
    self_sums: SelfSums | None,
) -> Generator[Tick, None, None]:
    """Add the maps at each pivot to the sums.

    Args:
        pivots: (S, C, h, w), each at the timestep of its step.
    """
    control = AttentionControl(sums, self_sums=self_sums)
    for done, step in enumerate(steps, 1):
        with torch.no_grad(), controlled_attention(model.unet):
            model.predict_noise(pivots[done - 1 : done], [step], text, control)
        yield Tick("maps", 1, StepDone(done, len(steps), step.timestep))


def self_positions(model: DiffusionModel, prefixes: tuple[str, ...], height: int, width: int) -> int | None:
    """Positions of the largest self-attention maps of at most 1024, or of the smallest there are.

    Args:
        prefixes: of the layers' names; empty for all.
        height, width: of the latents.

    Returns:
        None when no self-attention layer has such a name.
    """
    found: set[int] = set()
    for layer in attention_layers(model.unet):
        if layer.self_index is not None and (not prefixes or layer.name.startswith(prefixes)):
            rows, columns = (-(-side // 2**layer.halvings) for side in (height, width))
            found.add(rows * columns)
    small = [positions for positions in found if positions <= MOST_POSITIONS]
    return max(small) if small else min(found, default=None)
