"""The whole window on a scripted engine, used as a person would."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QEnterEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QAbstractSpinBox, QApplication, QLineEdit

from nti_desktop.diffusion.sources import ModelDescription
from nti_desktop.document.container import load_project
from nti_desktop.document.photo import Crop, working_image
from nti_desktop.document.samples import Sample
from nti_desktop.engine.events import Failed, Notice, Preview, Progress
from nti_desktop.engine.fake import Pause, plausible_script
from nti_desktop.engine.requests import EditRequest, InvertRequest
from nti_desktop.errors import ModelError, ProjectError
from nti_desktop.ui import session as session_module
from nti_desktop.ui.files import reading, sample_cards
from nti_desktop.ui.files.drops import NO_IMAGE_TO_PASTE
from nti_desktop.ui.files.exports import NOTHING_TO_EXPORT
from nti_desktop.ui.jobs.inverting import EMPTY_CAPTION
from tests.ui.conftest import (
    CAPTION,
    apply_edit,
    chip_of,
    describe_small_model,
    invert,
    open_photo,
    point_at,
    replace_word,
    start_inversion,
)


def waiting(request):
    """A job that does nothing but wait to be cancelled."""
    return [Pause(60)]


def in_turn(scripts: list):
    """Another script for every job."""
    remaining = iter(scripts)

    def play(request):
        script = next(remaining)
        return script(request)

    return play


def test_starts_with_a_place_to_drop_a_photo(rig) -> None:
    assert rig.window.pages.currentIndex() == 0
    assert rig.window.start.open.isVisible()
    assert not rig.window.actions_["save"].isEnabled()
    assert not rig.window.toolbar.viewing.isVisible(), "there is nothing to look at yet"


def test_opens_by_dialog(rig, qtbot, photo_file) -> None:
    rig.dialogs.opened = photo_file
    qtbot.mouseClick(rig.window.start.open, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: rig.document.project.photo is not None)
    assert rig.window.pages.currentIndex() == 1
    assert rig.window.toolbar.viewing.isVisible()
    assert rig.window.windowTitle() == "holiday[*] – NTI Desktop"
    assert not rig.window.isWindowModified()


def test_opens_what_is_dropped(rig, qtbot, photo_file) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo_file))])
    copy = Qt.DropAction.CopyAction
    none = Qt.KeyboardModifier.NoModifier
    rig.window.dropEvent(QDropEvent(QPointF(200, 200), copy, mime, Qt.MouseButton.LeftButton, none))
    qtbot.waitUntil(lambda: rig.document.project.photo is not None)


def test_opens_a_pasted_picture(rig, qtbot) -> None:
    image = QImage(90, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(rig.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: rig.document.project.photo is not None)
    assert rig.document.project.photo.size == (90, 60)


def test_a_picture_pasted_into_the_caption_is_opened(rig, qtbot, photo_file) -> None:
    open_photo(rig, qtbot, photo_file)
    image = QImage(90, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    field = rig.window.caption.describe.field
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: rig.document.project.photo.size == (90, 60))
    copied = QMimeData()  # as file managers copy a file
    copied.setUrls([QUrl.fromLocalFile(str(photo_file))])
    copied.setText(str(photo_file))
    QGuiApplication.clipboard().setMimeData(copied)
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: rig.document.project.photo.size != (90, 60))
    QGuiApplication.clipboard().setText("a red mug")
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "a red mug"


def test_pasting_nothing_says_so(rig, qtbot) -> None:
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(rig.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert rig.window.message.text.text() == NO_IMAGE_TO_PASTE


def test_a_bad_file_gets_one_sentence_and_loses_nothing(inverted, qtbot, tmp_path) -> None:
    bad = tmp_path / "notes.jpg"
    bad.write_bytes(b"no picture at all")
    project = inverted.document.project
    inverted.files.open(bad)
    qtbot.waitUntil(inverted.window.message.isVisible)
    assert "notes.jpg" in inverted.window.message.text.text()
    assert inverted.document.project is project


def test_an_empty_caption_gets_one_sentence(rig, qtbot, photo_file) -> None:
    open_photo(rig, qtbot, photo_file)
    qtbot.mouseClick(rig.window.caption.describe.invert, Qt.MouseButton.LeftButton)
    assert rig.window.message.text.text() == EMPTY_CAPTION
    assert rig.engine.requests == []


def test_inverting_shows_chips_and_the_report(inverted) -> None:
    request = inverted.engine.requests[0]
    assert isinstance(request, InvertRequest)
    assert (request.caption, request.image.shape, request.steps) == (CAPTION, (64, 64, 3), 10)
    assert [b.chip.text for b in inverted.window.caption.words.buttons] == CAPTION.split()
    assert inverted.window.caption.mode == "words"
    assert inverted.window.side.summary.isVisible()
    assert inverted.window.isWindowModified()


def test_progress_is_drawn_live_and_the_reconstruction_becomes_visible(make_rig, qtbot, photo_file) -> None:
    rig = make_rig(lambda r: plausible_script(r, 0.03))
    open_photo(rig, qtbot, photo_file)
    seen = []
    rig.session.jobs.previewed.connect(lambda _: seen.append(rig.window.canvas.result))
    start_inversion(rig, qtbot, CAPTION)
    panel = rig.window.side.job
    qtbot.waitUntil(lambda: panel.isVisible() and bool(panel.plot.curve))
    qtbot.waitUntil(lambda: len(panel.plot.curve) >= 3)
    times = [time for time, _ in panel.plot.curve]
    assert list(times) == sorted(times, reverse=True)
    assert "left" in panel.left.text() or "done" in panel.left.text()
    assert panel.speed.text().endswith("evaluations/s")
    qtbot.waitUntil(lambda: rig.document.project.inversion is not None)
    assert seen
    assert seen[-1] is not None


def test_cancel_stops_at_once_and_the_next_job_works(make_rig, qtbot, photo_file) -> None:
    scripts = [waiting, plausible_script]
    rig = make_rig(in_turn(scripts))
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(lambda: bool(rig.engine.requests))
    qtbot.mouseClick(rig.window.side.job.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not rig.session.jobs.running, timeout=2000)
    assert rig.window.caption.describe.field.text() == CAPTION
    invert(rig, qtbot, CAPTION)


def test_escape_cancels(make_rig, qtbot, photo_file) -> None:
    rig = make_rig(waiting)
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(lambda: bool(rig.engine.requests))
    qtbot.keyClick(rig.window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not rig.session.jobs.running, timeout=2000)


def test_what_the_engine_notices_is_shown_while_the_job_runs(make_rig, qtbot, photo_file) -> None:
    sentence = "Memory is short: the work goes on in smaller steps, which takes longer."
    rig = make_rig(in_turn([lambda request: [Notice(sentence), Pause(60)], plausible_script]))
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    job = rig.window.side.job
    qtbot.waitUntil(job.notice.isVisible)
    assert job.notice.text() == sentence
    qtbot.mouseClick(job.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not rig.session.jobs.running, timeout=2000)
    assert not job.notice.isVisible()
    invert(rig, qtbot, CAPTION)
    assert not job.notice.text()


def test_a_dead_engine_is_told_and_the_document_is_kept(make_rig, qtbot, photo_file) -> None:
    dead = Failed("The worker stopped; try again.", "exit code -9", engine_died=True)
    scripts = [lambda request: [dead], plausible_script]
    rig = make_rig(in_turn(scripts))
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    message = rig.window.message
    qtbot.waitUntil(message.isVisible)
    assert message.text.text() == dead.message
    qtbot.mouseClick(message.copy, Qt.MouseButton.LeftButton)
    assert "exit code -9" in QGuiApplication.clipboard().text()
    assert rig.document.project.caption == CAPTION
    invert(rig, qtbot, CAPTION)
    assert not message.isVisible()


def test_an_edit_is_made_and_compared(inverted, qtbot) -> None:
    replace_word(inverted, qtbot, "red", "blue")
    assert chip_of(inverted, "blue").chip.was == "red"
    apply_edit(inverted, qtbot)
    request = inverted.engine.requests[-1]
    assert isinstance(request, EditRequest)
    assert request.parameters.caption == "a blue mug on a wooden table"
    assert inverted.window.canvas.comparing
    assert inverted.window.canvas.result.rect.width() == 240  # merged at full resolution
    assert inverted.window.side.edits.model.rowCount() == 2
    assert not inverted.window.caption.words.apply.isEnabled()


def test_ctrl_return_inverts_and_applies(rig, qtbot, photo_file) -> None:
    open_photo(rig, qtbot, photo_file)
    qtbot.keyClicks(rig.window.caption.describe.field, CAPTION)
    qtbot.keyClick(rig.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: rig.document.project.inversion is not None)
    replace_word(rig, qtbot, "mug", "teapot")
    qtbot.keyClick(rig.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: rig.document.project.edit is not None)


def test_selecting_the_original_and_an_edit(inverted, qtbot) -> None:
    replace_word(inverted, qtbot, "red", "blue")
    apply_edit(inverted, qtbot)
    edits = inverted.window.side.edits
    for row, shown in ((0, False), (1, True)):
        place = edits.list.visualRect(edits.model.index(row)).center()
        qtbot.mouseClick(edits.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert (inverted.document.project.edit is not None) is shown
        assert (inverted.window.canvas.result is not None) is shown


def test_undo_and_redo_of_a_word(inverted, qtbot) -> None:
    replace_word(inverted, qtbot, "red", "blue")
    qtbot.mouseClick(inverted.window.toolbar.buttons["undo"], Qt.MouseButton.LeftButton)
    assert chip_of(inverted, "red").chip.kind == "keep"
    qtbot.mouseClick(inverted.window.toolbar.buttons["redo"], Qt.MouseButton.LeftButton)
    assert chip_of(inverted, "blue").chip.kind == "replace"


def test_saves_and_reopens_everything(inverted, qtbot, tmp_path) -> None:
    replace_word(inverted, qtbot, "red", "blue")
    apply_edit(inverted, qtbot)
    inverted.dialogs.saved = tmp_path / "trip.nti"
    qtbot.mouseClick(inverted.window.toolbar.buttons["save"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: inverted.document.path is not None and not inverted.tasks.busy)
    assert inverted.window.windowTitle().startswith("trip[*]")
    assert not inverted.window.isWindowModified()
    before = inverted.document.project
    inverted.dialogs.opened = inverted.dialogs.saved
    inverted.files.ask_open()
    qtbot.waitUntil(lambda: inverted.document.project is not before and not inverted.tasks.busy)
    after = inverted.document.project
    assert np.array_equal(after.inversion.pivots, before.inversion.pivots)
    assert np.array_equal(after.edit.result.image, before.edit.result.image)
    assert chip_of(inverted, "blue").chip.was == "red"


def test_exports_the_edit_at_full_resolution(inverted, qtbot, tmp_path) -> None:
    replace_word(inverted, qtbot, "red", "blue")
    apply_edit(inverted, qtbot)
    inverted.dialogs.exported = tmp_path / "out.png"
    qtbot.mouseClick(inverted.window.toolbar.buttons["export"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(inverted.controller.files_.exports.sheet.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: inverted.dialogs.exported.exists() and not inverted.tasks.busy)
    with Image.open(inverted.dialogs.exported) as image:
        assert image.size == (240, 160)
        assert np.array_equal(np.asarray(image)[:, :30], inverted.document.project.photo.pixels[:, :30])


def test_exporting_nothing_says_so(inverted, qtbot) -> None:
    inverted.controller.files_.exports.ask()
    qtbot.waitUntil(inverted.window.message.isVisible)
    assert inverted.window.message.text.text() == NOTHING_TO_EXPORT


def test_closing_asks_once_and_keeps_what_is_not_saved(inverted, qtbot) -> None:
    inverted.window.close()
    qtbot.waitUntil(lambda: not inverted.tasks.busy)
    assert inverted.dialogs.asked == ["unsaved holiday"]
    assert inverted.window.isVisible()
    inverted.dialogs.unsaved = "discard"
    inverted.window.close()
    qtbot.waitUntil(lambda: not inverted.window.isVisible())


def test_closing_an_untouched_photo_does_not_ask(rig, qtbot, photo_file) -> None:
    open_photo(rig, qtbot, photo_file)
    rig.window.close()
    qtbot.waitUntil(lambda: not rig.window.isVisible())
    assert rig.dialogs.asked == []


def test_closing_can_save_first(inverted, qtbot, tmp_path) -> None:
    inverted.dialogs.unsaved, inverted.dialogs.saved = "save", tmp_path / "kept.nti"
    inverted.window.close()
    qtbot.waitUntil(lambda: not inverted.window.isVisible())
    assert inverted.dialogs.saved.exists()


def test_opening_another_photo_gives_the_job_up(make_rig, qtbot, photo_file) -> None:
    rig = make_rig(waiting)
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(lambda: bool(rig.engine.requests))
    first, rig.dialogs.unsaved, rig.dialogs.running = rig.document.project.photo, "discard", "stop"
    rig.dialogs.running = "stop"  # it is asked for now: tests/ui/test_files_running.py
    rig.files.open(photo_file)
    qtbot.waitUntil(lambda: rig.document.project.photo is not first)
    assert not rig.session.jobs.running
    assert rig.document.project.inversions == ()


def test_every_control_says_what_it_does(inverted, qtbot) -> None:
    qtbot.mouseClick(chip_of(inverted, "red"), Qt.MouseButton.LeftButton)
    kinds = (QAbstractButton, QLineEdit, QAbstractSlider, QAbstractSpinBox)
    controls = [w for kind in kinds for w in inverted.window.findChildren(kind)]
    named = [w for w in controls if w.isVisible() and not w.objectName().startswith("qt_")]
    assert len(named) > 20
    for control in named:
        if control.parent().metaObject().className() in ("QScrollBar", "QAbstractScrollArea"):
            continue
        assert control.toolTip(), control
        assert control.accessibleName() or getattr(control, "text", str)(), control


def test_typing_another_caption_after_inverting_is_left_alone(inverted, qtbot) -> None:
    form = inverted.window.caption.describe
    qtbot.mouseClick(inverted.window.caption.words.describe_again, Qt.MouseButton.LeftButton)
    form.field.clear()
    qtbot.keyClicks(form.field, "a photo of a blue mug")
    assert form.field.text() == "a photo of a blue mug"
    assert inverted.window.caption.mode == "describe"
    qtbot.mouseClick(form.back, Qt.MouseButton.LeftButton)
    assert inverted.window.caption.mode == "words"
    assert form.field.text() == CAPTION


def test_a_second_caption_makes_a_second_inversion(inverted, qtbot) -> None:
    qtbot.mouseClick(inverted.window.caption.words.describe_again, Qt.MouseButton.LeftButton)
    start_inversion(inverted, qtbot, "a mug")
    qtbot.waitUntil(lambda: len(inverted.document.project.inversions) == 2)
    assert [b.chip.text for b in inverted.window.caption.words.buttons] == ["a", "mug"]


def test_a_caption_inverted_before_is_not_inverted_again(inverted, qtbot) -> None:
    qtbot.mouseClick(inverted.window.caption.words.describe_again, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(inverted.window.caption.describe.invert, Qt.MouseButton.LeftButton)
    assert not inverted.session.jobs.running
    assert len(inverted.engine.requests) == 1


def test_words_the_model_does_not_know_are_named_gently(rig, qtbot, photo_file) -> None:
    open_photo(rig, qtbot, photo_file)
    qtbot.keyClicks(rig.window.caption.describe.field, "a red sofa")
    assert "“sofa”" in rig.window.caption.describe.hint.text()
    assert rig.document.project.caption == "a red sofa"


def test_a_missing_model_gets_one_sentence(make_rig, qtbot, photo_file, monkeypatch) -> None:
    rig = make_rig()
    open_photo(rig, qtbot, photo_file)

    def missing(model: str):
        raise ModelError("There is no model at “demo”; install the app again.")

    monkeypatch.setattr(session_module, "describe_model", missing)
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(rig.window.message.isVisible)
    assert rig.window.message.text.text().startswith("There is no model")
    assert rig.engine.requests == []


def test_a_full_disk_keeps_the_unsaved_project(inverted, qtbot, tmp_path, monkeypatch) -> None:
    def full(project, path):
        raise ProjectError("The disk is full; free some space and save again.")

    monkeypatch.setattr(reading, "save_project", full)
    inverted.dialogs.saved = tmp_path / "x.nti"
    inverted.files.save()
    qtbot.waitUntil(inverted.window.message.isVisible)
    assert "full" in inverted.window.message.text.text()
    assert inverted.window.isWindowModified()


def test_a_sample_photo_brings_its_caption(make_rig, qtbot, photo_file, monkeypatch) -> None:
    sample = Sample(photo_file, CAPTION, "a blue mug on a wooden table")
    monkeypatch.setattr(sample_cards, "samples", lambda: (sample,))
    rig = make_rig()
    qtbot.mouseClick(rig.window.start.samples[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: rig.document.project.photo is not None)
    assert rig.window.caption.describe.field.text() == CAPTION
    assert not rig.window.isWindowModified()


def test_a_sample_photo_opened_by_its_path_brings_its_caption(rig, qtbot, photo_file, monkeypatch) -> None:
    sample = Sample(photo_file, CAPTION, "a blue mug on a wooden table")
    monkeypatch.setattr(reading, "samples", lambda: (sample,))
    open_photo(rig, qtbot, photo_file)
    assert rig.window.caption.describe.field.text() == CAPTION


def test_pointing_at_a_word_shows_its_map(inverted, qtbot) -> None:
    canvas, words = inverted.window.canvas, inverted.window.caption.words
    words.pointed.emit(chip_of(inverted, "mug").chip)
    assert canvas.overlay.label == "where “mug” is"
    inverted.window.actions_["overlay"].trigger()
    assert canvas.overlay is None
    inverted.window.actions_["overlay"].trigger()
    assert canvas.overlay is not None
    words.pointed.emit(None)
    assert canvas.overlay is None


def test_a_map_does_not_hide_the_edit_that_was_made(inverted, qtbot) -> None:
    replace_word(inverted, qtbot, "red", "blue")
    inverted.window.caption.words.pointed.emit(chip_of(inverted, "mug").chip)
    assert inverted.window.canvas.overlay is not None
    apply_edit(inverted, qtbot)
    assert inverted.window.canvas.overlay is None


def test_nor_where_the_mouse_rests_on_the_word(inverted, qtbot) -> None:
    replace_word(inverted, qtbot, "red", "blue")
    chip = chip_of(inverted, "blue")
    chip.setFocus()
    QApplication.sendEvent(chip, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    assert inverted.window.canvas.overlay is not None
    inverted.window.actions_["run"].trigger()
    assert inverted.window.canvas.overlay is None  # nor the previews on the way
    qtbot.waitUntil(lambda: len(inverted.document.project.edits) == 1)
    assert inverted.window.canvas.overlay is None


def test_noise_on_the_way_is_not_called_a_reconstruction(make_rig, qtbot, photo_file) -> None:
    noise = np.zeros((64, 64, 3), np.uint8)

    def following(request):
        return [Progress("pivots", 3, 10), Preview(noise), Pause(60)]

    rig = make_rig(following)
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(lambda: rig.window.canvas.result is not None)
    assert rig.window.canvas.note == "Following the photo back to noise"


def test_delete_removes_an_edit(inverted, qtbot) -> None:
    replace_word(inverted, qtbot, "red", "blue")
    apply_edit(inverted, qtbot)
    inverted.window.side.edits.list.setFocus()
    qtbot.keyClick(inverted.window.side.edits.list, Qt.Key.Key_Delete)
    assert inverted.document.project.edits == ()
    qtbot.keyClick(inverted.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(inverted.document.project.edits) == 1


def test_the_frame_is_dragged_before_inverting(rig, qtbot, photo_file) -> None:
    open_photo(rig, qtbot, photo_file)
    canvas, left = rig.window.canvas, Qt.MouseButton.LeftButton
    assert rig.session.crop.x == 40
    start = canvas.view.photo_rect.center().toPoint()
    qtbot.mousePress(canvas, left, pos=start)
    qtbot.mouseMove(canvas, start + QPoint(round(20 * canvas.view.scale), 5))
    assert rig.document.project.crop == Crop(60, 0, 160, 160)
    qtbot.mouseMove(canvas, start + QPoint(4000, 0))
    qtbot.mouseRelease(canvas, left, pos=start + QPoint(4000, 0))
    assert rig.document.project.crop.x == 80
    invert(rig, qtbot, CAPTION)
    assert np.array_equal(
        rig.engine.requests[0].image,
        working_image(rig.document.project.photo, Crop(80, 0, 160, 160), (64, 64)),
    )
    qtbot.mousePress(canvas, left, pos=start)
    qtbot.mouseMove(canvas, start - QPoint(90, 0))
    qtbot.mouseRelease(canvas, left, pos=start)
    assert rig.document.project.crop.x == 80


def test_undo_brings_the_first_frame_back(rig, qtbot, photo_file) -> None:
    open_photo(rig, qtbot, photo_file)
    first = rig.session.crop
    rig.session.set_crop(replace(first, x=first.x + 3))
    rig.session.set_crop(replace(first, x=first.x + 30))
    rig.window.actions_["undo"].trigger()
    assert rig.session.crop == first


def test_space_shows_the_photo_as_it_was_wherever_the_focus_was(inverted, qtbot) -> None:
    replace_word(inverted, qtbot, "red", "blue")
    apply_edit(inverted, qtbot)
    canvas, edits = inverted.window.canvas, inverted.window.side.edits.list
    edits.setFocus()
    point_at(canvas)
    held: list[bool] = []
    canvas.held.connect(held.append)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert held == [True, False]
    qtbot.mouseClick(chip_of(inverted, "mug"), Qt.MouseButton.LeftButton)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    point_at(canvas)
    assert QApplication.focusWidget() is field


def test_a_wide_crop_is_not_squeezed(rig, qtbot, photo_file, monkeypatch) -> None:
    """Such as a project has that was begun on the command line."""

    def wide(model: str) -> ModelDescription:
        return replace(describe_small_model(model), shapes=((64, 64), (96, 64)))

    monkeypatch.setattr(session_module, "describe_model", wide)
    open_photo(rig, qtbot, photo_file)
    rig.document.set_crop(Crop(0, 0, 240, 160))
    invert(rig, qtbot, CAPTION)
    assert rig.engine.requests[0].image.shape == (64, 96, 3)


def test_no_key_does_harm_when_a_job_begins_or_ends(make_rig, qtbot, photo_file) -> None:
    rig = make_rig(lambda request: plausible_script(request, 0.02))
    rig.window.activateWindow()
    open_photo(rig, qtbot, photo_file)
    qtbot.keyClicks(rig.window.caption.describe.field, CAPTION)
    qtbot.keyClick(rig.window.caption.describe.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rig.session.jobs.running)
    assert rig.window.focusWidget() is rig.window.canvas
    rig.window.side.job.cancel.setFocus()
    qtbot.waitUntil(lambda: not rig.session.jobs.running)
    assert rig.window.focusWidget() is rig.window.canvas


def test_closing_while_saving_waits_for_the_file(inverted, qtbot, tmp_path) -> None:
    inverted.dialogs.saved = tmp_path / "kept.nti"
    inverted.files.save()
    inverted.window.close()
    qtbot.waitUntil(lambda: not inverted.window.isVisible())
    assert load_project(inverted.dialogs.saved).inversion is not None
    assert inverted.dialogs.asked == ["save holiday.nti"]


def test_only_new_words_are_named_as_unknown(rig, qtbot, photo_file) -> None:
    open_photo(rig, qtbot, photo_file)
    invert(rig, qtbot, "a red sofa")
    replace_word(rig, qtbot, "red", "tartan")
    hint = rig.window.caption.words.hint.text()
    assert "tartan" in hint
    assert "sofa" not in hint


def test_a_machine_far_quicker_than_the_screen(make_rig, qtbot, photo_file) -> None:
    def script(request):
        for step in range(5000):
            yield Progress("null-text", step, 5000, 1000 - step // 5, 1e-4, 1e-5, 2, 3 * step, 1e4, 1.0)
        yield Pause(60)

    rig = make_rig(script)
    drawn = []
    show = rig.window.side.job.show_progress
    rig.window.side.job.show_progress = lambda job: (drawn.append(len(job.losses)), show(job))
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    plot = rig.window.side.job.plot
    qtbot.waitUntil(lambda: bool(drawn) and drawn[-1] == 1000, timeout=10_000)
    assert len(plot.curve) == 1000, "one point for each timestep"
    assert len(drawn) < 300
    rig.session.jobs.cancel()
    qtbot.waitUntil(lambda: not rig.session.jobs.running)
