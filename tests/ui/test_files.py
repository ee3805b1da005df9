"""Opening, dropping, pasting and saving, by keyboard and mouse; and what is said when it goes wrong."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget

from nti_desktop.document import atomic
from nti_desktop.document.container import load_project
from nti_desktop.document.stamps import stamp_of
from nti_desktop.ui.files import files as files_module
from nti_desktop.ui.files import reading, working
from nti_desktop.ui.files.drop_veil import DropVeil
from nti_desktop.ui.files.drops import FROM_THE_WEB, NO_IMAGE_TO_PASTE
from nti_desktop.ui.settings import Settings
from tests.ui.conftest import CAPTION, open_photo


def drop_on(widget: QWidget, mime: QMimeData) -> None:
    """Let go of something over a widget, as the window system says it."""
    where, actions, buttons = (
        QPointF(widget.rect().center()),
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
    )
    keys = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where.toPoint(), actions, mime, buttons, keys)
    target = widget
    while not target.acceptDrops():
        target = target.parentWidget()
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(where, actions, mime, buttons, keys))


def of_files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def of_text(text: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    return mime


def message(rig) -> str:
    bar = rig.window.message
    return bar.text.text() if bar.isVisible() else ""


def paste(rig, qtbot, mime: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(mime)
    rig.window.canvas.setFocus()
    rig.window.actions_["paste"].trigger()
    qtbot.waitUntil(lambda: not rig.tasks.busy)


@pytest.fixture
def other_photo(tmp_path: Path) -> Path:
    path = tmp_path / "other.png"
    Image.new("RGB", (64, 48), "green").save(path)
    return path


def test_what_is_dragged_over_an_open_photo_is_told_where_to_go(rig, qtbot, photo_file) -> None:
    window, veil = rig.window, rig.window.findChild(DropVeil)
    actions, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    mime = of_files(photo_file)

    def drag_over() -> None:
        enter = QDragEnterEvent(QPoint(200, 200), actions, mime, Qt.MouseButton.LeftButton, none)
        QApplication.sendEvent(window, enter)

    drag_over()
    assert window.start.drop.property("over")
    assert not veil.isVisible()
    QApplication.sendEvent(window, QDragLeaveEvent())
    open_photo(rig, qtbot, photo_file)
    drag_over()
    assert veil.isVisible()
    assert veil.geometry().contains(window.pages.rect().center())
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not veil.isVisible()
    drag_over()
    drop_on(window, mime)
    assert not veil.isVisible()
    qtbot.waitUntil(lambda: not rig.tasks.busy)


def test_a_photo_may_be_dropped_anywhere(rig, qtbot, photo_file, other_photo) -> None:
    window = rig.window
    drop_on(window.start.drop, of_files(photo_file))
    qtbot.waitUntil(lambda: not rig.tasks.busy and rig.document.project.photo is not None)
    field = window.caption.describe.field.viewport()
    wanted = photo_file
    for part in (window.canvas, window.caption, window.side, field, window.toolbar):
        wanted = other_photo if wanted is photo_file else photo_file
        drop_on(part, of_files(wanted))
        qtbot.waitUntil(lambda: not rig.tasks.busy)
        assert rig.document.project.photo.name == wanted.name


def test_of_several_photos_the_first_is_opened(rig, qtbot, photo_file, other_photo) -> None:
    drop_on(rig.window.start.drop, of_files(photo_file, other_photo, other_photo))
    qtbot.waitUntil(lambda: rig.document.project.photo is not None and not rig.tasks.busy)
    assert rig.document.project.photo.name == "holiday.png"
    assert message(rig) == "One photo at a time: “holiday.png” was opened, 2 more were not."


def test_what_cannot_be_opened_gets_a_sentence(rig, qtbot, tmp_path, photo_file) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("hello")
    for path, part in (
        (tmp_path, "is a folder"),
        (letter, "is not a photo"),
        (tmp_path / "no.png", "no file"),
    ):
        drop_on(rig.window.start.drop, of_files(path))
        qtbot.waitUntil(lambda part=part: part in message(rig))
    assert rig.document.project.photo is None
    assert rig.session.settings.recent == ()
    open_photo(rig, qtbot, photo_file)
    assert message(rig) == ""  # that is over


def test_nothing_is_fetched_from_the_web(rig, qtbot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/cat.jpg")])
    drop_on(rig.window.start.drop, mime)
    assert message(rig) == FROM_THE_WEB
    rig.window.message.clear()
    paste(rig, qtbot, of_text("https://example.org/cat.jpg"))
    assert message(rig) == FROM_THE_WEB


def test_a_path_is_pasted(rig, qtbot, photo_file, other_photo) -> None:
    paste(rig, qtbot, of_text(f"  {photo_file}\n"))
    assert rig.document.project.photo.name == "holiday.png"
    paste(rig, qtbot, of_text(QUrl.fromLocalFile(str(other_photo)).toString()))
    assert rig.document.project.photo.name == "other.png"
    paste(rig, qtbot, of_text("a red mug"))
    assert message(rig) == NO_IMAGE_TO_PASTE
    assert rig.document.project.photo.name == "other.png"


def test_a_pasted_picture_has_every_pixel(rig, qtbot) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (40, 52, 3), dtype=np.uint8)
    image = QImage(pixels.data, 52, 40, 3 * 52, QImage.Format.Format_RGB888).copy()
    mime = QMimeData()
    mime.setImageData(image)
    paste(rig, qtbot, mime)
    assert np.array_equal(rig.document.project.photo.pixels, pixels)


def saved(inverted, qtbot, path: Path) -> None:
    inverted.dialogs.saved = path
    inverted.files.save_as()
    qtbot.waitUntil(lambda: not inverted.tasks.busy)


@pytest.mark.parametrize("answer", ["cancel", "overwrite", "save_as"])
def test_a_file_that_someone_else_wrote_is_noticed(inverted, qtbot, tmp_path, answer) -> None:
    path, elsewhere = tmp_path / "trip.nti", tmp_path / "mine.nti"
    saved(inverted, qtbot, path)
    theirs = path.read_bytes() + b"theirs"
    path.write_bytes(theirs)
    inverted.document.set_caption("a blue mug")
    inverted.dialogs.changed, inverted.dialogs.saved = answer, elsewhere
    qtbot.keyClick(inverted.window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not inverted.tasks.busy)
    assert "changed trip.nti" in inverted.dialogs.asked
    assert (path.read_bytes() == theirs) == (answer != "overwrite")
    assert elsewhere.exists() == (answer == "save_as")
    assert inverted.document.changed == (answer == "cancel")


def test_a_project_that_is_saved_before_it_is_opened_again_is_opened_as_saved(
    inverted, qtbot, tmp_path
) -> None:
    path = tmp_path / "mug.nti"
    inverted.document.save(path)
    inverted.document.set_caption("a red mug at dawn")
    inverted.dialogs.unsaved = "save"
    inverted.files.open(path)
    qtbot.waitUntil(lambda: not inverted.tasks.busy)
    assert inverted.document.project.caption == "a red mug at dawn"
    assert not inverted.document.changed
    assert inverted.dialogs.asked == ["unsaved mug"]
    assert inverted.files.stamp == stamp_of(path)


def test_nothing_is_asked_where_nobody_else_wrote(inverted, qtbot, tmp_path) -> None:
    path = tmp_path / "trip.nti"
    saved(inverted, qtbot, path)
    for caption in ("a blue mug", "a green mug"):
        inverted.document.set_caption(caption)
        inverted.files.save()
        qtbot.waitUntil(lambda: not inverted.tasks.busy)
    path.unlink()
    inverted.document.set_caption("a red mug on grass")
    inverted.files.save()
    qtbot.waitUntil(lambda: not inverted.tasks.busy)
    assert load_project(path).caption == "a red mug on grass"
    assert not any(question.startswith("changed") for question in inverted.dialogs.asked)


def test_latents_that_are_damaged_are_told_when_the_project_is_open(rig, inverted, qtbot, tmp_path) -> None:
    path = tmp_path / "trip.nti"
    saved(inverted, qtbot, path)
    stored = load_project(path).inversion.stored
    with path.open("r+b") as file:
        file.seek(stored.member.begin + stored.header.places["pivots"].begin)
        file.write(b"\xff\xff\xff\xff")
    rig.files.open(path)
    qtbot.waitUntil(lambda: "no longer holds what was found for" in message(rig))
    assert CAPTION in message(rig)
    assert rig.document.project.inversion.caption == CAPTION
    before = path.read_bytes()
    rig.document.set_caption("a red mug on grass")
    rig.files.save()
    qtbot.waitUntil(lambda: message(rig).startswith("“trip.nti” was not saved:"))
    assert path.read_bytes() == before
    assert rig.document.changed


def test_a_project_that_was_opened_is_watched_too(rig, inverted, qtbot, tmp_path) -> None:
    path = tmp_path / "trip.nti"
    saved(inverted, qtbot, path)
    inverted.files.open(path)
    qtbot.waitUntil(lambda: not inverted.tasks.busy)
    os.utime(path, ns=(1, 1))
    inverted.document.set_caption("a blue mug")
    inverted.files.save()
    qtbot.waitUntil(lambda: "changed trip.nti" in inverted.dialogs.asked and not inverted.tasks.busy)


def full_disk(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_when_saving_fails_the_old_file_and_the_unsaved_state_stay(
    inverted, qtbot, tmp_path, monkeypatch
) -> None:
    path = tmp_path / "trip.nti"
    saved(inverted, qtbot, path)
    before = path.read_bytes()
    inverted.document.set_caption("a blue mug")
    monkeypatch.setattr(atomic.os, "fsync", full_disk)
    inverted.files.save()
    qtbot.waitUntil(lambda: not inverted.tasks.busy)
    assert message(inverted) == (
        "“trip.nti” was not saved: there is no space left there; free some, or save elsewhere."
    )
    assert path.read_bytes() == before
    assert inverted.document.changed
    assert inverted.document.path == path
    assert sorted(p.name for p in tmp_path.iterdir()) == ["holiday.png", "trip.nti"]
    monkeypatch.undo()
    inverted.files.save()
    qtbot.waitUntil(lambda: not inverted.document.changed and not inverted.tasks.busy)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("n" * 300 + ".nti", "the name is too long"), ("gone/trip.nti", "the folder does not exist")],
)
def test_places_that_cannot_be_written_to(inverted, qtbot, tmp_path, name, sentence) -> None:
    saved(inverted, qtbot, tmp_path / name)
    assert sentence in message(inverted)
    assert inverted.document.changed
    assert inverted.document.path is None
    saved(inverted, qtbot, tmp_path / "trip.nti")
    assert not inverted.document.changed


def test_a_read_only_folder(inverted, qtbot, tmp_path, monkeypatch) -> None:
    """Root may write anywhere, so the system's answer is put in its place."""
    folder = tmp_path / "locked"
    folder.mkdir()
    monkeypatch.setattr(Path, "open", _refuses(Path.open, folder))
    monkeypatch.setattr("builtins.open", _refuses(open, folder))
    saved(inverted, qtbot, folder / "trip.nti")
    assert "you may not write there; save elsewhere" in message(inverted)
    assert inverted.document.changed
    assert list(folder.iterdir()) == []


def _refuses(really, folder: Path):
    def opening(path, *args, **options):
        if folder in Path(path).parents:
            raise PermissionError(errno.EACCES, "Permission denied")
        return really(path, *args, **options)

    return opening


def test_what_takes_long_is_said_and_no_longer_once_it_is_done(rig, qtbot, photo_file, monkeypatch) -> None:
    go, read = threading.Event(), reading.read_file

    def slowly(path: Path):
        go.wait(20)
        return read(path)

    monkeypatch.setattr(working, "PATIENCE_MS", 20)
    monkeypatch.setattr(files_module, "read_file", slowly)
    rig.files.open(photo_file)
    qtbot.waitUntil(lambda: message(rig) == "Opening “holiday.png”…")
    go.set()
    qtbot.waitUntil(lambda: rig.document.project.photo is not None)
    qtbot.waitUntil(lambda: message(rig) == "")


def test_what_is_quick_is_not_announced(rig, qtbot, photo_file) -> None:
    said = []
    rig.files.waiting.connect(said.append)
    open_photo(rig, qtbot, photo_file)
    assert [sentence for sentence in said if sentence] == []


def test_opening_and_saving_are_remembered(make_rig, qtbot, photo_file, tmp_path) -> None:
    rig = make_rig(settings=Settings(recent=("/elsewhere/old.nti",)))
    open_photo(rig, qtbot, photo_file)
    rig.document.set_caption(CAPTION)
    saved(rig, qtbot, tmp_path / "trip.nti")
    assert rig.session.settings.recent == (
        str(tmp_path / "trip.nti"),
        str(photo_file),
        "/elsewhere/old.nti",
    )
