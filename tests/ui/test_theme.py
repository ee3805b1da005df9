"""Both sets of colours can be read, and the window follows a change."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QImage
from PySide6.QtWidgets import QWidget

from nti_desktop.resources import resource_path
from nti_desktop.ui.look.colours import DARK, LIGHT, Colours
from nti_desktop.ui.look.parts import label
from nti_desktop.ui.look.style_sheet import STYLE_SHEET
from nti_desktop.ui.look.theme import Theme, both_sheets
from nti_desktop.ui.window import MainWindow


def luminance(colour: str) -> float:
    found = QColor(colour)
    parts = [found.redF(), found.greenF(), found.blueF()]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def drawn(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.fixture
def change(qtbot, theme: Theme) -> Callable[[Colours], None]:
    def use(colours: Colours) -> None:
        theme.use(colours)
        qtbot.waitUntil(lambda: not theme.changing)

    return use


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


@pytest.fixture
def settled(inverted, qtbot) -> MainWindow:
    """A window that is drawn and does not change by itself any more."""
    window = inverted.window
    drawings = [drawn(window)]

    def same() -> bool:
        drawings.append(drawn(window))
        return drawings[-1] == drawings[-2]

    qtbot.waitUntil(lambda: window.canvas.painted)
    qtbot.wait(200)
    qtbot.waitUntil(same)
    return window


def test_the_window_follows_a_change_of_colours(settled, change) -> None:
    light = drawn(settled)
    change(DARK)
    dark = drawn(settled)
    change(LIGHT)
    for place in ((5, 300), (5, light.height() - 5), (light.width() - 5, light.height() // 2), (400, 5)):
        assert light.pixelColor(*place).lightness() > 180
        assert dark.pixelColor(*place).lightness() < 60
    assert drawn(settled) == light


def test_what_is_made_in_the_dark_is_dark(inverted, change) -> None:
    change(DARK)
    inverted.window.actions_["settings"].trigger()
    page = drawn(inverted.window.pages.currentWidget())
    assert page.pixelColor(5, 300).lightness() < 60
    change(LIGHT)
    assert drawn(inverted.window.pages.currentWidget()).pixelColor(5, 300).lightness() > 180


def test_a_change_in_the_midst_of_a_change_wins(settled, qtbot, theme, change) -> None:
    before = drawn(settled)
    theme.use(DARK)
    qtbot.wait(20)
    assert theme.changing
    change(LIGHT)
    assert drawn(settled) == before


def test_what_goes_away_in_the_midst_of_a_change_is_left_out(inverted, qtbot, theme, change) -> None:
    gone = label("Gone")
    gone.setParent(inverted.window)
    theme.use(DARK)
    gone.deleteLater()
    qtbot.waitUntil(lambda: not theme.changing)
    change(LIGHT)
    assert drawn(inverted.window).pixelColor(5, 300).lightness() > 180


def test_both_looks_have_the_same_rules() -> None:
    """Else a rule of the light look would show through in the dark."""
    sheet = both_sheets(13)
    assert sheet.count("{") == 2 * STYLE_SHEET.count(" {")
    assert sheet.count('[dark="true"]') == sum(
        rule.count(",") + 1 for rule in re.findall(r"([^{}]+){", STYLE_SHEET.replace("${", ""))
    )


def test_changing_to_the_same_colours_is_no_change(theme, qtbot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.use(theme.colours)


def test_a_chosen_look_goes_before_the_systems(theme, qtbot) -> None:
    theme.choose("dark")
    assert theme.colours is DARK
    theme.choose("light")
    assert theme.colours is LIGHT
    theme.choose("system")
    qtbot.waitUntil(lambda: not theme.changing)


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
    another = Theme(qapp)
    assert 1.8 * usual < label_height("title") < 2.2 * usual
    another.setParent(None)
    qapp.setFont(before)
    qapp.setStyleSheet(both_sheets(QFontInfo(before).pixelSize()))
    assert label_height("title") == usual


def label_height(look: str) -> int:
    made = label("Photo", look)
    made.ensurePolished()
    return made.sizeHint().height()
