"""How far the running job is: what the job panel and the canvas show of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from nti_desktop.engine.events import Progress

JobKind = Literal["invert", "edit"]

# Share of a job's time that each stage takes, measured roughly; only the progress bar uses it.
_SHARES: dict[JobKind, dict[str, float]] = {
    "invert": {
        "loading": 0.04,
        "encoding": 0.02,
        "pivots": 0.18,
        "null-text": 0.7,
        "reconstruction": 0.03,
        "decoding": 0.03,
    },
    "edit": {"loading": 0.05, "editing": 0.9, "decoding": 0.05},
}

_STAGE_NAMES = {
    "loading": "Loading the model",
    "encoding": "Reading the photo",
    "pivots": "Following the photo back to noise",
    "null-text": "Learning how to bring it back",
    "reconstruction": "Checking that it comes back",
    "editing": "Painting the edit",
    "decoding": "Finishing the picture",
}


@dataclass
class JobProgress:
    """One job as it runs.

    Attributes:
        timesteps, losses: of every timestep optimised so far, noisiest first.
        share: of the whole job done, 0..1; never goes back.
        notice: the latest sentence that the engine wants to be known; "" before there is one.
    """

    number: int
    kind: JobKind
    cancelling: bool = False
    stage: str = "loading"
    share: float = 0.0
    seconds_left: float | None = None
    evaluations_per_second: float = 0.0
    tolerance: float | None = None
    notice: str = ""
    timesteps: list[int] = field(default_factory=list)
    losses: list[float] = field(default_factory=list)

    def take(self, progress: Progress) -> None:
        """Note one event."""
        self.stage = progress.stage
        self.seconds_left = progress.seconds_left
        self.evaluations_per_second = progress.evaluations_per_second
        self.share = max(self.share, self._share_of(progress))
        if progress.step_done and progress.loss is not None and progress.timestep is not None:
            self.timesteps.append(progress.timestep)
            self.losses.append(progress.loss)
            self.tolerance = progress.tolerance

    @property
    def stage_name(self) -> str:
        """The stage in plain words."""
        return _STAGE_NAMES.get(self.stage, "Working")

    def _share_of(self, progress: Progress) -> float:
        before = 0.0
        for stage, share in _SHARES[self.kind].items():
            if stage == progress.stage:
                return before + share * progress.step / max(progress.steps, 1)
            before += share
        return self.share


def time_left(seconds: float | None) -> str:
    """Seconds as a person would say them."""
    if seconds is None:
        return "estimating the time…"
    if seconds < 1.5:
        return "almost done"
    if seconds < 90:
        return f"about {round(seconds)} seconds left"
    if seconds < 5400:
        return f"about {round(seconds / 60)} minutes left"
    return f"about {seconds / 3600:.1f} hours left"
