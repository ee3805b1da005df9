"""Where the worker leaves what it has to say until the window's thread takes it: only what is worth seeing.

A queued signal is kept until it is delivered, so that a quick engine could fill the memory of a slow window.
"""

from __future__ import annotations

import threading

from nti_desktop.engine.events import Progress
from nti_desktop.engine.results import ImageArray


class LatestPreview:
    """Holds one preview: a newer one takes the older one's place until it is taken."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._image: ImageArray | None = None

    def put(self, image: ImageArray) -> bool:
        """Store; True when the previous one had been taken, so that a notice is due."""
        with self._lock:
            was_empty = self._image is None
            self._image = image
            return was_empty

    def take(self) -> ImageArray | None:
        """The latest, once."""
        with self._lock:
            image, self._image = self._image, None
            return image


class LatestProgress:
    """Holds the latest progress of each timestep of a job, however many came."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._job = 0
        self._held: dict[tuple[str, int | None], Progress] = {}

    def put(self, job: int, progress: Progress) -> bool:
        """Store; True when all before had been taken, or were another job's, so that a notice is due."""
        with self._lock:
            if job != self._job:
                self._job, self._held = job, {}
            was_empty = not self._held
            place = (progress.stage, progress.timestep if progress.loss is not None else None)
            self._held.pop(place, None)  # so that the latest of all stands last
            self._held[place] = progress
            return was_empty

    def take(self, job: int) -> tuple[Progress, ...]:
        """What is held of a job, latest last, once."""
        with self._lock:
            if job != self._job:
                return ()
            held, self._held = self._held, {}
            return tuple(held.values())
