"""Opening photos of every kind, and refusing what is none."""

from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from nti_desktop.document.decoding import MAX_PIXELS
from nti_desktop.document.photo import load_photo, photo_from_bytes, plain_name
from nti_desktop.errors import PhotoError
from tests.document.conftest import encoded, noise_image

LOSSLESS = [("PNG", {}), ("BMP", {}), ("TIFF", {}), ("WEBP", {"lossless": True})]


@pytest.mark.parametrize(("kind", "options"), LOSSLESS)
def test_lossless_formats_come_in_exactly(kind, options):
    image = noise_image()
    data = encoded(image, kind, **options)
    photo = photo_from_bytes(data, "noise")
    assert np.array_equal(photo.pixels, np.asarray(image))
    assert photo.original == data
    assert photo.alpha is None
    assert photo.media_type == f"image/{kind.lower()}"
    assert photo.size == (80, 60)


@pytest.mark.parametrize("kind", ["JPEG", "AVIF", "GIF", "WEBP"])
def test_lossy_formats_open(kind):
    photo = photo_from_bytes(encoded(Image.new("RGB", (64, 48), (200, 40, 30)), kind), "plain")
    assert np.abs(photo.pixels.astype(int) - (200, 40, 30)).max() <= 8
    assert photo.media_type == f"image/{kind.lower()}"


def test_first_frame_of_an_animation():
    frames = [Image.new("RGB", (32, 32), colour) for colour in ("red", "blue")]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert photo_from_bytes(data, "a.gif").pixels[0, 0].tolist() == [255, 0, 0]


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_photos_come_upright(orientation, kind):
    upright = np.zeros((24, 32, 3), np.uint8)
    upright[:12, :16] = (255, 0, 0)
    upright[12:, 16:] = (0, 0, 255)
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    stored = Image.fromarray(upright)
    if orientation in undo:
        stored = stored.transpose(undo[orientation])
    exif = Image.Exif()
    exif[0x0112] = orientation
    options = {"JPEG": {"quality": 100, "subsampling": 0}, "WEBP": {"lossless": True}}.get(kind, {})
    photo = photo_from_bytes(encoded(stored, kind, exif=exif, **options), "turned")
    assert photo.size == (32, 24)
    assert np.abs(photo.pixels.astype(int) - upright).max() <= 4


def _profile(gamma: float) -> bytes:
    """An sRGB profile whose three curves are replaced by a plain gamma; always the same bytes."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    data[24:36] = bytes(12)  # the time it was made
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256))
    entries = struct.unpack(">I", data[128:132])[0]
    for entry in range(entries):
        at = 132 + 12 * entry
        name, offset, size = struct.unpack(">4sII", data[at : at + 12])
        if name in (b"rTRC", b"gTRC", b"bTRC"):
            data[offset : offset + len(curve)] = curve
            data[at + 8 : at + 12] = struct.pack(">I", min(size, len(curve)))
    return bytes(data)


def test_colours_are_converted_to_srgb():
    image = Image.new("RGB", (32, 32), (128, 128, 128))
    photo = photo_from_bytes(encoded(image, icc_profile=_profile(1.0)), "linear.png")
    assert abs(int(photo.pixels[0, 0, 0]) - 188) <= 2
    assert photo.icc == _profile(1.0)


def test_srgb_photos_keep_every_value():
    image = noise_image()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert np.array_equal(
        photo_from_bytes(encoded(image, icc_profile=profile), "s.png").pixels, np.asarray(image)
    )


@pytest.mark.parametrize("profile", [b"nonsense", _profile(1.0)[:200], b"\0" * 500])
def test_a_damaged_profile_is_ignored(profile):
    image = noise_image()
    photo = photo_from_bytes(encoded(image, icc_profile=profile), "p.png")
    assert np.array_equal(photo.pixels, np.asarray(image))


def test_a_profile_for_other_colours_is_ignored():
    grey = Image.new("L", (32, 32), 77)
    assert (
        photo_from_bytes(encoded(grey, icc_profile=_profile(1.0)), "g.png").pixels[0, 0].tolist() == [77] * 3
    )


def test_cmyk_and_grey_and_palette():
    white = photo_from_bytes(encoded(Image.new("CMYK", (32, 32), (0, 0, 0, 0)), "JPEG"), "w.jpg")
    assert white.pixels.min() >= 250
    palette = Image.new("RGB", (32, 32), (10, 200, 30)).quantize(4)
    assert photo_from_bytes(encoded(palette), "p.png").pixels[3, 3].tolist() == [10, 200, 30]
    bits = Image.new("1", (32, 32), 1)
    assert photo_from_bytes(encoded(bits), "b.png").pixels.min() == 255
    lab = photo_from_bytes(encoded(Image.new("LAB", (32, 32), (255, 128, 128)), "TIFF"), "l.tif")
    assert lab.pixels.min() >= 250


def test_sixteen_bits_are_reduced():
    values = np.full((32, 32), 257 * 100, np.uint16)
    assert photo_from_bytes(encoded(Image.fromarray(values)), "deep.png").pixels[0, 0].tolist() == [100] * 3
    floats = np.full((32, 32), 0.5, np.float32)
    floats[0, 0] = np.nan
    assert photo_from_bytes(encoded(Image.fromarray(floats), "TIFF"), "f.tif").pixels[1, 1, 0] in (127, 128)


@pytest.mark.parametrize("mode", ["LA", "RGBA"])
def test_every_level_at_every_transparency(mode: str):
    levels = np.repeat(np.arange(256, dtype=np.uint8)[:, None], 256, axis=1)
    bands = [levels] * (len(mode) - 1) + [levels.T.copy()]
    photo = photo_from_bytes(encoded(Image.fromarray(np.stack(bands, -1), mode)), "p.png")
    share = levels.T / 255
    assert np.array_equal(photo.pixels[..., 1], np.rint(levels * share + 255 * (1 - share)))
    assert np.array_equal(photo.alpha, levels.T)


def test_transparency_is_shown_over_white_and_kept():
    image = Image.new("RGBA", (32, 32), (255, 0, 0, 0))
    image.paste((0, 0, 255, 128), (0, 0, 16, 32))
    photo = photo_from_bytes(encoded(image), "glass.png")
    assert photo.pixels[0, 20].tolist() == [255, 255, 255]
    assert photo.pixels[0, 0].tolist() == [127, 127, 255]
    assert photo.alpha is not None
    assert photo.alpha[0, [0, 20]].tolist() == [128, 0]
    opaque = photo_from_bytes(encoded(Image.new("RGBA", (32, 32), "red")), "o.png")
    assert opaque.alpha is None
    palette = Image.new("P", (32, 32), 0)
    assert photo_from_bytes(encoded(palette, transparency=0), "t.png").pixels.min() == 255


def _png_of_size(width: int, height: int) -> bytes:
    header = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b"")]
    parts = [struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize(("width", "height"), [(30000, 30000), (13000, 10000), (2**31 - 1, 2**31 - 1)])
def test_bombs_are_refused_before_decoding(width, height):
    assert width * height > MAX_PIXELS
    with pytest.raises(PhotoError, match="megapixels"):
        photo_from_bytes(_png_of_size(width, height), "bomb.png")


def test_refusals_say_what_is_wrong(tmp_path: Path):
    heic = b"\0\0\0\x18ftypheic" + b"\0" * 100
    for data, words in (
        (b"", "is empty"),
        (b"hello", "is not a photo"),
        (heic, "HEIC"),
        (b"\x89PNG", "damaged"),
    ):
        (tmp_path / "x.jpg").write_bytes(data)
        with pytest.raises(PhotoError, match=words):
            load_photo(tmp_path / "x.jpg")
    with pytest.raises(PhotoError, match="is a folder"):
        load_photo(tmp_path)
    with pytest.raises(PhotoError, match="no file"):
        load_photo(tmp_path / "missing.png")
    with pytest.raises(PhotoError, match="cannot be read"):
        load_photo(tmp_path / "x.jpg" / "y")
    with pytest.raises(PhotoError, match="larger photo"):
        photo_from_bytes(encoded(Image.new("RGB", (4, 40))), "thin.png")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_without_waiting(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.png")
    with pytest.raises(PhotoError, match="ordinary file"):
        load_photo(tmp_path / "pipe.png")


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "secret.png"
    path.write_bytes(b"x")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(PhotoError, match="Permission denied"):
        load_photo(path)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF", "AVIF"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.97])
def test_truncated_photos_are_refused(kind, share):
    data = encoded(noise_image(), kind)
    with pytest.raises(PhotoError) as caught:
        photo_from_bytes(data[: int(len(data) * share)], "cut")
    assert str(caught.value).endswith(".")


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF"]), st.data())
def test_damaged_photos_open_or_are_refused(kind, data):
    exif = Image.Exif()
    exif[0x0112] = 6
    options = {"exif": exif, "icc_profile": _profile(1.8)} if kind not in ("BMP", "GIF") else {}
    damaged = bytearray(encoded(noise_image(24, 20), kind, **options))
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    try:
        photo = photo_from_bytes(bytes(damaged), "x")
    except PhotoError:
        return
    assert photo.pixels.dtype == np.uint8
    assert photo.pixels.shape[2] == 3


def test_names_are_plain():
    assert plain_name("/home/a/b.jpg") == "b.jpg"
    assert plain_name("C:\\a\\b.jpg") == "b.jpg"
    assert plain_name("..\0/") == "photo"
    assert plain_name("\udc80x\n.png") == "?x.png"
    assert len(plain_name("x" * 1000)) == 255


def test_oversized_blobs_are_dropped():
    data = encoded(noise_image(), "JPEG", icc_profile=os.urandom(5 * 2**20))
    assert photo_from_bytes(data, "fat.jpg").icc is None


def test_multi_picture_jpeg():
    frames = [noise_image(), noise_image(seed=1)]
    buffer = io.BytesIO()
    frames[0].save(buffer, "MPO", save_all=True, append_images=frames[1:])
    photo = photo_from_bytes(buffer.getvalue(), "phone.jpg")
    assert photo.media_type == "image/jpeg"
    assert photo.size == (80, 60)
