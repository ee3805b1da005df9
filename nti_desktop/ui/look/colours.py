"""One set of colours for light and one for dark."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


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
