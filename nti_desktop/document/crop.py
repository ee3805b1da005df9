"""The part of a photo that the model sees, and the working image made of it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from nti_desktop.engine.results import ImageArray
from nti_desktop.errors import PhotoError

if TYPE_CHECKING:
    from nti_desktop.document.photo import Photo

Size = tuple[int, int]  # width, height

LEAST_SIDE = 16  # of a crop that is made by hand, pixels


@dataclass(frozen=True)
class Crop:
    """A rectangle in pixels of the upright original; `x`, `y` is its top left corner."""

    x: int
    y: int
    width: int
    height: int

    @property
    def size(self) -> Size:
        """Width and height."""
        return self.width, self.height

    def inside(self, size: Size) -> bool:
        """Whether the rectangle is not empty and lies within a photo of `size` (width, height)."""
        across = self.x >= 0 and self.width > 0 and self.x + self.width <= size[0]
        down = self.y >= 0 and self.height > 0 and self.y + self.height <= size[1]
        return across and down


def default_crop(photo_size: Size, geometry: Size) -> Crop:
    """The largest centred crop of a photo with the aspect ratio of `geometry`; both (width, height)."""
    return largest_crop_within(Crop(0, 0, *photo_size), geometry)


def largest_crop_within(area: Crop, geometry: Size) -> Crop:
    """The largest crop of the aspect ratio of `geometry` (width, height) that lies centred in `area`."""
    scale = min(area.width / geometry[0], area.height / geometry[1])
    width = min(area.width, max(1, round(geometry[0] * scale)))
    height = min(area.height, max(1, round(geometry[1] * scale)))
    x = area.x + (area.width - width) // 2
    y = area.y + (area.height - height) // 2
    return Crop(x, y, width, height)


def moved_crop(crop: Crop, x: float, y: float, photo_size: Size) -> Crop:
    """The crop with its top left corner there, or as near as the photo's border allows."""
    left = min(max(round(x), 0), photo_size[0] - crop.width)
    top = min(max(round(y), 0), photo_size[1] - crop.height)
    return replace(crop, x=left, y=top)


def resized_crop(crop: Crop, width: float, anchor: tuple[float, float], photo_size: Size) -> Crop:
    """The crop scaled to about that width, in its own shape and as far as the photo's border allows.

    Args:
        anchor: what stays where it is, in shares of the crop's width and height: (0, 0) its top left corner,
            (0.5, 0.5) its middle, (1, 1) its bottom right corner.
    """
    across, down = crop.x + anchor[0] * crop.width, crop.y + anchor[1] * crop.height
    scale = max(width / crop.width, LEAST_SIDE / min(crop.size))
    scale = min(
        scale,
        _reach(across, anchor[0], crop.width, photo_size[0]),
        _reach(down, anchor[1], crop.height, photo_size[1]),
    )
    size = (max(1, round(crop.width * scale)), max(1, round(crop.height * scale)))
    made = Crop(0, 0, min(size[0], photo_size[0]), min(size[1], photo_size[1]))
    return moved_crop(made, across - anchor[0] * made.width, down - anchor[1] * made.height, photo_size)


def reshaped_crop(crop: Crop, shape: Size, photo_size: Size) -> Crop:
    """A crop of another aspect ratio about the same middle, as large among its like as the old one was."""
    share = crop.width / default_crop(photo_size, crop.size).width
    largest = default_crop(photo_size, shape)
    middle = crop.x + crop.width / 2, crop.y + crop.height / 2
    at = moved_crop(largest, middle[0] - largest.width / 2, middle[1] - largest.height / 2, photo_size)
    if share >= 1:
        return at
    made = resized_crop(at, largest.width * share, (0.5, 0.5), photo_size)
    return moved_crop(made, middle[0] - made.width / 2, middle[1] - made.height / 2, photo_size)


def _reach(at: float, share: float, length: int, room: int) -> float:
    """How many times as long a side may become that has its anchor there."""
    before = at / (share * length) if share > 0 else math.inf
    after = (room - at) / ((1 - share) * length) if share < 1 else math.inf
    return min(before, after)


def working_image(photo: Photo, crop: Crop, size: Size) -> ImageArray:
    """The crop of a photo at the model's `size` (width, height): uint8, height x width x 3.

    Raises:
        PhotoError: the crop does not lie inside the photo.
    """
    if not crop.inside(photo.size):
        width, height = photo.size
        raise PhotoError(
            "The crop lies outside the photo of {width} x {height} pixels; choose another.",
            width=width,
            height=height,
        )
    box = (crop.x, crop.y, crop.x + crop.width, crop.y + crop.height)
    part = Image.fromarray(photo.pixels).crop(box)
    return np.asarray(part.resize(size, Image.Resampling.LANCZOS)).copy()
