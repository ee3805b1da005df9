"""The texts of a model, bounded before they are read: its small files, and the headers of its weights.

Torch-free. A safetensors file begins with the length of its header and the header itself, JSON with every
tensor's name, shape and place. It is held against the file's size, so that a damaged or truncated model is
named in a sentence before a job starts. (Format: https://github.com/huggingface/safetensors, README.)
"""

from __future__ import annotations

import json
import math
import stat
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nti_desktop.errors import ModelError

MAX_JSON = 32 * 1024 * 1024
MAX_VALUES = 1_000_000  # in one file: a value of two bytes takes up to a hundred times as much memory
# Bits of a number, by safetensors' name of its type.
_BITS = {name: int(name.lstrip("BFIU")) for name in "F64 I64 F32 I32 F16 BF16 I16 I8 U8".split()}
_PICKLES = (b"PK\x03\x04", b"\x80\x02", b"\x80\x03", b"\x80\x04")
# What reading a header that is none, or not as it should be, can raise.
_HEADER_ERRORS = (
    OSError, ValueError, struct.error, AttributeError, KeyError, TypeError, IndexError, OverflowError,
    RecursionError,
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Header:
    """Of a safetensors file.

    Attributes:
        shapes: tensor name -> shape.
        metadata: what its maker wrote into it.
    """

    shapes: Mapping[str, tuple[int, ...]]
    metadata: Mapping[str, str]


def read_header(path: Path, where: str | None = None) -> Header:
    """Read a safetensors header and hold it against the size of its file.

    Args:
        where: how messages call the file.

    Raises:
        ModelError: the file is missing, of another format, damaged or truncated.
    """
    where = where or f"{path.parent.name}/{path.name}"
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(8)
            length = struct.unpack("<Q", start)[0]
            header = _parsed(file.read(min(length, MAX_JSON)))
        metadata = {str(k): str(v) for k, v in header.pop("__metadata__", {}).items()}
        shapes = {name: tuple(int(n) for n in entry["shape"]) for name, entry in header.items()}
        end = _end_of(header, shapes)
    except FileNotFoundError:
        raise ModelError("The model lacks {where}; only safetensors weights are read.", where=where) from None
    except _HEADER_ERRORS:
        raise _no_weights(path, where) from None
    if 8 + length + end != size:
        raise ModelError("The model's {where} is incomplete; get a new copy.", where=where)
    return Header(shapes, metadata)


def read_json(path: Path) -> dict[str, Any]:
    """Read one of a model's small files.

    Raises:
        ModelError: it is missing or damaged.
    """
    where = f"{path.parent.name}/{path.name}"
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for, a device never end
            raise ValueError(where)
        with path.open("rb") as file:
            content = _parsed(file.read(MAX_JSON + 1))
    except FileNotFoundError:
        raise ModelError("The model lacks {where}; get a complete copy of it.", where=where) from None
    except (OSError, ValueError, TypeError, RecursionError):
        raise ModelError("The model's {where} is damaged; get a new copy.", where=where) from None
    return content


def _parsed(data: bytes) -> dict[str, Any]:
    """A JSON object, bounded before it is read.

    Raises:
        ValueError, RecursionError: it is none, or too large.
    """
    if len(data) > MAX_JSON or sum(data.count(sign) for sign in (b",", b"[", b"{")) > MAX_VALUES:
        raise ValueError("too many values")
    content = json.loads(data)
    if not isinstance(content, dict):
        raise TypeError("no object")
    return content


def _end_of(header: Mapping[str, Any], shapes: Mapping[str, tuple[int, ...]]) -> int:
    """Where the tensors end, which lie one behind the other and have the sizes of their shapes.

    Raises:
        ValueError: they do not: two of them share their bytes, or there is a gap.
    """
    places = {
        name: (int(entry["data_offsets"][0]), int(entry["data_offsets"][1])) for name, entry in header.items()
    }
    end = 0
    for name in sorted(places, key=places.__getitem__):
        begin, after = places[name]
        size = math.prod(shapes[name]) * _BITS.get(header[name]["dtype"], 0)
        if (
            begin != end
            or after < begin
            or min(shapes[name], default=0) < 0
            or size not in (0, 8 * (after - begin))
        ):
            raise ValueError(name)
        end = after
    return end


def _no_weights(path: Path, where: str) -> ModelError:
    """What to say of a file that is not safetensors."""
    try:
        with path.open("rb") as file:
            start = file.read(512)
    except OSError:
        return ModelError(
            "The model's {where} cannot be read; check the permissions of the file.", where=where
        )
    if start.startswith(_PICKLES):
        return ModelError(
            "{where} is a pickled checkpoint, which can run code; get it as .safetensors.", where=where
        )
    if start.startswith(b"GGUF"):
        return ModelError(
            "{where} is a GGUF file, which this program does not read; get it as .safetensors.", where=where
        )
    if start.startswith(b"version https://git-lfs"):
        return ModelError(
            "{where} is a pointer to the weights, not the weights; download the file itself.", where=where
        )
    if _is_text(start):
        return ModelError(
            "{where} is a text file, not a model; choose a .safetensors checkpoint.", where=where
        )
    return ModelError("The model's {where} is damaged; get a new copy.", where=where)


def _is_text(start: bytes) -> bool:
    try:
        text = start.decode("utf-8")
    except UnicodeDecodeError as error:
        text = start[: error.start].decode("utf-8") if error.start > len(start) - 4 else ""
    return bool(text.strip()) and all(letter.isprintable() or letter.isspace() for letter in text)
