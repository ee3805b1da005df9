"""Preparing Qt's classes while nobody waits."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nti_desktop.ui.warming import Warming


class _Module:
    """Notes what is met, and in which turn."""

    def __init__(self, names: list[str]) -> None:
        self._names = names
        self.met: list[str] = []

    def __dir__(self) -> list[str]:
        return self._names

    def __getattr__(self, name: str) -> str:
        self.met.append(name)
        return name


def test_every_class_is_met_once_and_only_a_few_in_a_turn(qtbot) -> None:
    parent, module = QObject(), _Module([f"class{n:02}" for n in range(20)])
    Warming(parent, [module])
    assert module.met == [], "not while the window comes up"
    seen: list[int] = []

    def done() -> bool:
        seen.append(len(module.met))
        return len(module.met) == 20

    qtbot.waitUntil(done)
    qtbot.wait(30)
    assert module.met == dir(module)
    assert any(0 < met < 20 for met in seen), "in pieces"
