"""What is left of a window that crashed: the stacks of its threads, offered at the next start."""

from __future__ import annotations

import contextlib
import faulthandler
import os
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from nti_desktop.upkeep.locks import lock_file
from nti_desktop.upkeep.places import private_file, private_folder, state_folder
from nti_desktop.upkeep.privacy import anonymised

MOST_CRASHES = 5
_MOST_BYTES = 64 * 1024


@dataclass(frozen=True)
class Crash:
    """A crash of another day.

    Attributes:
        when: it was written, in UTC, by the clock of then.
        trace: the stacks, anonymised, ready to be copied into a report.
    """

    path: Path
    when: datetime
    trace: str

    def forget(self) -> None:
        """Do not offer it again."""
        with contextlib.suppress(OSError):
            self.path.unlink()


class CrashWatch:
    """Takes down the stacks if this process crashes; without a crash, `end` leaves nothing."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file, self._path = file, path
        faulthandler.enable(file)

    def end(self) -> None:
        """Stop watching, because the window ends as it should."""
        if not self._file.closed:
            faulthandler.disable()
            self._file.close()
            with contextlib.suppress(OSError):
                self._path.unlink()


def crashes_folder() -> Path:
    """Where traces are kept."""
    return state_folder() / "crashes"


def watch_for_crash(folder: Path | None = None) -> CrashWatch | None:
    """Begin to watch this process; None where no file can be written: that is no reason not to work."""
    try:
        path = private_folder(folder or crashes_folder()) / f"{secrets.token_hex(8)}.txt"
        file = open(path, "xb", buffering=0, opener=private_file)  # noqa: SIM115 - open as long as the process
        with contextlib.suppress(OSError):
            lock_file(file)
        return CrashWatch(file, path)
    except OSError:
        return None


def previous_crashes(folder: Path | None = None) -> tuple[Crash, ...]:
    """The crashes that were not forgotten yet, latest first; what killed processes left empty is removed."""
    found = []
    for path in _files(folder or crashes_folder()):
        with contextlib.suppress(OSError):
            crash = _read(path)
            if crash is not None:
                found.append(crash)
    found.sort(key=lambda crash: crash.when, reverse=True)
    for crash in found[MOST_CRASHES:]:
        crash.forget()
    return tuple(found[:MOST_CRASHES])


def _files(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.suffix == ".txt" and path.is_file()]
    except OSError:
        return []


def _read(path: Path) -> Crash | None:
    """The crash in a file; None where its process lives, or did not crash."""
    with path.open("rb") as file:
        if not lock_file(file):
            return None
        data = file.read(_MOST_BYTES)
        when = datetime.fromtimestamp(os.fstat(file.fileno()).st_mtime, UTC)
    if not data.strip():
        path.unlink()
        return None
    return Crash(path, when, anonymised(data.decode("utf-8", "replace")))
