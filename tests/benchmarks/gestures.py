"""What a person does in the window, as coroutines that end when it is done."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from nti_desktop.app import Desktop

_FRAME = 0.016
_TURNS = 200
_MEGAPIXELS_48 = (8000, 6000)


async def until(done: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    while not done():  # noqa: ASYNC110 - no event says so
        await asyncio.sleep(0.02)


async def opened(desktop: Desktop, path: Path, caption: str) -> None:
    """A photo is opened."""
    desktop.document.mark_saved(desktop.document.project, path)  # so that nobody asks about the last one
    before = desktop.document.project.photo
    desktop.files.open_sample(path, caption)
    await until(lambda: desktop.document.project.photo is not before and not desktop.tasks.busy)
    await asyncio.sleep(0.5)  # until it is painted
    photo = desktop.document.project.photo
    assert photo is not None
    assert photo.name == path.name


async def inverted(desktop: Desktop, caption: str) -> None:
    """It is inverted."""
    desktop.controller.jobs.inverting.invert(caption)
    await until(lambda: desktop.document.project.inversion is not None and not desktop.tasks.busy)


async def edited(desktop: Desktop, caption: str) -> None:
    """An edit is made of it."""
    from nti_desktop.engine.requests import EditParameters

    before = len(desktop.document.project.edits)
    desktop.document.set_draft(EditParameters(caption))
    await asyncio.sleep(_FRAME)  # nobody changes a word and presses Apply at once
    desktop.session.apply()
    await until(lambda: len(desktop.document.project.edits) > before and not desktop.tasks.busy)


async def dragged(desktop: Desktop) -> None:
    """The divider between before and after is dragged to and fro."""
    from PySide6.QtCore import QPoint, QRectF, Qt
    from PySide6.QtTest import QTest

    canvas, photo = desktop.window.canvas, desktop.document.project.photo
    assert photo is not None
    start = canvas.on_widget(QRectF(0, 0, *photo.size)).center().toPoint()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, left, pos=start)
    for turn in range(_TURNS):
        QTest.mouseMove(canvas, start + QPoint(round(400 * np.sin(turn / 10)), 0))
        await asyncio.sleep(_FRAME)
    QTest.mouseRelease(canvas, left, pos=start + QPoint(200, 0))
    assert canvas.divider != 0.5


async def zoomed(desktop: Desktop) -> None:
    """The photo is made larger and smaller, step by step."""
    canvas = desktop.window.canvas
    before = canvas.view.scale
    for turn in range(_TURNS):
        (canvas.zoom_in if turn % 20 < 10 else canvas.zoom_out)()
        await asyncio.sleep(_FRAME)
    canvas.actual_size()
    assert canvas.view.scale != before


def large_photo(folder: Path) -> Path:
    """A JPEG of 48 megapixels with detail in every corner."""
    width, height = _MEGAPIXELS_48
    y, x = np.ogrid[0:height, 0:width]
    texture = ((x * 7 + y * 13) % 97 + (x // 64 + y // 64) % 2 * 90).astype(np.uint8)
    pixels = np.stack([texture, texture[::-1], texture[:, ::-1]], -1)
    path = folder / "large.jpg"
    Image.fromarray(pixels).save(path, quality=85)
    return path
