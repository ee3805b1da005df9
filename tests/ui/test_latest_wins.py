"""Slow reading, quick hands: the window never mixes what belongs to different moments."""

from __future__ import annotations

import threading
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from nti_desktop.document.photo import Crop
from nti_desktop.engine.requests import InvertRequest
from nti_desktop.ui import session as session_module
from nti_desktop.ui.files.cards import cover
from nti_desktop.ui.jobs.spin_boxes import Number
from tests.ui.conftest import CAPTION, describe_small_model, open_photo, start_inversion
from tests.ui.test_jobs_window import half_way, pause_half_way


class Gate:
    """Reads models slowly: those named wait until they are let through."""

    def __init__(self) -> None:
        self.open = {"slow": threading.Event()}
        self.asked: list[str] = []

    def __call__(self, model: str):
        self.asked.append(model)
        if model in self.open:
            assert self.open[model].wait(20)
        return replace(describe_small_model(model), fingerprint=f"{model:0<16}"[:16])


@pytest.fixture
def gate(monkeypatch):
    """Takes the reader's place once a window is there."""
    made = Gate()
    yield made
    for event in made.open.values():
        event.set()


def test_the_model_chosen_last_is_the_one_in_use(rig, qtbot, gate, photo_file, monkeypatch) -> None:
    open_photo(rig, qtbot, photo_file)
    monkeypatch.setattr(session_module, "describe_model", gate)
    rig.document.set_model("slow")
    rig.document.set_model("quick")
    qtbot.waitUntil(lambda: rig.session.model.name == "quick")
    gate.open["slow"].set()
    qtbot.waitUntil(lambda: not rig.tasks.busy)
    assert rig.session.model.name == "quick"


def test_the_frame_stays_while_its_inversion_is_prepared(rig, qtbot, gate, photo_file, monkeypatch) -> None:
    open_photo(rig, qtbot, photo_file)
    rig.session.set_crop(Crop(10, 0, 160, 160))
    gate.open[rig.document.project.model] = threading.Event()
    monkeypatch.setattr(session_module, "describe_model", gate)
    start_inversion(rig, qtbot, CAPTION)
    qtbot.waitUntil(lambda: bool(gate.asked))
    assert rig.session.is_inverting(CAPTION)
    rig.session.set_crop(Crop(60, 0, 160, 160))
    rig.window.actions_["undo"].trigger()  # the caption
    rig.window.actions_["undo"].trigger()  # the frame: refused
    assert rig.document.project.crop == Crop(10, 0, 160, 160)
    gate.open[rig.document.project.model].set()
    qtbot.waitUntil(lambda: bool(rig.document.project.inversions), timeout=10_000)
    assert sum(isinstance(request, InvertRequest) for request in rig.engine.requests) == 1


def test_an_inversion_set_aside_by_undo_is_not_made_again(inverted, qtbot) -> None:
    inverted.window.actions_["undo"].trigger()
    assert inverted.document.project.inversion is None
    inverted.controller.jobs.inverting.invert(CAPTION)
    assert inverted.document.project.inversion is not None
    assert len(inverted.engine.requests) == 1


def test_invert_goes_on_with_what_was_paused(make_rig, qtbot, photo_file) -> None:
    rig = make_rig(half_way)
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    pause_half_way(rig, qtbot)
    qtbot.mouseClick(rig.window.caption.describe.invert, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: rig.document.project.inversion is not None, timeout=10_000)
    assert rig.engine.requests[1].resume is not None


def test_a_paused_inversion_goes_with_its_model(make_rig, qtbot, photo_file) -> None:
    rig = make_rig(half_way)
    open_photo(rig, qtbot, photo_file)
    start_inversion(rig, qtbot, CAPTION)
    pause_half_way(rig, qtbot)
    assert rig.document.project.paused is not None
    rig.document.set_model("another")
    assert rig.document.project.paused is None
    rig.document.undo()
    assert rig.document.project.paused is not None


def test_numbers_below_the_least_become_the_least(qtbot) -> None:
    number = Number(1.01, 20, 0.5)
    qtbot.addWidget(number)
    chosen: list[float | None] = []
    number.chosen.connect(chosen.append)
    number.show_value(3)
    number.selectAll()
    qtbot.keyClicks(number, "0.7")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert chosen[-1] == 1.01
    number.show_value(None)
    assert chosen[-1] is None


def test_cards_of_every_shape_are_filled() -> None:
    for width in range(300, 420, 4):
        for height in (161, 226, 300):
            pixels = np.full((height, width, 3), 200, np.uint8)
            assert cover(pixels, (160, 96)).pixelColor(5, 5).red() == 200
