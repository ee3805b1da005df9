"""DDIM as explicit steps (t, t_prev, alpha, alpha_prev), both ways (Song et al. 2021, eq. 12, eta = 0).

Explicit pairs rather than a constant stride: any grid works, the numbers are plain floats (no look-up on
the device), and both directions are the same formula with its ends exchanged.

A step is linear in the latents and in whatever the network predicts: z_prev = A z + B p. So guidance,
targets and residuals work on the network's own prediction p, be it ε or v, and a v-prediction is never
converted: its coefficients are finite at ᾱ = 0 (zero-SNR models), where ε says nothing of the picture.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

import torch
from torch import Tensor

from nti_desktop.diffusion.descriptions import Prediction
from nti_desktop.errors import ModelError

Spacing = Literal["leading", "trailing", "linspace"]

_SPACINGS: tuple[Spacing, ...] = get_args(Spacing)


@dataclass(frozen=True)
class Step:
    """One DDIM step from `timestep` to the less noisy `previous`.

    Attributes:
        previous: training timestep; negative for the clean end.
        alpha, alpha_previous: cumulative alpha (the paper's ᾱ) at both ends.
        prediction: what the network predicts; p below.
    """

    timestep: int
    previous: int
    alpha: float
    alpha_previous: float
    prediction: Prediction = "epsilon"

    @property
    def latents_coefficient(self) -> float:
        """A in z_prev = A z + B p: sqrt(ᾱ'/ᾱ) for ε, sqrt(ᾱᾱ') + sqrt((1-ᾱ)(1-ᾱ')) for v."""
        a, b = self.alpha, self.alpha_previous
        if self.prediction == "v_prediction":
            return float((a * b) ** 0.5 + ((1 - a) * (1 - b)) ** 0.5)
        return float((b / a) ** 0.5)

    @property
    def noise_coefficient(self) -> float:
        """B in z_prev = A z + B p."""
        a, b = self.alpha, self.alpha_previous
        if self.prediction == "v_prediction":
            return float((a * (1 - b)) ** 0.5 - (b * (1 - a)) ** 0.5)
        return float((1 - b) ** 0.5 - (b / a) ** 0.5 * (1 - a) ** 0.5)


def cumulative_alphas(config: dict[str, Any]) -> tuple[float, ...]:
    """ᾱ for every training timestep, from a scheduler's configuration.

    Raises:
        ModelError: a kind of schedule that is not known.
    """
    alphas = (1 - _betas(config)).cumprod(0)
    if config.get("rescale_betas_zero_snr", False):
        # Lin et al. 2024, algorithm 1: the last step is pure noise, the first stays as it was.
        roots = alphas.sqrt()
        alphas = ((roots - roots[-1]) * roots[0] / (roots[0] - roots[-1])).square()
    return tuple(alphas.tolist())


def _betas(config: dict[str, Any]) -> Tensor:
    trained = config.get("trained_betas")
    if trained is not None:
        return torch.tensor([float(beta) for beta in trained], dtype=torch.float64)
    count = int(config.get("num_train_timesteps", 1000))
    start, end = float(config.get("beta_start", 0.00085)), float(config.get("beta_end", 0.012))
    match config.get("beta_schedule", "scaled_linear"):
        case "linear":
            return torch.linspace(start, end, count, dtype=torch.float64)
        case "scaled_linear":
            return torch.linspace(start**0.5, end**0.5, count, dtype=torch.float64) ** 2
        case "squaredcos_cap_v2":
            # Nichol and Dhariwal 2021, eq. 17
            times = torch.arange(count + 1, dtype=torch.float64) / count
            alphas = ((times + 0.008) / 1.008 * math.pi / 2).cos().square()
            return (1 - alphas[1:] / alphas[:-1]).clamp(max=0.999)
        case other:
            raise ModelError(
                "The model's noise schedule “{schedule}” is not known; choose another Stable Diffusion "
                "model.",
                schedule=str(other),
            )


def ddim_steps(
    alphas: Sequence[float],
    count: int,
    offset: int = 1,
    spacing: str = "leading",
    prediction: str = "epsilon",
) -> tuple[Step, ...]:
    """The sampling grid, noisiest step first.

    A grid keeps clear of timestep 0, since a step that ends where it starts has no effect and no gradient;
    and for ε of ᾱ = 0, since pure noise says nothing of the picture.

    Args:
        count: sampling steps, 1 .. len(alphas) - 1.
        offset: of the "leading" grid; at least 1.
        spacing: "leading", "trailing" or "linspace" (Lin et al. 2024, table 2).
        prediction: "epsilon" or "v_prediction".

    Raises:
        ModelError: a spacing or prediction that is not known.
    """
    if prediction not in get_args(Prediction) or spacing not in _SPACINGS:
        raise ModelError(
            "The model's sampling (“{spacing}”, “{prediction}”) is not known; choose another model.",
            spacing=spacing,
            prediction=prediction,
        )
    kind: Prediction = "v_prediction" if prediction == "v_prediction" else "epsilon"
    highest = len(alphas) - 1
    while kind == "epsilon" and alphas[highest] <= 0:
        highest -= 1
    times = _distinct(_grid(len(alphas), count, offset, spacing), highest)
    return steps_through(alphas, times[::-1], kind)


def steps_through(
    alphas: Sequence[float], timesteps: Sequence[int], prediction: Prediction = "epsilon"
) -> tuple[Step, ...]:
    """Steps from each of the timesteps, noisiest first, to the next, and from the last to the clean end.

    Raises:
        ModelError: they do not fall, or there are no such ones.
    """
    pairs = list(itertools.pairwise([*timesteps, -1]))
    if not pairs or timesteps[0] >= len(alphas) or any(t <= p for t, p in pairs):
        raise ModelError("The timesteps do not belong to this model; invert the photo with it again.")
    return tuple(Step(t, p, alphas[t], alphas[max(p, 0)], prediction) for t, p in pairs)


def _grid(trained: int, count: int, offset: int, spacing: str) -> list[int]:
    """Timesteps, least noisy first, as the spacings are defined.

    But for "leading" of a count that does not divide the trained timesteps: its stride, rounded down, would
    leave out the noisiest of them, down to half of them all.
    """
    if spacing == "trailing":
        return [round(trained * (i + 1) / count) - 1 for i in range(count)]
    if spacing == "linspace":
        return [round((trained - 1) * i / max(1, count - 1)) for i in range(count)]
    return [offset + trained * i // count for i in range(count)]


def _distinct(times: list[int], highest: int) -> list[int]:
    """The same, moved as little as needed to lie in 1..highest without two being equal."""
    distinct: list[int] = []
    for i, time in enumerate(times):
        lowest = distinct[-1] + 1 if distinct else 1
        distinct.append(max(lowest, min(time, highest - (len(times) - 1 - i))))
    return distinct


def denoise(step: Step, latents: Tensor, noise: Tensor) -> Tensor:
    """z_prev from z_t and the network's prediction there."""
    return step.latents_coefficient * latents + step.noise_coefficient * noise


def add_noise(step: Step, latents: Tensor, noise: Tensor) -> Tensor:
    """z_t from z_prev and the network's prediction at t: the inverse of `denoise`."""
    return (latents - step.noise_coefficient * noise) / step.latents_coefficient


def noise_between(step: Step, latents: Tensor, previous: Tensor) -> Tensor:
    """The prediction that takes `latents` at t exactly to `previous` at t_prev."""
    return (previous - step.latents_coefficient * latents) / step.noise_coefficient


def predicted_clean(step: Step, latents: Tensor, noise: Tensor) -> Tensor:
    """x0 as estimated from z_t and the network's prediction."""
    if step.prediction == "v_prediction":
        return float(step.alpha**0.5) * latents - float((1 - step.alpha) ** 0.5) * noise
    return (latents - (1 - step.alpha) ** 0.5 * noise) / step.alpha**0.5
