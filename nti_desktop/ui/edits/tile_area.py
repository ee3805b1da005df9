"""The grid of variations: as many in a row as there is room for, scrolling."""

from __future__ import annotations

from nti_desktop.ui.edits.tile import Tile
from nti_desktop.ui.look.flow_area import FlowArea

_GAP = 10


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
        self.verticalScrollBar().setValue(0)
        return self.tiles
