"""Pictures for the canvas, and attention maps in colour."""

from __future__ import annotations

import numpy as np

from nti_desktop.ui.canvas.pictures import attention_overlay, overlay_colours, picture, thumbnail


def scene(height: int, width: int) -> np.ndarray:
    return np.random.default_rng(3).integers(0, 256, (height, width, 3), dtype=np.uint8)


def test_the_first_level_is_the_photo_itself() -> None:
    pixels = scene(30, 47)
    colour = picture(pixels).levels[0].pixelColor(46, 29)
    assert (colour.red(), colour.green(), colour.blue()) == tuple(pixels[29, 46])


def test_levels_halve_down_to_a_small_one() -> None:
    made = picture(scene(1100, 2050))
    assert [level.width() for level in made.levels] == [2050, 1025, 513, 257]
    assert made.level_for(1.0) is made.levels[0]
    assert made.level_for(0.6) is made.levels[0]
    assert made.level_for(0.5) is made.levels[1]
    assert made.level_for(0.001) is made.levels[-1]


def test_the_white_behind_a_transparent_photo_is_taken_away() -> None:
    pixels = np.full((4, 4, 3), 200, np.uint8)  # composited over white, as a photo's are
    made = picture(pixels, np.full((4, 4), 128, np.uint8))
    assert made.transparent
    blue, green, red, alpha = bytes(made.levels[0].constBits()[:4])
    assert (blue, green, red, alpha) == (200 - 127,) * 3 + (128,)


def test_a_thumbnail_is_the_middle_square() -> None:
    pixels = np.zeros((40, 120, 3), np.uint8)
    pixels[:, 40:80] = 255
    made = thumbnail(pixels, 20)
    assert made.width() == made.height() == 20
    assert made.pixelColor(0, 0).lightness() == made.pixelColor(19, 19).lightness() == 255


def test_the_overlay_is_strongest_where_the_map_is() -> None:
    word_map = np.zeros((16, 16), np.float32)
    word_map[4, 12] = 1
    made = attention_overlay(word_map)
    assert (made.width(), made.height()) == (256, 256)
    assert made.pixelColor(12 * 16 + 8, 4 * 16 + 8).alpha() > made.pixelColor(20, 240).alpha() + 60


def test_a_map_that_is_not_square_keeps_its_shape() -> None:
    made = attention_overlay(np.ones((8, 24), np.float32))
    assert (made.width(), made.height()) == (256, 85)


def test_the_colours_rise_evenly_in_lightness() -> None:
    colours = overlay_colours().astype(np.float64)
    alpha = colours[:, 3:] / 255
    srgb = np.clip(colours[:, 2::-1] / alpha / 255, 0, 1)
    linear = np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)
    luminance = linear @ np.array([0.2126, 0.7152, 0.0722])
    lightness = np.cbrt(luminance)
    steps = np.diff(lightness[::16])
    assert (steps > 0).all()
    assert steps.max() / steps.min() < 3
