"""Keys beside what they do: a list that is as high as its lines need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHideEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nti_desktop.ui.look.drawn_rows import DrawnRows
from nti_desktop.ui.look.parts import bold_and_small
from nti_desktop.ui.look.theme import Theme

_PAD_X, _PAD_Y = 8, 3  # around the name of a key
_BETWEEN_KEYS, _BETWEEN, _BETWEEN_LINES = 6, 20, 12
_NARROWEST = 320  # of the words
_MOST_WIDTHS = 50  # whose heights are kept: a window that is made larger goes through many
_WRAPPED = int(Qt.TextFlag.TextWordWrap)

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class KeyLine:
    """Keys, what they do in a word or two, and in a sentence ("" for none)."""

    keys: tuple[str, ...]
    name: str
    why: str = ""

    @property
    def spoken(self) -> str:
        """As a screen reader says it."""
        said = ": ".join(part for part in (self.name, self.why) if part)
        return f"{', '.join(self.keys)}: {said}"


class KeyList(QListView):
    """Shows lines; whoever holds it scrolls."""

    def __init__(self, lines: Sequence[KeyLine], theme: Theme) -> None:
        super().__init__()
        self._delegate = _KeyDelegate(tuple(lines), theme, self)
        self._lines = _Lines(tuple(lines), self)
        self.setModel(self._lines)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setToolTip("")
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # the page scrolls

    def heightForWidth(self, width: int) -> int:
        """Of all lines."""
        return self._delegate.measures(self.font()).whole(width)

    def sizeHint(self) -> QSize:
        """At the width it has."""
        least = self._delegate.measures(self.font()).begin + _NARROWEST
        return QSize(least, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Nothing is cut off."""
        return self.sizeHint()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep nothing that is not seen."""
        super().hideEvent(event)
        self._delegate.drawn.forget()


class _Lines(QAbstractListModel):
    def __init__(self, lines: tuple[KeyLine, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = lines

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        texts = {Qt.ItemDataRole.DisplayRole: line.name, Qt.ItemDataRole.AccessibleTextRole: line.spoken}
        return texts.get(Qt.ItemDataRole(role))


class _Measures:
    """What lines take in a font; where a text fits on one line, nothing is laid out to know its height."""

    def __init__(self, lines: tuple[KeyLine, ...], font: QFont) -> None:
        self.bold, self.small = bold_and_small(font)
        self._of_bold, self._of_small = QFontMetrics(self.bold), QFontMetrics(self.small)
        self._lines = lines
        self.cap = self._of_small.height() + 2 * _PAD_Y
        self.keys = [
            [self._of_small.horizontalAdvance(key) + 2 * _PAD_X for key in line.keys] for line in lines
        ]
        self.begin = _BETWEEN + max(sum(wide) + _BETWEEN_KEYS * (len(wide) - 1) for wide in self.keys)
        self._widths = [
            (self._of_bold.horizontalAdvance(line.name), self._of_small.horizontalAdvance(line.why))
            for line in lines
        ]
        self._heights: dict[int, list[tuple[int, int]]] = {}
        self._whole: dict[int, int] = {}

    def heights(self, width: int) -> list[tuple[int, int]]:
        """Of each line's name and explanation, in a list so wide."""
        if width not in self._heights:
            room = max(width - self.begin, 1)
            if len(self._heights) >= _MOST_WIDTHS:
                self._heights.clear()
                self._whole.clear()
            self._heights[width] = [
                (
                    _height(self._of_bold, line.name, name, room),
                    _height(self._of_small, line.why, why, room),
                )
                for line, (name, why) in zip(self._lines, self._widths, strict=True)
            ]
        return self._heights[width]

    def whole(self, width: int) -> int:
        """The height of all lines with the room between them; layouts ask often."""
        if width not in self._whole:
            rows = (self.row(place, width) for place in range(len(self._lines)))
            self._whole[width] = sum(rows) - _BETWEEN_LINES
        return self._whole[width]

    def row(self, place: int, width: int) -> int:
        """The height of a line, and of the room below it."""
        return max(self.cap, sum(self.heights(width)[place])) + _BETWEEN_LINES


class _KeyDelegate(QStyledItemDelegate):
    """The words begin where the widest keys end."""

    def __init__(self, lines: tuple[KeyLine, ...], theme: Theme, view: KeyList) -> None:
        super().__init__(view)
        self._lines, self._theme, self._view = lines, theme, view
        self._measures: dict[str, _Measures] = {}  # by font
        self.drawn = DrawnRows(view, len(lines))

    def measures(self, font: QFont) -> _Measures:
        """In a font."""
        key = font.key()
        if key not in self._measures:
            self._measures[key] = _Measures(self._lines, font)
        return self._measures[key]

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """A line and the room below it, at the width that the view has."""
        return QSize(0, self.measures(option.font).row(index.row(), self._view.viewport().width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Put a line in its place, or leave it to the next turn."""
        rect, ratio = QRect(option.rect), painter.device().devicePixelRatioF()
        look = (index.row(), rect.width(), option.font.key(), self._theme.colours, ratio)
        drawn = self.drawn.find(look)
        if drawn is None and self.drawn.has_time(index):
            drawn = QPixmap(rect.size() * ratio)
            drawn.setDevicePixelRatio(ratio)
            drawn.fill(QColor(self._theme.colours.panel))
            self._draw(drawn, QRect(QPoint(), rect.size()), index.row(), self.measures(option.font))
            self.drawn.keep(look, drawn)
        if drawn is not None:
            painter.drawPixmap(rect.topLeft(), drawn)

    def _draw(self, on: QPixmap, rect: QRect, place: int, measures: _Measures) -> None:
        """Keys as caps, then the words."""
        line, colours = self._lines[place], self._theme.colours
        rect.setHeight(rect.height() - _BETWEEN_LINES)
        painter = QPainter(on)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(measures.small)
        self._paint_keys(painter, rect, line, measures.keys[place], measures.cap)
        name, why = measures.heights(rect.width())[place]
        words = rect.adjusted(measures.begin, (rect.height() - name - why) // 2, 0, 0)
        if line.why:
            painter.setPen(QColor(colours.muted))
            painter.drawText(words.adjusted(0, name, 0, 0), _WRAPPED, line.why)
        painter.setFont(measures.bold)
        painter.setPen(QColor(colours.text))
        painter.drawText(words, _WRAPPED, line.name)
        painter.end()

    def _paint_keys(
        self, painter: QPainter, rect: QRect, line: KeyLine, widths: list[int], high: int
    ) -> None:
        colours, left = self._theme.colours, rect.left()
        border, text = QColor(colours.border_strong), QColor(colours.text)
        painter.setBrush(QColor(colours.window))
        for key, wide in zip(line.keys, widths, strict=True):
            cap = QRect(left, rect.center().y() - high // 2, wide, high)
            painter.setPen(border)
            painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setPen(text)
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            left += wide + _BETWEEN_KEYS


def _height(metrics: QFontMetrics, text: str, width: int, room: int) -> int:
    if width <= room:
        return metrics.height() if text else 0
    return metrics.boundingRect(0, 0, room, 10_000, _WRAPPED, text).height()
