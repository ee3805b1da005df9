"""Who has a project file open."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from nti_desktop.upkeep.locks import Lock, try_lock
from nti_desktop.upkeep.places import private_folder, state_folder


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
