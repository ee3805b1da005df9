"""What the app is, under which licence, and where it keeps things."""

from __future__ import annotations

import platform
from pathlib import Path

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from nti_desktop import __version__
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import label
from nti_desktop.ui.look.theme import Theme
from nti_desktop.ui.pages.sheet import Sheet, section


class AboutPage(Sheet):
    """Plain facts, to be read and copied."""

    def __init__(self, theme: Theme, places: dict[str, Path]) -> None:
        """Make the page.

        Args:
            places: what is kept where.
        """
        super().__init__(tr("About NTI Desktop"), theme)
        card, column = section(tr("NTI Desktop {version}").format(version=__version__))
        column.addWidget(label(tr("Edit a photo by editing the sentence that describes it."), wrap=True))
        licence = tr(
            "Free software under the GNU General Public License, version 3 or later; it comes without any "
            "warranty. Photos stay on this computer: nothing is sent anywhere."
        )
        column.addWidget(label(licence, "muted", wrap=True))
        science = tr(
            "It builds on null-text inversion and Prompt-to-Prompt (Mokady, Hertz and others, 2023)."
        )
        column.addWidget(label(science, "muted", wrap=True))
        versions = f"Python {platform.python_version()}, Qt {PySide6.__version__}, {platform.platform()}"
        _add_fact(column, tr("Runs on"), versions)
        self.content.addWidget(card)
        card, column = section(tr("Where things are kept"))
        for name, path in places.items():
            _add_fact(column, name, str(path))
        self.content.addWidget(card)


def _add_fact(column: QVBoxLayout, name: str, value: str) -> None:
    text = label(value, "small", wrap=True)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    column.addWidget(label(name, "strong"))
    column.addWidget(text)
