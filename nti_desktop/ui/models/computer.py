"""What this computer has to compute with, as far as that can be told without torch."""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from nti_desktop.engine.main_memory import free_main_memory

_NVIDIA = Path("/proc/driver/nvidia/gpus")
_WINDOWS_DRIVER = Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "System32" / "nvcuda.dll"


@dataclass(frozen=True)
class Computer:
    """One machine.

    Attributes:
        free_memory: bytes of main memory that can still be had; None where nobody knows.
        processors: cores that this app may use.
        graphics: the graphics card's name; "" for none that torch could compute on.
        usable: whether the torch installed here can compute on that card.
    """

    free_memory: int | None
    processors: int
    graphics: str = ""
    usable: bool = False


def look_around() -> Computer:
    """Find out; takes some milliseconds, so not on the window's thread."""
    graphics = _graphics()
    usable = bool(graphics) and "+cpu" not in _torch_version()
    return Computer(free_main_memory(), _processors(), graphics, usable)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _graphics() -> str:
    if sys.platform == "darwin":
        return "Apple GPU" if platform.machine() == "arm64" else ""
    if sys.platform == "win32":
        return "NVIDIA GPU" if _WINDOWS_DRIVER.is_file() else ""
    return next((_card(path) for path in sorted(_NVIDIA.glob("*/information"))), "")


def _card(information: Path) -> str:
    """A card's name from what its driver tells, such as `Model: NVIDIA GeForce RTX 4070`."""
    try:
        lines = information.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("Model:"))
    return next(names, "NVIDIA GPU")


def _torch_version() -> str:
    try:
        return metadata.version("torch")
    except metadata.PackageNotFoundError:
        return ""
