"""The lines of chips: as high as they need, and no higher than some lines, beyond which they scroll."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from nti_desktop.ui.look.flow_layout import FlowLayout

_GAP = 6


class ChipArea(QScrollArea):
    """Holds widgets in a `FlowLayout` and follows its height; `line` is the least height of a line."""

    def __init__(self, most_lines: int, line: int) -> None:
        super().__init__()
        self._most_lines, self._line = most_lines, line
        self.flow = FlowLayout(_GAP)
        self._inner = QWidget()
        self._inner.setLayout(self.flow)
        self._inner.installEventFilter(self)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._inner.setAutoFillBackground(False)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Chips came, went or changed their size."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._follow()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other lines."""
        super().resizeEvent(event)
        self._follow()

    def _follow(self) -> None:
        line = max(self._line, self.flow.minimumSize().height())
        needed = max(self.flow.heightForWidth(self.viewport().width()), line)
        self._inner.setMinimumHeight(needed)
        self.setFixedHeight(min(needed, self._most_lines * (line + _GAP) - _GAP))
