"""Files that hold far more beside their pixels than a photo does are refused before a decoder reads them.

Before there were such bounds, each of these took a minute or more, or gigabytes.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

import pytest
from PIL import Image

from nti_desktop.document.beside import MAX_EXIF_BYTES, MAX_PARTS
from nti_desktop.document.fields import MalformedError
from nti_desktop.document.photo import Photo, photo_from_bytes
from nti_desktop.document.pictures import image_from_png
from nti_desktop.errors import PhotoError
from tests.document.conftest import encoded, noise_image

_TIFF_HEAD = b"II*\0" + struct.pack("<I", 8)
_SHORT, _RATIONAL, _UNDEFINED, _LONG = 3, 5, 7, 4


def opened(data: bytes) -> Photo:
    return photo_from_bytes(data, "nasty.png")


def directory(*entries: tuple[int, int, int, int]) -> bytes:
    """A TIFF file of one directory: tag, type, count, value."""
    packed = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return _TIFF_HEAD + struct.pack("<H", len(entries)) + packed + bytes(4)


def chunk(kind: bytes, body: bytes = b"") -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(*chunks: bytes) -> bytes:
    data = encoded(noise_image(24, 20), "PNG")
    return data[:33] + b"".join(chunks) + data[33:]


def segment(kind: int, body: bytes = b"") -> bytes:
    return bytes((0xFF, kind)) + struct.pack(">H", len(body) + 2) + body


def jpeg(more: bytes) -> bytes:
    data = encoded(noise_image(24, 20), "JPEG")
    return data[:2] + more + data[2:]


def gif(more: bytes) -> bytes:
    data = encoded(noise_image(24, 20).quantize(8), "GIF")
    start = 13 + 3 * 2 ** ((data[10] & 7) + 1)
    return data[:start] + more + data[start:]


def many_scans() -> bytes:
    """Some 400 bytes a scan, each of which goes over 80 megapixels."""
    buffer = io.BytesIO()
    Image.new("L", (160, 120)).save(buffer, "JPEG", progressive=True)
    data = buffer.getvalue()
    size = data.index(b"\xff\xc2") + 5
    last = data.rindex(b"\xff\xda")
    return (
        data[:size] + struct.pack(">HH", 8000, 10000) + data[size + 4 : -2] + data[last:-2] * 60 + data[-2:]
    )


_EXIF_BOMB = directory(*((tag, _UNDEFINED, 30_000, 8) for tag in range(1, 3000)))
_MANY_RATIONALS = directory((0x9999, _RATIONAL, 130_000, 26)) + bytes(1_040_000)

NASTY: dict[str, Callable[[], bytes]] = {
    "a million chunks": lambda: png(chunk(b"abCd") * (MAX_PARTS + 1)),
    "megabytes of EXIF": lambda: png(chunk(b"eXIf", _TIFF_HEAD + bytes(MAX_EXIF_BYTES))),
    "EXIF whose entries share their bytes": lambda: png(chunk(b"eXIf", _EXIF_BOMB)),
    "EXIF of too many numbers": lambda: png(chunk(b"eXIf", _MANY_RATIONALS)),
    "EXIF in many segments": lambda: jpeg(segment(0xE1, b"Exif\0\0" + bytes(60_000)) * 20),
    "many empty segments": lambda: jpeg(segment(0xE5) * (MAX_PARTS + 1)),
    "much to fill a gap": lambda: jpeg(b"\xff" * (MAX_PARTS + 2)),
    "nothing but a gap": lambda: b"\xff\xd8" + b"\xff" * (MAX_PARTS + 2),
    "many scans": many_scans,
    "many comments": lambda: gif(b"!\xfe\x01a\0" * (MAX_PARTS // 2 + 1)),
    "places of too many strips": lambda: directory((273, _LONG, 2_000_000, 8)) + bytes(8_000_000),
    "too many numbers in a tag": lambda: directory((40001, _SHORT, 130_000, 8)) + bytes(260_000),
    "too many numbers behind EXIF's pointer": lambda: (
        directory((0x8769, _LONG, 1, 26))
        + struct.pack("<HHHII", 1, 40001, _SHORT, 130_000, 40)
        + bytes(400_000)
    ),
}


@pytest.mark.parametrize("name", NASTY)
def test_nasty_files_are_refused_in_a_sentence(name: str):
    with pytest.raises(
        PhotoError, match=r"^“nasty.png” holds far more than a photo does .* without metadata\.$"
    ):
        opened(NASTY[name]())


def test_the_pictures_of_a_project_are_bounded_likewise():
    with pytest.raises(MalformedError, match="damaged"):
        image_from_png(NASTY["a million chunks"](), (24, 20), "results/1.png")
    assert image_from_png(png(chunk(b"abCd") * 3), (24, 20), "results/1.png").shape == (20, 24, 3)


@pytest.mark.parametrize("kind", ["icc_profile", "xmp", "exif"])
def test_webp_metadata_are_bounded(kind: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("nti_desktop.document.beside.MAX_BYTES", 50_000)
    monkeypatch.setattr("nti_desktop.document.beside.MAX_EXIF_BYTES", 50_000)
    blob = _TIFF_HEAD + bytes(60_000)
    with pytest.raises(PhotoError, match="far more"):
        opened(encoded(noise_image(24, 20), "WEBP", **{kind: blob}))
    assert opened(encoded(noise_image(24, 20), "WEBP", **{kind: blob[:40_000]})).size == (24, 20)


def test_what_real_photos_hold_is_opened():
    layers = directory((37724, _UNDEFINED, 10**6, 8))
    tiff = encoded(noise_image(24, 20), "TIFF", tiffinfo={37724: layers + bytes(10**6)})
    progressive = encoded(noise_image(600, 400), "JPEG", progressive=True)
    extended_xmp = jpeg(segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + bytes(60_000)) * 40)
    note = directory((0x927C, _UNDEFINED, 200_000, 26)) + bytes(200_000)
    in_segments = jpeg(
        b"".join(segment(0xE1, b"Exif\0\0" + note[at : at + 60_000]) for at in range(0, len(note), 60_000))
    )
    film_behind = encoded(noise_image(24, 20), "JPEG") + b"\xff\xda" * 10**6
    damaged = png(chunk(b"eXIf", directory((0x010F, _SHORT, 2**31, 8), (0x0110, _RATIONAL, 10**6, 8))))
    for data in (
        damaged,
        tiff,
        progressive,
        extended_xmp,
        in_segments,
        film_behind,
        gif(b"!\xfe\x01a\0" * 100),
    ):
        assert opened(data).pixels.any()
    assert opened(in_segments).exif is not None
