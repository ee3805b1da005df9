"""The canvas, by mouse and keyboard."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QWheelEvent

from nti_desktop.ui.canvas.canvas import Canvas
from nti_desktop.ui.canvas.paint import Layer, Overlay
from nti_desktop.ui.canvas.pictures import attention_overlay, picture

WHOLE = QRectF(0, 0, 200, 100)
LEFT = Qt.MouseButton.LeftButton


def flat(colour: tuple[int, int, int], rect: QRectF = WHOLE) -> Layer:
    pixels = np.empty((int(rect.height()), int(rect.width()), 3), np.uint8)
    pixels[:] = colour
    return Layer(picture(pixels), rect)


@pytest.fixture
def canvas(qtbot, theme) -> Canvas:
    made = Canvas(theme)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.set_photo(flat((200, 0, 0)))
    return made


def colour_at(canvas: Canvas, x: float, y: float) -> QColor:
    """Of a point of the photo, in shares of its size."""
    rect = canvas.view.photo_rect
    at = QPoint(round(rect.left() + x * rect.width()), round(rect.top() + y * rect.height()))
    return canvas.grab().toImage().pixelColor(at)


def divider_at(canvas: Canvas, y: int = 60) -> QPoint:
    rect = canvas.view.photo_rect
    return QPoint(round(rect.left() + canvas.divider * rect.width()), y)


def test_shows_the_photo_and_what_became_of_it(canvas) -> None:
    assert colour_at(canvas, 0.25, 0.3).red() == 200
    canvas.set_result(flat((0, 0, 200)))
    assert colour_at(canvas, 0.25, 0.3).blue() == 200


def test_a_large_canvas_is_painted_again_only_once_what_is_new_is_ready(canvas, qtbot, monkeypatch) -> None:
    canvas.resize(1600, 1000)
    qtbot.waitUntil(lambda: canvas.painted and canvas.size().width() == 1600)
    canvas.grab()
    qtbot.waitUntil(lambda: canvas.painted)
    qtbot.wait(50)
    paints: list[bool] = []
    paint = canvas._paint_pictures
    monkeypatch.setattr(
        canvas, "_paint_pictures", lambda painter: (paints.append(canvas.painted), paint(painter))
    )
    canvas.set_result(flat((0, 0, 200)))
    canvas.set_note("so far")
    qtbot.waitUntil(lambda: bool(paints))
    qtbot.wait(50)
    assert paints == [True]
    assert colour_at(canvas, 0.25, 0.3).blue() == 200


def test_the_divider_parts_before_from_after_and_is_dragged(canvas, qtbot) -> None:
    canvas.set_result(flat((0, 0, 200)))
    canvas.set_comparing(True)
    assert colour_at(canvas, 0.3, 0.2).red() == 200
    assert colour_at(canvas, 0.7, 0.2).blue() == 200
    start = divider_at(canvas)
    qtbot.mousePress(canvas, LEFT, pos=start)
    qtbot.mouseMove(canvas, start - QPoint(160, 0))
    qtbot.mouseRelease(canvas, LEFT, pos=start - QPoint(160, 0))
    assert canvas.divider == pytest.approx(0.5 - 160 / canvas.view.photo_rect.width(), abs=0.01)
    assert colour_at(canvas, 0.3, 0.2).blue() == 200
    qtbot.mouseMove(canvas, start + QPoint(500, 0))
    assert canvas.divider < 0.5, "let go"


def test_the_divider_stays_on_the_photo(canvas, qtbot) -> None:
    canvas.set_result(flat((0, 0, 200)))
    canvas.set_comparing(True)
    qtbot.mousePress(canvas, LEFT, pos=divider_at(canvas))
    qtbot.mouseMove(canvas, QPoint(-900, 60))
    assert canvas.divider == 0
    qtbot.mouseRelease(canvas, LEFT)


def test_the_arrows_move_the_divider(canvas, qtbot) -> None:
    canvas.set_result(flat((0, 0, 200)))
    canvas.set_comparing(True)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.divider == pytest.approx(0.52)


def test_holding_space_shows_the_photo_as_it_was(canvas, qtbot) -> None:
    canvas.set_result(flat((0, 0, 200)))
    qtbot.keyPress(canvas, Qt.Key.Key_Space)
    assert colour_at(canvas, 0.7, 0.2).red() == 200
    qtbot.keyRelease(canvas, Qt.Key.Key_Space)
    assert colour_at(canvas, 0.7, 0.2).blue() == 200


def test_the_wheel_zooms_at_the_pointer(canvas, qtbot) -> None:
    at = QPointF(150, 180)
    before, scale = (at - canvas.view.origin) / canvas.view.scale, canvas.view.scale
    with qtbot.waitSignal(canvas.zoomed):
        turn_wheel(canvas, at, 480)
    after = (at - canvas.view.origin) / canvas.view.scale
    assert canvas.view.scale > 1.9 * scale
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()))
    qtbot.mouseDClick(canvas, LEFT, pos=QPoint(10, 10))
    assert canvas.view.scale == pytest.approx(scale)


def test_dragging_moves_a_photo_larger_than_the_canvas(canvas, qtbot) -> None:
    canvas.actual_size()
    canvas.view.zoom_to(10)
    before = canvas.view.origin
    qtbot.mousePress(canvas, LEFT, pos=QPoint(300, 200))
    qtbot.mouseMove(canvas, QPoint(320, 170))
    qtbot.mouseRelease(canvas, LEFT, pos=QPoint(320, 170))
    assert canvas.view.origin - before == QPointF(20, -30)


def test_a_frame_dims_what_lies_outside(canvas) -> None:
    canvas.set_frame(QRectF(50, 0, 100, 100))
    assert colour_at(canvas, 0.5, 0.3).red() == 200
    assert colour_at(canvas, 0.1, 0.3) != QColor(200, 0, 0)


def test_an_attention_map_covers_its_part_by_its_opacity(canvas) -> None:
    overlay = Overlay(attention_overlay(np.ones((8, 8), np.float32)), QRectF(100, 0, 100, 100), "mug")
    canvas.set_overlay(overlay)
    strong = colour_at(canvas, 0.75, 0.8)
    assert colour_at(canvas, 0.25, 0.8) == QColor(200, 0, 0)
    canvas.set_opacity(20)
    weak = colour_at(canvas, 0.75, 0.8)
    assert strong.green() > weak.green() + 40


def test_an_empty_canvas_is_just_ground(canvas, theme) -> None:
    canvas.set_photo(None)
    assert canvas.grab().toImage().pixelColor(300, 200) == QColor(theme.colours.ground)


def turn_wheel(canvas: Canvas, at: QPointF, angle: int) -> None:
    event = QWheelEvent(
        at,
        canvas.mapToGlobal(at),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    canvas.wheelEvent(event)
