"""Whether a file is still what it was when we last read or wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Stamp:
    """What tells one state of a file from another."""

    modified_ns: int
    size: int
    inode: int


def stamp_of(path: Path) -> Stamp | None:
    """The present state; None where there is no such file, or it cannot be looked at."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return Stamp(found.st_mtime_ns, found.st_size, found.st_ino)


def changed_since(path: Path, stamp: Stamp | None) -> bool:
    """Whether someone else wrote the file since; one that is gone has nothing that could be lost.

    Args:
        stamp: as it was; None where that is not known.
    """
    return stamp is not None and stamp_of(path) not in (None, stamp)
