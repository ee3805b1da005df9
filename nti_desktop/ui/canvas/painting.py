"""The masks being painted, and how they are seen over the photo."""

from __future__ import annotations

from functools import cache
from typing import Literal

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor, QImage

from nti_desktop.document.state import EditMasks
from nti_desktop.ui.canvas.colour_maps import hue
from nti_desktop.ui.canvas.strokes import Box, Mask, Point, paint_stretch

Tints = npt.NDArray[np.uint32]
Kind = Literal["own", "added", "subtracted"]
KINDS: tuple[Kind, ...] = ("own", "added", "subtracted")
_HUES: dict[Kind, int] = {"own": 1, "added": 5, "subtracted": 0}
_STRENGTH = 0.55


class Painting:
    """Three masks of one size (width, height); uint8 height x width, 255 where painted.

    Attributes:
        masks: by kind; all black where nothing was painted.
        images: the same in colour, as laid over the photo.
    """

    def __init__(self, size: tuple[int, int], masks: EditMasks | None = None) -> None:
        self.size = size
        shape = (size[1], size[0])
        self.masks: dict[Kind, Mask] = {}
        for kind in KINDS:
            given: Mask | None = getattr(masks, kind, None)
            if given is None or given.shape != shape:
                given = np.zeros(shape, np.uint8)
            self.masks[kind] = given.copy()
        self._buffers = {kind: np.zeros(shape, np.uint32) for kind in KINDS}
        self.images = {kind: _image(buffer) for kind, buffer in self._buffers.items()}
        for kind in self.used:
            self._colour(kind)

    @property
    def used(self) -> tuple[Kind, ...]:
        """The masks on which something is painted."""
        return tuple(kind for kind in KINDS if self.masks[kind].any())

    def paint(self, kind: Kind, way: tuple[Point, Point], radius: float, hard: float, erase: bool) -> Box:
        """Paint or erase along a straight way; returns where the mask has changed."""
        box = paint_stretch(self.masks[kind], *way, radius, hard, erase)
        self._colour(kind, box)
        return box

    def invert(self, kind: Kind) -> None:
        """Swap what is painted and what is not."""
        np.subtract(255, self.masks[kind], out=self.masks[kind])
        self._colour(kind)

    def clear(self, kind: Kind) -> None:
        """Take all paint away."""
        self.masks[kind][:] = 0
        self._colour(kind)

    def given(self) -> EditMasks | None:
        """What an edit is given: a mask without paint is none."""
        used = {kind: self.masks[kind].copy() for kind in self.used}
        return EditMasks(**used) if used else None

    def _colour(self, kind: Kind, box: Box = (slice(None), slice(None))) -> None:
        self._buffers[kind][box] = _tints(kind).take(self.masks[kind][box])


def colour_of(kind: Kind) -> QColor:
    """In which a mask is shown."""
    return hue(_HUES[kind])


@cache
def _tints(kind: Kind) -> Tints:
    """256 premultiplied colours, as Qt holds them in one number."""
    colour = colour_of(kind)
    full = np.array([colour.blue(), colour.green(), colour.red(), 255], np.float64)
    shades = np.rint(np.linspace(0, _STRENGTH, 256)[:, None] * full).astype(np.uint8)
    return shades.view(np.uint32)[:, 0]


def _image(buffer: Tints) -> QImage:
    """Looks into the buffer, which has to outlive it."""
    height, width = buffer.shape[:2]
    return QImage(buffer.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
