"""The grid of variations: as many in a row as there is room for, a whole row in sight, scrolling."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from nti_desktop.ui.edits.tile import SIDE, Tile
from nti_desktop.ui.look.flow_area import FlowArea

_GAP = 10
_LEAST = 64


class TileArea(FlowArea):
    """Attributes: `tiles`, in order."""

    def __init__(self) -> None:
        super().__init__(_GAP)
        self.tiles: list[Tile] = []

    def show_values(self, values: tuple[str, ...]) -> list[Tile]:
        """Put a new tile for each value in the place of all that were there."""
        for gone in self.tiles:
            self.flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.tiles = [Tile(place, value) for place, value in enumerate(values)]
        for tile in self.tiles:
            self.flow.addWidget(tile)
        self._fit()
        self.verticalScrollBar().setValue(0)
        return self.tiles

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the pictures are smaller."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.tiles:
            tile = self.tiles[0]
            around = tile.sizeHint().height() - tile.picture.height()
            side = min(max(self.viewport().height() - around - 8, _LEAST), SIDE)
            for tile in self.tiles:
                tile.set_side(side)
