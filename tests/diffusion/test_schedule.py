"""DDIM over explicit pairs, held against diffusers' schedulers where those are right."""

from __future__ import annotations

import pytest
import torch
from diffusers import DDIMInverseScheduler, DDIMScheduler

from nti_desktop.diffusion.schedule import (
    add_noise,
    cumulative_alphas,
    ddim_steps,
    denoise,
    noise_between,
    predicted_clean,
)

CONFIG = {
    "num_train_timesteps": 1000,
    "beta_start": 0.00085,
    "beta_end": 0.012,
    "beta_schedule": "scaled_linear",
    "clip_sample": False,
    "set_alpha_to_one": False,
    "steps_offset": 1,
}


@pytest.fixture
def latents() -> torch.Tensor:
    return torch.randn(1, 4, 8, 8, generator=torch.Generator().manual_seed(0), dtype=torch.float64)


@pytest.fixture
def noise() -> torch.Tensor:
    return torch.randn(1, 4, 8, 8, generator=torch.Generator().manual_seed(1), dtype=torch.float64)


@pytest.mark.parametrize("count", [10, 20, 50])
def test_denoising_equals_diffusers(count: int, latents: torch.Tensor, noise: torch.Tensor) -> None:
    oracle = DDIMScheduler.from_config(CONFIG)
    oracle.set_timesteps(count)
    steps = ddim_steps(cumulative_alphas(CONFIG), count)
    assert [s.timestep for s in steps] == oracle.timesteps.tolist()
    for step in steps:
        expected = oracle.step(noise, step.timestep, latents).prev_sample
        # diffusers' alphas are float32
        torch.testing.assert_close(denoise(step, latents, noise), expected, rtol=1e-4, atol=1e-5)


def test_inversion_equals_diffusers(latents: torch.Tensor, noise: torch.Tensor) -> None:
    oracle = DDIMInverseScheduler.from_config(CONFIG)
    oracle.set_timesteps(50)
    steps = ddim_steps(cumulative_alphas(CONFIG), 50)
    # diffusers' inverse step at t goes from t - stride to t
    for step in reversed(steps[:-1]):
        expected = oracle.step(noise, step.timestep, latents).prev_sample
        torch.testing.assert_close(add_noise(step, latents, noise), expected, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("count", [2, 7, 30, 50, 999])
def test_both_directions_undo_each_other(count: int, latents: torch.Tensor, noise: torch.Tensor) -> None:
    for step in ddim_steps(cumulative_alphas(CONFIG), count):
        there = add_noise(step, latents, noise)
        torch.testing.assert_close(denoise(step, there, noise), latents)
        torch.testing.assert_close(noise_between(step, there, latents), noise, rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("offset", [0, 1])
def test_every_step_has_an_effect(offset: int) -> None:
    steps = ddim_steps(cumulative_alphas(CONFIG), 50, offset)
    assert all(abs(step.noise_coefficient) > 1e-4 for step in steps)


def test_the_clean_latents_are_recovered(latents: torch.Tensor, noise: torch.Tensor) -> None:
    for step in ddim_steps(cumulative_alphas(CONFIG), 10):
        noisy = step.alpha**0.5 * latents + (1 - step.alpha) ** 0.5 * noise
        torch.testing.assert_close(predicted_clean(step, noisy, noise), latents)
