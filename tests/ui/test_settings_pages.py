"""Pages over the photo: Escape, messages, and what must not happen behind them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QScrollArea

from nti_desktop.ui.look.i18n import LANGUAGES, install_language
from tests.ui.conftest import apply_edit, replace_word

ROOM_BELOW = 12  # each line of keys has it, for the next


def test_escape_closes_a_page_wherever_the_focus_is(rig, qtbot) -> None:
    rig.window.actions_["models"].trigger()
    page = rig.window.pages.currentWidget()
    rig.window.toolbar.buttons["open"].setFocus()
    qtbot.keyClick(rig.window.toolbar.buttons["open"], Qt.Key.Key_Escape)
    assert rig.window.pages.currentWidget() is not page
    assert rig.window.pages.currentWidget() is rig.window.start


def test_a_message_leaves_the_pages_title_free(rig, qtbot) -> None:
    rig.window.actions_["settings"].trigger()
    page = rig.window.pages.currentWidget()
    rig.window.message.show_problem("Something went wrong; try again.")
    qtbot.waitUntil(rig.window.message.isVisible)
    rig.window.centralWidget().layout().activate()
    bottom = page.back.mapTo(rig.window, page.back.rect().bottomLeft()).y()
    assert rig.window.message.mapTo(rig.window, rig.window.message.rect().topLeft()).y() > bottom


def test_nothing_happens_to_the_view_behind_a_page(inverted, qtbot) -> None:
    replace_word(inverted, qtbot, "red", "blue")
    apply_edit(inverted, qtbot)
    window = inverted.window
    compare = inverted.session.settings.compare
    window.actions_["settings"].trigger()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert inverted.session.settings.compare == compare
    assert not window.actions_["zoom_in"].isEnabled()
    inverted.session.changed.emit()
    assert not window.actions_["zoom_in"].isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.actions_["zoom_in"].isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert inverted.session.settings.compare == "side"


def test_a_long_page_is_scrolled_by_keys(rig, qtbot) -> None:
    rig.window.resize(900, 600)
    qtbot.keyClick(rig.window, Qt.Key.Key_F1)
    page = rig.controller.pages.pages["shortcuts"]
    bar = page.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: page.filled and bar.maximum() > 1000)
    seen = [bar.value()]
    keys = (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home)
    for key in keys:
        qtbot.keyClick(rig.window.focusWidget(), key)
        seen.append(bar.value())
    assert 0 == seen[0] < seen[1] < seen[2] < seen[3] == bar.maximum()
    assert seen[4] < seen[3]
    assert seen[5] == 0


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_the_shortcuts_are_shown_whole_in_a_small_window(make_rig, qtbot, qapp, language: str) -> None:
    before = QLocale()
    install_language(qapp, language)
    try:
        rig = make_rig()
        rig.window.resize(900, 600)
        rig.window.actions_["shortcuts"].trigger()
        page = rig.controller.pages.pages["shortcuts"]
        qtbot.waitUntil(lambda: page.filled)
        commands, others = page.lists
        assert commands.model().rowCount() > 40
        assert others.model().rowCount() > 8
        for shown in page.lists:
            qtbot.waitUntil(lambda shown=shown: shown.height() == shown.heightForWidth(shown.width()))
            last = shown.visualRect(shown.model().index(shown.model().rowCount() - 1, 0))
            assert last.bottom() - ROOM_BELOW <= shown.viewport().height()
            assert shown.width() >= shown.minimumSizeHint().width()
            assert shown.mapTo(rig.window, shown.rect().topRight()).x() < rig.window.width()
    finally:
        install_language(qapp, "en")
        QLocale.setDefault(before)
