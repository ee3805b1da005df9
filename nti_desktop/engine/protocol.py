"""The one interface behind which every engine works."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from nti_desktop.engine.events import Event
from nti_desktop.engine.requests import Request


class Engine(Protocol):
    """Does one job at a time.

    `submit` runs in the caller's thread; `cancel` and `close` may be called from any other.
    """

    def submit(self, request: Request) -> Iterator[Event]:
        """Start a job and yield its events; the last is exactly one of Finished, Failed, Cancelled.

        Closing the iterator early cancels the job.
        """
        ...

    def cancel(self) -> None:
        """Ask the running job to stop; it answers with Cancelled within one network evaluation.

        What is done of an inversion comes with the answer, and a request that carries it goes on from there.
        """
        ...

    def close(self) -> None:
        """Cancel, and release what the engine holds (a process, a connection)."""
        ...
