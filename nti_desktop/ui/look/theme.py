"""The look of the window: light or dark, as the person or the system wants it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from string import Template
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget
from shiboken6 import isValid

from nti_desktop.resources import resource_path
from nti_desktop.ui.look.colours import DARK, LIGHT, Colours, palette_of
from nti_desktop.ui.look.style_sheet import STYLE_SHEET
from nti_desktop.ui.look.turns import REST, Turns

Look = Literal["system", "light", "dark"]

DRAWN_APART = "drawn_apart"  # property of a widget with so much in it that it is drawn in a turn of its own

# Sizes of text, relative to the system's.
_SIZES = {"tiny": 0.85, "small": 0.92, "normal": 1.0, "large": 1.15, "caption": 1.23, "title": 1.85}
_RULE = re.compile(r"([^{}]+)({[^{}]*})")


class Theme(QObject):
    """Dresses the application and follows the system's colour scheme.

    One style sheet holds both looks, and what is within a window whose property `dark` is true takes the
    dark one. A change of look sets that property and has the widgets read their rules again a few at a time:
    another style sheet for the application would hold it for several frames.

    Signals:
        changed: the colours are others now; whoever paints by hand repaints.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        app.setStyle(QStyleFactory.create("Fusion"))
        self._look: Look = "system"
        self._colours = self._wanted()
        self._turns = Turns(self)
        app.setPalette(palette_of(self._colours))
        app.setStyleSheet(both_sheets(QFontInfo(app.font()).pixelSize()))
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def colours(self) -> Colours:
        """The colours in use."""
        return self._colours

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in use."""
        return self._colours is DARK

    @property
    def changing(self) -> bool:
        """Whether some widgets still have the look before the last change."""
        return self._turns.busy

    def dress(self, window: QWidget) -> None:
        """Have a window, and all that is ever within it, follow the look."""
        window.setProperty("dark", self.dark)

    def choose(self, look: Look) -> None:
        """Light or dark from now on, or as the system has it."""
        if look != self._look:
            self._look = look
            self.use(self._wanted())

    def use(self, colours: Colours) -> None:
        """Change to other colours."""
        if colours is self._colours:
            return
        self._colours = colours
        self._app.setPalette(palette_of(colours))
        windows = [w for w in self._app.topLevelWidgets() if w.property("dark") is not None]
        for window in windows:
            self.dress(window)
        self._turns.take(self._redressed(windows))
        self.changed.emit()

    def _redressed(self, windows: list[QWidget]) -> Iterator[object]:
        """Widgets read their rules again, those that can be seen first; these are drawn once all have,
        what is large last."""
        inside = [widget for window in windows for widget in (window, *window.findChildren(QWidget))]
        seen = [widget for widget in inside if widget.isVisible()]
        hidden = [widget for widget in inside if not widget.isVisible()]
        large = [widget for widget in seen if widget.property(DRAWN_APART)]
        try:
            for widget in (*large, *windows):
                widget.setUpdatesEnabled(False)
            yield from _polished(seen)
            for widget in (*windows, *large):
                _draw((widget,))
                yield REST
        finally:
            _draw((*windows, *large))
        yield from _polished(hidden)

    def _wanted(self) -> Colours:
        if self._look != "system":
            return DARK if self._look == "dark" else LIGHT
        return DARK if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT

    @Slot()
    def _follow_system(self) -> None:
        self.use(self._wanted())


def _polished(widgets: Iterable[QWidget]) -> Iterator[QWidget]:
    """Each widget when it has read its rules."""
    for widget in filter(isValid, widgets):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
        yield widget


def _draw(widgets: Iterable[QWidget]) -> None:
    for widget in filter(isValid, widgets):
        widget.setUpdatesEnabled(True)


def both_sheets(normal: int) -> str:
    """The light style sheet, and the dark one for what is within a window that is dark.

    Args:
        normal: the height of usual text in pixels.
    """
    names = {name: str(round(normal * ratio)) for name, ratio in _SIZES.items()}
    names["marks"] = resource_path("marks").as_posix()
    light, dark = (
        Template(STYLE_SHEET).substitute(names | asdict(colours) | {"mode": mode})
        for colours, mode in ((LIGHT, "light"), (DARK, "dark"))
    )
    return light + _RULE.sub(_for_dark, dark)


def _for_dark(rule: re.Match[str]) -> str:
    selectors = (selector.strip() for selector in rule[1].split(","))
    return ", ".join(map(_within_dark, selectors)) + rule[2]


def _within_dark(selector: str) -> str:
    return f'{selector}[dark="true"]' if selector == "QMainWindow" else f'[dark="true"] {selector}'
