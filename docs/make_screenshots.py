"""Makes the pictures of the README from the running application, on the bundled model.

    python docs/make_screenshots.py [PHOTO CAPTION EDITED_CAPTION]

Without arguments the first sample photo is used. Needs no display.
"""

from __future__ import annotations

import asyncio
import io
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import qasync
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from nti_desktop.app import Desktop, build
from nti_desktop.diffusion.prompts import words_of, words_of_the_edit
from nti_desktop.document.samples import Sample, samples
from nti_desktop.engine.process import ProcessEngine
from nti_desktop.engine.requests import EditParameters
from nti_desktop.ui.caption.draft import chips_of
from nti_desktop.ui.look.theme import DARK, LIGHT

FOLDER = Path(__file__).resolve().parent / "images"
SIZE = (1280, 800)
MOST_BYTES = 250_000
PATIENCE = 600.0
FONTS = ("Inter", "Segoe UI", "Noto Sans", "DejaVu Sans")


@dataclass
class Studio:
    """The application, and the loop that drives it."""

    desktop: Desktop
    loop: asyncio.AbstractEventLoop

    def rest(self, seconds: float = 0.2) -> None:
        """Let the window do its work."""
        self.loop.run_until_complete(asyncio.sleep(seconds))

    def wait(self, done: Callable[[], bool]) -> None:
        """Let the window work until something is so."""
        deadline = time.monotonic() + PATIENCE
        while not done():
            if self.desktop.window.message.isVisible() or time.monotonic() > deadline:
                raise SystemExit(self.desktop.window.message.text.text() or "It took too long.")
            self.rest(0.02)

    def shoot(self, name: str) -> None:
        """Write what the window shows, as small as it has to be."""
        self.rest()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.desktop.window.grab().save(buffer, "PNG")
        path = FOLDER / f"{name}.png"
        path.write_bytes(small_png(bytes(buffer.data().data())))
        sys.stdout.write(f"{path.name}: {path.stat().st_size // 1000} kB\n")


def small_png(data: bytes) -> bytes:
    """The picture with as many colours as the limit allows."""
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    written = as_png(picture)
    for colours in (256, 192, 128, 96, 64, 48):
        if len(written) <= MOST_BYTES:
            break
        palette = picture.quantize(colours, Image.Quantize.MAXCOVERAGE, kmeans=2)
        written = as_png(picture.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG))
    return written


def as_png(picture: Image.Image) -> bytes:
    """The bytes of a PNG file."""
    written = io.BytesIO()
    picture.save(written, "PNG", optimize=True)
    return written.getvalue()


def shoot_all(studio: Studio, sample: Sample) -> None:
    """One edit from beginning to end."""
    desktop, window, session = studio.desktop, studio.desktop.window, studio.desktop.session
    project = desktop.document
    studio.wait(lambda: session.model is not None and not desktop.tasks.busy)
    desktop.files.open_sample(sample.path, sample.caption)
    studio.wait(lambda: project.project.photo is not None and not desktop.tasks.busy)
    window.caption.describe.invert.click()
    studio.wait(lambda: session.jobs.current is not None and session.jobs.current.share > 0.62)
    studio.shoot("inverting")
    studio.wait(lambda: project.project.inversion is not None and not desktop.tasks.busy)

    words, place = window.caption.words, edited_word(sample)
    pointed = words.buttons[place]
    words.pointed.emit(pointed.chip)
    studio.shoot("attention")
    words.pointed.emit(None)

    change = next(
        chip for chip in chips_of(sample.caption, EditParameters(sample.edit_caption)) if chip.changed
    )
    words.open_popover(words.buttons[change.source[0]])
    if words.popover is not None:
        words.popover.replacement.setText(change.text)
        studio.shoot("window-light")
        words.popover.close()
    desktop.document.set_draft(EditParameters(sample.edit_caption))
    words.apply.click()
    studio.wait(lambda: project.project.edit is not None and not desktop.tasks.busy)
    studio.shoot("edited")
    desktop.theme.use(DARK)
    studio.shoot("window-dark")


def edited_word(sample: Sample) -> int:
    """The word at which the edit takes place: the last of those that it is about."""
    source, _ = words_of_the_edit(sample.caption, sample.edit_caption)
    return source[-1] if source else len(words_of(sample.caption)) - 1


def main() -> None:
    """Make all pictures."""
    sample = Sample(Path(sys.argv[1]), sys.argv[2], sys.argv[3]) if len(sys.argv) > 3 else samples()[0]
    FOLDER.mkdir(exist_ok=True)
    app = QApplication(sys.argv[:1])
    families = set(QFontDatabase.families())
    app.setFont(QFont(next((font for font in FONTS if font in families), app.font().family()), 10))
    loop = qasync.QEventLoop(app)
    with loop:
        desktop = build(ProcessEngine(), loop)
        desktop.theme.use(LIGHT)
        desktop.window.resize(*SIZE)
        desktop.window.show()
        try:
            shoot_all(Studio(desktop, loop), sample)
        finally:
            desktop.shutdown()


if __name__ == "__main__":
    main()
