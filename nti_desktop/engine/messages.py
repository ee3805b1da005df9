"""What a `ProcessEngine` and its child say to each other, and how it is written. Torch-free."""

from __future__ import annotations

import collections
import pickle
import threading
from dataclasses import dataclass
from multiprocessing.connection import Connection

from nti_desktop.engine.events import LAST_EVENTS, Checkpoint, Event, Preview
from nti_desktop.engine.requests import Request
from nti_desktop.errors import Sentence


@dataclass(frozen=True, eq=False)
class Submit:
    """Parent to child: do this job next."""

    job: int
    request: Request


@dataclass(frozen=True)
class Cancel:
    """Parent to child: stop this job, running or still waiting."""

    job: int


@dataclass(frozen=True, eq=False)
class Said:
    """Child to parent: the engine said this about that job."""

    job: int
    event: Event


@dataclass(frozen=True)
class Alive:
    """Child to parent, every second while there is a job: nothing is said, but nothing hangs."""


@dataclass(frozen=True)
class StartFailed:
    """Child to parent: there is no engine; the child ends after this."""

    message: Sentence
    details: str


class Outbox:
    """Writes to the other process in a thread of its own: one that reads slowly, or hangs, holds up nothing.

    Everything is sent in order but what counts only while it is new, a preview, a checkpoint, a sign of life:
    each kind waits in one place, and a newer one replaces it.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._changed = threading.Condition()
        self._letters: collections.deque[bytes] = collections.deque()
        self._latest: dict[type[Event | Alive], Said | Alive] = {}
        self._closed = False
        self._thread = threading.Thread(target=self._write, name="outbox", daemon=True)
        self._thread.start()

    def put(self, message: Submit | Cancel | Said | Alive | StartFailed) -> None:
        """Take a message; what cannot be pickled raises here, in the thread that made it."""
        content = message.event if isinstance(message, Said) else message
        if isinstance(message, Said | Alive) and isinstance(content, Preview | Checkpoint | Alive):
            with self._changed:
                self._latest[type(content)] = message
                self._changed.notify()
            return
        letter = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
        with self._changed:
            self._letters.append(letter)
            if isinstance(message, Said) and isinstance(message.event, LAST_EVENTS):
                self._latest.clear()  # nobody waits for it any more
            self._changed.notify()

    def close(self) -> None:
        """Write what is left and stop."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._thread.join()

    def _write(self) -> None:
        while (letter := self._next()) is not None:
            try:
                self._connection.send_bytes(letter)
            except OSError:
                return  # the other process is gone, which whoever listens to it learns

    def _next(self) -> bytes | None:
        with self._changed:
            self._changed.wait_for(lambda: self._letters or self._latest or self._closed)
            if self._letters:
                return self._letters.popleft()
            latest = self._latest.popitem()[1] if self._latest else None
        return pickle.dumps(latest, pickle.HIGHEST_PROTOCOL) if latest else None
