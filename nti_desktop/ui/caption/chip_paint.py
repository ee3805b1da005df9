"""How a chip is drawn: a capsule, the word, what it was, its weight, and small marks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPen

from nti_desktop.ui.caption.chips import NEUTRAL, Chip
from nti_desktop.ui.look.colours import Colours
from nti_desktop.ui.look.i18n import number

_USUAL_FONT = 13.0  # pixels, to which the sizes below belong
_HEIGHT = 34
_PADDING = 11.0
_GAP = 7.0
_DOT = 9.0
_LOCK = 11.0


@dataclass(frozen=True)
class Look:
    """How a chip stands out: pointed at, taken together with others, its map pinned in some hue."""

    pointed: bool = False
    selected: bool = False
    hue: str = ""
    enabled: bool = True


@dataclass(frozen=True)
class _Run:
    """A piece of text on the chip, and how it is set."""

    text: str
    size: int
    bold: bool = False
    struck: bool = False
    badge: bool = False


def chip_height(font: QFont) -> int:
    """Of a chip that is written in a font."""
    return round(_HEIGHT * _scale(font))


def chip_size(chip: Chip, look: Look, font: QFont) -> QSize:
    """As wide as its text and its marks."""
    return QSize(round(_needed(chip, look, font, _runs(chip))), chip_height(font))


def _needed(chip: Chip, look: Look, font: QFont, runs: list[_Run]) -> float:
    scale = _scale(font)
    widths = [_width(run, font) for run in runs] + _marks(chip, look, scale)
    return sum(widths) + _GAP * scale * (len(widths) - 1) + 2 * _PADDING * scale


def _fitting(chip: Chip, look: Look, font: QFont, room: float) -> list[_Run]:
    """The texts, cut short where the chip has less room than they need."""
    runs = _runs(chip)
    over = _needed(chip, look, font, runs) - room
    if over <= 1:
        return runs
    texts = [run for run in runs if not run.badge]
    left = (sum(_width(run, font) for run in texts) - over) / len(texts)
    elided = Qt.TextElideMode.ElideRight
    cut = {run: _metrics(run, font).elidedText(run.text, elided, left) for run in texts}
    return [replace(run, text=cut.get(run, run.text)) for run in runs]


def paint_chip(
    painter: QPainter, rect: QRectF, chip: Chip, look: Look, colours: Colours, font: QFont
) -> None:
    """Draw the whole chip."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    scale = _scale(font)
    _paint_capsule(painter, rect, chip, look, colours)
    x = rect.left() + _PADDING * scale
    if look.hue:
        _paint_dot(painter, QPointF(x + _DOT * scale / 2, rect.center().y()), scale, look.hue, colours)
        x += (_DOT + _GAP) * scale
    if chip.kept:
        _paint_lock(painter, QPointF(x + _LOCK * scale / 2, rect.center().y()), scale, colours)
        x += (_LOCK + _GAP) * scale
    for run in _fitting(chip, look, font, rect.width()):
        width = _width(run, font)
        _paint_run(painter, QRectF(x, rect.top(), width, rect.height()), run, chip, look, colours, font)
        x += width + _GAP * scale


def _marks(chip: Chip, look: Look, scale: float) -> list[float]:
    return [width * scale for width, there in ((_DOT, bool(look.hue)), (_LOCK, chip.kept)) if there]


def _runs(chip: Chip) -> list[_Run]:
    changed = chip.kind in ("replace", "insert")
    runs = [_Run(chip.was, 13, struck=True)] if chip.kind == "replace" else []
    runs.append(_Run(chip.text, 16, bold=changed, struck=chip.kind == "remove"))
    if chip.weight != NEUTRAL:
        runs.append(_Run(f"×{number(chip.weight, 'g')}".replace("-", "−"), 12, bold=True, badge=True))
    return runs


def _scale(font: QFont) -> float:
    return max(font.pixelSize() if font.pixelSize() > 0 else QFontInfo(font).pixelSize(), 8) / _USUAL_FONT


def _font(run: _Run, font: QFont) -> QFont:
    return _set_in(font, run)[0]


def _metrics(run: _Run, font: QFont) -> QFontMetricsF:
    return _set_in(font, run)[1]


def _set_in(font: QFont, run: _Run) -> tuple[QFont, QFontMetricsF]:
    """What a run is written in; a chip asks several times whenever it is drawn."""
    key = (font.key(), run.size, run.bold, run.struck)
    if key not in _fonts:
        made = QFont(font)
        made.setPixelSize(round(run.size * _scale(font)))
        made.setWeight(QFont.Weight.DemiBold if run.bold else QFont.Weight.Normal)
        made.setStrikeOut(run.struck)
        _fonts[key] = made, QFontMetricsF(made)
    return _fonts[key]


_fonts: dict[
    tuple[str, int, bool, bool], tuple[QFont, QFontMetricsF]
] = {}  # a few for each font of the window


def _width(run: _Run, font: QFont) -> float:
    return _metrics(run, font).horizontalAdvance(run.text) + (12 if run.badge else 0)


def _paint_capsule(painter: QPainter, rect: QRectF, chip: Chip, look: Look, colours: Colours) -> None:
    inside = rect.adjusted(0.75, 0.75, -0.75, -0.75)
    strong = (look.pointed or look.selected) and look.enabled
    fill, line = (colours.accent_soft, colours.accent) if chip.changed else (colours.window, colours.border)
    pen = QPen(QColor(colours.accent if strong else line), 1.5 if strong else 1)
    if chip.kind == "remove":
        fill = colours.panel
        pen = QPen(QColor(colours.accent if strong else colours.border_strong), 1, Qt.PenStyle.DashLine)
    if look.selected:
        fill = colours.accent_soft
    painter.setPen(pen)
    painter.setBrush(QColor(colours.hover if look.pointed and fill == colours.window else fill))
    painter.drawRoundedRect(inside, inside.height() / 2, inside.height() / 2)


def _paint_dot(painter: QPainter, at: QPointF, scale: float, hue: str, colours: Colours) -> None:
    painter.setPen(QPen(QColor(colours.border_strong), 1))
    painter.setBrush(QColor(hue))
    painter.drawEllipse(at, _DOT * scale / 2, _DOT * scale / 2)


def _paint_lock(painter: QPainter, at: QPointF, scale: float, colours: Colours) -> None:
    """A small padlock."""
    width, height = _LOCK * scale * 0.8, _LOCK * scale * 0.62
    body = QRectF(at.x() - width / 2, at.y() - height * 0.2, width, height)
    bow = QRectF(at.x() - width * 0.3, body.top() - height * 0.72, width * 0.6, height * 1.44)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colours.accent_ink), 1.4 * scale))
    painter.drawArc(bow, 0, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.accent_ink))
    painter.drawRoundedRect(body, 1.5 * scale, 1.5 * scale)


def _paint_run(
    painter: QPainter, rect: QRectF, run: _Run, chip: Chip, look: Look, colours: Colours, font: QFont
) -> None:
    colour = colours.muted if run.struck else colours.accent_ink if chip.marked else colours.text
    if run.badge:
        half = _metrics(run, font).height() / 2 + 1
        badge = QRectF(rect.left(), rect.center().y() - half, rect.width(), 2 * half)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(badge, half, half)
        colour = colours.on_accent
    painter.setPen(QColor(colour if look.enabled else colours.disabled))
    painter.setFont(_font(run, font))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, run.text)
