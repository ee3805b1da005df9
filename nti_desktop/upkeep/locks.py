"""Locks that end with their process, however it ends: the system lets go of them, not the program."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import BinaryIO

from nti_desktop.upkeep.places import private_file

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class Lock:
    """A lock that is held until `release`, or until the process is gone."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file, self._path = file, path

    def release(self) -> None:
        """Let go, and leave no file behind; more than once does nothing."""
        if self._file.closed:
            return
        if sys.platform == "win32":  # a file that is open cannot be removed there
            self._file.close()
        with contextlib.suppress(OSError):
            self._path.unlink()
        self._file.close()


def try_lock(path: Path) -> Lock | None:
    """Lock the file of that name, which is made if need be; None where someone else holds it.

    Raises:
        OSError: it cannot be made, or locks do not work there.
    """
    while True:
        file = open(path, "a+b", opener=private_file)  # noqa: SIM115 - it stays open as long as the lock
        try:
            if not lock_file(file):
                file.close()
                return None
            if _is_still(file, path):
                return Lock(file, path)
        except BaseException:
            file.close()
            raise
        file.close()  # its last holder removed it in between: begin anew


def lock_file(file: BinaryIO) -> bool:
    """Lock an open file, unless someone else has; closing it unlocks.

    Raises:
        OSError: locks do not work there.
    """
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is_still(file: BinaryIO, path: Path) -> bool:
    """Whether the path leads to the open file."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False
