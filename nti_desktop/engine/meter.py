"""Counts a job's network evaluations and tells honestly how long the rest will take."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from nti_desktop.diffusion.progress import Tick
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

    expected: Mapping[str, float]
    steps: int
    evaluations: int = 0
    before: float = 0.0
    done: dict[str, int] = field(default_factory=dict)
    _started: float = field(default_factory=time.monotonic)
    _spent: dict[str, int] = field(default_factory=dict)
    _made: dict[str, int] = field(default_factory=dict)  # steps that `_spent` paid for

    @property
    def seconds(self) -> float:
        """Spent so far."""
        return self.before + time.monotonic() - self._started

    def progress(self, tick: Tick) -> Progress | None:
        """Take up a tick; the progress when it completes a step."""
        self.evaluations += tick.evaluations
        self._spent[tick.stage] = self._spent.get(tick.stage, 0) + tick.evaluations
        if tick.done is None:
            return None
        self.done[tick.stage] = self.done.get(tick.stage, 0) + tick.done.completes
        self._made[tick.stage] = self._made.get(tick.stage, 0) + tick.done.completes
        rate = self.evaluations / max(self.seconds, 1e-9)
        return Progress(
            stage=tick.stage,
            step=tick.done.step,
            steps=tick.done.steps,
            timestep=tick.done.timestep,
            loss=tick.done.loss,
            tolerance=tick.done.tolerance,
            inner=tick.done.inner,
            network_evaluations=self.evaluations,
            evaluations_per_second=rate,
            seconds_left=self._evaluations_left() / rate,
        )

    def _evaluations_left(self) -> float:
        """What the stages still need: evaluations per step as measured, else as planned."""
        left = 0.0
        for stage, planned in self.expected.items():
            made = self._made.get(stage, 0)
            per_step = self._spent[stage] / made if made else planned
            left += (self.steps - self.done.get(stage, 0)) * per_step
        return left
