"""How much memory there is, and how many timesteps fit into it at once."""

from __future__ import annotations

import torch
from torch import Tensor

from nti_desktop.diffusion.guided import Guided
from nti_desktop.engine.main_memory import free_main_memory

_SIZES = (16, 8, 4, 2, 1)  # few, so that a little memory more or less does not change the numbers
_SHARE = 0.6  # of the free memory; the rest is for what is not kept for the gradient


def free_memory(device: torch.device) -> int | None:
    """Bytes that can still be had on a device; None where nobody knows."""
    if device.type == "cuda":
        unused = torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
        return torch.cuda.mem_get_info(device)[0] + unused
    if device.type == "mps":
        return torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory()
    return free_main_memory()


def samples_that_fit(free: int | None, sample: int) -> int:
    """How many samples of so many bytes each to take at once; one where the memory is unknown."""
    return next((size for size in _SIZES if free is not None and size * sample <= _SHARE * free), 1)


def gradient_bytes(guided: Guided, latents: Tensor) -> int:
    """Bytes that one sample's evaluation keeps for its gradient. Costs that evaluation.

    Args:
        latents: (1, C, h, w).
    """
    weights = {weight.data_ptr() for weight in guided.model.unet.parameters()}
    kept: dict[int, int] = {}

    def keep(tensor: Tensor) -> Tensor:
        storage = tensor.untyped_storage()
        if storage.data_ptr() not in weights:
            kept[storage.data_ptr()] = storage.nbytes()
        return tensor

    null = guided.start(0.0).detached()
    null.tokens.requires_grad_()
    with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
        noise = guided.model.predict_noise(latents, guided.steps[:1], null)
    del noise
    return sum(kept.values())
