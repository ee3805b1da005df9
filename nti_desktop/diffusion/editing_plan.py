"""What each edit of a stack asks for, and what that means for attention and guidance at one step."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from nti_desktop.diffusion.alignment import Alignment
from nti_desktop.diffusion.attention import AttentionEdit, CrossEdit
from nti_desktop.diffusion.blend import BlendPlan
from nti_desktop.diffusion.proximal import Proximal
from nti_desktop.diffusion.texts import TextEmbedding


@dataclass(frozen=True)
class Mutual:
    """Mutual self-attention (MasaCtrl, Cao et al. 2023): the share of the steps from which, and the index of
    the self-attention layer from which, the edited branch looks at the keys and values of the one below."""

    start: float
    layer: int


@dataclass(frozen=True, eq=False)
class Level:
    """One edit, applied to the result of the one below (the first to the source).

    Attributes:
        text: of the edited caption, N = 1, L tokens.
        alignment: of the caption below with the edited one.
        windows: float32 (L, 2), the shares of the steps from and to which each token takes the map below.
        guidance: w.
        self_start, self_replace: shares of the steps from and to which self-attention is taken from below.
        spatial_replace: share of the steps during which the latents are those below.
        blend: where the edit may take place; None for everywhere.
        mutual, proximal: None for without.
        null_share: share of the source's null embeddings and residuals; 0 is the empty caption's embedding.
    """

    text: TextEmbedding
    alignment: Alignment
    windows: npt.NDArray[np.float32]
    guidance: float
    self_replace: float = 0.0
    spatial_replace: float = 0.0
    blend: BlendPlan | None = None
    mutual: Mutual | None = None
    proximal: Proximal | None = None
    null_share: float = 1.0
    self_start: float = 0.0

    def attention(
        self, below: int, place: int, share: float, length: int, device: torch.device
    ) -> AttentionEdit:
        """What the sample at `place` in the batch takes from the one at `below`.

        Args:
            share: of the steps done.
            length: tokens in the batch, at least those of both captions.
        """
        alignment = self.alignment.padded(length)
        first, last = np.pad(self.windows, ((0, length - len(self.windows)), (0, 0))).T
        injected = alignment.aligned * ((first <= share) & (share < last))
        cross = None
        if injected.any() or (alignment.scale != 1).any():  # else attention need not be spelt out
            cross = CrossEdit(
                torch.from_numpy(alignment.transfer).to(device),
                torch.from_numpy(injected).to(device) if injected.any() else None,
                torch.from_numpy(alignment.scale).to(device),
            )
        self_injected = self.self_start <= share < self.self_replace
        return AttentionEdit(below, place, cross, self_injected, self.mutual_from(share))

    def mutual_from(self, share: float) -> int | None:
        """The self-attention layer from which attention is mutual now."""
        return self.mutual.layer if self.mutual is not None and share >= self.mutual.start else None

    def guided(self, conditional: Tensor, unconditional: Tensor, residual: Tensor) -> Tensor:
        """ε_u + w (ε_c - ε_u), with the difference held back by proximal guidance, and the residual's part.

        The residual belongs to ε_u. It stays outside the proximal operator, which would take it for a part
        of the edit: an edit that changes nothing returns the source then, where the null embedding is the
        caption's.
        """
        difference = conditional - unconditional
        if self.proximal is not None:
            difference = self.proximal.applied_to(difference)
        return unconditional + (1 - self.guidance) * residual + self.guidance * difference
