"""DDIM over explicit pairs, held against diffusers' schedulers where those are right."""

from __future__ import annotations

import pytest
import torch
from diffusers import DDIMInverseScheduler, DDIMScheduler

from nti_desktop.diffusion.schedule import (
    Step,
    add_noise,
    cumulative_alphas,
    ddim_steps,
    denoise,
    noise_between,
    predicted_clean,
    steps_through,
)
from nti_desktop.errors import ModelError

CONFIG = {
    "num_train_timesteps": 1000,
    "beta_start": 0.00085,
    "beta_end": 0.012,
    "beta_schedule": "scaled_linear",
    "clip_sample": False,
    "set_alpha_to_one": False,
    "steps_offset": 1,
}


# What published v-prediction models with zero terminal signal-to-noise are sampled with.
ZERO_SNR = CONFIG | {
    "prediction_type": "v_prediction",
    "rescale_betas_zero_snr": True,
    "timestep_spacing": "trailing",
}


def grid(config: dict[str, object], count: int) -> tuple[Step, ...]:
    """As a model makes it from its scheduler's configuration."""
    return ddim_steps(
        cumulative_alphas(config),
        count,
        int(config.get("steps_offset", 1)),
        str(config.get("timestep_spacing", "leading")),
        str(config.get("prediction_type", "epsilon")),
    )


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


@pytest.mark.parametrize("count", [10, 20, 50])
@pytest.mark.parametrize("spacing", ["leading", "trailing"])
@pytest.mark.parametrize("prediction", ["epsilon", "v_prediction"])
def test_denoising_equals_diffusers_for_every_prediction(
    count: int, spacing: str, prediction: str, latents: torch.Tensor, noise: torch.Tensor
) -> None:
    config = CONFIG | {"timestep_spacing": spacing, "prediction_type": prediction}
    oracle = DDIMScheduler.from_config(config)
    oracle.set_timesteps(count)
    steps = grid(config, count)
    assert [step.timestep for step in steps] == oracle.timesteps.tolist()
    for step in steps:
        expected = oracle.step(noise, step.timestep, latents)
        torch.testing.assert_close(denoise(step, latents, noise), expected.prev_sample, rtol=1e-4, atol=1e-5)
        clean = predicted_clean(step, latents, noise)
        torch.testing.assert_close(clean, expected.pred_original_sample, rtol=1e-4, atol=1e-4)


def test_inversion_of_a_v_prediction_equals_diffusers(latents: torch.Tensor, noise: torch.Tensor) -> None:
    """Of one picture and one noise: diffusers takes v at the lower noise level, we at the higher."""
    config = CONFIG | {"prediction_type": "v_prediction"}
    oracle = DDIMInverseScheduler.from_config(config)
    oracle.set_timesteps(50)
    for step in reversed(grid(config, 50)[:-1]):
        a, b = step.alpha, step.alpha_previous
        previous = b**0.5 * latents + (1 - b) ** 0.5 * noise
        lower, higher = (x**0.5 * noise - (1 - x) ** 0.5 * latents for x in (b, a))
        expected = oracle.step(lower, step.timestep, previous).prev_sample
        torch.testing.assert_close(add_noise(step, previous, higher), expected, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize(
    ("spacing", "count"),
    [
        *(("leading", count) for count in (2, 10, 25, 50, 125, 500)),  # those that divide the trained steps
        *((spacing, count) for spacing in ("trailing", "linspace") for count in (2, 7, 30, 50, 500)),
    ],
)
def test_every_grid_is_as_defined_but_for_timestep_zero(spacing: str, count: int) -> None:
    config = CONFIG | {"timestep_spacing": spacing}
    oracle = DDIMScheduler.from_config(config)
    oracle.set_timesteps(count)
    times = [step.timestep for step in grid(config, count)]
    assert times == [max(1, time) for time in oracle.timesteps.tolist()[:count]]
    assert all(abs(step.noise_coefficient) > 1e-4 for step in grid(config, count))


@pytest.mark.parametrize("count", [3, 7, 30, 70, 251, 334, 400, 499, 501, 999])
def test_a_leading_grid_reaches_the_noise_with_any_number_of_steps(count: int) -> None:
    steps = ddim_steps(cumulative_alphas(CONFIG), count)
    assert steps[0].timestep == 1 + 1000 * (count - 1) // count  # within a stride of the noisiest there is
    strides = {step.timestep - step.previous for step in steps[:-1]}
    assert max(strides) - min(strides) <= 1
    assert steps[-1].timestep == 1


def test_a_grid_is_found_again_from_its_timesteps() -> None:
    for spacing in ("leading", "trailing"):
        steps = grid(CONFIG | {"timestep_spacing": spacing}, 30)
        assert steps_through(cumulative_alphas(CONFIG), [step.timestep for step in steps]) == steps


@pytest.mark.parametrize("timesteps", [[], [1000, 500], [500, 500], [1, 500], [500, -1]])
def test_timesteps_of_another_model_are_refused(timesteps: list[int]) -> None:
    with pytest.raises(ModelError, match="invert the photo"):
        steps_through(cumulative_alphas(CONFIG), timesteps)


def test_a_step_from_pure_noise_equals_diffusers(latents: torch.Tensor, noise: torch.Tensor) -> None:
    oracle = DDIMScheduler.from_config(ZERO_SNR)
    oracle.set_timesteps(50)
    step = grid(ZERO_SNR, 50)[0]
    assert (step.timestep, step.alpha) == (999, 0.0)
    expected = oracle.step(noise, 999, latents)
    torch.testing.assert_close(denoise(step, latents, noise), expected.prev_sample, rtol=1e-4, atol=1e-4)
    clean = predicted_clean(step, latents, noise)
    torch.testing.assert_close(clean, expected.pred_original_sample, rtol=1e-4, atol=1e-4)


def test_both_directions_undo_each_other_at_pure_noise(latents: torch.Tensor, noise: torch.Tensor) -> None:
    for step in grid(ZERO_SNR, 50):
        there = add_noise(step, latents, noise)
        assert torch.isfinite(there).all()
        torch.testing.assert_close(denoise(step, there, noise), latents)
        torch.testing.assert_close(noise_between(step, there, latents), noise, rtol=1e-6, atol=1e-6)


def test_a_noise_prediction_is_never_asked_of_pure_noise() -> None:
    steps = grid(ZERO_SNR | {"prediction_type": "epsilon"}, 50)
    assert [step.timestep for step in steps[:2]] == [998, 979]
    assert steps[0].alpha > 0


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"beta_schedule": "linear"},
        {"beta_schedule": "squaredcos_cap_v2"},
        {"trained_betas": [0.01, 0.02, 0.03]},
        {"rescale_betas_zero_snr": True},
    ],
)
def test_the_noise_schedule_equals_diffusers(changes: dict[str, object]) -> None:
    oracle = DDIMScheduler.from_config(CONFIG | changes).alphas_cumprod.double()
    alphas = torch.tensor(cumulative_alphas(CONFIG | changes), dtype=torch.float64)
    torch.testing.assert_close(alphas, oracle, rtol=1e-3, atol=1e-6)


@pytest.mark.parametrize(
    "changes", [{"beta_schedule": "x"}, {"timestep_spacing": "x"}, {"prediction_type": "sample"}]
)
def test_an_unknown_schedule_is_named(changes: dict[str, object]) -> None:
    with pytest.raises(ModelError, match="is not known; choose another"):
        grid(CONFIG | changes, 50)
