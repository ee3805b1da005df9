"""The list of edits with thumbnails."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from nti_desktop.document.state import Project
from nti_desktop.ui.edits.model import SUBTITLE, EditsModel
from nti_desktop.ui.look.parts import label
from nti_desktop.ui.look.theme import Theme

_HEIGHT = 64
_SIDE = 48


class EditsPanel(QWidget):
    """Signals: `selected` (edit id, or None for the photo); `deleted` (edit id)."""

    selected = Signal(object)
    deleted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = EditsModel()
        self.list = _List()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Delegate(theme, self.list))
        self.list.setAccessibleName("Edits")
        self.list.setToolTip("Click an edit to see it and to go on from it; Delete removes it")
        self.list.clicked.connect(self._clicked)
        self.list.activated.connect(self._clicked)
        self.list.addAction(self._delete_action())
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label("Edits", "section"))
        layout.addWidget(self.list, 1)

    def show_project(self, project: Project) -> None:
        """Render the edits and which one is shown."""
        self.model.show_project(project)
        row = self.model.row_of(project.current_edit)
        if row >= 0 and self.list.currentIndex().row() != row:
            self.list.setCurrentIndex(self.model.index(row))
            self.list.scrollTo(self.model.index(row))

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self.selected.emit(self.model.rows[index.row()].edit_id)

    def _delete_action(self) -> QAction:
        action = QAction("Delete this edit", self)
        action.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self._delete)
        return action

    @Slot()
    def _delete(self) -> None:
        index = self.list.currentIndex()
        edit_id = self.model.rows[index.row()].edit_id if index.isValid() else None
        if edit_id is not None:
            self.deleted.emit(edit_id)


class _List(QListView):
    """A list in which the arrows do what clicks do."""

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setSpacing(2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows show what they reach."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            self.clicked.emit(self.currentIndex())


class _Delegate(QStyledItemDelegate):
    """Thumbnail, title, caption."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """All rows are as high."""
        return QSize(0, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, rect, selected, bool(state & QStyle.StateFlag.State_MouseOver))
        _paint_thumbnail(painter, rect, index.data(Qt.ItemDataRole.DecorationRole))
        self._paint_text(painter, rect, index, selected)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, selected: bool, hovered: bool) -> None:
        colours = self._theme.colours
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft if selected else colours.hover))
            painter.drawRoundedRect(rect, 9, 9)

    def _paint_text(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex, selected: bool
    ) -> None:
        colours = self._theme.colours
        text = rect.adjusted(_SIDE + 20, 0, -10, 0)
        title_colour = colours.accent_ink if selected else colours.text
        lines = (
            (Qt.ItemDataRole.DisplayRole, 13, True, title_colour, -10),
            (SUBTITLE, 12, False, colours.muted, 10),
        )
        for role, size, bold, colour, shift in lines:
            font = QFont()
            font.setPixelSize(size)
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            said = QFontMetrics(font).elidedText(
                str(index.data(role)), Qt.TextElideMode.ElideRight, text.width()
            )
            painter.drawText(
                text.translated(0, shift), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said
            )


def _paint_thumbnail(painter: QPainter, rect: QRect, image: QImage) -> None:
    square = QRectF(rect.left() + 8, rect.center().y() - _SIDE / 2 + 0.5, _SIDE, _SIDE)
    path = QPainterPath()
    path.addRoundedRect(square, 7, 7)
    painter.setClipPath(path)
    painter.drawImage(square, image)
    painter.setClipping(False)
