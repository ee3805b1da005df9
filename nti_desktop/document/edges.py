"""The photo's edges in what the model made small.

The model's pictures are blurred across the edges of things, and an edited thing is often a pixel larger or
smaller than it was; enlarged, that is a halo. Near the edges of the reconstruction each pixel therefore takes
its value from those neighbours whose reconstruction has the colour of the photo there (joint bilateral
upsampling): beside a recoloured mug, wood takes from wood.
"""

from __future__ import annotations

import numpy as np
from PIL import Image

from nti_desktop.document.detail import box_mean, smoothstep
from nti_desktop.engine.results import FloatArray, ImageArray

FINER = 3  # how many times as fine as the model's pictures edges become,
MOST_SIDE = 1536  # but no longer than this, which bounds time and memory
_REACH = 3  # pixels of the model's pictures
_SPREAD = 2.5
_COLOURS = 15.0  # levels of 0..255 by which colours of one thing differ
_EDGE_NONE, _EDGE_FULL = 4.0, 10.0
_LEAST = np.float32(1e-3)  # weight of what plain enlarging gives, where no neighbour has the colour


def along_edges(
    reconstruction: FloatArray, edited: FloatArray, mask: FloatArray, guide: ImageArray
) -> tuple[FloatArray, FloatArray]:
    """Both pictures enlarged to the size of the guide, with its edges where the mask is.

    Args:
        reconstruction, edited: float32 height x width x 3 in 0..255.
        mask: float32 height x width in 0..1, where the edit is taken over.
        guide: the photo, uint8 guide height x guide width x 3, larger than the others or as large.
    """
    both = np.concatenate([reconstruction, edited], axis=-1)
    size = guide.shape[1], guide.shape[0]
    large = _enlarged(both, size, Image.Resampling.BICUBIC)
    near = _edges_of(reconstruction) * (box_mean(mask, 1) > 0)
    share = _enlarged(near[..., None], size, Image.Resampling.BILINEAR)[..., 0]
    places = np.nonzero(share > 0.01)
    if places[0].size:
        chosen = _from_like_neighbours(both, large[places], guide, places)
        large[places] += share[places][:, None] * (chosen - large[places])
    return large[..., :3], large[..., 3:]


def _edges_of(reconstruction: FloatArray) -> FloatArray:
    """Height x width in 0..1: how much contrast there is close by."""
    variance = box_mean(reconstruction**2, 1) - box_mean(reconstruction, 1) ** 2
    contrast = np.sqrt(np.maximum(variance.sum(-1), 0)).astype(np.float32)
    return smoothstep(box_mean(contrast, 2), _EDGE_NONE, _EDGE_FULL)


def _from_like_neighbours(
    both: FloatArray, plain: FloatArray, guide: ImageArray, places: tuple[np.ndarray, ...]
) -> FloatArray:
    """The values at `places` of the guide, number x 6, weighted by likeness of colour and by distance."""
    height, width = both.shape[:2]
    colours = guide[places].astype(np.float32)
    y, x = (
        ((at + 0.5) * (small / large) - 0.5).astype(np.float32)
        for at, small, large in zip(places, (height, width), guide.shape, strict=False)
    )
    total, weight = _LEAST * plain, np.full(len(y), _LEAST, np.float32)
    flat = both.reshape(-1, both.shape[-1])
    offsets = range(-_REACH, _REACH + 1)
    for row in (np.clip(np.rint(y) + n, 0, height - 1).astype(np.intp) for n in offsets):
        for column in (np.clip(np.rint(x) + n, 0, width - 1).astype(np.intp) for n in offsets):
            values = flat[row * width + column]
            unlike = ((colours - values[:, :3]) ** 2).sum(-1) / _COLOURS**2
            far = ((y - row) ** 2 + (x - column) ** 2) / _SPREAD**2
            share = np.exp(-(unlike + far) / 2).astype(np.float32)
            total += share[:, None] * values
            weight += share
    return np.asarray(total / weight[:, None], dtype=np.float32)


def _enlarged(maps: FloatArray, size: tuple[int, int], how: Image.Resampling) -> FloatArray:
    layers = (Image.fromarray(np.ascontiguousarray(maps[..., c])) for c in range(maps.shape[-1]))
    return np.stack([np.asarray(layer.resize(size, how)) for layer in layers], axis=-1)
