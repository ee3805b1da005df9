"""The list of waiting jobs in the hands of a person: rows that can be dragged, with times at their right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from nti_desktop.ui.look.i18n import tr

TIME = Qt.ItemDataRole.UserRole
_GAP = 10


class QueueList(QListWidget):
    """Rows that can be dragged; Alt with the arrows shifts one, Delete removes it."""

    shifted = Signal(int)
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setItemDelegate(_Row(self))
        self.setProperty("look", "queue")
        self.setAccessibleName(tr("Waiting jobs"))
        self.setToolTip(tr("The next job is on top; drag a job to another place, or drop it with Delete"))

    def add(self, name: str, time: str) -> None:
        """One row more, at the end; `time` is what the job takes, "" where that is unknown."""
        item = QListWidgetItem(name)
        item.setData(TIME, time)
        item.setToolTip(f"{name} – {time}" if time else name)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, item.toolTip())
        self.addItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or remove the chosen row."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class _Row(QStyledItemDelegate):
    """The name, shortened where it must be, and the time."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Leave room for the time."""
        super().initStyleOption(option, index)
        room = option.rect.width() - option.fontMetrics.horizontalAdvance(index.data(TIME) or "") - 4 * _GAP
        option.text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The row, then the time at its right."""
        super().paint(painter, option, index)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(option.rect.adjusted(0, 0, -_GAP, 0), right, index.data(TIME) or "")
