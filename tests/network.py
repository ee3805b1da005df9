"""Notices every attempt to reach a network, by whichever library: Python itself tells of each."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_EVENTS = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.bind")
_watching: list[list[str]] = []
_installed: list[bool] = []


class ReachedOutError(BaseException):
    """Someone tried; no library's `except Exception` may hide it."""


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    if not _watching or event not in _EVENTS:
        return
    address = arguments[1] if event in ("socket.connect", "socket.sendto", "socket.bind") else arguments[0]
    if isinstance(address, str | bytes) and event in ("socket.connect", "socket.sendto", "socket.bind"):
        return  # a socket of this machine's own, such as the display's
    _watching[-1].append(f"{event} {address}")
    raise ReachedOutError(f"{event} {address}")


@contextmanager
def no_network() -> Iterator[list[str]]:
    """Refuse every connection, and list those that were tried."""
    if not _installed:
        sys.addaudithook(_hear)  # cannot be taken away again, so it is silent outside
        _installed.append(True)
    tried: list[str] = []
    _watching.append(tried)
    try:
        yield tried
    finally:
        _watching.remove(tried)
