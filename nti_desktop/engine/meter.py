"""Counts a job's network evaluations and tells honestly how long the rest will take."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from nti_desktop.diffusion.progress import Tick
from nti_desktop.diffusion.stages import NetworkStage
from nti_desktop.engine.events import Progress


@dataclass(eq=False)
class Meter:
    """Turns ticks into progress.

    Attributes:
        expected: stage -> network evaluations per step as planned, in the order of the stages.
        steps: steps of every stage.
        evaluations, before: network evaluations so far, and seconds spent before this job.
        done: stage -> steps done.
    """

    expected: Mapping[NetworkStage, float]
    steps: int
    evaluations: int = 0
    before: float = 0.0
    done: dict[str, int] = field(default_factory=dict)
    _started: float = field(default_factory=time.monotonic)
    _spent: dict[str, int] = field(default_factory=dict)
    _paid: dict[str, int] = field(default_factory=dict)  # what of `_spent` steps were done for
    _made: dict[str, int] = field(default_factory=dict)  # how many steps those were
    _counted: int = field(init=False)  # evaluations when `_since` was set
    _since: float = field(init=False)  # of the speed, which knows neither loading nor earlier runs

    def __post_init__(self) -> None:
        self._counted, self._since = self.evaluations, self._started

    def begin(self) -> None:
        """Measure the speed from here on: network evaluations come next."""
        self._counted, self._since = self.evaluations, time.monotonic()

    @property
    def seconds(self) -> float:
        """Spent so far."""
        return self.before + time.monotonic() - self._started

    def progress(self, tick: Tick) -> Progress | None:
        """Take up a tick; the progress when it completes a step, or tells how one stands."""
        stage = tick.stage
        self.evaluations += tick.evaluations
        self._spent[stage] = self._spent.get(stage, 0) + tick.evaluations
        if tick.done is not None:
            self.done[stage] = self.done.get(stage, 0) + tick.done.completes
            self._made[stage] = self._made.get(stage, 0) + tick.done.completes
            self._paid[stage] = self._spent[stage]
        told = tick.done or tick.under_way
        if told is None:
            return None
        rate = max(self.evaluations - self._counted, 1) / max(time.monotonic() - self._since, 1e-9)
        return Progress(
            stage=stage,
            step=told.step,
            steps=told.steps,
            timestep=told.timestep,
            loss=told.loss,
            tolerance=told.tolerance,
            inner=told.inner,
            network_evaluations=self.evaluations,
            evaluations_per_second=rate,
            seconds_left=self._evaluations_left() / rate,
            step_done=tick.done is not None,
        )

    def _evaluations_left(self) -> float:
        """What the stages still need: evaluations per step as measured, else as planned."""
        left = 0.0
        for stage, planned in self.expected.items():
            made, paid = self._made.get(stage, 0), self._paid.get(stage, 0)
            needed = (self.steps - self.done.get(stage, 0)) * (paid / made if made else planned)
            left += max(0.0, needed - (self._spent.get(stage, 0) - paid))
        return left
