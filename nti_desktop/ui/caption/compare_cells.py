"""Cells of the comparison of captions: pictures and a small loss curve."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QLabel, QWidget

from nti_desktop.diffusion.prompts import same_word, words_of
from nti_desktop.engine.results import ImageArray, Inversion
from nti_desktop.ui.canvas.pictures import attention_overlay
from nti_desktop.ui.look.i18n import number, tr
from nti_desktop.ui.look.theme import Theme

_CURVE_HEIGHT = 74
_OPACITY = 0.75
_LEAST_LOSS = 1e-12


def cell_size(inversion: Inversion, side: int) -> QSize:
    """Of a picture of the inversion whose longer side is `side`."""
    height, width = inversion.reconstruction.shape[:2]
    scale = side / max(width, height)
    return QSize(round(width * scale), round(height * scale))


def reconstruction_of(inversion: Inversion, side: int, ratio: float) -> QImage:
    """What the photo becomes with the inversion; safe in any thread."""
    size = cell_size(inversion, side) * ratio
    return _image(inversion.reconstruction, size, ratio)


def map_of(inversion: Inversion, places: Sequence[int], side: int, ratio: float) -> QImage:
    """The reconstruction under the strongest map of some words of the caption; safe in any thread."""
    made = reconstruction_of(inversion, side, ratio)
    overlay = attention_overlay(inversion.word_maps[list(places)].max(axis=0))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
    painter.setOpacity(_OPACITY)
    painter.drawImage(QRectF(QPointF(0, 0), cell_size(inversion, side).toSizeF()), overlay)
    painter.end()
    return made


def places_of(inversion: Inversion, word: str) -> tuple[int, ...]:
    """Where the caption has a word; only words with a map count."""
    words = words_of(inversion.caption)[: len(inversion.word_maps)]
    return tuple(i for i, found in enumerate(words) if same_word(found.text) == word)


class PictureCell(QLabel):
    """Holds the place of a picture that is still being made."""

    def __init__(self, size: QSize, said: str) -> None:
        super().__init__()
        self.setFixedSize(size)
        self.setAccessibleName(said)
        self.setToolTip(said)

    def show_image(self, image: QImage) -> None:
        """Here it is."""
        self.setPixmap(QPixmap.fromImage(image))


class LossCurve(QWidget):
    """The loss of each timestep, noisiest at the left, in a range that all columns share."""

    def __init__(self, losses: Sequence[float], low: float, high: float, width: int, theme: Theme) -> None:
        super().__init__()
        self._powers = powers_of(losses)
        self._low, self._high = low, max(high, low + 0.5)
        self._theme = theme
        self.setFixedSize(width, _CURVE_HEIGHT)
        said = _said(losses)
        self.setAccessibleName(said)
        self.setToolTip(said)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A frame, a line for each power of ten, and the curve."""
        painter, colours = QPainter(self), self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawRoundedRect(frame, 6, 6)
        for power in range(int(np.ceil(self._low)), int(np.floor(self._high)) + 1):
            y = self._y(power)
            painter.drawLine(QPointF(1, y), QPointF(self.width() - 1, y))
        painter.setPen(QPen(QColor(colours.accent), 1.8))
        painter.drawPolyline(QPolygonF([QPointF(self._x(n), self._y(p)) for n, p in enumerate(self._powers)]))

    def _x(self, step: int) -> float:
        return 6 + (self.width() - 12) * step / max(len(self._powers) - 1, 1)

    def _y(self, power: float) -> float:
        share = (power - self._low) / (self._high - self._low)
        return self.height() - 6 - (self.height() - 12) * share


def powers_of(losses: Sequence[float]) -> list[float]:
    """Losses as powers of ten."""
    return [float(power) for power in np.log10(np.maximum(np.asarray(losses, np.float64), _LEAST_LOSS))]


def _image(pixels: ImageArray, size: QSize, ratio: float) -> QImage:
    small = Image.fromarray(np.ascontiguousarray(pixels)).resize(
        (size.width(), size.height()), Image.Resampling.BICUBIC
    )
    stride = 3 * size.width()
    shown = QImage(small.tobytes(), size.width(), size.height(), stride, QImage.Format.Format_RGB888)
    made = shown.convertToFormat(QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(ratio)
    return made


def not_named(size: QSize) -> QLabel:
    """Says that a caption does not have the word, where its map would be."""
    made = QLabel(tr("not in this caption"))
    made.setProperty("look", "small")
    made.setFixedSize(size)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setToolTip(tr("What the caption does not name cannot be edited on its own"))
    return made


def _said(losses: Sequence[float]) -> str:
    """A curve in words."""
    if not losses:
        return tr("No loss")
    text = tr("Loss of each timestep, noisiest at the left: from {first} to {last}; lower is better")
    return text.format(first=number(losses[0], ".1e"), last=number(losses[-1], ".1e"))
