"""Bringing an edit, made at the model's size, into the photo at full resolution.

Only the change travels: the photo's pixels stay where the edit did not touch them, bit for bit, and its fine
detail stays where the edit only changed colours (see detail.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from nti_desktop.document.crop import Crop
from nti_desktop.document.detail import DetailPlan, plan_detail, smooth, smoothstep
from nti_desktop.document.edges import FINER, MOST_SIDE, along_edges
from nti_desktop.document.photo import Photo
from nti_desktop.engine.results import EditResult, FloatArray, ImageArray, Inversion

_STRIP_PIXELS = 1_000_000
_CHANGE_NONE, _CHANGE_FULL = 4.0, 12.0  # levels of 0..255
_SEAM = 0.03  # width of the soft border along a crop's sides, as a share of its shorter side
_LEAST_MASK = 1 / 255
_LEAST_OUTSIDE = 0.05


@dataclass(frozen=True, eq=False)
class _Layers:
    """All that is brought up to full resolution: maps of the model's size or somewhat larger, float32."""

    edited: FloatArray
    reconstruction: FloatArray
    detail: DetailPlan
    mask: FloatArray


def merge_full_resolution(photo: Photo, crop: Crop, inversion: Inversion, result: EditResult) -> ImageArray:
    """The whole photo with the edit in it: uint8, height x width x 3, sRGB.

    Pixels outside the crop and outside the blend mask are those of the photo.

    Args:
        crop: the part of the photo that the inversion shows.
        inversion: what the edit was made from.
    """
    merged = photo.pixels.copy()
    layers = _layers(inversion.reconstruction, result)
    if not layers.mask.any():
        return merged
    layers = _with_edges(layers, photo.pixels, crop)
    region = merged[crop.y : crop.y + crop.height, crop.x : crop.x + crop.width]
    seam = _seam(photo, crop)
    for rows in _strips(layers.mask, crop):
        mask = _enlarged(layers.mask, crop, rows, Image.Resampling.BILINEAR) * seam[rows]
        touched = mask >= _LEAST_MASK
        if touched.any():
            part = region[rows].astype(np.float32)
            new = part + mask[..., None] * (_edited(part, layers, crop, rows) - part)
            blended = np.rint(np.clip(new, 0, 255)).astype(np.uint8)
            region[rows] = np.where(touched[..., None], blended, region[rows])
    return merged


def edit_mask(reconstruction: FloatArray, edited: FloatArray, blend_mask: FloatArray | None) -> FloatArray:
    """Where an edit is taken over, float32 height x width in 0..1, at the model's size.

    It is soft towards its inside, 0 wherever the blend mask is, and 0 where the edit changes nothing visibly.
    """
    radius = max(1, round(min(reconstruction.shape[:2]) / 128))
    difference = np.abs(edited - reconstruction).max(-1)
    visible = smoothstep(smooth(difference, radius), _CHANGE_NONE, _CHANGE_FULL)
    if blend_mask is None:
        return visible
    mask = np.clip(blend_mask, 0, 1).astype(np.float32)
    inner = smoothstep(smooth(mask, radius), 0.5, 1.0)
    return np.minimum(mask, inner) * visible


def without_drift(
    reconstruction: FloatArray, edited: FloatArray, blend_mask: FloatArray | None
) -> FloatArray:
    """The edited image without the shift of colours that the decoder spreads over the whole picture.

    Outside the blend mask both latents are equal, so what differs there is no part of the edit; the same
    shift is taken to go on inside. Float32 height x width x 3 in 0..255.
    """
    if blend_mask is None:
        return edited
    outside = (blend_mask <= 0).astype(np.float32)[..., None]
    if outside.mean() < _LEAST_OUTSIDE:
        return edited
    radius = max(1, round(min(outside.shape[:2]) / 16))
    difference = (edited - reconstruction) * outside
    weight = smooth(outside, radius) + np.float32(_LEAST_OUTSIDE)
    overall = difference.mean((0, 1)) / outside.mean()
    drift = (smooth(difference, radius) + overall * np.float32(_LEAST_OUTSIDE)) / weight
    return np.asarray(np.clip(edited - drift, 0, 255), dtype=np.float32)


def _layers(reconstruction: ImageArray, result: EditResult) -> _Layers:
    source, mask = reconstruction.astype(np.float32), result.blend_mask
    edited = without_drift(source, result.image.astype(np.float32), mask)
    taken = edit_mask(source, edited, mask)
    return _Layers(edited, source, plan_detail(source, edited, taken), taken)


def _with_edges(layers: _Layers, pixels: ImageArray, crop: Crop) -> _Layers:
    """The pictures somewhat larger, with the photo's own edges; a photo as small as they are has none."""
    height, width = layers.mask.shape
    finer = min(FINER, MOST_SIDE / max(width, height), crop.width / width, crop.height / height)
    if finer <= 1:
        return layers
    part = pixels[crop.y : crop.y + crop.height, crop.x : crop.x + crop.width]
    size = round(width * finer), round(height * finer)
    guide = np.asarray(Image.fromarray(np.ascontiguousarray(part)).resize(size, Image.Resampling.BOX))
    source, edited = along_edges(layers.reconstruction, layers.edited, layers.mask, guide)
    return replace(layers, reconstruction=source, edited=edited)


def _edited(part: FloatArray, layers: _Layers, crop: Crop, rows: slice) -> FloatArray:
    """The edit at full resolution: the enlarged edited image and what belongs of the photo's own detail."""
    bicubic, bilinear = Image.Resampling.BICUBIC, Image.Resampling.BILINEAR
    detail = part - _stack(layers.reconstruction, crop, rows, bicubic)
    edited = _stack(layers.edited, crop, rows, bicubic)
    for source in range(3):
        gain = _stack(layers.detail.gain[..., source, :], crop, rows, bilinear)
        edited += detail[..., source, None] * gain
    return edited


def _strips(mask: FloatArray, crop: Crop) -> Iterator[slice]:
    """Rows of the crop where there is something to do, a bounded number of pixels at a time."""
    used = np.flatnonzero(mask.any(axis=1))
    scale = crop.height / mask.shape[0]
    first = max(0, int((used[0] - 1) * scale))
    last = min(crop.height, int((used[-1] + 2) * scale) + 1)
    step = max(1, _STRIP_PIXELS // crop.width)
    for row in range(first, last, step):
        yield slice(row, min(row + step, last))


def _stack(maps: FloatArray, crop: Crop, rows: slice, how: Image.Resampling) -> FloatArray:
    return np.stack([_enlarged(maps[..., c], crop, rows, how) for c in range(maps.shape[-1])], axis=-1)


def _enlarged(values: FloatArray, crop: Crop, rows: slice, how: Image.Resampling) -> FloatArray:
    """Some rows of a map (height x width) brought to the size of the crop."""
    height, width = values.shape
    scale = height / crop.height
    box = (0.0, rows.start * scale, float(width), rows.stop * scale)
    picture = Image.fromarray(np.ascontiguousarray(values, dtype=np.float32))
    return np.asarray(picture.resize((crop.width, rows.stop - rows.start), how, box=box))


def _seam(photo: Photo, crop: Crop) -> FloatArray:
    """Height x width of the crop: 1, falling to 0 along those sides that lie inside the photo."""
    width, height = photo.size
    soft = max(1.0, _SEAM * min(crop.width, crop.height))
    across = _ramp(crop.width, soft, crop.x > 0, crop.x + crop.width < width)
    down = _ramp(crop.height, soft, crop.y > 0, crop.y + crop.height < height)
    return np.minimum(down[:, None], across[None, :])


def _ramp(length: int, soft: float, at_start: bool, at_end: bool) -> FloatArray:
    places = np.arange(length, dtype=np.float32) + 0.5
    ramp = np.ones(length, np.float32)
    if at_start:
        ramp = np.minimum(ramp, smoothstep(places / np.float32(soft), 0, 1))
    if at_end:
        ramp = np.minimum(ramp, smoothstep((length - places) / np.float32(soft), 0, 1))
    return ramp
