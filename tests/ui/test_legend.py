"""The legend of a word's map never runs out of the room it has."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QImage, QPainter

from nti_desktop.ui.canvas import legend
from nti_desktop.ui.canvas.paint import Overlay


@pytest.mark.parametrize("room", [220, 400, 900])
def test_the_legend_keeps_to_its_room(qapp, monkeypatch, room: int) -> None:
    widths: list[float] = []
    draw = legend._draw_pill

    def measured(painter, middle, width, metrics):
        widths.append(width)
        return draw(painter, middle, width, metrics)

    monkeypatch.setattr(legend, "_draw_pill", measured)
    overlay = Overlay(QImage(), QRectF(), "where “a very long word that nobody would type” is in this photo")
    picture = QImage(1000, 60, QImage.Format.Format_RGB32)
    picture.fill(0)
    painter = QPainter(picture)
    legend.draw_legend(painter, QPointF(500, 10), room, overlay, QFont())
    painter.end()
    assert widths[0] <= room
    pixels = np.frombuffer(picture.constBits(), np.uint8).reshape(60, 1000, 4)[..., :3]
    drawn = np.flatnonzero(pixels.any((0, 2)))
    assert drawn.size
    assert drawn[0] >= 500 - room / 2 - 1
    assert drawn[-1] <= 500 + room / 2 + 1
