"""A model that cannot be used says why, before a job starts."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from nti_desktop.diffusion.descriptions import shapes_near
from nti_desktop.diffusion.models import DiffusionModel, choose_device
from nti_desktop.diffusion.sources import describe_model, model_folder, portable_model
from nti_desktop.errors import ModelError


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    target = tmp_path / "model"
    shutil.copytree(model_folder("demo"), target, ignore=shutil.ignore_patterns("train"))
    return target


def rewrite(path: Path, change: Callable[[dict[str, object]], None]) -> None:
    content = json.loads(path.read_text("utf-8"))
    change(content)
    path.write_text(json.dumps(content), "utf-8")


def test_the_bundled_model_describes_itself() -> None:
    description = describe_model("demo")
    assert description.width % description.multiple == 0
    assert len(description.fingerprint) == 16
    assert description == describe_model(str(model_folder("demo")))


def test_the_bundled_model_knows_its_square_alone() -> None:
    description = describe_model("demo")
    assert description.shapes == ((description.width, description.height),)
    assert description.shape_for((1600, 900)) == (description.width, description.height)


@pytest.mark.parametrize(("side", "multiple"), [(512, 8), (768, 8), (1024, 8), (64, 8), (128, 4)])
def test_shapes_have_the_usual_ratios_and_about_the_trained_area(side: int, multiple: int) -> None:
    shapes = shapes_near(side, side, multiple)
    assert shapes[0] == (side, side)
    assert len(shapes) == 7
    assert {(height, width) for width, height in shapes} == set(shapes)
    for width, height in shapes:
        assert width % multiple == height % multiple == 0
        assert width * height == pytest.approx(side**2, rel=0.15)
    for shape, ratio in zip(shapes, (1, 4 / 3, 3 / 4, 3 / 2, 2 / 3, 16 / 9, 9 / 16), strict=True):
        assert shape[0] / shape[1] == pytest.approx(ratio, rel=0.15)


def test_shapes_of_a_model_that_was_trained_on_wide_pictures() -> None:
    shapes = shapes_near(1024, 512, 8)
    assert shapes[0] == (1024, 512)
    assert (704, 704) in shapes


@pytest.mark.parametrize(
    ("photo", "shape"),
    [
        ((4000, 3000), (576, 448)),
        ((3000, 4000), (448, 576)),
        ((6000, 4000), (640, 448)),
        ((1920, 1080), (704, 384)),
        ((9000, 1000), (704, 384)),
        ((1000, 1001), (512, 512)),
    ],
)
def test_the_nearest_shape_is_found(photo: tuple[int, int], shape: tuple[int, int]) -> None:
    model = replace(describe_model("demo"), width=512, height=512, shapes=shapes_near(512, 512, 8))
    assert model.shape_for(photo) == shape
    assert replace(model, shapes=()).shape_for(photo) == (512, 512)


def test_the_fingerprint_follows_the_weights(copy: Path) -> None:
    before = describe_model(str(copy)).fingerprint
    weights = copy / "unet" / "diffusion_pytorch_model.safetensors"
    content = bytearray(weights.read_bytes())
    content[-1] ^= 1
    weights.write_bytes(content)
    assert describe_model(str(copy)).fingerprint != before


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"There is no model at .*nowhere"):
        describe_model(str(tmp_path / "nowhere"))


@pytest.mark.parametrize(
    "name", ["a--b/c", "a..b/c", "a/b.git", "aé/b", "a/" + "b" * 97, "n" * 300, "~nosuch/x", "a\0b"]
)
def test_a_name_that_cannot_be_one_is_a_sentence(name: str) -> None:
    with pytest.raises(ModelError, match="There is no model at"):
        describe_model(name)


def test_a_model_that_cannot_be_read_is_a_sentence(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("nti_desktop.diffusion.folders.fingerprint", refuse)
    with pytest.raises(ModelError, match=r"cannot be read .Permission denied"):
        describe_model(str(copy))


def test_files_are_referred_to_by_their_full_path_and_all_else_by_name(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(copy.parent)
    assert portable_model("model") == str(copy)
    for name in ("demo", "owner/name", "~nosuch/x", "n" * 300):
        assert portable_model(name) == name


@pytest.mark.parametrize("part", ["model_index.json", "unet/config.json", "vae/config.json"])
def test_a_missing_or_damaged_configuration_is_named(copy: Path, part: str) -> None:
    (copy / part).write_text("{ not json")
    with pytest.raises(ModelError, match=f"{Path(part).name} is damaged"):
        describe_model(str(copy))
    (copy / part).unlink()
    with pytest.raises(ModelError, match=f"lacks .*{Path(part).name}"):
        describe_model(str(copy))


@pytest.mark.parametrize("part", ["unet", "vae", "text_encoder"])
def test_truncated_damaged_and_missing_weights_are_named(copy: Path, part: str) -> None:
    name = "model.safetensors" if part == "text_encoder" else "diffusion_pytorch_model.safetensors"
    weights = copy / part / name
    content = weights.read_bytes()
    weights.write_bytes(content[:-100])
    with pytest.raises(ModelError, match=f"{part}/{name} is incomplete"):
        describe_model(str(copy))
    weights.write_bytes(b"\xff" * 50)
    with pytest.raises(ModelError, match=f"{part}/{name} is damaged"):
        describe_model(str(copy))
    weights.unlink()
    with pytest.raises(ModelError, match=f"lacks {part}/{name}"):
        describe_model(str(copy))


def test_an_inpainting_model_is_refused_by_name(copy: Path) -> None:
    rewrite(copy / "unet" / "config.json", lambda config: config.update(in_channels=33))
    with pytest.raises(ModelError, match="inpainting"):
        describe_model(str(copy))


@pytest.mark.parametrize("value", [None, "big", 10**9, {}])
def test_a_configuration_that_makes_no_sense_is_refused(copy: Path, value: object) -> None:
    (copy / "nti.json").write_text(json.dumps({"size": value}))
    with pytest.raises(ModelError, match="makes no sense"):
        describe_model(str(copy))


def test_another_kind_of_pipeline_is_refused(copy: Path) -> None:
    rewrite(copy / "model_index.json", lambda index: index.update(unet=["diffusers", "Transformer2DModel"]))
    with pytest.raises(ModelError, match="not a Stable Diffusion model"):
        describe_model(str(copy))


def test_a_missing_tokenizer_is_a_sentence(copy: Path) -> None:
    shutil.rmtree(copy / "tokenizer")
    with pytest.raises(ModelError, match="lacks tokenizer/vocab"):
        describe_model(str(copy))


def test_weights_that_do_not_fit_the_configuration_are_a_sentence(copy: Path) -> None:
    rewrite(copy / "unet" / "config.json", lambda config: config.update(block_out_channels=[32, 64, 96]))
    with pytest.raises(ModelError, match="cannot be loaded"):
        DiffusionModel.load(describe_model(str(copy)), choose_device("cpu"))


def test_a_device_that_is_not_there_is_named() -> None:
    with pytest.raises(ModelError, match="no tpu device"):
        choose_device("tpu")
