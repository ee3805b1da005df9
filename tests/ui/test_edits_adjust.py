"""“Adjust this edit”: sliders, chips and the way back, and what each says."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollBar,
)

from nti_desktop.document.state import EditMasks
from nti_desktop.engine.requests import EditParameters
from nti_desktop.ui.edits import adjustments as adjust
from nti_desktop.ui.edits.sliders import ADJUSTMENTS
from tests.document.conftest import make_inversion
from tests.ui.conftest import CAPTION, Rig, apply_edit, replace_word

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def unfolded(inverted: Rig, qtbot) -> Rig:
    """A red mug made blue, not applied yet, with the fold opened."""
    replace_word(inverted, qtbot, "red", "blue")
    qtbot.mouseClick(inverted.window.side.adjust.fold, LEFT)
    return inverted


def draft(rig: Rig) -> EditParameters:
    return rig.session.draft


def test_it_is_folded_until_someone_wants_it(inverted, qtbot) -> None:
    panel = inverted.window.side.adjust
    assert panel.fold.isVisible()
    assert not panel.body.isVisible()
    qtbot.mouseClick(panel.fold, LEFT)
    assert panel.rows["cross_replace"].slider.isVisible()
    qtbot.mouseClick(panel.fold, LEFT)
    assert not panel.body.isVisible()


def test_automatic_says_what_it_chose_from_the_words(unfolded, qtbot) -> None:
    rows = unfolded.window.side.adjust.rows
    assert rows["cross_replace"].value.text() == "automatic: 80\u00a0%"
    assert rows["self_replace"].value.text() == "automatic: 40\u00a0%"
    assert rows["guidance"].value.text() == "automatic: 7.5"
    assert rows["guidance"].slider.value() == 15
    replace_word(unfolded, qtbot, "mug", "teapot")
    assert rows["cross_replace"].value.text() == "automatic: 20\u00a0%"
    assert rows["self_replace"].slider.value() == 2
    assert draft(unfolded).cross_replace is None


def test_a_slider_sets_its_number_and_the_edit_is_made_with_it(unfolded, qtbot) -> None:
    row = unfolded.window.side.adjust.rows["cross_replace"]
    row.slider.setFocus()
    for _ in range(4):
        qtbot.keyClick(row.slider, Qt.Key.Key_Left)
    assert draft(unfolded).cross_replace == 0.6
    assert row.value.text() == "60\u00a0%"
    assert unfolded.window.side.adjust.fold.text() == "Adjust this edit (1)"
    apply_edit(unfolded, qtbot)
    assert unfolded.engine.requests[-1].parameters.cross_replace == 0.6
    qtbot.keyClick(row.slider, Qt.Key.Key_Left)
    assert unfolded.window.caption.words.apply.isEnabled()


def test_a_slider_goes_where_it_is_pressed_and_is_dragged_from_there(unfolded, qtbot) -> None:
    slider = unfolded.window.side.adjust.rows["cross_replace"].slider
    middle, left = (QPoint(round(share * slider.width()), slider.height() // 2) for share in (0.5, 0.3))
    qtbot.mousePress(slider, LEFT, pos=middle)
    assert draft(unfolded).cross_replace == 0.5
    qtbot.mouseMove(slider, left)
    assert draft(unfolded).cross_replace == pytest.approx(0.3, abs=0.051)
    qtbot.mouseRelease(slider, LEFT, pos=left)


def test_a_drag_of_a_slider_is_undone_as_one(unfolded, qtbot) -> None:
    slider = unfolded.window.side.adjust.rows["guidance"].slider
    slider.setFocus()
    for _ in range(5):
        qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert draft(unfolded).guidance == 5.0
    qtbot.mouseClick(unfolded.window.toolbar.buttons["undo"], LEFT)
    assert draft(unfolded).guidance is None
    assert draft(unfolded).caption == "a blue mug on a wooden table"


def test_back_to_automatic_and_the_wheel_leaves_it_there(unfolded, qtbot) -> None:
    panel = unfolded.window.side.adjust
    row = panel.rows["self_replace"]
    assert not row.back.isVisible()
    row.slider.setValue(16)
    assert draft(unfolded).self_replace == 0.8
    qtbot.mouseClick(row.back, LEFT)
    assert draft(unfolded).self_replace is None
    panel.rows["blend_threshold"].slider.setValue(10)
    panel.rows["blend_softness"].slider.setValue(10)
    qtbot.mouseClick(panel.area.whole, LEFT)
    assert len(adjust.changed_fields(draft(unfolded))) == 3
    qtbot.mouseClick(panel.reset, LEFT)
    assert draft(unfolded) == EditParameters("a blue mug on a wooden table")
    slider = panel.rows["cross_replace"].slider
    unfolded.window.canvas.setFocus()
    middle = QPointF(slider.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(slider.mapToGlobal(slider.rect().center())),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(slider, event)
    assert draft(unfolded).cross_replace is None


def test_change_of_pose_is_off_until_it_is_ticked(unfolded, qtbot) -> None:
    panel = unfolded.window.side.adjust
    row = panel.rows["mutual_start"]
    assert not row.isVisible()
    panel.pose.click()
    assert draft(unfolded).mutual_start == 0.2
    assert row.isVisible()
    row.slider.setValue(8)
    assert draft(unfolded).mutual_start == 0.4
    panel.pose.click()
    assert draft(unfolded).mutual_start is None


def test_what_few_edits_need_is_folded_and_kept_with_the_edit(unfolded, qtbot) -> None:
    panel = unfolded.window.side.adjust
    more, plain = panel.more, draft(unfolded)
    assert more.fold.isVisible()
    assert not more.body.isVisible()
    more.fold.setFocus()
    qtbot.keyClick(more.fold, Qt.Key.Key_Space)
    assert more.body.isVisible()
    assert panel.rows["null_share"].value.text() == "automatic: 100\u00a0%"
    assert panel.rows["self_start"].value.text() == "automatic: at once"
    assert not panel.rows["proximal_quantile"].isVisible()
    panel.rows["null_share"].slider.setFocus()
    qtbot.keyClick(panel.rows["null_share"].slider, Qt.Key.Key_Left)
    panel.rows["self_start"].slider.setValue(4)
    more.small.setFocus()
    qtbot.keyClick(more.small, Qt.Key.Key_Down)
    assert more.small.currentText() == "are faded"
    panel.rows["proximal_quantile"].slider.setValue(10)
    assert more.fold.text() == "More (4)"
    apply_edit(unfolded, qtbot)
    asked = unfolded.engine.requests[-1].parameters
    wanted = {"null_share": 0.95, "self_start": 0.2, "proximal": "soft", "proximal_quantile": 0.5}
    assert asked == replace(plain, **wanted)
    assert unfolded.document.project.edits[-1].parameters == asked
    qtbot.keyClick(more.small, Qt.Key.Key_Up)
    assert draft(unfolded).proximal_quantile == 0.7
    qtbot.mouseClick(panel.reset, LEFT)
    assert draft(unfolded) == plain
    assert more.fold.text() == "More"


def test_ticking_words_says_where_unless_a_mask_is_painted(unfolded, qtbot) -> None:
    area = unfolded.window.side.adjust.area
    chips = {chip.text(): chip for chip in area.words}
    assert list(chips) == ["red", "mug", "wooden", "table", "blue"]
    assert area.auto.isChecked()
    assert [text for text, chip in chips.items() if chip.isChecked()] == ["red", "mug", "blue"]
    qtbot.mouseClick(chips["table"], LEFT)
    assert draft(unfolded).blend_words == ("red", "mug", "blue", "table")
    assert not area.auto.isChecked()
    qtbot.mouseClick(chips["mug"], LEFT)
    assert draft(unfolded).blend_words == ("red", "blue", "table")
    qtbot.mouseClick(area.whole, LEFT)
    assert draft(unfolded).blend_words == ()
    assert not any(chip.isChecked() for chip in area.words)
    qtbot.mouseClick(area.auto, LEFT)
    assert draft(unfolded).blend_words is None
    assert area.auto.isChecked()
    assert not area.note.isVisible()
    unfolded.document.set_draft_masks(EditMasks(own=np.full((64, 64), 255, np.uint8)))
    assert area.note.isVisible()
    assert "mask" in area.note.text()


def test_what_differs_is_said_in_few_words() -> None:
    plain = EditParameters(CAPTION)
    assert adjust.differences(plain) == ()
    said = adjust.differences(
        replace(plain, cross_replace=0.6, guidance=5.0, blend_words=("mug",), null_share=0.5)
    )
    assert said == ("layout 60\u00a0%", "guidance 5.0", "old things 50\u00a0%", "in: mug")
    said = adjust.differences(replace(plain, proximal="soft", proximal_quantile=0.5, mutual_layer=2))
    assert said == ("small 50\u00a0%", "Small changes are faded", "mutual layer 2")
    assert adjust.differences(replace(plain, blend_words=())) == ("in: the whole picture",)


@pytest.mark.parametrize("adjustment", ADJUSTMENTS, ids=lambda a: a.field)
def test_every_slider_reaches_what_is_automatic(adjustment) -> None:
    value = adjust.automatic_value(adjustment, make_inversion(), EditParameters("a blue mug"))
    assert adjustment.least <= value <= adjustment.most
    assert value / adjustment.step == pytest.approx(round(value / adjustment.step))


def test_every_control_says_what_it_does(unfolded, qtbot) -> None:
    unfolded.window.side.adjust.pose.click()
    unfolded.window.side.adjust.more.fold.click()
    unfolded.window.side.adjust.rows["guidance"].slider.setValue(4)
    unfolded.window.actions_["variations"].trigger()
    kinds = (QAbstractButton, QAbstractSlider, QComboBox, QLineEdit)
    parts = (unfolded.window.side.adjust, unfolded.controller.edits.variations.page)
    controls = [w for part in parts for kind in kinds for w in part.findChildren(kind) if w.isVisible()]
    named = [w for w in controls if not isinstance(w, QScrollBar)]
    assert len(named) > 20
    for control in named:
        assert control.toolTip(), control.accessibleName()
        assert control.accessibleName() or control.text(), control
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control.accessibleName()


def test_resetting_keeps_the_words() -> None:
    parameters = EditParameters("a blue mug", weights=((1, 2.0),), blend_exclude=("table",))
    changed = replace(parameters, cross_replace=0.1, mutual_start=0.2, blend_words=("mug",), guidance=3.0)
    assert adjust.reset(changed) == parameters
