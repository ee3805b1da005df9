"""Autosave: what is not saved survives the window, costs little, and is nobody else's to read."""

from __future__ import annotations

import json
import os
import shutil
import stat
import threading
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nti_desktop.document import journal_folder
from nti_desktop.document.changes import paused_of
from nti_desktop.document.document import Document
from nti_desktop.document.journal import CANNOT_KEEP, Journal
from nti_desktop.document.journal_folder import JournalWriter, read_journal
from nti_desktop.document.journal_recovery import (
    MOST_JOURNALS,
    Recovery,
    discard,
    new_journal,
    recover,
    recoverable,
)
from nti_desktop.document.stamps import stamp_of
from nti_desktop.engine.requests import InvertRequest
from nti_desktop.errors import ProjectError
from tests.document.conftest import EDIT, make_inversion, make_partial, make_result


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journals"


def write_and_vanish(folder: Path, document: Document, name: str = "mug", path: Path | None = None) -> None:
    """What a window leaves that wrote its state and was killed."""
    made, lock = new_journal(folder)
    JournalWriter(made).write(document.project, name, path)
    lock.release()


def only(folder: Path) -> Recovery:
    (found,) = recoverable(folder)
    return found


def test_what_was_not_saved_is_offered_and_comes_back(edited: Document, folder: Path):
    write_and_vanish(folder, edited, "mug", Path("/photos/mug.nti"))
    found = only(folder)
    assert (found.name, found.path) == ("mug", Path("/photos/mug.nti"))
    assert found.thumbnail.startswith(b"\x89PNG")
    project = recover(found)
    assert project.caption == edited.project.caption
    assert [e.id for e in project.edits] == [e.id for e in edited.project.edits]
    assert np.array_equal(project.edits[1].result.image, edited.project.edits[1].result.image)
    for before, after in zip(edited.project.edits, project.edits, strict=True):
        assert (after.parameters, after.name, after.starred) == (before.parameters, "", False)
        assert after.result.operations == before.result.operations
    assert project.draft == edited.project.draft
    assert project.photo.original == edited.project.photo.original
    assert only(folder) == found


def test_what_the_file_was_is_remembered(edited: Document, folder: Path, tmp_path: Path):
    path = tmp_path / "mug.nti"
    path.write_bytes(b"as it was saved")
    stamp = stamp_of(path)
    made, lock = new_journal(folder)
    JournalWriter(made).write(edited.project, "mug", path, stamp)
    lock.release()
    assert only(folder).stamp == stamp
    (state,) = made.glob("state-*.json")
    state.write_text(state.read_text().replace('"size": 15', '"size": "x"'))
    assert recoverable(folder) == ()  # it is none that we wrote


@pytest.mark.parametrize("when", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "yesterday"])
def test_a_time_that_cannot_be_hinders_no_other_journal(edited: Document, folder: Path, when: str):
    write_and_vanish(folder, edited, "spoilt")
    (state,) = folder.glob("*/state-*.json")
    value = json.loads(state.read_bytes())
    write_and_vanish(folder, edited, "whole")
    state.write_text(json.dumps(value | {"when": when}))
    assert [found.name for found in recoverable(folder)] == ["whole"]


def test_an_inversion_under_way_is_kept_as_one_that_was_paused(inverted: Document, folder: Path):
    journal = Journal(folder, delay=0.0)
    request = InvertRequest(np.zeros((32, 32, 3), np.uint8), "a red mug on a table", steps=5)
    under_way = paused_of(request, make_partial(2))
    inverted.set_paused(replace(request, caption="a cup"), make_partial(1))
    journal.note(inverted.project, "mug", None, under_way)
    journal.close(keep=True)
    other, paused = recover(only(folder)).paused_inversions
    assert other.caption == "a cup"
    assert paused.caption == "a red mug on a table"
    assert paused.partial.null_embeddings.tobytes() == under_way.partial.null_embeddings.tobytes()
    assert len(inverted.project.paused_inversions) == 1


def test_a_step_that_was_done_is_written_at_once(inverted: Document, folder: Path):
    """Whatever else is noted right after it; a change alone waits a moment for the next."""
    request = InvertRequest(np.zeros((32, 32, 3), np.uint8), "a red mug on a table", steps=5)
    journal = Journal(folder, delay=3600.0)
    for steps in (1, 2):
        under_way = paused_of(request, make_partial(steps))
        journal.note(inverted.project, "mug", None, under_way)
        journal.note(inverted.project, "mug", None, under_way)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and written_steps(folder) != steps:
            time.sleep(0.02)
        assert written_steps(folder) == steps
    journal.note(inverted.project, "jug", None, under_way)
    time.sleep(0.1)
    assert [json.loads(state.read_bytes())["name"] for state in folder.glob("*/state-*.json")].count(
        "jug"
    ) == 0
    journal.close()


def written_steps(folder: Path) -> int:
    """Steps of the inversion under way that are on disk."""
    made = [path.parent for path in folder.glob("*/state-*.json")]
    return len(read_journal(made[0])[0].paused_inversions[0].partial.losses) if made else 0


def blobs(folder: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in folder.glob("*/blobs/*")}


def test_unchanged_members_are_not_written_again(edited: Document, folder: Path):
    made, lock = new_journal(folder)
    writer = JournalWriter(made)
    writer.write(edited.project, "mug", None)
    before = blobs(folder)
    edited.add_edit(EDIT, make_result(7, mask=False))
    writer.write(edited.project, "mug", None)
    after = blobs(folder)
    lock.release()
    assert before.items() <= after.items()
    assert (
        len(after) == len(before) + 2
    )  # the history, and the new picture, which is so small that it is its thumbnail
    assert len(read_journal(made)[0].edits) == 3


def test_what_no_state_needs_goes(edited: Document, folder: Path):
    made, lock = new_journal(folder)
    writer = JournalWriter(made)
    for seed in range(12):
        edited.delete_edit(edited.project.edits[-1].id)
        edited.add_edit(EDIT, make_result(seed, mask=False))
        writer.write(edited.project, "mug", None)
    lock.release()
    assert len(list(made.glob("state-*.json"))) == journal_folder.STATES_KEPT
    # Photo, inversion, first edit, its mask; of two states the history and the picture (its own thumbnail).
    assert len(blobs(folder)) == 4 + 2 * 2


def test_a_damaged_latest_state_falls_back_to_the_one_before(edited: Document, folder: Path):
    made, lock = new_journal(folder)
    writer = JournalWriter(made)
    writer.write(edited.project, "mug", None)
    edited.set_caption("a red mug and a spoon")
    writer.write(edited.project, "mug", None)
    lock.release()
    assert recover(only(folder)).caption == "a red mug and a spoon"
    latest = max(made.glob("state-*.json"))
    latest.write_bytes(latest.read_bytes()[:-100])
    assert recover(only(folder)).caption == "a red mug"


def test_a_damaged_journal_is_refused_in_a_sentence(edited: Document, folder: Path):
    write_and_vanish(folder, edited)
    for blob in blobs(folder):
        blob.write_bytes(b"x")
    with pytest.raises(ProjectError, match=r"“mug” cannot be recovered .*open the file"):
        recover(only(folder))


@pytest.mark.parametrize("checksum", ["../../../../../etc/passwd", "A" * 64, "0" * 63])
def test_a_state_cannot_lead_out_of_its_folder(edited: Document, folder: Path, checksum: str):
    write_and_vanish(folder, edited)
    (state,) = folder.glob("*/state-*.json")
    blob = next(path.name for path in blobs(folder))
    state.write_text(state.read_text().replace(blob, checksum))
    assert recoverable(folder) == ()


def test_a_living_window_is_not_offered(edited: Document, folder: Path):
    made, lock = new_journal(folder)
    JournalWriter(made).write(edited.project, "mug", None)
    assert recoverable(folder) == ()
    lock.release()
    assert only(folder).folder == made


def test_two_windows_cannot_recover_the_same(edited: Document, folder: Path):
    write_and_vanish(folder, edited)
    found = only(folder)
    first, second = Journal(folder), Journal(folder)
    assert first.take_up(found).caption == edited.project.caption
    with pytest.raises(ProjectError, match="another window"):
        second.take_up(found)
    assert recoverable(folder) == ()
    discard(found)
    first.close(keep=True)
    second.close()
    assert only(folder) == found


def test_what_was_taken_up_goes_on_in_its_place(edited: Document, folder: Path):
    write_and_vanish(folder, edited)
    before = blobs(folder)
    journal = Journal(folder, delay=0.0)
    project = journal.take_up(only(folder))
    journal.note(replace(project, caption="a red mug, found again"), "mug")
    journal.close(keep=True)
    assert recover(only(folder)).caption == "a red mug, found again"
    assert before.keys() & blobs(folder).keys()
    assert len(list(folder.iterdir())) == 1


def test_a_window_that_ends_well_leaves_nothing(edited: Document, folder: Path):
    journal = Journal(folder, delay=0.0)
    journal.note(edited.project, "mug")
    journal.close()
    assert list(folder.glob("*")) == []
    journal.note(edited.project, "mug")  # too late, and no harm
    assert list(folder.glob("*")) == []


def test_what_is_saved_is_not_offered(edited: Document, folder: Path):
    journal = Journal(folder, delay=0.0)
    write_and_vanish(folder, edited)
    journal.take_up(only(folder))
    journal.forget()
    journal.close(keep=True)
    assert recoverable(folder) == ()
    assert list(folder.iterdir()) == []


def test_only_the_latest_of_many_changes_is_written(edited: Document, folder: Path, monkeypatch):
    written: list[str] = []
    gate = threading.Event()

    def slow(self: JournalWriter, project, *where) -> None:
        gate.wait(10)
        written.append(project.caption)

    monkeypatch.setattr(JournalWriter, "write", slow)
    journal = Journal(folder, delay=0.0)
    for turn in range(500):
        journal.note(replace(edited.project, caption=f"caption {turn}"))
    gate.set()
    journal.close(keep=True)
    assert written[-1] == "caption 499"
    assert len(written) <= 2


def test_a_full_disk_is_told_once_and_the_last_state_stays(edited: Document, folder: Path, monkeypatch):
    told: list[str] = []
    failed = threading.Event()

    def tell(sentence: str) -> None:
        told.append(sentence)
        failed.set()

    write_and_vanish(folder, edited)
    journal = Journal(folder, delay=0.0, on_problem=tell)
    project = journal.take_up(only(folder))

    def full(*_: object, **__: object) -> None:
        raise ProjectError("“x” was not saved: there is no space left there.")

    monkeypatch.setattr(journal_folder, "atomic_write", full)
    journal.note(replace(project, caption="lost"))
    assert failed.wait(10)
    monkeypatch.undo()
    journal.close(keep=False)
    assert len(told) == 1
    assert told[0].startswith(CANNOT_KEEP)


def test_a_journal_that_was_cleared_away_is_begun_anew(edited: Document, folder: Path):
    journal = Journal(folder, delay=0.0)
    write_and_vanish(folder, edited)
    project = journal.take_up(only(folder))
    shutil.rmtree(folder)
    journal.note(project, "mug")
    journal.close(keep=True)
    assert len(recover(only(folder)).edits) == 2


def test_a_blob_that_went_missing_is_written_again(edited: Document, folder: Path):
    made, lock = new_journal(folder)
    writer = JournalWriter(made)
    writer.write(edited.project, "mug", None)
    for blob in blobs(folder):
        blob.unlink()
    writer.write(edited.project, "mug", None)
    lock.release()
    assert len(recover(only(folder)).edits) == 2


def test_a_state_that_could_not_be_read_again_does_not_take_the_place_of_one_that_can(
    edited: Document, folder: Path
):
    made, lock = new_journal(folder)
    writer = JournalWriter(made)
    writer.write(edited.project, "mug", None)
    for caption in ("\ud800", "x" * 30_000):
        with pytest.raises(ValueError, match="caption"):
            writer.write(replace(edited.project, caption=caption), "mug", None)
    lock.release()
    assert recover(only(folder)).caption == edited.project.caption


def test_no_more_than_twelve_are_kept_and_the_latest_of_them(edited: Document, folder: Path):
    for turn in range(MOST_JOURNALS + 3):
        write_and_vanish(folder, edited, f"mug {turn}")
    for turn, state in enumerate(sorted(folder.glob("*/state-*.json"), key=lambda p: p.stat().st_mtime_ns)):
        text = state.read_text()
        at = text.index('"when": "') + len('"when": "')
        state.write_text(f"{text[:at]}20{turn:02d}{text[at + 4 :]}")
    found = recoverable(folder)
    assert [recovery.name for recovery in found] == [f"mug {turn}" for turn in reversed(range(3, 15))]
    assert len(list(folder.iterdir())) == MOST_JOURNALS


def test_folders_without_a_state_are_cleared_away(folder: Path):
    _, lock = new_journal(folder)
    lock.release()
    assert recoverable(folder) == ()
    assert list(folder.iterdir()) == []
    assert recoverable(folder / "none") == ()


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_nobody_else_may_read_it(edited: Document, folder: Path):
    mask = os.umask(0)
    try:
        write_and_vanish(folder, edited)
    finally:
        os.umask(mask)
    for path in (folder, *folder.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_a_file_name_that_is_no_text_does_not_hinder(edited: Document, folder: Path):
    write_and_vanish(folder, edited, "a\udcffb", Path("/tmp/a\udcffb.nti"))
    found = only(folder)
    assert found.path is None
    assert recover(found).edits


def test_an_empty_window_writes_nothing(folder: Path):
    journal = Journal(folder, delay=0.0)
    journal.note(Document().project)
    journal.close(keep=True)
    assert recoverable(folder) == ()


def test_a_second_inversion_adds_one_blob(inverted: Document, folder: Path):
    made, lock = new_journal(folder)
    writer = JournalWriter(made)
    writer.write(inverted.project, "mug", None)
    before = len(blobs(folder))
    inverted.add_inversion(make_inversion("a mug", seed=5))
    writer.write(inverted.project, "mug", None)
    lock.release()
    assert len(blobs(folder)) == before + 1
