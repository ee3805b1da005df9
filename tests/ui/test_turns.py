"""Work in small steps on the window's thread."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from nti_desktop.ui.look.turns import Turns


def test_steps_wait_for_the_event_loop_and_all_come(qtbot) -> None:
    done: list[int] = []
    owner = QObject()
    turns = Turns(owner, (done.append(number) for number in range(100)))
    assert done == []
    qtbot.waitUntil(lambda: not turns.busy)
    assert done == list(range(100))


def test_steps_end_with_their_owner(qtbot) -> None:
    done: list[int] = []
    owner = QObject()
    Turns(owner, (done.append(number) for number in range(3)))
    shiboken6.delete(owner)
    qtbot.wait(30)
    assert done == []


def test_all_shortcuts_come_to_be_shown(rig, qtbot) -> None:
    rig.window.actions_["shortcuts"].trigger()
    labels = rig.controller.pages.pages["shortcuts"].findChildren(QLabel)
    assert not all(text.isVisible() for text in labels)
    qtbot.waitUntil(lambda: all(text.isVisible() for text in labels))
