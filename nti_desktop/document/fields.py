"""A small, strict reader of JSON objects that come from files one cannot trust.

Everything that is not as expected raises `MalformedError` with the place where it was.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from nti_desktop.errors import ToldError

MAX_TEXT = 20_000
MAX_ITEMS = 20_000
MAX_VALUES = 1_000_000  # in one file: a value of two bytes takes a hundred times as much memory


class MalformedError(ToldError, ValueError):
    """A file does not hold what the format says; the message says where."""


def parse_json(data: bytes, where: str) -> Fields:
    """Read a JSON object: UTF-8, no duplicate keys, no NaN or infinity, not nested beyond reason."""
    return Fields(_loads(data, where), where)


def parse_json_list(data: bytes, where: str) -> tuple[Fields, ...]:
    """Read a JSON list of objects, as strictly."""
    return Fields({"list": _loads(data, where)}, where).objects("list")


def dumped(value: object) -> bytes:
    """A value as JSON, for a file."""
    return json.dumps(value, allow_nan=False, indent=1).encode()


def unique(found: tuple[str, ...], where: str) -> tuple[str, ...]:
    """The same, where none occurs twice."""
    if len(set(found)) != len(found):
        raise MalformedError("{where} has an id twice", where=where)
    return found


def _loads(data: bytes, where: str) -> object:
    if sum(data.count(sign) for sign in (b",", b"[", b"{")) > MAX_VALUES:
        raise MalformedError("{where} has too many values", where=where)
    try:
        return json.loads(data.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise MalformedError("{where} is not valid JSON", where=where) from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise MalformedError("a key occurs twice")
    return found


def _no_constant(name: str) -> float:
    raise MalformedError("{name} is not a number", name=name)


class Fields:
    """The members of a JSON object, each taken with its type and bounds."""

    def __init__(self, value: object, where: str) -> None:
        if not isinstance(value, dict):
            raise MalformedError("{where} is not an object", where=where)
        self._value = cast(dict[str, Any], value)
        self._where = where

    def over(self, defaults: Mapping[str, object]) -> Fields:
        """The same with values for members that are not there, as in files of an older version."""
        return Fields({**defaults, **self._value}, self._where)

    def has(self, key: str) -> bool:
        """Whether the member is there and not null."""
        return self._value.get(key) is not None

    def text(self, key: str, limit: int = MAX_TEXT) -> str:
        """A string of at most `limit` characters that can be encoded."""
        value = self._get(key)
        if not isinstance(value, str) or len(value) > limit or not _encodable(value):
            raise self._wrong(key)
        return value

    def optional_text(self, key: str, limit: int = MAX_TEXT) -> str | None:
        """A string, or None where it is null or missing."""
        return self.text(key, limit) if self.has(key) else None

    def one_of(self, key: str, choices: Sequence[str]) -> str:
        """A string out of `choices`."""
        value = self.text(key)
        if value not in choices:
            raise self._wrong(key)
        return value

    def flag(self, key: str) -> bool:
        """True or false."""
        value = self._get(key)
        if not isinstance(value, bool):
            raise self._wrong(key)
        return value

    def integer(self, key: str, low: int, high: int) -> int:
        """A whole number in low..high."""
        value = self._get(key)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise self._wrong(key)
        return value

    def number(self, key: str, low: float = -1e12, high: float = 1e12) -> float:
        """A finite number in low..high."""
        return self._as_number(self._get(key), key, low, high)

    def optional_number(self, key: str, low: float = -1e12, high: float = 1e12) -> float | None:
        """A number, or None where it is null or missing."""
        return self.number(key, low, high) if self.has(key) else None

    def numbers(self, key: str) -> tuple[float, ...]:
        """A list of finite numbers."""
        return tuple(self._as_number(v, key, -1e12, 1e12) for v in self._list(key))

    def integers(self, key: str, low: int, high: int, length: int | None = None) -> tuple[int, ...]:
        """A list of whole numbers in low..high, of that length where one is given."""
        found = self._list(key)
        if length is not None and len(found) != length:
            raise self._wrong(key)
        return tuple(Fields({key: value}, self._where).integer(key, low, high) for value in found)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings."""
        return tuple(Fields({"item": v}, f"{self._where}.{key}").text("item") for v in self._list(key))

    def rows(self, key: str, length: int) -> tuple[Fields, ...]:
        """A list of lists of `length` values each; a value is a member named by its place, from "0"."""
        rows = []
        for row in self._list(key):
            if not isinstance(row, list) or len(row) != length:
                raise self._wrong(key)
            values = {str(place): value for place, value in enumerate(row)}
            rows.append(Fields(values, f"{self._where}.{key}"))
        return tuple(rows)

    def nested(self, key: str) -> Fields:
        """A nested object."""
        return Fields(self._get(key), f"{self._where}.{key}")

    def objects(self, key: str) -> tuple[Fields, ...]:
        """A list of nested objects."""
        return tuple(Fields(v, f"{self._where}.{key}[{i}]") for i, v in enumerate(self._list(key)))

    def items(self) -> Iterator[tuple[str, Fields]]:
        """All members, each of which must be an object."""
        for key, value in self._value.items():
            yield key, Fields(value, f"{self._where}.{key}")

    def _get(self, key: str) -> Any:
        if key not in self._value:
            raise MalformedError("{where} lacks {key}", where=self._where, key=key)
        return self._value[key]

    def _list(self, key: str) -> list[Any]:
        value = self._get(key)
        if not isinstance(value, list) or len(value) > MAX_ITEMS:
            raise self._wrong(key)
        return value

    def _as_number(self, value: object, key: str, low: float, high: float) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._wrong(key)
        if not low <= value <= high or not math.isfinite(value):
            raise self._wrong(key)
        return float(value)

    def _wrong(self, key: str) -> MalformedError:
        return MalformedError("{where}.{key} is not as expected", where=self._where, key=key)


def _encodable(text: str) -> bool:
    """Whether a string has no lone surrogates."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
