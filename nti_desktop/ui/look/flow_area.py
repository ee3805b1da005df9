"""Widgets in lines, as many in each as there is room for, scrolling where there is none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from nti_desktop.ui.look.flow_layout import FlowLayout


class FlowArea(QScrollArea):
    """Attributes: `flow`, whose height the area follows."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self.flow = FlowLayout(gap)
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Widgets came, went or changed their size."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._follow()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other lines."""
        super().resizeEvent(event)
        self._follow()

    def _follow(self) -> None:
        self._inner.setMinimumHeight(self._needed())

    def _needed(self) -> int:
        return self.flow.heightForWidth(self.viewport().width())
