"""Everything the app can do, found by a few letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QListView

from nti_desktop.ui.palette.matching import fit, rank
from nti_desktop.ui.settings import Settings
from tests.ui.conftest import open_photo

COMMANDS = [
    ("Open", "Open a photo or a project"),
    ("Save", "Save the project with all its edits"),
    ("Save as…", "Save the project under another name"),
    ("Zoom in", "See the photo larger"),
    ("Zoom out", "See more of the photo"),
    ("Export", "Write the edited photo at full resolution"),
]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("zo", "Zoom in"),
        ("zout", "Zoom out"),
        ("saa", "Save as…"),
        ("SAVE", "Save"),
        ("  exp ", "Export"),
        ("larger", "Zoom in"),
        ("full res", "Export"),
    ],
)
def test_a_few_letters_find_the_command(query: str, first: str) -> None:
    assert COMMANDS[rank(query, COMMANDS)[0]][0] == first


def test_letters_that_are_nowhere_find_nothing_and_none_find_all() -> None:
    assert rank("xqz", COMMANDS) == []
    assert rank("  ", COMMANDS) == list(range(len(COMMANDS)))


def test_what_fits_far_worse_is_left_out() -> None:
    assert [COMMANDS[place][0] for place in rank("zoom", COMMANDS)] == ["Zoom in", "Zoom out"]


def test_no_key_means_two_things(rig) -> None:
    from collections import Counter

    from nti_desktop.ui.look.keys import keys_of

    keys = Counter(key for action in rig.window.actions_.by_name.values() for key in keys_of(action))
    assert [key for key, times in keys.items() if times > 1] == []


def test_a_jump_to_a_word_does_not_hide_a_fit() -> None:
    assert fit("abc", "axb bxc") > 0
    assert fit("abc", "a cb") == 0


def test_letters_are_left_out_within_words_only() -> None:
    assert fit("exprt", "Export") > 0
    assert fit("theme", "Reset the adjustments: make every adjustment automatic again") == 0
    assert fit("olou", "Colours") > 0
    assert fit("olrs", "Colours") == 0


def test_every_word_of_the_query_has_to_fit_in_any_order() -> None:
    assert [COMMANDS[place][0] for place in rank("photo write", COMMANDS)] == ["Export"]
    assert rank("photo xqz", COMMANDS) == []


def opened(rig, qtbot):
    qtbot.keyClick(rig.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = rig.controller.palette_.palette_
    assert palette.isVisible()
    return palette


def shown(palette) -> list[str]:
    return [palette.list.item(row).text() for row in range(palette.list.count())]


def test_every_action_is_in_it(rig, qtbot) -> None:
    texts = {action.text() for name, action in rig.window.actions_.by_name.items() if name != "menu"}
    assert texts - set(shown(opened(rig, qtbot))) == {rig.window.actions_["palette"].text()}


def test_typing_and_enter_runs_and_the_focus_comes_back(rig, qtbot) -> None:
    rig.window.start.open.setFocus()
    palette = opened(rig, qtbot)
    assert rig.window.focusWidget() is palette.field
    qtbot.keyClicks(palette.field, "about")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert rig.window.pages.currentWidget() is rig.controller.pages.pages["about"]
    rig.window.close_sheet()
    assert rig.window.focusWidget() is rig.window.start.open


def test_the_latest_choice_comes_first_the_next_time(rig, qtbot) -> None:
    palette = opened(rig, qtbot)
    qtbot.keyClicks(palette.field, "keyboard")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    rig.window.close_sheet()
    assert rig.session.settings.commands[0] == "shortcuts"
    assert shown(opened(rig, qtbot))[0] == rig.window.actions_["shortcuts"].text()


def test_what_cannot_be_done_now_is_grey_and_does_nothing(rig, qtbot) -> None:
    palette = opened(rig, qtbot)
    qtbot.keyClicks(palette.field, "export")
    item = palette.list.item(0)
    assert item.text() == rig.window.actions_["export"].text()
    assert not item.flags() & Qt.ItemFlag.ItemIsEnabled
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert rig.dialogs.asked == []


def test_arrows_choose_and_a_click_runs(rig, qtbot) -> None:
    palette = opened(rig, qtbot)
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentRow() == 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentRow() == palette.list.count() - 1
    qtbot.keyClicks(palette.field, "settings")
    place = palette.list.visualItemRect(palette.list.item(0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert rig.window.pages.currentWidget() is rig.controller.pages.pages["settings"]


def test_escape_closes_it_and_leaves_the_job_alone(make_rig, qtbot, photo_file) -> None:
    from tests.ui.test_window import CAPTION, start_inversion, waiting

    rig = make_rig(waiting, Settings(steps=10))
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(lambda: bool(rig.engine.requests))
    palette = opened(rig, qtbot)
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert rig.session.jobs.current is not None
    assert not rig.session.jobs.current.cancelling
    rig.session.jobs.cancel()
    qtbot.waitUntil(lambda: not rig.session.jobs.running)


def test_a_press_elsewhere_closes_it(rig, qtbot) -> None:
    palette = opened(rig, qtbot)
    qtbot.mouseClick(rig.window.start, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not palette.isVisible()


def test_the_menu_offers_what_is_needed_now_and_then(rig, qtbot) -> None:
    from nti_desktop.ui.menu_button import MenuButton

    button = rig.window.findChild(MenuButton)
    qtbot.keyClick(rig.window, Qt.Key.Key_F10)
    qtbot.waitUntil(button.menu_.isVisible)
    texts = [action.text() for action in button.menu_.actions()]
    for name in ("settings", "models", "palette", "shortcuts", "about"):
        assert rig.window.actions_[name].text() in texts
    button.menu_.close()


def test_the_shortcuts_page_has_every_key(rig, qtbot) -> None:
    from nti_desktop.ui.look.keys import keys_of

    qtbot.keyClick(rig.window, Qt.Key.Key_F1)
    page = rig.controller.pages.pages["shortcuts"]
    assert rig.window.pages.currentWidget() is page
    qtbot.waitUntil(lambda: page.filled)
    said = "\n".join(spoken(shown) for shown in page.lists)
    for action in rig.window.actions_.by_name.values():
        for key in keys_of(action):
            assert key in said
            assert action.text() in said
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert rig.window.pages.currentWidget() is rig.window.start


def spoken(shown: QListView) -> str:
    """What a screen reader says of a list."""
    model = shown.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return "\n".join(row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows)


def test_a_question_mark_opens_the_shortcuts_except_while_typing(rig, qtbot, photo_file) -> None:
    qtbot.keyClicks(rig.window, "?")
    assert rig.window.pages.currentWidget() is rig.controller.pages.pages["shortcuts"]
    open_photo(rig, qtbot, photo_file)
    field: QLineEdit = rig.window.caption.describe.field
    assert rig.window.pages.currentIndex() == 1
    field.setFocus()
    qtbot.keyClicks(field, "a mug?")
    assert rig.window.pages.currentIndex() == 1


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("theme", "settings"),
        ("dark", "settings"),
        ("language", "settings"),
        ("preferences", "settings"),
        ("favourite", "edit_star"),
        ("sidebar", "side"),
        ("checkpoint", "models"),
    ],
)
def test_commands_are_found_by_other_words_too(rig, qtbot, typed: str, name: str) -> None:
    palette = opened(rig, qtbot)
    qtbot.keyClicks(palette.field, typed)
    assert shown(palette)[0] == rig.window.actions_[name].text()


def test_every_other_word_belongs_to_a_command(rig) -> None:
    from nti_desktop.ui.action_words import OTHER_WORDS

    assert set(OTHER_WORDS) <= set(rig.window.actions_.by_name)


def test_the_palette_is_as_high_as_what_it_found(rig, qtbot) -> None:
    palette = opened(rig, qtbot)
    full = palette.height()
    qtbot.keyClicks(palette.field, "sidebar")
    assert palette.list.count() == 1
    assert palette.height() < full / 2
    assert palette.list.viewport().height() >= palette.list.visualItemRect(palette.list.item(0)).height()
    for _ in "sidebar":
        qtbot.keyClick(palette.field, Qt.Key.Key_Backspace)
    assert palette.height() == full
