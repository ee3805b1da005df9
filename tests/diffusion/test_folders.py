"""Diffusers folders: which files hold the weights, and which kinds are refused."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

from nti_desktop.diffusion.headers import MAX_VALUES, read_json
from nti_desktop.diffusion.models import DiffusionModel, choose_device
from nti_desktop.diffusion.registry import forget, register, registered
from nti_desktop.diffusion.sources import describe_model
from nti_desktop.errors import ModelError
from tests.tiny_models import tiny_configs, write_configs, write_folder

STEMS = {"unet": "diffusion_pytorch_model", "vae": "diffusion_pytorch_model", "text_encoder": "model"}


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("original") / "model", tiny_configs("sd1"))


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(original, tmp_path / "model"))


def prediction(folder: Path) -> torch.Tensor:
    model = DiffusionModel.load(describe_model(str(folder)), choose_device("cpu"))
    latents = torch.ones(1, 4, 8, 8)
    with torch.no_grad():
        return model.predict_noise(latents, model.steps(2)[:1], model.embed(model.tokenize("a mug")))


def rewrite(path: Path, **changes: Any) -> None:
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | changes), "utf-8")


@pytest.mark.parametrize("part", STEMS)
@pytest.mark.parametrize("pattern", ["{}.safetensors.index.json", "{}.safetensors.index.fp16.json"])
def test_shards_are_loaded_together(folder: Path, part: str, pattern: str) -> None:
    before, stem = prediction(folder), STEMS[part]
    whole = folder / part / f"{stem}.safetensors"
    state = load_file(whole)
    weight_map = {name: f"{stem}-0000{1 + i % 2}-of-00002.safetensors" for i, name in enumerate(state)}
    for shard in set(weight_map.values()):
        save_file({n: t for n, t in state.items() if weight_map[n] == shard}, folder / part / shard)
    whole.unlink()
    (folder / part / pattern.format(stem)).write_text(json.dumps({"weight_map": weight_map}))
    assert torch.equal(prediction(folder), before)
    missing = folder / part / next(iter(weight_map.values()))
    missing.write_bytes(missing.read_bytes()[:-10])
    with pytest.raises(ModelError, match=f"{part}/{missing.name} is incomplete"):
        describe_model(str(folder))


@pytest.mark.parametrize(
    "name", ["../../secret.safetensors", "/etc/secret.safetensors", "a\\b.safetensors", "x.bin", 3]
)
def test_an_index_that_points_elsewhere_is_refused(folder: Path, name: object) -> None:
    whole = folder / "unet" / "diffusion_pytorch_model.safetensors"
    whole.rename(folder / "secret.safetensors")
    whole.with_name(f"{whole.name}.index.json").write_text(
        json.dumps({"weight_map": {"conv_in.weight": name}})
    )
    with pytest.raises(ModelError, match="points outside its folder"):
        describe_model(str(folder))


def test_the_half_precision_variant_is_used_where_it_is_the_only_one(folder: Path) -> None:
    before = prediction(folder)
    for part, stem in STEMS.items():
        whole = folder / part / f"{stem}.safetensors"
        save_file(
            {n: t.half() for n, t in load_file(whole).items()}, whole.with_name(f"{stem}.fp16.safetensors")
        )
        whole.unlink()
    after = prediction(folder)
    assert after.dtype == torch.float32
    assert 0 < (after - before).norm() / before.norm() < 0.01


def test_old_names_in_the_autoencoders_attention_are_understood(folder: Path) -> None:
    path = folder / "vae" / "diffusion_pytorch_model.safetensors"
    before = describe_model(str(folder))
    decoded = DiffusionModel.load(before, choose_device("cpu")).decode(torch.ones(1, 4, 4, 4))
    old = {"to_q": "query", "to_k": "key", "to_v": "value", "to_out.0": "proj_attn"}
    state = load_file(path)
    for ours, theirs in old.items():
        state = {name.replace(f".{ours}.", f".{theirs}."): tensor for name, tensor in state.items()}
    assert any("proj_attn" in name for name in state)
    save_file(state, path)
    after = DiffusionModel.load(describe_model(str(folder)), choose_device("cpu"))
    assert (after.decode(torch.ones(1, 4, 4, 4)) == decoded).all()


def test_pickled_weights_are_refused(folder: Path) -> None:
    whole = folder / "unet" / "diffusion_pytorch_model.safetensors"
    whole.rename(whole.with_suffix(".bin"))
    with pytest.raises(ModelError, match=r"unet has pickled weights only, which can run code"):
        describe_model(str(folder))


def test_code_in_a_folder_is_never_run(folder: Path, tmp_path: Path) -> None:
    """Each way in which diffusers and transformers let a model bring its own classes."""
    before, ran = prediction(folder), tmp_path / "ran"
    for place in ("pipeline.py", "model.py", "unet/unet.py", "text_encoder/model.py", "tokenizer/tokens.py"):
        (folder / place).write_text(f"open({str(ran)!r}, 'w').close()\nclass Own: pass\n", "utf-8")
    rewrite(folder / "unet" / "config.json", auto_map={"AutoModel": "unet.Own"})
    rewrite(folder / "text_encoder" / "config.json", auto_map={"AutoModel": "model.Own"})
    rewrite(folder / "tokenizer" / "tokenizer_config.json", auto_map={"AutoTokenizer": ["tokens.Own", None]})
    index = folder / "model_index.json"
    rewrite(index, unet=["unet", "UNet2DConditionModel"], text_encoder=["model", "CLIPTextModel"])
    assert torch.equal(prediction(folder), before)
    rewrite(index, _class_name=["pipeline", "Own"])
    assert torch.equal(prediction(folder), before)
    rewrite(index, unet=["unet", "Own"])
    with pytest.raises(ModelError, match="its unet is not a UNet2DConditionModel"):
        describe_model(str(folder))
    assert not ran.exists()


@pytest.mark.parametrize(
    ("part", "changes", "sentence"),
    [
        ("unet/config.json", {"time_cond_proj_dim": 256}, "few-step distilled model .LCM"),
        ("scheduler/scheduler_config.json", {"_class_name": "LCMScheduler"}, "few-step distilled model .LCM"),
        ("scheduler/scheduler_config.json", {"_class_name": "TCDScheduler"}, "few-step distilled model .TCD"),
        (
            "scheduler/scheduler_config.json",
            {"_class_name": "EulerDiscreteScheduler", "timestep_spacing": "trailing"},
            "by its scheduler",
        ),
        ("model_index.json", {"_name_or_path": "someone/sdxl-turbo"}, "by its name, “turbo”"),
        ("unet/config.json", {"in_channels": 9}, "inpainting"),
        ("unet/config.json", {"num_class_embeds": 1000}, "more than a caption"),
        ("unet/config.json", {"addition_embed_type": "image"}, "more than a caption"),
        ("model_index.json", {"_class_name": "StableDiffusionXLImg2ImgPipeline"}, "refiner"),
        ("model_index.json", {"_class_name": "FluxPipeline", "unet": None}, "made for FluxPipeline"),
        ("scheduler/scheduler_config.json", {"prediction_type": "sample"}, "predicts the picture itself"),
        ("scheduler/scheduler_config.json", {"prediction_type": "guess"}, "makes no sense"),
        ("scheduler/scheduler_config.json", {"_class_name": "EDMEulerScheduler"}, "another kind of noise"),
        ("vae/config.json", {"latents_mean": [0.0] * 4}, "another kind of noise"),
    ],
)
def test_kinds_that_cannot_be_used_are_named(
    folder: Path, part: str, changes: dict[str, Any], sentence: str
) -> None:
    assert describe_model(str(folder)).family == "sd1"
    rewrite(folder / part, **changes)
    with pytest.raises(ModelError, match=sentence):
        describe_model(str(folder))


@pytest.mark.parametrize("origin", ["/mnt/lightning_logs/version_3", "C:\\sd-turbo\\mine", "sd-turbo/own/"])
def test_where_a_model_was_trained_does_not_make_it_a_few_step_model(folder: Path, origin: str) -> None:
    rewrite(folder / "model_index.json", _name_or_path=origin)
    assert describe_model(str(folder)).family == "sd1"


def test_a_folder_knows_the_usual_shapes_unless_its_note_names_its_size(folder: Path) -> None:
    assert describe_model(str(folder)).shape_for((300, 400)) == (56, 72)
    (folder / "nti.json").write_text(json.dumps({"size": 64}))
    assert describe_model(str(folder)).shape_for((300, 400)) == (64, 64)


def test_a_v_prediction_model_with_trailing_steps_is_no_few_step_model(tmp_path: Path) -> None:
    scheduler = {"_class_name": "EulerDiscreteScheduler", "timestep_spacing": "trailing"}
    folder = write_folder(tmp_path / "model", tiny_configs("sd2", **scheduler))
    assert describe_model(str(folder)).prediction == "v_prediction"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ControlNetModel", "a ControlNet"),
        ("AutoencoderKL", "an autoencoder alone"),
        ("UNet2DConditionModel", "a noise network alone"),
    ],
)
def test_a_folder_of_one_part_is_named(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / "config.json").write_text(json.dumps({"_class_name": name}))
    with pytest.raises(ModelError, match=kind):
        describe_model(str(tmp_path))


def test_a_lora_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "pytorch_lora_weights.safetensors").write_bytes(b"")
    with pytest.raises(ModelError, match="is a LoRA"):
        describe_model(str(tmp_path))


def test_the_fingerprint_follows_every_configuration(tmp_path: Path) -> None:
    folder, prints = write_folder(tmp_path / "model", tiny_configs("sdxl")), set()
    parts = ["scheduler/scheduler_config.json", "vae/config.json", "text_encoder_2/config.json"]
    for part in parts:
        prints.add(describe_model(str(folder)).fingerprint)
        rewrite(folder / part, note="other")
    prints.add(describe_model(str(folder)).fingerprint)
    assert len(prints) == 1 + len(parts)


def test_a_name_of_ones_own_stands_for_a_model(folder: Path) -> None:
    register("My Mug Model", str(folder))
    try:
        assert registered()["My Mug Model"] == str(folder)
        assert describe_model("My Mug Model") == describe_model(str(folder))
    finally:
        forget("My Mug Model")
    with pytest.raises(ModelError, match="no model at"):
        describe_model("My Mug Model")
    with pytest.raises(ModelError, match="No model was added as"):
        forget("My Mug Model")


@pytest.mark.parametrize("name", ["", " ", "a/b", "..", "back\\slash"])
def test_names_that_would_be_paths_are_refused(name: str) -> None:
    with pytest.raises(ModelError, match="cannot be a model's name"):
        register(name, "somewhere")


@pytest.mark.parametrize("content", ["", "{ not json", "[]", '{"a": 1}'])
def test_a_damaged_list_of_names_counts_as_empty(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str
) -> None:
    monkeypatch.setattr("nti_desktop.diffusion.registry.registry_file", lambda: tmp_path / "models.json")
    (tmp_path / "models.json").write_text(content)
    assert registered() == {}


def test_a_folder_of_configurations_without_weights_is_incomplete(tmp_path: Path) -> None:
    folder = write_configs(tmp_path / "model", tiny_configs("sd1"))
    (folder / "tokenizer").mkdir()
    (folder / "tokenizer" / "vocab.json").write_text("{}")
    with pytest.raises(ModelError, match=r"lacks text_encoder/model.safetensors"):
        describe_model(str(folder))


def test_a_schedule_that_makes_no_sense_is_a_sentence(folder: Path) -> None:
    rewrite(folder / "scheduler" / "scheduler_config.json", trained_betas=["tiny"])
    with pytest.raises(ModelError, match="cannot be loaded"):
        DiffusionModel.load(describe_model(str(folder)), choose_device("cpu"))


def _deep_and_wide(values: int) -> bytes:
    return b'{"a":[' + b"[[[]]]," * (values // 4) + b"0]}"


@pytest.mark.parametrize("name", ["unet/config.json", "model_index.json", "tokenizer/vocab.json"])
def test_small_files_are_bounded_before_they_are_read(folder: Path, name: str) -> None:
    """Thirty megabytes of brackets took ten seconds and more than a gigabyte."""
    (folder / name).write_bytes(_deep_and_wide(MAX_VALUES + 100))
    with pytest.raises(ModelError, match="is damaged"):
        read_json(folder / name)
    assert read_json(folder / "vae" / "config.json")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_or_a_device_in_a_model_is_refused_without_waiting(folder: Path) -> None:
    config = folder / "unet" / "config.json"
    config.unlink()
    os.mkfifo(config)
    with pytest.raises(ModelError, match=r"unet/config\.json is damaged"):
        describe_model(str(folder))
    config.unlink()
    config.symlink_to("/dev/zero")
    with pytest.raises(ModelError, match=r"unet/config\.json is damaged"):
        describe_model(str(folder))


def _header_of(path: Path) -> tuple[dict[str, Any], bytes]:
    data = path.read_bytes()
    length = int.from_bytes(data[:8], "little")
    return json.loads(data[8 : 8 + length]), data[8 + length :]


def _overlap(header: dict[str, Any]) -> None:
    first, second = list(header)[:2]
    header[second] = header[second] | {"data_offsets": header[first]["data_offsets"]}


def _gap(header: dict[str, Any]) -> None:
    begin, end = header[next(iter(header))]["data_offsets"]
    header[next(iter(header))]["data_offsets"] = [begin + 4, end]


def _negative(header: dict[str, Any]) -> None:
    header[next(iter(header))]["shape"][0] *= -1


def _larger(header: dict[str, Any]) -> None:
    header[next(iter(header))]["shape"] = [2**40, 2**40]


@pytest.mark.parametrize("spoil", [_overlap, _gap, _negative, _larger])
def test_tensors_that_overlap_or_have_other_sizes_are_refused(
    folder: Path, spoil: Callable[[dict[str, Any]], None]
) -> None:
    path = folder / "unet" / "diffusion_pytorch_model.safetensors"
    header, body = _header_of(path)
    header.pop("__metadata__", None)
    spoil(header)
    text = json.dumps(header).encode()
    path.write_bytes(len(text).to_bytes(8, "little") + text + body)
    with pytest.raises(ModelError, match="damaged"):
        describe_model(str(folder))


def test_a_models_name_is_one_short_line(folder: Path) -> None:
    (folder / "nti.json").write_text(json.dumps({"name": "a\nb\x1b[31m" + "c" * 1000}))
    assert describe_model(str(folder)).name == ("ab[31m" + "c" * 1000)[:100]
