"""What a person reads, in their language: Qt's translator, with one context for the whole application."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """The text in the chosen language, or as it is; call it as the text is shown, not as a module loads."""
    return QCoreApplication.translate("", text)


def noop(text: str) -> str:
    """Mark a text for the translators that is translated later, by `tr`."""
    return text
