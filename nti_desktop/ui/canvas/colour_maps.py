"""Colours for attention maps: tables whose lightness rises evenly, and hues that are equally light."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor

from nti_desktop.ui.look.i18n import noop

Pixels = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]

WARM = "warm"
# Name in the settings -> what a person reads.
COLOUR_MAPS = {
    WARM: noop("Violet to yellow"),
    "green": noop("Blue to green to yellow"),
    "blue": noop("Blue to yellow, also for colour-blind eyes"),
}
MOST_HUES = 6
_HUE_ANGLES = (25, 255, 145, 85, 325, 195)  # neighbours far apart, in degrees of Oklab


@cache
def overlay_colours(name: str = WARM) -> Pixels:
    """256 premultiplied colours (blue, green, red, alpha) for values from little to much attention."""
    at = np.linspace(0, 1, 256)
    return _premultiplied(_PATHS[name](at), 0.4 + 0.6 * at**0.8)


@cache
def hue_colours(number: int) -> Pixels:
    """256 premultiplied colours of one hue, from clear to full; hues repeat after `MOST_HUES`."""
    rgb = np.tile(_hue(number), (256, 1))
    return _premultiplied(rgb, np.linspace(0, 1, 256) ** 1.2)


def hue(number: int) -> QColor:
    """The full colour of a hue."""
    return QColor.fromRgbF(*(float(v) for v in _hue(number)))


def _hue(number: int) -> Floats:
    angle = np.deg2rad(_HUE_ANGLES[number % MOST_HUES])
    lightness, a, b = (np.array([value]) for value in (0.74, 0.15 * np.cos(angle), 0.15 * np.sin(angle)))
    rgb: Floats = _oklab_to_srgb(lightness, a, b)[0]
    return rgb


def _warm(at: Floats) -> Floats:
    return _around(at, 295, 170, 0.15 * np.sin(np.pi * np.clip(at * 0.86 + 0.12, 0, 1)) + 0.03)


def _green(at: Floats) -> Floats:
    return _around(at, 295, -190, 0.075 * np.sin(np.pi * np.clip(at * 0.6 + 0.2, 0, 1)) + 0.05)


def _around(at: Floats, begin: float, turn: float, chroma: Floats) -> Floats:
    """A path of even steps through Oklab, from a hue around to another (degrees)."""
    angle = np.deg2rad(begin + turn * at)
    return _oklab_to_srgb(0.16 + 0.76 * at, chroma * np.cos(angle), chroma * np.sin(angle))


def _blue(at: Floats) -> Floats:
    """Straight through grey: who cannot tell red from green sees blue and yellow as they are."""
    return _oklab_to_srgb(0.2 + 0.72 * at, np.full_like(at, -0.015), -0.12 + 0.27 * at)


def _premultiplied(rgb: Floats, alpha: Floats) -> Pixels:
    made = np.empty((256, 4), np.uint8)
    made[:, :3] = np.rint(rgb[:, ::-1] * alpha[:, None] * 255)
    made[:, 3] = np.rint(alpha * 255)
    return made


def _oklab_to_srgb(lightness: Floats, a: Floats, b: Floats) -> Floats:
    to_lms = np.array(
        [[1, 0.3963377774, 0.2158037573], [1, -0.1055613458, -0.0638541728], [1, -0.0894841775, -1.291485548]]
    )
    to_rgb = np.array(
        [
            [4.0767416621, -3.3077115913, 0.2309699292],
            [-1.2684380046, 2.6097574011, -0.3413193965],
            [-0.0041960863, -0.7034186147, 1.707614701],
        ]
    )
    linear = np.clip((np.stack([lightness, a, b], 1) @ to_lms.T) ** 3 @ to_rgb.T, 0, 1)
    srgb: Floats = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return srgb


_PATHS = {WARM: _warm, "green": _green, "blue": _blue}
