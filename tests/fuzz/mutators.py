"""Ways to spoil a file: anywhere, and where its format has lengths, numbers and checksums."""

from __future__ import annotations

import copy
import io
import json
import random
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

from nti_desktop.document.stored import sha256

Dice = random.Random
INTEGERS = (
    0, 1, 2, 3, 4, 7, 8, 15, 16, 17, 63, 64, 127, 128, 255, 256, 1000, 4096, 0x7FFF, 0x8000, 0xFFFF, 0x10000,
    10_000, 12_000, 65_500, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 2**40, 2**62, 2**63, 2**64 - 1,
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, True, False, -1, 0, 1, 2, 3, 7, 32, 10**4, 10**6, 2**31, 2**63, -(2**63), 10**30, 0.5, -0.5, 1e-300,
    1e300, "", "x", "../../x", "/etc/passwd", "C:\\x", "//host/share", "a\0b", "\ud800", "é" * 300,
    "x" * 70_000, [], {}, [[]], [0], [1, 2, 3], [None] * 300, {"a": {"b": {}}}, "NaN", "demo", "epsilon",
)  # fmt: skip


def spoil(data: bytes, dice: Dice) -> bytes:
    """Change a few bytes, numbers or stretches anywhere."""
    changed = bytearray(data)
    for _ in range(dice.choice((1, 1, 1, 2, 3, 6, 12))):
        if changed:
            dice.choice(_STROKES)(changed, dice)
    return bytes(changed)


def _byte(data: bytearray, dice: Dice) -> None:
    data[_place(data, dice)] = dice.randrange(256)


def _bit(data: bytearray, dice: Dice) -> None:
    data[_place(data, dice)] ^= 1 << dice.randrange(8)


def _number(data: bytearray, dice: Dice) -> None:
    """Lay a number that is often a limit over two, four or eight bytes."""
    kind = dice.choice("<H >H <I >I <Q".split())
    size = struct.calcsize(kind)
    place = _place(data, dice)
    if place + size <= len(data):
        data[place : place + size] = struct.pack(kind, dice.choice(INTEGERS) % 256**size)


def _cut(data: bytearray, dice: Dice) -> None:
    place = _place(data, dice)
    del data[place : place + dice.choice((1, 2, 8, 100, len(data)))]


def _double(data: bytearray, dice: Dice) -> None:
    first, length = _place(data, dice), dice.choice((1, 4, 16, 200))
    data[first:first] = data[first : first + length]


def _fill(data: bytearray, dice: Dice) -> None:
    first, length = _place(data, dice), dice.choice((4, 16, 64))
    stretch = data[first : first + length]
    data[first : first + length] = bytes([dice.choice((0, 0xFF, 0x41))]) * len(stretch)


_STROKES: tuple[Callable[[bytearray, Dice], None], ...] = (
    _byte,
    _bit,
    _number,
    _number,
    _cut,
    _double,
    _fill,
)


def _place(data: bytearray, dice: Dice) -> int:
    """Anywhere, but rather near the beginning, where headers are."""
    return dice.randrange(len(data) if dice.random() < 0.4 else min(len(data), dice.choice((32, 128, 600))))


def spoil_json(data: bytes, dice: Dice) -> bytes:
    """Replace, remove or double something in a JSON text, or spoil the text itself."""
    if dice.random() < 0.1:
        return spoil(data, dice)
    if dice.random() < 0.02:
        return _absurd_json(dice)
    value = json.loads(data)
    for _ in range(dice.choice((1, 1, 2, 4))):
        _spoil_value(value, dice)
    text = json.dumps(value)
    if dice.random() < 0.05:
        text = text.replace(": ", dice.choice((": NaN, ", ": -Infinity, ", ": 1e999, ", ": 00")), 1)
    return text.encode("utf-8", "surrogatepass")


def _spoil_value(value: Any, dice: Dice) -> None:
    parent, key = value, None
    while isinstance(parent, dict | list) and parent:
        keys = list(parent) if isinstance(parent, dict) else range(len(parent))
        key = dice.choice(keys)
        if not isinstance(parent[key], dict | list) or not parent[key] or dice.random() < 0.25:
            break
        parent = parent[key]
    if key is None or not isinstance(parent, dict | list):
        return
    stroke = dice.randrange(6)
    if stroke == 0:
        del parent[key]
    elif stroke == 1 and isinstance(parent, list):
        parent.append(copy.deepcopy(parent[key]))
    elif stroke == 2 and isinstance(parent, dict):
        parent[dice.choice(("x", "", "__metadata__", "../x"))] = copy.deepcopy(parent[key])
    elif stroke == 3 and isinstance(parent[key], int | float):
        parent[key] = dice.choice((parent[key] * dice.choice((-1, 2, 1000, 1e-9)), dice.choice(INTEGERS)))
    else:
        parent[key] = copy.deepcopy(dice.choice(VALUES))


def _absurd_json(dice: Dice) -> bytes:
    """Deep, long, wide or with a number of many digits."""
    return dice.choice(
        (
            b"[" * 200_000,
            b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
            b"[" + b"{}," * 1_500_000 + b"{}]",
            b'{"format": ' + b"9" * 100_000 + b"}",
            b'{"edits": [' + b"0," * 300_000 + b"0]}",
            b'{"a": 1, "a": 2}',
            b'"' + b"\\ud800" * 50_000 + b'"',
        )
    )


def spoil_safetensors(data: bytes, dice: Dice) -> bytes:
    """Change the header's values under a right length, or any bytes."""
    if dice.random() < 0.4:
        return spoil(data, dice)
    length = struct.unpack("<Q", data[:8])[0]
    header = spoil_json(data[8 : 8 + length], dice)
    if dice.random() < 0.5:
        header += b" " * (-len(header) % 8)
    return struct.pack("<Q", len(header)) + header + data[8 + length :]


def spoil_png(data: bytes, dice: Dice) -> bytes:
    """Change chunks and mend their checksums, so that what they hold is looked at."""
    chunks, place = [], 8
    while place + 12 <= len(data):
        length = struct.unpack(">I", data[place : place + 4])[0]
        chunks.append((data[place + 4 : place + 8], data[place + 8 : place + 8 + length]))
        place += 12 + length
    for _ in range(dice.choice((1, 1, 2, 4))):
        _spoil_chunks(chunks, dice)
    parts = [struct.pack(">I", len(d)) + k + d + struct.pack(">I", zlib.crc32(k + d)) for k, d in chunks]
    return data[:8] + b"".join(parts)


def _spoil_chunks(chunks: list[tuple[bytes, bytes]], dice: Dice) -> None:
    place = dice.randrange(len(chunks))
    kind, body = chunks[place]
    stroke = dice.randrange(7)
    if stroke == 0:
        chunks.insert(dice.randrange(len(chunks) + 1), chunks[place])
    elif stroke == 1 and len(chunks) > 1:
        del chunks[place]
    elif stroke == 2:
        chunks[place] = (spoil(kind, dice)[:4].ljust(4, b"x"), body)
    elif stroke == 3:
        bomb = zlib.compress(b"\0" * dice.choice((10**4, 10**6, 10**7)))
        extra = dice.choice(((b"zTXt", b"k\0\0" + bomb), (b"iCCP", b"k\0\0" + bomb), (b"IDAT", bomb)))
        chunks.insert(min(place + 1, len(chunks)), extra)
    else:
        chunks[place] = (kind, spoil(body, dice))


def spoil_project(data: bytes, dice: Dice) -> bytes:
    """Change a member behind right checksums, or the archive around the members."""
    if dice.random() < 0.3:
        return _spoil_directory(data, dice)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    for name in dice.sample(list(members), dice.choice((1, 1, 1, 2))):
        members[name] = _spoil_member(name, members[name], dice)
    if dice.random() < 0.1:
        members[dice.choice(list(members))] = members[dice.choice(list(members))]
    if dice.random() < 0.05:
        members[dice.choice(("../x", "results/0.png", "inversions/0.safetensors", "a" * 300, "é"))] = b"x"
    return _packed(members, dice)


def _spoil_member(name: str, data: bytes, dice: Dice) -> bytes:
    if name.endswith(".json"):
        return spoil_json(data, dice)
    if name.endswith(".safetensors"):
        return spoil_safetensors(data, dice)
    return spoil_png(data, dice) if name.endswith(".png") and dice.random() < 0.7 else spoil(data, dice)


def _packed(members: dict[str, bytes], dice: Dice) -> bytes:
    """The archive of these members, with their real checksums in the manifest if that can be read."""
    if dice.random() < 0.9:
        try:
            manifest = json.loads(members["manifest.json"])
            named = {n: d for n, d in members.items() if n not in ("mimetype", "manifest.json")}
            manifest["members"] = {n: {"sha256": sha256(d), "size": len(d)} for n, d in named.items()}
            members = members | {"manifest.json": json.dumps(manifest).encode("utf-8", "surrogatepass")}
        except (ValueError, KeyError, TypeError, RecursionError):
            pass
    buffer = io.BytesIO()
    kind = zipfile.ZIP_DEFLATED if dice.random() < 0.3 else zipfile.ZIP_STORED
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", kind) as archive:
        warnings.simplefilter("ignore")
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=kind)
            if dice.random() < 0.005:
                archive.writestr(zipfile.ZipInfo(name), data)
    return buffer.getvalue()


def _spoil_directory(data: bytes, dice: Dice) -> bytes:
    """Change the central directory or the local headers, or bytes anywhere."""
    stroke = dice.randrange(3)
    if stroke == 0:
        return spoil(data, dice)
    mark = b"PK\1\2" if stroke == 1 else b"PK\3\4"
    places = [found.start() for found in re.finditer(re.escape(mark), data)]
    changed = bytearray(data)
    for _ in range(dice.choice((1, 2, 4))):
        place = dice.choice(places) + dice.randrange(46)
        size = min(dice.choice((1, 2, 4)), len(changed) - place)
        number = dice.choice(INTEGERS) if dice.random() < 0.7 else dice.randrange(2**32)
        changed[place : place + size] = (number % 256**size).to_bytes(size, "little")
    return bytes(changed)
