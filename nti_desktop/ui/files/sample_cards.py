"""Loads the sample photos for the start page, in a thread."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from nti_desktop.document.samples import samples
from nti_desktop.errors import UserError
from nti_desktop.ui.canvas.pictures import thumbnail
from nti_desktop.ui.files.start_page import MOST_SAMPLES, SAMPLE_SIDE, SampleCard, StartPage
from nti_desktop.ui.tasks import Tasks


async def show_samples(page: StartPage, tasks: Tasks) -> None:
    """Fill the start page; without sample photos it does without."""
    page.show_samples(await tasks.in_thread(_cards))


def caption_of_sample(path: Path) -> str:
    """The caption that belongs to a sample photo; "" for any other file."""
    try:
        wanted = path.resolve()
        return next((s.caption for s in samples() if s.path.resolve() == wanted), "")
    except (UserError, OSError):
        return ""


def _cards() -> tuple[SampleCard, ...]:
    try:
        found = samples()[:MOST_SAMPLES]
        return tuple(
            SampleCard(s.path, s.caption, thumbnail(_pixels(s.path), 2 * SAMPLE_SIDE)) for s in found
        )
    except (UserError, OSError):
        return ()


def _pixels(path: Path) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    with Image.open(path) as image:
        image.draft("RGB", (2 * SAMPLE_SIDE, 2 * SAMPLE_SIDE))
        return np.asarray(image.convert("RGB"))
