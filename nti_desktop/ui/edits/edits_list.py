"""The list of edits in the hands of a person: one click shows, Ctrl selects more, the star is clicked."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from nti_desktop.ui.edits.model import EditsModel
from nti_desktop.ui.edits.row_paint import star_rect

_SHOWING_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
_SELECTING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class EditsList(QListView):
    """A list in which the arrows do what clicks do.

    Signals:
        chosen: (row) to be shown.
        star_clicked: (row).
        delete_wanted: the Delete key was pressed.
        selection_changed: other rows are selected.
    """

    chosen = Signal(int)
    star_clicked = Signal(int)
    delete_wanted = Signal()
    selection_changed = Signal()

    def __init__(self, model: EditsModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setSpacing(2)
        self.selectionModel().selectionChanged.connect(self.selection_changed)

    def sizeHint(self) -> QSize:
        """It makes do with its least height; what is free is given to it all the same."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    @property
    def selected_ids(self) -> tuple[str | None, ...]:
        """Of the selected rows, from the top; None is the photo itself."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self._model.rows[row].edit_id for row in rows)

    @property
    def is_naming(self) -> bool:
        """Whether a name is being typed in a row."""
        return self.state() is QAbstractItemView.State.EditingState

    def show_current(self, row: int) -> None:
        """Make a row the one that is shown; what else is selected stays selected beside it."""
        index = self._model.index(row)
        if self.currentIndex() == index and self.selectionModel().isSelected(index):
            return
        if len(self.selected_ids) > 1 and self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        else:
            alone = QItemSelectionModel.SelectionFlag.ClearAndSelect  # whatever keys are held, as of redo
            self.selectionModel().setCurrentIndex(index, alone)
        self.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With less room the one that is shown stays in sight."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The star is no part of the row; the menu of the right button is about the row under it."""
        if self._star_at(event) is not None:
            return
        index = self.indexAt(event.position().toPoint())
        right = event.button() is Qt.MouseButton.RightButton
        if right and index.isValid() and not self.selectionModel().isSelected(index):
            self.chosen.emit(index.row())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show what was clicked, unless it is being selected beside others."""
        row = self._star_at(event)
        if row is not None:
            self.star_clicked.emit(row)
            return
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = not event.modifiers() & _SELECTING
        if plain and index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks on the star are two clicks."""
        if self._star_at(event) is None:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows show what they reach; Delete deletes what is shown."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_wanted.emit()
            return
        super().keyPressEvent(event)
        keys = (*_SHOWING_KEYS, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        current: QModelIndex = self.currentIndex()
        if event.key() in keys and not event.modifiers() & _SELECTING and current.isValid():
            self.chosen.emit(current.row())

    def _star_at(self, event: QMouseEvent) -> int | None:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or self._model.rows[index.row()].edit_id is None:
            return None
        near = star_rect(self.visualRect(index)).adjusted(-4, -4, 4, 4)
        on_star = near.contains(event.position().toPoint()) and event.button() is Qt.MouseButton.LeftButton
        return index.row() if on_star else None
