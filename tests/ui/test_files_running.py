"""Opening and saving while something is under way: nothing is lost, and nothing is dropped in silence."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMessageBox, QWidget

from nti_desktop.document.container import load_project
from nti_desktop.ui.files import files as files_module
from nti_desktop.ui.files.dialogs import NativeDialogs
from nti_desktop.ui.tasks import Tasks
from tests.ui.conftest import CAPTION, open_photo, start_inversion
from tests.ui.test_jobs_window import half_way


@pytest.fixture
def inverting(make_rig, qtbot, photo_file):
    """A window whose inversion is half way."""
    rig = make_rig(half_way)
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(lambda: rig.session.jobs.current is not None and rig.session.jobs.current.share > 0.2)
    yield rig
    rig.session.jobs.cancel()
    qtbot.waitUntil(lambda: not rig.session.jobs.running and not rig.tasks.busy)


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.png"
    Image.new("RGB", (90, 70), "green").save(path)
    return path


def open_(rig, qtbot, path: Path) -> None:
    rig.files.open(path)
    qtbot.waitUntil(lambda: not rig.tasks.busy)


def test_opening_another_photo_asks_before_it_stops_a_job(inverting, qtbot, other) -> None:
    open_(inverting, qtbot, other)
    assert inverting.dialogs.asked == ["running 1"]
    assert inverting.dialogs.stopped_for == "open"
    assert inverting.files.name == "holiday"
    assert inverting.session.jobs.running


def test_what_is_done_of_it_is_saved_when_the_person_says_so(inverting, qtbot, other, tmp_path) -> None:
    dialogs = inverting.dialogs
    dialogs.running, dialogs.unsaved, dialogs.saved = "stop", "save", tmp_path / "kept.nti"
    open_(inverting, qtbot, other)
    assert dialogs.asked == ["running 1", "unsaved holiday", "save holiday.nti"]
    assert inverting.files.name == "other"
    assert len(load_project(dialogs.saved).paused.partial.losses) == 5


def test_a_pasted_picture_asks_as_well(inverting, qtbot) -> None:
    mime = QMimeData()
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    mime.setImageData(picture)
    inverting.files.open_offered(mime)
    qtbot.waitUntil(lambda: not inverting.tasks.busy)
    assert inverting.dialogs.asked == ["running 1"]
    assert inverting.files.name == "holiday"


def test_the_question_names_what_comes_after(qtbot, loop) -> None:
    window, tasks = QWidget(), Tasks(loop)
    qtbot.addWidget(window)
    window.show()
    for then, text in (("close", "Stop and close"), ("open", "Stop and open")):
        tasks.start(NativeDialogs(window, tasks).ask_running(1, then))
        qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
        (box,) = window.findChildren(QMessageBox)
        chosen = next(button for button in box.buttons() if button.text() == text)
        qtbot.mouseClick(chosen, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not tasks.busy and not window.findChildren(QMessageBox))
    tasks.shutdown()


@pytest.fixture
def opening(rig, qtbot, photo_file, other, monkeypatch):
    """A window with a saved project, changed since, that is reading another file until `go` is set."""
    open_photo(rig, qtbot, photo_file)
    rig.dialogs.saved = photo_file.parent / "trip.nti"
    rig.files.save()
    qtbot.waitUntil(lambda: rig.document.path is not None and not rig.tasks.busy)
    rig.document.set_caption(CAPTION)
    rig.go, read = threading.Event(), files_module.read_file

    def slowly(path: Path):
        rig.go.wait(20)
        return read(path)

    monkeypatch.setattr(files_module, "read_file", slowly)
    rig.files.open(other)
    qtbot.waitUntil(lambda: rig.tasks.busy)
    yield rig
    rig.go.set()
    qtbot.waitUntil(lambda: not rig.tasks.busy)


def test_saving_while_a_file_is_read_comes_after_it(opening, qtbot) -> None:
    qtbot.keyClick(opening.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert opening.document.changed
    opening.go.set()  # the question about changes is answered by Cancel: the project stays
    qtbot.waitUntil(lambda: not opening.document.changed)
    assert load_project(opening.document.path).caption == CAPTION


def test_it_does_not_save_what_was_opened_meanwhile(opening, qtbot) -> None:
    opening.dialogs.unsaved = "discard"
    qtbot.keyClick(opening.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    opening.go.set()
    qtbot.waitUntil(lambda: opening.files.name == "other" and not opening.tasks.busy)
    assert opening.dialogs.asked == ["save holiday.nti", "unsaved trip"]


def test_other_commands_say_what_is_being_done(opening, qtbot) -> None:
    qtbot.keyClick(opening.window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert opening.window.message.text.text() == "Opening “other.png”…"
    assert "open" not in opening.dialogs.asked
