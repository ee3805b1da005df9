"""`nti-desktop edit`, `attention` and `info`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from nti_desktop.document.container import load_project
from nti_desktop.engine.events import Finished
from nti_desktop.engine.fake import plausible_script
from nti_desktop.engine.requests import EditParameters
from tests.cli.conftest import opened


def test_json_has_the_promised_fields(shell, project):
    report = shell.json("edit", project, "--caption", "a blue mug", "--weight", "BLUE=2", "-o", "o.png")
    assert {"seconds", "words", "mask_coverage"} <= set(report)
    blue = report["words"][1]
    assert (blue["word"], blue["operation"], blue["weight"]) == ("blue", "replace", 2)
    assert [w["operation"] for w in report["words"]] == ["keep", "replace", "keep"]
    assert opened(project.parent / "o.png").size == (32, 32)
    assert load_project(project).edits == ()


def test_every_option_reaches_the_engine(shell, project):
    options = ["--cross-replace", "0.5", "--self-replace", "0.1", "--blend", "Mug, red", "--device", "cpu"]
    assert shell("edit", project, "--caption", "a blue  mug", *options, "-o", "o.png") == 0
    parameters = shell.request.parameters
    assert (parameters.cross_replace, parameters.self_replace) == (0.5, 0.1)
    assert parameters.blend_words == ("Mug", "red")
    assert parameters.caption == "a blue mug"
    assert shell.request.mask is None
    assert shell("edit", project, "--caption", "a mug", "--blend", "", "-o", "o.png") == 0
    assert shell.request.parameters.blend_words == ()
    assert shell("edit", project, "--caption", "a mug", "-o", "o.png") == 0
    assert shell.request.parameters.blend_words is None


def test_every_new_option_reaches_the_engine(shell, project):
    options = ["--cross-window", "BLUE=0.1:0.6", "--cross-window", "mug=0:0", "--blend-exclude", "red,a"]
    options += ["--blend-threshold", "0.4", "--blend-softness", "0.05", "--start-blend", "0.1"]
    options += ["--spatial-replace", "0.2", "--mutual-from", "0.1", "--mutual-layer", "3"]
    options += ["--proximal", "hard", "--proximal-quantile", "0.6", "--guidance", "5"]
    options += ["--null-share", "0.25"]
    assert shell("edit", project, "--caption", "a blue mug", *options, "-o", "o.png") == 0, shell.err
    assert shell.request.parameters == EditParameters(
        "a blue mug",
        cross_windows=((1, 0.1, 0.6), (2, 0.0, 0.0)),
        blend_exclude=("red", "a"),
        blend_threshold=0.4,
        blend_softness=0.05,
        start_blend=0.1,
        spatial_replace=0.2,
        mutual_start=0.1,
        mutual_layer=3,
        proximal="hard",
        proximal_quantile=0.6,
        null_share=0.25,
        guidance=5.0,
    )
    assert shell("edit", project, "--caption", "a blue mug", "-o", "o.png") == 0
    assert shell.request.parameters == EditParameters("a blue mug")
    assert shell.request.stacked == ()


def test_the_self_window_has_a_begin(shell, project):
    asked = ["edit", project, "--caption", "a blue mug", "-o", "o.png", "--self-window", "0.2:0.6"]
    assert shell(*asked, "--then", "two blue mugs") == 0, shell.err
    (then,) = shell.request.stacked
    for parameters in (shell.request.parameters, then):
        assert (parameters.self_start, parameters.self_replace) == (0.2, 0.6)
    assert shell(*asked, "--self-replace", "0.4") == 2
    assert "give one of the two" in shell.err


def test_little_memory_can_be_asked_for(shell, project, photo):
    asked = ["edit", project, "--caption", "a blue mug", "-o", "o.png"]
    assert shell(*asked) == 0, shell.err
    assert shell.request.memory == "auto"
    assert shell(*asked, "--memory", "low") == 0, shell.err
    assert shell.request.memory == "low"
    assert shell("invert", photo, "--caption", "a red mug", "-o", "p.nti", "--memory", "low") == 0, shell.err
    assert shell.request.memory == "low"


def test_the_picture_is_marked_and_small_where_that_is_wanted(shell, project):
    asked = ["edit", project, "--caption", "a blue mug", "-o"]
    assert shell(*asked, "plain.webp") == 0, shell.err
    assert shell(*asked, "marked.webp", "--mark", "--quality", "30") == 0, shell.err
    plain, marked = (project.parent / name for name in ("plain.webp", "marked.webp"))
    assert b"compositeWithTrainedAlgorithmicMedia" not in plain.read_bytes()
    assert b"compositeWithTrainedAlgorithmicMedia" in marked.read_bytes()
    assert marked.stat().st_size < plain.stat().st_size
    assert shell(*asked, "o.jpg", "--quality", "0") == 2


def test_stacked_edits(shell, project):
    options = ["--then", "two  blue mugs", "--then", "two blue mugs on grass", "--weight", "blue=2"]
    options += ["--cross-window", "mug=0:0.5", "--blend", "mug", "--spatial-replace", "0.3", "--save"]
    assert shell("edit", project, "--caption", "a blue mug", *options, "-o", "o.png") == 0, shell.err
    assert "Edited to “two blue mugs on grass”" in shell.out
    request = shell.request
    assert request.parameters.weights == ((1, 2.0),)
    assert [level.caption for level in request.stacked] == ["two blue mugs", "two blue mugs on grass"]
    for level in request.stacked:
        assert level == EditParameters(level.caption, spatial_replace=0.3)
    (kept,) = load_project(project).edits
    assert kept.stacked == request.stacked
    assert shell("info", project) == 0
    assert "two blue mugs on grass" in shell.out
    words = shell.json("edit", project, "--caption", "a blue mug", "--then", "a big blue mug", "-o", "o.png")[
        "words"
    ]
    assert [(w["edit"], w["word"]) for w in words if w["operation"] != "keep"] == [(1, "blue"), (2, "big")]
    options = ["--then", "a mug", "--blend", ""]
    assert shell("edit", project, "--caption", "a blue mug", *options, "-o", "o.png") == 0
    assert shell.request.stacked[0].blend_words == ()


def test_an_empty_mask_is_told(shell, project):
    command = ("edit", project, "--caption", "a blue mug", "-o", "o.png")
    shell.script = lambda request: [
        Finished(replace(event.result, mask_coverage=0.0)) if isinstance(event, Finished) else event
        for event in plausible_script(request, 0)
    ]
    assert shell(*command) == 0
    assert "mask is empty" in shell.err
    assert shell.json(*command)["mask_coverage"] == 0.0
    shell.script = lambda request: plausible_script(request, 0)
    assert shell(*command) == 0
    assert "mask is empty" not in shell.err


def test_masks_that_add_and_subtract(shell, project):
    for name, columns in (("add.png", slice(0, 8)), ("take.png", slice(16, 32))):
        mask = np.zeros((32, 32), np.uint8)
        mask[:, columns] = 255
        Image.fromarray(mask).save(name)
    options = ["--add-mask", "add.png", "--subtract-mask", "take.png", "--save"]
    assert shell("edit", project, "--caption", "a blue mug", *options, "-o", "o.png") == 0, shell.err
    request = shell.request
    assert request.mask is None
    assert request.added[:, :8].min() == 255
    assert request.added[:, 8:].max() == 0
    assert request.subtracted[:, 16:].min() == 255
    (kept,) = load_project(project).edits
    assert kept.masks.own is None
    assert np.array_equal(kept.masks.added, request.added)
    assert np.array_equal(kept.masks.subtracted, request.subtracted)
    assert shell("edit", project, "--caption", "a blue mug", "-o", "o.png", "--save") == 0
    assert load_project(project).edits[-1].masks is None


def test_a_weight_of_a_word_that_occurs_twice(shell, project):
    assert shell("edit", project, "--caption", "a mug, a mug", "--weight", "mug=0.5", "-o", "o.png") == 0
    assert shell.request.parameters.weights == ((1, 0.5), (3, 0.5))


def test_full_resolution(shell, project, photo):
    assert shell("edit", project, "--caption", "a blue mug", "-o", "o.png", "--full-resolution") == 0
    merged, original = np.asarray(opened("o.png")), np.asarray(opened(photo))
    assert merged.shape == original.shape
    assert np.array_equal(merged[:, :10], original[:, :10])
    assert not np.array_equal(merged, original)


def test_save(shell, project):
    assert shell("edit", project, "--caption", "a blue mug", "-o", "o.png", "--save") == 0
    assert "Kept in" in shell.out
    (kept,) = load_project(project).edits
    assert kept.parameters.caption == "a blue mug"
    assert shell("info", project) == 0
    assert "a blue mug" in shell.out


@pytest.mark.parametrize("size", [(80, 60), (60, 60), (32, 32)])
def test_a_mask_of_ones_own(shell, project, size):
    mask = np.zeros((size[1], size[0]), np.uint8)
    mask[:, size[0] // 2 :] = 255
    Image.fromarray(mask).save("m.png")
    assert shell("edit", project, "--caption", "a blue mug", "--mask", "m.png", "-o", "o.png") == 0
    used = shell.request.mask
    assert (used.shape, used.dtype) == ((32, 32), np.uint8)
    assert (used[:, :15] == 0).all()
    assert (used[:, 17:] == 255).all()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--weight", "cup=2"], "no word “cup”"),
        (["--blend", "cup"], "no word “cup”"),
        (["--blend-exclude", "cup"], "no word “cup”"),
        (["--cross-window", "red=0:1"], "no word “red”"),
        (["--then", " ,"], "empty"),
        (["--add-mask", "black.png"], "black"),
        (["--subtract-mask", "odd.png"], "as large as"),
        (["--mask", "missing.png"], "no file"),
        (["--mask", "black.png"], "black"),
        (["--mask", "odd.png"], "as large as"),
        (["-o", "no/o.png"], "folder does not exist"),
        (["-o", "o.gif"], "suffix"),
        (["--caption", ""], "empty"),
    ],
)
def test_failures(shell, project, options, words):
    Image.new("L", (32, 32), 0).save("black.png")
    Image.new("L", (50, 20), 255).save("odd.png")
    before = len(shell.engines)
    assert shell("edit", project, "--caption", "a blue mug", "-o", "o.png", *options) == 1
    assert words in shell.err
    assert len(shell.engines) == before


def test_a_damaged_project(shell, tmp_path):
    (tmp_path / "bad.nti").write_bytes(b"nothing")
    for argv in (["info"], ["edit", "--caption", "x", "-o", "o.png"], ["attention", "-o", "o.png"]):
        assert shell(argv[0], "bad.nti", *argv[1:]) == 1
        assert "damaged" in shell.err


def test_info(shell, project):
    report = shell.json("info", project)
    assert report["photo"] == {"name": "photo.png", "media_type": "image/png", "width": 80, "height": 60}
    assert report["crop"] == {"x": 10, "y": 0, "width": 60, "height": 60}
    (inversion,) = report["inversions"]
    assert inversion["active"]
    assert inversion["steps"] == 4
    assert report["edits"] == []
    assert shell("info", project) == 0
    assert "a red mug" in shell.out


def test_info_of_an_edit_of_an_older_program(shell):
    """Its operations need not be those that the captions are aligned to now."""
    report = shell.json("info", Path(__file__).resolve().parents[1] / "data" / "version-1.nti")
    assert [w["operation"] for w in report["edits"][0]["words"]] == ["keep", "replace"]
    assert report["inversions"][0]["cycle_error"] == 0


def test_attention_arrays(shell, project):
    assert shell("attention", project, "-o", "a.npz") == 0
    with np.load(project.parent / "a.npz", allow_pickle=False) as arrays:
        words, maps = arrays["words"], arrays["maps"]
    assert words.tolist() == ["a", "red", "mug"]
    assert (maps.shape, maps.dtype) == ((3, 32, 32), np.float32)
    assert maps.min() >= 0
    assert maps.max() <= 1
    stored = load_project(project).inversion.word_maps
    assert [int(m.mean(0).argmax()) // 8 for m in maps] == [int(m.mean(0).argmax()) for m in stored]
    assert shell("attention", project, "-o", "a.npz", "--word", "MUG") == 0
    with np.load(project.parent / "a.npz") as arrays:
        assert arrays["words"].tolist() == ["mug"]
        assert arrays["maps"].shape == (1, 32, 32)


def test_attention_pictures(shell, project):
    assert shell("attention", project, "-o", "one.png", "--word", "mug") == 0
    assert opened("one.png").size == (32, 32)
    assert shell("attention", project, "-o", "all.png") == 0
    sheet = opened("all.png")
    assert sheet.size[0] > 4 * 256
    assert shell("attention", project, "-o", "one.png", "--word", "cup") == 1
    assert "its words are: “a”, “red”, “mug”" in shell.err
