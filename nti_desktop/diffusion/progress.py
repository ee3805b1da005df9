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
        estimate: latents (1, C, h, w) for a preview: the predicted clean ones, or the pivot just found.
    """

    step: int
    steps: int
    timestep: int
    loss: float | None = None
    tolerance: float | None = None
    inner: int = 0
    estimate: Tensor | None = None
    completes: int = 1


@dataclass(frozen=True)
class StepUnderWay:
    """A step is being optimised; of a block of steps, all of which are, this is the first.

    Attributes:
        step: steps done so far, 0..steps - 1.
        loss: mean squared distance to the pivot with the embedding just evaluated, kept or not.
        inner: inner iterations made so far.
    """

    step: int
    steps: int
    timestep: int
    loss: float
    tolerance: float | None
    inner: int


@dataclass(frozen=True, eq=False)
class Tick:
    """Yielded after every network evaluation: the place to report, and to stop.

    Attributes:
        evaluations: network evaluations (forward or backward, per sample) since the last tick.
        done: set when a step is complete.
        under_way: set when the loss of a step that is being optimised was evaluated.
    """

    stage: NetworkStage
    evaluations: int
    done: StepDone | None = None
    under_way: StepUnderWay | None = None
