"""How much of the photo's own fine detail belongs into an edit, and in which colours.

The reconstruction R and the edited image E are small; the photo P is large and sharper than both. Where E is
R in other colours, P's detail belongs into the result, in E's colours. Where E shows something else, it would
be a ghost of what was there before. Both follow from one local, linear fit of E's colours to R's (as in a
guided filter): its matrix recolours the detail P - R, and how well it fits says how much of it to take.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from nti_desktop.engine.results import FloatArray

_RIDGE = 0.02  # share of the contrast by which the fit is drawn towards leaving colours alone
_NOISE = 6.0  # levels of 0..255 below which contrast is no structure
_MOST_GAIN = 1.4  # of noise in the photo, so that grain stays grain
_FIT_NONE, _FIT_FULL = 0.45, 0.8
_LOCAL_MARGIN = 0.15


@dataclass(frozen=True, eq=False)
class DetailPlan:
    """What becomes of the photo's detail, at the model's size.

    Attributes:
        gain: float32 height x width x 3 x 3; detail of the result = detail of the photo @ gain.
        kept: float32 height x width in 0..1, share of the photo's structure that is still there.
    """

    gain: FloatArray
    kept: FloatArray


def plan_detail(reconstruction: FloatArray, edited: FloatArray, mask: FloatArray) -> DetailPlan:
    """Fit the edited image to the reconstruction; float32 height x width x 3 in 0..255, mask height x width.

    With an edited image equal to the reconstruction, all detail is kept unchanged.
    """
    radius = max(2, round(min(mask.shape) / 32))
    mean_r, mean_e = box_mean(reconstruction, radius), box_mean(edited, radius)
    variance = box_mean(_outer(reconstruction, reconstruction), radius) - _outer(mean_r, mean_r)
    covariance = box_mean(_outer(reconstruction, edited), radius) - _outer(mean_r, mean_e)
    spread_r = np.trace(variance, axis1=-2, axis2=-1)
    ridge = np.eye(3, dtype=np.float32) * (_NOISE**2 + _RIDGE * spread_r)[..., None, None]
    gain = np.linalg.solve(variance + ridge, covariance + ridge)
    spread_e = (box_mean(edited**2, radius) - mean_e**2).sum(-1)
    unexplained = spread_e - (2 * gain * covariance - gain * (variance @ gain)).sum((-2, -1))
    lost = _unmatched(spread_r, spread_e, unexplained)
    kept = _regional(1 - lost, spread_r + spread_e, mask)
    return DetailPlan((_limited(gain) * kept[..., None, None]).astype(np.float32), kept)


def box_mean(values: FloatArray, radius: int) -> FloatArray:
    """Mean over a square of 2 * radius + 1 pixels a side along the first two axes, edges repeated."""
    for axis in (0, 1):
        width = [(0, 0)] * values.ndim
        width[axis] = (radius + 1, radius)
        total = np.cumsum(np.pad(values, width, mode="edge"), axis=axis, dtype=np.float64)
        size = 2 * radius + 1
        upper = np.take(total, range(size, total.shape[axis]), axis=axis)
        lower = np.take(total, range(total.shape[axis] - size), axis=axis)
        values = ((upper - lower) / size).astype(np.float32)
    return values


def smooth(values: FloatArray, radius: int) -> FloatArray:
    """A soft blur: three box means in a row."""
    for _ in range(3):
        values = box_mean(values, radius)
    return values


def smoothstep(values: FloatArray, low: float, high: float) -> FloatArray:
    """0 below `low`, 1 above `high`, without a kink between."""
    share = np.clip((values - low) / (high - low), 0, 1)
    return np.asarray(share * share * (3 - 2 * share), dtype=np.float32)


def _limited(gain: FloatArray) -> FloatArray:
    """Bound what one level of noise in every channel can become in any channel of the result."""
    size = np.sqrt((gain**2).sum(-2, keepdims=True))
    return np.asarray(gain * np.minimum(1, _MOST_GAIN / np.maximum(size, 1e-6)), dtype=np.float32)


def _outer(a: FloatArray, b: FloatArray) -> FloatArray:
    return a[..., :, None] * b[..., None, :]


def _unmatched(spread_r: FloatArray, spread_e: FloatArray, unexplained: FloatArray) -> FloatArray:
    """Share of the structure that is new in the edited image, or gone from the reconstruction."""
    floor = np.float32(3 * _NOISE**2)
    new = np.clip(unexplained, 0, None) / (spread_e + floor)
    gone = np.clip(1 - 4 * (spread_e + floor) / (spread_r + floor), 0, 1)
    return np.asarray(np.clip(np.maximum(new, gone), 0, 1), dtype=np.float32)


def _regional(fit: FloatArray, structure: FloatArray, mask: FloatArray) -> FloatArray:
    """Bring the local fit to regions: flat places inherit from the structured ones around them."""
    weight = mask * (structure + np.float32(0.1)) + np.float32(1e-6)
    radius = max(2, round(min(mask.shape) / 24))
    around = smooth(fit * weight, radius) / smooth(weight, radius)
    here = box_mean(fit, max(1, radius // 2))
    return smoothstep(np.minimum(around, _LOCAL_MARGIN + here), _FIT_NONE, _FIT_FULL)
