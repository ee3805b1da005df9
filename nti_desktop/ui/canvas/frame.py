"""The frame around the part of the photo that the model sees, in the hands of a person."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt

from nti_desktop.document.crop import Crop, Size, moved_crop, resized_crop

REACH = 12.0  # how near a corner one has to come, points
_STEP = 0.02  # of the frame's width, by key
_GROWTH = 1.05

# Corner -> the opposite one, which stays; shares of width and height.
Corner = tuple[int, int]
CORNERS: tuple[Corner, ...] = ((0, 0), (1, 0), (0, 1), (1, 1))

_DIRECTIONS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def corner_at(frame: QRectF, at: QPointF) -> Corner | None:
    """The corner of a frame that can be taken hold of there; all in points of the widget."""
    for corner in CORNERS:
        apart = at - point_of(frame, corner)
        if max(abs(apart.x()), abs(apart.y())) <= REACH:
            return corner
    return None


def point_of(frame: QRectF, corner: Corner) -> QPointF:
    """Where a corner lies."""
    return QPointF(frame.left() + corner[0] * frame.width(), frame.top() + corner[1] * frame.height())


def dragged(crop: Crop, corner: Corner, to: QPointF, photo_size: Size) -> Crop:
    """The crop with a corner pulled towards a point of the photo; the opposite corner stays."""
    fixed = (1 - corner[0], 1 - corner[1])
    across = abs(to.x() - (crop.x + fixed[0] * crop.width))
    down = abs(to.y() - (crop.y + fixed[1] * crop.height))
    return resized_crop(crop, max(across, down * crop.width / crop.height), fixed, photo_size)


def stepped(crop: Crop, key: int, resize: bool, fine: bool, photo_size: Size) -> Crop:
    """The crop after an arrow key: moved, or with `resize` larger (right, up) or smaller (left, down)."""
    across, down = _DIRECTIONS.get(key, (0, 0))
    step = 1.0 if fine else max(_STEP * crop.width, 1.0)
    if not resize:
        return moved_crop(crop, crop.x + across * step, crop.y + down * step, photo_size)
    grown = across - down
    width = crop.width + 2.0 * grown if fine else crop.width * _GROWTH**grown
    return resized_crop(crop, width, (0.5, 0.5), photo_size)
