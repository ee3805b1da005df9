"""A word of the caption as a chip: to point at, to click, to type over."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton

from nti_desktop.ui.caption.chip_paint import Look, chip_size, paint_chip
from nti_desktop.ui.caption.chips import Chip
from nti_desktop.ui.caption.wording import described
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.theme import Theme

_WIDEST = 10_000
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_NUDGES: dict[int, int] = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_MOVES: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -(10**6),
    Qt.Key.Key_End: 10**6,
}
_REMOVES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class ChipButton(QAbstractButton):
    """A word that says what the mouse and the keys do to it.

    Signals:
        pointed: whether the mouse or the keyboard is on it.
        nudged: (1 or -1) it is to weigh more or less.
        moved: (chips to the right) the focus is to go elsewhere; `extended` likewise takes these along.
        reached: Shift and a click take it together with others.
        deleted: it is to be removed.
        written: (character) is typed over it.
        menu_wanted: (global place).
    """

    pointed = Signal(bool)
    nudged = Signal(int)
    moved = Signal(int)
    extended = Signal(int)
    reached = Signal()
    deleted = Signal()
    written = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, chip: Chip, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._chip = chip
        self._hovered = False
        self._resting: QPoint | None = None  # where the mouse was when this came into sight, or was covered
        self._look = Look()
        self._most_width = _WIDEST
        self._size: QSize | None = None  # of chip and look, as wide as they need
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._describe()

    @property
    def chip(self) -> Chip:
        """What it shows."""
        return self._chip

    @property
    def hovered(self) -> bool:
        """Whether the mouse is on it."""
        return self._hovered

    @property
    def look(self) -> Look:
        """How it stands out."""
        pointed = (self._hovered or self.hasFocus()) and self.isEnabled()
        return replace(self._look, pointed=pointed, enabled=self.isEnabled())

    def set_chip(self, chip: Chip) -> None:
        """Show another word operation."""
        if chip != self._chip:
            self._chip, self._size = chip, None
            self._describe()
            self.updateGeometry()
            self.update()

    def set_look(self, selected: bool, hue: str) -> None:
        """Whether it is taken together with others, and the hue of its map if that is pinned."""
        made = Look(selected=selected, hue=hue)
        if made != self._look:
            self._look, self._size = made, None
            self._describe()
            self.updateGeometry()
            self.update()

    def set_most_width(self, width: int) -> None:
        """Be no wider than the line."""
        if width != self._most_width:
            self._most_width = width
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as its text, if there is room."""
        if self._size is None:
            self._size = chip_size(self._chip, self._look, self.font())
        return self._size.boundedTo(QSize(self._most_width, self._size.height()))

    def minimumSizeHint(self) -> QSize:
        """It does not shrink."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the capsule and its text."""
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self._chip, self.look, self._theme.colours, self.font())

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other room."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._size = None
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        """What can be typed is typed here, even where it is some action's key; so are Ctrl+Up and Down."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            nudges = event.key() in _NUDGES and bool(event.modifiers() & _CONTROL)
            if nudges or _letter(event):
                event.accept()
                return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """A mouse that rests where it appears does not point at it."""
        super().showEvent(event)
        self._resting = QCursor.pos()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse is on it."""
        self._take_mouse(event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The mouse moves on it."""
        super().mouseMoveEvent(event)
        self._take_mouse(event.globalPosition().toPoint())

    def _take_mouse(self, at: QPoint) -> None:
        rests = self._resting is not None and (at - self._resting).manhattanLength() <= 1  # of rounding
        if not self._hovered and not rests:
            self._hovered, self._resting = True, None
            self.pointed.emit(True)
            self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        """The mouse has gone, or something covers this for a while."""
        self._hovered, self._resting = False, QCursor.pos()
        self.pointed.emit(self.hasFocus())
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """With Shift it is taken along."""
        if event.button() == Qt.MouseButton.LeftButton and event.modifiers() & _SHIFT:
            self.reached.emit()
        else:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """All that can be done with it."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        self.menu_wanted.emit(event.globalPos() if by_mouse else self.mapToGlobal(self.rect().center()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move on, Delete removes, letters replace; Ctrl+Up and Ctrl+Down weigh it."""
        key, control = event.key(), bool(event.modifiers() & _CONTROL)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self.click()
        elif control and key in _NUDGES:
            self.nudged.emit(_NUDGES[key])
        elif key in _MOVES and not control:
            (self.extended if event.modifiers() & _SHIFT else self.moved).emit(_MOVES[key])
        elif key in _REMOVES and not control:
            self.deleted.emit()
        elif _letter(event):
            self.written.emit(event.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reached by keyboard."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self.pointed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Left by keyboard."""
        super().focusOutEvent(event)
        self.pointed.emit(self._hovered)

    def _describe(self) -> None:
        self.setText(self._chip.text)
        said = described(self._chip)
        self.setAccessibleName(said + (tr(", map pinned") if self._look.hue else ""))
        self.setToolTip(
            said
            + "\n"
            + tr(
                "Click to change it, or type another word; right-click for more.\n"
                "Ctrl+Up and Ctrl+Down change its weight; Shift+click takes several words."
            )
        )


def _letter(event: QKeyEvent) -> bool:
    """Whether a key writes something, other than a blank."""
    held = event.modifiers() & ~(_SHIFT | Qt.KeyboardModifier.KeypadModifier)
    text = event.text()
    return held == Qt.KeyboardModifier.NoModifier and text.isprintable() and bool(text.strip())
