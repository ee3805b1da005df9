"""Who has a project file open, and whether it is still the file that was opened."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from nti_desktop.upkeep.locks import Lock, try_lock
from nti_desktop.upkeep.places import private_folder, state_folder

OPEN_ELSEWHERE = (
    "“{name}” is open in another window, so it is opened here to be looked at only; to change it, go to that "
    "window, or save it here under another name."
)
CHANGED_ON_DISK = (
    "“{name}” was changed by another program since it was opened here; to keep both, save it elsewhere."
)


@dataclass(frozen=True)
class Stamp:
    """What a file was like when it was looked at: another of these means another content."""

    size: int
    modified: int
    number: int


def claim(path: Path, folder: Path | None = None) -> Lock | None:
    """Take a project file for one window, until it is released or the window is gone; None where another
    window has it.

    The lock lies in the user's own folder, so that a project in a read-only place can be claimed and nothing
    is left beside it. It keeps windows of one user on one machine apart.

    Raises:
        OSError: that cannot be told, because locks do not work there.
    """
    where = os.path.normcase(os.path.realpath(path))
    name = hashlib.sha256(os.fsencode(where)).hexdigest()[:32]
    return try_lock(private_folder(folder or state_folder() / "open") / name)


def stamp(path: Path) -> Stamp | None:
    """What a file is like now; None where it cannot be looked at, or is not there."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ino)
