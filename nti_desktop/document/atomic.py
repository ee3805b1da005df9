"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from nti_desktop.errors import ProjectError, Sentence, UserError, reason_of
from nti_desktop.upkeep.locks import lock_file
from nti_desktop.upkeep.places import private_file

_TEMPORARY_NAME_BYTES = 8
_TEMPORARY_NAME = re.compile(r"\.nti-[0-9a-f]{16}\.tmp")
LEFT_BEHIND_AFTER = 3600.0  # seconds since a temporary file was last written to

_REASONS = {
    errno.ENOSPC: Sentence("there is no space left there; free some, or save elsewhere"),
    errno.EDQUOT: Sentence("your share of that disk is used up; free some, or save elsewhere"),
    errno.EFBIG: Sentence("the file would be too large there; save elsewhere"),
    errno.EROFS: Sentence("that place is read-only; save elsewhere"),
    errno.EACCES: Sentence("you may not write there; save elsewhere"),
    errno.EPERM: Sentence("you may not write there; save elsewhere"),
    errno.ENOENT: Sentence("the folder does not exist; save elsewhere"),
    errno.ENOTDIR: Sentence("the folder does not exist; save elsewhere"),
    errno.EISDIR: Sentence("a folder has that name; choose another"),
    errno.ENAMETOOLONG: Sentence("the name is too long; choose a shorter one"),
}


def atomic_write(
    path: Path,
    write: Callable[[BinaryIO], object],
    error: type[UserError] = ProjectError,
    *,
    private: bool = False,
) -> None:
    """Write a file through a temporary one in the same folder, which takes its place only when complete.

    The file behind a link is replaced, not the link; permissions of an existing file are kept. Whatever goes
    wrong, an old file stays as it was and the temporary one is removed. Where this process is killed, a later
    write to that folder removes it.

    Args:
        write: puts the contents into the open file, and may read them back from it.
        error: what to raise, with one sentence, when the file cannot be written.
        private: whether a new file is for its owner's eyes only.
    """
    try:
        target = Path(os.path.realpath(path))
        _check_target(target)
        with _temporary_beside(target, private=private) as (file, temporary):
            write(file)
            file.flush()
            os.fsync(file.fileno())
            _keep_mode(target, temporary)
            file.close()
            temporary.replace(target)
        _sync_folder(target.parent)
        remove_leftovers(target.parent)
    except (OSError, ValueError) as problem:
        told = Sentence("“{name}” was not saved: {reason}.", name=path.name, reason=_reason(problem))
        raise error(told) from problem


def ensure_writable(path: Path, error: type[UserError] = ProjectError) -> None:
    """Find out before a long job whether its result could be written, as far as can be told.

    Raises:
        error: with the sentence that `atomic_write` would end with.
    """
    try:
        target = Path(os.path.realpath(path))
        _check_target(target)
        if not target.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, "has no folder")
        if not os.access(target.parent, os.W_OK):
            raise PermissionError(errno.EACCES, "is in a write-protected folder")
    except (OSError, ValueError) as problem:
        told = Sentence("“{name}” cannot be saved: {reason}.", name=path.name, reason=_reason(problem))
        raise error(told) from problem


def _check_target(target: Path) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder")
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "is write-protected")
    # A rename to a name that is too long would fail only after everything was written.
    if len(os.fsencode(target.name)) > 255:
        raise OSError(errno.ENAMETOOLONG, "is too long")


def remove_leftovers(folder: Path) -> None:
    """Remove the temporary files of processes that were killed: ours, of this user, not touched for an hour,
    and not held by a living process."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        found = [Path(entry.path) for entry in entries if _TEMPORARY_NAME.fullmatch(entry.name)]
        for path in found:
            with contextlib.suppress(OSError):
                _remove_leftover(path)


def _remove_leftover(path: Path) -> None:
    status = path.lstat()
    ours = stat.S_ISREG(status.st_mode) and (os.name == "nt" or status.st_uid == os.geteuid())
    if not ours or time.time() - status.st_mtime < LEFT_BEHIND_AFTER:
        return
    if os.name == "nt":  # a file that someone has open cannot be removed there
        path.unlink()
        return
    with path.open("rb") as file:
        if lock_file(file):
            path.unlink()


@contextmanager
def _temporary_beside(target: Path, *, private: bool) -> Iterator[tuple[BinaryIO, Path]]:
    """An open, new file in the folder of `target`; gone afterwards unless it was renamed."""
    temporary = target.parent / f".nti-{secrets.token_hex(_TEMPORARY_NAME_BYTES)}.tmp"
    file = open(temporary, "x+b", opener=private_file if private else None)  # noqa: SIM115 - closed below
    try:
        if os.name != "nt":
            with contextlib.suppress(OSError):  # without locks, its age alone tells that it is in use
                lock_file(file)
        yield file, temporary
    finally:
        # Closing flushes what a full disk refused before: the first error is the one to tell.
        with contextlib.suppress(OSError):
            file.close()
        temporary.unlink(missing_ok=True)


def _keep_mode(target: Path, temporary: Path) -> None:
    if target.exists():
        temporary.chmod(target.stat().st_mode & 0o7777)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable; some file systems cannot, and the file is whole without it."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _reason(problem: OSError | ValueError) -> Sentence:
    if isinstance(problem, OSError) and problem.errno in _REASONS:
        return _REASONS[problem.errno]
    return Sentence("{reason}; try again, or save elsewhere", reason=reason_of(problem))
