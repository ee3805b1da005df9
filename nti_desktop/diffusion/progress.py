"""What the generators of the diffusion core yield."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor

from nti_desktop.diffusion.stages import NetworkStage


@dataclass(frozen=True, eq=False)
class StepDone:
    """One step of a stage is done.

    Attributes:
        step: steps done so far, 1..steps.
        loss: mean squared distance to the pivot after the step.
        completes: steps that are done since the last one was told; the first of a block tells them all.
        estimate: predicted clean latents (1, C, h, w), for a preview.
    """

    step: int
    steps: int
    timestep: int
    loss: float | None = None
    tolerance: float | None = None
    inner: int = 0
    estimate: Tensor | None = None
    completes: int = 1


@dataclass(frozen=True, eq=False)
class Tick:
    """Yielded after every network evaluation: the place to report, and to stop.

    Attributes:
        evaluations: network evaluations (forward or backward, per sample) since the last tick.
        done: set when a step is complete.
    """

    stage: NetworkStage
    evaluations: int
    done: StepDone | None = None
