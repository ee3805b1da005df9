"""The grid of variations: as many in a row as there is room for, scrolling."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from nti_desktop.ui.edits.tile import Tile
from nti_desktop.ui.look.flow_layout import FlowLayout

_GAP = 10


class TileArea(QScrollArea):
    """Attributes: `tiles`, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.tiles: list[Tile] = []
        self._flow = FlowLayout(_GAP)
        self._inner = QWidget()
        self._inner.setLayout(self._flow)
        self._inner.installEventFilter(self)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._inner.setAutoFillBackground(False)

    def show_values(self, values: tuple[str, ...]) -> list[Tile]:
        """Put a new tile for each value in the place of all that were there."""
        for gone in self.tiles:
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.tiles = [Tile(place, value) for place, value in enumerate(values)]
        for tile in self.tiles:
            self._flow.addWidget(tile)
        self.verticalScrollBar().setValue(0)
        return self.tiles

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tiles came or went."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._follow()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other rows."""
        super().resizeEvent(event)
        self._follow()

    def _follow(self) -> None:
        self._inner.setMinimumHeight(self._flow.heightForWidth(self.viewport().width()))
