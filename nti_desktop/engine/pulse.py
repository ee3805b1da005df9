"""What can be told from when a child says something: whether it hangs, and how long its steps take."""

from __future__ import annotations

from nti_desktop.engine.events import Event, Progress

_MOST_BETWEEN_LOOKS = 1.0  # seconds that one look can add to a silence


class Pulse:
    """How long a child has been silent, as far as we were there to hear it.

    While this machine sleeps, or this process is held up itself, no time counts.
    """

    def __init__(self, now: float) -> None:
        self._last, self._silent = now, 0.0

    def missed(self, now: float, *, heard: bool) -> float:
        """Seconds of silence, after one more look."""
        self._silent = 0.0 if heard else self._silent + min(now - self._last, _MOST_BETWEEN_LOOKS)
        self._last = now
        return self._silent


class Pace:
    """How long a job's steps take."""

    def __init__(self) -> None:
        self._last: float | None = None
        self._longest = 0.0

    def heard(self, event: Event, now: float) -> None:
        """Take up an event; a step ends with a progress, and takes a network evaluation or several."""
        if isinstance(event, Progress):
            if self._last is not None and event.network_evaluations:
                self._longest = max(self._longest, now - self._last)
            self._last = now

    def slowest(self, now: float) -> float:
        """Seconds of the longest step so far, the one under way included."""
        return self._longest if self._last is None else max(self._longest, now - self._last)
