"""Devices, and the precision in which the noise network runs on each.

Only the noise network may run in half precision; text encoders, autoencoder, latents, embeddings and losses
are float32 everywhere (the SDXL autoencoder overflows in half precision, and a reconstruction is no better
than it).
"""

from __future__ import annotations

import torch
from torch import Tensor

from nti_desktop.errors import ModelError

_TINY = 1e-30


def choose_device(name: str) -> torch.device:
    """`auto` takes the fastest there is.

    Raises:
        ModelError: the device asked for is not on this machine.
    """
    available = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
    if name == "auto":
        name = next(device for device, present in available.items() if present)
    if not available.get(name, False):
        raise ModelError(
            "This computer has no {name} device that can be used; choose auto or cpu, or in the window "
            "another device under Settings.",
            name=name,
        )
    return torch.device(name)


def precisions_for(device: torch.device) -> tuple[torch.dtype, ...]:
    """The noise network's precisions on a device, the first that gives finite numbers to be used.

    CUDA: float16, whose relative error is an eighth of bfloat16's at the same speed, and which guidance
    multiplies; bfloat16 for networks that overflow it. MPS and CPU: float32, since half precision saves
    no time on most CPUs and its operators on MPS are the less tested ones.
    """
    if device.type != "cuda":
        return (torch.float32,)
    bfloat16 = (torch.bfloat16,) if torch.cuda.is_bf16_supported(including_emulation=False) else ()
    return (torch.float16, *bfloat16, torch.float32)


def prepare(device: torch.device) -> None:
    """Set CUDA up: TF32 for float32 products, as convolutions have by default, and convolutions that give the
    same bytes each time. The backward pass of attention may still add up in another order."""
    if device.type == "cuda":
        torch.set_float32_matmul_precision("high")
        torch.backends.cudnn.deterministic = True
        torch.backends.cudnn.benchmark = False


def release_unused() -> None:
    """Give the memory that torch keeps for later back to the devices."""
    torch.cuda.empty_cache()  # does nothing where there is none
    if torch.backends.mps.is_available():
        torch.mps.empty_cache()


def memory_format_for(device: torch.device) -> torch.memory_format:
    """The layout of the noise network's weights and input on a device.

    Tensor cores take channels last without transposing. On a CPU it is a draw (one thread, bundled model: 4 %
    less time for one sample, 4 % more for three), so that the plain layout stays.
    """
    return torch.channels_last if device.type == "cuda" else torch.contiguous_format


class GradientScale:
    """Carries gradients through a float16 network at a size it can hold, and back to their own.

    The gradient of a mean square over some 10⁴ latents is near 10⁻⁶, where float16 has no digits left. It
    enters the network divided by its largest element, and what comes out at the other side is multiplied by
    it again: the same gradient, since a backward pass is linear. Each sample of a batch has its own size,
    since none touches another. No synchronisation with the device.
    """

    def __init__(self, enabled: bool) -> None:
        self._enabled = enabled
        self._largest: Tensor | None = None

    def output(self, tensor: Tensor) -> Tensor:
        """Mark the network's output, in float32: gradients become at most 1 from here on."""
        if self._enabled and tensor.requires_grad:
            tensor.register_hook(self._shrink)
        return tensor

    def input(self, tensor: Tensor) -> Tensor:
        """Mark an input, in float32: its gradient has its own size again."""
        if not (self._enabled and tensor.requires_grad):
            return tensor
        marked = tensor.view_as(tensor)
        marked.register_hook(self._restore)
        return marked

    def _shrink(self, gradient: Tensor) -> Tensor:
        self._largest = gradient.detach().abs().flatten(1).amax(1).clamp_min(_TINY)
        return gradient / self._of_each(gradient)

    def _restore(self, gradient: Tensor) -> Tensor:
        return gradient * self._of_each(gradient)

    def _of_each(self, gradient: Tensor) -> Tensor | float:
        """The size of each sample's gradient, in a shape that multiplies such a tensor."""
        return 1.0 if self._largest is None else self._largest.view(-1, *[1] * (gradient.ndim - 1))
