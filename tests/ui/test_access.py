"""Everything can be found by a screen reader and reached by keyboard, whatever the window shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from tests.ui.conftest import CAPTION, apply_edit, open_photo, replace_word, start_inversion
from tests.ui.test_window import waiting

KINDS = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QTextEdit,
)  # fmt: skip


def at_start(rig, qtbot, photo_file) -> None:
    pass


def with_a_photo(rig, qtbot, photo_file) -> None:
    open_photo(rig, qtbot, photo_file)


def inverted(rig, qtbot, photo_file) -> None:
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(lambda: rig.document.project.inversion is not None and not rig.tasks.busy)


def edited(rig, qtbot, photo_file) -> None:
    inverted(rig, qtbot, photo_file)
    replace_word(rig, qtbot, "red", "blue")
    apply_edit(rig, qtbot)


def on_page(name: str):
    def open_page(rig, qtbot, photo_file) -> None:
        rig.window.actions_[name].trigger()
        qtbot.waitUntil(lambda: not rig.tasks.busy)

    return open_page


def edited_and(name: str):
    def after(rig, qtbot, photo_file) -> None:
        edited(rig, qtbot, photo_file)
        rig.window.actions_[name].trigger()
        qtbot.waitUntil(lambda: not rig.tasks.busy)

    return after


STATES = {
    "start": at_start,
    "photo": with_a_photo,
    "inverted": inverted,
    "edited": edited,
    **{name: edited_and(name) for name in ("mask", "variations", "compare_captions", "retype", "export")},
    **{name: on_page(name) for name in ("settings", "models", "shortcuts", "about", "palette")},
}


@pytest.fixture(params=list(STATES))
def shown(request, rig, qtbot, photo_file):
    STATES[request.param](rig, qtbot, photo_file)
    return rig


def controls(window: QWidget) -> list[QWidget]:
    """What can be operated and is seen; parts of a control (its field, its bars) count as the control."""
    found = [w for kind in KINDS for w in window.findChildren(kind) if w.isVisible()]
    return [w for w in found if not _is_part(w)]


def _is_part(widget: QWidget) -> bool:
    inner = isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
    return inner or isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_")


def test_every_control_is_named_and_reached(shown, qtbot) -> None:
    found = controls(shown.window)
    assert found
    assert lacking(found) == {}
    assert out_of_reach(found) == []
    assert nameless_areas(shown.window) == []
    assert passed_over(shown.window, found) == set()


def lacking(found: list[QWidget]) -> dict[str, str]:
    """Controls without a tooltip, or without a name for screen readers."""
    silent = {describe(w): "tooltip" for w in found if not w.toolTip()}
    return silent | {describe(w): "accessible name" for w in found if not w.accessibleName()}


def out_of_reach(found: list[QWidget]) -> list[str]:
    """Controls for the mouse alone; lists apart, whose delegates draw buttons of their own."""
    kinds = QAbstractButton | QLineEdit | QComboBox | QAbstractSlider | QAbstractSpinBox
    return [describe(w) for w in found if isinstance(w, kinds) and not takes_tab(w)]


def nameless_areas(window: QWidget) -> list[str]:
    """What scrolls and takes the focus must say what it is."""
    areas = [a for a in window.findChildren(QAbstractScrollArea) if a.isVisible() and takes_tab(a)]
    return [describe(a) for a in areas if type(a).__name__ == "QScrollArea" and not a.accessibleName()]


def passed_over(window: QWidget, found: list[QWidget]) -> set[str]:
    """Controls that Tab never comes to; within a group of buttons, arrows go on."""
    reached = set(tabbed(window))
    groups = {w.group() for w in reached if isinstance(w, QAbstractButton)} - {None}
    wanted = {w for w in found if w.isEnabled() and takes_tab(w)} - reached
    return {describe(w) for w in wanted if not (isinstance(w, QAbstractButton) and w.group() in groups)}


def takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def test_while_a_job_runs_too(make_rig, qtbot, photo_file) -> None:
    rig = make_rig(waiting)
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(lambda: bool(rig.engine.requests))
    assert lacking(controls(rig.window)) == {}
    rig.session.jobs.cancel()
    qtbot.waitUntil(lambda: not rig.session.jobs.running)


def test_tab_goes_through_the_window_part_by_part(edited_rig, qtbot) -> None:
    window = edited_rig.window
    parts = {"bar": window.toolbar, "photo": window.canvas, "words": window.caption, "side": window.side}
    seen: list[str] = []
    window.toolbar.buttons["open"].setFocus()
    for widget in tabbed(window):
        part = next(
            (name for name, holder in parts.items() if widget is holder or holder.isAncestorOf(widget)), ""
        )
        if part and (not seen or seen[-1] != part):
            seen.append(part)
    assert seen == ["bar", "photo", "words", "side"]
    words = edited_rig.window.caption.words
    reached = [w for w in tabbed(window) if words.isAncestorOf(w)]
    assert reached[-1] is words.apply or not words.apply.isEnabled()
    assert [w for w in reached if w in words.buttons] == words.buttons


@pytest.fixture
def edited_rig(rig, qtbot, photo_file):
    edited(rig, qtbot, photo_file)
    return rig


def tabbed(window: QWidget) -> list[QWidget]:
    """What gets the focus one after another as Tab is pressed."""
    first = window.focusWidget()
    order = [first] if first is not None else []
    for _ in range(400):
        window.focusNextChild()
        now = window.focusWidget()
        if now is None or now in order:
            break
        order.append(now)
    return order


def describe(widget: QWidget) -> str:
    text = widget.accessibleName() or (widget.text() if hasattr(widget, "text") else "")
    holder = widget.parentWidget()
    return f"{type(widget).__name__} “{text}” in {type(holder).__name__ if holder else None}"
