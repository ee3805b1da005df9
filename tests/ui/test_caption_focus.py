"""The caption card keeps still: where the focus goes when a form goes, and lines that nothing moves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics

from nti_desktop.ui.caption.captions_strip import CaptionTab
from nti_desktop.ui.caption.state import CaptionTried
from tests.ui.conftest import CAPTION, Rig, apply_edit, chip_of, replace_word

LEFT = Qt.MouseButton.LeftButton


def retype(rig: Rig, qtbot, text: str) -> None:
    caption = rig.window.caption
    qtbot.mouseClick(caption.words.retype, LEFT)
    caption.retype.field.selectAll()
    qtbot.keyClicks(caption.retype.field, text)


def top_of_apply(rig: Rig) -> int:
    return rig.window.caption.words.apply.mapTo(rig.window, QPoint(0, 0)).y()


@pytest.mark.parametrize("by", ["key", "button"])
def test_after_retyping_the_focus_is_on_apply(inverted, qtbot, by) -> None:
    retype(inverted, qtbot, "a blue mug on a wooden table")
    form = inverted.window.caption.retype
    if by == "key":
        qtbot.keyClick(form.field, Qt.Key.Key_Return)
    else:
        form.use.setFocus()
        qtbot.keyClick(form.use, Qt.Key.Key_Space)
    assert inverted.window.focusWidget() is inverted.window.caption.words.apply


def test_without_a_change_it_is_on_a_word(inverted, qtbot) -> None:
    retype(inverted, qtbot, CAPTION)
    qtbot.keyClick(inverted.window.caption.retype.field, Qt.Key.Key_Return)
    assert inverted.window.focusWidget() is inverted.window.caption.words.buttons[0]


def test_going_back_from_another_description_it_is_on_a_word(inverted, qtbot) -> None:
    caption = inverted.window.caption
    qtbot.mouseClick(caption.words.describe_again, LEFT)
    caption.describe.back.setFocus()
    qtbot.keyClick(caption.describe.back, Qt.Key.Key_Space)
    assert caption.mode == "words"
    assert inverted.window.focusWidget() in caption.words.buttons


def test_apply_by_the_keyboard_leaves_the_focus_on_a_word(inverted, qtbot) -> None:
    replace_word(inverted, qtbot, "red", "blue")
    words = inverted.window.caption.words
    words.apply.setFocus()
    qtbot.keyClick(words.apply, Qt.Key.Key_Space)
    assert inverted.window.focusWidget() is chip_of(inverted, "blue")


def test_a_hint_says_that_an_edit_is_on_its_way_until_it_is_seen(inverted, qtbot) -> None:
    replace_word(inverted, qtbot, "red", "blue")
    words = inverted.window.caption.words
    qtbot.mouseClick(words.apply, LEFT)
    assert words.hint.text().startswith("This edit is on its way")
    qtbot.waitUntil(lambda: words.hint.text().startswith("This is the edit you see"), timeout=10_000)


def test_hints_and_suggestions_do_not_move_apply(inverted, qtbot) -> None:
    qtbot.wait(50)  # the caption's page has given way to the words
    words, before = inverted.window.caption.words, inverted.window.caption.height()
    top = top_of_apply(inverted)
    replace_word(inverted, qtbot, "red", "bleu")
    qtbot.waitUntil(words.spelling.isVisible)
    qtbot.wait(50)
    assert not words.hint.isVisible()
    assert (top_of_apply(inverted), inverted.window.caption.height()) == (top, before)
    qtbot.mouseClick(words.spelling.buttons[0], LEFT)
    qtbot.waitUntil(words.hint.isVisible)
    qtbot.wait(50)
    assert inverted.window.caption.height() == before
    apply_edit(inverted, qtbot)
    assert inverted.window.caption.height() == before


def test_the_heading_makes_room_for_the_buttons(inverted, qtbot) -> None:
    words = inverted.window.caption.words
    assert words.heading.fits
    buttons = words.retype.sizeHint().width() + words.describe_again.sizeHint().width()
    assert words.minimumSizeHint().width() < buttons + words.heading.sizeHint().width()


def test_a_caption_cut_short_ends_in_dots_when_it_is_bold(qtbot, theme) -> None:
    tab = CaptionTab(CaptionTried("one", "a photo of a red mug on a wooden table", 30.0))
    qtbot.addWidget(tab)
    bold = QFont(tab.font())
    bold.setWeight(QFont.Weight.DemiBold)
    regular, heavy = (QFontMetrics(font).horizontalAdvance(tab.text()) for font in (tab.font(), bold))
    room = (regular + heavy) // 2
    assert tab.text_within(room).endswith("…") or regular == heavy
    assert QFontMetrics(bold).horizontalAdvance(tab.text_within(room)) <= room
