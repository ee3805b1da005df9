"""Values as they are typed behind an option; a wrong one is named in the message."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from pathlib import Path

from nti_desktop.document.crop import Crop
from nti_desktop.document.fields import MAX_TEXT
from nti_desktop.engine.requests import LEAST_GUIDANCE, MOST_GUIDANCE, MOST_WEIGHT


def project_file(text: str) -> Path:
    """A name that ends in .nti."""
    return _with_suffix(text, ".nti")


def attention_file(text: str) -> Path:
    """A name that ends in .npz or .png."""
    return _with_suffix(text, ".npz", ".png")


def picture_file(text: str) -> Path:
    """A name that ends in .png."""
    return _with_suffix(text, ".png")


def number(text: str) -> float:
    """A finite number."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number")
    return value


def caption(text: str) -> str:
    """A sentence that a project can hold."""
    if len(text) > MAX_TEXT:
        raise argparse.ArgumentTypeError(f"a caption has at most {MAX_TEXT} characters")
    return text


def share(text: str) -> float:
    """A number from 0 to 1."""
    return _between(text, 0, 1)


def half_share(text: str) -> float:
    """A number from 0 to 0.5."""
    return _between(text, 0, 0.5)


def guidance(text: str) -> float:
    """How far to follow a caption, as an inversion needs it: above 1."""
    return _between(text, LEAST_GUIDANCE, MOST_GUIDANCE)


def edit_guidance(text: str) -> float:
    """The same of an edit."""
    return _between(text, 0, MOST_GUIDANCE)


def whole(low: int, high: int) -> Callable[[str], int]:
    """What reads a whole number in low..high."""

    def read(text: str) -> int:
        digits = text.isascii() and text.isdigit() and len(text) <= 9
        if not digits or not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {low} to {high}")
        return int(text)

    return read


def window(text: str) -> tuple[float, float]:
    """FIRST:LAST, shares from 0 to 1."""
    first, colon, last = text.partition(":")
    if not colon:
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form 0.2:0.8")
    begin, end = share(first), share(last)
    if begin > end:
        raise argparse.ArgumentTypeError(f"{text!r} ends before it begins")
    return begin, end


def span(text: str) -> tuple[float, float]:
    """FIRST:LAST, shares from 0 to 1 with something between them."""
    begin, end = window(text)
    if begin == end:
        raise argparse.ArgumentTypeError(f"{text!r} has no step in it")
    return begin, end


def crop(text: str) -> Crop:
    """x,y,w,h in pixels."""
    try:
        x, y, width, height = (int(part) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form x,y,w,h") from None
    if min(x, y) < 0 or min(width, height) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no rectangle inside a photo")
    return Crop(x, y, width, height)


def weight(text: str) -> tuple[str, float]:
    """WORD=NUMBER."""
    word, value = _of_word(text, "WORD=2.0")
    return word, _between(value, -MOST_WEIGHT, MOST_WEIGHT)


def word_window(text: str) -> tuple[str, float, float]:
    """WORD=FIRST:LAST."""
    word, value = _of_word(text, "WORD=0.2:0.8")
    return word, *window(value)


def words(text: str) -> tuple[str, ...]:
    """Words with commas between them; "" for none."""
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _of_word(text: str, form: str) -> tuple[str, str]:
    word, equals, value = text.rpartition("=")
    if not equals or not word.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form {form}")
    return word.strip(), value


def _between(text: str, low: float, high: float) -> float:
    value = number(text)
    if not low <= value <= high:
        raise argparse.ArgumentTypeError(f"{text!r} is not between {low:g} and {high:g}")
    return value


def _with_suffix(text: str, *suffixes: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in suffixes:
        raise argparse.ArgumentTypeError(f"{text!r} does not end in {' or '.join(suffixes)}")
    return path
