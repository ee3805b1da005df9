"""The optimiser of both trainings: Muon for matrices and convolution kernels, Adam for everything else.

After Jordan et al., "Muon: an optimizer for hidden layers" (2024), with the update's size matched to Adam's.
On two cores the autoencoder reaches in 100 steps what it does not reach in 600 with Adam.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import torch
import torch.distributed as dist


class Muon(torch.optim.Optimizer):
    """Momentum with orthogonalised updates. A team of processes shares the work of orthogonalising."""

    def __init__(
        self,
        matrices: Iterable[torch.nn.Parameter],
        others: Iterable[torch.nn.Parameter],
        weight_decay: float = 0.0,
    ) -> None:
        groups = [{"params": list(matrices), "matrix": True}, {"params": list(others), "matrix": False}]
        super().__init__(groups, {"lr": 1e-3, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self) -> None:
        """One update."""
        matrices, others = self.param_groups
        for parameter in others["params"]:
            if parameter.grad is not None:
                parameter.add_(_adam_update(parameter, self.state[parameter]), alpha=-others["lr"])
        used = [parameter for parameter in matrices["params"] if parameter.grad is not None]
        pushed = [_pushed(parameter, self.state[parameter]) for parameter in used]
        shrink = 1 - matrices["lr"] * matrices["weight_decay"]
        for parameter, update in zip(used, _orthogonal_together(pushed), strict=True):
            parameter.mul_(shrink).add_(update.view(parameter.shape), alpha=-matrices["lr"])


def split(module: torch.nn.Module) -> tuple[list[torch.nn.Parameter], list[torch.nn.Parameter]]:
    """A module's parameters: matrices and kernels, and the rest (vectors and embedding tables)."""
    tables = {id(m.weight) for m in module.modules() if isinstance(m, torch.nn.Embedding)}
    matrices = [p for p in module.parameters() if p.ndim >= 2 and id(p) not in tables]
    chosen = {id(p) for p in matrices}
    return matrices, [p for p in module.parameters() if id(p) not in chosen]


def _pushed(parameter: torch.Tensor, state: dict[str, Any]) -> torch.Tensor:
    """The gradient with Nesterov momentum, as a matrix."""
    if "momentum" not in state:
        state["momentum"] = torch.zeros_like(parameter)
    state["momentum"].lerp_(parameter.grad, 0.05)
    return parameter.grad.lerp(state["momentum"], 0.95).flatten(1)


def _orthogonal_together(matrices: list[torch.Tensor]) -> list[torch.Tensor]:
    """Each matrix orthogonalised and scaled; the processes of a team take turns and exchange the results."""
    if not dist.is_initialized():
        return [_orthogonal(matrix) for matrix in matrices]
    rank, size = dist.get_rank(), dist.get_world_size()
    order = sorted(range(len(matrices)), key=lambda index: _cost(matrices[index]), reverse=True)
    mine = set(order[rank::size])
    zero = {"dtype": torch.bfloat16}
    parts = [_orthogonal(m) if i in mine else torch.zeros_like(m, **zero) for i, m in enumerate(matrices)]
    flat = torch.cat([part.reshape(-1) for part in parts])
    dist.all_reduce(flat)
    return list(flat.split([matrix.numel() for matrix in matrices]))


def _cost(matrix: torch.Tensor) -> int:
    """What orthogonalising a matrix costs, up to a factor."""
    return min(matrix.shape) * matrix.numel()


def _orthogonal(matrix: torch.Tensor) -> torch.Tensor:
    """Roughly the nearest orthogonal matrix, in bfloat16, as large as an Adam step (Newton-Schulz)."""
    tall = matrix.shape[0] > matrix.shape[1]
    x = (matrix.T if tall else matrix).to(torch.bfloat16)
    x = x / (x.norm() + 1e-7)
    for _ in range(5):
        square = x @ x.T
        x = 3.4445 * x + (-4.7750 * square + 2.0315 * square @ square) @ x
    return (x.T if tall else x) * (0.2 * max(matrix.shape) ** 0.5)


def _adam_update(parameter: torch.Tensor, state: dict[str, Any]) -> torch.Tensor:
    """Adam's update."""
    if not state:
        state.update(step=0, mean=torch.zeros_like(parameter), square=torch.zeros_like(parameter))
    state["step"] += 1
    state["mean"].lerp_(parameter.grad, 0.1)
    state["square"].lerp_(parameter.grad.square(), 0.02)
    corrected = state["square"] / (1 - 0.98 ** state["step"])
    return state["mean"] / (1 - 0.9 ** state["step"]) / (corrected.sqrt() + 1e-8)
