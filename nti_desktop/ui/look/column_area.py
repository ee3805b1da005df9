"""A column that scrolls upright where it must, and never sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ColumnArea(QScrollArea):
    """Its content is as wide as what is seen of it, and as high as it needs to be at that width.

    A scroll area by itself goes by the least size of its content, which is a guess where texts wrap.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The content wants another height."""
        if watched is self._content and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes another height."""
        self._fit()
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        """As high as the content at the present width."""
        return QSize(self.width(), self._content.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """No reason for the window to be large."""
        return QSize()

    def _fit(self) -> None:
        has_room = self._content.heightForWidth(self.width()) <= self.height()
        width = self.width() if has_room else self.viewport().width()  # without or with a scroll bar
        self._content.setFixedSize(width, max(self._content.heightForWidth(width), self.viewport().height()))
