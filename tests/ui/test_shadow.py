"""The shadow of what lies over the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from nti_desktop.ui.look.shadow import Shadow


@pytest.fixture
def ground(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.setStyleSheet("QWidget { background: white; } QFrame { background: red; }")
    made.resize(400, 300)
    made.show()
    return made


@pytest.fixture
def card(ground) -> QFrame:
    made = QFrame(ground)
    made.setGeometry(100, 80, 200, 100)
    made.hide()
    Shadow(made)
    return made


def darkness(ground: QWidget, x: int, y: int) -> int:
    return 255 - ground.grab().toImage().pixelColor(x, y).blue()


def test_it_is_soft_and_falls_downwards(ground, card) -> None:
    card.show()
    below = [darkness(ground, 200, 180 + away) for away in (1, 6, 12, 18, 25, 40)]
    assert below == sorted(below, reverse=True)
    assert below[0] > 20
    assert below[-1] == 0
    assert darkness(ground, 200, 78) < below[0]
    assert ground.grab().toImage().pixelColor(200, 130).name() == "#ff0000"


def test_it_comes_goes_and_moves_with_what_casts_it(ground, card) -> None:
    assert darkness(ground, 200, 184) == 0
    card.show()
    assert darkness(ground, 200, 184) > 0
    card.move(100, 20)
    assert darkness(ground, 200, 184) == 0
    assert darkness(ground, 200, 124) > 0
    card.resize(200, 140)
    assert darkness(ground, 200, 164) > 0
    card.hide()
    assert darkness(ground, 200, 164) == 0


def test_it_lies_below_what_casts_it_and_above_the_rest(ground, card) -> None:
    other = QFrame(ground)
    other.setGeometry(0, 170, 400, 100)
    other.show()
    card.show()
    card.raise_()
    shown = ground.grab().toImage()
    assert shown.pixelColor(200, 184).red() < 255  # over the other
    assert shown.pixelColor(200, 175).name() == "#ff0000"


def test_the_mouse_goes_through_it(qtbot, ground, card) -> None:
    below = QPushButton("Below", ground)
    below.setGeometry(100, 182, 200, 30)
    below.show()
    card.show()
    card.raise_()
    with qtbot.waitSignal(below.clicked):
        child = ground.childAt(QPoint(200, 186))
        assert child is below
        qtbot.mouseClick(child, Qt.MouseButton.LeftButton)


def test_it_ends_with_what_casts_it(qtbot, ground, card) -> None:
    card.show()
    card.deleteLater()
    qtbot.waitUntil(lambda: not ground.findChildren(Shadow))
    assert darkness(ground, 200, 184) == 0
