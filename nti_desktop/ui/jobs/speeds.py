"""How quick jobs of each kind are on this computer, and so how long one that waits will take."""

from __future__ import annotations

from collections.abc import Sequence

from nti_desktop.engine.estimate import evaluations_of, evaluations_of_edit
from nti_desktop.engine.requests import EditRequest, InvertRequest, MapsRequest, Request
from nti_desktop.ui.jobs.progress import JobKind, JobProgress

_FEWEST = 10  # network evaluations from which a speed says something


class Speeds:
    """Network evaluations a second, measured in the jobs of this window."""

    def __init__(self) -> None:
        self._known: dict[JobKind, float] = {}

    def note(self, job: JobProgress, ended: bool = False) -> None:
        """Learn from a job; while it runs only where nothing is known, or what is said would waver."""
        says_something = job.evaluations_per_second > 0 and job.evaluations >= _FEWEST
        if says_something and (ended or job.kind not in self._known):
            self._known[job.kind] = job.evaluations_per_second

    def seconds(self, kind: JobKind, requests: Sequence[Request]) -> float | None:
        """What these take, done one after the other; None before a job of the kind was measured."""
        speed = self._known.get(kind)
        return None if speed is None else sum(map(_evaluations, requests)) / speed


def _evaluations(request: Request) -> int:
    """Network evaluations that a request takes, at most."""
    match request:
        case InvertRequest():
            how = (request.method, request.preset, request.steps, request.refinements, request.memory)
            done = 0 if request.resume is None else request.resume.network_evaluations
            return max(evaluations_of(*how) - done, 0)
        case EditRequest():
            return evaluations_of_edit(len(request.inversion.timesteps), 1 + len(request.stacked))
        case MapsRequest():
            return len(request.inversion.timesteps)
