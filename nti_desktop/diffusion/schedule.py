"""DDIM as explicit steps (t, t_prev, alpha, alpha_prev), both ways (Song et al. 2021, eq. 12, eta = 0).

Explicit pairs rather than a constant stride: any grid works, the numbers are plain floats (no look-up on
the device), and both directions are the same formula with its ends exchanged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor


@dataclass(frozen=True)
class Step:
    """One DDIM step from `timestep` to the less noisy `previous`.

    Attributes:
        previous: training timestep; negative for the clean end.
        alpha, alpha_previous: cumulative alpha (the paper's ᾱ) at both ends.
    """

    timestep: int
    previous: int
    alpha: float
    alpha_previous: float

    @property
    def noise_coefficient(self) -> float:
        """c in z_prev = sqrt(ᾱ'/ᾱ) z + c ε."""
        a, b = self.alpha, self.alpha_previous
        return float((1 - b) ** 0.5 - (b / a) ** 0.5 * (1 - a) ** 0.5)


def cumulative_alphas(config: dict[str, Any]) -> tuple[float, ...]:
    """ᾱ for every training timestep, from a scheduler's configuration."""
    count = int(config.get("num_train_timesteps", 1000))
    start, end = float(config.get("beta_start", 0.00085)), float(config.get("beta_end", 0.012))
    if config.get("beta_schedule", "scaled_linear") == "linear":
        betas = torch.linspace(start, end, count, dtype=torch.float64)
    else:
        betas = torch.linspace(start**0.5, end**0.5, count, dtype=torch.float64) ** 2
    return tuple((1 - betas).cumprod(0).tolist())


def ddim_steps(alphas: tuple[float, ...], count: int, offset: int = 1) -> tuple[Step, ...]:
    """The sampling grid, noisiest step first ("leading" spacing).

    Args:
        count: sampling steps, 1 .. len(alphas) - 1.
        offset: of the grid; at least 1, since a step that ends where it starts has no effect and no gradient.
    """
    stride = len(alphas) // count
    offset = min(max(1, offset), len(alphas) - 1 - stride * (count - 1))
    times = [offset + stride * i for i in range(count)]
    ends = [-1, *times[:-1]]
    steps = [Step(t, p, alphas[t], alphas[max(p, 0)]) for t, p in zip(times, ends, strict=True)]
    return tuple(reversed(steps))


def denoise(step: Step, latents: Tensor, noise: Tensor) -> Tensor:
    """z_prev from z_t and ε."""
    return (step.alpha_previous / step.alpha) ** 0.5 * latents + step.noise_coefficient * noise


def add_noise(step: Step, latents: Tensor, noise: Tensor) -> Tensor:
    """z_t from z_prev and ε: the inverse of `denoise`."""
    return (latents - step.noise_coefficient * noise) * (step.alpha / step.alpha_previous) ** 0.5


def noise_between(step: Step, latents: Tensor, previous: Tensor) -> Tensor:
    """The ε that takes `latents` at t exactly to `previous` at t_prev."""
    return (previous - (step.alpha_previous / step.alpha) ** 0.5 * latents) / step.noise_coefficient


def predicted_clean(step: Step, latents: Tensor, noise: Tensor) -> Tensor:
    """x0 as estimated from z_t and ε."""
    return (latents - (1 - step.alpha) ** 0.5 * noise) / step.alpha**0.5
