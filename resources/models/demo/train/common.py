"""What the training stages share: device, averaged weights, checkpoints, cached scenes."""

from __future__ import annotations

import math
import random
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from scenes import Renderer, Scene, sample_scene


def pick_device() -> torch.device:
    """The graphics processor if there is one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def say(text: str) -> None:
    """One line of progress, at once."""
    print(time.strftime("%H:%M:%S"), text, flush=True)


def save_atomically(state: dict[str, Any], path: Path) -> None:
    """Write a checkpoint so that a kill at any moment leaves the old one or the new one."""
    partial = path.with_suffix(".partial")
    torch.save(state, partial)
    partial.replace(path)


class Team:
    """Processes that train one model together: each computes a part of the batch on one thread.

    On a CPU that other programs use as well this is faster than one process with several threads, which wait
    for one another inside every operation.
    """

    def __init__(self, rank: int = 0, size: int = 1) -> None:
        self.rank, self.size = rank, size

    @property
    def leads(self) -> bool:
        """Whether this is the process that saves and reports."""
        return self.rank == 0

    def average_gradients(self, parameters: list[torch.nn.Parameter], share: float) -> float:
        """Average the gradients over the team, and ``share`` with them: all agree on the time."""
        if self.size == 1:
            return share
        gradients = [p.grad if p.grad is not None else torch.zeros_like(p) for p in parameters]
        flat = torch.cat([g.reshape(-1) for g in gradients] + [torch.tensor([share])])
        dist.all_reduce(flat)
        flat /= self.size
        for parameter, gradient in zip(
            parameters, flat[:-1].split([g.numel() for g in gradients]), strict=True
        ):
            parameter.grad = gradient.view_as(parameter)
        return flat[-1].item()


def launch(work: Callable[..., None], processes: int, *arguments: Any) -> None:
    """Run ``work(team, *arguments)`` in one process, or in several at once."""
    if processes == 1:
        work(Team(), *arguments)
        return
    with tempfile.TemporaryDirectory() as folder:
        mp.spawn(_member, (processes, f"file://{folder}/meeting", work, arguments), nprocs=processes)


def _member(rank: int, size: int, meeting: str, work: Callable[..., None], arguments: tuple) -> None:
    """One process of a team."""
    torch.set_num_threads(1)
    dist.init_process_group("gloo", init_method=meeting, rank=rank, world_size=size)
    work(Team(rank, size), *arguments)
    dist.destroy_process_group()


class Average:
    """An exponential moving average of parameters."""

    def __init__(self, parameters: Iterable[torch.nn.Parameter], decay: float) -> None:
        self._parameters = list(parameters)
        self._decay = decay
        self.values = [parameter.detach().clone().float() for parameter in self._parameters]

    def update(self, step: int) -> None:
        """Move the average towards the parameters; faster at the beginning."""
        decay = min(self._decay, (1 + step) / (10 + step))
        torch._foreach_lerp_(self.values, [p.detach().float() for p in self._parameters], 1 - decay)

    def copy_to_parameters(self) -> None:
        """Put the averaged values into the parameters."""
        with torch.no_grad():
            for parameter, value in zip(self._parameters, self.values, strict=True):
                parameter.copy_(value)

    def load(self, values: list[torch.Tensor]) -> None:
        """Take over the values of a checkpoint."""
        for mine, theirs in zip(self.values, values, strict=True):
            mine.copy_(theirs)


class Clock:
    """Time spent on a stage over all its runs, as a share of its budget."""

    def __init__(self, minutes: float, spent: float = 0.0) -> None:
        self.budget = minutes * 60
        self._before = spent
        self._start = time.monotonic()

    @property
    def spent(self) -> float:
        """Seconds spent, earlier runs included."""
        return self._before + time.monotonic() - self._start

    @property
    def share(self) -> float:
        """Share of the budget that is spent, at most 1."""
        return min(1.0, self.spent / self.budget) if self.budget > 0 else 1.0


def learning_rate(peak: float, step: int, share: float, warm_up: int, hold: float) -> float:
    """Warm-up, then the peak until ``hold`` of the budget is spent, then a cosine to nearly nothing."""
    tail = 0.0 if share <= hold else (share - hold) / (1 - hold)
    return peak * min(1.0, (step + 1) / warm_up) * max(0.005, 0.5 + 0.5 * math.cos(math.pi * tail))


def render_many(
    folder: Path,
    count: int,
    seed: int,
    size: int,
    draw: Callable[[random.Random], Scene] = sample_scene,
    workers: int = 2,
) -> tuple[list[Scene], np.ndarray, np.ndarray]:
    """Draw and render scenes: descriptions, images (count, size, size, 3), masks (count, 2, cells, cells)."""
    rng = random.Random(seed)
    scenes = [draw(rng) for _ in range(count)]
    blocks = [scenes[start : start + 500] for start in range(0, count, 500)]
    with ProcessPoolExecutor(workers, initializer=_start_worker, initargs=(folder, size)) as pool:
        parts = list(pool.map(_render_block, blocks))
    return scenes, np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])


_worker: dict[str, Any] = {}


def _start_worker(folder: Path, size: int) -> None:
    """Give a worker process its own renderer."""
    torch.set_num_threads(1)
    _worker.update(renderer=Renderer(folder), size=size)


def _render_block(scenes: list[Scene]) -> tuple[np.ndarray, np.ndarray]:
    """Render some scenes in a worker process."""
    return render_block(_worker["renderer"], scenes, _worker["size"])


def render_block(renderer: Renderer, scenes: list[Scene], size: int) -> tuple[np.ndarray, np.ndarray]:
    """Render some scenes; masks are averaged down to the latent's grid."""
    cells = size // 8
    images = np.empty((len(scenes), size, size, 3), np.uint8)
    masks = np.zeros((len(scenes), 2, cells, cells), np.uint8)
    for index, scene in enumerate(scenes):
        picture = renderer.render(scene, size)
        images[index] = picture.image
        small = picture.masks.reshape(-1, cells, 8, cells, 8).mean((2, 4))
        masks[index, : len(small)] = small.astype(np.uint8)
    return images, masks


def to_tensor(images: np.ndarray, device: torch.device) -> torch.Tensor:
    """uint8 images (n, h, w, 3) as a float tensor (n, 3, h, w) in -1..1."""
    tensor = torch.from_numpy(np.array(images)).to(device).permute(0, 3, 1, 2)
    return tensor.float().div_(127.5).sub_(1).contiguous(memory_format=torch.channels_last)


def to_images(tensor: torch.Tensor) -> np.ndarray:
    """A tensor (n, 3, h, w) in -1..1 as uint8 images (n, h, w, 3)."""
    pixels = tensor.float().clamp(-1, 1).add(1).mul(127.5).round()
    return pixels.permute(0, 2, 3, 1).cpu().numpy().astype(np.uint8)
