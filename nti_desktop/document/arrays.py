"""Arrays with a description as one safetensors file: read strictly, whatever the file holds."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import safetensors.numpy

from nti_desktop.document.fields import Fields, MalformedError, parse_json

MAX_HEADER_BYTES = 2**20
Array = npt.NDArray[Any]

_TYPES: dict[str, type[np.generic]] = {"I64": np.int64, "F32": np.float32, "F16": np.float16, "U8": np.uint8}


@dataclass(frozen=True)
class Kind:
    """What an array must be.

    Attributes:
        type: safetensors' name of its type.
        dimensions: how many it may have.
    """

    type: str
    dimensions: tuple[int, ...]
    optional: bool = False


@dataclass(frozen=True)
class Layout:
    """What a file holds.

    Attributes:
        key: of the metadata entry with the description, a JSON object.
        arrays: pattern of a name -> what that array must be.
    """

    key: str
    arrays: Mapping[str, Kind]

    def kind_of(self, name: str) -> Kind | None:
        """What the array of that name must be; None where there is no such array."""
        return next((kind for pattern, kind in self.arrays.items() if re.fullmatch(pattern, name)), None)


def to_bytes(layout: Layout, arrays: Mapping[str, Array | None], described: Mapping[str, object]) -> bytes:
    """The file; every array reopens byte-equal, and those that are None are left out."""
    packed = {
        name: np.ascontiguousarray(array, dtype=_TYPES[kind.type])
        for name, array in arrays.items()
        if array is not None and (kind := layout.kind_of(name)) is not None
    }
    data: bytes = safetensors.numpy.save(packed, {layout.key: json.dumps(described, allow_nan=False)})
    return data


def from_bytes(layout: Layout, data: bytes, where: str) -> tuple[dict[str, Array], Fields]:
    """Read what `to_bytes` wrote: the arrays, finite and of the right types, and the description.

    Raises:
        MalformedError: the file is damaged, or holds something else.
    """
    header = read_header(layout, data, len(data), where)
    found = {name: header.take(name, data[place.begin : place.end]) for name, place in header.places.items()}
    return found, header.described


@dataclass(frozen=True)
class Place:
    """Where in the file an array is, from its first byte to behind its last, and what it is."""

    begin: int
    end: int
    type: str
    shape: tuple[int, ...]


@dataclass(frozen=True)
class Header:
    """What a file holds, without the arrays themselves.

    Attributes:
        where: how messages call the file.
        places: name of an array -> where it is.
    """

    where: str
    described: Fields
    places: Mapping[str, Place]

    def take(self, name: str, data: bytes) -> Array:
        """The array whose bytes these are, a copy of its own.

        Raises:
            MalformedError: there are too few, or some of its values are no numbers.
        """
        place = self.places[name]
        if len(data) != place.end - place.begin:
            raise MalformedError("{where} is damaged", where=self.where)
        array = np.frombuffer(data, np.dtype(_TYPES[place.type])).reshape(place.shape).copy()
        if not np.isfinite(array).all():
            raise MalformedError(
                "{where}: {name} holds values that are no numbers", where=self.where, name=name
            )
        return array


def header_bytes(data: bytes, size: int, where: str) -> int:
    """How long the header is, its length included, by the first eight bytes of a file of that size.

    Raises:
        MalformedError: it is longer than may be, or than the file.
    """
    length = int.from_bytes(data[:8], "little")
    if len(data) < 8 or not 2 <= length <= min(MAX_HEADER_BYTES, size - 8):
        raise MalformedError("{where} has a damaged header", where=where)
    return 8 + length


def read_header(layout: Layout, data: bytes, size: int, where: str) -> Header:
    """Find out what a file holds before any array is made: names, types, shapes and places.

    Args:
        data: the file, or its beginning with the whole header.
        size: of the file in bytes.

    Raises:
        MalformedError: the header is damaged, or says something else than the layout.
    """
    start = header_bytes(data, size, where)
    entries = dict(parse_json(data[8:start], where).items())
    metadata = entries.pop("__metadata__", None)
    if any(layout.kind_of(name) is None for name in entries):
        raise MalformedError("{where} has an array that does not belong there", where=where)
    missing = {n for n, kind in layout.arrays.items() if not kind.optional} - set(entries)
    if metadata is None or missing:
        raise MalformedError("{where} lacks an array or its description", where=where)
    places = {name: _place_of(layout, name, entry, start, where) for name, entry in entries.items()}
    _check_places(list(places.values()), start, size, where)
    described = parse_json(metadata.text(layout.key, MAX_HEADER_BYTES).encode(), where)
    return Header(where, described, places)


def _place_of(layout: Layout, name: str, entry: Fields, start: int, where: str) -> Place:
    kind, shape = layout.kind_of(name), entry.integers("shape", 0, 2**40)
    begin, end = entry.integers("data_offsets", 0, 2**40, length=2)
    if kind is None or entry.text("dtype") != kind.type or len(shape) not in kind.dimensions:
        raise MalformedError("{where}: {name} has another type or shape", where=where, name=name)
    if end - begin != math.prod(shape) * np.dtype(_TYPES[kind.type]).itemsize:
        raise MalformedError("{where} is damaged", where=where)
    return Place(start + begin, start + end, kind.type, shape)


def _check_places(places: list[Place], start: int, size: int, where: str) -> None:
    """Whether the arrays lie one behind the other, without a gap, up to the end of the file."""
    for place in sorted(places, key=lambda place: (place.begin, place.end)):
        if place.begin != start:
            raise MalformedError("{where} is damaged", where=where)
        start = place.end
    if start != size:
        raise MalformedError("{where} is damaged", where=where)
