"""How much memory there is, and how many timesteps fit into it at once."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import torch
from torch import Tensor

from nti_desktop.diffusion.guided import Guided

_MEMORY_INFO = Path("/proc/meminfo")
_OWN_GROUPS = Path("/proc/self/cgroup")
_GROUPS = Path("/sys/fs/cgroup")
_SIZES = (16, 8, 4, 2, 1)  # few, so that a little memory more or less does not change the numbers
_SHARE = 0.6  # of the free memory; the rest is for what is not kept for the gradient


def free_memory(device: torch.device) -> int | None:
    """Bytes that can still be had on a device; None where nobody knows."""
    if device.type == "cuda":
        unused = torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
        return torch.cuda.mem_get_info(device)[0] + unused
    if device.type == "mps":
        return torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory()
    known = [free for free in (_free_main_memory(), *_free_in_groups()) if free is not None]
    return min(known, default=None)


def _free_main_memory() -> int | None:
    if _MEMORY_INFO.is_file():
        lines = dict(line.split(":", 1) for line in _MEMORY_INFO.read_text("ascii").splitlines())
        return 1024 * int(lines["MemAvailable"].split()[0])
    if sys.platform == "win32":
        return _free_windows_memory()
    try:  # what is free now; what macOS could free as well, it does not tell
        return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (ValueError, OSError):
        return None


def _free_in_groups() -> Iterator[int]:
    """What the Linux control groups (version 2) of this process, its own and those around it, still allow."""
    if not _OWN_GROUPS.is_file():
        return
    lines = _OWN_GROUPS.read_text("utf-8").splitlines()
    own = next((line[3:] for line in lines if line.startswith("0::")), "/").lstrip("/")
    for group in (_GROUPS / own, *(_GROUPS / parent for parent in Path(own).parents)):
        with suppress(OSError, ValueError, LookupError):  # no limit ("max"), or none that we may read
            limit, used = (int((group / name).read_text()) for name in ("memory.max", "memory.current"))
            told = dict(line.split() for line in (group / "memory.stat").read_text().splitlines())
            yield max(0, limit - used + int(told["inactive_file"]))  # copies of files make room


def _free_windows_memory() -> int | None:
    """From GlobalMemoryStatusEx, whose record is two 32-bit and seven 64-bit numbers."""
    record = (ctypes.c_uint64 * 8)()
    ctypes.cast(record, ctypes.POINTER(ctypes.c_uint32))[0] = ctypes.sizeof(record)
    windll = getattr(ctypes, "windll", None)
    if windll is None or not windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(record)):
        return None
    return int(record[2])


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
