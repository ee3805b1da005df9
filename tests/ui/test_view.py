"""Where the photo lies in the canvas."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from nti_desktop.ui.canvas.view import LARGEST, MARGIN, SMALLEST, View


def made(widget: tuple[int, int] = (800, 600), photo: tuple[int, int] = (4000, 2000)) -> View:
    view = View()
    view.set_sizes(QSizeF(*widget), QSizeF(*photo))
    return view


def test_fits_the_whole_photo_in_the_middle() -> None:
    rect = made().photo_rect
    assert rect.width() == pytest.approx(800 - 2 * MARGIN)
    assert rect.center().x() == pytest.approx(400)
    assert rect.center().y() == pytest.approx(300)


def test_a_fitted_photo_follows_the_widget() -> None:
    view = made()
    view.set_sizes(QSizeF(400, 300), QSizeF(4000, 2000))
    assert view.photo_rect.width() == pytest.approx(400 - 2 * MARGIN)


def test_zooming_keeps_the_point_under_the_pointer() -> None:
    view, at = made(), QPointF(300, 320)
    before = (at - view.origin) / view.scale
    view.zoom(6, at)
    after = (at - view.origin) / view.scale
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()))
    assert not view.fitted


@pytest.mark.parametrize(("factor", "scale"), [(1e9, LARGEST), (1e-9, SMALLEST)])
def test_the_scale_has_limits(factor: float, scale: float) -> None:
    view = made()
    view.zoom(factor, QPointF(1, 1))
    assert view.scale == scale


def test_panning_leaves_no_gap() -> None:
    view = made()
    view.zoom_to(1)
    view.pan(QPointF(1e6, 1e6))
    assert (view.photo_rect.left(), view.photo_rect.top()) == (MARGIN, MARGIN)
    view.pan(QPointF(-1e6, -1e6))
    assert view.photo_rect.right() == pytest.approx(800 - MARGIN)


def test_a_small_photo_cannot_be_lost() -> None:
    view = made(photo=(100, 100))
    view.zoom_to(1)
    view.pan(QPointF(500, 0))
    assert view.photo_rect.center().x() == pytest.approx(400)


def test_another_photo_is_fitted_again() -> None:
    view = made()
    view.zoom_to(8)
    view.set_sizes(QSizeF(800, 600), QSizeF(100, 100))
    assert view.fitted


def test_rectangles_of_the_photo_are_mapped() -> None:
    view = made(photo=(200, 100))
    rect = view.to_widget(QRectF(100, 0, 100, 100))
    assert rect.right() == pytest.approx(view.photo_rect.right())
    assert rect.width() == pytest.approx(100 * view.scale)
