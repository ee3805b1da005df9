"""Looking, comparing, framing and masking in the whole window, by mouse and keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QCursor

from nti_desktop.diffusion.sources import ModelDescription
from nti_desktop.document.crop import Crop
from nti_desktop.engine.requests import EditRequest
from nti_desktop.ui import session as session_module
from nti_desktop.ui.settings import Settings
from tests.ui.conftest import (
    CAPTION,
    Rig,
    apply_edit,
    chip_of,
    describe_small_model,
    invert,
    open_photo,
    replace_word,
)
from tests.ui.test_canvas import turn_wheel

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
SHAPES = ((64, 64), (96, 64), (64, 96))


@pytest.fixture
def edited(inverted: Rig, qtbot) -> Rig:
    replace_word(inverted, qtbot, "red", "blue")
    apply_edit(inverted, qtbot)
    activate(inverted, qtbot)
    return inverted


@pytest.fixture
def shapely(make_rig, qtbot, photo_file, monkeypatch) -> Rig:
    """A photo before inversion, and a model that knows three shapes."""

    def describe(model: str) -> ModelDescription:
        return replace(describe_small_model(model), shapes=SHAPES)

    rig = make_rig()
    monkeypatch.setattr(session_module, "describe_model", describe)
    rig.session.prepare()
    qtbot.waitUntil(lambda: rig.session.model.shapes == SHAPES)
    open_photo(rig, qtbot, photo_file)
    return rig


def activate(rig: Rig, qtbot) -> None:
    """The popover of a word, which had the keyboard, is gone."""
    rig.window.activateWindow()
    qtbot.waitUntil(rig.window.isActiveWindow)
    rig.window.canvas.setFocus()


def colour(rig: Rig, at: QPointF) -> tuple[int, int, int]:
    seen = rig.window.canvas.grab().toImage().pixelColor(at.toPoint())
    return seen.red(), seen.green(), seen.blue()


def on_photo(rig: Rig, x: float, y: float, pane: int = 0) -> QPointF:
    """The widget's point of a pixel of the photo."""
    canvas = rig.window.canvas
    return canvas.view.to_widget(QRectF(x, y, 0, 0)).topLeft() + canvas.panes[pane].topLeft()


def drag(rig: Rig, qtbot, *way: QPointF, button: Qt.MouseButton = LEFT) -> None:
    canvas, points = rig.window.canvas, [at.toPoint() for at in way]
    qtbot.mousePress(canvas, button, pos=points[0])
    for point in points[1:]:
        qtbot.mouseMove(canvas, point)
    qtbot.mouseRelease(canvas, button, pos=points[-1])


def saw(rig: Rig, done: Callable[[], None]) -> bool:
    """Whether the canvas looks different afterwards."""
    before = rig.window.canvas.grab().toImage()
    done()
    return rig.window.canvas.grab().toImage() != before


# --- zoom and pan


def test_the_photo_is_zoomed_by_menu_and_keys_and_moved(edited, qtbot) -> None:
    bar, canvas = edited.window.toolbar, edited.window.canvas
    names = [action.text() for action in bar.zoom.menu().actions()]
    assert names == ["Fit", "100 %", "200 %"]
    fitted = canvas.view.scale
    for action, shown in zip(bar.zoom.menu().actions()[1:], ("100 %", "200 %"), strict=True):
        action.trigger()
        assert bar.zoom.text() == shown
        assert f"{canvas.view.scale * canvas.devicePixelRatioF():.0%}" == shown.replace(" ", "")
    bar.zoom.menu().actions()[0].trigger()
    assert canvas.view.scale == fitted
    keys_zoom_and_pan(edited, qtbot)
    the_middle_button_takes_the_photo_even_on_the_divider(edited, qtbot)


def keys_zoom_and_pan(edited: Rig, qtbot) -> None:
    canvas = edited.window.canvas
    qtbot.keyClick(edited.window, Qt.Key.Key_2, CONTROL)
    assert canvas.view.scale == pytest.approx(2.0)
    canvas.zoom_to(16)
    before = canvas.view.origin
    qtbot.keyClick(canvas, Qt.Key.Key_Right, CONTROL)
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    moved = canvas.view.origin - before
    assert moved.x() < 0
    assert moved.y() < 0


def the_middle_button_takes_the_photo_even_on_the_divider(edited: Rig, qtbot) -> None:
    canvas = edited.window.canvas
    canvas.zoom_to(16)
    at, share = QPointF(canvas._divider_x(), 80), canvas.divider
    before = canvas.view.origin
    drag(edited, qtbot, at, at + QPointF(30, 20), button=MIDDLE)
    assert canvas.view.origin - before == QPointF(30, 20)
    assert canvas.divider == share


# --- before and after


def test_side_by_side_keeps_both_in_step(edited, qtbot) -> None:
    canvas = edited.window.canvas
    edited.window.actions_["compare_side"].trigger()
    assert canvas.mode == "side"
    first, second = (colour(edited, on_photo(edited, 120.5, 80.5, pane)) for pane in (0, 1))
    assert first == tuple(int(v) for v in edited.document.project.photo.pixels[80, 120])
    assert first != second
    under = on_photo(edited, 130, 90, 1)
    turn_wheel(canvas, under, 1200)
    assert (on_photo(edited, 130, 90, 1) - under).manhattanLength() < 0.01
    offset = canvas.panes[1].topLeft() - canvas.panes[0].topLeft()
    assert on_photo(edited, 130, 90, 1) - on_photo(edited, 130, 90, 0) == offset
    start = QPointF(canvas.panes[1].center())
    before = canvas.view.origin
    drag(edited, qtbot, start, start + QPointF(-15, 0))
    assert canvas.view.origin - before == QPointF(-15, 0)
    edited.window.actions_["compare_divider"].trigger()
    the_middle_of_the_photo_stays_when_it_is_split(edited)


def the_middle_of_the_photo_stays_when_it_is_split(edited: Rig) -> None:
    canvas = edited.window.canvas
    canvas.zoom_to(12)
    canvas.view.pan(QPointF(-70, 40))
    middle = canvas.view.to_photo(canvas.panes[0].center())
    edited.window.actions_["compare_side"].trigger()
    assert (canvas.view.to_photo(canvas.panes[0].center()) - middle).manhattanLength() < 0.2


def test_the_difference_says_its_factor(edited, qtbot) -> None:
    edited.window.actions_["compare_difference"].trigger()
    at = on_photo(edited, 120, 80)
    photo = edited.document.project.photo.pixels[80, 120].astype(int)
    weak = colour(edited, at)
    strong = next(a for a in edited.window.toolbar._factors.actions() if a.data() == 16)
    assert colour(edited, on_photo(edited, 5, 80)) == (0, 0, 0), "outside the edit nothing changed"
    strong.trigger()
    assert edited.session.settings.amplify == 16
    assert max(colour(edited, at)) > max(weak) or max(weak) >= 252
    assert "16" in edited.window.canvas._said(("", ""))
    assert tuple(photo) != weak
    edited.window.actions_["compare_divider"].trigger()
    hold_a_button_or_press_a_key_for_the_photo_as_it_was(edited, qtbot)


def hold_a_button_or_press_a_key_for_the_photo_as_it_was(edited: Rig, qtbot) -> None:
    canvas, hold = edited.window.canvas, edited.window.toolbar.hold
    at = on_photo(edited, 150, 80)
    after = colour(edited, at)
    qtbot.mousePress(hold, LEFT)
    before = colour(edited, at)
    assert before != after
    assert canvas.mode is None
    qtbot.mouseRelease(hold, LEFT)
    assert colour(edited, at) == after
    qtbot.keyClick(edited.window, Qt.Key.Key_Backslash)
    assert colour(edited, at) == before
    assert edited.window.actions_["before"].isChecked()
    qtbot.keyClick(edited.window, Qt.Key.Key_Backslash)
    assert colour(edited, at) == after


def test_the_way_of_comparing_is_remembered(make_rig, qtbot, photo_file) -> None:
    rig = make_rig(settings=Settings(steps=10, compare="side"))
    open_photo(rig, qtbot, photo_file)
    invert(rig, qtbot, CAPTION)
    replace_word(rig, qtbot, "red", "blue")
    apply_edit(rig, qtbot)
    assert rig.window.canvas.mode == "side"
    assert rig.window.actions_["compare_side"].isChecked()
    activate(rig, qtbot)
    qtbot.keyClick(rig.window, Qt.Key.Key_1, ALT)
    assert rig.session.settings.compare == "divider"
    assert rig.window.canvas.mode == "divider"
    qtbot.mouseClick(rig.window.toolbar.buttons["compare"], LEFT, pos=QPoint(12, 16))
    assert rig.window.canvas.mode is None
    assert not rig.session.settings.comparing


def test_two_edits_are_compared_under_their_titles(edited, qtbot) -> None:
    first = edited.document.project.edits[0]
    replace_word(edited, qtbot, "mug", "table")
    apply_edit(edited, qtbot)
    second = edited.document.project.edits[1]
    canvas, presenter = edited.window.canvas, edited.controller.presenter
    presenter.compare(first.id, second.id)
    qtbot.waitUntil(lambda: not edited.tasks.busy)
    titles = ("red → blue", "red → blue, mug → table")
    assert canvas._names == titles
    assert canvas.left is not None
    assert canvas.result is not canvas.left
    assert edited.controller.looking._pair.isVisible()
    presenter.compare(second.id, "")
    assert canvas._names == (titles[1], "Photo")
    canvas.set_divider(0)
    pixel = edited.document.project.photo.pixels[80, 150]
    assert colour(edited, on_photo(edited, 150.5, 80.5)) == pytest.approx(pixel, abs=2)
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert presenter.pair is None
    assert canvas.left is None
    assert not edited.controller.looking._pair.isVisible()
    choosing_another_edit_ends_the_comparison(edited)


def choosing_another_edit_ends_the_comparison(edited: Rig) -> None:
    edit = edited.document.project.edits[1]
    edited.controller.presenter.compare(edit.id, "")
    edited.session.select_edit(None)
    assert edited.controller.presenter.pair is None
    edited.controller.presenter.compare("", edit.id)
    edited.document.delete_edit(edit.id)
    assert edited.controller.presenter.pair is None


# --- attention


def test_pinned_words_have_hues_and_a_legend_and_pointing_shows_one(inverted) -> None:
    presenter, canvas = inverted.controller.presenter, inverted.window.canvas
    chips = [chip_of(inverted, word).chip for word in ("red", "mug", "table")]
    presenter.pin(chips)
    words = canvas.overlay.words
    assert [word for word, _ in words] == ["red", "mug", "table"]
    assert len({hue.name() for _, hue in words}) == 3
    together = canvas.overlay
    presenter.point_at(chips[1])
    assert canvas.overlay.label == "where “mug” is"
    presenter.point_at(None)
    assert canvas.overlay is together
    presenter.pin([])
    assert canvas.overlay is None
    opacity_and_colours_are_chosen_in_the_menu_and_kept(inverted)


def opacity_and_colours_are_chosen_in_the_menu_and_kept(inverted: Rig) -> None:
    canvas, bar = inverted.window.canvas, inverted.window.toolbar
    inverted.controller.presenter.point_at(chip_of(inverted, "mug").chip)
    assert canvas.overlay.colours == "warm"
    for action in bar.buttons["overlay"].menu().actions():
        if action.data() == "blue":
            assert saw(inverted, action.trigger)
    assert canvas.overlay.colours == inverted.session.settings.map_colours == "blue"
    assert saw(inverted, lambda: bar.opacity.setValue(30))
    assert inverted.session.settings.map_opacity == 30


def test_a_button_whose_menu_is_closed_does_not_look_pointed_at(inverted, qtbot) -> None:
    button = inverted.window.toolbar.buttons["overlay"]
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    qtbot.waitUntil(menu.isVisible)
    QCursor.setPos(inverted.window.mapToGlobal(inverted.window.rect().center()))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)  # Qt says no more than that it was
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not button.testAttribute(Qt.WidgetAttribute.WA_UnderMouse))


# --- the frame


def test_a_shape_is_chosen_before_inversion(shapely, qtbot) -> None:
    tray = shapely.controller.looking.frame._tray
    assert tray.isVisible()
    assert [b.text() for b in tray.buttons.values()] == ["3:2", "1:1", "2:3"]
    assert tray.buttons[96, 64].isChecked(), "the photo's own shape"
    qtbot.mouseClick(tray.buttons[64, 96], LEFT)
    assert shapely.document.project.crop == Crop(66, 0, 107, 160)
    invert(shapely, qtbot, CAPTION)
    assert shapely.engine.requests[0].image.shape == (96, 64, 3)
    assert not tray.isVisible()


def test_corners_and_keys_resize_the_frame_in_its_shape(shapely, qtbot) -> None:
    canvas = shapely.window.canvas
    assert shapely.session.crop == Crop(0, 0, 240, 160)
    drag(shapely, qtbot, on_photo(shapely, 240, 160), on_photo(shapely, 120, 100))
    crop = shapely.document.project.crop
    assert (crop.x, crop.y) == (0, 0)
    assert crop.width == pytest.approx(150, abs=2)
    assert crop.height == pytest.approx(100, abs=2)
    drag(shapely, qtbot, on_photo(shapely, 60, 50), on_photo(shapely, 90, 70))
    moved = shapely.document.project.crop
    assert moved.size == crop.size
    assert (moved.x, moved.y) == (pytest.approx(30, abs=2), pytest.approx(20, abs=2))
    assert canvas.frame == QRectF(moved.x, moved.y, moved.width, moved.height)
    arrow_keys_move_and_resize_the_frame(shapely, qtbot)


def arrow_keys_move_and_resize_the_frame(shapely: Rig, qtbot) -> None:
    shapely.document.set_crop(Crop(60, 40, 120, 80))
    canvas = shapely.window.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Right, CONTROL)
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    crop = shapely.document.project.crop
    assert crop.x == 61
    assert crop.y < 40
    qtbot.keyClick(canvas, Qt.Key.Key_Down, SHIFT)
    smaller = shapely.document.project.crop
    assert smaller.width < 120
    assert smaller.width / smaller.height == pytest.approx(1.5, abs=0.03)
    qtbot.keyClick(canvas, Qt.Key.Key_Right, SHIFT)
    assert shapely.document.project.crop.width > smaller.width


# --- the mask brush


def start_masking(rig: Rig, qtbot) -> None:
    qtbot.mouseClick(rig.window.toolbar.buttons["mask"], LEFT)
    assert rig.controller.looking.mask.tray.isVisible()


def test_the_brush_takes_little_room_from_the_photo(inverted, qtbot) -> None:
    inverted.window.resize(900, 600)
    qtbot.wait(20)
    scale = inverted.window.canvas.view.scale
    start_masking(inverted, qtbot)
    assert inverted.window.canvas.view.scale > 0.75 * scale
    tray = inverted.controller.looking.mask.tray
    assert inverted.window.canvas.rect().contains(tray.geometry())
    qtbot.waitUntil(lambda: tray.geometry().height() >= tray.minimumSizeHint().height())


def test_a_painted_mask_goes_with_the_next_edit(inverted, qtbot) -> None:
    start_masking(inverted, qtbot)
    seen = colour(inverted, on_photo(inverted, 90, 80))
    drag(
        inverted, qtbot, on_photo(inverted, 90, 80), on_photo(inverted, 120, 80), on_photo(inverted, 150, 80)
    )
    assert colour(inverted, on_photo(inverted, 90, 80)) != seen, "a translucent layer"
    tray = inverted.controller.looking.mask.tray
    qtbot.mouseClick(tray.kinds["subtracted"], LEFT)
    drag(inverted, qtbot, on_photo(inverted, 120, 140), on_photo(inverted, 130, 140))
    qtbot.mouseClick(tray.done, LEFT)
    assert not tray.isVisible()
    assert colour(inverted, on_photo(inverted, 90, 80)) == seen
    replace_word(inverted, qtbot, "red", "blue")
    apply_edit(inverted, qtbot)
    request = inverted.engine.requests[-1]
    assert isinstance(request, EditRequest)
    assert request.added is None
    assert request.mask.shape == request.subtracted.shape == (64, 64)
    # The frame is 160 x 160 from x = 40: photo 90..150 x 80 is 20..44 x 32 of the mask.
    assert (request.mask[32, 20:44] == 255).all()
    assert not request.mask[:, 58:].any()
    assert request.subtracted[56, 34] == 255
    assert inverted.document.project.edit.masks.own is not None


def test_strokes_are_undone_and_redone_one_by_one(inverted, qtbot) -> None:
    start_masking(inverted, qtbot)
    canvas = inverted.window.canvas
    for x in (70, 150):
        drag(inverted, qtbot, on_photo(inverted, x, 60), on_photo(inverted, x + 8, 60))
    both = inverted.document.project.draft_masks
    seen = colour(inverted, on_photo(inverted, 154, 60))
    qtbot.keyClick(canvas, Qt.Key.Key_Z, CONTROL)
    assert colour(inverted, on_photo(inverted, 154, 60)) != seen
    left = inverted.document.project.draft_masks.own
    assert left[:, :30].any()
    assert not left[:, 32:].any()
    qtbot.keyClick(canvas, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert inverted.document.project.draft_masks is both
    qtbot.keyClick(canvas, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(canvas, Qt.Key.Key_Z, CONTROL)
    assert inverted.document.project.draft_masks is None


def test_the_brush_is_resized_softened_and_erases(inverted, qtbot) -> None:
    start_masking(inverted, qtbot)
    mask, canvas = inverted.controller.looking.mask, inverted.window.canvas
    mask.tray.softness.setValue(0)
    mask.tray.brush_size.setValue(20)
    qtbot.keyClick(canvas, Qt.Key.Key_BracketRight)
    assert mask.tool.size > 20
    qtbot.keyClick(canvas, Qt.Key.Key_BracketLeft)
    qtbot.keyClick(canvas, Qt.Key.Key_BracketLeft)
    assert mask.tray.brush_size.value() < 20
    mask.tray.brush_size.setValue(40)
    drag(inverted, qtbot, on_photo(inverted, 120, 80))
    painted = inverted.document.project.draft_masks.own
    assert (painted == 255).sum() == pytest.approx(np.pi * (0.2 * 64) ** 2, rel=0.15)
    qtbot.keyClick(canvas, Qt.Key.Key_X)
    mask.tray.brush_size.setValue(10)
    drag(inverted, qtbot, on_photo(inverted, 120, 80))
    erased = inverted.document.project.draft_masks.own
    assert erased[32, 32] == 0
    assert erased[24, 32] == 255
    mask.tray.softness.setValue(100)
    mask.tool.erase = False
    drag(inverted, qtbot, on_photo(inverted, 60, 30))
    soft = inverted.document.project.draft_masks.own[:24, :20]
    assert ((soft > 0) & (soft < 255)).sum() > (soft == 255).sum()
    masks_are_inverted_and_cleared(inverted, qtbot)
    the_middle_button_and_the_wheel_look_around_while_painting(inverted, qtbot)


def masks_are_inverted_and_cleared(inverted: Rig, qtbot) -> None:
    drag(inverted, qtbot, on_photo(inverted, 120, 80))
    painted = inverted.document.project.draft_masks.own
    qtbot.keyClick(inverted.window, Qt.Key.Key_I, CONTROL | SHIFT)
    assert np.array_equal(inverted.document.project.draft_masks.own, 255 - painted)
    inverted.window.actions_["mask_clear"].trigger()
    assert inverted.document.project.draft_masks is None


def test_a_mask_is_painted_by_keys(inverted, qtbot, photo_file) -> None:
    qtbot.keyClick(inverted.window, Qt.Key.Key_B, CONTROL | SHIFT)
    canvas = inverted.window.canvas
    assert canvas.hasFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    dab = inverted.document.project.draft_masks.own
    for _ in range(6):
        qtbot.keyClick(canvas, Qt.Key.Key_Right, SHIFT)
    line = inverted.document.project.draft_masks.own
    assert dab[32, 32] == 255
    assert line.astype(int).sum() > 2 * dab.astype(int).sum()
    assert not line[:20].any()
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.brush is None
    another_photo_puts_the_brush_away(inverted, qtbot, photo_file)


def the_middle_button_and_the_wheel_look_around_while_painting(inverted: Rig, qtbot) -> None:
    canvas = inverted.window.canvas
    turn_wheel(canvas, on_photo(inverted, 120, 80), 1200)
    before = canvas.view.origin
    start = canvas.panes[0].center()
    drag(inverted, qtbot, start, start + QPointF(25, 10), button=MIDDLE)
    assert canvas.view.origin - before == QPointF(25, 10)
    assert inverted.document.project.draft_masks is None


def test_a_mask_alone_makes_a_new_edit_possible(edited, qtbot) -> None:
    assert not edited.session.can_apply
    start_masking(edited, qtbot)
    drag(edited, qtbot, on_photo(edited, 120, 80))
    assert edited.session.can_apply
    assert "•" in edited.window.actions_["mask"].iconText()
    apply_edit(edited, qtbot)
    assert edited.engine.requests[-1].mask is not None


def another_photo_puts_the_brush_away(inverted: Rig, qtbot, photo_file: Path) -> None:
    start_masking(inverted, qtbot)
    drag(inverted, qtbot, on_photo(inverted, 120, 80))
    inverted.dialogs.unsaved = "discard"
    first = inverted.document.project.photo
    inverted.files.open(photo_file)
    qtbot.waitUntil(lambda: inverted.document.project.photo is not first)
    assert inverted.window.canvas.brush is None
    assert not inverted.window.actions_["mask"].isEnabled()
    assert not inverted.controller.looking.mask.tray.isVisible()


def test_clicking_between_the_brush_controls_paints_nothing(inverted, qtbot) -> None:
    start_masking(inverted, qtbot)
    tray = inverted.controller.looking.mask.tray
    assert tray.geometry().right() < inverted.window.canvas.panes[0].left()
    qtbot.mouseClick(tray, LEFT, pos=QPoint(2, tray.height() // 2))
    assert inverted.document.project.draft_masks is None
    assert tray.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_bar_leaves_words_away_where_they_have_no_room(rig, qtbot, photo_file) -> None:
    open_photo(rig, qtbot, photo_file)
    bar = rig.window.toolbar
    rig.window.resize(1400, 800)
    qtbot.waitUntil(lambda: bar.width() == 1400)
    assert bar.buttons["mask"].toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    rig.window.resize(900, 600)
    qtbot.waitUntil(lambda: bar.width() == 900)
    assert bar.buttons["mask"].toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    qtbot.waitUntil(lambda: bar.sizeHint().width() <= 900)
    assert bar.buttons["mask"].accessibleName() == "Mask brush"
