"""How quick jobs of each kind are on this computer, and so how long one that waits will take."""

from __future__ import annotations

from nti_desktop.engine.estimate import evaluations_of, evaluations_of_edit
from nti_desktop.engine.requests import EditRequest, InvertRequest, MapsRequest, Request
from nti_desktop.ui.jobs.line import Job
from nti_desktop.ui.jobs.progress import JobKind

_Sort = tuple[JobKind, str, str]  # the kind, the model, the device

_FEWEST = 10  # network evaluations from which a speed says something


class Speeds:
    """Network evaluations a second, measured in the jobs of this window, of each kind, model and device."""

    def __init__(self) -> None:
        self._known: dict[_Sort, float] = {}

    def note(self, job: Job, ended: bool = False) -> None:
        """Learn from a job; while it runs only where nothing is known, or what is said would waver."""
        speed, sort = job.progress.evaluations_per_second, _sort(job)
        says_something = speed > 0 and job.progress.evaluations >= _FEWEST
        if says_something and (ended or sort not in self._known):
            self._known[sort] = speed

    def seconds(self, job: Job) -> float | None:
        """What a job that waits will take; None before one of its sort was measured."""
        speed = self._known.get(_sort(job))
        return None if speed is None else sum(map(_evaluations, job.requests)) / speed


def _sort(job: Job) -> _Sort:
    return job.progress.kind, job.request.model, job.request.device


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
