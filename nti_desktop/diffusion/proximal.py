"""Proximal guidance: what guidance changes only a little, it does not change (Han et al. 2023, ProxNPI).

Guidance adds w (ε_c - ε_u). Where that difference is small it is mostly noise, which makes an edit drift
from its source; so it is replaced by the proximal operator of a sparse penalty: the x that minimises
(x - d)² / 2 + penalty(x) for the difference d, element by element, with the threshold λ taken as a quantile
of |d|.

- `soft`: penalty λ|x|; x = sign(d) max(|d| - λ, 0). What is kept is smaller by λ, too.
- `hard`: penalty (λ² / 2) [x ≠ 0]; x = d where |d| > λ, else 0. What is kept stays as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor


@dataclass(frozen=True)
class Proximal:
    """Which penalty, and the quantile (0..1) of the difference's size that is the threshold."""

    kind: Literal["soft", "hard"]
    quantile: float

    def applied_to(self, difference: Tensor) -> Tensor:
        """What is left of ε_c - ε_u, (1, C, h, w); one threshold for all of it."""
        threshold = torch.quantile(difference.abs().flatten(), self.quantile)
        return (
            soft_threshold(difference, threshold)
            if self.kind == "soft"
            else hard_threshold(difference, threshold)
        )


def soft_threshold(values: Tensor, threshold: Tensor | float) -> Tensor:
    """argmin over x of (x - v)² / 2 + threshold |x|, element by element."""
    return values.sign() * (values.abs() - threshold).clamp_min(0)


def hard_threshold(values: Tensor, threshold: Tensor | float) -> Tensor:
    """argmin over x of (x - v)² / 2 + (threshold² / 2) [x ≠ 0], element by element."""
    return torch.where(values.abs() > threshold, values, 0)
