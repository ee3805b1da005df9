"""Numbers that are none are told, never shown as a picture."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor

from nti_desktop.errors import EngineError


@dataclass(frozen=True)
class Overflow:
    """What to say of numbers that are none.

    Attributes:
        says: what has happened.
        advice: what to do about it on the CPU; elsewhere, the CPU is worth a try as well.
    """

    says: str
    advice: str

    def sentence(self, device: str) -> str:
        """For the user."""
        elsewhere = "" if device == "cpu" else ", or run it on the CPU"
        return f"{self.says}; {self.advice}{elsewhere}."


OVERFLOW = Overflow("The model's numbers overflow", "get a new copy of it")


def finite(numbers: Tensor, overflow: Overflow = OVERFLOW) -> Tensor:
    """The same numbers.

    Raises:
        EngineError: some are infinite or none; `overflow` is what it says.
    """
    if not numbers.isfinite().all():
        raise EngineError(overflow.sentence(numbers.device.type))
    return numbers
