"""The engine that the window uses: one spawned child process owns torch and the GPU.

A crash, a kill or an import that fails in the child is an event here, and the next job starts a new child.
This module never imports torch; the child finds its engine by name.
"""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Generator, Iterator

from nti_desktop.engine.child_process import HUNG, ChildGoneError, ChildProcess
from nti_desktop.engine.events import LAST_EVENTS, Cancelled, Event, Failed
from nti_desktop.engine.messages import Cancel, Said, Submit
from nti_desktop.engine.pulse import Pace, Pulse
from nti_desktop.engine.requests import Request
from nti_desktop.errors import Sentence, reason_of

__all__ = ["FIRST_SILENCE", "HUNG", "LOCAL_ENGINE", "SILENCE", "ProcessEngine"]

_log = logging.getLogger(__name__)

LOCAL_ENGINE = "nti_desktop.engine.local:LocalEngine"

_GLANCE = 0.05  # seconds between two looks at whether a cancel was asked for
SILENCE = 60.0  # a slow disk can hold up the child for long while it loads its libraries
FIRST_SILENCE = 180.0  # and longer before it begins to run at all
BUSY = Sentence("The engine is at work on another job; wait for it, or cancel it first.")


class ProcessEngine:
    """Runs an engine in a child process and survives whatever happens to it.

    `submit` is for one thread at a time; `cancel` and `close` never wait for the child and may be called from
    any. The child starts with the first job, or ahead of it with `start`.
    """

    def __init__(self, engine: str = LOCAL_ENGINE, patience: float = 15.0, silence: float = SILENCE) -> None:
        """Start nothing yet.

        Args:
            engine: `package.module:factory` of the engine that the child runs.
            patience: seconds that a cancelled job may take to stop before its child is killed; on a machine
                where a step takes long, twice as long as one.
            silence: seconds without any sign of life after which a child with a job counts as hung, and is
                ended; the next job starts another.
        """
        self._engine = engine
        self._patience, self._silence = patience, silence
        self._latest = 0  # jobs are numbered from 1
        self._cancelled = 0  # this job and all before it are to stop
        self._closed = False
        self._busy = threading.Lock()  # held while a job's events are being iterated
        self._changing = threading.Lock()  # guards `_child`
        self._child: ChildProcess | None = None

    @property
    def pid(self) -> int | None:
        """Process id of the child, None while there is none."""
        current = self._child
        return current.pid if current and current.is_alive() else None

    def start(self) -> None:
        """Start the child, so that the first job need not wait for its imports."""
        with contextlib.suppress(OSError):  # the first job tries again, and reports it
            self._living_child()

    def submit(self, request: Request) -> Iterator[Event]:
        """Start a job and yield its events; the last is exactly one of Finished, Failed, Cancelled."""
        self._latest += 1
        return self._run(self._latest, request)

    def cancel(self) -> None:
        """Ask the running job to stop."""
        self._cancelled = self._latest

    def close(self) -> None:
        """Cancel, and end the child; a later job is cancelled at once.

        The child is killed: all it holds is memory, and it may be deep in a computation.
        """
        self._closed = True
        with self._changing:
            if self._child is not None:
                self._child.kill()
        if self._busy.acquire(blocking=False):  # else the running job's iterator tidies up
            self._busy.release()
            self._discard_child()

    def _is_cancelled(self, job: int) -> bool:
        return self._closed or job <= self._cancelled

    def _run(self, job: int, request: Request) -> Iterator[Event]:
        """The events of a job; the engine is free again before the last of them is seen."""
        if not self._busy.acquire(blocking=False):
            yield Failed(BUSY)
            return
        last: Event = Cancelled()
        try:
            with contextlib.closing(self._events(job, request)) as events:
                for event in events:
                    if isinstance(event, LAST_EVENTS):
                        last = event
                        _note(event)
                        break
                    yield event
        finally:
            self._busy.release()
            if self._closed:
                self._discard_child()
        yield last

    def _events(self, job: int, request: Request) -> Generator[Event, None, None]:
        """What the child says of a job; a child that dies under it is the last event."""
        if self._is_cancelled(job):
            yield Cancelled()
            return
        try:
            current = self._living_child()
        except OSError as error:
            told = Sentence("The engine could not be started ({reason}); try again.", reason=reason_of(error))
            yield Failed(told, repr(error), engine_died=True)
            return
        try:
            current.send(Submit(job, request))
            yield from self._until_last(current, job)
        except ChildGoneError as error:
            self._discard_child()
            yield Cancelled() if self._is_cancelled(job) else error.failure

    def _until_last(self, current: ChildProcess, job: int) -> Generator[Event, None, None]:
        """Pass on what the child says of this job, and hand it a cancel when there is one."""
        asked: float | None = None  # when the child was told to cancel
        pace, patience, pulse = Pace(), self._patience, Pulse(time.monotonic())
        over = False
        try:
            while not over:
                if asked is None and self._is_cancelled(job):
                    asked = time.monotonic()
                    patience = max(self._patience, 2 * pace.slowest(asked))
                    current.send(Cancel(job))
                if asked is not None and time.monotonic() - asked > patience:
                    current.kill()
                message = current.receive(_GLANCE)
                limit = self._silence if current.has_spoken else max(self._silence, FIRST_SILENCE)
                if pulse.missed(time.monotonic(), heard=message is not None) > limit:
                    raise ChildGoneError(current.end_hung(limit))
                if isinstance(message, Said) and message.job == job:
                    pace.heard(message.event, time.monotonic())
                    over = isinstance(message.event, LAST_EVENTS)
                    yield message.event
        finally:
            if not over and asked is None:  # the iterator was closed early
                current.send(Cancel(job))

    def _living_child(self) -> ChildProcess:
        with self._changing:
            if self._child is None or not self._child.is_alive():
                if self._child is not None:
                    self._child.discard()
                self._child = ChildProcess(self._engine)
            return self._child

    def _discard_child(self) -> None:
        with self._changing:
            gone, self._child = self._child, None
        if gone is not None:
            gone.discard()


def _note(event: Event) -> None:
    """Write a failure into the log, where the program keeps one."""
    if isinstance(event, Failed):
        _log.error("a job failed: %s\n%s", event.message, event.details)
