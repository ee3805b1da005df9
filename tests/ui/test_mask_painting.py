"""Strokes on a mask, as arrays."""

from __future__ import annotations

import numpy as np
import pytest

from nti_desktop.document.state import EditMasks
from nti_desktop.ui.canvas.painting import Painting
from nti_desktop.ui.canvas.strokes import paint_stretch


def test_a_hard_dab_is_a_disc() -> None:
    mask = np.zeros((64, 80), np.uint8)
    paint_stretch(mask, (40, 30), (40, 30), 10, 1.0, erase=False)
    y, x = np.mgrid[0:64, 0:80] + 0.5
    apart = np.hypot(x - 40, y - 30)
    assert (mask[apart < 9] == 255).all()
    assert (mask[apart > 11] == 0).all()
    assert mask.sum() / 255 == pytest.approx(np.pi * 100, rel=0.02)


def test_a_soft_dab_fades_towards_its_rim() -> None:
    mask = np.zeros((64, 64), np.uint8)
    paint_stretch(mask, (32, 32), (32, 32), 20, 0.25, erase=False)
    along = mask[32, 32:54].astype(int)
    assert along[0] == along[4] == 255
    assert (np.diff(along) <= 0).all()
    assert 90 < along[12] < 165
    assert along[-1] == 0


def test_a_stretch_leaves_no_gaps_and_says_where_it_was() -> None:
    mask = np.zeros((60, 200), np.uint8)
    box = paint_stretch(mask, (20, 20), (180, 40), 6, 1.0, erase=False)
    for share in np.linspace(0, 1, 50):
        assert mask[int(20 + 20 * share), int(20 + 160 * share)] == 255
    outside = mask.copy()
    outside[box] = 0
    assert not outside.any()


def test_going_over_it_again_does_not_make_it_stronger() -> None:
    mask = np.zeros((40, 40), np.uint8)
    paint_stretch(mask, (20, 20), (20, 20), 15, 0.0, erase=False)
    once = mask.copy()
    paint_stretch(mask, (20, 20), (20, 20), 15, 0.0, erase=False)
    assert np.array_equal(mask, once)


def test_erasing_takes_paint_away() -> None:
    mask = np.full((40, 40), 255, np.uint8)
    paint_stretch(mask, (20, 20), (20, 20), 8, 1.0, erase=True)
    assert mask[20, 20] == 0
    assert mask[0, 0] == 255


def test_beyond_the_border_nothing_breaks() -> None:
    mask = np.zeros((30, 30), np.uint8)
    paint_stretch(mask, (-400, -400), (-300, -300), 9, 0.5, erase=False)
    assert not mask.any()
    paint_stretch(mask, (-5, 15), (5, 15), 9, 1.0, erase=False)
    assert mask[15, 0] == 255


def test_three_masks_are_given_and_only_those_with_paint() -> None:
    painting = Painting((40, 30))
    assert painting.given() is None
    painting.paint("added", ((10, 10), (20, 10)), 4, 1.0, erase=False)
    painting.paint("subtracted", ((30, 20), (30, 20)), 4, 1.0, erase=False)
    masks = painting.given()
    assert masks is not None
    assert masks.own is None
    assert masks.added.shape == (30, 40)
    assert (masks.added[10, 15], masks.subtracted[20, 30]) == (255, 255)
    painting.clear("added")
    assert painting.used == ("subtracted",)


def test_inverting_swaps_paint_and_no_paint() -> None:
    painting = Painting((20, 20))
    painting.paint("own", ((5, 5), (5, 5)), 3, 1.0, erase=False)
    before = painting.masks["own"].copy()
    painting.invert("own")
    assert np.array_equal(painting.masks["own"], 255 - before)
    assert (
        painting.images["own"].pixelColor(19, 19).alpha()
        > 100
        > painting.images["own"].pixelColor(5, 5).alpha()
    )


def test_masks_of_another_size_are_not_taken_over() -> None:
    given = EditMasks(own=np.full((8, 8), 255, np.uint8), added=np.full((20, 30), 255, np.uint8))
    painting = Painting((30, 20), given)
    assert painting.used == ("added",)
    painting.clear("added")
    assert given.added.all(), "the document's own array stays as it is"
