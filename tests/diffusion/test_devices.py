"""Precision and memory: what half precision costs, and that saving memory changes nothing."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch

from nti_desktop.diffusion import devices
from nti_desktop.diffusion.models import DiffusionModel, choose_device
from nti_desktop.diffusion.schedule import add_noise, denoise
from nti_desktop.diffusion.sources import describe_model
from nti_desktop.diffusion.texts import TextEmbedding, join
from tests.tiny_models import tiny_configs, write_folder

CPU = choose_device("cpu")


@pytest.fixture(scope="module")
def sdxl(tmp_path_factory: pytest.TempPathFactory) -> DiffusionModel:
    folder = write_folder(tmp_path_factory.mktemp("model") / "sdxl", tiny_configs("sdxl"))
    return DiffusionModel.load(describe_model(str(folder)), CPU)


@pytest.fixture(scope="module", params=[torch.bfloat16, torch.float16])
def half(request: pytest.FixtureRequest, bundled: DiffusionModel) -> DiffusionModel:
    return DiffusionModel.load(bundled.description, CPU, request.param)


@pytest.fixture
def fresh(sdxl: DiffusionModel) -> Iterator[DiffusionModel]:
    yield sdxl
    sdxl.use_checkpointing(False)
    sdxl.tile_vae(False)
    sdxl.move_to(CPU)


def latents_of(model: DiffusionModel) -> torch.Tensor:
    shape = (1, int(model.unet.config.in_channels), 16, 16)
    return torch.randn(shape, generator=torch.Generator().manual_seed(0))


def gradient(model: DiffusionModel, text: TextEmbedding, size: float = 1.0) -> tuple[torch.Tensor, ...]:
    """Of a small loss, as null-text optimisation has it, in the text."""
    text = text.detached()
    free = [part.requires_grad_() for part in (text.tokens, text.pooled) if part is not None]
    noise = model.predict_noise(latents_of(model), model.steps(50)[10:11], text)
    (size * noise.square().mean()).backward()
    return tuple(part.grad for part in free if part.grad is not None)


def relative(found: torch.Tensor, expected: torch.Tensor) -> float:
    return float((found - expected).norm() / expected.norm())


def test_all_but_the_noise_network_stays_in_float32(half: DiffusionModel) -> None:
    assert half.precision in (torch.bfloat16, torch.float16)
    assert half.unet.dtype == half.precision
    assert half.vae.dtype == half.texts.first.dtype == torch.float32
    text = half.embed(half.tokenize("a red mug"))
    noise = half.predict_noise(latents_of(half), half.steps(50)[10:11], text)
    assert (text.tokens.dtype, noise.dtype) == (torch.float32, torch.float32)


def test_half_precision_changes_the_prediction_little(half: DiffusionModel, bundled: DiffusionModel) -> None:
    text = bundled.embed(bundled.tokenize("a red mug"))
    with torch.no_grad():
        args = (latents_of(bundled), bundled.steps(50)[10:11], text)
        error = relative(half.predict_noise(*args), bundled.predict_noise(*args))
    assert 0 < error < (0.02 if half.precision == torch.bfloat16 else 0.003)


def test_gradients_survive_half_precision(half: DiffusionModel, bundled: DiffusionModel) -> None:
    text = bundled.embed(bundled.tokenize("a red mug"))
    expected, found = gradient(bundled, text, 1e-6)[0], gradient(half, text, 1e-6)[0]
    assert expected.abs().max() < 1e-6  # below anything float16 could hold
    assert found.dtype == torch.float32
    assert relative(found, expected) < (0.05 if half.precision == torch.bfloat16 else 0.01)


def test_a_small_gradient_survives_beside_a_large_one(half: DiffusionModel, bundled: DiffusionModel) -> None:
    text, steps = bundled.embed(bundled.tokenize("a red mug")), bundled.steps(50)[10:11] * 2
    latents, found = latents_of(bundled).expand(2, -1, -1, -1), []
    for model in (bundled, half):
        both = join([text, text]).detached()
        both.tokens.requires_grad_()
        squares = model.predict_noise(latents, steps, both).square().flatten(1).mean(1)
        (squares * torch.tensor([1.0, 1e-8])).sum().backward()
        found.append(both.tokens.grad)
    expected, gradients = found
    assert expected is not None
    assert gradients is not None
    assert relative(gradients[1], expected[1]) < 0.05


def test_half_precision_costs_little_of_a_reconstruction(
    half: DiffusionModel, bundled: DiffusionModel
) -> None:
    """There in float32 and back in half precision: what is lost is the network's rounding.

    Few steps in float16, which CPUs without it take ten times as long for.
    """
    count = 10 if half.precision == torch.bfloat16 else 2
    ramp = np.linspace(0, 255, 128, dtype=np.uint8)
    image = np.stack(np.broadcast_arrays(ramp[:, None], ramp[None], np.uint8(90)), -1)
    text, steps = bundled.embed(bundled.tokenize("a red mug")), bundled.steps(count)
    start = current = bundled.encode(image)
    with torch.no_grad():
        for step in reversed(steps):
            current = add_noise(step, current, bundled.predict_noise(current, [step], text))
        ends = []
        for model in (bundled, half):
            latents = current
            for step in steps:
                latents = denoise(step, latents, model.predict_noise(latents, [step], text))
            ends.append(psnr(bundled.decode(latents), bundled.decode(start)))
    assert ends[1] > ends[0] - 1


def psnr(image: np.ndarray, truth: np.ndarray) -> float:
    return 10 * float(np.log10(255**2 / np.mean((image.astype(float) - truth) ** 2)))


def test_checkpointing_is_at_work_and_gives_equal_gradients(fresh: DiffusionModel) -> None:
    text = fresh.embed(fresh.tokenize("a red mug"))
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    hook = fresh.unet.mid_block.resnets[1].register_forward_pre_hook(count)
    try:
        plain, once = gradient(fresh, text), calls
        fresh.use_checkpointing()
        assert not fresh.unet.training
        saved, twice = gradient(fresh, text), calls - once
    finally:
        hook.remove()
    assert (once, twice) == (1, 2)
    assert len(plain) == 2
    assert all(torch.equal(a, b) for a, b in zip(plain, saved, strict=True))
    fresh.use_checkpointing(False)
    assert all(torch.equal(a, b) for a, b in zip(plain, gradient(fresh, text), strict=True))


def test_checkpointing_keeps_fewer_activations(fresh: DiffusionModel) -> None:
    text = fresh.embed(fresh.tokenize("a red mug"))
    kept = []
    for on in (False, True):
        fresh.use_checkpointing(on)
        kept.append(_kept_elements(fresh, text))
    assert kept[1] < kept[0] / 2


def _kept_elements(model: DiffusionModel, text: TextEmbedding) -> int:
    """Elements that a forward pass keeps for the backward one, weights apart."""
    kept: dict[int, int] = {}
    weights = {weight.data_ptr() for weight in model.unet.parameters()}

    def keep(tensor: torch.Tensor) -> torch.Tensor:
        if tensor.data_ptr() not in weights:
            kept[tensor.data_ptr()] = tensor.numel()
        return tensor

    text = text.detached()
    text.tokens.requires_grad_()
    with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
        output = model.predict_noise(latents_of(model), model.steps(4)[:1], text)
    assert output.requires_grad
    return sum(kept.values())


def test_a_tiled_autoencoder_sees_less_at_a_time(fresh: DiffusionModel) -> None:
    image = np.random.default_rng(0).integers(0, 256, (64, 128, 3), dtype=np.uint8)
    widest = 0

    def look(_: object, inputs: tuple[torch.Tensor, ...]) -> None:
        nonlocal widest
        widest = max(widest, *inputs[0].shape[-2:])

    fresh.description = dataclasses.replace(fresh.description, width=128, height=64)
    fresh.tile_vae()
    hooks = [part.register_forward_pre_hook(look) for part in (fresh.vae.encoder, fresh.vae.decoder)]
    try:
        latents = fresh.encode(image)
        decoded = fresh.decode(latents)
    finally:
        for hook in hooks:
            hook.remove()
    assert widest == 64
    assert latents.shape == (1, 4, 8, 16)
    assert decoded.shape == image.shape


@pytest.mark.parametrize("side", [22, 28, 30, 44, 60])
def test_tiles_of_any_trained_size_give_all_of_the_picture(fresh: DiffusionModel, side: int) -> None:
    """Half of a side need not divide into quarters, by which the tiles overlap."""
    pixels = side * 8
    fresh.description = dataclasses.replace(fresh.description, width=pixels, height=pixels)
    fresh.tile_vae()
    image = np.random.default_rng(0).integers(0, 256, (pixels, pixels, 3), dtype=np.uint8)
    latents = fresh.encode(image)
    assert latents.shape == (1, 4, side, side)
    assert fresh.decode(latents).shape == image.shape
    assert fresh.vae.tile_latent_min_size <= max(8, side // 2)


def test_an_autoencoder_that_gives_another_size_is_not_believed(fresh: DiffusionModel) -> None:
    fresh.tile_vae()
    fresh.vae.tile_latent_min_size, fresh.vae.tile_sample_min_size = 22, 176
    with pytest.raises(RuntimeError, match="44, 44"):
        fresh.encode(np.zeros((352, 352, 3), np.uint8))
    with pytest.raises(RuntimeError, match="352, 352"):
        fresh.decode(torch.zeros(1, 4, 44, 44))


def test_text_encoders_on_the_cpu_give_tensors_on_the_models_device(fresh: DiffusionModel) -> None:
    before = fresh.embed(fresh.tokenize("a red mug"))
    fresh.device = torch.device("meta")
    fresh.offload_text_encoders()
    text = fresh.embed(fresh.tokenize("a red mug"))
    assert text.tokens.device.type == text.pooled.device.type == "meta"
    fresh.device = CPU
    assert torch.equal(fresh.embed(fresh.tokenize("a red mug")).tokens, before.tokens)


def test_moving_takes_the_devices_precision(sdxl: DiffusionModel, tmp_path: Path) -> None:
    model = DiffusionModel.load(sdxl.description, CPU, torch.bfloat16)
    assert model.precision == torch.bfloat16
    model.move_to("cpu")
    assert (model.device, model.precision) == (CPU, torch.float32)


def test_a_model_whose_move_fails_does_not_say_it_has_moved(
    sdxl: DiffusionModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: torch.device) -> None:
        raise torch.OutOfMemoryError

    model = DiffusionModel.load(sdxl.description, CPU)
    monkeypatch.setattr(model.texts, "to", full)
    with pytest.raises(torch.OutOfMemoryError):
        model.move_to("meta")
    assert model.device == CPU


def test_unused_memory_is_given_back_on_every_device(monkeypatch: pytest.MonkeyPatch) -> None:
    given = []
    monkeypatch.setattr(torch.cuda, "empty_cache", lambda: given.append("cuda"))
    monkeypatch.setattr(torch.mps, "empty_cache", lambda: given.append("mps"))
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    devices.release_unused()
    assert given == ["cuda"]
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: True)
    devices.release_unused()
    assert given == ["cuda", "cuda", "mps"]


def test_a_network_that_overflows_half_precision_runs_in_the_next(
    sdxl: DiffusionModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    choices = (torch.float16, torch.bfloat16, torch.float32)
    monkeypatch.setattr("nti_desktop.diffusion.models.precisions_for", lambda _: choices)
    assert DiffusionModel.load(sdxl.description, CPU).precision == torch.float16
    model = DiffusionModel.load(sdxl.description, CPU, torch.float32)
    model.unet.conv_in.weight.mul_(1e5)
    model.move_to(CPU)
    assert model.precision == torch.bfloat16


def test_channels_last_where_it_helps_and_the_same_numbers(
    sdxl: DiffusionModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert devices.memory_format_for(torch.device("cuda")) == torch.channels_last
    assert devices.memory_format_for(CPU) == torch.contiguous_format
    text, plain = sdxl.embed(sdxl.tokenize("a red mug")), latents_of(sdxl)
    with torch.no_grad():
        expected = sdxl.predict_noise(plain, sdxl.steps(50)[10:11], text)
    monkeypatch.setattr("nti_desktop.diffusion.models.memory_format_for", lambda _: torch.channels_last)
    model, given = DiffusionModel.load(sdxl.description, CPU), []
    assert model.unet.conv_in.weight.is_contiguous(memory_format=torch.channels_last)
    hook = model.unet.register_forward_pre_hook(lambda _, inputs: given.append(inputs[0]))
    with torch.no_grad():
        noise = model.predict_noise(plain, model.steps(50)[10:11], text)
    hook.remove()
    assert given[0].is_contiguous(memory_format=torch.channels_last)
    assert noise.is_contiguous()
    assert relative(noise, expected) < 1e-5


def test_cuda_multiplies_in_tf32_and_chooses_the_same_convolutions_each_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = torch.get_float32_matmul_precision()
    monkeypatch.setattr(torch.backends.cudnn, "deterministic", False)
    monkeypatch.setattr(torch.backends.cudnn, "benchmark", True)
    try:
        devices.prepare(CPU)
        assert torch.get_float32_matmul_precision() == before
        devices.prepare(torch.device("cuda"))
        assert torch.get_float32_matmul_precision() == "high"
        assert torch.backends.cudnn.deterministic
        assert not torch.backends.cudnn.benchmark
    finally:
        torch.set_float32_matmul_precision(before)


def test_precision_by_device() -> None:
    assert devices.precisions_for(torch.device("cpu")) == (torch.float32,)
    assert devices.precisions_for(torch.device("mps")) == (torch.float32,)


def test_cuda_runs_in_half_precision_and_falls_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda **_: True)
    choices = devices.precisions_for(torch.device("cuda"))
    assert choices == (torch.float16, torch.bfloat16, torch.float32)
    monkeypatch.setattr(torch.cuda, "is_bf16_supported", lambda **_: False)
    assert devices.precisions_for(torch.device("cuda")) == (torch.float16, torch.float32)
