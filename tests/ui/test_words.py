"""Chips, the popover of a word, and retyping, through the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from nti_desktop.ui.caption.word_popover import WordPopover
from tests.ui.conftest import CAPTION, chip_of, point_at, point_elsewhere, replace_word

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


def open_word(rig, qtbot, text: str) -> WordPopover:
    qtbot.mouseClick(chip_of(rig, text), LEFT)
    return rig.window.caption.words.popover


def draft_of(rig):
    return rig.document.project.draft


def test_the_slider_and_the_number_weigh_a_word(inverted, qtbot) -> None:
    popover = open_word(inverted, qtbot, "mug")
    for _ in range(4):
        qtbot.keyClick(popover.weight.slider, Qt.Key.Key_Right)
    assert popover.weight.number.value() == pytest.approx(1.2)
    assert draft_of(inverted).weights == ((2, 1.2),)
    popover.weight.number.setFocus()
    popover.weight.number.selectAll()
    qtbot.keyClicks(popover.weight.number, "2.5")
    qtbot.keyClick(popover.weight.number, Qt.Key.Key_Tab)
    assert draft_of(inverted).weights == ((2, 2.5),)
    assert popover.weight.slider.value() == 50
    qtbot.mouseClick(popover.revert_button, LEFT)
    assert draft_of(inverted).weights == ()


def test_weighing_undoes_as_one(inverted, qtbot) -> None:
    replace_word(inverted, qtbot, "red", "blue")
    popover = open_word(inverted, qtbot, "mug")
    for _ in range(6):
        qtbot.keyClick(popover.weight.slider, Qt.Key.Key_Right)
    popover.close()
    inverted.window.actions_["undo"].trigger()
    assert not chip_of(inverted, "mug").chip.changed


def test_ctrl_up_and_down_weigh_the_word_with_the_focus(inverted, qtbot) -> None:
    chip = chip_of(inverted, "mug")
    for _ in range(2):
        qtbot.keyClick(chip, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert draft_of(inverted).weights == ((2, 1.2),)
    qtbot.keyClick(chip, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert draft_of(inverted).weights == ((2, 1.1),)


def test_words_are_added_before_and_after(inverted, qtbot) -> None:
    for side, text in ((1, "shiny"), (2, "cup")):
        popover = open_word(inverted, qtbot, "mug")
        qtbot.keyClicks(popover.addition, text)
        buttons = {b.text(): b for b in popover.findChildren(type(popover.revert_button))}
        qtbot.mouseClick(buttons["Before" if side == 1 else "After"], LEFT)
    assert draft_of(inverted).caption == "a red shiny mug cup on a wooden table"
    assert chip_of(inverted, "shiny").chip.kind == "insert"


def test_a_removed_word_stays_as_a_chip_and_comes_back(inverted, qtbot) -> None:
    popover = open_word(inverted, qtbot, "red")
    qtbot.mouseClick(popover.remove_button, LEFT)
    assert draft_of(inverted).caption == "a mug on a wooden table"
    gone = chip_of(inverted, "red")
    assert gone.accessibleName() == "“red”, removed"
    popover = open_word(inverted, qtbot, "red")
    qtbot.mouseClick(popover.revert_button, LEFT)
    assert draft_of(inverted).caption == CAPTION


def test_a_changed_word_says_what_it_was_and_is_reverted(inverted, qtbot) -> None:
    replace_word(inverted, qtbot, "red", "blue")
    assert chip_of(inverted, "blue").toolTip().startswith("“blue”, was “red”")
    qtbot.mouseClick(inverted.window.caption.words.revert_all, LEFT)
    assert chip_of(inverted, "red").chip.kind == "keep"
    assert not inverted.window.caption.words.apply.isEnabled()


def test_escape_and_a_click_elsewhere_close_the_popover(inverted, qtbot) -> None:
    popover = open_word(inverted, qtbot, "red")
    qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert inverted.window.caption.words.popover is None
    open_word(inverted, qtbot, "red")
    qtbot.mouseClick(inverted.window.canvas, LEFT, pos=QPoint(20, 20))
    assert inverted.window.caption.words.popover is None


def test_the_popover_stays_inside_the_window(inverted, qtbot) -> None:
    for text in ("a", "table"):
        popover = open_word(inverted, qtbot, text)
        assert inverted.window.rect().contains(popover.geometry())
        popover.close()


def test_return_opens_a_word(inverted, qtbot) -> None:
    qtbot.keyClick(chip_of(inverted, "red"), Qt.Key.Key_Return)
    assert inverted.window.caption.words.popover is not None


def test_the_mouse_on_a_chip_shows_its_map(inverted, qtbot) -> None:
    chip = chip_of(inverted, "mug")
    qtbot.waitUntil(lambda: not inverted.tasks.busy)
    with qtbot.waitSignal(chip.pointed):
        point_at(chip)
    assert inverted.window.canvas.overlay is not None
    point_elsewhere(chip)
    assert inverted.window.canvas.overlay is None


def test_a_mouse_that_rests_where_a_word_appears_shows_no_map_until_it_moves(inverted, qtbot) -> None:
    chip, canvas = chip_of(inverted, "mug"), inverted.window.canvas
    place = chip.mapToGlobal(chip.rect().center())
    QCursor.setPos(place)
    chip.hide()
    chip.show()
    point_at(chip)
    assert canvas.overlay is None
    moved = QPointF(chip.rect().center() + QPoint(5, 0))
    button = Qt.MouseButton.NoButton
    QApplication.sendEvent(
        chip, QMouseEvent(QEvent.Type.MouseMove, moved, chip.mapToGlobal(moved), button, button, NO_KEY)
    )
    assert canvas.overlay is not None
    point_elsewhere(chip)
    QCursor.setPos(0, 0)


def test_another_project_does_not_find_a_form_open(inverted, qtbot, tmp_path) -> None:
    for name in ("one.nti", "other.nti"):
        inverted.dialogs.saved = tmp_path / name
        inverted.window.actions_["save_as"].trigger()
        qtbot.waitUntil(lambda name=name: (tmp_path / name).exists() and not inverted.tasks.busy)
    caption = inverted.window.caption
    qtbot.mouseClick(caption.words.retype, LEFT)
    photo = inverted.document.project.photo
    inverted.files.open(tmp_path / "one.nti")
    qtbot.waitUntil(lambda: inverted.document.project.photo is not photo and not inverted.tasks.busy)
    assert caption.mode == "words"


def test_retyping_the_whole_caption(inverted, qtbot) -> None:
    caption = inverted.window.caption
    qtbot.mouseClick(caption.words.retype, LEFT)
    assert caption.retype.field.text() == CAPTION
    caption.retype.field.selectAll()
    qtbot.keyClicks(caption.retype.field, "a blue mug on a small wooden table")
    qtbot.keyClick(caption.retype.field, Qt.Key.Key_Return)
    kinds = [b.chip.kind for b in caption.words.buttons if b.chip.changed]
    assert kinds == ["replace", "insert"]
    assert caption.mode == "words"


def test_escape_gives_retyping_up(inverted, qtbot) -> None:
    caption = inverted.window.caption
    qtbot.mouseClick(caption.words.retype, LEFT)
    qtbot.keyClicks(caption.retype.field, " and more")
    qtbot.keyClick(caption.retype.field, Qt.Key.Key_Escape)
    assert caption.mode == "words"
    assert draft_of(inverted) is None


def test_a_long_caption_wraps(inverted, qtbot) -> None:
    words = inverted.window.caption.words
    height = words.height()
    qtbot.mouseClick(words.retype, LEFT)
    field = inverted.window.caption.retype.field
    field.setText(" ".join(["very"] * 30) + " " + CAPTION)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words.height() > height + 30)
    assert words.buttons[-1].geometry().right() < words.apply.geometry().left()


def test_the_popover_follows_its_word_when_the_window_changes(inverted, qtbot) -> None:
    inverted.window.resize(1280, 800)
    popover = open_word(inverted, qtbot, "table")
    inverted.window.resize(900, 600)
    qtbot.waitUntil(lambda: inverted.window.rect().contains(popover.geometry()))
    chip = chip_of(inverted, "table")
    assert popover.geometry().bottom() <= chip.mapTo(inverted.window, QPoint(0, 0)).y()


def test_opening_a_word_shows_no_other_window(inverted, qtbot) -> None:
    inverted.window.activateWindow()
    qtbot.waitUntil(inverted.window.isActiveWindow)
    shown: list[QWidget] = []

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(watched)
            return False

    watcher = Watcher()
    QApplication.instance().installEventFilter(watcher)
    replace_word(inverted, qtbot, "red", "blue")
    QApplication.instance().removeEventFilter(watcher)
    assert shown == []
    assert inverted.window.isActiveWindow()
