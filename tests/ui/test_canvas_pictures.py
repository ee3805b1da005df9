"""What lies in the canvas, pixel by pixel: sharpness, strips, the checker, differences, colours of maps."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from nti_desktop.ui.canvas.colour_maps import COLOUR_MAPS, MOST_HUES, hue, overlay_colours
from nti_desktop.ui.canvas.paint import Layer
from nti_desktop.ui.canvas.pictures import mixed_overlay, picture
from nti_desktop.ui.canvas.scene import Scene
from nti_desktop.ui.canvas.sheet import AT_ONCE, Sheet
from nti_desktop.ui.canvas.view import Place

GREY = QColor(90, 90, 90)


def noise(height: int, width: int) -> np.ndarray:
    return np.random.default_rng(5).integers(0, 256, (height, width, 3), dtype=np.uint8)


def layer(pixels: np.ndarray, alpha: np.ndarray | None = None) -> Layer:
    return Layer(picture(pixels, alpha), QRectF(0, 0, pixels.shape[1], pixels.shape[0]))


def sheet_of(scene: Scene, which: str = "before") -> Sheet:
    return Sheet(lambda painter, place, rough: scene.paint(which, painter, place, rough))


def drawn(sheet: Sheet, place: Place) -> np.ndarray:
    """What a widget of that size shows of it."""
    image = QImage(place.width, place.height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.black)
    image.setDevicePixelRatio(place.ratio)
    painter = QPainter(image)
    sheet.draw(painter, QPointF(), place)
    painter.end()
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(place.height, place.width, 4)
    return flat[..., 2::-1].copy()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_at_100_percent_every_pixel_of_the_photo_is_one_of_the_screen(ratio: float) -> None:
    pixels = noise(60, 90)
    place = Place(scale=1.0, x=7, y=5, width=120, height=80, ratio=ratio)
    sheet = sheet_of(Scene(photo=layer(pixels), ground=GREY))
    sheet.want(place)
    assert np.array_equal(drawn(sheet, place)[5:65, 7:97], pixels)


def test_far_in_a_pixel_stays_a_square() -> None:
    pixels = noise(400, 600)
    place = Place(scale=32.0, x=-32 * 300, y=-32 * 200, width=96, height=64, ratio=1.0)
    sheet = sheet_of(Scene(photo=layer(pixels), ground=GREY))
    sheet.want(place)
    wanted = np.kron(pixels[200:202, 300:303], np.ones((32, 32, 1), np.uint8))
    assert np.array_equal(drawn(sheet, place), wanted)


def test_a_large_sheet_is_painted_in_strips_and_comes_out_the_same() -> None:
    scene = Scene(photo=layer(noise(300, 400)), ground=GREY)
    place = Place(scale=4.0, x=-40, y=-30, width=1200, height=1000, ratio=1.0)
    assert place.width * place.height > AT_ONCE
    sheet = sheet_of(scene)
    sheet.want(place)
    assert not sheet.done
    steps = 0
    while not sheet.done:
        sheet.work()
        steps += 1
    assert steps > 1
    whole = sheet_of(scene)
    whole.want(place)
    whole.work(10 * AT_ONCE)
    assert np.array_equal(drawn(sheet, place), drawn(whole, place))


def test_until_it_is_done_the_last_one_is_shown_where_it_lies_now() -> None:
    pixels = noise(1000, 1200)
    place = Place(scale=1.0, x=0, y=0, width=1200, height=1000, ratio=1.0)
    moved = Place(scale=1.0, x=-100, y=-50, width=1200, height=1000, ratio=1.0)
    sheet = sheet_of(Scene(photo=layer(pixels), ground=GREY))
    sheet.want(place)
    while not sheet.done:
        sheet.work()
    sheet.want(moved)
    assert not sheet.done
    assert np.array_equal(drawn(sheet, moved)[:800, :1000], pixels[50:850, 100:1100])


def test_what_is_no_longer_wanted_is_not_painted_on() -> None:
    place = Place(scale=1.0, x=0, y=0, width=1200, height=1000, ratio=1.0)
    sheet = sheet_of(Scene(photo=layer(noise(20, 20)), ground=GREY))
    sheet.want(place)
    assert not sheet.done
    sheet.touch()
    assert sheet.done
    sheet.want(place)
    assert not sheet.done


def test_behind_a_transparent_photo_lies_the_checker() -> None:
    pixels = np.full((64, 64, 3), 255, np.uint8)  # as a Photo has it: composited over white
    pixels[:, 32:] = (10, 20, 30)
    alpha = np.zeros((64, 64), np.uint8)
    alpha[:, 32:] = 255
    place = Place(scale=1.0, x=0, y=0, width=64, height=64, ratio=1.0)
    sheet = sheet_of(Scene(photo=layer(pixels, alpha), ground=GREY))
    sheet.want(place)
    seen = drawn(sheet, place)
    assert sorted({tuple(p) for p in seen[:, :32].reshape(-1, 3).tolist()}) == [(204,) * 3, (255,) * 3]
    assert tuple(seen[2, 2]) != tuple(seen[2, 10])
    assert (seen[:, 33:] == (10, 20, 30)).all()


def test_an_edit_of_a_transparent_photo_is_not_laid_over_it_twice() -> None:
    half = np.full((32, 32), 128, np.uint8)
    scene = Scene(photo=layer(np.full((32, 32, 3), 127, np.uint8), half), ground=GREY)
    scene.result = layer(np.full((32, 32, 3), 127, np.uint8), half)
    place = Place(scale=1.0, x=0, y=0, width=32, height=32, ratio=1.0)
    before, after = sheet_of(scene), sheet_of(scene, "after")
    before.want(place)
    after.want(place)
    assert np.array_equal(drawn(before, place), drawn(after, place))


def test_a_difference_is_amplified_and_black_where_nothing_changed() -> None:
    pixels = noise(40, 50) // 2
    other = pixels.copy()
    other[:20] += 9
    other[:20, 10:] += 100
    scene = Scene(photo=layer(pixels), result=layer(other), factor=4, ground=GREY)
    place = Place(scale=1.0, x=3, y=2, width=60, height=44, ratio=1.0)
    sheet = sheet_of(scene, "difference")
    sheet.want(place)
    seen = drawn(sheet, place)
    assert (seen[2:22, 3:13] == 36).all()
    assert (seen[2:22, 13:53] == 252).all()
    assert (seen[22:42, 3:53] == 0).all()
    assert 0 < seen[0, 59].max() <= 90, "the ground stays as it is"


@pytest.mark.parametrize("name", COLOUR_MAPS)
def test_lightness_rises_evenly_in_every_colour_map(name: str) -> None:
    colours = overlay_colours(name).astype(np.float64)
    srgb = np.clip(colours[:, 2::-1] / colours[:, 3:], 0, 1)
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    steps = np.diff(np.cbrt(linear @ np.array([0.2126, 0.7152, 0.0722]))[::16])
    assert (steps > 0).all()
    assert steps.max() / steps.min() < 3


def test_hues_are_equally_light_and_far_apart() -> None:
    lightness = [hue(n).toHsl().lightness() for n in range(MOST_HUES)]
    assert len({hue(n).name() for n in range(MOST_HUES)}) == MOST_HUES
    assert max(lightness) - min(lightness) < 100
    angles = sorted(hue(n).hsvHue() for n in range(MOST_HUES))
    assert min(b - a for a, b in pairwise(angles)) > 20


def test_several_maps_keep_their_hues_and_mix_where_they_meet() -> None:
    left, right = np.zeros((2, 16, 16), np.float32)
    left[:, :10] = 1
    right[:, 6:] = 1
    made = mixed_overlay([left, right])
    alone, other, both = (made.pixelColor(x, 128) for x in (20, 236, 128))
    assert alone.hue() == pytest.approx(hue(0).hue(), abs=6)
    assert other.hue() == pytest.approx(hue(1).hue(), abs=6)
    assert min(alone.red(), other.red()) < both.red() < max(alone.red(), other.red())
