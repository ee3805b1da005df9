"""Chips by mouse and keyboard: focus, menu, typing over, phrases, keeping, pinning; through the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from nti_desktop.engine.requests import EditRequest
from nti_desktop.ui.caption.spelling import near_words
from tests.ui.conftest import CAPTION, apply_edit, chip_of, replace_word

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def inverted(inverted, qtbot):
    """The same, surely with the keyboard, and the mouse away from the words."""
    qtbot.mouseMove(inverted.window, QPoint(5, 5))
    inverted.window.activateWindow()
    qtbot.waitUntil(inverted.window.isActiveWindow)
    return inverted


def words_of(rig):
    return rig.window.caption.words


def draft_of(rig):
    return rig.document.project.draft


def open_word(rig, qtbot, text: str):
    qtbot.mouseClick(chip_of(rig, text), LEFT)
    return words_of(rig).popover


def menu_of(rig, text: str):
    chip = chip_of(rig, text)
    centre = chip.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, centre, chip.mapToGlobal(centre))
    QApplication.sendEvent(chip, event)
    return words_of(rig).menu


def choose(rig, qtbot, text: str, command: str) -> None:
    menu = menu_of(rig, text)
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(menu.action_named(command)).center())


def hover(rig, qtbot, text: str) -> None:
    qtbot.mouseMove(rig.window, QPoint(5, 5))
    qtbot.mouseMove(chip_of(rig, text), QPoint(6, 6))
    qtbot.waitUntil(lambda: chip_of(rig, text).hovered)


def test_arrows_home_and_end_go_from_word_to_word(inverted, qtbot) -> None:
    buttons = words_of(inverted).buttons
    buttons[1].setFocus()
    for key, place in (
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_End, 6),
        (Qt.Key.Key_Right, 6),
        (Qt.Key.Key_Home, 0),
    ):
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert QApplication.focusWidget() is buttons[place]
    assert inverted.window.canvas.overlay is not None


def test_delete_removes_the_word_with_the_focus(inverted, qtbot) -> None:
    chip_of(inverted, "red").setFocus()
    qtbot.keyClick(chip_of(inverted, "red"), Qt.Key.Key_Delete)
    assert draft_of(inverted).caption == "a mug on a wooden table"
    assert chip_of(inverted, "red").chip.kind == "remove"


def test_typing_on_a_word_starts_to_replace_it(inverted, qtbot) -> None:
    qtbot.keyClick(chip_of(inverted, "red"), Qt.Key.Key_B)
    popover = words_of(inverted).popover
    qtbot.keyClicks(popover.replacement, "lue")
    qtbot.keyClick(popover.replacement, Qt.Key.Key_Return)
    assert draft_of(inverted).caption == "a blue mug on a wooden table"


def test_letters_that_are_keys_of_actions_are_typed_too(inverted, qtbot) -> None:
    chip = chip_of(inverted, "red")
    chip.setFocus()
    qtbot.keyClicks(chip, "?")
    assert words_of(inverted).popover.replacement.text() == "?"


def test_ctrl_up_weighs_the_word_under_the_mouse(inverted, qtbot) -> None:
    inverted.window.canvas.setFocus()
    hover(inverted, qtbot, "mug")
    qtbot.keyClick(inverted.window, Qt.Key.Key_Up, CONTROL)
    assert draft_of(inverted).weights == ((2, 1.1),)
    qtbot.keyClick(chip_of(inverted, "red"), Qt.Key.Key_Up, CONTROL)  # the mouse says which word
    assert draft_of(inverted).weights == ((2, 1.2),)
    chip_of(inverted, "a").setFocus()
    qtbot.keyClick(chip_of(inverted, "a"), Qt.Key.Key_Right)  # now the keyboard does
    qtbot.keyClick(chip_of(inverted, "red"), Qt.Key.Key_Up, CONTROL)
    assert draft_of(inverted).weights == ((1, 1.1), (2, 1.2))


def test_ctrl_down_weighs_the_word_whose_popover_is_open(inverted, qtbot) -> None:
    popover = open_word(inverted, qtbot, "mug")
    qtbot.keyClick(popover.replacement, Qt.Key.Key_Down, CONTROL)
    assert draft_of(inverted).weights == ((2, 0.9),)
    assert popover.weight.number.value() == pytest.approx(0.9)
    assert words_of(inverted).popover is popover


def test_the_menu_of_a_word_has_the_same_commands(inverted, qtbot) -> None:
    choose(inverted, qtbot, "mug", "word_stronger")
    assert draft_of(inverted).weights == ((2, 1.1),)
    choose(inverted, qtbot, "mug", "word_neutral")
    assert draft_of(inverted).weights == ()
    choose(inverted, qtbot, "red", "word_remove")
    assert draft_of(inverted).caption == "a mug on a wooden table"
    choose(inverted, qtbot, "red", "word_revert")
    assert draft_of(inverted).caption == CAPTION
    choose(inverted, qtbot, "mug", "word_change")
    assert words_of(inverted).popover.chip.text == "mug"
    words_of(inverted).popover.close()
    choose(inverted, qtbot, "mug", "word_add")
    assert words_of(inverted).popover.addition.hasFocus()


def test_the_menu_offers_only_what_makes_sense(inverted, qtbot) -> None:
    replace_word(inverted, qtbot, "table", "table outside")
    menu = menu_of(inverted, "outside")
    assert not menu.action_named("word_pin").isEnabled()
    assert not menu.action_named("word_pin").isChecked()
    menu.close()
    replace_word(inverted, qtbot, "red", "blue")
    menu = menu_of(inverted, "blue")
    assert not menu.action_named("word_keep").isEnabled()
    assert menu.action_named("word_revert").isEnabled()
    menu.close()
    menu = menu_of(inverted, "mug")
    assert menu.action_named("word_keep").isEnabled()
    assert not menu.action_named("word_revert").isEnabled()
    menu.close()


def test_a_word_is_kept_unchanged_for_all_steps_and_out_of_the_mask(inverted, qtbot) -> None:
    popover = open_word(inverted, qtbot, "table")
    qtbot.mouseClick(popover.keep, LEFT, pos=QPoint(8, popover.keep.height() // 2))
    popover.close()
    assert not words_of(inverted).apply.isEnabled()  # keeping alone changes nothing
    replace_word(inverted, qtbot, "red", "blue")
    apply_edit(inverted, qtbot)
    request = inverted.engine.requests[-1]
    assert isinstance(request, EditRequest)
    assert request.parameters.cross_windows == ((6, 0.0, 1.0),)
    assert request.parameters.blend_exclude == ("table",)
    assert "kept unchanged" in chip_of(inverted, "table").accessibleName()
    qtbot.mouseClick(open_word(inverted, qtbot, "table").revert_button, LEFT)
    assert draft_of(inverted).cross_windows == ()
    assert draft_of(inverted).blend_exclude == ()


def test_changing_what_describes_a_kept_word_is_said_to_be_in_vain(inverted, qtbot) -> None:
    choose(inverted, qtbot, "mug", "word_keep")
    replace_word(inverted, qtbot, "wooden", "blue")
    assert "You keep" not in words_of(inverted).hint.text()
    replace_word(inverted, qtbot, "red", "white")
    assert words_of(inverted).hint.text().startswith("You keep “mug” unchanged")


def test_weighing_a_kept_word_lets_it_go(inverted, qtbot) -> None:
    choose(inverted, qtbot, "table", "word_keep")
    hover(inverted, qtbot, "table")
    qtbot.keyClick(chip_of(inverted, "table"), Qt.Key.Key_Up, CONTROL)
    assert draft_of(inverted).blend_exclude == ()
    assert not chip_of(inverted, "table").chip.kept


def test_a_kept_word_that_is_replaced_is_no_longer_left_alone(inverted, qtbot) -> None:
    choose(inverted, qtbot, "table", "word_keep")
    replace_word(inverted, qtbot, "table", "sofa")
    assert (draft_of(inverted).cross_windows, draft_of(inverted).blend_exclude) == ((), ())


def test_shift_and_click_take_a_phrase(inverted, qtbot) -> None:
    qtbot.mouseClick(chip_of(inverted, "wooden"), LEFT)
    words_of(inverted).popover.close()
    qtbot.mouseClick(chip_of(inverted, "table"), LEFT, SHIFT)
    assert words_of(inverted).popover is None
    popover = open_word(inverted, qtbot, "table")
    assert popover.replacement.text() == "wooden table"
    popover.replacement.selectAll()
    qtbot.keyClicks(popover.replacement, "red sofa with legs")
    qtbot.keyClick(popover.replacement, Qt.Key.Key_Return)
    assert draft_of(inverted).caption == "a red mug on a red sofa with legs"


def test_a_phrase_is_taken_weighed_and_reverted_by_keys(inverted, qtbot) -> None:
    replace_word(inverted, qtbot, "red", "blue")
    chip_of(inverted, "blue").setFocus()
    qtbot.keyClick(chip_of(inverted, "blue"), Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(chip_of(inverted, "mug"), Qt.Key.Key_Up, CONTROL)
    assert draft_of(inverted).weights == ((1, 1.1), (2, 1.1))
    qtbot.keyClick(chip_of(inverted, "mug"), Qt.Key.Key_Return)
    qtbot.mouseClick(words_of(inverted).popover.revert_button, LEFT)
    assert draft_of(inverted).caption == CAPTION
    assert draft_of(inverted).weights == ()


def test_escape_lets_a_phrase_go(inverted, qtbot) -> None:
    buttons = words_of(inverted).buttons
    buttons[0].setFocus()
    qtbot.keyClick(buttons[0], Qt.Key.Key_Right, SHIFT)
    assert [b.look.selected for b in buttons[:3]] == [True, True, False]
    qtbot.keyClick(buttons[1], Qt.Key.Key_Escape)
    assert not any(b.look.selected for b in buttons)


def test_pinned_maps_stay_in_sight_each_in_its_hue(inverted, qtbot) -> None:
    pinned = []
    inverted.controller.presenter.pin = pinned.append
    choose(inverted, qtbot, "mug", "word_pin")
    popover = open_word(inverted, qtbot, "table")
    qtbot.mouseClick(popover.pin, LEFT, pos=QPoint(8, popover.pin.height() // 2))
    popover.close()
    assert [[chip.text for chip in chips] for chips in pinned] == [["mug"], ["mug", "table"]]
    hues = {chip_of(inverted, text).look.hue for text in ("mug", "table")}
    assert len(hues) == 2
    assert "" not in hues
    replace_word(inverted, qtbot, "red", "blue")
    assert chip_of(inverted, "mug").look.hue
    choose(inverted, qtbot, "mug", "word_pin")
    assert chip_of(inverted, "mug").look.hue == ""


def test_word_actions_are_in_reach_of_the_palette(inverted, qtbot) -> None:
    actions = inverted.window.actions_
    chip_of(inverted, "mug").setFocus(Qt.FocusReason.TabFocusReason)
    inverted.window.canvas.setFocus()
    actions["word_stronger"].trigger()
    assert draft_of(inverted).weights == ((2, 1.1),)
    actions["word_revert"].trigger()
    assert draft_of(inverted).weights == ()
    actions["word_remove"].trigger()
    assert draft_of(inverted).caption == "a red on a wooden table"
    actions["revert_all"].trigger()
    assert draft_of(inverted) is None


def test_nobody_is_corrected_in_the_middle_of_a_word(inverted, qtbot) -> None:
    popover = open_word(inverted, qtbot, "red")
    popover.replacement.selectAll()
    qtbot.keyClicks(popover.replacement, "woo")
    assert not popover.fields.unknown.isVisible()
    qtbot.keyClicks(popover.replacement, "x")
    assert popover.fields.unknown.isVisible()


def test_an_unknown_word_is_said_and_a_near_one_is_a_click_away(inverted, qtbot) -> None:
    popover = open_word(inverted, qtbot, "red")
    popover.replacement.selectAll()
    add = popover.fields.after_button
    before = add.mapTo(inverted.window, QPoint(0, 0))
    qtbot.keyClicks(popover.replacement, "bleu")
    assert popover.fields.unknown.isVisible()
    qtbot.waitUntil(lambda: popover.height() == popover.sizeHint().height())
    assert add.mapTo(inverted.window, QPoint(0, 0)) == before, "a button must not move away from the mouse"
    assert inverted.window.rect().contains(popover.geometry())
    assert [b.text() for b in popover.fields.spelling.buttons] == list(
        near_words("bleu", inverted.session.model.known_words)
    )
    qtbot.mouseClick(popover.fields.spelling.buttons[0], LEFT)
    assert popover.replacement.text() == "blue"
    assert not popover.fields.unknown.isVisible()


def test_known_words_are_offered_while_typing(inverted, qtbot) -> None:
    popover = open_word(inverted, qtbot, "red")
    field, offers = popover.replacement, popover.fields.offers[0]
    field.selectAll()
    qtbot.keyClicks(field, "the t")
    assert offers.words() == ["table", "the"]
    assert offers.y() > field.mapTo(popover, QPoint(0, 0)).y() + field.height()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(field, key)
    assert field.text() == "the table"
    assert words_of(inverted).popover is popover
    assert offers.words() == []
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert draft_of(inverted).caption == "a the table mug on a wooden table"


def test_an_offered_word_is_taken_by_a_click_and_a_whole_word_is_not_offered(inverted, qtbot) -> None:
    popover = open_word(inverted, qtbot, "mug")
    field, offers = popover.addition, popover.fields.offers[1]
    qtbot.keyClicks(field, "blu")
    qtbot.mouseClick(offers.viewport(), LEFT, pos=offers.visualItemRect(offers.item(0)).center())
    assert field.text() == "blue"
    field.clear()
    qtbot.keyClicks(field, "blue")
    assert offers.words() == []
    qtbot.keyClicks(field, " w")
    assert offers.words() == ["wooden"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert offers.words() == []
    assert words_of(inverted).popover is popover


def test_words_without_a_place_in_the_caption_are_named(inverted, qtbot) -> None:
    popover = open_word(inverted, qtbot, "mug")
    qtbot.keyClicks(popover.addition, "with a hat")
    qtbot.mouseClick(popover.fields.after_button, LEFT)
    hint = words_of(inverted).hint.text()
    assert "“hat” is not in the photo's caption, so the app cannot know where it belongs." in hint
    qtbot.mouseClick(words_of(inverted).revert_all, LEFT)
    popover = open_word(inverted, qtbot, "mug")
    qtbot.keyClicks(popover.addition, "blue")
    qtbot.mouseClick(popover.fields.before_button, LEFT)
    assert "cannot know" not in words_of(inverted).hint.text()


def test_an_unknown_word_of_the_edit_is_respelt_by_a_click(inverted, qtbot) -> None:
    replace_word(inverted, qtbot, "red", "blu")
    assert "has not learnt “blu”" in words_of(inverted).hint.text()
    qtbot.mouseClick(words_of(inverted).spelling.buttons[0], LEFT)
    assert draft_of(inverted).caption == "a blue mug on a wooden table"
    assert not words_of(inverted).spelling.isVisible()


def test_a_long_caption_takes_three_lines_and_then_scrolls(inverted, qtbot) -> None:
    inverted.window.resize(900, 600)
    caption = inverted.window.caption
    qtbot.mouseClick(caption.words.retype, LEFT)
    caption.retype.field.setText(" ".join(["very"] * 60) + " " + CAPTION)
    qtbot.keyClick(caption.retype.field, Qt.Key.Key_Return)
    buttons = caption.words.buttons
    area = caption.words.chips
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert area.height() < 4 * buttons[0].height()
    assert inverted.window.size().toTuple() == (900, 600)
    buttons[0].setFocus()
    qtbot.keyClick(buttons[0], Qt.Key.Key_End)
    seen = area.viewport().rect()
    assert seen.contains(buttons[-1].mapTo(area.viewport(), buttons[-1].rect().center()))
