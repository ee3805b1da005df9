"""Painting on a mask: what one stretch of a brush's way covers. Plain arrays, no widgets."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.uint8]
Point = tuple[float, float]  # x, y in pixels of the mask
Box = tuple[slice, slice]  # rows, columns


def paint_stretch(mask: Mask, start: Point, end: Point, radius: float, hard: float, erase: bool) -> Box:
    """Paint the straight way between two points into a mask, in place; returns where it has changed.

    Args:
        radius: of the brush, pixels of the mask.
        hard: share of the radius within which the brush covers fully, 0..1; from there it fades.
    """
    box = _box_around(mask.shape[:2], start, end, radius)
    covered = np.rint(_coverage(box, start, end, radius, hard) * 255).astype(np.uint8)
    part = mask[box]
    painted = np.minimum(part, 255 - covered) if erase else np.maximum(part, covered)
    changed = _box_of(painted != part, box)
    mask[box] = painted
    return changed


def _box_around(shape: tuple[int, ...], start: Point, end: Point, radius: float) -> Box:
    reach = radius + 2
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    rows = slice(_within(top - reach, shape[0]), _within(bottom + reach, shape[0]))
    return rows, slice(_within(left - reach, shape[1]), _within(right + reach, shape[1]))


def _box_of(changed: npt.NDArray[np.bool_], box: Box) -> Box:
    """Around all that changed; without extent where nothing did."""
    rows, columns = (np.flatnonzero(changed.any(axis=axis)) for axis in (1, 0))
    if rows.size == 0:
        return slice(0, 0), slice(0, 0)
    top, left = box[0].start, box[1].start
    return slice(top + rows[0], top + rows[-1] + 1), slice(left + columns[0], left + columns[-1] + 1)


def _within(at: float, length: int) -> int:
    return min(max(round(at), 0), length)


def _coverage(box: Box, start: Point, end: Point, radius: float, hard: float) -> npt.NDArray[np.float32]:
    """0..1 for each pixel of the box, by its middle's distance from the way."""
    y, x = np.mgrid[box].astype(np.float32) + np.float32(0.5)
    way = np.array(end, np.float32) - np.array(start, np.float32)
    length = float(way @ way)
    along = np.zeros_like(x)
    if length > 0:
        along = np.clip(((x - start[0]) * way[0] + (y - start[1]) * way[1]) / length, 0, 1)
    apart = np.hypot(x - start[0] - along * way[0], y - start[1] - along * way[1])
    fade = max(radius * (1 - hard), 1.0)  # no edge is narrower than a pixel
    share = np.clip((radius + 0.5 - apart) / fade, 0, 1)
    soft: npt.NDArray[np.float32] = share * share * (3 - 2 * share)
    return soft
