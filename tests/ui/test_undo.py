"""Undo and redo of everything that changes a project, by the actions of the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from nti_desktop.document.state import Project
from nti_desktop.engine.fake import Pause, plausible_script
from tests.ui.conftest import (
    CAPTION,
    Rig,
    apply_edit,
    chip_of,
    open_photo,
    replace_word,
    start_inversion,
)

LEFT = Qt.MouseButton.LeftButton


def paint(rig: Rig, qtbot) -> None:
    rig.window.actions_["mask"].setChecked(True)
    canvas, middle = rig.window.canvas, rig.window.canvas.panes[0].center().toPoint()
    qtbot.mousePress(canvas, LEFT, pos=middle)
    qtbot.mouseMove(canvas, middle + QPoint(20, 0))
    qtbot.mouseRelease(canvas, LEFT, pos=middle + QPoint(20, 0))


def make_heavier(rig: Rig, qtbot) -> None:
    chip_of(rig, "wooden").setFocus()
    qtbot.keyClick(chip_of(rig, "wooden"), Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)


def move_a_slider(rig: Rig, qtbot) -> None:
    rig.window.side.adjust.fold.setChecked(True)
    row = next(iter(rig.window.side.adjust.rows.values()))
    row.slider.setValue(row.slider.value() - 10)


def rename(rig: Rig, qtbot) -> None:
    rows = rig.window.side.edits.list
    rig.window.actions_["edit_rename"].trigger()
    qtbot.waitUntil(lambda: rows.is_naming)
    field = rows.findChild(QLineEdit)
    qtbot.keyClicks(field, "the best")
    qtbot.keyClick(field, Qt.Key.Key_Return)


def do(name: str) -> Callable[[Rig, object], None]:
    return lambda rig, qtbot: rig.window.actions_[name].trigger()


def delete_caption(rig: Rig, qtbot) -> None:
    project = rig.document.project
    rig.document.delete_inversion(project.inversions[-1].id)


CHANGES = (
    lambda rig, qtbot: replace_word(rig, qtbot, "table", "mug"),
    make_heavier,
    paint,
    move_a_slider,
    do("edit_star"),
    do("edit_duplicate"),
    rename,
    do("edit_delete"),
    lambda rig, qtbot: rig.session.select_edit(None),
    delete_caption,
)


def test_every_change_of_a_project_is_undone_and_redone(inverted, qtbot) -> None:
    replace_word(inverted, qtbot, "red", "blue")
    apply_edit(inverted, qtbot)
    for change in CHANGES:
        before = inverted.document.project
        change(inverted, qtbot)
        qtbot.waitUntil(lambda before=before: inverted.document.project is not before)
        after = inverted.document.project
        assert step(inverted, qtbot, "undo") is before, change
        assert step(inverted, qtbot, "redo") is after, change
        step(inverted, qtbot, "undo")


def step(rig: Rig, qtbot, name: str) -> Project:
    qtbot.waitUntil(rig.window.actions_[name].isEnabled)
    rig.window.actions_[name].trigger()
    return rig.document.project


def test_what_a_pause_left_is_brought_back_when_it_was_discarded(make_rig, qtbot, photo_file) -> None:
    def slow(request):
        for event in plausible_script(request, 0):
            yield event
            yield Pause(0.05)

    rig = make_rig(slow)
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(lambda: rig.session.jobs.running and len(rig.session.jobs.current.losses) > 2)
    rig.window.actions_["pause"].trigger()
    panel = rig.window.side.paused
    qtbot.waitUntil(panel.isVisible)
    kept = rig.document.project.paused
    qtbot.mouseClick(panel.discard, LEFT)
    qtbot.waitUntil(lambda: not panel.isVisible())
    assert rig.document.project.paused is None
    assert step(rig, qtbot, "undo").paused is kept
    qtbot.waitUntil(panel.isVisible)
    assert step(rig, qtbot, "redo").paused is None
