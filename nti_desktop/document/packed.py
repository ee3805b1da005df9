"""A memory of pictures and the PNGs they are stored as, so that none is packed or unpacked twice.

A project is saved often, and most of its pictures did not change since; packing them is what saving took.
"""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, cast

import numpy as np

from nti_desktop.document.arrays import Array

A = TypeVar("A", bound=Array)
_FEW = 64


@dataclass(frozen=True, eq=False)
class _Pair:
    """A picture and its PNG; `checked`: the PNG was unpacked, and it is the same."""

    picture: weakref.ref[Array]
    png: bytes
    checked: bool


class Packed:
    """What is known of pictures that are alive; they must not be written to any more. For any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._by_picture: dict[tuple[str, int], _Pair] = {}
        self._by_png: dict[tuple[str, bytes], _Pair] = {}
        self._tidy_at = _FEW

    def png_of(self, kind: str, picture: Array, pack: Callable[[], bytes]) -> bytes:
        """The PNG of a picture; packed where that was not done before."""
        with self._lock:
            pair = self._by_picture.get((kind, id(picture)))
        if pair is not None and pair.picture() is picture:
            return pair.png
        png = pack()
        self._keep(kind, picture, png, checked=False)
        return png

    def picture_of(self, kind: str, size: tuple[int, int], png: bytes, unpack: Callable[[], A]) -> A:
        """The picture of a PNG; unpacked where nobody did that before who still has the picture."""
        with self._lock:
            pair = self._by_png.get((kind, png))
        known = None if pair is None else pair.picture()
        if known is None or known.shape[1::-1] != size:
            picture = unpack()
            self._keep(kind, picture, png, checked=True)
            return picture
        if pair is not None and not pair.checked:
            picture = unpack()
            if not np.array_equal(picture, known):
                return picture
            self._keep(kind, known, png, checked=True)
        return cast(A, known)

    def _keep(self, kind: str, picture: Array, png: bytes, *, checked: bool) -> None:
        pair = _Pair(weakref.ref(picture), png, checked)
        with self._lock:
            self._by_picture[kind, id(picture)] = self._by_png[kind, png] = pair
            if len(self._by_picture) > self._tidy_at:
                self._tidy()

    def _tidy(self) -> None:
        """Forget those whose picture is gone."""
        self._by_picture = {k: pair for k, pair in self._by_picture.items() if pair.picture() is not None}
        self._by_png = {k: pair for k, pair in self._by_png.items() if pair.picture() is not None}
        self._tidy_at = 2 * len(self._by_picture) + _FEW
