"""Loads the sample photos for the start page, in a thread."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from nti_desktop.document.samples import samples
from nti_desktop.errors import UserError
from nti_desktop.ui.files.cards import SAMPLE_SIZE, cover
from nti_desktop.ui.files.start_page import MOST_SAMPLES, SampleCard, StartPage
from nti_desktop.ui.tasks import Tasks


async def show_samples(page: StartPage, tasks: Tasks) -> None:
    """Fill the start page; without sample photos it does without."""
    page.show_samples(await tasks.in_thread(_cards))


def _cards() -> tuple[SampleCard, ...]:
    try:
        found = samples()[:MOST_SAMPLES]
        return tuple(SampleCard(s.path, s.caption, cover(_pixels(s.path), SAMPLE_SIZE)) for s in found)
    except (UserError, OSError):
        return ()


def _pixels(path: Path) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    with Image.open(path) as image:
        image.draft("RGB", (2 * SAMPLE_SIZE[0], 2 * SAMPLE_SIZE[1]))
        return np.asarray(image.convert("RGB"))
