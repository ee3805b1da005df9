"""Writing edited photos: formats, colours, EXIF, transparency, and failures."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from nti_desktop.document import atomic
from nti_desktop.document.export import EXPORT_SUFFIXES, export_image
from nti_desktop.document.photo import Photo, load_photo, photo_from_bytes
from nti_desktop.errors import PhotoError
from tests.document.conftest import encoded, noise_image
from tests.document.test_photo import _profile

LOSSLESS = (".png", ".webp", ".tif", ".TIFF")


def opened(path: Path) -> Image.Image:
    return Image.open(io.BytesIO(path.read_bytes()))


def touched(photo: Photo) -> np.ndarray:
    pixels = photo.pixels.copy()
    pixels[:10, :10] = (10, 200, 30)
    return pixels


@pytest.mark.parametrize("suffix", LOSSLESS)
def test_lossless_formats_hold_every_pixel(photo: Photo, tmp_path: Path, suffix):
    path = tmp_path / f"out{suffix}"
    export_image(touched(photo), path, photo)
    assert np.array_equal(np.asarray(opened(path).convert("RGB")), touched(photo))
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_jpeg_is_close(tmp_path: Path):
    photo = photo_from_bytes(encoded(Image.linear_gradient("L").convert("RGB")), "g.png")
    export_image(photo.pixels, tmp_path / "o.jpg", photo)
    assert np.abs(np.asarray(opened(tmp_path / "o.jpg")).astype(int) - photo.pixels).max() <= 6


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".webp", ".tiff"])
def test_exif_is_kept_upright(tmp_path: Path, suffix):
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Maker"
    details = exif.get_ifd(0x8769)
    details[0xA002], details[0xA003], details[0x9003] = 80, 60, "2020:01:02 03:04:05"
    exif.get_ifd(0x8825)[1] = "N"
    photo = photo_from_bytes(encoded(noise_image(), "JPEG", exif=exif), "p.jpg")
    assert photo.size == (60, 80)
    path = tmp_path / f"o{suffix}"
    export_image(photo.pixels, path, photo)
    written = opened(path).getexif()
    assert written.get(0x0112, 1) == 1
    assert written[0x010F] == "Maker"
    assert written.get_ifd(0x8769)[0x9003] == "2020:01:02 03:04:05"
    assert written.get_ifd(0x8769)[0xA002] == 60
    assert written.get_ifd(0x8825)[1] == "N"
    assert load_photo(path).size == (60, 80)


def test_unreadable_exif_is_dropped(photo: Photo, tmp_path: Path):
    damaged = photo_from_bytes(
        encoded(noise_image(), exif=b"Exif\0\0MM\0*\xff\xff\xff\xff" + b"\xff" * 40), "p.png"
    )
    for suffix in (".png", ".tiff", ".jpg"):
        export_image(damaged.pixels, tmp_path / f"o{suffix}", damaged)
        assert load_photo(tmp_path / f"o{suffix}").size == (80, 60)


@pytest.mark.parametrize("suffix", [".png", ".tiff"])
def test_other_colour_spaces_are_kept(tmp_path: Path, suffix):
    image, profile = noise_image(), _profile(1.8)
    photo = photo_from_bytes(encoded(image, icc_profile=profile), "wide.png")
    path = tmp_path / f"o{suffix}"
    export_image(touched(photo), path, photo)
    written = opened(path)
    assert written.info["icc_profile"] == profile
    assert np.array_equal(np.asarray(written)[10:], np.asarray(image)[10:])
    again = load_photo(path)
    assert np.abs(again.pixels[:10, :10].astype(int) - (10, 200, 30)).max() <= 3


def test_srgb_profile_is_kept_as_it_was(tmp_path: Path):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    photo = photo_from_bytes(encoded(noise_image(), icc_profile=profile), "s.png")
    export_image(photo.pixels, tmp_path / "o.jpg", photo)
    assert opened(tmp_path / "o.jpg").info["icc_profile"] == profile


def test_a_profile_that_did_not_count_is_not_written(tmp_path: Path):
    grey = photo_from_bytes(encoded(Image.new("L", (32, 32), 90), icc_profile=_profile(1.0)), "g.png")
    export_image(grey.pixels, tmp_path / "o.png", grey)
    assert "icc_profile" not in opened(tmp_path / "o.png").info
    assert load_photo(tmp_path / "o.png").pixels[0, 0].tolist() == [90] * 3


def test_photos_without_a_way_back_become_srgb(photo: Photo, tmp_path: Path, monkeypatch):
    monkeypatch.setattr("nti_desktop.document.export.inverse_transform", lambda _: None)
    wide = photo_from_bytes(encoded(noise_image(), icc_profile=_profile(1.0)), "w.png")
    export_image(wide.pixels, tmp_path / "o.png", wide)
    profile = ImageCms.ImageCmsProfile(io.BytesIO(opened(tmp_path / "o.png").info["icc_profile"]))
    assert "sRGB" in ImageCms.getProfileDescription(profile)
    assert np.array_equal(load_photo(tmp_path / "o.png").pixels, wide.pixels)


def test_transparency_is_kept_where_the_format_can(tmp_path: Path):
    image = noise_image(64, 48, "RGBA")
    photo = photo_from_bytes(encoded(image), "glass.png")
    for suffix in (".png", ".webp", ".tiff"):
        export_image(touched(photo), tmp_path / f"o{suffix}", photo)
        written = opened(tmp_path / f"o{suffix}")
        assert written.mode == "RGBA"
        assert np.array_equal(np.asarray(written)[10:], np.asarray(image)[10:])
        assert np.array_equal(np.asarray(written)[..., 3], np.asarray(image)[..., 3])
    export_image(touched(photo), tmp_path / "o.jpg", photo)
    assert opened(tmp_path / "o.jpg").mode == "RGB"


def test_a_picture_of_the_models_size(photo: Photo, tmp_path: Path):
    small = np.zeros((32, 32, 3), np.uint8)
    export_image(small, tmp_path / "o.png", photo)
    assert opened(tmp_path / "o.png").size == (32, 32)


def test_refusals(photo: Photo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    assert ".webp" in EXPORT_SUFFIXES
    for name in ("o.gif", "o", "o.pdf"):
        with pytest.raises(PhotoError, match="suffix"):
            export_image(photo.pixels, tmp_path / name, photo)
    with pytest.raises(PhotoError, match="PNG or TIFF"):
        export_image(np.zeros((16, 17000, 3), np.uint8), tmp_path / "o.webp", photo)
    with pytest.raises(PhotoError, match="folder does not exist"):
        export_image(photo.pixels, tmp_path / "no" / "o.png", photo)
    (tmp_path / "o.png").write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic.os, "fsync", full)
    with pytest.raises(PhotoError, match="no space"):
        export_image(photo.pixels, tmp_path / "o.png", photo)
    assert [p.name for p in tmp_path.iterdir()] == ["o.png"]
    assert (tmp_path / "o.png").read_bytes() == b"old"


def test_a_part_of_the_photo_has_not_the_transparency_of_all_of_it(tmp_path: Path):
    photo = photo_from_bytes(encoded(noise_image(64, 48, "RGBA")), "glass.png")
    made = touched(photo)
    export_image(made, tmp_path / "o.png", photo, whole=False)
    written = opened(tmp_path / "o.png")
    assert written.mode == "RGB"
    assert np.array_equal(np.asarray(written), made)
