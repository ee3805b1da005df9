"""Exporting one or several pictures, and copying what is seen."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage

from nti_desktop.document.merge import merge_full_resolution
from nti_desktop.document.xmp import DIGITAL_SOURCE_TYPE
from nti_desktop.engine.requests import EditParameters
from nti_desktop.ui.files.exports import NOTHING_STARRED
from nti_desktop.ui.settings import Settings, SettingsStore
from tests.document.conftest import make_inversion, make_result
from tests.ui.conftest import open_photo

SIDE = 32


@pytest.fixture
def edited(rig, qtbot, photo_file):
    """A window with three edits, made without clicking."""
    open_photo(rig, qtbot, photo_file)
    document = rig.document
    document.set_crop(rig.session.crop)
    document.add_inversion(make_inversion("a red mug"))
    for seed, caption in enumerate(("a blue mug", "a green mug", "a green mug")):
        document.add_edit(EditParameters(caption), make_result(seed, mask=False))
    qtbot.waitUntil(lambda: not rig.tasks.busy)
    return rig


def exports(rig):
    return rig.controller.files_.exports


def ask(rig, qtbot, action: str = "export"):
    rig.window.actions_[action].trigger()
    assert exports(rig).sheet.isVisible()
    return exports(rig).sheet


def choose(box, data) -> None:
    box.setCurrentIndex(box.findData(data))


def export(rig, qtbot, sheet) -> None:
    qtbot.keyClick(sheet.export, Qt.Key.Key_Return)
    assert exports(rig).sheet is None
    qtbot.waitUntil(lambda: not rig.tasks.busy)


def shown_pixels(rig) -> np.ndarray:
    project = rig.document.project
    return merge_full_resolution(project.photo, project.crop, project.inversion, project.edit.result)


def opened(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(path.read_bytes()))


def test_full_resolution_in_every_format(edited, qtbot, tmp_path) -> None:
    for kind in ("png", "jpg", "webp", "tif"):
        sheet = ask(edited, qtbot)
        choose(sheet.format, kind)
        path = edited.dialogs.exported = tmp_path / f"out.{kind}"
        export(edited, qtbot, sheet)
        written = np.asarray(opened(path).convert("RGB")).astype(int)
        assert np.abs(written - shown_pixels(edited)).mean() <= (2 if kind == "jpg" else 0)
        assert edited.window.message.text.text() == f"Exported as out.{kind}, 240 × 160 pixels."
        assert edited.dialogs.asked[-1] == f"export holiday edited.{kind}"
        assert edited.session.settings.export_format == kind


def test_what_was_chosen_is_suggested_the_next_time(edited, qtbot, tmp_path) -> None:
    sheet = ask(edited, qtbot)
    choose(sheet.format, "jpg")
    sheet.quality.setValue(70)
    choose(sheet.extent, False)
    sheet.mark.click()
    path = edited.dialogs.exported = tmp_path / "small.jpg"
    export(edited, qtbot, sheet)
    assert opened(path).size == (SIDE, SIDE)
    assert DIGITAL_SOURCE_TYPE.encode() in path.read_bytes()
    again = ask(edited, qtbot)
    assert (again.choice.format, again.choice.quality, again.choice.full, again.choice.mark) == (
        "jpg",
        70,
        False,
        True,
    )


def test_nothing_is_marked_unless_it_is_wanted(edited, qtbot, tmp_path) -> None:
    path = edited.dialogs.exported = tmp_path / "plain.png"
    export(edited, qtbot, ask(edited, qtbot))
    assert DIGITAL_SOURCE_TYPE.encode() not in path.read_bytes()


def test_quality_is_asked_where_it_matters(edited, qtbot) -> None:
    sheet = ask(edited, qtbot)
    shown = {}
    for kind in ("png", "jpg", "webp", "tif"):
        choose(sheet.format, kind)
        shown[kind] = (sheet.quality.isVisible(), sheet.quality.value())
    assert {kind: visible for kind, (visible, _) in shown.items()} == {
        "png": False,
        "jpg": True,
        "webp": True,
        "tif": False,
    }
    assert (shown["jpg"][1], shown["webp"][1]) == (95, 100)


def test_the_sheet_is_as_high_as_what_it_shows(edited, qtbot) -> None:
    sheet = ask(edited, qtbot)
    qtbot.waitExposed(sheet)
    heights = {}
    for kind in ("png", "webp", "tif", "jpg", "png"):
        choose(sheet.format, kind)
        heights.setdefault(kind, []).append(sheet.height())
    assert heights["tif"] == heights["png"][1:] == heights["png"][:1]
    assert heights["webp"][0] > heights["tif"][0]


def test_what_is_lost_is_said(make_rig, qtbot, tmp_path) -> None:
    rig = make_rig()
    glass = tmp_path / "glass.png"
    Image.new("RGBA", (240, 160), (200, 10, 10, 128)).save(glass)
    open_photo(rig, qtbot, glass)
    rig.document.set_crop(rig.session.crop)
    rig.document.add_inversion(make_inversion("a red mug"))
    rig.document.add_edit(EditParameters("a blue mug"), make_result())
    sheet = ask(rig, qtbot)
    assert sheet.note.text() == ""
    choose(sheet.format, "jpg")
    assert "becomes white" in sheet.note.text()
    choose(sheet.extent, False)
    assert sheet.note.text() == ""


@pytest.mark.parametrize("starred", [False, True])
def test_several_edits_into_a_folder(edited, qtbot, tmp_path, starred) -> None:
    folder = edited.dialogs.folder = tmp_path / "out"
    folder.mkdir()
    taken = folder / "holiday, a green mug.png"
    taken.write_bytes(b"someone's")
    for edit in edited.document.project.edits[1:]:
        edited.document.star_edit(edit.id, True)
    sheet = ask(edited, qtbot, "export_starred" if starred else "export_all")
    export(edited, qtbot, sheet)
    names = {"holiday, a green mug 2.png", "holiday, a green mug 3.png"}
    names |= set() if starred else {"holiday, a blue mug.png"}
    assert {p.name for p in folder.iterdir()} == names | {taken.name}
    assert taken.read_bytes() == b"someone's"
    assert all(opened(folder / name).size == (240, 160) for name in names)
    assert edited.window.message.text.text() == f"Exported {len(names)} pictures into out."


def test_without_a_star_there_is_a_sentence(edited, qtbot) -> None:
    edited.window.actions_["export_starred"].trigger()
    assert exports(edited).sheet is None
    assert edited.window.message.text.text() == NOTHING_STARRED


def test_the_reconstruction(edited, qtbot, tmp_path) -> None:
    path = edited.dialogs.exported = tmp_path / "again.png"
    sheet = ask(edited, qtbot, "export_reconstruction")
    assert not sheet.extent.isEnabled()
    export(edited, qtbot, sheet)
    assert np.array_equal(np.asarray(opened(path)), edited.document.project.inversion.reconstruction)


def test_escape_closes_the_sheet_and_nothing_is_written(edited, qtbot) -> None:
    sheet = ask(edited, qtbot)
    qtbot.keyClick(sheet.export, Qt.Key.Key_Escape)
    assert exports(edited).sheet is None
    assert edited.dialogs.asked == []


def test_the_sheet_goes_with_its_photo(edited, qtbot, tmp_path) -> None:
    ask(edited, qtbot)
    Image.new("RGB", (64, 48)).save(tmp_path / "other.png")
    edited.dialogs.unsaved = "discard"
    open_photo(edited, qtbot, tmp_path / "other.png")
    qtbot.waitUntil(lambda: edited.document.project.photo.name == "other.png")
    assert exports(edited).sheet is None


def test_a_place_that_cannot_be_written_to_gets_a_sentence(edited, qtbot, tmp_path) -> None:
    edited.dialogs.exported = tmp_path / "gone" / "out.png"
    export(edited, qtbot, ask(edited, qtbot))
    assert "the folder does not exist" in edited.window.message.text.text()


def test_what_is_seen_is_copied_at_full_resolution(edited, qtbot) -> None:
    edited.window.canvas.setFocus()
    qtbot.keyClick(edited.window.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Copied, 240 × 160 pixels." in edited.window.message.text.text())
    mime = QGuiApplication.clipboard().mimeData()
    assert np.array_equal(rgb_of(mime.imageData()), shown_pixels(edited))
    png = Image.open(io.BytesIO(bytes(mime.data("image/png").data())))
    assert np.array_equal(np.asarray(png), shown_pixels(edited))
    edited.document.select_edit(None)
    edited.window.actions_["copy"].trigger()
    qtbot.waitUntil(lambda: not edited.tasks.busy)
    copied = QGuiApplication.clipboard().mimeData().imageData()
    assert np.array_equal(rgb_of(copied), edited.document.project.photo.pixels)


def rgb_of(image: QImage) -> np.ndarray:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return np.asarray(Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB"))


def test_what_is_copied_can_be_pasted(edited, qtbot) -> None:
    pixels = shown_pixels(edited)
    edited.window.actions_["copy"].trigger()
    qtbot.waitUntil(lambda: not edited.tasks.busy)
    edited.dialogs.unsaved = "discard"
    edited.window.actions_["paste"].trigger()
    qtbot.waitUntil(lambda: not edited.tasks.busy and not edited.document.project.edits)
    assert np.array_equal(edited.document.project.photo.pixels, pixels)


def test_closing_ends_an_export_of_many(edited, qtbot, tmp_path, monkeypatch) -> None:
    from nti_desktop.ui.files import exports as module

    written, really = [], module.export_image

    def and_close(pixels, path, photo, options, **more):
        really(pixels, path, photo, options, **more)
        written.append(path)
        edited.files.closing = True

    monkeypatch.setattr(module, "export_image", and_close)
    edited.dialogs.folder, edited.dialogs.unsaved = tmp_path, "discard"
    sheet = ask(edited, qtbot, "export_all")
    qtbot.keyClick(sheet.export, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not edited.window.isVisible())
    assert len(written) == 1


def test_choices_survive_the_settings_file(tmp_path) -> None:
    path = tmp_path / "settings.json"
    store = SettingsStore(path=path)
    store.update(export_format="webp", webp_quality=80, export_full=False)
    store.flush()
    read = SettingsStore(path=path).value
    assert (read.export_format, read.webp_quality, read.export_full) == ("webp", 80, False)
    path.write_text(path.read_text().replace('"webp"', '"exe"'))
    assert SettingsStore(path=path).value.export_format == Settings().export_format
    assert replace(read, export_format="png").webp_quality == 80
