"""Folders of the program's own, which nobody else may look into."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def state_folder() -> Path:
    """Where journals, locks, logs and crash traces are kept; it need not exist."""
    return platformdirs.user_state_path("nti-desktop", appauthor=False)


def private_folder(path: Path) -> Path:
    """Make a folder that only its owner may enter, with the folders above it.

    Raises:
        OSError: it cannot be made.
    """
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name != "nt" and path.stat().st_mode & 0o077:
        path.chmod(0o700)
    return path


def private_file(path: str | Path, flags: int) -> int:
    """Open a file that only its owner may read; an `opener` for `open`."""
    return os.open(path, flags, 0o600)
