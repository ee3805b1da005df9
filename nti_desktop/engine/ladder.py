"""What to do when memory runs out, or shall not: do with less of it, rung by rung, and say so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch

from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.engine.requests import MEMORIES, EditRequest, InvertRequest, MapsRequest, Request
from nti_desktop.errors import EngineError, Sentence

LARGE = 768 * 768  # pixels

_PHRASES = ("out of memory", "can't allocate memory", "not enough memory", "alloc_failed")


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error means that memory ran out, on whatever device."""
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    return isinstance(error, RuntimeError) and any(phrase in str(error).lower() for phrase in _PHRASES)


@dataclass(frozen=True)
class Rung:
    """One way to need less memory.

    Attributes:
        says: for the user.
        helps: whether a request on a model can gain by it.
        take: does it to the model.
        is_wanted: whether a careful job takes it from the start.
    """

    says: Sentence
    helps: Callable[[DiffusionModel, Request], bool]
    take: Callable[[DiffusionModel], None]
    is_wanted: Callable[[Request], bool] = lambda _: True


def _optimises(_: DiffusionModel, request: Request) -> bool:
    return isinstance(request, InvertRequest) and request.method in {"null-text", "null-text-parallel"}


def _has_blocks(_: DiffusionModel, request: Request) -> bool:
    return isinstance(request, InvertRequest) and request.method != "null-text"


def _has_large_blocks(_: DiffusionModel, request: Request) -> bool:
    return isinstance(request, InvertRequest) and request.method == "null-text-parallel"


def _has_branches(_: DiffusionModel, request: Request) -> bool:
    return isinstance(request, EditRequest)


def _has_pictures(_: DiffusionModel, request: Request) -> bool:
    return not isinstance(request, MapsRequest)


def _is_large(request: Request) -> bool:
    """Whether a picture is too large to be handled in one piece without need.

    In tiles the photo's latents, of which all else is made, come out a little others: a picture of usual size
    is done so only when memory has run out.
    """
    if isinstance(request, MapsRequest):
        return False
    image = request.image if isinstance(request, InvertRequest) else request.inversion.reconstruction
    height, width = image.shape[:2]
    return bool(height * width > LARGE)


def _is_elsewhere(model: DiffusionModel, _: Request) -> bool:
    return model.device.type != "cpu"


def _limit(samples: int) -> Callable[[DiffusionModel], None]:
    def take(model: DiffusionModel) -> None:
        model.largest_batch = samples

    return take


def _texts_to_cpu(model: DiffusionModel) -> None:
    model.offload_text_encoders()


def _compute_twice(model: DiffusionModel) -> None:
    model.use_checkpointing()


def _tile(model: DiffusionModel) -> None:
    model.tile_vae()


def _to_cpu(model: DiffusionModel) -> None:
    model.move_to("cpu")


LAST_RUNG = Rung(
    Sentence("Memory ran out; the job goes on on the CPU, which takes longer."),
    _is_elsewhere,
    _to_cpu,
    lambda _: False,
)

# In the order of what they cost; a rung keeps what those above it gained.
RUNGS = (
    Rung(
        Sentence("Memory ran out; the job goes on with the caption read on the CPU."),
        _is_elsewhere,
        _texts_to_cpu,
    ),
    Rung(
        Sentence("Memory ran out; the job goes on and computes parts of the network twice."),
        _optimises,
        _compute_twice,
    ),
    Rung(
        Sentence("Memory ran out; the job goes on with at most four timesteps at once."),
        _has_large_blocks,
        _limit(4),
    ),
    Rung(Sentence("Memory ran out; the job goes on with one timestep at a time."), _has_blocks, _limit(1)),
    Rung(
        Sentence("Memory ran out; the job goes on and handles the picture in tiles."),
        _has_pictures,
        _tile,
        _is_large,
    ),
    Rung(
        Sentence("Memory ran out; the job goes on with one branch after the other."),
        _has_branches,
        _limit(1),
    ),
    LAST_RUNG,
)


CAREFUL = Sentence("The job uses as little memory as it can, as asked for; it takes longer.")


def is_careful(request: Request) -> bool:
    """Whether a job shall begin as far down as it can without leaving its device.

    Raises:
        EngineError: it asks for something else than there is.
    """
    if isinstance(request, MapsRequest):
        return False
    if request.memory not in MEMORIES:
        raise EngineError(
            "There is no way “{memory}” to use memory; choose auto or low.", memory=request.memory
        )
    return request.memory == "low"


class Ladder:
    """How far down a model has gone: because memory ran out, and because the job at hand asks for it."""

    def __init__(self) -> None:
        self._taken: set[Rung] = set()
        self._asked_for: frozenset[Rung] = frozenset()

    def climb_down(self, model: DiffusionModel, request: Request) -> Sentence | None:
        """Take the next rung that can help: a sentence for the user, or None when there is none left."""
        for rung in RUNGS:
            if rung not in self._taken | self._asked_for and rung.helps(model, request):
                self._taken.add(rung)
                rung.take(model)
                return rung.says
        return None

    def begin(self, model: DiffusionModel, request: Request) -> None:
        """Make the model as careful as the request asks for, whatever the last one asked for.

        What memory that ran out has taught is kept.
        """
        asked = [rung for rung in RUNGS if rung.helps(model, request) and rung.is_wanted(request)]
        before = self._asked_for
        self._asked_for = frozenset(asked) if is_careful(request) else frozenset()
        if before == self._asked_for:
            return
        _climb_up(model)
        for rung in RUNGS:
            if rung is not LAST_RUNG and rung in self._taken | self._asked_for:
                rung.take(model)


def _climb_up(model: DiffusionModel) -> None:
    """As the model was when it was loaded, but for its device."""
    model.largest_batch = None
    model.use_checkpointing(False)
    model.tile_vae(False)
    model.offload_text_encoders(False)
