"""Disks that are full, places that may no longer be written, folders that vanish, clocks that jump."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from unittest import mock

from nti_desktop.document import atomic, journal_folder
from nti_desktop.document.container import load_project, save_project
from nti_desktop.document.journal_folder import JournalWriter, read_journal
from nti_desktop.document.journal_recovery import new_journal, recover, recoverable
from nti_desktop.document.state import Project
from nti_desktop.errors import ProjectError, UserError
from tests.faults.outcome import Outcome, leftovers, number_of, numbered

ROOT = Path(__file__).resolve().parents[2]
ERRORS = (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EROFS)
CLOCKS = (-40 * 365 * 86400.0, -3600.0, 3600.0, 40 * 365 * 86400.0)
_NOBODY = 65534


class _Faults:
    """Lets the calls of a write to disk pass until the one that is to fail; that one fails, and all after."""

    def __init__(self, at: int, number: int) -> None:
        self.calls, self._at, self._number = 0, at, number

    def tick(self) -> None:
        """One more call."""
        self.calls += 1
        if self.calls >= self._at:
            raise OSError(self._number, os.strerror(self._number))

    def before(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, counted."""

        def counted(*args: Any, **kwargs: Any) -> Any:
            self.tick()
            return call(*args, **kwargs)

        return counted

    @contextlib.contextmanager
    def put_in(self) -> Iterator[None]:
        """Count what `atomic_write` asks of the system: opening, writing, flushing, syncing, renaming."""
        faults = self

        class File(io.BufferedRandom):
            def write(self, data: Any) -> int:
                faults.tick()
                return super().write(data)

            def flush(self) -> None:
                faults.tick()
                super().flush()

        def opened(path: Path, mode: str, opener: Any = None) -> File:
            faults.tick()
            return File(io.FileIO(path, "x+", opener=opener))

        with (
            mock.patch.object(atomic, "open", opened, create=True),
            mock.patch.object(atomic.os, "fsync", self.before(os.fsync)),
            mock.patch.object(Path, "replace", self.before(Path.replace)),
            mock.patch.object(Path, "chmod", self.before(Path.chmod)),
        ):
            yield


def failing_saves(project: Project, folder: Path) -> Outcome:
    """Let each call of a save fail in turn, with each error."""
    outcome = Outcome("the disk fails or is full while saving", "each write, flush, sync and rename, in turn")
    path = folder / "p.nti"
    save_project(numbered(project, 0), path)
    before = path.read_bytes()
    for number in ERRORS:
        for at in range(1, 1000):
            faults = _Faults(at, number)
            try:
                with faults.put_in():
                    save_project(numbered(project, 1), path)
            except ProjectError:
                outcome.times += 1
                outcome.lost += path.read_bytes() != before or leftovers(folder) > 0
                continue
            if faults.calls >= at:  # after the rename, the project is saved whatever the folder's sync says
                outcome.times += 1
                outcome.lost += number_of(load_project(path)) != 1
            save_project(numbered(project, 0), path)
            if faults.calls < at:
                break
    outcome.stuck += number_of(load_project(path)) != 0
    return outcome


def failing_journals(project: Project, folder: Path) -> Outcome:
    """Let each call of a journal's write fail in turn."""
    outcome = Outcome("the disk fails or is full while journalling", "the same")
    for number in ERRORS:
        for at in range(1, 1000):
            made, lock = new_journal(folder)
            writer, faults, failed = JournalWriter(made), _Faults(at, number), True
            writer.write(numbered(project, 0), "mug", None)
            with faults.put_in():
                try:
                    writer.write(numbered(project, 1), "mug", None)
                    failed = False
                except ProjectError:
                    pass
            outcome.times += faults.calls >= at
            outcome.lost += number_of(read_journal(made)[0]) != int(not failed)
            writer.write(numbered(project, 2), "mug", None)
            outcome.stuck += number_of(read_journal(made)[0]) != 2
            lock.release()
            shutil.rmtree(made)
            if faults.calls < at:
                break
    return outcome


def small_limits(project: Project, folder: Path, times: int) -> Outcome:
    """Save and journal under a limit on the size of files, which ends writes in the middle."""
    outcome = Outcome("a file may not grow", "RLIMIT_FSIZE from nothing to the file's size")
    path = folder / "p.nti"
    save_project(numbered(project, 0), path)
    before, old = path.read_bytes(), resource.getrlimit(resource.RLIMIT_FSIZE)
    for turn in range(times):
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) * turn // times, old[1]))
        try:
            save_project(numbered(project, 1), path)
        except ProjectError:
            outcome.times += 1
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, old)
        outcome.lost += path.read_bytes() != before
    outcome.stuck += leftovers(folder)
    return outcome


def full_disk(folder: Path, rounds: int) -> Outcome | None:
    """The same on a real file system of 200 kB that fills up; None where none may be mounted."""
    mount = 'mount -t tmpfs -o size=200k tmpfs "$0"'
    alone = ["unshare", "-rm", "sh", "-c"]
    if (
        shutil.which("unshare") is None
        or subprocess.run([*alone, mount, str(folder)], capture_output=True, check=False).returncode
    ):
        return None
    done = subprocess.run(
        [*alone, mount + ' && exec "$@"', str(folder),
         sys.executable, "-m", "tests.faults.full", str(folder), str(rounds)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    times, lost, stuck = (int(word) for word in done.stdout.split())
    how = "saves, journal entries and exports on a file system of 200 kB, filled page by page"
    return Outcome("the disk is full", how, times, lost, 0, stuck)


def lost_permission(project: Project, folder: Path, times: int) -> Outcome:
    """Take away the right to write while a project is open, as another user if this one may do everything."""
    outcome = Outcome("the folder may no longer be written", "its mode, the file's mode, and the folder gone")
    warm_up = folder / "warm-up.nti"  # the other user may not read what would have to be imported then
    save_project(project, warm_up)
    load_project(warm_up)
    for turn in range(times):
        where = folder / str(turn)
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                where.mkdir()
                if os.geteuid() == 0:
                    os.chown(where, _NOBODY, _NOBODY)
                    os.setgid(_NOBODY)
                    os.setuid(_NOBODY)
                code = _without_permission(project, where, turn % 3)
            finally:
                os._exit(code)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        outcome.times += 1
        outcome.lost += code in (1, -9)
        outcome.stuck += code == 2
    return outcome


def _without_permission(project: Project, where: Path, kind: int) -> int:
    """0 where nothing was lost; 1 where the old file was, 2 where the next save did not work."""
    path, away = where / "p.nti", where.parent / f"{where.name}-away"
    save_project(numbered(project, 0), path)
    before = path.read_bytes()
    refuse = (lambda: where.chmod(0o500), lambda: path.chmod(0o400), lambda: path.unlink() or where.rmdir())
    allow = (lambda: where.chmod(0o700), lambda: path.chmod(0o600), lambda: None)
    refuse[kind]()
    try:
        save_project(numbered(project, 1), path)
        return 1
    except ProjectError as error:
        if "elsewhere" not in str(error):
            return 1
    allow[kind]()
    if kind < 2 and path.read_bytes() != before:
        return 1
    if kind == 2:
        return 0  # nothing is left to save to; the state is still at hand
    save_project(numbered(project, 2), path)
    return 0 if number_of(load_project(path)) == 2 and not away.exists() else 2


def moved_clocks(project: Project, folder: Path, times: int) -> Outcome:
    """Move the clock between and during saves and journals, by an hour and by forty years."""
    outcome = Outcome(
        "the clock is moved", "by an hour and by 40 years, both ways, while saving and journalling"
    )
    path = folder / "p.nti"
    for turn in range(times):
        shift = CLOCKS[turn % len(CLOCKS)]
        save_project(numbered(project, turn), path)
        made, lock = new_journal(folder / "journals")
        JournalWriter(made).write(numbered(project, turn), "mug", None)
        with _clock_moved(shift):
            save_project(numbered(project, turn + 1), path)
            JournalWriter(made).write(numbered(project, turn + 1), "mug", None)
            lock.release()
            found = recoverable(folder / "journals")
            outcome.lost += len(found) != 1 or number_of(recover(found[0])) != turn + 1
        outcome.lost += number_of(load_project(path)) != turn + 1
        outcome.times += 1
        shutil.rmtree(made)
    return outcome


@contextlib.contextmanager
def _clock_moved(seconds: float) -> Iterator[None]:
    real = time.time

    class Moved(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> datetime:
            return datetime.now(tz) + timedelta(seconds=seconds)

    def moved() -> float:
        return real() + seconds

    with mock.patch.object(time, "time", moved), mock.patch.object(journal_folder, "datetime", Moved):
        yield


def damaged_blocks(project: Project, folder: Path, times: int) -> Outcome:
    """Cut the newest state of a journal short, as a disk does that lied about having written it."""
    outcome = Outcome("the latest journal entry is damaged", "cut at a random place; the one before must do")
    for turn in range(times):
        made, lock = new_journal(folder)
        writer = JournalWriter(made)
        for number in (0, 1):
            writer.write(numbered(project, number), "mug", None)
        latest = max(made.glob("state-*.json"))
        data = latest.read_bytes()
        latest.write_bytes(data[: len(data) * turn // times])
        outcome.times += 1
        try:
            outcome.lost += number_of(read_journal(made)[0]) != 0
        except (UserError, ValueError):
            outcome.lost += 1
        lock.release()
        shutil.rmtree(made)
    return outcome
