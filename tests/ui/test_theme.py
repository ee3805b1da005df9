"""Both sets of colours can be read, and the window follows a change."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFont

from nti_desktop.resources import resource_path
from nti_desktop.ui.look.parts import label
from nti_desktop.ui.look.theme import DARK, LIGHT, Colours


def luminance(colour: str) -> float:
    found = QColor(colour)
    parts = [found.redF(), found.greenF(), found.blueF()]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    bright, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_has_enough_contrast(colours: Colours) -> None:
    pairs = [
        (colours.text, colours.panel),
        (colours.text, colours.window),
        (colours.text, colours.danger_soft),
        (colours.text, colours.accent_soft),
        (colours.muted, colours.panel),
        (colours.muted, colours.window),
        (colours.muted, colours.accent_soft),
        (colours.on_accent, colours.accent),
        (colours.on_accent, colours.accent_hover),
        (colours.accent_ink, colours.accent_soft),
    ]
    for ink, paper in pairs:
        assert contrast(ink, paper) >= 4.5, (ink, paper)


def test_the_window_follows_a_change_of_colours(inverted, theme) -> None:
    light = inverted.window.grab().toImage().pixelColor(5, 300)
    theme.use(DARK)
    dark = inverted.window.grab().toImage().pixelColor(5, 300)
    theme.use(LIGHT)
    assert light.lightness() > 180
    assert dark.lightness() < 60


def test_changing_to_the_same_colours_is_no_change(theme, qtbot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.use(theme.colours)


def test_a_chosen_look_goes_before_the_systems(theme) -> None:
    theme.choose("dark")
    assert theme.colours is DARK
    theme.choose("light")
    assert theme.colours is LIGHT
    theme.choose("system")


@pytest.mark.parametrize(("mode", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_marks_in_files_have_the_themes_colours(mode: str, colours: Colours) -> None:
    folder = resource_path("marks")
    assert colours.on_accent in (folder / f"check-{mode}.svg").read_text("utf-8")
    assert colours.muted in (folder / f"down-{mode}.svg").read_text("utf-8")


def test_text_is_as_large_as_the_system_wants_it(theme, qapp) -> None:
    before = qapp.font()
    usual = label_height("title")
    large = QFont(before)
    large.setPointSizeF(before.pointSizeF() * 2)
    qapp.setFont(large)
    theme.use(DARK)
    assert 1.8 * usual < label_height("title") < 2.2 * usual
    qapp.setFont(before)
    theme.use(LIGHT)


def label_height(look: str) -> int:
    made = label("Photo", look)
    made.ensurePolished()
    return made.sizeHint().height()
