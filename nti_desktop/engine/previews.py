"""Pictures of a job under way, cheap enough not to slow it."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.engine.results import ImageArray

_INTERVAL = 0.25  # seconds between previews
_RIDGE = 1e-3  # keeps the map of few, much alike positions from going wild


class PreviewMaker:
    """Makes a picture of estimated latents by a linear map, without the autoencoder.

    The map takes the channels at one position of the latents to all pixels that the position stands for. It
    is the least-squares fit of this very photo's latents to its pixels, so it needs no table per model; where
    other colours may come, a chart of them is added, without which a red mug turning blue is seen as black.
    It is made on the CPU, where it takes next to nothing: not every device can solve.
    """

    def __init__(self, latents: Tensor, image: ImageArray, chart: Chart | None = None) -> None:
        """Fit the map.

        Args:
            latents: (1, C, h, w), of `image`, whose sides are the same multiple of h and w.
            chart: other colours than the photo's, for pictures that may turn to them; counts as much as the
                photo does.
        """
        self._scale = image.shape[0] // latents.shape[2]
        known, wanted = _with_ones(latents), _blocks(image, self._scale)
        if chart is not None:
            weight = math.sqrt(len(known) / chart.latents[0, 0].numel())
            known = torch.cat([known, weight * _with_ones(chart.latents)])
            wanted = torch.cat([wanted, weight * _blocks(chart.image, self._scale)])
        ridge = _RIDGE * len(known) * torch.eye(known.shape[1])
        self._map = torch.linalg.solve(known.T @ known + ridge, known.T @ wanted)
        self._last = 0.0

    def picture(self, latents: Tensor) -> ImageArray | None:
        """uint8 (H, W, 3) of latents (1, C, h, w); None when the last one is too recent."""
        now = time.monotonic()
        if now - self._last < _INTERVAL:
            return None
        self._last = now
        blocks = (_with_ones(latents) @ self._map).T.reshape(1, -1, *latents.shape[-2:])
        pixels = functional.pixel_shuffle(blocks, self._scale)
        picture: ImageArray = pixels[0].clamp(0, 255).byte().permute(1, 2, 0).numpy()
        return picture


@dataclass(frozen=True, eq=False)
class Chart:
    """Flat colours, uint8 (H, W, 3), and the latents (1, C, h, w) that the model has for them."""

    image: ImageArray
    latents: Tensor


_charts: WeakKeyDictionary[DiffusionModel, Chart] = WeakKeyDictionary()


def colour_chart(model: DiffusionModel) -> Chart:
    """A chart of 64 colours in the model's terms; it is encoded once."""
    if model not in _charts:
        height, width = model.description.height, model.description.width
        rows, columns = np.arange(height) * 8 // height, np.arange(width) * 8 // width
        # Neighbours differ much; 29 has no factor in common with 64, so that all colours occur.
        number = (8 * rows[:, None] + columns) * 29 % 64
        image = (np.stack([number // 16, number // 4 % 4, number % 4], -1) * 85).astype(np.uint8)
        _charts[model] = Chart(image, model.encode(image))
    return _charts[model]


def _blocks(image: ImageArray, scale: int) -> Tensor:
    """(h * w, 3 * scale²): the pixels that each position of the latents stands for."""
    pixels = torch.from_numpy(np.array(image)).float().permute(2, 0, 1)[None]
    return functional.pixel_unshuffle(pixels, scale)[0].flatten(1).T


def _with_ones(latents: Tensor) -> Tensor:
    """(h * w, C + 1): the channels at each position, and a constant."""
    columns = latents[0].float().cpu().flatten(1).T
    return torch.cat([columns, torch.ones_like(columns[:, :1])], 1)
