"""Several captions of one photo, and whole captions typed; through the window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea

from nti_desktop.ui.caption.captions_strip import MOST_TABS
from nti_desktop.ui.caption.compare_cells import LossCurve
from nti_desktop.ui.look.wide_area import WideArea
from tests.ui.conftest import (
    CAPTION,
    apply_edit,
    chip_of,
    invert,
    open_photo,
    replace_word,
    start_inversion,
)

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SECOND = "a mug on a table"


def describe_otherwise(rig, qtbot, caption: str) -> None:
    count = len(rig.document.project.inversions)
    qtbot.mouseClick(rig.window.caption.words.describe_again, LEFT)
    start_inversion(rig, qtbot, caption)
    qtbot.waitUntil(lambda: len(rig.document.project.inversions) > count, timeout=10_000)


def tab_of(rig, caption: str):
    return next(tab for tab in rig.window.caption.strip.tabs if tab.tried.caption == caption)


def buttons_of(page, text: str) -> list[QPushButton]:
    return [b for b in page.findChildren(QPushButton) if b.text() == text and b.isVisible()]


def retype(rig, qtbot, text: str):
    form = rig.window.caption.retype
    qtbot.mouseClick(rig.window.caption.words.retype, LEFT)
    form.field.selectAll()
    qtbot.keyClicks(form.field, text)
    return form


@pytest.fixture
def several(inverted, qtbot):
    """A photo with two captions; the second one is in use."""
    describe_otherwise(inverted, qtbot, SECOND)
    return inverted


def test_the_captions_tried_are_a_click_apart(several, qtbot) -> None:
    caption = several.window.caption
    assert [tab.tried.caption for tab in caption.strip.tabs] == [CAPTION, SECOND]
    assert [tab.isChecked() for tab in caption.strip.tabs] == [False, True]
    qtbot.mouseClick(tab_of(several, CAPTION), LEFT)
    assert several.document.project.inversion.caption == CAPTION
    assert [b.chip.text for b in caption.words.buttons] == CAPTION.split()
    assert [tab.isChecked() for tab in caption.strip.tabs] == [True, False]


def test_the_same_caption_found_in_two_ways_is_told_apart(inverted, qtbot) -> None:
    inverted.window.side.summary.efforts["exact"].trigger()
    qtbot.waitUntil(lambda: len(inverted.window.caption.strip.tabs) == 2 and not inverted.tasks.busy)
    texts = [tab.text() for tab in inverted.window.caption.strip.tabs]
    assert texts == [f"Instant: {CAPTION}", f"Exact: {CAPTION}"]


def test_one_caption_needs_no_strip(inverted) -> None:
    assert not inverted.window.caption.strip.isVisible()


def test_a_caption_is_found_again_as_it_was_left(several, qtbot) -> None:
    replace_word(several, qtbot, "mug", "blue")
    apply_edit(several, qtbot)
    qtbot.mouseClick(tab_of(several, CAPTION), LEFT)
    assert several.document.project.edit is None
    qtbot.mouseClick(tab_of(several, SECOND), LEFT)
    assert several.document.project.edit is not None
    assert chip_of(several, "blue").chip.was == "mug"


def test_a_new_caption_given_up_halfway_leaves_a_way_back(inverted, qtbot) -> None:
    caption = inverted.window.caption
    qtbot.mouseClick(caption.words.describe_again, LEFT)
    inverted.document.set_caption("something else")  # as asking for the inversion does
    assert caption.mode == "describe"
    qtbot.mouseClick(tab_of(inverted, CAPTION), LEFT)
    assert caption.mode == "words"
    assert inverted.document.project.inversion.caption == CAPTION


def test_a_caption_is_removed_by_its_menu_and_comes_back(several, qtbot) -> None:
    replace_word(several, qtbot, "mug", "blue")
    apply_edit(several, qtbot)
    tab, strip = tab_of(several, SECOND), several.window.caption.strip
    at = tab.rect().center()
    QApplication.sendEvent(tab, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, tab.mapToGlobal(at)))
    remove = strip.menu.actions()[1]
    qtbot.mouseClick(strip.menu, LEFT, pos=strip.menu.actionGeometry(remove).center())
    assert [r.inversion.caption for r in several.document.project.inversions] == [CAPTION]
    assert several.document.project.edits == ()
    assert SECOND in several.window.message.text.text()
    several.window.actions_["undo"].trigger()
    assert [r.inversion.caption for r in several.document.project.inversions] == [CAPTION, SECOND]
    assert len(several.document.project.edits) == 1


def test_delete_on_a_tab_removes_its_caption(several, qtbot) -> None:
    qtbot.keyClick(tab_of(several, CAPTION), Qt.Key.Key_Delete)
    assert [r.inversion.caption for r in several.document.project.inversions] == [SECOND]
    assert several.document.project.inversion.caption == SECOND


def test_many_captions_are_in_a_menu(inverted, qtbot) -> None:
    for count in range(MOST_TABS):
        describe_otherwise(inverted, qtbot, " ".join(["red"] * (count + 1)))
    strip = inverted.window.caption.strip
    assert len(strip.tabs) == MOST_TABS
    assert strip.more.isVisible()
    qtbot.mouseClick(strip.more, LEFT)
    first = strip.menu.actions()[0]
    qtbot.mouseClick(strip.menu, LEFT, pos=strip.menu.actionGeometry(first).center())
    assert inverted.document.project.inversion.caption == CAPTION
    assert tab_of(inverted, CAPTION).isChecked()


def test_captions_side_by_side(several, qtbot) -> None:
    qtbot.mouseClick(several.window.caption.strip.compare, LEFT)
    page = several.controller.pages.pages["compare_captions"]
    qtbot.waitUntil(lambda: page.isVisible() and page.filled and not several.tasks.busy)
    first, second = (record.id for record in several.document.project.inversions)
    assert page.words() == ("red", "mug", "wooden", "table")
    assert set(page.cells) == {
        *((key, word) for key in (first, second) for word in ("", "mug", "table")),
        (first, "red"),
        (first, "wooden"),
    }
    assert all(not cell.pixmap().isNull() for cell in page.cells.values())
    assert len(page.findChildren(LossCurve)) == 2
    said = [label.text() for label in page.findChildren(QLabel)]
    assert said.count("not in this caption") == 2
    table = page.findChild(WideArea)
    qtbot.waitUntil(lambda: table.verticalScrollBar().maximum() == 0)  # nothing of it is cut off
    qtbot.keyClick(page, Qt.Key.Key_End)
    bars = [area.verticalScrollBar() for area in page.findChildren(QScrollArea)]
    assert [bar.value() for bar in bars] == [bar.maximum() for bar in bars]
    assert any(bar.maximum() > 0 for bar in bars)
    page.small_words.click()
    qtbot.waitUntil(lambda: page.filled and (first, "on") in page.cells and not several.tasks.busy)


def test_maps_of_the_page_are_those_of_the_words(several, qtbot) -> None:
    several.window.actions_["compare_captions"].trigger()
    page = several.controller.pages.pages["compare_captions"]
    qtbot.waitUntil(lambda: page.isVisible() and page.filled and not several.tasks.busy)
    first = several.document.project.inversions[0]
    shown = [page.cells[first.id, word].pixmap().toImage() for word in ("red", "table")]
    middle = shown[0].height() // 2
    spots = [
        max(range(image.width()), key=lambda x, i=image: i.pixelColor(x, middle).red()) for image in shown
    ]
    assert spots[0] < shown[0].width() // 2 < spots[1]  # the script sets the words' spots side by side


def test_a_caption_is_taken_and_removed_on_the_page(several, qtbot) -> None:
    several.window.actions_["compare_captions"].trigger()
    page = several.controller.pages.pages["compare_captions"]
    qtbot.waitUntil(lambda: page.filled)
    first = several.document.project.inversions[0].id
    qtbot.mouseClick(buttons_of(page, "Remove")[1], LEFT)
    qtbot.waitUntil(lambda: page.filled and {key for key, _ in page.cells} == {first})
    several.window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: page.filled and len({key for key, _ in page.cells}) == 2)
    qtbot.waitUntil(lambda: not several.tasks.busy)
    before = several.document.project.active_inversion
    qtbot.mouseClick(buttons_of(page, "Use")[0], LEFT)
    assert several.document.project.active_inversion != before
    assert not page.isVisible()


def test_retyping_shows_what_is_understood_before_it_is_accepted(inverted, qtbot) -> None:
    form = retype(inverted, qtbot, "a blue mug on a table in the red")
    assert form.understanding.said == ("red → blue", "− wooden", "+ in the red")
    assert inverted.document.project.draft is None
    qtbot.keyClick(form.field, Qt.Key.Key_Return)
    assert inverted.document.project.draft.caption == "a blue mug on a table in the red"
    assert inverted.window.caption.mode == "words"


def test_the_word_at_the_cursor_is_weighed_while_retyping(inverted, qtbot) -> None:
    inverted.window.activateWindow()
    qtbot.waitUntil(inverted.window.isActiveWindow)
    form = retype(inverted, qtbot, "a red mug")
    for _ in range(2):
        qtbot.keyClick(form.field, Qt.Key.Key_Up, CONTROL)
    assert "mug × 1.2" in form.understanding.said
    qtbot.keyClicks(form.field, " here")
    assert "mug × 1.2" in form.understanding.said
    inverted.window.actions_["run"].trigger()
    assert inverted.document.project.draft.weights == ((2, 1.2),)


def test_an_unknown_word_is_respelt_while_retyping(inverted, qtbot) -> None:
    form = retype(inverted, qtbot, "a bleu mug")
    qtbot.mouseClick(form.spelling.buttons[0], LEFT)
    assert form.field.text() == "a blue mug"
    assert not form.spelling.isVisible()
    assert "red → blue" in form.understanding.said


def test_an_unknown_word_of_the_description_is_respelt(rig, qtbot, photo_file) -> None:
    open_photo(rig, qtbot, photo_file)
    form = rig.window.caption.describe
    qtbot.keyClicks(form.field, "a photo of a woden table")
    assert "has not learnt “woden”" in form.hint.text()
    qtbot.mouseClick(form.spelling.buttons[0], LEFT)
    assert form.field.text() == "a photo of a wooden table"
    assert rig.document.project.caption == "a photo of a wooden table"
    assert "not learnt" not in form.hint.text()


def test_a_model_that_knows_language_at_large_has_no_objection(rig, qtbot, photo_file) -> None:
    rig.session.model = replace(rig.session.model, known_words=None)
    open_photo(rig, qtbot, photo_file)
    form = rig.window.caption.describe
    qtbot.keyClicks(form.field, "a woden zyzzyva")
    assert "not learnt" not in form.hint.text()
    assert not form.spelling.isVisible()


def test_a_long_description_wraps_and_then_scrolls(rig, qtbot, photo_file) -> None:
    open_photo(rig, qtbot, photo_file)
    rig.window.resize(900, 600)
    field = rig.window.caption.describe.field
    one = field.height()
    qtbot.keyClicks(field, "a red mug on a wooden table " * 3)
    qtbot.waitUntil(lambda: one < field.height())
    for _ in range(3):
        QApplication.clipboard().setText("a red mug\non a wooden table " * 3)
        field.paste()
    qtbot.waitUntil(lambda: field.verticalScrollBar().maximum() > 0)
    assert field.height() < 3 * one
    assert "\n" not in field.toPlainText()
    assert rig.window.size().toTuple() == (900, 600)


def test_the_field_is_for_words_only(rig, qtbot, photo_file) -> None:
    open_photo(rig, qtbot, photo_file)
    field = rig.window.caption.describe.field
    qtbot.keyClicks(field, "a red mug")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert not field.hasFocus()
    assert field.text() == "a red mug"
    assert not field.acceptDrops()
    assert not field.viewport().acceptDrops()


def test_inverting_after_going_back_keeps_every_caption(several, qtbot) -> None:
    qtbot.mouseClick(tab_of(several, CAPTION), LEFT)
    several.window.actions_["remove_caption"].trigger()
    assert several.document.project.inversion.caption == SECOND
    qtbot.mouseMove(several.window, QPoint(5, 5))
    qtbot.mouseClick(several.window.caption.words.describe_again, LEFT)
    invert(several, qtbot, "a red mug")
    qtbot.waitUntil(lambda: len(several.document.project.inversions) == 2)
    assert [r.inversion.caption for r in several.document.project.inversions] == [SECOND, "a red mug"]
