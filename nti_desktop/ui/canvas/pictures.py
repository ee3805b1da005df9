"""Pictures for the canvas: pyramids that scale fast, and attention maps in colour. Safe in any thread."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

_SMALLEST = 512
_OVERLAY_SIDE = 256

Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Picture:
    """An image and its halvings.

    Attributes:
        levels: full size first, each next one half as large.
        buffers: the arrays the levels look into; a QImage does not own its pixels.
        transparent: whether what lies behind it shows through.
    """

    levels: tuple[QImage, ...]
    buffers: tuple[Pixels, ...]
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
    """Make a picture of uint8 height x width x 3, and its alpha where it has one."""
    stack = pixels if alpha is None else np.dstack([pixels, alpha])
    image = Image.fromarray(np.ascontiguousarray(stack))
    buffers = [_bgra(np.asarray(image))]
    while max(image.size) > _SMALLEST and min(image.size) > 1:
        image = image.reduce(2)
        buffers.append(_bgra(np.asarray(image)))
    return Picture(tuple(_view(b) for b in buffers), tuple(buffers), alpha is not None)


def _bgra(pixels: Pixels) -> Pixels:
    """Reorder to what Qt paints fastest: blue, green, red, and alpha multiplied in."""
    height, width, channels = pixels.shape
    made = np.empty((height, width, 4), np.uint8)
    if channels == 3:
        made[..., 3] = 255
        made[..., :3] = pixels[..., ::-1]
    else:
        alpha = pixels[..., 3:].astype(np.uint16)
        made[..., 3] = pixels[..., 3]
        made[..., :3] = (pixels[..., 2::-1] * alpha + 127) // 255
    return made


def _view(buffer: Pixels) -> QImage:
    height, width = buffer.shape[:2]
    return QImage(buffer.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)


def thumbnail(pixels: Pixels, side: int) -> QImage:
    """The largest centred square of an image, `side` pixels wide; owns its pixels."""
    height, width = pixels.shape[:2]
    edge = min(height, width)
    top, left = (height - edge) // 2, (width - edge) // 2
    square = Image.fromarray(np.ascontiguousarray(pixels[top : top + edge, left : left + edge]))
    small = np.ascontiguousarray(np.asarray(square.resize((side, side), Image.Resampling.BOX)))
    return QImage(small.data, side, side, 3 * side, QImage.Format.Format_RGB888).copy()


def attention_overlay(word_map: npt.NDArray[np.float32]) -> QImage:
    """Colour a map of values in 0..1; what the word does not look at stays nearly clear."""
    rows, columns = word_map.shape
    grey = np.ascontiguousarray(np.rint(np.clip(word_map, 0, 1) * 255).astype(np.uint8))
    small = QImage(grey.data, columns, rows, columns, QImage.Format.Format_Grayscale8)
    scale = _OVERLAY_SIDE / max(rows, columns)
    size = QSize(max(round(columns * scale), 1), max(round(rows * scale), 1))
    smooth = small.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_Grayscale8)
    width, height, stride = smooth.width(), smooth.height(), smooth.bytesPerLine()
    values = np.frombuffer(smooth.constBits(), np.uint8).reshape(height, stride)[:, :width]
    coloured = np.ascontiguousarray(overlay_colours()[values])
    return QImage(coloured.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied).copy()


@cache
def overlay_colours() -> Pixels:
    """256 premultiplied colours (blue, green, red, alpha) whose lightness rises evenly, from Oklab."""
    at = np.linspace(0, 1, 256)
    lightness = 0.16 + 0.76 * at
    hue = np.deg2rad(295 + 170 * at)
    chroma = 0.15 * np.sin(np.pi * np.clip(at * 0.86 + 0.12, 0, 1)) + 0.03
    rgb = _oklab_to_srgb(lightness, chroma * np.cos(hue), chroma * np.sin(hue))
    alpha = 0.4 + 0.6 * at**0.8
    made = np.empty((256, 4), np.uint8)
    made[:, :3] = np.rint(rgb[:, ::-1] * alpha[:, None] * 255)
    made[:, 3] = np.rint(alpha * 255)
    return made


def _oklab_to_srgb(
    lightness: npt.NDArray[np.float64], a: npt.NDArray[np.float64], b: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
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
    srgb: npt.NDArray[np.float64] = np.where(
        linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055
    )
    return srgb
