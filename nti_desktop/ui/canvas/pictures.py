"""Pictures for the canvas: pyramids that scale fast, and attention maps in colour. Safe in any thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image
from PySide6.QtGui import QImage

from nti_desktop.document.photo import array_of
from nti_desktop.ui.canvas.colour_maps import WARM, hue_colours, overlay_colours

__all__ = ["Picture", "attention_overlay", "mixed_overlay", "overlay_colours", "picture", "thumbnail"]

_SMALLEST = 512
_OVERLAY_SIDE = 256
_FASTEST = QImage.Format.Format_ARGB32_Premultiplied

Pixels = npt.NDArray[np.uint8]
Map = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Picture:
    """An image and its halvings.

    Attributes:
        levels: full size first, each next one half as large.
        transparent: whether what lies behind it shows through.
    """

    levels: tuple[QImage, ...]
    transparent: bool = False

    @property
    def width(self) -> int:
        """Of the full size."""
        return self.levels[0].width()

    @property
    def height(self) -> int:
        """Of the full size."""
        return self.levels[0].height()

    def level_for(self, scale: float) -> QImage:
        """The smallest level that is not smaller than the image drawn at `scale`."""
        halvings = int(np.floor(np.log2(1 / scale))) if scale < 1 else 0
        return self.levels[min(halvings, len(self.levels) - 1)]


def picture(pixels: Pixels, alpha: Pixels | None = None) -> Picture:
    """Make a picture of uint8 height x width x 3; where there is an alpha, pixels are composited over white,
    as a `Photo` has them."""
    pixels = np.ascontiguousarray(pixels)
    image = Image.fromarray(pixels) if alpha is None else _see_through(pixels, alpha)
    levels = [_painted(pixels if alpha is None else np.asarray(image))]
    while max(image.size) > _SMALLEST and min(image.size) > 1:
        image = image.reduce(2)
        levels.append(_painted(array_of(image)))
    return Picture(tuple(levels), alpha is not None)


def _see_through(pixels: Pixels, alpha: Pixels) -> Image.Image:
    """Take the white away again; what is left has alpha multiplied in."""
    clear = 255 - alpha[..., None]
    colours = np.minimum(np.maximum(pixels, clear) - clear, alpha[..., None])
    stack = np.ascontiguousarray(np.dstack([colours, alpha]))
    return Image.frombuffer("RGBa", stack.shape[1::-1], stack, "raw", "RGBa", 0, 1)


def _painted(pixels: Pixels) -> QImage:
    """As Qt paints it fastest; owns its pixels. Qt's own conversion would keep Python from running meanwhile,
    and with it the window; numpy's does not."""
    height, width, channels = pixels.shape
    image = QImage(width, height, _FASTEST)
    view = np.frombuffer(image.bits(), np.uint8).reshape(height, width, 4)
    for place, channel in enumerate((2, 1, 0)):  # one by one is several times faster than all at once
        view[..., place] = pixels[..., channel]
    view[..., 3] = 255 if channels == 3 else pixels[..., 3]
    return image


def thumbnail(pixels: Pixels, side: int) -> QImage:
    """The largest centred square of an image, `side` pixels wide; owns its pixels."""
    height, width = pixels.shape[:2]
    edge = min(height, width)
    top, left = (height - edge) // 2, (width - edge) // 2
    square = Image.fromarray(np.ascontiguousarray(pixels[top : top + edge, left : left + edge]))
    small = np.ascontiguousarray(np.asarray(square.resize((side, side), Image.Resampling.BOX)))
    return QImage(small.data, side, side, 3 * side, QImage.Format.Format_RGB888).copy()


def attention_overlay(word_map: Map, colours: str = WARM) -> QImage:
    """Colour a map of values in 0..1; what the word does not look at stays nearly clear."""
    return _image(overlay_colours(colours)[_enlarged(word_map)])


def mixed_overlay(word_maps: Sequence[Map]) -> QImage:
    """Several maps of one shape in 0..1, each in a hue of its own; where they meet, the hues mix."""
    mixed = np.zeros((0, 0, 4), np.float32)
    for number, word_map in enumerate(word_maps):
        layer = hue_colours(number)[_enlarged(word_map)].astype(np.float32)
        mixed = layer if number == 0 else mixed + layer
    most = np.maximum(mixed[..., 3:], 255)  # where the sum is more than full, each keeps its share
    return _image(np.rint(mixed * (255 / most)).astype(np.uint8))


def _enlarged(word_map: Map) -> Pixels:
    rows, columns = word_map.shape
    scale = _OVERLAY_SIDE / max(rows, columns)
    size = max(round(columns * scale), 1), max(round(rows * scale), 1)
    smooth = Image.fromarray(np.ascontiguousarray(word_map, dtype=np.float32)).resize(
        size, Image.Resampling.BICUBIC
    )
    values: Pixels = np.rint(np.clip(np.asarray(smooth), 0, 1) * 255).astype(np.uint8)
    return values


def _image(coloured: Pixels) -> QImage:
    """Of premultiplied blue, green, red, alpha; owns its pixels."""
    height, width = coloured.shape[:2]
    coloured = np.ascontiguousarray(coloured)
    return QImage(coloured.data, width, height, 4 * width, _FASTEST).copy()
