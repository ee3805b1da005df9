"""Attention maps of words as overlays, each made once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF

from nti_desktop.engine.results import FloatArray, Inversion
from nti_desktop.ui.canvas.colour_maps import MOST_HUES, hue
from nti_desktop.ui.canvas.paint import Overlay
from nti_desktop.ui.canvas.pictures import attention_overlay, mixed_overlay
from nti_desktop.ui.caption.draft import Chip
from nti_desktop.ui.look.i18n import tr


class AttentionMaps:
    """Keeps the overlays of one inversion."""

    def __init__(self) -> None:
        self._inversion: Inversion | None = None
        self._made: dict[object, Overlay] = {}

    def overlay(self, inversion: Inversion, chip: Chip, rect: QRectF, colours: str) -> Overlay | None:
        """The map of a chip's word in the caption; None for an inserted word, which has none."""
        self._keep(inversion)
        if not _has_map(inversion, chip):
            return None
        key = (chip.source, colours)
        if key not in self._made:
            image = attention_overlay(_map(inversion, chip), colours)
            label = tr("where “{word}” is").format(word=chip.was)
            self._made[key] = Overlay(image, rect, label, colours)
        return self._made[key]

    def together(self, inversion: Inversion, chips: Sequence[Chip], rect: QRectF) -> Overlay | None:
        """The maps of several words, each in a hue of its own; None where none of them has one."""
        self._keep(inversion)
        mapped = [chip for chip in chips if _has_map(inversion, chip)][:MOST_HUES]
        key = tuple(chip.source for chip in mapped)
        if not mapped:
            return None
        if key not in self._made:
            image = mixed_overlay([_map(inversion, chip) for chip in mapped])
            words = tuple((chip.was, hue(number)) for number, chip in enumerate(mapped))
            self._made[key] = Overlay(image, rect, words=words)
        return self._made[key]

    def _keep(self, inversion: Inversion) -> None:
        if inversion is not self._inversion:
            self._inversion, self._made = inversion, {}


def _has_map(inversion: Inversion, chip: Chip) -> bool:
    return bool(chip.source) and chip.source[-1] < len(inversion.word_maps)


def _map(inversion: Inversion, chip: Chip) -> FloatArray:
    """Of a chip of several words, the strongest of each."""
    return np.asarray(inversion.word_maps[list(chip.source)].max(axis=0))
