"""How far the running job is: what the job panel and the canvas show of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from nti_desktop.engine.events import Progress

JobKind = Literal["invert", "edit", "maps"]

QUIET = "live"  # key of jobs that run while something is dragged: the panel must not move under the mouse

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
    "maps": {"loading": 0.1, "maps": 0.9},
}


@dataclass(frozen=True)
class LossPoint:
    """How far one timestep is from the photo.

    Attributes:
        inner: inner iterations spent on it by this job.
        done: whether the loss is final; else the step is still being optimised.
        tolerance: the loss at which it would be done; None where it takes all its iterations.
    """

    timestep: int
    loss: float
    inner: int
    done: bool
    tolerance: float | None = None


@dataclass
class JobProgress:
    """One job as it runs.

    Attributes:
        label: what the queue calls it; "" for the kind's own name.
        key: jobs of the same key, unless "", take one another's place.
        part, parts: which of the job's requests is under way, from 0, and how many there are.
        cancelling, pausing: it was asked to stop; whether to go on later.
        points: timestep -> its loss, as it is or as it was left; no more than there are timesteps.
        seconds_left: what it still takes, or will take while it waits; None before that is known.
        preview_psnr_db: how close the picture so far is to the photo; None before it is known.
        evaluations: of the network, since the job began.
        began: when the part under way did, in seconds.
        share: of the whole job done, 0..1; never goes back.
        notice: the latest sentence that the engine wants to be known; "" before there is one.
    """

    number: int
    kind: JobKind
    label: str = ""
    key: str = ""
    part: int = 0
    parts: int = 1
    cancelling: bool = False
    pausing: bool = False
    stage: str = "loading"
    share: float = 0.0
    seconds_left: float | None = None
    evaluations_per_second: float = 0.0
    tolerance: float | None = None
    notice: str = ""
    evaluations: int = 0
    began: float = 0.0
    preview_psnr_db: float | None = None
    points: dict[int, LossPoint] = field(default_factory=dict)

    @property
    def timesteps(self) -> list[int]:
        """Optimised so far, noisiest first."""
        return [point.timestep for point in self._final()]

    @property
    def losses(self) -> list[float]:
        """Of these timesteps."""
        return [point.loss for point in self._final()]

    @property
    def is_last_part(self) -> bool:
        """Whether nothing of the job is left to begin."""
        return self.part == self.parts - 1

    def begin_part(self, part: int, now: float) -> None:
        """Go on with the next request; `now` in seconds."""
        self.part, self.stage, self.began = part, "loading", now
        self.points.clear()

    def take(self, progress: Progress, now: float = 0.0) -> None:
        """Note one event; `now` in seconds."""
        self.stage = progress.stage
        self.seconds_left = self._left(progress.seconds_left, now)
        if progress.network_evaluations:
            self.evaluations = progress.network_evaluations
        if progress.evaluations_per_second > 0:  # stages without any say nothing of the speed
            self.evaluations_per_second = progress.evaluations_per_second
        self.share = max(self.share, self._share_of(progress))
        for timestep, loss in progress.earlier:
            self.points[timestep] = LossPoint(timestep, loss, inner=0, done=True)
        if progress.loss is not None and progress.timestep is not None:
            self.tolerance = progress.tolerance
            self.points[progress.timestep] = LossPoint(
                progress.timestep, progress.loss, progress.inner, progress.step_done, progress.tolerance
            )

    def _left(self, seconds: float | None, now: float) -> float | None:
        """Seconds that the job still takes: its other parts take as long as this one."""
        if seconds is None:
            return None
        return seconds + (self.parts - 1 - self.part) * (now - self.began + seconds)

    def _final(self) -> list[LossPoint]:
        done = (point for point in self.points.values() if point.done)
        return sorted(done, key=lambda point: -point.timestep)

    def _share_of(self, progress: Progress) -> float:
        before = 0.0
        for stage, share in _SHARES[self.kind].items():
            if stage == progress.stage:
                done = before + share * progress.step / max(progress.steps, 1)
                return (self.part + done) / self.parts
            before += share
        return self.share
