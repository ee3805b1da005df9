"""`nti-desktop invert`."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from nti_desktop.diffusion.sources import ModelDescription
from nti_desktop.document.container import load_project
from nti_desktop.document.photo import Crop
from nti_desktop.engine.events import Failed
from tests.cli.conftest import described


def test_json_has_the_promised_fields(shell, photo):
    report = shell.json("invert", photo, "--caption", "a red mug", "-o", "p.nti", "--steps", 4)
    promised = {
        *("psnr_db", "vae_psnr_db", "latent_mse", "seconds", "network_evaluations", "loss_per_timestep"),
        *("method", "model", "device", "cycle_error"),
    }
    assert promised <= set(report)
    assert len(report["loss_per_timestep"]) == 4
    assert report["method"] == "null-text"
    assert "null-text" in shell.err
    assert shell.engines[0].closed


def test_the_project_holds_what_was_asked(shell, photo):
    options = ["--method", "direct", "--preset", "fast", "--steps", 3, "--guidance", 3, "--device", "cpu"]
    options += ["--null-start", "0.5", "--refinements", 2]
    assert shell("invert", photo, "--caption", "  a red   mug ", "-o", "p.nti", *options) == 0
    request = shell.request
    assert (request.method, request.preset, request.steps) == ("direct", "fast", 3)
    assert (request.guidance, request.device, request.caption) == (3.0, "cpu", "a red mug")
    assert (request.null_start, request.refinements, request.resume) == (0.5, 2, None)
    assert request.image.shape == (32, 32, 3)
    assert "Reconstruction: 30.00 dB" in shell.out
    project = load_project(photo.parent / "p.nti")
    assert project.crop == Crop(10, 0, 60, 60)
    assert project.caption == "a red mug"
    assert project.model == "demo"
    assert np.array_equal(project.inversion.pivots.shape, (4, 4, 4, 4))


def test_a_crop_of_ones_own(shell, photo):
    common = ["invert", photo, "--caption", "a red mug", "-o", "p.nti", "--steps", 2]
    assert shell(*common, "--crop", "5,6,40,40") == 0
    assert load_project(photo.parent / "p.nti").crop == Crop(5, 6, 40, 40)
    assert shell(*common, "--crop", "0,0,60,40") == 0
    assert load_project(photo.parent / "p.nti").crop == Crop(10, 0, 40, 40)
    assert "using 10,0,40,40" in shell.err
    assert shell(*common, "--crop", "50,0,40,40") == 1
    assert "outside the photo" in shell.err


@pytest.fixture
def shapes(shell, monkeypatch) -> None:
    """The model knows other shapes than the square."""

    def shaped(model: str) -> ModelDescription:
        return replace(described(model), shapes=((32, 32), (40, 24), (24, 40)))

    monkeypatch.setattr("nti_desktop.cli.inverting.describe_model", shaped)


@pytest.mark.parametrize(
    ("size", "crop", "shape"),
    [
        ((80, 60), Crop(0, 6, 80, 48), (40, 24)),
        ((60, 80), Crop(6, 0, 48, 80), (24, 40)),
        ((80, 70), Crop(5, 0, 70, 70), (32, 32)),
        ((300, 60), Crop(100, 0, 100, 60), (40, 24)),
    ],
)
@pytest.mark.usefixtures("shapes")
def test_the_shape_nearest_to_the_photos_is_used(shell, photo, size, crop, shape):
    Image.open(photo).resize(size).save(photo)
    assert shell("invert", photo, "--caption", "a red mug", "-o", "p.nti", "--steps", 2) == 0, shell.err
    assert load_project(photo.parent / "p.nti").crop == crop
    assert shell.request.image.shape == (shape[1], shape[0], 3)


@pytest.mark.usefixtures("shapes")
def test_the_shape_nearest_to_the_crops_is_used(shell, photo):
    common = ["invert", photo, "--caption", "a red mug", "-o", "p.nti", "--steps", 2]
    assert shell(*common, "--crop", "5,6,40,40") == 0
    assert shell.request.image.shape == (32, 32, 3)
    assert "using" not in shell.err
    assert shell(*common, "--crop", "10,0,30,60") == 0
    assert load_project(photo.parent / "p.nti").crop == Crop(10, 5, 30, 50)
    assert shell.request.image.shape == (40, 24, 3)
    assert "pictures are 24 x 40: using 10,5,30,50" in shell.err


def test_a_model_folder_is_kept_by_its_full_path(shell, photo):
    (photo.parent / "folder").mkdir()
    assert shell("invert", photo, "--caption", "a cup", "-o", "p.nti", "--model", "folder", "--steps", 2) == 0
    assert load_project(photo.parent / "p.nti").model == str((photo.parent / "folder").resolve())
    assert "not trained on: cup" in shell.err


def test_a_model_of_a_hub_is_kept_by_its_id(shell, photo):
    command = ("invert", photo, "--caption", "a red mug", "-o", "p.nti", "--steps", 2)
    assert shell(*command, "--model", "owner/folder") == 0
    assert load_project(photo.parent / "p.nti").model == "owner/folder"


def test_a_link_to_a_model_is_kept_as_it_is(shell, photo, tmp_path):
    """A hub's cache is full of links to files whose names say nothing."""
    (tmp_path / "blob").mkdir()
    (tmp_path / "folder").symlink_to(tmp_path / "blob")
    command = ("invert", photo, "--caption", "a red mug", "-o", "p.nti", "--steps", 2)
    assert shell(*command, "--model", tmp_path / "folder") == 0
    assert load_project(photo.parent / "p.nti").model == str(tmp_path / "folder")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"photo": "missing.png"}, "no file"),
        ({"photo": "."}, "folder"),
        ({"--caption": "  ,. "}, "caption is empty"),
        ({"--model": "nowhere"}, "no model"),
        ({"-o": "no/such/p.nti"}, "folder does not exist"),
    ],
)
def test_failures_are_one_sentence(shell, photo, changes, words):
    options = {"photo": photo, "--caption": "a red mug", "-o": "p.nti", "--model": "demo"} | changes
    argv = ["invert", options.pop("photo")]
    for name, value in options.items():
        argv += [name, value]
    assert shell(*argv) == 1
    assert words in shell.err
    assert shell.err.startswith("nti-desktop: ")
    assert shell.err.count("\n") == 1
    assert shell.out == ""
    assert shell.engines == []


def test_a_failed_job(shell, photo):
    shell.script = [Failed("There is not enough memory for this job; close other programs.")]
    assert shell("invert", photo, "--caption", "a red mug", "-o", "p.nti") == 1
    assert "not enough memory" in shell.err
    assert not (photo.parent / "p.nti").exists()
    assert shell.engines[0].closed


@pytest.mark.parametrize(
    "argv",
    [
        ["invert"],
        ["invert", "p.png", "-o", "p.nti"],
        ["invert", "p.png", "--caption", "x", "-o", "p.zip"],
        ["invert", "p.png", "--caption", "x", "-o", "p.nti", "--method", "magic"],
        ["invert", "p.png", "--caption", "x", "-o", "p.nti", "--steps", "0"],
        ["invert", "p.png", "--caption", "x", "-o", "p.nti", "--steps", "99999999999"],
        ["invert", "p.png", "--caption", "x", "-o", "p.nti", "--guidance", "nan"],
        ["invert", "p.png", "--caption", "x", "-o", "p.nti", "--crop", "1,2,3"],
        ["invert", "p.png", "--caption", "x", "-o", "p.nti", "--crop", "1,2,0,4"],
        ["invert", "p.png", "--caption", "x", "-o", "p.nti", "--null-start", "1.2"],
        ["invert", "p.png", "--caption", "x", "-o", "p.nti", "--refinements", "-1"],
        ["invert", "p.png", "--caption", "x", "-o", "p.nti", "--refinements", "101"],
        ["invert", "p.png", "--caption", "x", "-o", "p.nti", "--refinements", "21"],
        ["invert", "p.png", "--caption", "x", "-o", "p.nti", "--steps", "1"],
        ["invert", "p.png", "--caption", "x", "-o", "p.nti", "--steps", "501"],
        ["invert", "p.png", "--caption", "x", "-o", "p.nti", "--guidance", "1"],
        ["invert", "p.png", "--caption", "x", "-o", "p.nti", "--guidance", "50.1"],
        ["invert", "p.png", "--caption", "x " * 10_001, "-o", "p.nti"],
        ["edit", "p.nti", "--caption", "x " * 10_001, "-o", "o.png"],
        ["edit", "p.nti", "--caption", "x", "-o", "o.png", "--then", "x " * 10_001],
        ["edit", "p.nti", "--caption", "x", "-o", "o.png", *["--then", "x"] * 101],
        ["edit", "p.nti", "--caption", "x", "-o", "o.png", "--guidance", "-0.1"],
        ["edit", "p.nti", "--caption", "x", "-o", "o.png", "--guidance", "1e13"],
        ["edit", "p.nti", "--caption", "x", "-o", "o.png", "--weight", "mug=10.5"],
        ["edit", "p.nti", "--caption", "x", "-o", "o.png", "--cross-window", "mug"],
        ["edit", "p.nti", "--caption", "x", "-o", "o.png", "--cross-window", "mug=0.5"],
        ["edit", "p.nti", "--caption", "x", "-o", "o.png", "--cross-window", "mug=0.6:0.5"],
        ["edit", "p.nti", "--caption", "x", "-o", "o.png", "--cross-window", "mug=0:2"],
        ["edit", "p.nti", "--caption", "x", "-o", "o.png", "--blend-softness", "0.6"],
        ["edit", "p.nti", "--caption", "x", "-o", "o.png", "--spatial-replace", "-0.1"],
        ["edit", "p.nti", "--caption", "x", "-o", "o.png", "--mutual-from", "2"],
        ["edit", "p.nti", "--caption", "x", "-o", "o.png", "--mutual-layer", "2"],
        ["edit", "p.nti", "--caption", "x", "-o", "o.png", "--proximal", "medium"],
        ["edit", "p.nti", "--caption", "x", "-o", "o.png", "--proximal-quantile", "0.5"],
        ["edit", "p.nti", "--caption", "x", "-o", "o.png", "--null-share", "-1"],
        ["attention", "p.nti"],
        ["attention", "p.nti", "--word", "mug"],
        ["attention", "p.nti", "-o", "o.png", "--steps", "5"],
        ["attention", "p.nti", "-o", "o.png", "--steps", "0.5:0.5"],
        ["attention", "p.nti", "-o", "o.png", "--components", "o.npz"],
        ["edit", "p.nti", "--caption", "x", "-o", "o.png", "--weight", "2"],
        ["edit", "p.nti", "--caption", "x", "-o", "o.png", "--weight", "mug=much"],
        ["edit", "p.nti", "--caption", "x", "-o", "o.png", "--cross-replace", "1.5"],
        ["attention", "p.nti", "-o", "o.txt"],
        ["models", "destroy"],
        ["--nonsense"],
    ],
)
def test_wrong_usage(shell, argv):
    assert shell(*argv) == 2
    assert "usage" in shell.err
    assert shell.err.splitlines()[-1].startswith("nti-desktop")
    assert "error: " in shell.err.splitlines()[-1]
    assert shell.engines == []


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--method", "direct"], "not direct; leave out one"),
        (["--method", "negative-prompt"], "not negative-prompt"),
        (["--method", "null-text-parallel"], "not null-text-parallel"),
        (["--null-start", "0.5"], "leave out the preset or the start"),
    ],
)
def test_the_published_algorithm_is_not_mixed_with_anything(shell, photo, options, sentence):
    command = ("invert", photo, "--caption", "a red mug", "-o", "p.nti", "--preset", "paper")
    assert shell(*command, *options) == 2
    assert sentence in shell.err
    assert shell.engines == []
    assert shell(*command) == 0
    assert shell.request.preset == "paper"
