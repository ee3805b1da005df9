"""The running application in front of a camera: drives it, and writes what the window shows."""

from __future__ import annotations

import asyncio
import io
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nti_desktop.app import Desktop
from nti_desktop.ui.look.colours import DARK, LIGHT, Colours

MOST_BYTES = 110_000
PATIENCE = 900.0
COLOURS = (256, 192, 128, 96, 64)


@dataclass
class Studio:
    """The application, and the loop that drives it.

    Attributes:
        folder: where pictures go.
        wanted: names of the pictures to write; all if empty.
    """

    desktop: Desktop
    loop: asyncio.AbstractEventLoop
    folder: Path
    wanted: frozenset[str] = frozenset()

    def rest(self, seconds: float = 0.4) -> None:
        """Let the window do its work."""
        self.loop.run_until_complete(asyncio.sleep(seconds))

    def wait(self, done: Callable[[], bool]) -> None:
        """Let the window work until something is so."""
        problems: list[str] = []
        keep = self.desktop.session.problem.connect(lambda said, _details: problems.append(said))
        deadline = time.monotonic() + PATIENCE
        while not done():
            if problems or time.monotonic() > deadline:
                raise SystemExit("\n".join(problems) or "It took too long.")
            self.rest(0.02)
        self.desktop.session.problem.disconnect(keep)

    def wait_idle(self) -> None:
        """Let the window work until nothing runs."""
        desktop = self.desktop
        self.rest(0.1)
        self.wait(lambda: not desktop.tasks.busy and not desktop.session.jobs.running)

    def act(self, name: str) -> None:
        """Do what an action does."""
        action = self.desktop.window.actions_[name]
        if not action.isEnabled():
            raise SystemExit(f"The action {name!r} is not possible here.")
        action.trigger()
        self.rest(0.1)

    def drag(self, widget: QWidget, *path: QPointF) -> None:
        """Press the mouse at the beginning of a path, and let it go at the end."""
        points = [QPoint(round(p.x()), round(p.y())) for p in path]
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(widget, left, pos=points[0])
        for before, after in pairwise(points):
            for share in range(1, 9):
                QTest.mouseMove(widget, before + (after - before) * share / 8)
                self.rest(0.01)
        QTest.mouseRelease(widget, left, pos=points[-1])

    def shoot(self, name: str) -> None:
        """Write what the window shows, in light and in dark."""
        if self.wanted and name not in self.wanted:
            return
        for suffix, colours in (("light", LIGHT), ("dark", DARK)):
            self._dress(colours)
            self.rest()
            self._write(f"{name}-{suffix}.png")
        self._dress(LIGHT)

    def _dress(self, colours: Colours) -> None:
        self.desktop.theme.use(colours)
        self.wait(lambda: not self.desktop.theme.changing)

    def _write(self, name: str) -> None:
        QApplication.processEvents()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.desktop.window.grab().save(buffer, "PNG")
        path = self.folder / name
        path.write_bytes(small_png(bytes(buffer.data().data())))
        sys.stdout.write(f"{path.name}: {path.stat().st_size // 1000} kB\n")
        sys.stdout.flush()


def small_png(data: bytes) -> bytes:
    """The picture with as many colours as the limit allows."""
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    written = as_png(picture)
    for colours in COLOURS:
        if len(written) <= MOST_BYTES:
            break
        written = as_png(picture.quantize(palette=palette_of(picture, colours), dither=Image.Dither.NONE))
    return written


def palette_of(picture: Image.Image, colours: int) -> Image.Image:
    """A palette with the window's own flat colours exactly; the photo takes the rest."""
    found = picture.getcolors(picture.width * picture.height) or []
    flat = [colour for _, colour in sorted(found, reverse=True)[: colours // 4]]
    rest = picture.quantize(colours - len(flat), Image.Quantize.MAXCOVERAGE, kmeans=2).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([*chain.from_iterable(flat), *rest[: 3 * (colours - len(flat))]])
    return palette


def as_png(picture: Image.Image) -> bytes:
    """The bytes of a PNG file."""
    written = io.BytesIO()
    picture.save(written, "PNG", optimize=True)
    return written.getvalue()
