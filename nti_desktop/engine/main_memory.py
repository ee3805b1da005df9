"""How much main memory there is. Torch-free."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_MEMORY_INFO = Path("/proc/meminfo")
_OWN_GROUPS = Path("/proc/self/cgroup")
_GROUPS = Path("/sys/fs/cgroup")
_TOTAL, _FREE = 1, 2  # places in Windows' record


def free_main_memory() -> int | None:
    """Bytes of main memory that can still be had, within what the system allows; None where nobody knows."""
    known = [free for free in (_free_memory(), *_free_in_groups()) if free is not None]
    return min(known, default=None)


def total_main_memory() -> int | None:
    """Bytes of main memory that this process could have if it were alone; None where nobody knows.

    It does not change while the computer runs and the system's limits stay.
    """
    known = [total for total in (_total_memory(), *_limits_of_groups()) if total is not None]
    return min(known, default=None)


def _total_memory() -> int | None:
    if sys.platform == "win32":
        return _windows_memory(_TOTAL)
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (ValueError, OSError):
        return None


def _free_memory() -> int | None:
    if _MEMORY_INFO.is_file():
        lines = dict(line.split(":", 1) for line in _MEMORY_INFO.read_text("ascii").splitlines())
        return 1024 * int(lines["MemAvailable"].split()[0])
    if sys.platform == "win32":
        return _windows_memory(_FREE)
    try:  # what is free now; what macOS could free as well, it does not tell
        return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (ValueError, OSError):
        return None


def _free_in_groups() -> Iterator[int]:
    """What the Linux control groups (version 2) of this process, its own and those around it, still allow."""
    for group in _own_groups():
        with suppress(OSError, ValueError, LookupError):  # no limit ("max"), or none that we may read
            limit, used = (int((group / name).read_text()) for name in ("memory.max", "memory.current"))
            told = dict(line.split() for line in (group / "memory.stat").read_text().splitlines())
            yield max(0, limit - used + int(told["inactive_file"]))  # copies of files make room


def _limits_of_groups() -> Iterator[int]:
    """What they allow at all."""
    for group in _own_groups():
        with suppress(OSError, ValueError):
            yield int((group / "memory.max").read_text())


def _own_groups() -> Iterator[Path]:
    if not _OWN_GROUPS.is_file():
        return
    lines = _OWN_GROUPS.read_text("utf-8").splitlines()
    own = next((line[3:] for line in lines if line.startswith("0::")), "/").lstrip("/")
    yield from (_GROUPS / own, *(_GROUPS / parent for parent in Path(own).parents))


def _windows_memory(place: int) -> int | None:
    """From GlobalMemoryStatusEx, whose record is two 32-bit and seven 64-bit numbers."""
    record = (ctypes.c_uint64 * 8)()
    ctypes.cast(record, ctypes.POINTER(ctypes.c_uint32))[0] = ctypes.sizeof(record)
    windll = getattr(ctypes, "windll", None)
    if windll is None or not windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(record)):
        return None
    return int(record[place])
