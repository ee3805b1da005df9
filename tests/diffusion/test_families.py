"""Each family against diffusers' own pipelines, from folders and from original checkpoints."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers import (
    AutoencoderKL,
    DDIMScheduler,
    StableDiffusionPipeline,
    StableDiffusionXLPipeline,
    UNet2DConditionModel,
)
from diffusers.loaders import single_file_utils
from safetensors.torch import load_file
from transformers import CLIPTextModel, CLIPTextModelWithProjection, CLIPTokenizer

from nti_desktop.diffusion import checkpoints
from nti_desktop.diffusion.descriptions import Family
from nti_desktop.diffusion.models import DiffusionModel, choose_device
from nti_desktop.diffusion.sources import describe_model
from nti_desktop.diffusion.texts import TextEmbedding, join
from tests.tiny_models import tiny_configs, write_checkpoint, write_configs, write_folder

CAPTION = "A red mug, on the grass."
KINDS: dict[str, tuple[Family, dict[str, Any]]] = {
    "sd1": ("sd1", {}),
    "sd2": ("sd2", {"rescale_betas_zero_snr": True, "timestep_spacing": "trailing"}),
    "sd2-base": ("sd2", {"prediction_type": "epsilon"}),
    "sdxl": ("sdxl", {}),
}


@dataclass(frozen=True)
class Pair:
    """Our model and diffusers' pipeline of the same files."""

    family: Family
    folder: Path
    model: DiffusionModel
    pipeline: Any


@pytest.fixture(scope="module", params=KINDS)
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    family, scheduler = KINDS[request.param]
    folder = write_folder(
        tmp_path_factory.mktemp("folder") / request.param, tiny_configs(family, **scheduler)
    )
    return Pair(family, folder, load(folder), pipeline(family, folder))


def load(path: Path) -> DiffusionModel:
    torch.set_num_threads(1)
    return DiffusionModel.load(describe_model(str(path)), choose_device("cpu"))


def pipeline(family: Family, folder: Path) -> Any:
    parts: dict[str, Any] = {
        "vae": AutoencoderKL.from_pretrained(folder, subfolder="vae", low_cpu_mem_usage=False),
        "unet": UNet2DConditionModel.from_pretrained(folder, subfolder="unet", low_cpu_mem_usage=False),
        "text_encoder": CLIPTextModel.from_pretrained(folder, subfolder="text_encoder"),
        "tokenizer": CLIPTokenizer.from_pretrained(folder, subfolder="tokenizer"),
        "scheduler": DDIMScheduler.from_pretrained(folder, subfolder="scheduler"),
    }
    if family != "sdxl":
        nothing = {"safety_checker": None, "feature_extractor": None, "requires_safety_checker": False}
        return StableDiffusionPipeline(**parts, **nothing)
    parts["text_encoder_2"] = CLIPTextModelWithProjection.from_pretrained(folder, subfolder="text_encoder_2")
    parts["tokenizer_2"] = CLIPTokenizer.from_pretrained(folder, subfolder="tokenizer_2")
    return StableDiffusionXLPipeline(**parts, add_watermarker=False)


def oracle_embedding(pair: Pair, caption: str) -> tuple[torch.Tensor, torch.Tensor | None]:
    with torch.no_grad():
        found = pair.pipeline.encode_prompt(
            caption, device="cpu", num_images_per_prompt=1, do_classifier_free_guidance=False
        )
    return found[0], found[2] if pair.family == "sdxl" else None


def latents_of(model: DiffusionModel, rows: int = 6, columns: int = 10) -> torch.Tensor:
    return torch.randn(1, 4, rows, columns, generator=torch.Generator().manual_seed(0))


def test_the_family_and_its_numbers_are_recognised(pair: Pair) -> None:
    description = pair.model.description
    assert description.family == pair.family
    assert description.multiple == 8
    assert description.width == pair.pipeline.unet.config.sample_size * 8
    assert description.prediction == pair.pipeline.scheduler.config.prediction_type
    assert description.zero_snr == pair.pipeline.scheduler.config.rescale_betas_zero_snr


def test_a_captions_embedding_is_the_pipelines(pair: Pair) -> None:
    tokens, pooled = oracle_embedding(pair, CAPTION)
    found = pair.model.embed(pair.model.tokenize(CAPTION))
    torch.testing.assert_close(found.tokens, tokens)
    if pooled is None:
        assert found.pooled is None
    else:
        torch.testing.assert_close(found.pooled, pooled)


def test_the_empty_captions_embedding_is_the_pipelines(pair: Pair) -> None:
    with torch.no_grad():
        encoded = pair.pipeline.encode_prompt(
            CAPTION, device="cpu", num_images_per_prompt=1, do_classifier_free_guidance=True
        )
    found = pair.model.embed(pair.model.tokenize(""))
    torch.testing.assert_close(found.tokens, encoded[1])
    if pair.family == "sdxl":
        assert not found.tokens.any()
        torch.testing.assert_close(found.pooled, encoded[3])


def test_the_prediction_is_the_pipelines(pair: Pair) -> None:
    latents, step = latents_of(pair.model), pair.model.steps(10)[2]
    tokens, pooled = oracle_embedding(pair, CAPTION)
    conditions = None
    if pooled is not None:
        size = (latents.shape[2] * 8, latents.shape[3] * 8)
        width = pair.pipeline.text_encoder_2.config.projection_dim
        ids = pair.pipeline._get_add_time_ids(size, (0, 0), size, torch.float32, width)
        conditions = {"text_embeds": pooled, "time_ids": ids}
    with torch.no_grad():
        expected = pair.pipeline.unet(latents, step.timestep, tokens, added_cond_kwargs=conditions).sample
        found = pair.model.predict_noise(latents, [step], pair.model.embed(pair.model.tokenize(CAPTION)))
    torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-5)


def test_the_grid_is_the_schedulers(pair: Pair) -> None:
    scheduler = pair.pipeline.scheduler
    scheduler.set_timesteps(10)
    steps = pair.model.steps(10)
    assert [step.timestep for step in steps] == scheduler.timesteps.tolist()
    expected = [float(scheduler.alphas_cumprod[step.timestep]) for step in steps]
    assert [step.alpha for step in steps] == pytest.approx(expected, rel=1e-3, abs=1e-7)


def test_text_gets_a_gradient_and_no_weight_does(pair: Pair) -> None:
    text = pair.model.embed(pair.model.tokenize(CAPTION)).detached()
    free = [part.requires_grad_() for part in (text.tokens, text.pooled) if part is not None]
    pair.model.predict_noise(latents_of(pair.model), pair.model.steps(4)[:1], text).square().mean().backward()
    assert len(free) == 1 + (pair.family == "sdxl")
    assert all(part.grad is not None and part.grad.abs().max() > 0 for part in free)
    assert all(weight.grad is None and not weight.requires_grad for weight in pair.model.unet.parameters())


def test_captions_of_several_windows_are_embedded_one_by_one(pair: Pair) -> None:
    one, two = (pair.model.tokenize(caption) for caption in (CAPTION, "two grey horses"))
    long = replace(one, ids=one.ids + two.ids)
    found = pair.model.embed(long)
    first, second = pair.model.embed(one), pair.model.embed(two)
    torch.testing.assert_close(found.tokens, torch.cat([first.tokens, second.tokens], 1))
    if first.pooled is not None:
        torch.testing.assert_close(found.pooled, first.pooled)


def test_samples_of_a_batch_do_not_touch_one_another(pair: Pair) -> None:
    texts = [pair.model.embed(pair.model.tokenize(caption)) for caption in (CAPTION, "")]
    latents, steps = latents_of(pair.model), pair.model.steps(4)[:2]
    with torch.no_grad():
        both = pair.model.predict_noise(latents.expand(2, -1, -1, -1), steps, join(texts))
        alone = [pair.model.predict_noise(latents, [s], t) for s, t in zip(steps, texts, strict=True)]
    torch.testing.assert_close(both, torch.cat(alone), rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize(("height", "width"), [(64, 64), (40, 88), (72, 56)])
def test_any_multiple_of_eight_is_a_geometry(pair: Pair, height: int, width: int) -> None:
    image = np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)
    latents = pair.model.encode(image)
    assert latents.shape == (1, 4, height // 8, width // 8)
    text = pair.model.embed(pair.model.tokenize(""))
    with torch.no_grad():
        assert pair.model.predict_noise(latents, pair.model.steps(2)[:1], text).shape == latents.shape
    assert pair.model.decode(latents).shape == image.shape


def test_an_original_checkpoint_gives_the_same_numbers(
    pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = pair.model
    scheduler = {"prediction_type": model.prediction}
    configs = tiny_configs(pair.family, **scheduler)
    monkeypatch.setattr(checkpoints, "family_folder", lambda _: write_configs(tmp_path / "configs", configs))
    name = (
        "tiny-base.safetensors"
        if pair.family == "sd2" and model.prediction == "epsilon"
        else "tiny.safetensors"
    )
    loaded = load(write_checkpoint(tmp_path / name, pair.family, configs))
    assert (loaded.description.family, loaded.prediction) == (pair.family, model.prediction)
    latents, step = latents_of(model), model.steps(4)[1]
    text = model.embed(model.tokenize(CAPTION))
    again = loaded.embed(loaded.tokenize(CAPTION))
    assert torch.equal(again.tokens, text.tokens)
    assert text.pooled is None or torch.equal(again.pooled, text.pooled)
    with torch.no_grad():
        assert torch.equal(
            loaded.predict_noise(latents, [step], again), model.predict_noise(latents, [step], text)
        )
    assert np.array_equal(loaded.decode(latents), model.decode(latents))


def test_the_original_layout_is_the_one_that_diffusers_reads(pair: Pair, tmp_path: Path) -> None:
    """The checkpoints of these tests are named by our own tables; diffusers' converters vouch for those."""
    configs = tiny_configs(pair.family)
    state = load_file(write_checkpoint(tmp_path / "tiny.safetensors", pair.family, configs))
    unet = single_file_utils.convert_ldm_unet_checkpoint(dict(state), configs["unet"])
    vae = single_file_utils.convert_ldm_vae_checkpoint(dict(state), configs["vae"])
    for found, module in ((unet, pair.pipeline.unet), (vae, pair.pipeline.vae)):
        expected = module.state_dict()
        assert found.keys() == expected.keys()
        assert all(torch.equal(found[name].reshape(expected[name].shape), expected[name]) for name in found)


def test_open_clips_layout_is_the_one_that_diffusers_reads(pair: Pair, tmp_path: Path) -> None:
    part = {"sd1": "", "sd2": "text_encoder", "sdxl": "text_encoder_2"}[pair.family]
    configs = tiny_configs(pair.family)
    state = load_file(write_checkpoint(tmp_path / "tiny.safetensors", pair.family, configs))
    prefix = checkpoints.TEXT_ENCODERS[pair.family][-1]
    if not part:
        found = single_file_utils.convert_ldm_clip_checkpoint(dict(state))
        part = "text_encoder"
    else:
        encoder = getattr(pair.pipeline, part)
        found = single_file_utils.convert_open_clip_checkpoint(encoder, dict(state), prefix)
    expected = getattr(pair.pipeline, part).state_dict()
    found = {name.removeprefix("text_model."): tensor for name, tensor in found.items()}
    assert all(torch.equal(found[n.removeprefix("text_model.")], t) for n, t in expected.items())


def test_zeros_for_the_empty_caption_are_the_configurations_choice(tmp_path: Path) -> None:
    configs = tiny_configs("sdxl")
    configs[""] |= {"force_zeros_for_empty_prompt": False}
    model = load(write_folder(tmp_path / "model", configs))
    empty = model.embed(model.tokenize(""))
    assert empty.tokens.abs().max() > 0
    assert isinstance(empty, TextEmbedding)
