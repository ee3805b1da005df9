"""Single-file checkpoints: recognised by their headers, refused by name, loaded without any network."""

from __future__ import annotations

import functools
import socket
import tempfile
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file
from transformers import CLIPTokenizer

from nti_desktop.diffusion import checkpoints
from nti_desktop.diffusion.checkpoints import describe_checkpoint, tokenizer_folder
from nti_desktop.diffusion.descriptions import FAMILIES, Family
from nti_desktop.diffusion.models import DiffusionModel, choose_device
from nti_desktop.diffusion.sources import describe_model
from nti_desktop.errors import ModelError
from tests.tiny_models import full_configs, modules_of, tiny_configs, write_checkpoint, write_configs

NETWORK = "model.diffusion_model."
FIRST = f"{NETWORK}input_blocks.0.0.weight"


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where tiny checkpoints may be, with tiny configurations instead of the bundled ones."""
    folders = {f: write_configs(tmp_path / "configs" / f, tiny_configs(f)) for f in FAMILIES}
    monkeypatch.setattr(checkpoints, "family_folder", folders.__getitem__)
    return tmp_path


@functools.cache
def tiny_state(family: Family) -> dict[str, torch.Tensor]:
    with tempfile.TemporaryDirectory() as folder:
        return load_file(write_checkpoint(Path(folder) / "model", family, tiny_configs(family)))


def written(tiny: Path, family: Family = "sd1", name: str = "model", **metadata: str) -> Path:
    path = tiny / f"{name}.safetensors"
    save_file(tiny_state(family), path, metadata)
    return path


def changed(path: Path, change: Any) -> Path:
    """The same checkpoint with other tensors."""
    state = load_file(path)
    change(state)
    save_file(state, path)
    return path


# Millions of parameters as published: noise network, autoencoder, text encoders.
SIZES: dict[Family, tuple[float, ...]] = {
    "sd1": (859.52, 83.65, 123.06),
    "sd2": (865.91, 83.65, 340.39),
    "sdxl": (2567.46, 83.65, 123.06, 694.66),
}


@pytest.mark.parametrize("family", FAMILIES)
def test_the_bundled_configurations_make_models_of_the_published_sizes(family: Family) -> None:
    with torch.device("meta"):
        modules = [module for _, module in modules_of(full_configs(family))]
    counts = [sum(weight.numel() for weight in module.parameters()) / 1e6 for module in modules]
    assert counts == pytest.approx(SIZES[family], abs=0.01)


@pytest.mark.parametrize(("padding", "expected"), [("!", 0), ("<|endoftext|>", 49407)])
def test_the_bundled_vocabulary_is_clips(padding: str, expected: int) -> None:
    tokenizer = CLIPTokenizer.from_pretrained(tokenizer_folder(), pad_token=padding)
    assert tokenizer("A photo of a cat")["input_ids"] == [49406, 320, 1125, 539, 320, 2368, 49407]
    assert tokenizer.pad_token_id == expected


@pytest.mark.parametrize("family", FAMILIES)
def test_the_family_is_recognised_by_the_keys(tiny: Path, family: Family) -> None:
    path = written(tiny, family)
    description = describe_model(str(path))
    assert description.family == family
    assert description.name == "model"
    assert description.path == path
    assert len(description.fingerprint) == 16
    assert description.shapes[0] == (description.width, description.height)
    assert len(description.shapes) == 7


@pytest.mark.parametrize(
    ("name", "metadata", "yaml", "prediction", "width"),
    [
        ("model", {}, "", "v_prediction", 96),
        ("v2-1_512-ema-pruned", {}, "", "epsilon", 64),
        ("sd2-base", {}, "", "epsilon", 64),
        ("model-15121", {}, "", "v_prediction", 96),
        ("model", {"modelspec.architecture": "stable-diffusion-v2-512"}, "", "epsilon", 64),
        ("model", {"modelspec.prediction_type": "epsilon"}, "", "epsilon", 64),
        ("v2-512", {"modelspec.prediction_type": "v"}, "", "v_prediction", 96),
        ("v2-512", {}, 'params:\n  parameterization: "v"\n', "v_prediction", 96),
        ("model", {}, "params:\n  parameterization: eps\n", "epsilon", 64),
    ],
)
def test_what_an_sd2_checkpoint_predicts_follows_the_rule(
    tiny: Path, name: str, metadata: dict[str, str], yaml: str, prediction: str, width: int
) -> None:
    path = written(tiny, "sd2", name, **metadata)
    if yaml:
        path.with_suffix(".yaml").write_text(yaml)
    description = describe_checkpoint(path)
    assert (description.prediction, description.width) == (prediction, width)


def test_marker_tensors_make_a_v_prediction_model_with_a_schedule_to_pure_noise(tiny: Path) -> None:
    path = changed(written(tiny, "sdxl"), lambda s: s.update(v_pred=torch.ones(0), ztsnr=torch.ones(0)))
    model = DiffusionModel.load(describe_checkpoint(path), choose_device("cpu"))
    assert model.prediction == "v_prediction"
    assert model.alphas[-1] == pytest.approx(0, abs=1e-12)
    assert describe_checkpoint(written(tiny, "sdxl", "plain")).prediction == "epsilon"


def with_header(header: bytes) -> bytes:
    """A safetensors file of a header alone."""
    return len(header).to_bytes(8, "little") + header


def inputs(channels: int) -> Any:
    return lambda state: state.update({FIRST: torch.zeros(8, channels, 3, 3)})


def without(prefix: str) -> Any:
    def drop(state: dict[str, torch.Tensor]) -> None:
        for name in [name for name in state if name.startswith(prefix)]:
            del state[name]

    return drop


def only(name: str) -> Any:
    def replace(state: dict[str, torch.Tensor]) -> None:
        state.clear()
        state[name] = torch.zeros(2, 2)

    return replace


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (inputs(9), "an inpainting variant"),
        (inputs(8), "InstructPix2Pix"),
        (inputs(5), "depth-guided"),
        (inputs(7), "an upscaler"),
        (only("lora_unet_down_blocks_0.lora_down.weight"), "a LoRA"),
        (only("unet.down_blocks.0.to_q.lora_A.weight"), "a LoRA"),
        (only("control_model.input_blocks.0.0.weight"), "a ControlNet"),
        (only("controlnet_cond_embedding.conv_in.weight"), "a ControlNet"),
        (only("emb_params"), "textual-inversion"),
        (lambda s: s.update(edm_mean=torch.zeros(1)), "another kind of noise"),
        (only("encoder.conv_in.weight"), "an autoencoder .* alone"),
        (only("first_stage_model.encoder.conv_in.weight"), "an autoencoder .* alone"),
        (only("down_blocks.0.resnets.0.conv1.weight"), "a noise network alone"),
        (only("text_model.encoder.layers.0.mlp.fc1.weight"), "a text encoder alone"),
        (only("model.diffusion_model.joint_blocks.0.x_block.attn.qkv.weight"), "Stable Diffusion 3"),
        (only("double_blocks.0.img_attn.qkv.weight"), "a Flux model"),
        (only("something.else"), "not a Stable Diffusion checkpoint"),
        (without("first_stage_model."), "lacks its autoencoder"),
        (without("cond_stage_model."), "lacks its text encoder"),
        (
            lambda s: s.update({f"{NETWORK}time_embed.cond_proj.weight": torch.zeros(1)}),
            "few-step distilled model .LCM",
        ),
        (
            lambda s: s.update(
                {f"{NETWORK}input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight": torch.zeros(8, 5)}
            ),
            "text width",
        ),
        (
            lambda s: s.update(
                {f"{NETWORK}input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight": torch.zeros(8)}
            ),
            "text width",
        ),
    ],
)
def test_other_kinds_are_refused_by_name(tiny: Path, change: Any, sentence: str) -> None:
    path = changed(written(tiny), change)
    with pytest.raises(ModelError, match=sentence) as refused:
        describe_model(str(path))
    assert "model.safetensors" in str(refused.value) or "“model”" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_the_refiner_is_refused_by_name(tiny: Path) -> None:
    def refine(state: dict[str, torch.Tensor]) -> None:
        for name in [name for name in state if name.startswith("conditioner.embedders.1.")]:
            state[name.replace("embedders.1.", "embedders.0.")] = state.pop(name)

    with pytest.raises(ModelError, match="SDXL's refiner"):
        describe_model(str(changed(written(tiny, "sdxl"), refine)))


@pytest.mark.parametrize(
    "name",
    [
        *("sd_turbo", "dreamLightning", "some-lcm-v1", "Hyper-SD15", "xl-4step", "model_8steps"),
        *("sdxl-turbo", "sd_xl_turbo_1.0", "SDXL-Lightning", "dreamshaperXL_turboDpmppSDE", "turbo_v2_fp16"),
        *("sdxl_lightning_4step_unet", "sd15turbo", "own-1-step", "realV40_LightningBakedvae"),
        *("real_v51HyperVAE", "epicXL_vxviiHyper", "Own_hyper", "photo_Hyper4S", "Hyper-SDXL-8steps"),
        *("sdxl_dmd2", "pcm_sd15", "sd15-tcd", "tcd-sdxl", "SDXL-flash", "flash-sdxl"),
        *("turbovisionxlSuperFast_v43", "TurboVision"),
    ],
)
def test_few_step_models_are_refused_by_name(tiny: Path, name: str) -> None:
    with pytest.raises(ModelError, match=r"few-step distilled model.*classifier-free guidance"):
        describe_model(str(written(tiny, name=name)))


@pytest.mark.parametrize(
    "name",
    [
        *("hyperreal", "falcm", "footsteps", "v1-5-pruned", "step1000", "sks_dog_1000_steps", "sd15-step2"),
        *("v1-5-dreambooth-1500-steps", "photo-50-steps", "ducati-turbo-fan", "lightningstorm_v1"),
        *("hyper-realistic", "sd15-hyper-realistic-v3", "HyperRealism_v3", "hyper3d", "hyperspace_sd15"),
        *("camera-flash", "flash-photography-xl", "flashback_v2", "pcmag", "real_v60B1VAE", "turbo-fan-sd15"),
    ],
)
def test_names_that_only_look_like_it_are_not(tiny: Path, name: str) -> None:
    assert describe_model(str(written(tiny, name=name))).name == name


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"PK\x03\x04 and so on, a zip file", "pickled checkpoint"),
        (b"\x80\x02}q\x00(X\x0e\x00\x00\x00", "pickled checkpoint"),
        (b"GGUF\x03\x00\x00\x00\x00\x00\x00\x00", "GGUF"),
        ("# Notes über my model\n".encode() * 30, "a text file"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:1", "a pointer to the weights"),
        (b"", "damaged"),
        (b"\xff" * 90, "damaged"),
        (b"\x02\0\0\0\0\0\0\0[]", "damaged"),
        (with_header(b'{"a":{"shape":[1e400],"data_offsets":[0,0]}}'), "damaged"),
        (with_header(b"[" * 100_000), "damaged"),
        (with_header(b'{"__metadata__":"x"}'), "damaged"),
        (b"\x10\0\0\0\0\0\0\0" + b'{"a":{"shape":1}}', "damaged"),
    ],
)
def test_files_that_are_not_safetensors_say_what_they_are(
    tmp_path: Path, content: bytes, sentence: str
) -> None:
    path = tmp_path / "model.safetensors"
    path.write_bytes(content)
    with pytest.raises(ModelError, match=sentence):
        describe_model(str(path))


def test_a_truncated_checkpoint_is_incomplete(tiny: Path) -> None:
    path = written(tiny)
    path.write_bytes(path.read_bytes()[:-1000])
    with pytest.raises(ModelError, match="incomplete"):
        describe_model(str(path))


def test_a_checkpoint_without_one_tensor_cannot_be_loaded(tiny: Path) -> None:
    path = changed(written(tiny), lambda state: state.pop(f"{NETWORK}out.2.bias"))
    with pytest.raises(ModelError, match="cannot be loaded"):
        DiffusionModel.load(describe_model(str(path)), choose_device("cpu"))


def test_the_fingerprint_follows_weights_and_prediction(tiny: Path) -> None:
    path = written(tiny, "sd2")
    before = describe_checkpoint(path).fingerprint
    path.with_suffix(".yaml").write_text("parameterization: eps\n")
    after = describe_checkpoint(path).fingerprint
    changed(path, lambda state: state[f"{NETWORK}out.2.bias"].add_(1))
    assert len({before, after, describe_checkpoint(path).fingerprint}) == 3


def test_loading_asks_no_network(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    path = written(tiny, "sdxl")
    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.delenv("HF_HUB_OFFLINE")
    model = DiffusionModel.load(describe_model(str(path)), choose_device("cpu"))
    assert model.embed(model.tokenize("a mug")).pooled is not None


@pytest.mark.parametrize("family", FAMILIES)
def test_half_precision_files_are_loaded_in_float32(tiny: Path, family: Family) -> None:
    path = write_checkpoint(tiny / "half.safetensors", family, tiny_configs(family), torch.float16)
    model = DiffusionModel.load(describe_model(str(path)), choose_device("cpu"))
    assert {weight.dtype for weight in model.unet.parameters()} == {torch.float32}
    assert {weight.dtype for weight in model.vae.parameters()} == {torch.float32}


def test_the_file_may_go_once_the_model_is_loaded(tiny: Path) -> None:
    path = written(tiny)
    model = DiffusionModel.load(describe_model(str(path)), choose_device("cpu"))
    before = [weight.clone() for weight in model.unet.parameters()]
    path.write_bytes(b"\0" * path.stat().st_size)
    assert all(torch.equal(a, b) for a, b in zip(before, model.unet.parameters(), strict=True))
