"""Autosave: what a window has changed and not saved, kept against a crash.

The window calls `note` whenever something changes, which costs nothing; a thread writes the latest state a
second later, and what an inversion has done at once: it comes after a step, which may have taken long.
States are frozen, so the thread reads them while the window goes on.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from nti_desktop.document.changes import with_paused
from nti_desktop.document.journal_folder import JournalWriter, remove_journal
from nti_desktop.document.journal_recovery import (
    Recovery,
    journals_folder,
    lock_journal,
    new_journal,
    read_recovered,
)
from nti_desktop.document.stamps import Stamp
from nti_desktop.document.state import PausedInversion, Project
from nti_desktop.errors import Sentence, UserError, reason_of
from nti_desktop.upkeep.locks import Lock

DELAY = 1.0  # seconds from a change until it is written
RETRY = 10.0  # seconds until what could not be written is tried again
PATIENCE = 10.0  # seconds that a window that closes waits for the disk
CANNOT_KEEP = Sentence("What you change cannot be kept against a crash for now; save the project often")

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Note:
    """What is to be kept; a project of None: nothing, all is saved."""

    project: Project | None
    name: str = ""
    path: Path | None = None
    stamp: Stamp | None = None
    at_once: bool = False


class Journal:
    """The journal of one window; its folder is made with the first state."""

    def __init__(
        self,
        folder: Path | None = None,
        delay: float = DELAY,
        on_problem: Callable[[Sentence], None] | None = None,
    ) -> None:
        """Write nothing yet.

        Args:
            folder: that holds all windows' journals; None takes the user's own.
            delay: seconds from a change until it is written.
            on_problem: told once, in the journal's thread, when states can no longer be written.
        """
        self._parent = folder or journals_folder()
        self._delay, self.on_problem = delay, on_problem
        self._changed = threading.Condition()
        self._writing = threading.Lock()  # held while the folder is worked on
        self._note: _Note | None = None  # not written yet
        self._under_way: PausedInversion | None = None  # as it was noted last
        self._closed = self._failing = False
        self._lock: Lock | None = None
        self._writer: JournalWriter | None = None
        self._thread: threading.Thread | None = None

    def note(
        self,
        project: Project,
        name: str = "",
        path: Path | None = None,
        under_way: PausedInversion | None = None,
        stamp: Stamp | None = None,
    ) -> None:
        """Keep a state that is not saved; the latest counts.

        Args:
            name: what the project is called.
            path: its file, None where it has none.
            under_way: what the inversion that is running has done so far.
            stamp: of that file as this window read or wrote it, so that a later change is noticed.
        """
        kept = project if under_way is None else with_paused(project, under_way)
        step_done = under_way is not None and under_way is not self._under_way
        self._under_way = under_way
        self._take(_Note(kept, name, path, stamp, at_once=step_done))

    def forget(self) -> None:
        """Note that all is saved, or thrown away on purpose."""
        self._take(_Note(None))

    def take_up(self, recovery: Recovery) -> Project:
        """Read what another window left, and go on writing in its place: at no moment is it unprotected.

        Raises:
            ProjectError: another window has it, or it is damaged; it stays.
        """
        lock = lock_journal(recovery)
        try:
            project = read_recovered(recovery)
            writer = JournalWriter(recovery.folder)
        except BaseException:
            lock.release()
            raise
        with self._writing:
            self._let_go(keep=False)
            self._lock, self._writer = lock, writer
        return project

    def close(self, *, keep: bool = False) -> None:
        """Write what is to be written, and end.

        Args:
            keep: whether the next start offers what is not saved; else the journal goes.
        """
        with self._changed:
            self._closed = True
            self._note = self._note if keep else None
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(PATIENCE)
        if self._writing.acquire(timeout=PATIENCE):
            self._let_go(keep=keep)
            self._writing.release()

    def _take(self, note: _Note) -> None:
        with self._changed:
            if self._closed:
                return
            waiting = self._note is not None and self._note.at_once
            self._note = replace(note, at_once=note.at_once or waiting)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="nti-journal", daemon=True)
                self._thread.start()
            self._changed.notify()

    def _run(self) -> None:
        """The journal's thread: one state after the other, a moment after the change."""
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._note or self._closed)
                self._changed.wait_for(self._is_due, RETRY if self._failing else self._delay)
                note, self._note = self._note, None
                if note is None:
                    return
            self._write(note)

    def _is_due(self) -> bool:
        at_once = self._note is not None and self._note.at_once
        return self._closed or (at_once and not self._failing)

    def _write(self, note: _Note) -> None:
        try:
            with self._writing:
                self._keep(note)
            self._failing = False
        except (UserError, OSError, ValueError, MemoryError) as error:
            self._failed(note, error)

    def _keep(self, note: _Note) -> None:
        if note.project is None:
            if self._writer is not None:
                self._writer.clear()
            return
        if self._writer is not None and not self._writer.is_whole():
            self._let_go(keep=True)
        if self._writer is None:
            folder, self._lock = new_journal(self._parent)
            self._writer = JournalWriter(folder)
        self._writer.write(note.project, note.name, note.path, note.stamp)

    def _failed(self, note: _Note, error: Exception) -> None:
        """Try again later, unless something newer comes; say so once."""
        _log.warning("the journal could not be written: %s", error)
        with self._changed:
            if self._note is None and not self._closed:
                self._note = note
        if not self._failing:
            self._failing = True
            if self.on_problem is not None:
                told = Sentence("{problem} ({reason}).", problem=CANNOT_KEEP, reason=reason_of(error))
                self.on_problem(told)

    def _let_go(self, *, keep: bool) -> None:
        if self._lock is not None and self._writer is not None and not keep:
            remove_journal(self._writer.folder, self._lock)
        elif self._lock is not None:
            self._lock.release()
        self._writer = self._lock = None
