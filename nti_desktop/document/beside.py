"""What the file of a picture holds beside its pixels, bounded before a decoder looks at it.

For some of it decoders take far more time or memory than the file has bytes: megabytes of metadata, a million
chunks, a thousand scans. Only lengths are looked at here; what is damaged is for the decoder to tell.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator

from nti_desktop.document.ifds import is_bounded

MAX_BYTES = 64 * 2**20  # of metadata
MAX_PARTS = 200_000  # chunks, segments and blocks: decoders take them one by one
MAX_EXIF_BYTES = 2**20
FEW_SCANS = 24  # of one colour each: what encoders make
MAX_SCANNED = 4_000_000_000  # pixels of all scans together, if there are more

_MARKER = re.compile(rb"\xff([^\x00\xff])")
_SEARCHED = 1 << 20  # bytes at a time
_AFTER_SCAN = re.compile(rb"\xff([^\x00\xff\xd0-\xd7])")
_LONE = frozenset((0x01, 0xD8, 0xD9, *range(0xD0, 0xD8)))  # markers without a segment
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN, _END, _APP1 = 0xDA, 0xD9, 0xE1
_EXIF = b"Exif\0\0"
_PIXELS = frozenset((b"IDAT", b"fdAT", b"VP8 ", b"VP8L", b"ALPH", b"ANMF"))


class BesideError(ValueError):
    """A file holds more beside its pixels than a photo does."""


def check_beside(data: bytes) -> None:
    """Look at a file whose format is found by its first bytes; one of another kind is left alone.

    Raises:
        BesideError: there is too much.
    """
    walk = next((walk for magic, walk in _WALKS.items() if data.startswith(magic)), None)
    parts = total = 0
    for length in () if walk is None else walk(data):
        parts, total = parts + 1, total + length
        if parts > MAX_PARTS or total > MAX_BYTES:
            raise BesideError("too much metadata")


def _png(data: bytes) -> Iterator[int]:
    place = 8
    while place + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        if kind == b"eXIf":
            _check_exif(data[place + 8 : place + 8 + length])
        yield 0 if kind in _PIXELS else length
        place += 12 + length


def _webp(data: bytes) -> Iterator[int]:
    place = 12
    while place + 8 <= len(data):
        kind, length = struct.unpack_from("<4sI", data, place)
        if kind == b"EXIF":
            _check_exif(data[place + 8 : place + 8 + length])
        yield 0 if kind in _PIXELS else length
        place += 8 + length + length % 2


def _gif(data: bytes) -> Iterator[int]:
    """The blocks before the first frame."""
    flags = int.from_bytes(data[10:11], "big")
    place = 13 + (3 * 2 ** (flags % 8 + 1) if flags & 0x80 else 0)
    while data[place : place + 1] == b"!":
        place += 2
        while place < len(data) and data[place]:
            yield data[place]
            place += 1 + data[place]
        yield 0
        place += 1


def _tiff(data: bytes) -> Iterator[int]:
    if not is_bounded(data):
        raise BesideError("too many values")
    yield 0


def _jpeg(data: bytes) -> Iterator[int]:
    """The segments before the first scan, and what lies between them, which is read byte by byte."""
    place, exif, size = 2, b"", (0, 0)
    while found := _MARKER.search(data, place):
        yield from (0 for _ in range(place, found.start()))
        kind, place = found[1][0], found.end()
        if kind == _SCAN:
            _check_scans(data, found.start(), *size)
            break
        segment = b"" if kind in _LONE else data[place : place + _length(data, place)]
        place += len(segment)
        yield len(segment)
        if kind == _APP1 and segment[2:].startswith(_EXIF) and len(exif) <= MAX_EXIF_BYTES:
            exif += segment[2 + len(_EXIF) :]
        elif kind in _FRAMES and len(segment) > 7:
            height, width, colours = struct.unpack_from(">HHB", segment, 3)
            size = (width * height, colours)
    else:
        yield from (0 for _ in range(place, len(data)))
    _check_exif(exif)


def _length(data: bytes, place: int) -> int:
    """Of a segment, with the two bytes that say it."""
    return int.from_bytes(data[place : place + 2], "big")


def _check_scans(data: bytes, place: int, pixels: int, colours: int) -> None:
    """Bound how often a decoder goes over the pixels; markers between scans are few and short."""
    scanned = 0
    while found := _after_scan(data, place):
        kind, place = found[1][0], found.end()
        if kind == _END:
            return
        if kind == _SCAN:
            scanned += min(int.from_bytes(data[place + 2 : place + 3], "big"), colours)
        if scanned > FEW_SCANS and scanned * pixels > MAX_SCANNED:
            raise BesideError("too many scans")
        if kind not in _LONE:
            place += _length(data, place)


def _after_scan(data: bytes, place: int) -> re.Match[bytes] | None:
    """The next marker; a search keeps Python from running meanwhile, and with it the window, so that a large
    file is searched in parts."""
    for start in range(place, len(data), _SEARCHED):
        found = _AFTER_SCAN.search(data, start, start + _SEARCHED + 1)  # a marker has two bytes
        if found is not None:
            return found
    return None


def _check_exif(exif: bytes) -> None:
    if len(exif) > MAX_EXIF_BYTES or not is_bounded(exif.removeprefix(_EXIF)):
        raise BesideError("too much EXIF")


_WALKS: dict[bytes, Callable[[bytes], Iterator[int]]] = {
    b"\x89PNG\r\n\x1a\n": _png,
    b"\xff\xd8\xff": _jpeg,
    b"GIF8": _gif,
    b"RIFF": _webp,
    b"II": _tiff,
    b"MM": _tiff,
}
