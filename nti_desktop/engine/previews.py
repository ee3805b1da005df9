"""Pictures of a job under way, cheap enough not to slow it."""

from __future__ import annotations

import time

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.engine.results import ImageArray

_INTERVAL = 0.25  # seconds between previews
_AFFORDABLE = 0.08  # seconds a decoded preview may take


class PreviewMaker:
    """Makes a picture of estimated latents: decoded where that is cheap, else by a linear map to RGB.

    The map is the least-squares fit of this very photo's latents to its colours, so it needs no table per
    model.
    """

    def __init__(self, model: DiffusionModel, latents: Tensor, image: ImageArray) -> None:
        self._model = model
        began = time.monotonic()
        model.decode(latents)
        self._decodes = time.monotonic() - began <= _AFFORDABLE
        self._size = image.shape[:2]
        self._map = None if self._decodes else _fit(latents, image)
        self._last = 0.0

    def picture(self, latents: Tensor) -> ImageArray | None:
        """uint8 (H, W, 3) of latents (1, C, h, w); None when the last one is too recent."""
        now = time.monotonic()
        if now - self._last < _INTERVAL:
            return None
        self._last = now
        return self._model.decode(latents) if self._map is None else self._mapped(latents, self._map)

    def _mapped(self, latents: Tensor, linear: Tensor) -> ImageArray:
        pixels = _with_ones(latents) @ linear
        pixels = pixels.T.reshape(1, 3, *latents.shape[-2:])
        pixels = functional.interpolate(pixels, self._size, mode="bicubic", align_corners=False)
        picture: ImageArray = pixels[0].clamp(0, 255).byte().permute(1, 2, 0).cpu().numpy()
        return picture


def _fit(latents: Tensor, image: ImageArray) -> Tensor:
    """(C + 1, 3): latents and a constant -> RGB."""
    pixels = torch.from_numpy(np.array(image)).to(latents.device).float().permute(2, 0, 1)[None]
    rows, columns = latents.shape[-2:]
    small = functional.adaptive_avg_pool2d(pixels, (rows, columns))[0].flatten(1).T
    return torch.linalg.lstsq(_with_ones(latents), small).solution


def _with_ones(latents: Tensor) -> Tensor:
    columns = latents[0].float().flatten(1).T
    return torch.cat([columns, torch.ones_like(columns[:, :1])], 1)
