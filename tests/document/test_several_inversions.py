"""Several captions of one photo: going from one to another, and dropping one with its edits."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from nti_desktop.document.document import Document
from nti_desktop.engine.requests import EditParameters, InvertRequest
from nti_desktop.errors import ProjectError
from tests.document.conftest import EDIT, make_inversion, make_partial, make_result

CAPTIONS = ("a red mug", "a mug", "a red mug with a handle")


def several(document: Document) -> list[str]:
    """Two more inversions beside the one there is; the last one is active."""
    for seed, caption in enumerate(CAPTIONS[1:], 1):
        document.add_inversion(make_inversion(caption, seed=seed))
    return [record.id for record in document.project.inversions]


def test_going_to_another_inversion_takes_its_caption(inverted: Document):
    first, second, _ = several(inverted)
    inverted.set_draft(EditParameters("a blue mug with a handle"))
    inverted.select_inversion(first)
    project = inverted.project
    assert (project.active_inversion, project.caption, project.draft) == (first, CAPTIONS[0], None)
    inverted.select_inversion(second)
    assert inverted.project.caption == CAPTIONS[1]


def test_an_inversion_is_found_as_it_was_left(edited: Document):
    edit, draft = edited.project.edits[-1], edited.project.draft
    first, second, _ = several(edited)
    edited.select_inversion(second)
    assert edited.project.edit is None
    edited.select_inversion(first)
    assert (edited.project.edit, edited.project.draft) == (edit, draft)


def test_two_inversions_of_one_caption_are_told_apart(inverted: Document):
    again = inverted.add_inversion(make_inversion(CAPTIONS[0], seed=5))
    first = inverted.project.inversions[0].id
    inverted.select_inversion(first)
    assert inverted.project.active_inversion == first != again


def test_dropping_an_inversion_drops_its_edits_and_nothing_else(edited: Document):
    first, second, third = several(edited)
    kept = edited.add_edit(EDIT, make_result(9), third)
    edited.delete_inversion(first)
    assert [record.id for record in edited.project.inversions] == [second, third]
    assert [edit.id for edit in edited.project.edits] == [kept]
    assert edited.project.active_inversion == third


def test_the_neighbour_of_a_dropped_inversion_becomes_active(inverted: Document):
    first, second, third = several(inverted)
    inverted.delete_inversion(third)
    assert (inverted.project.active_inversion, inverted.project.caption) == (second, CAPTIONS[1])
    inverted.select_inversion(first)
    inverted.delete_inversion(first)
    assert inverted.project.active_inversion == second


def test_without_any_inversion_the_caption_stays(edited: Document):
    edited.delete_inversion(edited.project.inversions[0].id)
    project = edited.project
    assert (project.inversions, project.inversion, project.edits) == ((), None, ())
    assert (project.caption, project.draft, project.edit) == (CAPTIONS[0], None, None)


def test_dropping_is_undone_and_done_again(edited: Document):
    several(edited)
    before = edited.project
    edited.delete_inversion(before.inversions[0].id)
    after = edited.project
    edited.undo()
    assert edited.project == before
    edited.redo()
    assert edited.project == after


def test_undoing_further_keeps_what_was_set_aside(inverted: Document):
    first, _, _ = several(inverted)
    inverted.delete_inversion(first)
    for _ in range(3):
        inverted.undo()
    assert first in {record.id for record in inverted.project.inversions}
    for _ in range(3):
        inverted.redo()
    assert [r.inversion.caption for r in inverted.project.inversions] == [*CAPTIONS[1:]]


def test_what_is_gone_is_said_to_be(inverted: Document):
    for command in (inverted.select_inversion, inverted.delete_inversion):
        with pytest.raises(ProjectError, match="no longer has that caption"):
            command("nowhere")


def test_undoing_an_inversion_does_not_bring_back_what_was_paused_of_it(inverted: Document):
    request = InvertRequest(np.zeros((32, 32, 3), np.uint8), "a mug", steps=5)
    inverted.set_paused(request, make_partial(2))
    inverted.add_inversion(make_inversion("a mug", seed=4))
    assert inverted.project.paused is None
    while inverted.can_undo:
        inverted.undo()
        assert inverted.project.paused is None


def test_what_was_paused_is_gone_on_with_by_the_model_that_began_it(inverted: Document):
    request = InvertRequest(np.zeros((32, 32, 3), np.uint8), "a mug", steps=5)
    inverted.set_paused(request, make_partial(2))
    kept, crop = inverted.project.paused, inverted.project.crop
    inverted.set_model("other", "f")
    inverted.set_crop(inverted.project.crop or crop)
    inverted.set_paused(replace(request, model="other"), make_partial(3))
    assert len(inverted.project.paused.partial.losses) == 3
    inverted.undo()
    assert inverted.project.paused is kept
    inverted.redo()
    inverted.set_paused(request, make_partial(4))  # it was still running
    inverted.add_inversion(make_inversion("a mug", seed=4), "other")
    assert inverted.project.paused is None
    inverted.undo()
    inverted.undo()
    assert len(inverted.project.paused.partial.losses) == 4
