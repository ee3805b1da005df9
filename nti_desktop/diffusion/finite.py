"""Numbers that are none are told, never shown as a picture."""

from __future__ import annotations

from torch import Tensor

from nti_desktop.errors import EngineError

OVERFLOW = "The model's numbers overflow at this precision; run it on the CPU instead."


def finite(numbers: Tensor, otherwise: str = OVERFLOW) -> Tensor:
    """The same numbers.

    Raises:
        EngineError: some are infinite or none; `otherwise` is what it says.
    """
    if not numbers.isfinite().all():
        raise EngineError(otherwise)
    return numbers
