"""The end of a long job is announced to who is elsewhere, and to nobody else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject

from nti_desktop.engine.events import Failed
from nti_desktop.engine.fake import plausible_script
from nti_desktop.ui import announcing as announcing_module
from nti_desktop.ui.announcing import SystemAnnouncer
from tests.ui.conftest import CAPTION, invert, open_photo, start_inversion


@dataclass
class Notes:
    """Remembers what was announced."""

    said: list[str] = field(default_factory=list)

    def announce(self, sentence: str) -> None:
        self.said.append(sentence)


class Clock:
    """Every look at it is so many seconds later."""

    def __init__(self, step: float) -> None:
        self.now, self.step = 0.0, step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def elsewhere(rig, monkeypatch, seconds: float, active: bool = False) -> Notes:
    notes = Notes()
    rig.desktop.announcing.announcer = notes
    rig.desktop.announcing.clock = Clock(seconds)
    monkeypatch.setattr(rig.window, "isActiveWindow", lambda: active)
    return notes


def test_a_long_job_is_announced(rig, qtbot, photo_file, monkeypatch) -> None:
    notes = elsewhere(rig, monkeypatch, 20.0)
    open_photo(rig, qtbot, photo_file)
    invert(rig, qtbot, CAPTION)
    assert notes.said == ["The photo is inverted; its words can be edited now."]


@pytest.mark.parametrize(
    ("seconds", "active", "wanted"), [(2, False, True), (20, True, True), (20, False, False)]
)
def test_nobody_is_disturbed(rig, qtbot, photo_file, monkeypatch, seconds, active, wanted) -> None:
    notes = elsewhere(rig, monkeypatch, seconds, active)
    rig.session.store.update(notify=wanted)
    open_photo(rig, qtbot, photo_file)
    invert(rig, qtbot, CAPTION)
    assert notes.said == []


def test_a_long_job_that_fails_is_announced_too(make_rig, qtbot, photo_file, monkeypatch) -> None:
    rig = make_rig(lambda request: [Failed("It did not work; try again.")])
    notes = elsewhere(rig, monkeypatch, 20.0)
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(rig.window.message.isVisible)
    assert notes.said == ["A job could not be finished; the window says why."]


def test_a_cancelled_job_is_not(make_rig, qtbot, photo_file, monkeypatch) -> None:
    rig = make_rig(lambda request: plausible_script(request, 0.05))
    notes = elsewhere(rig, monkeypatch, 20.0)
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(lambda: bool(rig.engine.requests))
    rig.session.jobs.cancel()
    qtbot.waitUntil(lambda: not rig.session.jobs.running)
    assert notes.said == []


class FakeTray(QObject):
    """A system that shows messages."""

    shown: ClassVar[list[str]] = []

    def __init__(self, _icon, parent) -> None:
        super().__init__(parent)

    @staticmethod
    def isSystemTrayAvailable() -> bool:
        return True

    @staticmethod
    def supportsMessages() -> bool:
        return True

    def show(self) -> None:
        pass

    def hide(self) -> None:
        pass

    def showMessage(self, title: str, sentence: str, _icon) -> None:
        self.shown.append(sentence)


def test_the_system_shows_it_where_it_can(rig, monkeypatch) -> None:
    monkeypatch.setattr(announcing_module, "QSystemTrayIcon", FakeTray)
    FakeTray.shown.clear()
    announcer = SystemAnnouncer(rig.window)
    announcer.announce("The edit is done.")
    announcer.announce("The word maps are done.")
    assert FakeTray.shown == ["The edit is done.", "The word maps are done."]
    assert len(rig.window.findChildren(FakeTray)) == 1


def test_without_a_tray_the_desktops_command_shows_it(rig, monkeypatch) -> None:
    begun = []
    monkeypatch.setattr(announcing_module.shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(announcing_module, "_begin", lambda *command: begun.append(command))
    SystemAnnouncer(rig.window).announce("The edit is done.")
    name = announcing_module.QApplication.applicationDisplayName()
    assert begun == [("/bin/notify-send", ["--app-name", name, name, "The edit is done."])]


def test_elsewhere_the_windows_entry_lights_up(rig, monkeypatch) -> None:
    lit = []
    monkeypatch.setattr(announcing_module.shutil, "which", lambda name: None)
    monkeypatch.setattr(announcing_module.QApplication, "alert", lit.append)
    SystemAnnouncer(rig.window).announce("The edit is done.")
    assert lit == [rig.window]
