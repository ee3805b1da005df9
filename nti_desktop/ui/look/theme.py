"""The look of the window: one set of colours for light, one for dark, and the style sheet made of them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from string import Template
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from nti_desktop.resources import resource_path
from nti_desktop.ui.look.style_sheet import STYLE_SHEET

Look = Literal["system", "light", "dark"]

# Sizes of text, relative to the system's.
_SIZES = {"tiny": 0.85, "small": 0.92, "normal": 1.0, "large": 1.15, "caption": 1.23, "title": 1.85}


@dataclass(frozen=True)
class Colours:
    """Named colours, as `#rrggbb`; `on_accent` is text on the accent colour."""

    window: str
    panel: str
    ground: str
    field: str
    hover: str
    border: str
    border_strong: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_soft: str
    accent_ink: str
    on_accent: str
    danger: str
    danger_soft: str
    disabled: str


LIGHT = Colours(
    window="#f6f6f4",
    panel="#ffffff",
    ground="#e7e7e4",
    field="#ffffff",
    hover="#eeeeeb",
    border="#deded9",
    border_strong="#c4c4be",
    text="#1c1f21",
    muted="#5f6468",
    accent="#0e7a6a",
    accent_hover="#0a6659",
    accent_soft="#dcf0eb",
    accent_ink="#0a5d51",
    on_accent="#ffffff",
    danger="#b3261e",
    danger_soft="#fbe9e7",
    disabled="#9a9e9c",
)

DARK = Colours(
    window="#1c1d1f",
    panel="#25272a",
    ground="#131416",
    field="#1c1d1f",
    hover="#303337",
    border="#37393d",
    border_strong="#53575c",
    text="#eceded",
    muted="#a2a8ac",
    accent="#42bfa8",
    accent_hover="#5ccfba",
    accent_soft="#1a423b",
    accent_ink="#8be0cf",
    on_accent="#06231e",
    danger="#ff8f85",
    danger_soft="#43211d",
    disabled="#6b7074",
)


class Theme(QObject):
    """Dresses the application and follows the system's colour scheme.

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
        self._dress()
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def colours(self) -> Colours:
        """The colours in use."""
        return self._colours

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in use."""
        return self._colours is DARK

    def choose(self, look: Look) -> None:
        """Light or dark from now on, or as the system has it."""
        if look != self._look:
            self._look = look
            self.use(self._wanted())

    def use(self, colours: Colours) -> None:
        """Change to other colours."""
        if colours is not self._colours:
            self._colours = colours
            self._dress()
            self.changed.emit()

    def _wanted(self) -> Colours:
        if self._look != "system":
            return DARK if self._look == "dark" else LIGHT
        return DARK if self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT

    @Slot()
    def _follow_system(self) -> None:
        self.use(self._wanted())

    def _dress(self) -> None:
        self._app.setStyleSheet("")  # to dress everything in another over it takes three times as long
        self._app.setPalette(palette_of(self._colours))
        names = asdict(self._colours) | {"mode": "dark" if self.dark else "light"}
        names["marks"] = resource_path("marks").as_posix()
        normal = QFontInfo(self._app.font()).pixelSize()
        names |= {name: str(round(normal * ratio)) for name, ratio in _SIZES.items()}
        self._app.setStyleSheet(Template(STYLE_SHEET).substitute(names))


def palette_of(colours: Colours) -> QPalette:
    """A palette for the parts that the style sheet does not reach."""
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, colours.window),
        (roles.WindowText, colours.text),
        (roles.Base, colours.field),
        (roles.AlternateBase, colours.hover),
        (roles.Text, colours.text),
        (roles.Button, colours.panel),
        (roles.ButtonText, colours.text),
        (roles.ToolTipBase, colours.text),
        (roles.ToolTipText, colours.window),
        (roles.PlaceholderText, colours.muted),
        (roles.Highlight, colours.accent),
        (roles.HighlightedText, colours.on_accent),
        (roles.Link, colours.accent),
        (roles.Accent, colours.accent),
    ):
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled))
    return palette
