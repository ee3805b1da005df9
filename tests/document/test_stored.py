"""What an opened project leaves in its file: read when it is needed, whatever became of the file."""

from __future__ import annotations

import gc
import os
import pickle
import zipfile
from pathlib import Path

import numpy as np
import pytest

from nti_desktop.document.container import check_all, load_project, save_project
from nti_desktop.document.document import Document
from nti_desktop.document.journal import Journal
from nti_desktop.document.journal_recovery import recover, recoverable
from nti_desktop.engine.requests import EditParameters, EditRequest
from nti_desktop.engine.results import Inversion
from nti_desktop.errors import ProjectError
from tests.document.conftest import make_inversion

ARRAYS = (
    "timesteps", "pivots", "null_embeddings", "null_pooled", "residuals", "word_maps", "reconstruction",
)  # fmt: skip

pytestmark = pytest.mark.skipif(not hasattr(os, "pread"), reason="all is read at once there")


@pytest.fixture
def path(edited: Document, tmp_path: Path) -> Path:
    """A project of two captions and two edits."""
    edited.add_inversion(make_inversion("a cup", 3, pooled=True))
    edited.save(tmp_path / "p.nti")
    return tmp_path / "p.nti"


def assert_same(found: Inversion, wanted: Inversion) -> None:
    for name in ARRAYS:
        one, other = getattr(found, name), getattr(wanted, name)
        assert (one is None) == (other is None)
        if one is not None:
            assert one.dtype == other.dtype
            assert one.tobytes() == other.tobytes()


def spoil(path: Path, array: str = "pivots", caption: str = "a red mug") -> None:
    """Change one byte of an array in the file as it lies there."""
    (record,) = (r for r in load_project(path).inversions if r.inversion.caption == caption)
    stored = record.inversion.stored
    with path.open("r+b") as file:
        file.seek(stored.member.begin + stored.header.places[array].begin)
        file.write(b"\xff")


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_file_may_be_renamed_replaced_or_deleted(path: Path, edited: Document):
    project = load_project(path)
    path.write_bytes(path.read_bytes())  # written over with the same
    assert_same(project.inversions[0].inversion, edited.project.inversions[0].inversion)
    away = path.rename(path.with_name("away.nti"))
    away.unlink()
    path.write_text("something else")
    for record, wanted in zip(project.inversions, edited.project.inversions, strict=True):
        assert_same(record.inversion, wanted.inversion)


def test_what_was_not_read_is_saved_byte_for_byte(path: Path):
    before = members(path)
    project = load_project(path)
    for _ in range(2):
        save_project(project, path)
        assert members(path) == before
    elsewhere = path.with_name("q.nti")
    path.unlink()
    save_project(project, elsewhere)
    assert members(elsewhere) == before


def test_after_saving_it_is_read_from_the_new_file(path: Path, edited: Document):
    project = load_project(path)
    save_project(project, path.with_name("q.nti"))
    spoil(path)
    assert_same(project.inversions[0].inversion, edited.project.inversions[0].inversion)


def test_a_file_that_was_written_over(path: Path, tmp_path: Path):
    document = Document()
    document.load(path)
    spoil(path)
    other = document.project.inversions[1]
    with pytest.raises(ProjectError, match=r"“p.nti” no longer holds what was found for “a red mug”.*\.$"):
        _ = document.project.inversions[0].inversion.pivots
    with pytest.raises(ProjectError, match=r"“q.nti” was not saved: “p.nti” no longer holds.*“a red mug”"):
        document.save(tmp_path / "q.nti")
    assert not (tmp_path / "q.nti").exists()
    assert document.project.inversions[0].inversion.reconstruction.any()
    document.delete_inversion(document.project.inversions[0].id)
    document.save(tmp_path / "q.nti")
    assert_same(load_project(tmp_path / "q.nti").inversions[0].inversion, other.inversion)


def test_what_was_read_before_is_saved_all_the_same(path: Path, edited: Document):
    project = load_project(path)
    assert project.inversions[0].inversion.residuals.any()
    spoil(path)
    save_project(project, path)
    assert_same(load_project(path).inversions[0].inversion, edited.project.inversions[0].inversion)


def test_damage_that_opening_does_not_see_is_found_by_checking(path: Path):
    check_all(load_project(path))
    spoil(path, "null_embeddings", "a cup")
    project = load_project(path)
    with pytest.raises(ProjectError, match="“a cup”"):
        check_all(project)


def test_requests_travel_whole(path: Path, edited: Document):
    inversion = load_project(path).inversions[1].inversion
    request = pickle.loads(pickle.dumps(EditRequest(inversion, EditParameters("a jar"))))
    assert type(request.inversion) is Inversion
    assert_same(request.inversion, edited.project.inversions[1].inversion)
    assert request.inversion.report == inversion.report
    assert np.array(inversion.pivots).flags.writeable


def test_a_journal_holds_what_was_not_read(path: Path, tmp_path: Path, edited: Document):
    project = load_project(path)
    journal = Journal(tmp_path / "journals", delay=0)
    journal.note(project, "mug", path)
    journal.close(keep=True)
    path.unlink()
    (left,) = recoverable(tmp_path / "journals")
    for record, wanted in zip(recover(left).inversions, edited.project.inversions, strict=True):
        assert_same(record.inversion, wanted.inversion)


def test_a_journal_keeps_the_rest_of_what_a_file_no_longer_holds(path: Path, tmp_path: Path):
    project, told = load_project(path), list[str]()
    spoil(path)
    journal = Journal(tmp_path / "journals", delay=0, on_problem=told.append)
    journal.note(project, "mug", path)
    journal.close(keep=True)
    (left,) = recoverable(tmp_path / "journals")
    assert not told
    assert left.path is None  # else saving it would take away what a copy of the disk may still hold
    recovered = recover(left)
    assert [record.inversion.caption for record in recovered.inversions] == ["a cup"]
    assert_same(recovered.inversions[0].inversion, project.inversions[1].inversion)


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files cannot be counted here")
def test_a_closed_project_lets_its_file_go(path: Path):
    gc.collect()
    before = open_files()
    project = load_project(path)
    save_project(project, path)
    assert open_files() == before + 1
    del project
    gc.collect()
    assert open_files() == before
