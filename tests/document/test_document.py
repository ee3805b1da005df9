"""The document: what changes, who is told, and what undo brings back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nti_desktop.document.document import Document
from nti_desktop.document.history import JOINED_WITHIN, History
from nti_desktop.document.photo import Crop, Photo
from nti_desktop.document.state import Project
from nti_desktop.engine.requests import EditParameters
from nti_desktop.errors import PhotoError, ProjectError
from tests.document.conftest import EDIT, make_inversion, make_result


class Counter:
    def __init__(self, document: Document) -> None:
        self.count = 0
        self.unsubscribe = document.subscribe(self)

    def __call__(self) -> None:
        self.count += 1


def test_observers_hear_of_changes_only(photo: Photo):
    document = Document()
    told = Counter(document)
    document.open_photo(photo)
    document.set_caption("a red mug")
    assert told.count == 2
    document.set_caption("a red mug")
    document.set_draft(None)
    document.set_model(document.project.model)
    document.undo()
    assert told.count == 3
    document.undo()
    assert told.count == 3
    told.unsubscribe()
    told.unsubscribe()
    document.set_caption("else")
    assert told.count == 3


def test_a_new_photo_is_unchanged_until_worked_on(photo: Photo):
    document = Document()
    document.open_photo(photo, "a red mug")
    assert not document.changed
    assert not document.can_undo
    document.set_caption("a blue mug")
    assert document.changed
    document.undo()
    assert not document.changed
    assert document.can_redo


def test_an_inversion_becomes_active_with_its_caption(inverted: Document):
    project = inverted.project
    assert project.inversion is project.inversions[0].inversion
    assert project.caption == "a red mug"
    assert inverted.changed


def test_the_caption_chooses_among_inversions(inverted: Document):
    first = inverted.project.active_inversion
    inverted.set_caption("a mug")
    assert inverted.project.inversion is None
    inverted.add_inversion(make_inversion("a mug", seed=1))
    assert inverted.project.active_inversion != first
    inverted.set_caption("a red mug ")
    assert inverted.project.active_inversion == first


def test_undo_sets_an_inversion_aside_but_never_drops_it(inverted: Document):
    inversion = inverted.project.inversion
    inverted.undo()
    assert inverted.project.inversion is None
    inverted.set_caption("typed after the undo, so that there is no redo")
    assert not inverted.can_redo
    inverted.set_caption("a red mug")
    assert inverted.project.inversion is inversion


def test_edits(edited: Document):
    first, second = edited.project.edits
    assert edited.project.edit is second
    assert edited.project.draft == second.parameters
    assert first.created.endswith("+00:00")
    assert first.inversion_id == edited.project.active_inversion
    edited.select_edit(first.id)
    assert edited.project.edit is first
    assert edited.project.draft == first.parameters
    edited.delete_edit(first.id)
    assert edited.project.edits == (second,)
    assert edited.project.edit is second
    assert edited.project.draft == second.parameters
    edited.undo()
    assert edited.project.edits == (first, second)
    assert edited.project.edit is first
    edited.select_edit(None)
    assert edited.project.edit is None
    for action in (edited.select_edit, edited.delete_edit):
        with pytest.raises(ProjectError, match="no longer"):
            action("gone")


def test_without_the_edit_shown_one_goes_on_from_its_neighbour(edited: Document):
    first, second = edited.project.edits
    edited.delete_edit(second.id)
    assert (edited.project.edit, edited.project.draft) == (first, first.parameters)
    edited.delete_edit(first.id)
    assert (edited.project.edit, edited.project.draft) == (None, None)


def test_words_that_moved_on_from_a_deleted_edit_stay(edited: Document):
    first, second = edited.project.edits
    moved_on = EditParameters("a yellow mug")
    edited.set_draft(moved_on)
    edited.delete_edit(second.id)
    assert (edited.project.edit, edited.project.draft) == (first, moved_on)


def test_the_original_is_shown_without_changes_in_one_step(edited: Document):
    before = edited.project
    edited.show_original()
    assert (edited.project.edit, edited.project.draft) == (None, None)
    edited.undo()
    assert edited.project == before


def test_undo_and_redo_of_an_edit(edited: Document):
    states = [edited.project]
    for _ in range(2):
        edited.undo()
        states.append(edited.project)
    assert [len(s.edits) for s in states] == [2, 1, 0]
    edited.redo()
    edited.redo()
    assert edited.project == states[0]


def test_an_edit_needs_its_inversion(photo: Photo):
    document = Document()
    document.open_photo(photo)
    with pytest.raises(ProjectError, match="invert it first"):
        document.add_edit(EDIT, make_result())


def test_an_edit_of_an_inversion_that_is_no_longer_active(inverted: Document):
    first = inverted.project.active_inversion
    inverted.add_inversion(make_inversion("a mug", seed=1))
    inverted.add_edit(EDIT, make_result(), first)
    assert inverted.project.edits[0].inversion_id == first
    inverted.select_edit(inverted.project.edits[0].id)
    assert inverted.project.active_inversion == first
    assert inverted.project.caption == "a red mug"


def test_another_crop_drops_what_showed_the_old_one_until_undo(edited: Document, photo: Photo):
    before = edited.project
    edited.set_crop(Crop(0, 0, 20, 20))
    assert edited.project.inversions == ()
    assert edited.project.edits == ()
    edited.undo()
    assert edited.project == before
    with pytest.raises(PhotoError):
        edited.set_crop(Crop(0, 0, 1000, 20))


def test_a_first_crop_is_for_the_model_whose_shape_it_has(photo: Photo):
    document = Document()
    document.open_photo(photo)
    document.set_model("another")
    document.set_crop(Crop(0, 0, 20, 10))
    document.undo()
    assert document.project.crop is None
    document.redo()
    assert document.project.crop == Crop(0, 0, 20, 10)


def test_the_first_crop_is_no_step(photo: Photo):
    document = Document()
    document.open_photo(photo)
    document.set_caption("a mug")
    document.set_crop(Crop(0, 0, 20, 20))
    document.undo()
    assert document.project.crop == Crop(0, 0, 20, 20)
    assert not document.can_undo


def test_selecting_is_no_work(edited: Document, tmp_path):
    edited.save(tmp_path / "p.nti")
    assert not edited.changed
    edited.select_edit(edited.project.edits[0].id)
    assert not edited.changed
    edited.set_draft(EditParameters("something else"))
    assert edited.changed


def test_saving_elsewhere_in_a_thread(edited: Document, tmp_path):
    written = edited.project
    edited.set_draft(EditParameters("typed while it was written"))
    edited.mark_saved(written, tmp_path / "p.nti")
    assert edited.path == tmp_path / "p.nti"
    assert edited.changed
    edited.adopt(written, None)
    assert edited.path is None
    assert not edited.changed
    edited.new()
    assert edited.project == Project()


def test_saving_needs_a_place(edited: Document):
    with pytest.raises(ProjectError, match="choose where"):
        edited.save()


def test_a_failed_load_changes_nothing(edited: Document, tmp_path):
    before = edited.project
    with pytest.raises(ProjectError):
        edited.load(tmp_path / "missing.nti")
    assert edited.project is before


def _typed(document: Document, caption: str, **changes: object) -> None:
    document.set_draft(replace(EditParameters(caption), **changes))


def test_a_drag_of_one_weight_undoes_as_one(inverted: Document):
    _typed(inverted, "a red mug")
    for value in (1.1, 1.2, 1.3, 1.4):
        _typed(inverted, "a red mug", weights=((1, value),))
    _typed(inverted, "a red mug", weights=((1, 1.4), (2, 0.5)))
    inverted.undo()
    assert inverted.project.draft == EditParameters("a red mug", weights=((1, 1.4),))
    inverted.undo()
    assert inverted.project.draft == EditParameters("a red mug")


def test_the_very_first_drag_undoes_as_one(inverted: Document):
    caption = inverted.project.caption
    for value in (1.1, 1.2, 1.3):
        _typed(inverted, caption, weights=((0, value),))
    inverted.undo()
    assert inverted.project.draft is None
    assert inverted.project.inversion is not None


def test_a_pause_ends_a_step():
    now = [0.0]
    history = History(Project(), clock=lambda: now[0])
    for text, pause in (("a", 0.1), ("ab", 0.1), ("abc", JOINED_WITHIN + 1), ("abcd", 0.1)):
        now[0] += pause
        history.push(Project(caption=text), "caption")
    history.undo()
    assert history.present.caption == "ab"
    history.undo()
    assert history.present.caption == ""
    history.redo()
    assert history.present.caption == "ab"


def test_saving_ends_a_step(inverted: Document, tmp_path):
    inverted.set_caption("x")
    inverted.save(tmp_path / "p.nti")
    inverted.set_caption("xy")
    inverted.undo()
    assert inverted.project.caption == "x"
