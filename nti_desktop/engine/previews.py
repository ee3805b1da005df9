"""Pictures of a job under way, cheap enough not to slow it."""

from __future__ import annotations

import time

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from nti_desktop.engine.results import ImageArray

_INTERVAL = 0.25  # seconds between previews
_RIDGE = 1e-3  # keeps the map of few, much alike positions from going wild


class PreviewMaker:
    """Makes a picture of estimated latents by a linear map, without the autoencoder.

    The map takes the channels at one position of the latents to all pixels that the position stands for. It
    is the least-squares fit of this very photo's latents to its pixels, so it needs no table per model. It
    is made on the CPU, where it takes next to nothing: not every device can solve.
    """

    def __init__(self, latents: Tensor, image: ImageArray) -> None:
        """Fit the map.

        Args:
            latents: (1, C, h, w), of `image`, whose sides are the same multiple of h and w.
        """
        pixels = torch.from_numpy(np.array(image)).float().permute(2, 0, 1)[None]
        self._scale = image.shape[0] // latents.shape[2]
        wanted = functional.pixel_unshuffle(pixels, self._scale)[0].flatten(1).T
        known = _with_ones(latents)
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


def _with_ones(latents: Tensor) -> Tensor:
    """(h * w, C + 1): the channels at each position, and a constant."""
    columns = latents[0].float().cpu().flatten(1).T
    return torch.cat([columns, torch.ones_like(columns[:, :1])], 1)
