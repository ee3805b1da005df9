"""Work in small steps on the window's thread."""

from __future__ import annotations

from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from nti_desktop.ui.look.turns import REST, Turns


def test_steps_wait_for_the_event_loop_and_all_come(qtbot) -> None:
    done: list[int] = []
    owner = QObject()
    turns = Turns(owner)
    turns.take(done.append(number) for number in range(100))
    assert done == []
    qtbot.waitUntil(lambda: not turns.busy)
    assert done == list(range(100))


def test_steps_end_with_their_owner(qtbot) -> None:
    done: list[int] = []
    owner = QObject()
    Turns(owner).take(done.append(number) for number in range(3))
    shiboken6.delete(owner)
    qtbot.wait(30)
    assert done == []


def test_other_steps_take_the_place_of_those_that_are_left(qtbot) -> None:
    done: list[str] = []
    turns = Turns(QObject(QApplication.instance()))
    turns.take(done.append("old") for _ in range(100))
    turns.take(done.append("new") for _ in range(3))
    qtbot.waitUntil(lambda: not turns.busy)
    assert done == ["new"] * 3


def test_a_rest_ends_the_turn(qtbot) -> None:
    done: list[int] = []

    def steps() -> Iterator[object]:
        done.append(1)
        yield REST
        done.append(2)

    turns = Turns(QObject(QApplication.instance()))
    turns.take(steps())
    qtbot.waitUntil(lambda: done == [1])
    assert turns.busy
    qtbot.waitUntil(lambda: not turns.busy)
    assert done == [1, 2]
