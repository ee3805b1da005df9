"""A word of the caption as a chip: shows what it was, what it is, and its weight."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton

from nti_desktop.ui.caption.draft import NEUTRAL, Chip
from nti_desktop.ui.look.theme import Colours, Theme

HEIGHT = 34
_PADDING = 11.0
_GAP = 7.0
_NUDGES: dict[int, int] = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


@dataclass(frozen=True)
class _Run:
    """A piece of text on the chip, and how it is set."""

    text: str
    size: int
    bold: bool = False
    struck: bool = False
    badge: bool = False


class ChipButton(QAbstractButton):
    """A word to point at, to click, and to weigh by Ctrl+Up and Ctrl+Down.

    Signals:
        pointed: whether the mouse or the keyboard is on it.
        nudged: (1 or -1) it is to weigh more or less.
    """

    pointed = Signal(bool)
    nudged = Signal(int)

    def __init__(self, chip: Chip, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chip = chip
        self._hovered = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._describe()

    @property
    def chip(self) -> Chip:
        """What it shows."""
        return self._chip

    def set_chip(self, chip: Chip) -> None:
        """Show another word operation."""
        if chip != self._chip:
            self._chip = chip
            self._describe()
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as its text."""
        runs = self._runs()
        width = sum(self._width(run) for run in runs) + _GAP * (len(runs) - 1) + 2 * _PADDING
        return QSize(round(width), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """It does not shrink."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the capsule and its text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        self._paint_capsule(painter, self._theme.colours)
        x = _PADDING
        for run in self._runs():
            self._paint_run(painter, run, x)
            x += self._width(run) + _GAP

    def enterEvent(self, _event: QEnterEvent) -> None:
        """The mouse is on it."""
        self._hovered = True
        self.pointed.emit(True)
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        """The mouse has gone."""
        self._hovered = False
        self.pointed.emit(self.hasFocus())
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens it as Space does; Ctrl+Up and Ctrl+Down weigh it."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self.click()
        elif control and event.key() in _NUDGES:
            self.nudged.emit(_NUDGES[event.key()])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reached by keyboard."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.pointed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Left by keyboard."""
        super().focusOutEvent(event)
        self.pointed.emit(self._hovered)

    def _runs(self) -> list[_Run]:
        chip = self._chip
        changed = chip.kind in ("replace", "insert")
        runs = [_Run(chip.was, 13, struck=True)] if chip.kind == "replace" else []
        runs.append(_Run(chip.text, 16, bold=changed, struck=chip.kind == "remove"))
        if chip.weight != NEUTRAL:
            runs.append(_Run(f"×{chip.weight:g}".replace("-", "−"), 12, bold=True, badge=True))
        return runs

    def _font(self, run: _Run) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(run.size)
        font.setWeight(QFont.Weight.DemiBold if run.bold else QFont.Weight.Normal)
        font.setStrikeOut(run.struck)
        return font

    def _width(self, run: _Run) -> float:
        return QFontMetricsF(self._font(run)).horizontalAdvance(run.text) + (12 if run.badge else 0)

    def _paint_capsule(self, painter: QPainter, colours: Colours) -> None:
        rect = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        pointed = (self._hovered or self.hasFocus()) and self.isEnabled()
        fill, line = (
            (colours.accent_soft, colours.accent) if self._chip.changed else (colours.window, colours.border)
        )
        pen = QPen(QColor(colours.accent if pointed else line), 1.5 if pointed else 1)
        if self._chip.kind == "remove":
            fill = colours.panel
            pen = QPen(QColor(colours.accent if pointed else colours.border_strong), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(colours.hover if pointed and not self._chip.changed else fill))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)

    def _paint_run(self, painter: QPainter, run: _Run, x: float) -> None:
        colours = self._theme.colours
        rect = QRectF(x, 0, self._width(run), self.height())
        colour = colours.muted if run.struck else colours.accent_ink if self._chip.changed else colours.text
        if run.badge:
            badge = QRectF(x, self.height() / 2 - 9, rect.width(), 18)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent))
            painter.drawRoundedRect(badge, 9, 9)
            colour = colours.on_accent
        painter.setPen(QColor(colour if self.isEnabled() else colours.disabled))
        painter.setFont(self._font(run))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, run.text)

    def _describe(self) -> None:
        self.setText(self._chip.text)
        said = described(self._chip)
        self.setAccessibleName(said)
        self.setToolTip(
            f"{said}\nClick to change it; pointing at it shows where it is in the photo.\n"
            "Ctrl+Up and Ctrl+Down change its weight."
        )


def described(chip: Chip) -> str:
    """A chip in a short sentence."""
    weight = f", weight {chip.weight:g}" if chip.weight != NEUTRAL else ""
    return {
        "keep": f"“{chip.text}”{weight}",
        "replace": f"“{chip.text}”, was “{chip.was}”{weight}",
        "remove": f"“{chip.was}”, removed",
        "insert": f"“{chip.text}”, added{weight}",
    }[chip.kind]
