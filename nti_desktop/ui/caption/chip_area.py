"""The lines of chips: as high as they need, and no higher than some lines, beyond which they scroll."""

from __future__ import annotations

from nti_desktop.ui.look.flow_area import FlowArea

_GAP = 6


class ChipArea(FlowArea):
    """As high as its chips; `line` is the least height of a line."""

    def __init__(self, most_lines: int, line: int) -> None:
        super().__init__(_GAP)
        self._most_lines, self._line = most_lines, line
        self._follow()

    def _follow(self) -> None:
        super()._follow()
        self.setFixedHeight(min(self._needed(), self._most_lines * (self._one_line() + _GAP) - _GAP))

    def _needed(self) -> int:
        return max(super()._needed(), self._one_line())

    def _one_line(self) -> int:
        return max(self._line, self.flow.minimumSize().height())
