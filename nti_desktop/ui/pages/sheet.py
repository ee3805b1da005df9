"""A page in the window, with a title and a way back; nothing behind it stops."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from nti_desktop.ui.look.column_area import ColumnArea
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.icons import icon
from nti_desktop.ui.look.parts import Ground, label
from nti_desktop.ui.look.theme import Theme
from nti_desktop.ui.look.turns import Turns

_WIDEST = 760
_SCROLLS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}
_NARROWEST = 600  # of a window of the least width; less would make the page's height a guess


class Sheet(QWidget):
    """Holds `content`, a column that scrolls when the window is too low for it.

    Signals:
        closed: the person wants back to the photo.
    """

    closed = Signal()

    def __init__(self, title: str, theme: Theme, widest: int = _WIDEST) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self._theme = theme
        self.back = QToolButton()
        self.back.setToolTip(tr("Back to the photo (Escape)"))
        self.back.setAccessibleName(tr("Back to the photo"))
        self.back.setIconSize(QSize(20, 20))
        self.back.clicked.connect(self.closed)
        self.content = QVBoxLayout()
        self.content.setContentsMargins(0, 0, 0, 32)
        self.content.setSpacing(16)
        self._turns = Turns(self)
        self._arrange(title, widest)
        theme.changed.connect(self._dress_back)
        self._dress_back()

    @property
    def filled(self) -> bool:
        """Whether all that belongs on the page is there."""
        return not self._turns.busy

    def fill(self, parts: Iterator[object]) -> None:
        """Go on making the page while it is shown, part by part: all at once would hold the window."""
        self._turns.take(parts)

    def event(self, event: QEvent) -> bool:
        """Escape belongs to the page, not to the job behind it."""
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_key and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back; what is longer than the window is scrolled."""
        scroll = _SCROLLS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif scroll is not None:
            self._scrolled.verticalScrollBar().triggerAction(scroll)
        else:
            super().keyPressEvent(event)

    def _arrange(self, title: str, widest: int) -> None:
        holder = QWidget()
        holder.setMaximumWidth(widest)
        holder.setMinimumWidth(_NARROWEST)
        column = QVBoxLayout(holder)
        column.setContentsMargins(24, 20, 24, 0)
        column.setSpacing(20)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.back)
        top.addWidget(label(title, "title"))
        top.addStretch(1)
        column.addLayout(top)
        column.addLayout(self.content)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._scrolled = _scrolling(holder)
        row.addWidget(self._scrolled)

    @Slot()
    def _dress_back(self) -> None:
        self.back.setIcon(icon("back", self._theme.colours))


def section(title: str) -> tuple[QFrame, QVBoxLayout]:
    """A card with a heading, and the column in it."""
    card = QFrame()
    card.setProperty("look", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 16, 20, 18)
    column.setSpacing(12)
    if title:
        column.addWidget(label(title, "heading"))
    return card, column


def _scrolling(holder: QWidget) -> ColumnArea:
    """`holder` in the middle, scrolling where it must."""
    middle = Ground()
    row = QHBoxLayout(middle)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(holder, 1000)
    row.addStretch(1)
    return ColumnArea(middle)
