"""Journals of windows that are gone: what could be recovered, and what is thrown away."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from nti_desktop.document.fields import MalformedError
from nti_desktop.document.journal_folder import Written, read_journal, read_states, remove_journal
from nti_desktop.document.stamps import Stamp
from nti_desktop.document.state import Project
from nti_desktop.errors import ProjectError, UserError, reason_of
from nti_desktop.upkeep.locks import Lock, try_lock
from nti_desktop.upkeep.places import private_folder, state_folder

MOST_JOURNALS = 12
_LOCK = "lock"


@dataclass(frozen=True)
class Recovery:
    """What a window left that did not end as it should.

    Attributes:
        folder: its journal.
        name: what the project was called.
        path: the project's file; None where it had none.
        when: of its last change, in UTC, by the clock of then.
        thumbnail: a PNG of the picture shown then; empty where it is damaged.
        stamp: of that file as the window knew it; None where it is not known.
    """

    folder: Path
    name: str
    path: Path | None
    when: datetime
    thumbnail: bytes = field(repr=False)
    stamp: Stamp | None = None


def journals_folder() -> Path:
    """Where the journals of all windows are."""
    return state_folder() / "journals"


def recoverable(folder: Path) -> tuple[Recovery, ...]:
    """The journals in a folder that no living window writes, latest first; those that hold nothing go.

    At most twelve are kept, those for good: a clock may be wrong, so that none goes for its age.
    """
    found: list[Recovery] = []
    for journal in _journals(folder):
        with _locked(journal) as lock:
            states = [] if lock is None else read_states(journal)
            if states:
                found.append(_recovery(journal, states[0]))
            elif lock is not None:
                remove_journal(journal, lock)
    found.sort(key=lambda recovery: recovery.when, reverse=True)
    for recovery in found[MOST_JOURNALS:]:
        discard(recovery)
    return tuple(found[:MOST_JOURNALS])


def discard(recovery: Recovery) -> None:
    """Throw a journal away, unless another window has taken it up."""
    with _locked(recovery.folder) as lock:
        if lock is not None:
            remove_journal(recovery.folder, lock)


def recover(recovery: Recovery) -> Project:
    """Read a journal and leave it as it is; a window takes it up with `Journal.take_up` instead.

    Raises:
        ProjectError: another window has it, or it is damaged.
    """
    lock = lock_journal(recovery)
    try:
        return read_recovered(recovery)
    finally:
        lock.release()


def lock_journal(recovery: Recovery) -> Lock:
    """Keep other windows from a journal.

    Raises:
        ProjectError: one of them has it, or it is gone.
    """
    lock = None
    with contextlib.suppress(OSError):
        lock = try_lock(recovery.folder / _LOCK)
    if lock is None:
        raise ProjectError("“{name}” is being recovered in another window; look there.", name=recovery.name)
    return lock


def read_recovered(recovery: Recovery) -> Project:
    """Read a journal that this process has locked.

    Raises:
        ProjectError: it is damaged.
    """
    try:
        return read_journal(recovery.folder)[0]
    except (MalformedError, UserError) as error:
        raise ProjectError(
            "“{name}” cannot be recovered ({reason}); open the file it was last saved to.",
            name=recovery.name,
            reason=reason_of(error),
        ) from error


def new_journal(folder: Path) -> tuple[Path, Lock]:
    """A folder for a new journal, locked.

    Raises:
        OSError: it cannot be made.
    """
    made = private_folder(private_folder(folder) / secrets.token_hex(8))
    lock = try_lock(made / _LOCK)
    if lock is None:
        raise BlockingIOError("a new journal is locked by someone else")
    return made, lock


@contextlib.contextmanager
def _locked(journal: Path) -> Iterator[Lock | None]:
    """The lock of a journal; None where another window has it, or locks do not work there."""
    lock = None
    with contextlib.suppress(OSError):
        lock = try_lock(journal / _LOCK)
    try:
        yield lock
    finally:
        if lock is not None:
            lock.release()


def _journals(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.is_dir() and not path.is_symlink()]
    except OSError:
        return []


def _recovery(journal: Path, written: Written) -> Recovery:
    thumbnail = b""
    with contextlib.suppress(MalformedError):
        thumbnail = written.members.read("thumbnail.png")
    return Recovery(journal, written.name, written.path, written.when, thumbnail, written.stamp)
