"""Lists whose rows are drawn a few at a time, and kept."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QListView, QStyledItemDelegate

from nti_desktop.ui.look.drawn_rows import DrawnRows

ROWS = 12


class Slow(QStyledItemDelegate):
    """Takes two milliseconds to draw a row."""

    def __init__(self, view: QListView, most: int) -> None:
        super().__init__(view)
        self.rows = DrawnRows(view, most)
        self.drawn: list[int] = []

    def paint(self, painter, option, index) -> None:
        found = self.rows.find(index.row())
        if found is None and self.rows.has_time(index):
            found = QPixmap(option.rect.size())
            found.fill(QColor("#336699"))
            until = time.perf_counter() + 0.002
            while time.perf_counter() < until:
                pass
            self.rows.keep(index.row(), found)
            self.drawn.append(index.row())
        if found is not None:
            painter.drawPixmap(option.rect.topLeft(), found)


@pytest.fixture
def view(qtbot) -> QListView:
    made = QListView()
    qtbot.addWidget(made)
    made.setModel(QStringListModel([str(row) for row in range(ROWS)], made))
    made.resize(200, 900)
    return made


def test_all_rows_come_over_several_turns_each_drawn_once(qtbot, view) -> None:
    delegate = Slow(view, ROWS)
    view.setItemDelegate(delegate)
    view.show()
    qtbot.waitUntil(lambda: bool(delegate.drawn))
    assert len(delegate.drawn) < ROWS
    qtbot.waitUntil(lambda: len(delegate.drawn) == ROWS)
    view.viewport().update()
    qtbot.wait(50)
    assert delegate.drawn == list(range(ROWS))
    shown = view.viewport().grab().toImage()
    for row in range(ROWS):
        at = view.visualRect(view.model().index(row, 0)).center()
        assert shown.pixelColor(at) == QColor("#336699")


def test_what_is_forgotten_is_drawn_again(qtbot, view) -> None:
    delegate = Slow(view, ROWS)
    view.setItemDelegate(delegate)
    view.show()
    qtbot.waitUntil(lambda: len(delegate.drawn) == ROWS)
    delegate.rows.forget()
    view.viewport().update()
    qtbot.waitUntil(lambda: len(delegate.drawn) == 2 * ROWS)


def test_no_more_are_kept_than_asked_for_those_seen_last(qtbot, view) -> None:
    rows, drawn = DrawnRows(view, 2), QPixmap(1, 1)
    rows.keep("a", drawn)
    rows.keep("b", drawn)
    assert rows.find("a") is not None
    rows.keep("c", drawn)
    assert rows.find("b") is None
    assert rows.find("a") is not None
    assert rows.find("c") is not None
