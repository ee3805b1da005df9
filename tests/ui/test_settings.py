"""Settings are chosen in the window, take effect at once, and outlive it."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from nti_desktop.app import build
from nti_desktop.engine.fake import FakeEngine
from nti_desktop.engine.requests import EditParameters
from nti_desktop.ui.jobs.inverting import _asked
from nti_desktop.ui.look.colours import DARK, LIGHT
from nti_desktop.ui.look.i18n import language_for
from nti_desktop.ui.settings import Settings, SettingsStore
from tests.ui.conftest import CAPTION, PreparedDialogs, invert, open_photo, tear_down


@pytest.fixture
def page(rig, qtbot):
    qtbot.keyClick(rig.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    found = rig.controller.pages.pages["settings"]
    assert rig.window.pages.currentWidget() is found
    qtbot.waitUntil(lambda: found.filled)
    return found


def test_only_what_goes_together_is_asked_for() -> None:
    """The published algorithm is one way to do null-text, from the empty caption's embedding."""
    picture = np.zeros((64, 64, 3), np.uint8)
    both = _asked(Settings(effort="exact", method="direct", null_start=0.5), CAPTION, "demo", picture)
    assert (both.method, both.preset, both.null_start) == ("direct", "fast", 0.5)
    published = _asked(Settings(effort="exact", null_start=0.5), CAPTION, "demo", picture)
    assert (published.method, published.preset, published.null_start) == ("null-text", "paper", None)


def choose(qtbot, choice, value: str) -> None:
    """By keyboard, as far as the entry."""
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Home)
    for _ in range(choice.findData(value)):
        qtbot.keyClick(choice, Qt.Key.Key_Down)


def toggle(qtbot, box) -> None:
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)


def test_the_look_changes_at_once(rig, qtbot, page) -> None:
    choose(qtbot, page.choices["look"], "dark")
    assert rig.theme.colours is DARK
    qtbot.waitUntil(lambda: not rig.theme.changing)
    assert rig.window.grab().toImage().pixelColor(5, 300).lightness() < 60
    choose(qtbot, page.choices["look"], "light")
    assert rig.theme.colours is LIGHT
    choose(qtbot, page.choices["look"], "system")


def test_switches_and_choices_are_kept(rig, qtbot, page) -> None:
    toggle(qtbot, page.switches["mark_exports"])
    toggle(qtbot, page.switches["notify"])
    choose(qtbot, page.choices["memory"], "low")
    settings = rig.session.settings
    assert (settings.mark_exports, settings.notify, settings.memory) == (True, False, "low")


def test_the_device_reaches_the_next_job(rig, qtbot, page, photo_file) -> None:
    choose(qtbot, page.choices["device"], "cpu")
    open_photo(rig, qtbot, photo_file)
    assert rig.window.pages.currentIndex() == 1  # the page made way
    invert(rig, qtbot, CAPTION)
    assert rig.engine.requests[0].device == "cpu"


def test_another_language_is_said_to_come_with_the_next_start(rig, qtbot, page) -> None:
    assert not page.restart.isVisible()
    choose(qtbot, page.choices["language"], "de")
    assert page.restart.isVisible()
    assert rig.session.settings.language == "de"


def test_starting_again_at_once_asks_for_what_is_not_saved(rig, qtbot, photo_file) -> None:
    open_photo(rig, qtbot, photo_file)
    rig.document.set_caption("a mug")
    rig.window.actions_["settings"].trigger()
    pages = rig.controller.pages
    qtbot.waitUntil(lambda: pages.pages["settings"].filled)
    choose(qtbot, pages.pages["settings"].choices["language"], "de")
    qtbot.mouseClick(pages.pages["settings"].again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not rig.tasks.busy)
    assert rig.window.isVisible()  # the person thought better of it
    assert rig.dialogs.asked == ["unsaved holiday"]
    rig.dialogs.unsaved = "discard"
    qtbot.mouseClick(pages.pages["settings"].again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not rig.window.isVisible())
    assert pages.restarting


def test_closing_after_all_is_no_new_start(rig, qtbot, photo_file) -> None:
    open_photo(rig, qtbot, photo_file)
    rig.document.set_caption("a mug")
    rig.window.actions_["settings"].trigger()
    rig.controller.pages.pages["settings"].restart_wanted.emit()
    qtbot.waitUntil(lambda: not rig.tasks.busy)
    rig.dialogs.unsaved = "discard"
    rig.window.close()
    qtbot.waitUntil(lambda: not rig.window.isVisible())
    assert not rig.controller.pages.restarting


def test_the_page_follows_what_is_changed_elsewhere(rig, page) -> None:
    rig.session.store.update(live=True, device="cpu")
    assert page.switches["live"].isChecked()
    assert page.choices["device"].currentData() == "cpu"


def test_the_wheel_scrolls_the_page_and_changes_nothing(rig, qtbot, page) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    choice, none = page.choices["device"], Qt.KeyboardModifier.NoModifier
    middle, turn = QPointF(choice.rect().center()), QPoint(0, -120)
    phase, button = Qt.ScrollPhase.NoScrollPhase, Qt.MouseButton.NoButton
    wheel = QWheelEvent(middle, choice.mapToGlobal(middle), QPoint(), turn, button, none, phase, False)
    QApplication.sendEvent(choice, wheel)
    assert choice.currentData() == "auto"


def test_going_back_by_key_and_by_button(rig, qtbot, page) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert rig.window.pages.currentIndex() == 0
    rig.window.actions_["settings"].trigger()
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert rig.window.pages.currentIndex() == 0


def test_the_side_panel_can_be_put_away_for_good(rig, qtbot, photo_file) -> None:
    open_photo(rig, qtbot, photo_file)
    assert rig.window.side.isVisible()
    qtbot.keyClick(rig.window, Qt.Key.Key_F9)
    assert not rig.window.side.isVisible()
    assert rig.session.settings.side is False


def test_a_new_photo_is_shown_as_the_last_one_was(rig, qtbot, photo_file, tmp_path) -> None:
    open_photo(rig, qtbot, photo_file)
    assert rig.window.canvas.view.fitted
    qtbot.keyClick(rig.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    other = tmp_path / "other.png"  # of another size, which alone would be fitted
    Image.new("RGB", (1200, 900), "teal").save(other)
    open_photo(rig, qtbot, other)
    view, ratio = rig.window.canvas.view, rig.window.canvas.devicePixelRatioF()
    qtbot.waitUntil(lambda: abs(view.scale * ratio - 1) < 1e-6)
    assert not view.fitted
    qtbot.keyClick(rig.window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert rig.session.settings.zoom == "fit"


@pytest.fixture
def stored(qtbot, loop, tmp_path):
    """Windows on one settings file, closed by `close`."""
    path = tmp_path / "settings.json"

    def start():
        desktop = build(FakeEngine(None), loop, PreparedDialogs(), SettingsStore(path=path))
        desktop.window.show()
        qtbot.waitUntil(lambda: not desktop.tasks.busy)
        return desktop

    def close(desktop) -> None:
        desktop.window.close()
        qtbot.waitUntil(lambda: not desktop.window.isVisible())
        tear_down(qtbot, desktop)

    return start, close, path


def test_the_window_comes_back_as_it_was(stored) -> None:
    start, close, path = stored
    first = start()
    first.window.resize(900, 640)
    first.window.actions_["side"].trigger()
    close(first)
    second = start()
    assert (second.window.width(), second.window.height()) == (900, 640)
    assert not second.window.actions_["side"].isChecked()
    close(second)
    assert json.loads(path.read_text("utf-8"))["geometry"]


def test_a_damaged_file_is_no_reason_not_to_start(stored) -> None:
    start, close, path = stored
    path.write_text('{"geometry": "!!", "look": "pink", "steps": "many", "recent": [1, "a"]}', "utf-8")
    desktop = start()
    settings = desktop.session.settings
    assert (settings.look, settings.steps, settings.recent) == ("system", 50, ("a",))
    assert desktop.window.isVisible()
    close(desktop)


def test_a_chosen_model_is_there_at_the_next_start(stored) -> None:
    start, close, path = stored
    path.write_text('{"model": "demo"}', "utf-8")
    desktop = start()
    assert desktop.document.project.model == "demo"
    close(desktop)


@pytest.mark.parametrize(
    ("chosen", "system", "expected"),
    [
        ("de", ["fr-FR"], "de"),
        ("", ["de-AT", "en-GB"], "de"),
        ("", ["fr-FR", "de-DE"], "de"),
        ("", ["zh-Hans-CN"], "zh_CN"),
        ("", ["zh-Hant-TW"], "en"),
        ("", ["zh_CN"], "zh_CN"),
        ("", ["fr"], "en"),
        ("", [], "en"),
        ("klingon", ["de"], "de"),
    ],
)
def test_the_language_is_the_persons_own_where_there_is_one(
    chosen: str, system: list[str], expected: str
) -> None:
    assert language_for(chosen, system) == expected


def test_copied_details_name_nobody(rig, qtbot, photo_file) -> None:
    open_photo(rig, qtbot, photo_file)
    rig.document.set_caption("a photo of my secret garden")
    rig.document.set_draft(EditParameters("a photo of a burnt garden"))
    message, path = rig.window.message, Path.home() / "Pictures" / "holiday.png"
    details = "a photo of my secret garden; holiday.png; a photo of a burnt garden"
    message.show_problem(f"“{path}” is damaged.", details)
    qtbot.mouseClick(message.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "damaged" in copied
    for secret in ("secret garden", "burnt", "holiday", str(Path.home())):
        assert secret not in copied
    rig.session.store.update(log_names=True)
    qtbot.mouseClick(message.copy, Qt.MouseButton.LeftButton)
    assert "secret garden" in QGuiApplication.clipboard().text()


def test_settings_have_defaults_that_fit_their_own_checks(tmp_path) -> None:
    path = tmp_path / "settings.json"
    store = SettingsStore(path=path)
    store.update(device="cpu", side=False, commands=("save", "open"), guidance=3.5)
    store.flush()
    assert SettingsStore(path=path).value == Settings(
        device="cpu", side=False, commands=("save", "open"), guidance=3.5
    )


def test_settings_are_kept_soon_and_an_old_file_outlives_a_full_disk(qtbot, tmp_path, monkeypatch) -> None:
    path = tmp_path / "settings.json"
    store = SettingsStore(path=path)
    for opacity in range(20, 60):
        store.update(map_opacity=opacity)
    assert not path.exists()  # not at every tick of a slider
    qtbot.waitUntil(lambda: path.exists() and SettingsStore(path=path).value.map_opacity == 59)

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.fsync", full)
    store.update(map_opacity=30)
    store.flush()
    assert SettingsStore(path=path).value.map_opacity == 59
