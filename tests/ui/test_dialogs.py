"""The system's dialogs: none blocks, each answers its coroutine."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from nti_desktop.ui.files.dialogs import NativeDialogs
from nti_desktop.ui.tasks import Tasks


@pytest.fixture
def tasks(loop, qtbot):
    made = Tasks(loop)
    yield made
    qtbot.waitUntil(lambda: not made.busy)
    made.shutdown()


@pytest.fixture
def parent(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def ask(parent, tasks, monkeypatch):
    """Start a question; its answer is appended to the list returned."""
    show = QFileDialog.setOption
    monkeypatch.setattr(
        QFileDialog,
        "open",
        lambda self: (show(self, QFileDialog.Option.DontUseNativeDialog), QWidget.show(self))[0],
    )

    def start(question: str, *args):
        answers = []

        async def work() -> None:
            answers.append(await getattr(NativeDialogs(parent, tasks), question)(*args))

        tasks.start(work())
        return answers

    return start


def shown(qtbot, parent: QWidget, kind: type):
    qtbot.waitUntil(lambda: any(d.isVisible() for d in parent.findChildren(kind)))
    return next(d for d in parent.findChildren(kind) if d.isVisible())


@pytest.mark.parametrize(
    ("pressed", "answer"),
    [
        (QMessageBox.StandardButton.Save, "save"),
        (QMessageBox.StandardButton.Discard, "discard"),
        (QMessageBox.StandardButton.Cancel, "cancel"),
    ],
)
def test_unsaved_changes(ask, qtbot, parent, pressed, answer) -> None:
    answers = ask("ask_unsaved", "holiday")
    box = shown(qtbot, parent, QMessageBox)
    assert "holiday" in box.text()
    assert all(button.icon().isNull() for button in box.buttons())
    assert box.defaultButton().text().replace("&", "") == "Save"
    qtbot.mouseClick(box.button(pressed), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: answers == [answer])


@pytest.mark.parametrize(
    ("question", "name"), [("choose_save", "trip.nti"), ("choose_export", "trip edited.png")]
)
def test_a_file_to_write_is_suggested(ask, qtbot, parent, tmp_path, question, name) -> None:
    answers = ask(question, tmp_path / name)
    dialog = shown(qtbot, parent, QFileDialog)
    assert [Path(p).name for p in dialog.selectedFiles()] == [name]
    dialog.accept()
    qtbot.waitUntil(lambda: answers == [tmp_path / name])


def test_giving_up_answers_nothing(ask, qtbot, parent) -> None:
    answers = ask("choose_open")
    shown(qtbot, parent, QFileDialog).reject()
    qtbot.waitUntil(lambda: answers == [None])


def test_a_folder(ask, qtbot, parent, tmp_path) -> None:
    (tmp_path / "out").mkdir()
    answers = ask("choose_folder", tmp_path / "out")
    dialog = shown(qtbot, parent, QFileDialog)
    assert dialog.fileMode() == QFileDialog.FileMode.Directory
    dialog.accept()
    qtbot.waitUntil(lambda: answers == [tmp_path / "out"])


@pytest.mark.parametrize(
    ("text", "answer"), [("Overwrite", "overwrite"), ("Save as…", "save_as"), ("Cancel", "cancel")]
)
def test_a_file_that_someone_else_wrote(ask, qtbot, parent, text, answer) -> None:
    answers = ask("ask_changed", "trip.nti")
    box = shown(qtbot, parent, QMessageBox)
    assert "trip.nti" in box.text()
    pressed = next(b for b in box.buttons() if b.text().replace("&", "") == text)
    qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: answers == [answer])


@pytest.mark.parametrize(("name", "chosen"), [("a.png", "PNG"), ("a.jpg", "JPEG"), ("a.tif", "TIFF")])
def test_the_chosen_format_is_suggested(ask, qtbot, parent, tmp_path, name, chosen) -> None:
    answers = ask("choose_export", tmp_path / name)
    dialog = shown(qtbot, parent, QFileDialog)
    assert dialog.selectedNameFilter().startswith(chosen)
    dialog.reject()
    qtbot.waitUntil(lambda: answers == [None])
