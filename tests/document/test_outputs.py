"""Which pictures a project gives out, what their files are called, and whether a file is still the same."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nti_desktop.document.document import Document
from nti_desktop.document.outputs import file_name, free_paths, outputs, pixels_of, size_of
from nti_desktop.document.stamps import changed_since, stamp_of
from nti_desktop.errors import ProjectError


@pytest.mark.parametrize("what", ["shown", "starred", "all", "reconstruction"])
def test_sizes_are_known_before_the_pictures_are_made(edited: Document, what):
    edited.star_edit(edited.project.edits[0].id, True)
    found = outputs(edited.project, what)
    assert len(found) == {"shown": 1, "starred": 1, "all": 2, "reconstruction": 1}[what]
    for output in found:
        for full in (False, True):
            pixels = pixels_of(edited.project, output, full=full)
            assert size_of(edited.project, output, full=full) == pixels.shape[1::-1]


def test_the_reconstruction_is_what_the_model_made(edited: Document):
    (output,) = outputs(edited.project, "reconstruction")
    made = pixels_of(edited.project, output, full=True)
    assert np.array_equal(made, edited.project.inversion.reconstruction)


def test_an_empty_project_gives_nothing_out():
    project = Document().project
    assert not any(outputs(project, what) for what in ("shown", "starred", "all", "reconstruction"))


def test_an_edit_whose_inversion_is_gone(edited: Document):
    (output,) = outputs(edited.project, "shown")
    with pytest.raises(ProjectError, match="choose another"):
        pixels_of(Document().project, output, full=True)


@given(st.text())
def test_any_caption_becomes_a_file_name(text):
    name = file_name(text)
    assert name
    assert len(name.encode()) <= 90
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name == name.strip(" .")


def test_names_are_never_taken(edited: Document, tmp_path: Path):
    edited.rename_edit(edited.project.edits[0].id, "A/B")
    edited.rename_edit(edited.project.edits[1].id, "a b")
    (tmp_path / "mug, A B.png").touch()
    paths = list(free_paths(tmp_path, "mug", outputs(edited.project, "all"), ".png"))
    assert paths[0].name == "mug, A B 2.png"
    assert len({path.name.casefold() for path in paths}) == 2


def test_a_file_is_the_same_until_someone_writes_it(tmp_path: Path):
    path = tmp_path / "a.nti"
    path.write_bytes(b"one")
    stamp = stamp_of(path)
    assert not changed_since(path, stamp)
    path.write_bytes(b"three")
    assert changed_since(path, stamp)
    path.write_bytes(b"two")
    os.utime(path, ns=(1, 1))
    assert changed_since(path, stamp)
    path.unlink()
    assert not changed_since(path, stamp)
    assert not changed_since(path, None)
    assert stamp_of(tmp_path / "no" / "a.nti") is None
