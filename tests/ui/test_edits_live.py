"""Live edits: tried while one works on the words, the latest wins, and only what is kept is kept."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from nti_desktop.document.state import EditMasks
from nti_desktop.engine.events import Finished
from nti_desktop.engine.fake import Pause, plausible_script
from nti_desktop.engine.pretence import make_result
from nti_desktop.engine.requests import EditRequest, InvertRequest
from tests.ui.conftest import CAPTION, Rig, apply_edit, chip_of, invert, open_photo, replace_word

LEFT = Qt.MouseButton.LeftButton


def quick_but_slow_where_slow(request):
    """Edits of a slow mug never end by themselves."""
    if isinstance(request, InvertRequest):
        return plausible_script(request, 0.0)
    if "slow" in request.parameters.caption:
        return [Pause(60)]
    return [Finished(make_result(request))]


@pytest.fixture
def live(make_rig, qtbot, photo_file) -> Rig:
    """An inverted photo with live edits turned on by their button."""
    rig = make_rig(quick_but_slow_where_slow)
    open_photo(rig, qtbot, photo_file)
    invert(rig, qtbot, CAPTION)
    qtbot.mouseClick(rig.window.side.edits.buttons["live"], LEFT)
    return rig


def edits_of(rig: Rig) -> list[EditRequest]:
    return [request for request in rig.engine.requests if isinstance(request, EditRequest)]


def wait_for_trial(rig: Rig, qtbot, caption: str) -> None:
    qtbot.waitUntil(
        lambda: rig.session.trial is not None and rig.session.trial.caption == caption and not rig.tasks.busy
    )


def test_a_changed_word_is_tried_and_shown_but_not_kept(live, qtbot) -> None:
    replace_word(live, qtbot, "red", "blue")
    wait_for_trial(live, qtbot, "a blue mug on a wooden table")
    pill = live.controller.edits.pill
    assert pill.isVisible()
    assert pill.text.text() == "Trial: red → blue"
    assert "trial" in live.window.caption.words.hint.text()
    assert live.document.project.edits == ()
    assert live.window.canvas.result is not None
    assert live.window.actions_["export"].isEnabled()
    assert live.window.actions_["compare"].isEnabled()
    assert live.session.settings.live


def test_keep_puts_the_trial_into_the_history(live, qtbot) -> None:
    replace_word(live, qtbot, "red", "blue")
    wait_for_trial(live, qtbot, "a blue mug on a wooden table")
    made = live.session.trial.result
    qtbot.mouseClick(live.controller.edits.pill.keep, LEFT)
    assert live.document.project.edit.result.image is made.image
    assert live.session.trial is None
    assert not live.controller.edits.pill.isVisible()
    assert len(edits_of(live)) == 1


def test_apply_keeps_what_was_tried_and_makes_nothing_twice(live, qtbot) -> None:
    replace_word(live, qtbot, "red", "blue")
    wait_for_trial(live, qtbot, "a blue mug on a wooden table")
    apply_edit(live, qtbot)
    assert [edit.caption for edit in live.document.project.edits] == ["a blue mug on a wooden table"]
    assert len(edits_of(live)) == 1


def test_the_latest_wins(live, qtbot) -> None:
    replace_word(live, qtbot, "red", "slow")
    qtbot.waitUntil(lambda: len(edits_of(live)) == 1)
    assert live.controller.edits.pill.text.text() == "Trying…"
    assert not live.window.side.job.isVisible()
    replace_word(live, qtbot, "slow", "blue")
    wait_for_trial(live, qtbot, "a blue mug on a wooden table")
    assert [request.parameters.caption for request in edits_of(live)][-1] == "a blue mug on a wooden table"
    assert not live.session.jobs.running


def test_what_is_applied_while_it_is_tried_is_made_for_good(live, qtbot) -> None:
    replace_word(live, qtbot, "red", "slow")
    qtbot.waitUntil(lambda: len(edits_of(live)) == 1)
    assert live.window.actions_["run"].isEnabled()
    qtbot.mouseClick(live.window.caption.words.apply, LEFT)
    qtbot.waitUntil(lambda: len(edits_of(live)) == 2)
    assert live.session.jobs.current.key == ""
    assert live.session.jobs.waiting == ()
    replace_word(live, qtbot, "mug", "cup")
    qtbot.waitUntil(lambda: [job.key for job in live.session.jobs.waiting] == ["live"])
    assert live.session.jobs.current.key == ""


def test_a_slider_is_tried_once_it_rests(live, qtbot) -> None:
    replace_word(live, qtbot, "red", "blue")
    wait_for_trial(live, qtbot, "a blue mug on a wooden table")
    live.window.side.adjust.fold.click()
    slider = live.window.side.adjust.rows["cross_replace"].slider
    slider.setFocus()
    for _ in range(6):
        qtbot.keyClick(slider, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: live.session.trial.parameters.cross_replace == 0.5)
    assert [request.parameters.cross_replace for request in edits_of(live)] == [None, 0.5]
    assert live.window.focusWidget() is slider


def test_undo_takes_the_trial_away_and_redo_tries_again(live, qtbot) -> None:
    replace_word(live, qtbot, "red", "blue")
    wait_for_trial(live, qtbot, "a blue mug on a wooden table")
    qtbot.mouseClick(live.window.toolbar.buttons["undo"], LEFT)
    assert live.session.trial is None
    assert chip_of(live, "red").chip.kind == "keep"
    qtbot.mouseClick(live.window.toolbar.buttons["redo"], LEFT)
    wait_for_trial(live, qtbot, "a blue mug on a wooden table")


def test_undo_stops_a_trial_under_way_and_without_live_nothing_is_tried(live, qtbot) -> None:
    replace_word(live, qtbot, "red", "slow")
    qtbot.waitUntil(lambda: len(edits_of(live)) == 1)
    qtbot.mouseClick(live.window.toolbar.buttons["undo"], LEFT)
    qtbot.waitUntil(lambda: not live.session.jobs.running)
    assert not live.window.message.isVisible()
    qtbot.mouseClick(live.window.side.edits.buttons["live"], LEFT)
    assert not live.session.settings.live
    replace_word(live, qtbot, "red", "blue")
    qtbot.wait(400)
    assert len(edits_of(live)) == 1


def test_putting_a_trial_away_leaves_the_words(live, qtbot) -> None:
    replace_word(live, qtbot, "red", "blue")
    wait_for_trial(live, qtbot, "a blue mug on a wooden table")
    qtbot.mouseClick(live.controller.edits.pill.close_, LEFT)
    assert live.session.trial is None
    assert chip_of(live, "blue").chip.was == "red"
    assert not live.session.jobs.running


def test_selecting_an_edit_puts_the_trial_away(live, qtbot) -> None:
    replace_word(live, qtbot, "red", "blue")
    wait_for_trial(live, qtbot, "a blue mug on a wooden table")
    qtbot.mouseClick(live.controller.edits.pill.keep, LEFT)
    replace_word(live, qtbot, "blue", "green")
    wait_for_trial(live, qtbot, "a green mug on a wooden table")
    panel = live.window.side.edits
    place = panel.list.visualRect(panel.model.index(1)).center()
    qtbot.mouseClick(panel.list.viewport(), LEFT, pos=place)
    assert live.session.trial is None
    assert live.document.project.edit.caption == "a blue mug on a wooden table"


# --- what comes from the history is no wish


def kept_blue_then_green(rig: Rig, qtbot) -> None:
    for old, new in (("red", "blue"), ("blue", "green")):
        replace_word(rig, qtbot, old, new)
        wait_for_trial(rig, qtbot, f"a {new} mug on a wooden table")
        qtbot.mouseClick(rig.controller.edits.pill.keep, LEFT)


def delete_shown(rig: Rig, qtbot) -> None:
    rig.window.side.edits.list.setFocus()
    qtbot.keyClick(rig.window.side.edits.list, Qt.Key.Key_Delete)


def test_a_deleted_edit_is_not_tried_again(live, qtbot) -> None:
    kept_blue_then_green(live, qtbot)
    delete_shown(live, qtbot)
    assert live.document.project.edit.caption == "a blue mug on a wooden table"
    assert chip_of(live, "blue").chip.was == "red"
    delete_shown(live, qtbot)
    assert live.document.project.edit is None
    assert chip_of(live, "red").chip.kind == "keep"
    qtbot.wait(400)
    assert live.session.trial is None
    assert len(edits_of(live)) == 2


def test_the_word_on_a_deleted_edit_goes_when_it_is_back(live, qtbot) -> None:
    kept_blue_then_green(live, qtbot)
    delete_shown(live, qtbot)
    assert "deleted" in live.window.message.text.text()
    qtbot.mouseClick(live.window.toolbar.buttons["undo"], LEFT)
    assert len(live.document.project.edits) == 2
    assert not live.window.message.isVisible()


def test_undoing_keep_does_not_make_the_same_trial_again(live, qtbot) -> None:
    kept_blue_then_green(live, qtbot)
    qtbot.mouseClick(live.window.toolbar.buttons["undo"], LEFT)
    assert live.document.project.edit.caption == "a blue mug on a wooden table"
    assert chip_of(live, "green").chip.was == "red"
    qtbot.wait(400)
    assert len(edits_of(live)) == 2
    replace_word(live, qtbot, "green", "yellow")
    wait_for_trial(live, qtbot, "a yellow mug on a wooden table")


def test_original_puts_a_trial_away(live, qtbot) -> None:
    replace_word(live, qtbot, "red", "blue")
    wait_for_trial(live, qtbot, "a blue mug on a wooden table")
    panel = live.window.side.edits
    place = panel.list.visualRect(panel.model.index(0)).center()
    qtbot.mouseClick(panel.list.viewport(), LEFT, pos=place)
    qtbot.wait(400)
    assert live.session.trial is None
    assert len(edits_of(live)) == 1


def test_a_mask_painted_while_a_trial_is_made_is_not_in_it(live, qtbot) -> None:
    replace_word(live, qtbot, "red", "slow")
    qtbot.waitUntil(lambda: len(edits_of(live)) == 1)
    request = edits_of(live)[0]
    painted = EditMasks(own=np.full((64, 64), 255, np.uint8))
    live.document.set_draft_masks(painted)
    live.session.jobs.edited.emit(request, make_result(request))
    assert live.session.trial.masks is None
    assert live.window.actions_["run"].isEnabled()
    live.session.store.update(live=False)


def test_revert_all_shows_the_original_and_undo_the_edit(live, qtbot) -> None:
    kept_blue_then_green(live, qtbot)
    edit = live.document.project.edit
    qtbot.mouseClick(live.window.caption.words.revert_all, LEFT)
    assert live.document.project.edit is None
    assert live.session.trial is None
    assert chip_of(live, "red").chip.kind == "keep"
    assert live.window.focusWidget() in live.window.caption.words.buttons
    qtbot.mouseClick(live.window.toolbar.buttons["undo"], LEFT)
    assert live.document.project.edit is edit
