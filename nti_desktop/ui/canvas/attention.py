"""Attention maps of words as overlays, each made once."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from nti_desktop.engine.results import Inversion
from nti_desktop.ui.canvas.paint import Overlay
from nti_desktop.ui.canvas.pictures import attention_overlay
from nti_desktop.ui.caption.draft import Chip


class AttentionMaps:
    """Keeps the overlays of one inversion."""

    def __init__(self) -> None:
        self._inversion: Inversion | None = None
        self._made: dict[tuple[int, ...], Overlay] = {}

    def overlay(self, inversion: Inversion, chip: Chip, rect: QRectF) -> Overlay | None:
        """The map of a chip's word in the caption; None for an inserted word, which has none."""
        if inversion is not self._inversion:
            self._inversion, self._made = inversion, {}
        if not chip.source or chip.source[-1] >= len(inversion.word_maps):
            return None
        if chip.source not in self._made:
            together = inversion.word_maps[list(chip.source)].max(axis=0)
            self._made[chip.source] = Overlay(attention_overlay(together), rect, f"where “{chip.was}” is")
        return self._made[chip.source]
