"""How an edit looks in the list: thumbnail, title, caption, what differs from the defaults, a star."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nti_desktop.document.edit_records import MOST_NAME
from nti_desktop.ui.edits.model import DETAILS, SHOWN, STARRED, SUBTITLE
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.icons import pixmap
from nti_desktop.ui.look.theme import Theme

_SIDE = 48
_PADDING = 8
_STAR = 16
_SMALLER = 0.92

_Index = QModelIndex | QPersistentModelIndex


class EditDelegate(QStyledItemDelegate):
    """Two or three lines of text beside a thumbnail."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sizes: dict[tuple[str, int], QSize] = {}  # by font and lines below the title

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """High enough for its lines; all rows are asked whenever one is added."""
        below = sum(bool(index.data(role)) for role in (SUBTITLE, DETAILS))
        key = (option.font.key(), below)
        if key not in self._sizes:
            bold, small = _fonts(option)
            lines = QFontMetrics(bold).height() + below * QFontMetrics(small).height()
            self._sizes[key] = QSize(0, max(_SIDE, lines + 2) + 2 * _PADDING)
        return self._sizes[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
        rect, state = option.rect, option.state
        shown, selected = bool(index.data(SHOWN)), bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        self._paint_ground(painter, rect, shown, selected, hovered)
        _paint_thumbnail(painter, rect, index.data(Qt.ItemDataRole.DecorationRole))
        self._paint_text(painter, option, index, shown)
        if index.data(STARRED) or (hovered and _editable(index)):
            self._paint_star(painter, rect, bool(index.data(STARRED)))
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: _Index) -> QWidget:
        """A line to type the name in."""
        editor = QLineEdit(parent)
        editor.setMaxLength(MOST_NAME)
        editor.setAccessibleName(tr("Name of the edit"))
        editor.setToolTip(tr("Type a name; empty takes it away"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index) -> None:
        """Where the text was."""
        editor.setGeometry(_text_rect(option.rect).adjusted(-10, 6, 6, -6))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Hand the name over."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def _paint_ground(
        self, painter: QPainter, rect: QRect, shown: bool, selected: bool, hovered: bool
    ) -> None:
        """Filled for what is shown, a line around what is selected beside it."""
        colours = self._theme.colours
        if not (shown or selected or hovered):
            return
        line = QPen(QColor(colours.accent)) if selected and not shown else QPen(Qt.PenStyle.NoPen)
        painter.setPen(line)
        painter.setBrush(QColor(colours.accent_soft if shown else colours.hover))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)

    def _paint_text(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, shown: bool
    ) -> None:
        colours, lines = self._theme.colours, _lines(option, index)
        text = _text_rect(option.rect)
        height = sum(QFontMetrics(font).height() for _, font in lines)
        top = text.top() + (text.height() - height) // 2
        for said, font in lines:
            metrics = QFontMetrics(font)
            title = font is lines[0][1]
            painter.setFont(font)
            painter.setPen(
                QColor(colours.muted if not title else colours.accent_ink if shown else colours.text)
            )
            elided = metrics.elidedText(said, Qt.TextElideMode.ElideRight, text.width())
            painter.drawText(text.left(), top + metrics.ascent(), elided)
            top += metrics.height()

    def _paint_star(self, painter: QPainter, rect: QRect, filled: bool) -> None:
        colours, place = self._theme.colours, star_rect(rect)
        name, colour = ("starred", colours.accent) if filled else ("star", colours.muted)
        painter.drawPixmap(place.topLeft(), pixmap(name, colour, _STAR, painter.device().devicePixelRatioF()))


def star_rect(row: QRect) -> QRect:
    """Where the star of a row is drawn and clicked."""
    return QRect(row.right() - _STAR - _PADDING, row.top() + _PADDING + 2, _STAR, _STAR)


def _text_rect(row: QRect) -> QRect:
    return row.adjusted(_SIDE + 20, 0, -_STAR - _PADDING - 6, 0)


def _lines(option: QStyleOptionViewItem, index: _Index) -> list[tuple[str, QFont]]:
    """The lines of a row that say something, each with its font."""
    bold, small = _fonts(option)
    lines = [
        (str(index.data(Qt.ItemDataRole.DisplayRole)), bold),
        (str(index.data(SUBTITLE) or ""), small),
        (str(index.data(DETAILS) or ""), small),
    ]
    return [(said, font) for said, font in lines if said]


def _fonts(option: QStyleOptionViewItem) -> tuple[QFont, QFont]:
    """Of the title, and of what stands below it."""
    bold, small = QFont(option.font), QFont(option.font)
    bold.setWeight(QFont.Weight.DemiBold)
    if small.pixelSize() > 0:
        small.setPixelSize(round(small.pixelSize() * _SMALLER))
    else:
        small.setPointSizeF(small.pointSizeF() * _SMALLER)
    return bold, small


def _editable(index: _Index) -> bool:
    return bool(index.flags() & Qt.ItemFlag.ItemIsEditable)


def _paint_thumbnail(painter: QPainter, rect: QRect, image: QImage) -> None:
    square = QRectF(rect.left() + 8, rect.center().y() - _SIDE / 2 + 0.5, _SIDE, _SIDE)
    path = QPainterPath()
    path.addRoundedRect(square, 7, 7)
    painter.setClipPath(path)
    painter.drawImage(square, image)
    painter.setClipping(False)
