"""The promise: what an edit does not touch is, in the exported file, the original pixel."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from nti_desktop.document.export import ExportOptions, export_image, losses, quick_png, with_transparency
from nti_desktop.document.merge import merge_full_resolution
from nti_desktop.document.photo import Crop, Photo, photo_from_bytes
from nti_desktop.engine.results import EditResult, Inversion
from tests.document.conftest import encoded, make_inversion, make_result, noise_image
from tests.document.test_photo import _profile

WIDTH, HEIGHT = 80, 60
EXACT = (".png", ".webp", ".tiff")


def _sixteen() -> bytes:
    values = np.random.default_rng(5).integers(0, 65536, (HEIGHT, WIDTH), dtype=np.uint16)
    return encoded(Image.fromarray(values))


# Each with the mode in which Pillow gives its pixels as the file has them.
ORIGINALS = {
    "rgb.png": (lambda: encoded(noise_image()), "RGB"),
    "rgb.jpg": (lambda: encoded(noise_image(), "JPEG"), "RGB"),
    "rgb.tif": (lambda: encoded(noise_image(), "TIFF"), "RGB"),
    "rgb.bmp": (lambda: encoded(noise_image(), "BMP"), "RGB"),
    "rgb.webp": (lambda: encoded(noise_image(), "WEBP"), "RGB"),
    "wide.png": (lambda: encoded(noise_image(), icc_profile=_profile(1.8)), "RGB"),
    "grey.png": (lambda: encoded(noise_image(mode="L")), "RGB"),
    "grey.jpg": (lambda: encoded(noise_image(mode="L"), "JPEG"), "RGB"),
    "palette.png": (lambda: encoded(noise_image().quantize(64)), "RGB"),
    "palette.gif": (lambda: encoded(noise_image().quantize(64), "GIF"), "RGB"),
    "bits.png": (lambda: encoded(noise_image(mode="L").convert("1")), "RGB"),
    "glass.png": (lambda: encoded(noise_image(mode="RGBA")), "RGBA"),
    "wide-glass.png": (lambda: encoded(noise_image(mode="RGBA"), icc_profile=_profile(1.8)), "RGBA"),
    "grey-glass.png": (lambda: encoded(noise_image(mode="RGBA").convert("LA")), "RGBA"),
    "palette-glass.png": (lambda: encoded(noise_image().quantize(64), transparency=3), "RGBA"),
}


@cache
def original(name: str) -> tuple[Photo, np.ndarray]:
    make, mode = ORIGINALS[name]
    data = make()
    return photo_from_bytes(data, name), np.asarray(Image.open(io.BytesIO(data)).convert(mode))


def exported(pixels: np.ndarray, photo: Photo, folder: Path, suffix: str) -> np.ndarray:
    path = folder / f"out{suffix}"
    export_image(pixels, path, photo)
    return np.asarray(Image.open(io.BytesIO(path.read_bytes())))


def an_edit(seed: int, mask_box: tuple[int, int, int, int] | None) -> tuple[Inversion, EditResult]:
    inversion, result = make_inversion(seed=seed), make_result(seed + 1)
    if mask_box is None:
        return inversion, replace(result, blend_mask=None)
    mask = np.zeros_like(result.blend_mask)
    left, top, width, height = mask_box
    mask[top : top + height, left : left + width] = 1
    return inversion, replace(result, blend_mask=mask)


boxes = st.one_of(
    st.none(), st.tuples(st.integers(0, 28), st.integers(0, 28), st.integers(1, 12), st.integers(1, 12))
)
crops = st.builds(
    lambda x, y, side: Crop(x, y, side, side), st.integers(0, 40), st.integers(0, 20), st.integers(16, 40)
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(sorted(ORIGINALS)),
    suffix=st.sampled_from(EXACT),
    crop=crops,
    box=boxes,
    seed=st.integers(0, 99),
)
def test_untouched_pixels_are_the_originals(tmp_path: Path, name, suffix, crop, box, seed):
    photo, own = original(name)
    merged = merge_full_resolution(photo, crop, *an_edit(seed, box))
    written = exported(merged, photo, tmp_path, suffix)
    outside = np.ones((HEIGHT, WIDTH), bool)
    outside[crop.y : crop.y + crop.height, crop.x : crop.x + crop.width] = False
    untouched = (merged == photo.pixels).all(-1)
    assert untouched[outside].all()
    assert written.shape == own.shape
    assert np.array_equal(written[untouched], own[untouched])


@settings(max_examples=40, deadline=None)
@given(crop=crops, box=boxes.filter(lambda box: box is not None), seed=st.integers(0, 99))
def test_nothing_outside_the_mask_is_touched(crop, box, seed):
    photo, _ = original("rgb.png")
    merged = merge_full_resolution(photo, crop, *an_edit(seed, box))
    left, top, width, height = box
    scale = crop.width / 32
    reach = np.ones((HEIGHT, WIDTH), bool)  # one pixel of the mask is as large as `scale` of the photo
    rows = slice(max(0, int(crop.y + (top - 1) * scale) - 1), int(crop.y + (top + height + 1) * scale) + 2)
    columns = slice(
        max(0, int(crop.x + (left - 1) * scale) - 1), int(crop.x + (left + width + 1) * scale) + 2
    )
    reach[rows, columns] = False
    assert np.array_equal(merged[reach], photo.pixels[reach])


@pytest.mark.parametrize("suffix", EXACT)
def test_a_photo_of_sixteen_bits_becomes_the_eight_that_are_shown(tmp_path: Path, suffix):
    photo = photo_from_bytes(_sixteen(), "deep.png")
    assert photo.bits == 16
    assert np.array_equal(exported(photo.pixels, photo, tmp_path, suffix), photo.pixels)
    assert losses(photo, suffix) == ("depth",)


def test_colour_of_sixteen_bits_is_noticed():
    values = np.random.default_rng(5).integers(0, 65536, (HEIGHT, WIDTH, 3)).astype(">u2")
    rows = b"".join(b"\0" + row.tobytes() for row in values)
    assert photo_from_bytes(_png_of_sixteen_bits(rows), "deep.png").bits == 16
    assert photo_from_bytes(encoded(noise_image()), "plain.png").bits == 8


def _png_of_sixteen_bits(rows: bytes) -> bytes:
    """Pillow writes no such file."""
    import struct
    import zlib

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 16, 2, 0, 0, 0)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


@pytest.mark.parametrize("suffix", EXACT)
def test_cmyk_becomes_rgb_and_says_so(tmp_path: Path, suffix):
    photo = photo_from_bytes(encoded(noise_image(mode="CMYK"), "JPEG"), "print.jpg")
    assert np.array_equal(exported(photo.pixels, photo, tmp_path, suffix), photo.pixels)
    assert losses(photo, suffix) == ("colours",)


def test_what_a_format_cannot_hold_is_named():
    glass, plain = original("glass.png")[0], original("rgb.png")[0]
    assert [losses(glass, s) for s in (*EXACT, ".jpg")] == [(), (), (), ("transparency", "exactness")]
    assert losses(plain, ".webp", ExportOptions(quality=80)) == ("exactness",)
    assert losses(plain, ".webp", ExportOptions(quality=100)) == ()
    assert losses(plain, ".jpeg", ExportOptions(quality=100)) == ("exactness",)


@pytest.mark.parametrize("name", ["rgb.jpg", "grey.png", "glass.png", "grey-glass.png", "palette-glass.png"])
def test_what_is_copied_is_what_is_seen(name):
    photo, own = original(name)
    copied = np.asarray(Image.open(io.BytesIO(quick_png(with_transparency(photo.pixels, photo)))))
    assert copied.shape == own.shape
    assert np.abs(copied.astype(int) - own)[own[..., -1] > 128].max() <= 1
    small = np.zeros((8, 9, 3), np.uint8)
    assert Image.open(io.BytesIO(quick_png(with_transparency(small, photo)))).size == (9, 8)


@pytest.mark.parametrize("suffix", [".jpg", ".webp"])
def test_quality_makes_files_smaller(tmp_path: Path, suffix):
    photo, _ = original("rgb.png")
    sizes = []
    for quality in (None, 90, 60, 20):
        export_image(photo.pixels, tmp_path / f"o{suffix}", photo, ExportOptions(quality=quality))
        sizes.append((tmp_path / f"o{suffix}").stat().st_size)
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 4
