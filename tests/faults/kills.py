"""Kill -9 at random moments: while a project is saved, and while the journal is written."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import struct
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from nti_desktop.document.atomic import LEFT_BEHIND_AFTER
from nti_desktop.document.container import load_project, save_project
from nti_desktop.document.journal import Journal
from nti_desktop.document.journal_folder import JournalWriter
from nti_desktop.document.journal_recovery import discard, new_journal, recover, recoverable
from nti_desktop.document.state import Project
from nti_desktop.errors import UserError
from tests.faults.outcome import Outcome, leftovers, number_of, numbered

PROMISED = 2.0  # seconds within which a change is kept
_BETWEEN_CHANGES = 0.05
_REPORT = struct.Struct("<qd")


@dataclass(frozen=True)
class Victim:
    """A forked process, and the pipe on which it tells what it has done, with the time."""

    pid: int
    pipe: int

    def kill(self) -> list[tuple[int, float]]:
        """End it on the spot; what it had told until then."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        data = b""
        while block := os.read(self.pipe, 65536):
            data += block
        os.close(self.pipe)
        whole = len(data) // _REPORT.size * _REPORT.size
        return list(_REPORT.iter_unpack(data[:whole]))


def fork(work: Callable[[Callable[[int], None]], None]) -> Victim:
    """Start a process that works until it is killed; it is given the function to tell a number with."""
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(ours)
            work(lambda number: _tell(theirs, number))
        finally:
            os._exit(1)
    os.close(theirs)
    return Victim(pid, ours)


def _tell(pipe: int, number: int) -> None:
    os.write(pipe, _REPORT.pack(number, time.monotonic()))


def killed_saves(project: Project, folder: Path, times: int, dice: random.Random) -> Outcome:
    """Kill a process that saves one state after the other over the same file."""
    outcome = Outcome("kill -9 while saving", "a process that saves without a pause, at a random moment")
    path, torn = folder / "p.nti", 0
    save_project(numbered(project, 0), path)

    def save(tell: Callable[[int], None]) -> None:
        for number in range(1, 10**6):
            save_project(numbered(project, number), path)
            tell(number)

    for _ in range(times):
        victim = fork(save)
        time.sleep(dice.uniform(0.002, 0.12))
        told = victim.kill()
        saved = told[-1][0] if told else 0
        outcome.times += 1
        torn += leftovers(folder) > 0
        outcome.lost += not _holds(lambda: load_project(path), (saved, saved + 1))
        outcome.stuck += not _saves_and_clears(numbered(project, 0), path)
    outcome.note = f"{torn} kills left a half-written temporary file, which the next save removed"
    return outcome


def _saves_and_clears(project: Project, path: Path) -> bool:
    """Whether the next save works, and takes away what was left an hour ago."""
    then = time.time() - 2 * LEFT_BEHIND_AFTER
    for left in path.parent.glob(".nti-*.tmp"):
        os.utime(left, (then, then))
    save_project(project, path)
    return leftovers(path.parent) == 0 and number_of(load_project(path)) == 0


def killed_journals(project: Project, folder: Path, times: int, dice: random.Random) -> Outcome:
    """Kill a process that writes one state after the other to its journal."""
    outcome = Outcome("kill -9 while the journal is written", "the same, without the usual second between")
    torn = 0

    def write(tell: Callable[[int], None]) -> None:
        made, _lock = new_journal(folder)
        writer = JournalWriter(made)
        for number in range(1, 10**6):
            writer.write(numbered(project, number), "mug", None)
            tell(number)

    for _ in range(times):
        victim = fork(write)
        os.read(victim.pipe, _REPORT.size)  # the first state is there
        time.sleep(dice.uniform(0.0, 0.08))
        told = victim.kill()
        written = told[-1][0] if told else 1
        outcome.times += 1
        torn += leftovers(folder) > 0
        outcome.lost += not _recovers(folder, (written, written + 1))
        outcome.stuck += any(folder.iterdir())
    outcome.note = f"{torn} kills left a half-written temporary file"
    return outcome


def killed_windows(project: Project, folder: Path, times: int, dice: random.Random) -> Outcome:
    """Kill processes that change a project twenty times a second and journal it as the window does."""
    outcome = Outcome("kill -9 of a window", "changes every 50 ms, journalled as the window does it")
    ages: list[float] = []

    def change(where: Path) -> Callable[[Callable[[int], None]], None]:
        def work(tell: Callable[[int], None]) -> None:
            journal = Journal(where)
            for number in range(1, 10**6):
                journal.note(numbered(project, number), "mug")
                tell(number)
                time.sleep(_BETWEEN_CHANGES)

        return work

    for batch in _batches(times, 8):
        victims = [(fork(change(folder / str(n))), folder / str(n)) for n in batch]
        time.sleep(PROMISED + 0.5)
        for victim, where in victims:
            time.sleep(dice.uniform(0.0, 0.2))
            killed = time.monotonic()
            told = victim.kill()
            outcome.times += 1
            found = _recovered_number(where)
            must = max((number for number, when in told if when < killed - PROMISED), default=0)
            if found is None or found < must:
                outcome.lost += 1
            else:
                ages.append(killed - max(when for number, when in told if number <= found + 1))
    outcome.note = f"at most {max(ages, default=0):.2f} s of changes were not on disk yet; promised are 2 s"
    return outcome


def _batches(times: int, size: int) -> Iterator[range]:
    for first in range(0, times, size):
        yield range(first, min(times, first + size))


def _recovered_number(folder: Path) -> int | None:
    found = recoverable(folder)
    if len(found) != 1:
        return None
    try:
        return number_of(recover(found[0]))
    except (UserError, ValueError):
        return None


def _recovers(folder: Path, allowed: tuple[int, ...]) -> bool:
    number = _recovered_number(folder)
    for recovery in recoverable(folder):
        discard(recovery)
    return number in allowed


def _holds(read: Callable[[], Project], allowed: tuple[int, ...]) -> bool:
    try:
        return number_of(read()) in allowed
    except (UserError, ValueError):
        return False
