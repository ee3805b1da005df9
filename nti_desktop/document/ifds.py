"""The directories of a TIFF file, or of an EXIF block, which is one: how much they ask a decoder to take in.

(Format: TIFF 6.0 and its 64-bit relative; EXIF's own directories are entries that point to others.)
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

# TIFF tags that say how the file holds its pixels, and blocks that have a place of their own.
STRUCTURE_TAGS = frozenset(
    (*range(254, 269), 273, *range(277, 282), *range(284, 296), 297, 301, *range(317, 348), *range(512, 533))
) | {700, 33723, 34377, 34675, 37724}

MOST_VALUES = 100_000  # numbers that become objects, of all tags that say something about the photo
MOST_PLACES = 1_000_000  # of one tag that says where the pixels are
_MOST_DIRECTORIES = 16
_POINTERS = frozenset((0x8769, 0x8825, 0xA005))  # EXIF, GPS, interoperability
_TEXTS = frozenset((1, 2, 7))  # bytes, which stay as they are
_SIZES = dict(
    enumerate((0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8))
)  # bytes of a value, by type


@dataclass(frozen=True)
class _Entry:
    """Of a directory; `value` is the number it holds itself, or where its values are."""

    tag: int
    kind: int
    count: int
    value: int


def is_bounded(data: bytes) -> bool:
    """Whether a TIFF file's first directory, and those that it points to, hold no more than a photo's do.

    What lies outside the file, as with many a damaged photo, is not read by a decoder and does not count.
    """
    values = size = 0
    for entry in _entries(data):
        length = entry.count * _SIZES.get(entry.kind, 0)
        if length > 8 and entry.value + length > len(data):
            continue
        size += length
        if entry.kind not in _TEXTS and entry.tag not in STRUCTURE_TAGS:
            values += entry.count
        is_long = entry.kind not in _TEXTS and entry.count > MOST_PLACES
        if is_long or values > MOST_VALUES or size > 2 * len(data) + 64:
            return False
    return True


def _entries(data: bytes) -> Iterator[_Entry]:
    """Of all directories that a decoder of the first picture reads, each once; damaged ones end early."""
    order = "<" if data.startswith(b"II") else ">"
    large = data[2:4] in (b"\x2b\0", b"\0\x2b")
    head, number, entry = ("Q", "Q", "HHQQ") if large else ("I", "H", "HHII")
    try:
        waiting, seen = [struct.unpack_from(order + head, data, 8 if large else 4)[0]], set[int]()
        while waiting and len(seen) < _MOST_DIRECTORIES:
            place = waiting.pop()
            if place in seen:
                continue
            seen.add(place)
            (count,) = struct.unpack_from(order + number, data, place)
            first, length = place + struct.calcsize(order + number), struct.calcsize(order + entry)
            for at in range(first, min(first + count * length, len(data) - length + 1), length):
                found = _Entry(*struct.unpack_from(order + entry, data, at))
                if found.tag in _POINTERS:
                    waiting.append(found.value)
                yield found
    except (struct.error, OverflowError):
        return
