"""What version 2 of the project file holds beyond version 1, and that version 1 still opens."""

from __future__ import annotations

import json
import random
import struct
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import safetensors.numpy

from nti_desktop.document.container import load_project, save_project
from nti_desktop.document.document import Document
from nti_desktop.document.state import EditMasks
from nti_desktop.engine.requests import EditParameters, InvertRequest
from nti_desktop.errors import ProjectError
from tests.document.conftest import EDIT, SIDE, STEPS, make_inversion, make_partial, make_result
from tests.document.test_hostile_projects import Members, pack, refusal, with_json

VERSION_1 = Path(__file__).resolve().parents[1] / "data" / "version-1.nti"  # written by the program of then
REQUEST = InvertRequest(
    np.zeros((SIDE, SIDE, 3), np.uint8),
    "a red mug",
    preset="paper",
    steps=STEPS,
    null_start=0.25,
    refinements=2,
)
EVERYTHING = EditParameters(
    "a blue mug",
    weights=((1, 2.0), (2, -0.5)),
    cross_replace=0.7,
    self_replace=0.3,
    blend_words=("mug",),
    blend_threshold=0.35,
    start_blend=0.15,
    guidance=5.0,
    cross_windows=((1, 0.1, 0.9), (2, 0.0, 0.0)),
    blend_exclude=("red",),
    blend_softness=0.125,
    spatial_replace=0.2,
    mutual_start=0.1,
    mutual_layer=7,
    proximal="hard",
    proximal_quantile=0.6,
    null_share=0.5,
    self_start=0.1,
)


def saved_and_loaded(document: Document, folder: Path) -> Any:
    document.save(folder / "p.nti")
    return load_project(folder / "p.nti")


def test_every_parameter_of_an_edit_comes_back(inverted: Document, tmp_path: Path):
    assert all(getattr(EVERYTHING, name) != value for name, value in vars(EditParameters("")).items())
    inverted.add_edit(EVERYTHING, make_result())
    inverted.set_draft(replace(EVERYTHING, caption="a green mug"))
    project = saved_and_loaded(inverted, tmp_path)
    assert project.edits[0].parameters == EVERYTHING
    assert project.draft == replace(EVERYTHING, caption="a green mug")


def test_the_first_files_of_version_2_had_no_begin_of_the_self_window(members: Members, tmp_path: Path):
    def forget(edits: dict[str, Any]) -> None:
        del edits["edits"][-1]["parameters"]["self_start"]

    (tmp_path / "p.nti").write_bytes(pack(with_json(members, "edits.json", forget)))
    assert load_project(tmp_path / "p.nti").edits[-1].parameters == replace(EVERYTHING, self_start=0.0)


def test_a_begin_of_the_self_window_that_is_no_share(members: Members, tmp_path: Path):
    def change(edits: dict[str, Any]) -> None:
        edits["edits"][-1]["parameters"]["self_start"] = 1.5

    refusal(tmp_path, pack(with_json(members, "edits.json", change)))


def test_stacked_edits_and_the_users_masks_come_back(inverted: Document, tmp_path: Path):
    random = np.random.default_rng(0)
    own, subtracted = random.integers(0, 256, (2, SIDE, SIDE), dtype=np.uint8)
    then = (EditParameters("a blue mug on grass"), replace(EVERYTHING, caption="two blue mugs on grass"))
    inverted.add_edit(EDIT, make_result(), stacked=then, masks=EditMasks(own=own, subtracted=subtracted))
    inverted.add_edit(EDIT, make_result())
    first, second = saved_and_loaded(inverted, tmp_path).edits
    assert first.stacked == then
    assert first.caption == "two blue mugs on grass"
    assert first.masks.own.tobytes() == own.tobytes()
    assert first.masks.subtracted.tobytes() == subtracted.tobytes()
    assert first.masks.added is None
    assert (second.stacked, second.masks, second.caption) == ((), None, EDIT.caption)


def test_a_pooled_null_embedding_and_the_cycle_error_come_back(inverted: Document, tmp_path: Path):
    inversion = make_inversion("a mug", pooled=True)
    inverted.add_inversion(inversion)
    plain, pooled = (record.inversion for record in saved_and_loaded(inverted, tmp_path).inversions)
    assert plain.null_pooled is None
    assert pooled.null_pooled.dtype == np.float32
    assert pooled.null_pooled.tobytes() == inversion.null_pooled.tobytes()
    assert pooled.report.cycle_error == inversion.report.cycle_error == 1e-5


@pytest.mark.parametrize(
    "partial",
    [
        make_partial(0),
        make_partial(2),
        make_partial(3, pooled=True),
        replace(make_partial(3), residuals=make_partial(1).residuals, cycle_errors=(1e-5,)),
    ],
    ids=["pivots only", "two steps", "pooled", "residuals to come"],
)
def test_a_paused_inversion_comes_back(inverted: Document, tmp_path: Path, partial):
    inverted.set_paused(REQUEST, partial)
    paused = saved_and_loaded(inverted, tmp_path).paused
    assert (paused.caption, paused.method, paused.preset, paused.steps) == (
        "a red mug",
        "null-text",
        "paper",
        STEPS,
    )
    assert (paused.guidance, paused.null_start, paused.refinements) == (None, 0.25, 2)
    for name in ("pivots", "current", "null_embeddings", "null_pooled", "residuals"):
        before, after = getattr(partial, name), getattr(paused.partial, name)
        assert (before is None) == (after is None), name
        if before is not None:
            assert (before.dtype, before.shape) == (after.dtype, after.shape), name
            assert before.tobytes() == after.tobytes(), name
    assert [(n, a.tobytes()) for n, a in partial.map_sums] == [
        (n, a.tobytes()) for n, a in paused.partial.map_sums
    ]
    for name in ("request_key", "losses", "cycle_errors", "map_counts", "network_evaluations", "seconds"):
        assert getattr(partial, name) == getattr(paused.partial, name), name


def test_each_caption_keeps_its_own_paused_inversion(inverted: Document, tmp_path: Path):
    captions = ("a red mug", "a mug", "a cup")
    for done, caption in enumerate(captions, 1):
        inverted.set_paused(replace(REQUEST, caption=caption), make_partial(done))
    inverted.set_paused(replace(REQUEST, caption="a mug"), make_partial(4))
    project = saved_and_loaded(inverted, tmp_path)
    done = {paused.caption: len(paused.partial.losses) for paused in project.paused_inversions}
    assert done == {"a red mug": 1, "a mug": 4, "a cup": 3}
    assert project.caption == project.paused.caption == "a red mug"
    assert project.paused_beside({"a red mug"}).caption == "a mug"  # the latest
    with zipfile.ZipFile(tmp_path / "p.nti") as archive:  # what a reader that knows of one finds
        manifest = json.loads(archive.read("manifest.json"))
    assert manifest["paused"] == project.paused_beside({"a red mug"}).id
    inverted.forget_paused("a mug")
    inverted.add_inversion(make_inversion("a red mug"))
    assert [paused.caption for paused in inverted.project.paused_inversions] == ["a cup"]


def test_a_paused_inversion_is_work_but_no_step_of_the_history(inverted: Document, tmp_path: Path):
    inverted.save(tmp_path / "p.nti")
    could_undo = inverted.can_undo
    inverted.set_paused(REQUEST, make_partial())
    assert inverted.changed
    assert inverted.can_undo == could_undo
    inverted.undo()
    assert inverted.project.paused is not None
    inverted.set_paused(REQUEST, None)
    assert inverted.project.paused is None


def test_a_paused_inversion_goes_when_it_is_done_or_the_crop_is_another(inverted: Document):
    inverted.set_paused(REQUEST, make_partial())
    inverted.add_inversion(make_inversion("a mug"))
    assert inverted.project.paused is not None
    inverted.add_inversion(make_inversion("a red mug"))
    assert inverted.project.paused is None
    inverted.set_paused(REQUEST, make_partial())
    crop = inverted.project.crop
    inverted.set_crop(replace(crop, x=0))
    assert inverted.project.paused is None


def test_version_1_opens_with_what_it_did_not_say_at_its_neutral_value(tmp_path: Path):
    project = load_project(VERSION_1)
    held = {"cross_replace": 0.8, "self_replace": 0.4}  # said by version 1, whatever the words were
    green = EditParameters("a green mug", **held)
    assert [edit.parameters for edit in project.edits] == [replace(EDIT, **held), green]
    assert project.draft == green
    assert [(edit.stacked, edit.masks) for edit in project.edits] == [((), None)] * 2
    assert project.paused is None
    assert project.inversion.null_pooled is None
    assert project.inversion.report.cycle_error == 0
    assert project.inversion.report.loss_per_timestep == (1e-4, 1e-4)
    save_project(project, tmp_path / "again.nti")
    again = load_project(tmp_path / "again.nti")
    assert again.edits[0].parameters == project.edits[0].parameters
    assert again.inversion.pivots.tobytes() == project.inversion.pivots.tobytes()


@pytest.fixture
def members(inverted: Document, tmp_path: Path) -> Members:
    """Of a project with everything that version 2 brought."""
    inverted.add_inversion(make_inversion("a mug", pooled=True))
    inverted.add_edit(EVERYTHING, make_result(), masks=EditMasks(added=np.zeros((SIDE, SIDE), np.uint8)))
    inverted.set_paused(REQUEST, make_partial(pooled=True))
    inverted.save(tmp_path / "good.nti")
    with zipfile.ZipFile(tmp_path / "good.nti") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_paused_arrays(members: Members, change) -> Members:
    name = next(n for n in members if n.startswith("partial/"))
    metadata = safetensors_header(members[name])["__metadata__"]
    arrays = safetensors.numpy.load(members[name])
    change(arrays)
    return members | {name: safetensors.numpy.save(arrays, metadata)}


def safetensors_header(data: bytes) -> dict[str, Any]:
    return json.loads(data[8 : 8 + struct.unpack("<Q", data[:8])[0]])


@pytest.mark.parametrize(
    "change",
    [
        lambda a: a.pop("current"),
        lambda a: a.update(current=a["current"][:, :2]),
        lambda a: a.update(current=np.concatenate([a["current"]] * 2)),
        lambda a: a.update(residuals=a["residuals"][:1]),
        lambda a: a.update(residuals=a["residuals"].astype(np.float32)),
        lambda a: a.update(null_embeddings=a["null_embeddings"][:1]),
        lambda a: a.update(null_pooled=a["null_pooled"][:1]),
        lambda a: a.update(pivots=a["pivots"][:0]),
        lambda a: a.update(pivots=a["pivots"] * np.nan),
        lambda a: a.update(map_sum_64=a["map_sum_16"]),
        lambda a: a.update(map_sum_0=a["map_sum_16"]),
        lambda a: a.pop("map_sum_4"),
        lambda a: a.update(more=a["current"]),
    ],
)
def test_a_damaged_paused_inversion(members: Members, tmp_path: Path, change):
    refusal(tmp_path, pack(with_paused_arrays(members, change)))


def test_references_to_what_is_missing(members: Members, tmp_path: Path):
    refusal(tmp_path, pack(with_json(members, "manifest.json", lambda m: m.update(paused="missing"))))
    refusal(tmp_path, pack(with_json(members, "manifest.json", lambda m: m.update(paused=3))))
    without = {name: data for name, data in members.items() if not name.endswith(".added.png")}
    assert "missing" in refusal(tmp_path, pack(without))
    wrong = {n: members["photo"] if n.endswith(".added.png") else d for n, d in members.items()}
    refusal(tmp_path, pack(wrong))


def test_random_damage_behind_valid_checksums(members: Members, tmp_path: Path):
    """Whatever changes inside the new members, the project opens or is refused with a sentence."""
    path, randomness, refused = tmp_path / "mutated.nti", random.Random(4), 0
    names = [n for n in members if n == "edits.json" or n.startswith("partial/") or n.endswith(".added.png")]
    assert len(names) == 4  # edits, paused inversion, and one mask of the edit and of the draft each
    for _ in range(150):
        name = randomness.choice(names)
        data = bytearray(members[name])
        for _ in range(randomness.randint(1, 4)):
            data[randomness.randrange(min(len(data), 2500))] = randomness.randrange(256)
        path.write_bytes(pack(members | {name: bytes(data)}))
        try:
            load_project(path)
        except ProjectError:
            refused += 1
    assert refused > 50
