"""Arrays with a description as one safetensors file: read strictly, whatever the file holds."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import safetensors
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
    described = _read_header(layout, data, where)
    try:
        arrays: dict[str, Array] = safetensors.numpy.load(data)
    except (safetensors.SafetensorError, ValueError, KeyError) as error:
        raise MalformedError(f"{where} is damaged") from error
    for name, array in arrays.items():
        _check_array(layout, name, array, where)
    return arrays, described


def _read_header(layout: Layout, data: bytes, where: str) -> Fields:
    """Bound the header, and compare names and types before any array is made."""
    length = int.from_bytes(data[:8], "little")
    if len(data) < 8 or not 2 <= length <= min(MAX_HEADER_BYTES, len(data) - 8):
        raise MalformedError(f"{where} has a damaged header")
    entries = dict(parse_json(data[8 : 8 + length], where).items())
    metadata = entries.pop("__metadata__", None)
    for name, entry in entries.items():
        kind = layout.kind_of(name)
        if kind is None:
            raise MalformedError(f"{where} has an array that does not belong there")
        entry.one_of("dtype", (kind.type,))
    missing = {n for n, kind in layout.arrays.items() if not kind.optional} - set(entries)
    if metadata is None or missing:
        raise MalformedError(f"{where} lacks an array or its description")
    return parse_json(metadata.text(layout.key, MAX_HEADER_BYTES).encode(), where)


def _check_array(layout: Layout, name: str, array: Array, where: str) -> None:
    kind = layout.kind_of(name)
    if kind is None or array.dtype != _TYPES[kind.type] or array.ndim not in kind.dimensions:
        raise MalformedError(f"{where}: {name} has another type or shape")
    if not np.isfinite(array).all():
        raise MalformedError(f"{where}: {name} holds values that are no numbers")
