"""Crops as a person drags them about."""

from __future__ import annotations

import pytest

from nti_desktop.document.crop import (
    LEAST_SIDE,
    Crop,
    default_crop,
    moved_crop,
    reshaped_crop,
    resized_crop,
)

PHOTO = (400, 300)


@pytest.mark.parametrize(
    ("to", "corner"), [((50, 40), (50, 40)), ((-9, -9), (0, 0)), ((999, 999), (300, 220))]
)
def test_a_crop_moves_as_far_as_the_photo_goes(to, corner) -> None:
    made = moved_crop(Crop(10, 10, 100, 80), *to, PHOTO)
    assert (made.x, made.y) == corner
    assert made.size == (100, 80)


@pytest.mark.parametrize("anchor", [(0, 0), (1, 0), (0, 1), (1, 1), (0.5, 0.5)])
@pytest.mark.parametrize("width", [1, 60, 150, 5000])
def test_resizing_keeps_shape_anchor_and_border(anchor, width) -> None:
    crop = Crop(120, 90, 120, 90)
    made = resized_crop(crop, width, anchor, PHOTO)
    assert made.inside(PHOTO)
    assert made.width / made.height == pytest.approx(4 / 3, rel=0.06)
    assert made.x + anchor[0] * made.width == pytest.approx(crop.x + anchor[0] * crop.width, abs=1.01)
    assert made.y + anchor[1] * made.height == pytest.approx(crop.y + anchor[1] * crop.height, abs=1.01)
    if width in (60, 150):
        assert made.width == width
    assert min(made.size) >= LEAST_SIDE


def test_the_largest_crop_stays_the_largest_in_another_shape() -> None:
    crop = default_crop(PHOTO, (1, 1))
    assert reshaped_crop(crop, (4, 3), PHOTO) == Crop(0, 0, 400, 300)
    assert reshaped_crop(crop, (1, 2), PHOTO) == Crop(125, 0, 150, 300)


def test_a_small_crop_keeps_its_middle_and_its_share_in_another_shape() -> None:
    made = reshaped_crop(Crop(100, 100, 100, 100), (4, 3), PHOTO)
    assert made.size == (133, 100)
    assert made.x + made.width / 2 == pytest.approx(150, abs=1)
    assert made.y + made.height / 2 == pytest.approx(150, abs=1)
    near_the_border = reshaped_crop(Crop(0, 0, 100, 100), (16, 9), PHOTO)
    assert near_the_border.inside(PHOTO)
    assert near_the_border.x == 0
