"""Guided sampling of one caption: what every method of inversion works on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from nti_desktop.diffusion.attention import AttentionControl, controlled_attention
from nti_desktop.diffusion.maps import MapSums
from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.diffusion.schedule import Step, denoise, noise_between
from nti_desktop.diffusion.texts import TextEmbedding, join


@dataclass(frozen=True, eq=False)
class Guided:
    """All that stays the same over the steps of an inversion.

    Attributes:
        text, empty: of the caption and of the empty caption, N = 1.
        steps: the grid, noisiest first.
        guidance: w; not 1.
    """

    model: DiffusionModel
    text: TextEmbedding
    empty: TextEmbedding
    steps: Sequence[Step]
    guidance: float

    def start(self, share: float) -> TextEmbedding:
        """Where a null embedding starts: 0 the empty caption's .. 1 the caption's."""
        return self.empty.as_long_as(self.text).towards(self.text, share)

    @torch.no_grad()
    def conditional(self, latents: Tensor, steps: Sequence[Step], maps: MapSums | None = None) -> Tensor:
        """ε_c (N, C, h, w) of latents (N, C, h, w); the caption's cross-attention is added to `maps`."""
        texts = join([self.text] * len(latents))
        if maps is None:
            return self.model.predict_noise(latents, steps, texts)
        with controlled_attention(self.model.unet):
            return self.model.predict_noise(latents, steps, texts, AttentionControl(sums=maps))

    @torch.no_grad()
    def unconditional(self, latents: Tensor, steps: Sequence[Step], nulls: TextEmbedding) -> Tensor:
        """ε_u (N, C, h, w) of latents (N, C, h, w) for N null embeddings."""
        return self.model.predict_noise(latents, steps, nulls)

    def combine(self, conditional: Tensor, unconditional: Tensor) -> Tensor:
        """ε = ε_u + w (ε_c - ε_u)."""
        return unconditional + self.guidance * (conditional - unconditional)

    def exact_unconditional(
        self, steps: Sequence[Step], latents: Tensor, wanted: Tensor, conditional: Tensor
    ) -> Tensor:
        """ε_u* = (ε_target - w ε_c) / (1 - w): the unconditional noise with which steps end at `wanted`.

        All (N, C, h, w), each sample at its own step.
        """
        parts = zip(steps, latents.split(1), wanted.split(1), strict=True)
        target = torch.cat([noise_between(step, start, end) for step, start, end in parts])
        return (target - self.guidance * conditional) / (1 - self.guidance)

    def loss_scale(self, step: Step) -> float:
        """Squared distance to the pivot over squared distance to ε_u*."""
        return (step.noise_coefficient * (1 - self.guidance)) ** 2


def cycle_error(step: Step, latents: Tensor, wanted: Tensor, conditional: Tensor) -> float:
    """Mean squared distance to a pivot of the step with guidance 1 from the noisier one."""
    return float((denoise(step, latents, conditional) - wanted).square().mean())
