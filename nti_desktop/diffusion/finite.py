"""Numbers that are none are told, never shown as a picture."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor

from nti_desktop.errors import EngineError, Sentence


@dataclass(frozen=True)
class Overflow:
    """What to say of numbers that are none: on the CPU, and elsewhere, where the CPU is worth a try."""

    on_cpu: Sentence
    elsewhere: Sentence


OVERFLOW = Overflow(
    Sentence("The model's numbers overflow; get a new copy of it."),
    Sentence("The model's numbers overflow; get a new copy of it, or run it on the CPU."),
)


def finite(numbers: Tensor, overflow: Overflow = OVERFLOW) -> Tensor:
    """The same numbers.

    Raises:
        EngineError: some are infinite or none; `overflow` is what it says.
    """
    if not numbers.isfinite().all():
        raise EngineError(overflow.on_cpu if numbers.device.type == "cpu" else overflow.elsewhere)
    return numbers
