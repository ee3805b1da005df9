"""Where files are offered to be written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from nti_desktop.document.samples import samples
from nti_desktop.engine.requests import EditParameters
from tests.document.conftest import make_inversion, make_result
from tests.ui.conftest import open_photo


@pytest.fixture
def pictures(monkeypatch, tmp_path: Path) -> Path:
    made = tmp_path / "Pictures"
    made.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(made))
    return made


def open_sample(rig, qtbot) -> Path:
    sample = samples()[0]
    rig.files.open_sample(sample.path, sample.caption)
    qtbot.waitUntil(lambda: rig.document.project.photo is not None and not rig.tasks.busy, timeout=20_000)
    return sample.path.parent


def save_as(rig, qtbot) -> Path:
    """Where the project is offered to be saved."""
    rig.window.actions_["save_as"].trigger()
    qtbot.waitUntil(lambda: not rig.tasks.busy)
    return rig.dialogs.suggested[-1].parent


def export(rig, qtbot) -> Path:
    rig.window.actions_["export"].trigger()
    rig.controller.files_.exports.sheet.export.click()
    qtbot.waitUntil(lambda: not rig.tasks.busy)
    return rig.dialogs.suggested[-1].parent


def make_edit(rig) -> None:
    rig.document.set_crop(rig.session.crop)
    rig.document.add_inversion(make_inversion("a red mug"))
    rig.document.add_edit(EditParameters("a blue mug"), make_result(0, mask=False))


def test_what_is_made_of_a_sample_goes_to_the_pictures(rig, qtbot, pictures) -> None:
    open_sample(rig, qtbot)
    make_edit(rig)
    assert save_as(rig, qtbot) == pictures
    assert export(rig, qtbot) == pictures


def test_then_to_the_folder_that_was_chosen(rig, qtbot, pictures, tmp_path) -> None:
    open_sample(rig, qtbot)
    make_edit(rig)
    chosen = tmp_path / "chosen"
    chosen.mkdir()
    rig.dialogs.exported = chosen / "mine.png"
    export(rig, qtbot)
    assert rig.dialogs.exported.is_file()
    assert rig.session.settings.folder == str(chosen)
    assert save_as(rig, qtbot) == chosen


def test_a_folder_that_is_gone_is_not_offered(rig, qtbot, pictures, tmp_path) -> None:
    rig.session.store.update(folder=str(tmp_path / "gone"))
    open_sample(rig, qtbot)
    assert save_as(rig, qtbot) == pictures


def test_without_pictures_it_is_the_home_folder(rig, qtbot, pictures) -> None:
    pictures.rmdir()
    open_sample(rig, qtbot)
    assert save_as(rig, qtbot) == Path.home()


def test_what_is_made_of_ones_own_photo_goes_beside_it(rig, qtbot, pictures, photo_file) -> None:
    open_sample(rig, qtbot)
    rig.dialogs.unsaved = "discard"
    rig.files.open(photo_file)
    qtbot.waitUntil(lambda: rig.files.name == photo_file.stem and not rig.tasks.busy)
    assert save_as(rig, qtbot) == photo_file.parent


def test_a_photo_that_was_not_taken_leaves_the_place_alone(rig, qtbot, photo_file, tmp_path) -> None:
    open_photo(rig, qtbot, photo_file)
    rig.document.set_caption("a mug")
    other = tmp_path / "elsewhere" / "other.png"
    other.parent.mkdir()
    other.write_bytes(photo_file.read_bytes())
    rig.files.open(other)  # the question about unsaved changes is answered by Cancel
    qtbot.waitUntil(lambda: not rig.tasks.busy)
    assert save_as(rig, qtbot) == photo_file.parent
