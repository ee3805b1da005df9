"""The rows of the history, drawn once and kept, and a line to type a name in."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nti_desktop.document.edit_records import MOST_NAME
from nti_desktop.ui.edits.model import EditsModel
from nti_desktop.ui.edits.row_paint import PADDING, SIDE, RowLook, draw_row, text_rect
from nti_desktop.ui.look.drawn_rows import DrawnRows
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import bold_and_small
from nti_desktop.ui.look.theme import Theme

_MOST_KEPT = 100  # drawn rows; some 60 kB each

_Index = QModelIndex | QPersistentModelIndex


class EditDelegate(QStyledItemDelegate):
    """Two or three lines of text beside a thumbnail.

    A row takes half a millisecond to draw, and a large screen shows dozens.
    """

    def __init__(self, theme: Theme, model: EditsModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._model = model
        self._theme = theme
        self._sizes: dict[tuple[str, int], QSize] = {}  # by font and lines below the title
        self._drawn = DrawnRows(view, _MOST_KEPT)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """High enough for its lines; all rows are asked whenever one is added."""
        below = len(self._model.rows[index.row()].lines) - 1
        key = (option.font.key(), below)
        if key not in self._sizes:
            bold, small = bold_and_small(option.font)
            lines = QFontMetrics(bold).height() + below * QFontMetrics(small).height()
            self._sizes[key] = QSize(0, max(SIDE, lines + 2) + 2 * PADDING)
        return self._sizes[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Put a row in its place, or leave it to the next turn."""
        look = self._look_of(painter, option, index)
        drawn = self._drawn.find(look)
        if drawn is None and self._drawn.has_time(index):
            image = index.data(Qt.ItemDataRole.DecorationRole)  # made now, if it was not there
            look = self._look_of(painter, option, index)
            drawn = draw_row(look, image, option.font)
            self._drawn.keep(look, drawn)
        if drawn is not None:
            painter.drawPixmap(option.rect.topLeft(), drawn)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: _Index) -> QWidget:
        """A line to type the name in."""
        editor = QLineEdit(parent)
        editor.setMaxLength(MOST_NAME)
        editor.setAccessibleName(tr("Name of the edit"))
        editor.setToolTip(tr("Type a name; empty takes it away"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index) -> None:
        """Where the text was."""
        editor.setGeometry(text_rect(option.rect).adjusted(-10, 6, 6, -6))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Hand the name over."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def _look_of(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> RowLook:
        return RowLook(
            seen=self._model.seen(index.row()),
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            size=(option.rect.width(), option.rect.height()),
            font=option.font.key(),
            colours=self._theme.colours,
            ratio=painter.device().devicePixelRatioF(),
        )
