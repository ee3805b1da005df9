"""The jobs that wait, in order. Plain values: nothing here runs anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nti_desktop.engine.requests import Request
from nti_desktop.ui.jobs.progress import JobProgress


@dataclass(frozen=True, eq=False)
class Job:
    """What was asked for together, and how far it is."""

    requests: tuple[Request, ...]
    progress: JobProgress

    @property
    def request(self) -> Request:
        """The one under way."""
        return self.requests[self.progress.part]

    @property
    def left(self) -> tuple[Request, ...]:
        """The one under way, and those behind it."""
        return self.requests[self.progress.part :]


class Line:
    """Jobs, next one first."""

    def __init__(self) -> None:
        self._jobs: list[Job] = []

    def __iter__(self) -> Iterator[Job]:
        return iter(tuple(self._jobs))

    def __len__(self) -> int:
        return len(self._jobs)

    def insert(self, place: int, job: Job) -> None:
        """Put a job at a place; 0 is next."""
        self._jobs.insert(max(place, 0), job)

    def pop(self) -> Job | None:
        """The next one, which waits no longer."""
        return self._jobs.pop(0) if self._jobs else None

    def take(self, number: int | None) -> Job | None:
        """The job of that number, which waits no longer; None if there is none."""
        found = next((job for job in self._jobs if job.progress.number == number), None)
        if found is not None:
            self._jobs.remove(found)
        return found

    def drop(self, key: str) -> int:
        """Let the jobs of a key go; the place that they leave, or the end."""
        places = [place for place, job in enumerate(self._jobs) if job.progress.key == key]
        self._jobs = [job for job in self._jobs if job.progress.key != key]
        return places[0] if places else len(self._jobs)

    def clear(self) -> None:
        """Let all go."""
        self._jobs.clear()
