"""How a command looks in the palette: its name, what it does, and its keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nti_desktop.ui.look.keys import keys_of, other_words, plain_tip
from nti_desktop.ui.look.theme import Theme

__all__ = ["ACTION", "CommandDelegate", "other_words", "plain_tip"]

ACTION = Qt.ItemDataRole.UserRole
_PAD, _GAP = 12, 12


class CommandDelegate(QStyledItemDelegate):
    """Paints a row; one that cannot be run now is grey."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line with room around it."""
        return QSize(0, QFontMetrics(option.font).height() + 18)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The name, then as much of the explanation as there is room for, then the keys."""
        action = index.data(ACTION)
        if not isinstance(action, QAction):
            return
        colours, rect = self._theme.colours, QRect(option.rect)
        enabled = action.isEnabled()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 7, 7)
        inside = rect.adjusted(_PAD, 0, -_PAD, 0)
        ink, faint = (colours.text, colours.muted) if enabled else (colours.disabled, colours.disabled)
        used = _write(painter, inside, action.text(), ink)
        keys = keys_of(action)
        kept = _write(painter, inside, keys[0] if keys else "", faint, Qt.AlignmentFlag.AlignRight)
        between = inside.adjusted(used + _GAP, 0, -kept - _GAP, 0)
        metrics = painter.fontMetrics()
        tip = metrics.elidedText(plain_tip(action), Qt.TextElideMode.ElideRight, between.width())
        _write(painter, between, tip if between.width() > 60 else "", faint)
        painter.restore()


def _write(
    painter: QPainter,
    rect: QRect,
    text: str,
    colour: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> int:
    """Write one line; returns its width."""
    painter.setPen(QColor(colour))
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, text)
    return painter.fontMetrics().horizontalAdvance(text)
