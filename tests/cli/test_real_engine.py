"""The commands with the bundled model, in as few steps as can be: every option is understood to the end."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from nti_desktop.cli import main
from nti_desktop.document.container import load_project, save_project
from nti_desktop.engine.local import LocalEngine
from nti_desktop.engine.requests import METHODS
from nti_desktop.resources import resource_path
from tests.cli.conftest import opened
from tests.tiny_models import tiny_configs, write_folder

CAPTION = "a photo of a red mug on a wooden table"


class Kept(LocalEngine):
    """Keeps its model from one command to the next."""

    def close(self) -> None:
        self.cancel()


@pytest.fixture(scope="module")
def engine() -> LocalEngine:
    return Kept()


@pytest.fixture
def command(engine, monkeypatch, tmp_path, capsys):
    monkeypatch.chdir(tmp_path)

    def run(*argv: object) -> str:
        status = main([str(a) for a in argv], lambda: engine)
        out, err = capsys.readouterr()
        assert status == 0, err
        return out

    return run


@pytest.fixture
def project(command) -> Path:
    photo = resource_path("photos") / "red-mug.jpg"
    command("invert", photo, "--caption", CAPTION, "-o", "p.nti", "--steps", 3)
    return Path("p.nti")


@pytest.mark.parametrize("method", METHODS)
def test_every_method_brings_the_photo_back(command, method):
    photo = resource_path("photos") / "red-mug.jpg"
    options = ("--method", method, "--null-start", 0.5, "--refinements", 1, "--steps", 2)
    report = json.loads(command("invert", photo, "--caption", CAPTION, "-o", "p.nti", *options, "--json"))
    assert abs(report["psnr_db"] - report["vae_psnr_db"]) < 0.05
    assert report["cycle_error"] > 0
    assert report["method"] == method


def test_an_edit_with_everything(command, project):
    Image.fromarray(np.full((640, 640), 255, np.uint8)).save("all.png")
    half = np.zeros((640, 640), np.uint8)
    half[:, :320] = 255
    Image.fromarray(half).save("left.png")
    words = ("--weight", "blue=2", "--cross-window", "mug=0.1:0.9", "--blend", "mug")
    place = (
        "--blend-exclude",
        "table",
        "--blend-threshold",
        0.4,
        "--blend-softness",
        0.1,
        "--start-blend",
        0,
        "--add-mask",
        "all.png",
    )
    hold = ("--cross-replace", 0.5, "--self-replace", 0.5, "--spatial-replace", 0.1, "--null-share", 0.5)
    more = ("--mutual-from", 0.5, "--mutual-layer", 1, "--proximal", "soft", "--proximal-quantile", 0.3)
    edit = ("edit", project, "--caption", "a photo of a blue mug on a wooden table", "-o", "o.png")
    command(*edit, *words, *place, *hold, *more, "--guidance", 4, "--subtract-mask", "left.png", "--save")
    (kept,) = load_project(project).edits
    before = load_project(project).inversion.reconstruction
    changed = np.abs(np.asarray(opened("o.png")).astype(int) - before).max(-1)
    assert changed[:, 80:].mean() > 3 * changed[:, :40].mean()  # the decoder lets a little through
    assert kept.result.blend_mask[:, 96:].min() > 0.9


def test_stacked_edits_and_maps(command, project):
    then = ("--then", "a photo of a blue mug on the grass")
    command(
        "edit",
        project,
        "--caption",
        "a photo of a blue mug on a wooden table",
        *then,
        "-o",
        "o.png",
        "--save",
    )
    (kept,) = load_project(project).edits
    replaced = [(o.source, o.target) for o in kept.result.operations if o.kind == "replace"]
    assert replaced == [("red", "blue"), ("a", "the"), ("wooden table", "grass")]
    command(
        "attention",
        project,
        "-o",
        "a.npz",
        "--steps",
        "0:0.5",
        "--layer",
        "mid_block",
        "--components",
        "c.png",
    )
    with np.load("a.npz") as arrays:
        assert arrays["maps"].shape == (10, 128, 128)
    assert len(np.unique(np.asarray(opened("c.png")).reshape(-1, 3), axis=0)) > 3


def test_a_model_with_pooled_text_from_photo_to_edit(command, tmp_path):
    """Both null embeddings of an SDXL model go through the project file into the edit."""
    write_folder(tmp_path / "xl", tiny_configs("sdxl"))
    photo = resource_path("photos") / "red-mug.jpg"
    command("invert", photo, "--caption", "a red mug", "-o", "p.nti", "--model", "xl", "--steps", 3)
    project = load_project(Path("p.nti"))
    assert project.model == str(tmp_path / "xl")
    assert len(project.inversion.null_pooled) == 3
    first = json.loads(
        command("edit", "p.nti", "--caption", "a blue mug", "--null-share", 1, "-o", "o.png", "--json")
    )
    assert [w["operation"] for w in first["words"]] == ["keep", "replace", "keep"]
    with_pooled = np.asarray(opened("o.png")).copy()
    pooled = np.zeros_like(project.inversion.null_pooled)
    records = (replace(project.inversions[0], inversion=replace(project.inversion, null_pooled=pooled)),)
    save_project(replace(project, inversions=records), Path("p.nti"))
    command("edit", "p.nti", "--caption", "a blue mug", "--null-share", 1, "-o", "o.png")
    assert not np.array_equal(with_pooled, np.asarray(opened("o.png")))


def test_a_wide_photo_stays_wide(command, tmp_path):
    """From photo to merged edit in a shape that is not the model's square."""
    write_folder(tmp_path / "tiny", tiny_configs("sd1"))
    pixels = np.random.default_rng(0).integers(0, 256, (90, 160, 3), dtype=np.uint8)
    Image.fromarray(pixels).save("wide.png")
    command("invert", "wide.png", "--caption", "a red mug", "-o", "p.nti", "--model", "tiny", "--steps", 2)
    project = load_project(Path("p.nti"))
    assert project.inversion.reconstruction.shape == (48, 88, 3)
    assert project.crop.width == 160
    edit = ("edit", "p.nti", "--caption", "a blue mug", "--blend", "", "-o", "o.png", "--full-resolution")
    command(*edit)
    assert opened("o.png").size == (160, 90)
    command("attention", "p.nti", "-o", "a.npz")
    with np.load("a.npz") as arrays:
        assert arrays["maps"].shape == (3, 48, 88)
