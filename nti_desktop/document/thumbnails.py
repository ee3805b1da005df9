"""Small pictures of files on disk: what a project or a photo looks like, without opening it."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

from nti_desktop.document.archive import Archive
from nti_desktop.document.container import ARCHIVE_ERRORS
from nti_desktop.document.decoding import DECODER_ERRORS, FORMATS, MAX_PIXELS, eight_bits, turned_upright
from nti_desktop.document.fields import MalformedError
from nti_desktop.document.photo import MAX_FILE_BYTES
from nti_desktop.engine.results import ImageArray

_UNREADABLE = (*DECODER_ERRORS, *ARCHIVE_ERRORS, MalformedError)


def thumbnail_of(path: Path, side: int) -> ImageArray | None:
    """A small picture of a project or photo; None where it cannot be had, for whatever reason.

    Returns:
        uint8 height x width x 3, at most `side` pixels wide and high.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            if path.suffix.lower() == ".nti":
                return _small(BytesIO(_of_project(path)), side)
            if path.stat().st_size > MAX_FILE_BYTES:
                return None
            with path.open("rb") as file:
                return _small(file, side)
        except _UNREADABLE:
            return None


def _of_project(path: Path) -> bytes:
    with path.open("rb") as file:
        return Archive(file).read("thumbnail.png")


def _small(file: object, side: int) -> ImageArray | None:
    with Image.open(file, formats=FORMATS) as image:  # type: ignore[arg-type]
        if image.width * image.height > MAX_PIXELS:
            return None
        image.draft("RGB", (side, side))  # a JPEG is decoded at a fraction of its size
        upright = eight_bits(turned_upright(image))
        small = upright if upright.mode in ("L", "RGB") else upright.convert("RGBA")
        small.thumbnail((side, side), Image.Resampling.BOX)
        small = small.convert("RGBA")
    ground = Image.new("RGBA", small.size, "white")
    return np.asarray(Image.alpha_composite(ground, small).convert("RGB")).copy()
