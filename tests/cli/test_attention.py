"""`nti-desktop attention` looking anew: chosen steps, layers and components."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nti_desktop.document.container import load_project
from nti_desktop.engine.events import Failed, Finished
from nti_desktop.engine.requests import MapsRequest
from nti_desktop.engine.results import AttentionMaps
from tests.cli.conftest import opened


def test_the_stored_maps_need_no_engine(shell, project):
    before = len(shell.engines)
    assert shell("attention", project, "-o", "a.npz") == 0
    assert len(shell.engines) == before


@pytest.mark.parametrize(
    ("options", "first", "last", "layers"),
    [
        (["--steps", "0.2:0.8"], 0.2, 0.8, ()),
        (["--layer", "mid_block", "--layer", "up_blocks.1"], 0.0, 1.0, ("mid_block", "up_blocks.1")),
        (["--steps", "0:0.1", "--layer", "mid_block"], 0.0, 0.1, ("mid_block",)),
    ],
)
def test_chosen_steps_and_layers_are_looked_at_anew(shell, project, options, first, last, layers):
    maps = np.zeros((3, 2, 2), np.float32)
    maps[2, :, 1] = 1
    shell.script = [Finished(AttentionMaps(("a", "red", "mug"), maps, None))]
    assert shell("attention", project, *options, "-o", "a.npz", "--word", "mug", "--device", "cpu") == 0
    request = shell.request
    assert isinstance(request, MapsRequest)
    assert (request.first, request.last, request.layers) == (first, last, layers)
    assert (request.components, request.model, request.device) == (False, "demo", "cpu")
    assert request.inversion.caption == "a red mug"
    with np.load("a.npz") as arrays:
        assert arrays["words"].tolist() == ["mug"]
        found = arrays["maps"]
    assert found.shape == (1, 32, 32)
    assert found[0, :, :4].max() < 0.1
    assert found[0, :, 28:].min() > 0.9
    assert shell.engines[-1].closed


def test_components_are_a_picture_of_the_models_size(shell, project):
    components = np.arange(12, dtype=np.uint8).reshape(2, 2, 3) * 20
    maps = load_project(project).inversion.word_maps
    shell.script = [Finished(AttentionMaps(("a", "red", "mug"), maps, components))]
    assert shell("attention", project, "--components", "c.png") == 0, shell.err
    assert shell.request.components
    assert "c.png" in shell.out
    picture = np.asarray(opened("c.png"))
    assert picture.shape == (32, 32, 3)
    assert np.array_equal(picture[::16, ::16], components)
    assert not Path("o.png").exists()
    assert shell("attention", project, "--components", "c.png", "-o", "o.png") == 0
    assert opened("o.png").size[0] > 256


@pytest.mark.parametrize(
    ("options", "words", "engines"),
    [
        (["-o", "no/a.npz", "--steps", "0:1"], "folder does not exist", 0),
        (["--components", "no/c.png"], "folder does not exist", 0),
        (["-o", "a.npz", "--steps", "0:1", "--word", "cup"], "no word “cup”", 0),
        (["-o", "a.npz", "--layer", "nowhere"], "There is no such layer", 1),
    ],
)
def test_failures(shell, project, options, words, engines):
    before = len(shell.engines)
    shell.script = [Failed("There is no such layer; choose another.")]
    assert shell("attention", project, *options) == 1
    assert words in shell.err
    assert len(shell.engines) == before + engines
    assert not Path("a.npz").exists()
