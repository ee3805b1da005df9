"""Crops and working images."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nti_desktop.document.photo import Crop, default_crop, largest_crop_within, working_image
from nti_desktop.errors import PhotoError

sides = st.integers(1, 5000)


@given(sides, sides, st.sampled_from([(1, 1), (2, 3), (128, 128), (768, 512)]))
def test_default_crop_is_the_largest_centred(width, height, geometry):
    crop = default_crop((width, height), geometry)
    assert crop.inside((width, height))
    assert crop.width == width or crop.height == height
    assert abs(2 * crop.x + crop.width - width) <= 1
    assert abs(2 * crop.y + crop.height - height) <= 1
    assert abs(crop.width * geometry[1] - crop.height * geometry[0]) <= max(geometry)


def test_largest_crop_within_a_rectangle():
    assert largest_crop_within(Crop(10, 20, 100, 60), (1, 1)) == Crop(30, 20, 60, 60)


def test_inside():
    assert Crop(0, 0, 10, 10).inside((10, 10))
    outside = [Crop(-1, 0, 5, 5), Crop(0, 0, 11, 5), Crop(0, 6, 5, 5), Crop(0, 0, 0, 5)]
    assert not any(crop.inside((10, 10)) for crop in outside)


def test_working_image(photo):
    image = working_image(photo, Crop(10, 5, 40, 40), (32, 32))
    assert image.shape == (32, 32, 3)
    assert image.dtype == np.uint8
    same = working_image(photo, Crop(10, 5, 40, 40), (40, 40))
    assert np.array_equal(same, photo.pixels[5:45, 10:50])
    with pytest.raises(PhotoError, match="outside the photo"):
        working_image(photo, Crop(60, 0, 40, 40), (32, 32))
