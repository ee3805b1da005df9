"""What an engine says while it works. Torch-free and small: a few numbers at a time, one preview."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from nti_desktop.diffusion.stages import NetworkStage
from nti_desktop.engine.results import ImageArray, PartialInversion, Result
from nti_desktop.errors import Sentence

Stage = NetworkStage | Literal["loading", "encoding", "decoding"]


@dataclass(frozen=True)
class Progress:
    """One more step of a stage is done, or has come a little further.

    Attributes:
        step: steps of this stage done so far, 0..steps.
        timestep: the model's training timestep just worked on. Of a block of timesteps that are optimised at
            once, and whose step is not done, the noisiest; loss and tolerance are its own.
        loss: mean squared distance to the pivot after the step; None where there is none. Of a step that is
            not done, with the null embedding just tried, which need not be the one that is kept.
        tolerance: the loss at which the step stops early; None where it never does.
        inner: inner iterations this step took so far.
        network_evaluations: forwards plus backwards since the job began.
        evaluations_per_second: of this run; loading, encoding and decoding do not count.
        seconds_left: at that speed, for the evaluations that steps have taken so far, or else are planned to;
            None in stages without any.
        step_done: whether the numbers are final; else the step is still being optimised.
        earlier: said once by an inversion that goes on: (timestep, loss) of each step that was done before.
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
    step_done: bool = True
    earlier: tuple[tuple[int, float], ...] = ()


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
        partial: what an inversion had done; a request that carries it goes on from there.
    """

    message: Sentence
    details: str = ""
    engine_died: bool = False
    partial: PartialInversion | None = field(default=None, compare=False)


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

    message: Sentence


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """What an inversion has done so far, to be kept against a crash; only the latest counts."""

    partial: PartialInversion


Event = Progress | Preview | Notice | Checkpoint | Finished | Failed | Cancelled
LAST_EVENTS = (Finished, Failed, Cancelled)
