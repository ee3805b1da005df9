"""The part of a photo that the model sees, and the working image made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from nti_desktop.engine.results import ImageArray
from nti_desktop.errors import PhotoError

if TYPE_CHECKING:
    from nti_desktop.document.photo import Photo

Size = tuple[int, int]  # width, height


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


def working_image(photo: Photo, crop: Crop, size: Size) -> ImageArray:
    """The crop of a photo at the model's `size` (width, height): uint8, height x width x 3.

    Raises:
        PhotoError: the crop does not lie inside the photo.
    """
    if not crop.inside(photo.size):
        width, height = photo.size
        raise PhotoError(f"The crop lies outside the photo of {width} x {height} pixels; choose another.")
    box = (crop.x, crop.y, crop.x + crop.width, crop.y + crop.height)
    part = Image.fromarray(photo.pixels).crop(box)
    return np.asarray(part.resize(size, Image.Resampling.LANCZOS)).copy()
