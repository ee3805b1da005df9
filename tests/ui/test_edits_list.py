"""The edits in the side panel: naming, stars, copies, deleting, comparing, with mouse and keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit

from nti_desktop.engine.requests import EditParameters
from nti_desktop.engine.results import EditResult
from nti_desktop.ui.edits import model as model_module
from nti_desktop.ui.edits.row_paint import star_rect
from tests.ui.conftest import CAPTION, Rig

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def add_edit(rig: Rig, word: str = "blue", side: int = 64, **parameters: object) -> str:
    """An edit as if it had been made."""
    image = np.full((side, side, 3), len(rig.document.project.edits), np.uint8)
    result = EditResult(image, None, (), 1.0, 0.5, 10)
    made = EditParameters(CAPTION.replace("red", word), **parameters)  # type: ignore[arg-type]
    return rig.document.add_edit(made, result)


@pytest.fixture
def two(inverted: Rig) -> Rig:
    """With a blue and a green mug; the green one is shown."""
    add_edit(inverted, "blue")
    add_edit(inverted, "green", cross_replace=0.6, guidance=5.0)
    return inverted


def place_of(rig: Rig, row: int) -> QPoint:
    edits = rig.window.side.edits
    return edits.list.visualRect(edits.model.index(row)).center()


def click_row(rig: Rig, qtbot, row: int, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.mouseClick(rig.window.side.edits.list.viewport(), LEFT, modifier, place_of(rig, row))


def click_star(rig: Rig, qtbot, row: int) -> None:
    edits = rig.window.side.edits
    place = star_rect(edits.list.visualRect(edits.model.index(row))).center()
    qtbot.mouseClick(edits.list.viewport(), LEFT, pos=place)


def shown_titles(rig: Rig) -> list[str]:
    return [row.title for row in rig.window.side.edits.model.rows]


def test_a_row_says_the_change_the_caption_and_what_differs(two) -> None:
    index = two.window.side.edits.model.index(2)
    assert index.data() == "red → green"
    _, plain, changed = two.window.side.edits.model.rows
    assert changed.subtitle == "a green mug on a wooden table"
    assert changed.details == "layout 60\u00a0%, guidance 5.0"
    assert plain.details == ""
    assert "layout" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_f2_names_the_edit_in_the_list(two, qtbot) -> None:
    qtbot.keyClick(two.window, Qt.Key.Key_F2)
    editor = two.window.side.edits.list.findChild(QLineEdit)
    assert editor.text() == "red → green"
    editor.selectAll()
    qtbot.keyClicks(editor, "the best")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: two.document.project.edit.name == "the best")
    assert shown_titles(two)[2] == "the best"
    assert "red → green" in two.window.side.edits.model.rows[2].details
    qtbot.mouseClick(two.window.toolbar.buttons["undo"], LEFT)
    assert shown_titles(two)[2] == "red → green"


def test_escape_leaves_the_name_alone(two, qtbot) -> None:
    two.window.actions_["edit_rename"].trigger()
    editor = two.window.side.edits.list.findChild(QLineEdit)
    qtbot.keyClicks(editor, "something")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert two.document.project.edit.name == ""


def test_the_photo_itself_has_no_name_and_no_star_but_arrows_reach_it(two, qtbot) -> None:
    click_row(two, qtbot, 0)
    assert not two.window.actions_["edit_rename"].isEnabled()
    click_star(two, qtbot, 0)
    assert not any(edit.starred for edit in two.document.project.edits)
    edits = two.window.side.edits.list
    edits.setFocus()
    qtbot.keyClick(edits, Qt.Key.Key_Down)
    assert two.document.project.edit.id == two.document.project.edits[0].id
    qtbot.keyClick(edits, Qt.Key.Key_Home)
    assert two.document.project.edit is None


def test_a_click_on_the_star_marks_without_showing(two, qtbot) -> None:
    shown = two.document.project.current_edit
    click_star(two, qtbot, 1)
    assert [edit.starred for edit in two.document.project.edits] == [True, False]
    assert two.document.project.current_edit == shown
    click_star(two, qtbot, 1)
    assert not two.document.project.edits[0].starred


def test_only_starred_edits(two, qtbot) -> None:
    panel = two.window.side.edits
    qtbot.mouseClick(panel.buttons["edits_starred"], LEFT)
    assert shown_titles(two) == ["Original"]
    assert "star" in panel.hint.text()
    two.window.actions_["edit_star"].trigger()
    assert shown_titles(two) == ["Original", "red → green"]
    assert not panel.hint.isVisible()
    qtbot.mouseClick(panel.buttons["edits_starred"], LEFT)
    assert len(shown_titles(two)) == 3


def test_ctrl_d_copies_and_shows_the_copy(two, qtbot) -> None:
    click_row(two, qtbot, 1)
    qtbot.keyClick(two.window, Qt.Key.Key_D, CTRL)
    assert shown_titles(two) == ["Original", "red → blue", "red → blue (copy)", "red → green"]
    assert two.document.project.edit.name == "red → blue (copy)"
    assert two.window.side.edits.list.currentIndex().row() == 2


def test_delete_says_how_to_get_it_back(two, qtbot) -> None:
    edits = two.window.side.edits.list
    edits.setFocus()
    qtbot.keyClick(edits, Qt.Key.Key_Delete)
    assert shown_titles(two) == ["Original", "red → blue"]
    assert "undo" in two.window.message.text.text()
    qtbot.mouseClick(two.window.toolbar.buttons["undo"], LEFT)
    assert shown_titles(two) == ["Original", "red → blue", "red → green"]


def test_two_edits_are_selected_and_compared(two, qtbot) -> None:
    compare = two.window.side.edits.buttons["edit_compare"]
    shown = two.document.project.current_edit
    assert not compare.isEnabled()
    click_row(two, qtbot, 1, CTRL)
    assert two.document.project.current_edit == shown
    assert compare.isEnabled()
    qtbot.mouseClick(compare, LEFT)
    assert two.controller.presenter.pair == tuple(edit.id for edit in two.document.project.edits)
    click_row(two, qtbot, 0, CTRL)
    assert not compare.isEnabled()
    click_row(two, qtbot, 1)
    assert two.window.side.edits.selected_ids == (two.document.project.edits[0].id,)


def test_redo_selects_one_edit_though_its_keys_are_held(two, qtbot) -> None:
    edits, shift = two.window.side.edits, Qt.KeyboardModifier.ShiftModifier
    for key, held in ((Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Z, CTRL | shift)):
        qtbot.keyClick(two.window.windowHandle(), key, held)  # not the widget: keys are held
    assert two.document.project.current_edit == two.document.project.edits[1].id
    assert edits.list.selected_ids == (two.document.project.edits[1].id,)


def test_comparing_with_the_photo_itself_until_another_is_chosen(two, qtbot) -> None:
    click_row(two, qtbot, 0, CTRL)
    two.window.actions_["edit_compare"].trigger()
    assert two.controller.presenter.pair == ("", two.document.project.edits[1].id)
    view = two.window.side.edits.list.viewport()
    qtbot.mousePress(view, Qt.MouseButton.RightButton, pos=place_of(two, 1))
    assert two.controller.presenter.pair is None
    assert two.document.project.edit.caption == "a blue mug on a wooden table"


def test_a_selection_outlives_a_star_and_is_deleted_as_one_step(two, qtbot) -> None:
    click_row(two, qtbot, 1, CTRL)
    two.document.star_edit(two.document.project.edits[0].id, True)
    assert len(two.window.side.edits.selected_ids) == 2
    qtbot.keyClick(two.window.side.edits.list, Qt.Key.Key_Delete)
    assert shown_titles(two) == ["Original"]
    two.document.undo()
    assert len(shown_titles(two)) == 3


def test_before_the_first_edit_the_list_says_how_to_make_one(inverted) -> None:
    hint = inverted.window.side.edits.hint
    assert hint.isVisible()
    assert "Apply" in hint.text()
    add_edit(inverted)
    assert not hint.isVisible()


def test_a_hundred_edits_are_held_as_small_copies_only(inverted, qtbot, monkeypatch) -> None:
    for _ in range(100):
        add_edit(inverted, side=64)
    model = inverted.window.side.edits.model
    for row in range(model.rowCount()):
        assert model.index(row).data(Qt.ItemDataRole.DecorationRole).width() == model_module.THUMBNAIL_SIDE
    held = [image for _, image in model._thumbnails.values()]
    assert len(held) == 101
    assert all(isinstance(image, QImage) and image.width() == 96 for image in held)
    monkeypatch.setattr(model_module, "MOST_THUMBNAILS", 10)
    model._thumbnails.clear()
    for row in range(model.rowCount()):
        model.index(row).data(Qt.ItemDataRole.DecorationRole)
    assert len(model._thumbnails) == 10


def test_thumbnails_go_with_their_edits(two) -> None:
    model = two.window.side.edits.model
    for row in range(3):
        model.index(row).data(Qt.ItemDataRole.DecorationRole)
    two.document.delete_edit(two.document.project.edits[0].id)
    assert len(model._thumbnails) == 2


def test_the_name_is_that_of_the_edit_shown_whatever_else_is_selected(two, qtbot) -> None:
    click_row(two, qtbot, 1, CTRL)
    two.window.actions_["edit_rename"].trigger()
    assert two.window.side.edits.list.findChild(QLineEdit).text() == "red → green"


def test_a_name_being_typed_survives_an_edit_that_arrives(two, qtbot) -> None:
    qtbot.keyClick(two.window, Qt.Key.Key_F2)
    editor = two.window.side.edits.list.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "the ")
    add_edit(two, "yellow")
    qtbot.keyClicks(editor, "best")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown_titles(two) == ["Original", "red → blue", "the best", "red → yellow"])
    qtbot.waitUntil(lambda: two.window.side.edits.selected_ids == (two.document.project.current_edit,))


def test_two_that_are_compared_are_called_by_their_titles(two, qtbot) -> None:
    two.document.rename_edit(two.document.project.edits[0].id, "my mug")
    click_row(two, qtbot, 1)
    click_row(two, qtbot, 2, CTRL)
    two.window.actions_["edit_compare"].trigger()
    assert two.window.canvas._names == ("my mug", "red → green")
