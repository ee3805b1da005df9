"""How much memory there is, and how many timesteps fit into it at once."""

from __future__ import annotations

import torch
from torch import Tensor

from nti_desktop.diffusion.guided import Guided
from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.engine.main_memory import free_main_memory, total_main_memory
from nti_desktop.errors import Sentence

_SIZES = (16, 8, 4, 2, 1)  # few, so that a little memory more or less does not change the numbers
_SHARE = 0.6  # of the free memory; the rest is for what is not kept for the gradient
_USUALLY_FREE = {"cuda": 0.9, "mps": 0.8, "cpu": 0.5}  # of all memory beside the weights

FEWER_AT_ONCE = Sentence(
    "Other programs use much of the memory: fewer timesteps are done at once, which takes longer, and the "
    "result may differ in its last digits."
)


def free_memory(device: torch.device) -> int | None:
    """Bytes that can still be had on a device; None where nobody knows."""
    if device.type == "cuda":
        unused = torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
        return torch.cuda.mem_get_info(device)[0] + unused
    if device.type == "mps":
        return torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory()
    return free_main_memory()


def usual_memory(model: DiffusionModel) -> int | None:
    """Bytes that a job on a model counts on finding free; None where nobody knows.

    The same at each run on the same machine, whatever else is going on there, so that the size of blocks, and
    with it the order of sums and the result's bytes, are the same. What is really free decides only where it
    is less.
    """
    device = model.device
    if device.type == "cuda":
        total: int | None = torch.cuda.get_device_properties(device).total_memory
    elif device.type == "mps":
        total = torch.mps.recommended_max_memory()
    else:
        total = total_main_memory()
    return None if total is None else max(0, int(_USUALLY_FREE[device.type] * (total - _weight_bytes(model))))


def _weight_bytes(model: DiffusionModel) -> int:
    weights = (*model.unet.parameters(), *model.vae.parameters())
    return sum(weight.numel() * weight.element_size() for weight in weights)


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
    for part in (null.tokens, null.pooled):
        if part is not None:
            part.requires_grad_()
    with torch.autograd.graph.saved_tensors_hooks(keep, lambda tensor: tensor):
        noise = guided.model.predict_noise(latents, guided.steps[:1], null)
    del noise
    return sum(kept.values())
