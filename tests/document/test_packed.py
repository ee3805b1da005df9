"""Pictures and their PNGs: each is packed and unpacked once, and what is stored stays as it was."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from nti_desktop.document.fields import MalformedError
from nti_desktop.document.pictures import (
    grey_from_png,
    grey_to_png,
    image_from_png,
    image_to_png,
    mask_from_png,
    mask_to_png,
    storable_mask,
)

SIZE = (24, 16)
RANDOM = np.random.default_rng(0)


def picture() -> np.ndarray:
    return RANDOM.integers(0, 256, (SIZE[1], SIZE[0], 3), dtype=np.uint8)


def test_a_picture_that_was_packed_is_not_packed_or_unpacked_again():
    one = picture()
    assert image_to_png(one) is image_to_png(one)
    assert image_from_png(bytes(image_to_png(one)), SIZE, "p") is one
    mask = storable_mask(RANDOM.random(SIZE[::-1]).astype(np.float32))
    assert mask_from_png(mask_to_png(mask), SIZE, "p") is mask


def test_the_png_of_another_program_is_kept_as_it_is():
    buffer = io.BytesIO()
    Image.fromarray(picture()).save(buffer, "PNG", compress_level=0)
    assert image_to_png(image_from_png(buffer.getvalue(), SIZE, "p")) == buffer.getvalue()


def test_what_is_known_is_refused_as_before():
    one = picture()
    png, grey = image_to_png(one), grey_to_png(one[..., 0].copy())
    for read, data, size in (
        (image_from_png, png, (SIZE[0], SIZE[1] + 1)),
        (grey_from_png, png, SIZE),
        (image_from_png, grey, SIZE),
    ):
        with pytest.raises(MalformedError, match=r"^p "):
            read(data, size, "p")


def test_a_mask_that_a_png_cannot_hold_is_read_as_it_is_stored():
    mask = np.full(SIZE[::-1], 1 / 3, np.float32) + np.float32(1e-6)
    read = mask_from_png(mask_to_png(mask), SIZE, "p")
    assert not np.array_equal(read, mask)
    assert np.array_equal(read, storable_mask(mask))


def test_many_pictures_come_and_go():
    kept = [picture() for _ in range(100)]
    pngs = [image_to_png(one) for one in kept]
    for _ in range(300):
        image_to_png(picture())
    assert [image_to_png(one) for one in kept] == pngs
    assert all(image_from_png(png, SIZE, "p") is one for one, png in zip(kept, pngs, strict=True))
