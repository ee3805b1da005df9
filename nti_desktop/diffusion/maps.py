"""Attention maps as running sums, and what is made of them: word maps and principal components.

Memory does not grow with steps or layers: one sum for each size of map.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import torch
from torch import Tensor
from torch.nn import functional

from nti_desktop.diffusion.tokens import TokenizedCaption

_MAP_POSITIONS = 256


@dataclass(eq=False)
class MapSums:
    """Running sums of cross-attention over heads, layers and steps, by number of positions.

    Maps are captured in evaluations without gradient, where checkpointing evaluates no layer twice.

    Attributes:
        keep_samples: whether the samples of a batch are kept apart; else they are added up.
        sums: positions -> float32 (N, positions, L), N the samples kept apart (1 when added up).
        counts: positions -> how many maps were added.
        layers: the layers that count have names that begin with one of these; empty for all.
        samples: only the first so many of a batch count; None for all.
    """

    keep_samples: bool = False

    sums: dict[int, Tensor] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)
    layers: tuple[str, ...] = ()
    samples: int | None = None

    def add(self, probabilities: Tensor, layer: str = "") -> None:
        """Add one layer's maps, (N, heads, positions, L)."""
        if self.layers and not layer.startswith(self.layers):
            return
        mean, positions = probabilities[: self.samples].detach().float().mean(1), probabilities.shape[2]
        added = 1 if self.keep_samples else len(mean)
        mean = mean if self.keep_samples else mean.sum(0, keepdim=True)
        self.sums[positions] = self.sums[positions] + mean if positions in self.sums else mean
        self.counts[positions] = self.counts.get(positions, 0) + added

    def average(self, height: int, width: int) -> Tensor:
        """Mean map (N, L, rows, columns) of the layers with nearest to 256 positions.

        Args:
            height, width: of the latents; they give the layers' aspect ratio.
        """
        positions = min(self.sums, key=lambda p: abs(p - _MAP_POSITIONS))
        return self._mean(positions, height, width)

    def average_of_all(self, height: int, width: int) -> Tensor:
        """Mean map (N, L, rows, columns) of every layer, at the size of the largest.

        Args:
            height, width: of the latents.
        """
        size = grid_of(max(self.sums), height, width)
        total = sum(self.counts.values())
        parts = [
            functional.interpolate(self._mean(p, height, width), size, mode="bilinear", align_corners=False)
            * (count / total)
            for p, count in self.counts.items()
        ]
        return torch.stack(parts).sum(0)

    def _mean(self, positions: int, height: int, width: int) -> Tensor:
        mean = self.sums[positions] / self.counts[positions]
        return mean.transpose(1, 2).unflatten(2, grid_of(positions, height, width))


@dataclass(eq=False)
class SelfSums:
    """Running sum of self-attention over samples, heads, layers and steps, at one size of map.

    Attributes:
        positions: of the layers that count.
        layers: as in `MapSums`.
        total: float32 (positions, positions); None before the first.
        count: how many maps were added.
    """

    positions: int
    layers: tuple[str, ...] = ()
    total: Tensor | None = None
    count: int = 0

    def add(self, query: Tensor, key: Tensor, scale: float, layer: str = "") -> None:
        """Add one layer's maps from its queries and keys (N, heads, positions, d), head by head."""
        if query.shape[2] != self.positions or (self.layers and not layer.startswith(self.layers)):
            return
        for q, k in zip(query.detach().flatten(0, 1), key.detach().flatten(0, 1), strict=True):
            one = (q.float() * scale @ k.float().T).softmax(-1)
            self.total = one if self.total is None else self.total + one
            self.count += 1

    def average(self) -> Tensor:
        """float32 (positions, positions); each row sums to one."""
        if self.total is None:
            raise RuntimeError("no self-attention was added")
        return self.total / self.count


def grid_of(positions: int, height: int, width: int) -> tuple[int, int]:
    """Rows and columns of a layer with so many positions: the latents' size halved until it fits.

    Halves are rounded up, as the network's convolutions of stride 2 do.
    """
    rows, columns = height, width
    while rows * columns > positions:
        rows, columns = -(-rows // 2), -(-columns // 2)
    return rows, columns


def word_maps(
    caption: TokenizedCaption, sums: MapSums, height: int, width: int, every_layer: bool = False
) -> Tensor:
    """Average map of each word, (W, rows, columns), each scaled to 0..1; zeros for a word without tokens.

    A word of several tokens gets the sum of their maps: the share of attention that goes to the word.

    Args:
        height, width: of the latents.
        every_layer: whether all sizes count, else those with nearest to 256 positions.
    """
    average = (sums.average_of_all if every_layer else sums.average)(height, width)[0]
    maps = [
        average[list(tokens)].sum(0) if tokens else torch.zeros_like(average[0])
        for tokens in caption.word_tokens
    ]
    return _scaled(torch.stack(maps)) if maps else average[:0]


def principal_components(attention: Tensor, rows: int, columns: int) -> Tensor:
    """The first three principal components of a self-attention map as colours, float32 (rows, columns, 3).

    A position is described by where it looks (its row of the map); positions of one object look alike.
    Signs are fixed by each component's largest coefficient being positive, so that the same map gives the
    same colours; each component is scaled to 0..1.

    Args:
        attention: (rows * columns, rows * columns).
    """
    described = attention.cpu().double()
    described = described - described.mean(0)
    strengths, directions = torch.linalg.eigh(described @ described.T)  # weakest first
    wanted = min(3, len(strengths))
    parts = (directions * strengths.clamp_min(0).sqrt()).flip(1)[:, :wanted]
    largest = parts.abs().argmax(0, keepdim=True)
    parts = (parts * parts.gather(0, largest).sign()).T
    parts = functional.pad(parts, (0, 0, 0, 3 - wanted))
    return _scaled(parts.unflatten(1, (rows, columns))).permute(1, 2, 0).float()


def _scaled(maps: Tensor) -> Tensor:
    """Each of (N, rows, columns) to 0..1; a constant one to 0."""
    low = maps.amin((1, 2), keepdim=True)
    return (maps - low) / (maps.amax((1, 2), keepdim=True) - low).clamp_min(1e-12)
