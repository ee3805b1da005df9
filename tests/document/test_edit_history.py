"""What one can do with the edits of a project: copy, name, star, delete; the masks of the draft; undo."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nti_desktop.document.container import load_project
from nti_desktop.document.document import Document
from nti_desktop.document.state import EditMasks
from nti_desktop.engine.requests import EditParameters
from nti_desktop.errors import ProjectError
from tests.document.conftest import EDIT, SIDE, make_inversion, make_result
from tests.document.test_hostile_projects import Members, members, pack, refusal, with_json

__all__ = ["members"]


def mask(value: int = 255, side: int = SIDE) -> np.ndarray:
    return np.full((side, side), value, np.uint8)


def ids(document: Document) -> list[str]:
    return [edit.id for edit in document.project.edits]


def test_a_copy_stands_behind_its_original_and_is_shown(edited: Document):
    first, second = ids(edited)
    copy = edited.duplicate_edit(first, "another try")
    assert ids(edited) == [first, copy, second]
    assert edited.project.current_edit == copy
    original, made = edited.project.edits[:2]
    assert (made.name, made.starred) == ("another try", False)
    assert made.result is original.result
    assert edited.project.draft == original.parameters
    edited.undo()
    assert ids(edited) == [first, second]


def test_names_and_stars_are_undone_one_by_one(edited: Document):
    first = ids(edited)[0]
    edited.rename_edit(first, "  the   blue one ")
    edited.star_edit(first, True)
    assert (edited.project.edits[0].name, edited.project.edits[0].starred) == ("the blue one", True)
    edited.undo()
    assert (edited.project.edits[0].name, edited.project.edits[0].starred) == ("the blue one", False)
    edited.undo()
    assert edited.project.edits[0].name == ""
    edited.redo()
    edited.redo()
    assert edited.project.edits[0].starred


def test_the_same_name_again_is_no_step(edited: Document, tmp_path: Path):
    first = ids(edited)[0]
    edited.rename_edit(first, "x")
    edited.save(tmp_path / "p.nti")
    edited.rename_edit(first, "x")
    assert not edited.changed
    edited.rename_edit(first, "y")
    assert edited.changed


def test_a_deleted_edit_comes_back_where_it_was(edited: Document):
    first, second = ids(edited)
    edited.delete_edit(first)
    assert ids(edited) == [second]
    edited.undo()
    assert ids(edited) == [first, second]


@pytest.mark.parametrize(
    "command",
    [
        lambda d: d.duplicate_edit("none"),
        lambda d: d.rename_edit("none", "x"),
        lambda d: d.star_edit("none", True),
    ],
)
def test_an_edit_that_is_gone_is_said_to_be(edited: Document, command):
    before = edited.project
    with pytest.raises(ProjectError, match="no longer has that edit"):
        command(edited)
    assert edited.project is before


def test_names_stars_and_the_drafts_masks_come_back(edited: Document, tmp_path: Path):
    edited.rename_edit(ids(edited)[1], "grün – 绿")
    edited.star_edit(ids(edited)[1], True)
    edited.set_draft_masks(EditMasks(added=mask(7), subtracted=mask(9)))
    edited.save(tmp_path / "p.nti")
    project = load_project(tmp_path / "p.nti")
    assert [(e.name, e.starred) for e in project.edits] == [("", False), ("grün – 绿", True)]
    assert project.draft_masks.own is None
    assert np.array_equal(project.draft_masks.added, mask(7))
    assert np.array_equal(project.draft_masks.subtracted, mask(9))


def test_a_file_without_names_stars_and_draft_masks_opens(members: Members, tmp_path: Path):
    def first_of_version_2(value) -> None:
        del value["draft_masks"]
        for edit in value["edits"]:
            del edit["name"], edit["starred"]

    (tmp_path / "p.nti").write_bytes(pack(with_json(members, "edits.json", first_of_version_2)))
    project = load_project(tmp_path / "p.nti")
    assert [(e.name, e.starred) for e in project.edits] == [("", False)] * 2
    assert project.draft_masks is None


@pytest.mark.parametrize(
    "change",
    [
        lambda v: v["edits"][0].update(name=3),
        lambda v: v["edits"][0].update(name="x" * 201),
        lambda v: v["edits"][0].update(starred="yes"),
        lambda v: v["edits"][0].update(id="draft"),
        lambda v: v.update(draft_masks=["own"]),
        lambda v: v.update(draft_masks=["other"]),
    ],
)
def test_wrong_names_stars_and_draft_masks_are_refused(members: Members, tmp_path: Path, change):
    refusal(tmp_path, pack(with_json(members, "edits.json", change)))


def test_every_stroke_of_the_mask_is_undone_by_itself(inverted: Document):
    for value in (1, 2, 3):
        inverted.set_draft_masks(EditMasks(own=mask(value)))
    inverted.undo()
    assert inverted.project.draft_masks.own[0, 0] == 2
    inverted.undo()
    inverted.undo()
    assert inverted.project.draft_masks is None


def test_masks_of_another_size_are_refused(inverted: Document):
    with pytest.raises(ProjectError, match="paint it again"):
        inverted.set_draft_masks(EditMasks(own=mask(side=SIDE + 1)))
    assert inverted.project.draft_masks is None


def test_masks_go_where_the_picture_gets_another_size(inverted: Document):
    inverted.set_draft_masks(EditMasks(own=mask()))
    larger = replace(make_inversion(), reconstruction=np.zeros((SIDE * 2, SIDE * 2, 3), np.uint8))
    inverted.add_inversion(larger)
    assert inverted.project.draft_masks is None
    inverted.undo()
    assert inverted.project.draft_masks is not None


def test_going_on_from_an_edit_takes_its_masks(inverted: Document, tmp_path: Path):
    masks = EditMasks(own=mask())
    masked = inverted.add_edit(EDIT, make_result(), masks=masks)
    inverted.add_edit(EDIT, make_result())
    assert inverted.project.draft_masks is None
    inverted.select_edit(masked)
    assert inverted.project.draft_masks is masks
    inverted.save(tmp_path / "p.nti")
    inverted.set_draft_masks(None)
    inverted.undo()
    assert not inverted.changed
    inverted.set_draft_masks(EditMasks(own=mask(3)))
    assert inverted.changed


def test_an_edit_that_took_long_leaves_the_draft_that_moved_on(inverted: Document):
    newer = EditParameters("a green mug")
    inverted.set_draft(newer)
    made = inverted.add_edit(EDIT, make_result(), keep_draft=True)
    assert (inverted.project.current_edit, inverted.project.draft) == (made, newer)


def test_an_edit_of_another_caption_is_gone_on_from_with_that_caption(inverted: Document):
    first = inverted.project.active_inversion
    inverted.add_inversion(make_inversion("a mug", seed=1))
    inverted.add_edit(EDIT, make_result(), first)
    project = inverted.project
    assert (project.active_inversion, project.caption, project.draft) == (first, "a red mug", EDIT)
    assert project.edit is project.edits[0]


def test_a_recovered_project_counts_as_changed(edited: Document, tmp_path: Path):
    project = edited.project
    edited.adopt(project, tmp_path / "p.nti", saved=False)
    assert edited.changed
    assert not edited.can_undo


def test_copies_share_their_pictures_in_the_file(edited: Document, tmp_path: Path):
    first = ids(edited)[0]
    copy = edited.duplicate_edit(first, "a copy")
    edited.save(tmp_path / "p.nti")
    with zipfile.ZipFile(tmp_path / "p.nti") as archive:
        results = {name for name in archive.namelist() if name.startswith("results/")}
    assert results == {f"results/{first}.png", f"results/{first}.mask.png", f"results/{ids(edited)[2]}.png"}
    project = load_project(tmp_path / "p.nti")
    assert [e.id for e in project.edits] == ids(edited)
    for before, after in zip(edited.project.edits, project.edits, strict=True):
        assert np.array_equal(before.result.image, after.result.image)
    reopened = Document()
    reopened.adopt(project, None)
    reopened.delete_edit(first)  # the copy's pictures are its own from now on
    reopened.save(tmp_path / "p.nti")
    (kept, _) = load_project(tmp_path / "p.nti").edits
    assert kept.id == copy
    assert np.array_equal(kept.result.blend_mask, edited.project.edits[0].result.blend_mask)
