"""Weight files before they are loaded: only safetensors, whole, and inside their own folder. Torch-free.

A safetensors file begins with the length of its header and the header itself, JSON with every tensor's name,
shape and place. It is held against the file's size, so that a damaged or truncated model is named in a
sentence before a job starts. (Format: https://github.com/huggingface/safetensors, README.)
"""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nti_desktop.errors import ModelError

MAX_JSON = 32 * 1024 * 1024
_BLOCK = 64 * 1024
_PICKLES = (b"PK\x03\x04", b"\x80\x02", b"\x80\x03", b"\x80\x04")
_VARIANTS = (
    "{}.safetensors",
    "{}.safetensors.index.json",
    "{}.fp16.safetensors",
    "{}.safetensors.index.fp16.json",
    "{}.fp16.safetensors.index.json",
)
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
            header: dict[str, Any] = json.loads(file.read(min(length, MAX_JSON)))
        metadata = {str(k): str(v) for k, v in header.pop("__metadata__", {}).items()}
        end = max((int(entry["data_offsets"][1]) for entry in header.values()), default=0)
        shapes = {name: tuple(int(n) for n in entry["shape"]) for name, entry in header.items()}
    except FileNotFoundError:
        raise ModelError(f"The model lacks {where}; only safetensors weights are read.") from None
    except _HEADER_ERRORS:
        raise ModelError(_what_it_is(path, where)) from None
    if 8 + length + end != size:
        raise ModelError(f"The model's {where} is incomplete; get a new copy.")
    return Header(shapes, metadata)


def weight_files(folder: Path, stem: str) -> tuple[Path, ...]:
    """The safetensors files of one part of a diffusers folder: one, or several shards.

    Full precision is preferred to the `fp16` variant.

    Raises:
        ModelError: there are none, or an index names files elsewhere.
    """
    for pattern in _VARIANTS:
        path = folder / pattern.format(stem)
        if path.is_file():
            return _shards(path) if path.suffix == ".json" else (path,)
    where = f"{folder.name}/{stem}.safetensors"
    if any(folder.glob("*.bin")) or any(folder.glob("*.ckpt")):
        raise ModelError(
            f"The model's {folder.name} has pickled weights only, which can run code; "
            "get a copy with safetensors weights."
        )
    raise ModelError(f"The model lacks {where}; only safetensors weights are read.")


def fingerprint(configurations: Iterable[Path], weights: Iterable[Path], more: str = "") -> str:
    """Hash the configurations, and of each weight file its size and sixteen evenly spaced blocks.

    Args:
        more: what else tells this model from others with the same files.
    """
    digest = hashlib.sha256(more.encode())
    for path in configurations:
        digest.update(path.read_bytes())
    for path in weights:
        size = path.stat().st_size
        digest.update(size.to_bytes(8, "little"))
        with path.open("rb") as file:
            for n in range(16):
                file.seek(n * max(0, size - _BLOCK) // 15)
                digest.update(file.read(_BLOCK))
    return digest.hexdigest()[:16]


def read_json(path: Path) -> dict[str, Any]:
    """Read one of a model's small files.

    Raises:
        ModelError: it is missing or damaged.
    """
    where = f"{path.parent.name}/{path.name}"
    try:
        if path.stat().st_size > MAX_JSON:
            raise ValueError(where)
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelError(f"The model lacks {where}; get a complete copy of it.") from None
    except (OSError, ValueError, RecursionError):
        raise ModelError(f"The model's {where} is damaged; get a new copy.") from None
    if not isinstance(content, dict):
        raise ModelError(f"The model's {where} is damaged; get a new copy.")
    return content


def _shards(index: Path) -> tuple[Path, ...]:
    names = read_json(index).get("weight_map")
    if not isinstance(names, dict) or not names:
        raise ModelError(f"The model's {index.parent.name}/{index.name} is damaged; get a new copy.")
    for name in names.values():
        inside = isinstance(name, str) and name.endswith(".safetensors") and not set(name) & set("/\\:\0")
        if not inside:
            raise ModelError(
                f"The model's {index.parent.name}/{index.name} points outside its folder; "
                "do not use this copy."
            )
    return tuple(index.parent / name for name in sorted(set(names.values())))


def _what_it_is(path: Path, where: str) -> str:
    """A sentence for a file that is not safetensors."""
    try:
        with path.open("rb") as file:
            start = file.read(512)
    except OSError:
        return f"The model's {where} cannot be read; check the permissions of the file."
    if start.startswith(_PICKLES):
        return f"{where} is a pickled checkpoint, which can run code; get it as .safetensors."
    if start.startswith(b"GGUF"):
        return f"{where} is a GGUF file, which this program does not read; get it as .safetensors."
    if start.startswith(b"version https://git-lfs"):
        return f"{where} is a pointer to the weights, not the weights; download the file itself."
    if _is_text(start):
        return f"{where} is a text file, not a model; choose a .safetensors checkpoint."
    return f"The model's {where} is damaged; get a new copy."


def _is_text(start: bytes) -> bool:
    try:
        text = start.decode("utf-8")
    except UnicodeDecodeError as error:
        text = start[: error.start].decode("utf-8") if error.start > len(start) - 4 else ""
    return bool(text.strip()) and all(letter.isprintable() or letter.isspace() for letter in text)
