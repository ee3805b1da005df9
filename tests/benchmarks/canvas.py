"""How long the canvas computes for one paint at 4K on a photo of 48 megapixels, per way of looking at it."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from nti_desktop.ui.canvas.canvas import Canvas

Figures = dict[str, float]

_SIZE = (3840, 2160)
_PHOTO = (8000, 6000)
_PATIENCE = 5.0
_TURNS = 40


def canvas() -> Figures:
    """Milliseconds of the processor for each paint, while the divider is dragged and the photo zoomed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    application = QCoreApplication.instance() or QApplication([])
    made, spent = _loaded()
    figures: Figures = {}
    for name, step in {"divider": _drag(made), "zoom": _zoom(made)}.items():
        figures |= _measured(name, made, spent, step)
    for mode in ("side", "difference"):
        made.fit()
        made.set_mode(mode, 4)
        figures |= _measured(f"zoom_{mode}", made, spent, _zoom(made))
    made.hide()
    made.deleteLater()
    application.processEvents()
    return figures


def _loaded() -> tuple[Canvas, list[float]]:
    """A canvas with before and after, and where it notes what each paint took."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication

    from nti_desktop.ui.canvas.canvas import Canvas
    from nti_desktop.ui.canvas.paint import Layer
    from nti_desktop.ui.canvas.pictures import picture
    from nti_desktop.ui.look.theme import Theme

    spent: list[float] = []

    class Timed(Canvas):
        def paintEvent(self, event: QPaintEvent) -> None:
            began = time.thread_time()
            super().paintEvent(event)
            spent.append(1000 * (time.thread_time() - began))

    application: Any = QApplication.instance()
    made = Timed(application.findChild(Theme) or Theme(application))
    small = np.random.default_rng(0).integers(0, 256, (60, 80, 3), dtype=np.uint8)
    pixels = np.kron(small, np.ones((100, 100, 1), np.uint8))
    rect = QRectF(0, 0, *_PHOTO)
    made.resize(*_SIZE)
    made.show()
    made.set_photo(Layer(picture(pixels), rect))
    made.set_result(Layer(picture(255 - pixels), rect))
    made.set_comparing(True)
    return made, spent


def _measured(name: str, made: Canvas, spent: list[float], step: Callable[[int], None]) -> Figures:
    from PySide6.QtWidgets import QApplication

    _settle(made)
    spent.clear()
    for turn in range(_TURNS):
        step(turn)
        QApplication.processEvents()
    _settle(made)
    spent.sort()
    return {
        f"{name}_paint_median_ms": statistics.median(spent),
        f"{name}_paint_p95_ms": spent[int(0.95 * len(spent))],
        f"{name}_paint_max_ms": spent[-1],
    }


def _settle(made: Canvas) -> None:
    """Until everything is painted sharply."""
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    deadline = time.monotonic() + _PATIENCE
    while not made.painted and time.monotonic() < deadline:
        QApplication.processEvents()


def _drag(made: Canvas) -> Callable[[int], None]:
    return lambda turn: made.set_divider(0.5 + 0.3 * np.sin(turn / 4))


def _zoom(made: Canvas) -> Callable[[int], None]:
    return lambda turn: made.zoom_in() if turn % 20 < 10 else made.zoom_out()


MEASURES: dict[str, Callable[[], Figures]] = {"canvas": canvas}
