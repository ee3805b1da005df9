"""What an engine says while it works. Torch-free and small: one float a step, one preview at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from nti_desktop.diffusion.stages import NetworkStage
from nti_desktop.engine.results import ImageArray, PartialInversion, Result

Stage = NetworkStage | Literal["loading", "encoding", "decoding"]


@dataclass(frozen=True)
class Progress:
    """One more step of a stage is done.

    Attributes:
        step: steps of this stage done so far, 0..steps.
        timestep: the model's training timestep just worked on.
        loss: squared distance to the pivot after the step; None where there is none.
        tolerance: the loss at which the step stops early.
        inner: inner iterations this step took.
        network_evaluations: forwards plus backwards since the job began.
        evaluations_per_second: over the job so far.
        seconds_left: estimated from the measured steps; None until there are some.
    """

    stage: Stage
    step: int
    steps: int
    timestep: int | None = None
    loss: float | None = None
    tolerance: float | None = None
    inner: int = 0
    network_evaluations: int = 0
    evaluations_per_second: float = 0.0
    seconds_left: float | None = None


@dataclass(frozen=True, eq=False)
class Preview:
    """The picture so far, uint8 height x width x 3; only the latest counts."""

    image: ImageArray


@dataclass(frozen=True, eq=False)
class Finished:
    """The job is done."""

    result: Result


@dataclass(frozen=True)
class Failed:
    """The job failed; nothing else was lost.

    Attributes:
        message: one sentence that says what to do.
        details: for a report: a traceback, or an exit code.
        engine_died: whether the worker itself is gone (the next job starts a new one).
    """

    message: str
    details: str = ""
    engine_died: bool = False


@dataclass(frozen=True)
class Cancelled:
    """The job was cancelled.

    Attributes:
        partial: what an inversion had done; a request that carries it goes on from there.
    """

    partial: PartialInversion | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Notice:
    """Something the user should know while the job goes on, in one sentence: less memory than hoped for."""

    message: str


Event = Progress | Preview | Notice | Finished | Failed | Cancelled
LAST_EVENTS = (Finished, Failed, Cancelled)
