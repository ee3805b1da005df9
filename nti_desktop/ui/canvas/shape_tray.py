"""The shapes that a model's pictures can have, to choose from before inversion."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton

from nti_desktop.document.crop import Size
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import label

_RATIOS = ((1, 1), (4, 3), (3, 2), (16, 9), (2, 1))


class ShapeTray(QFrame):
    """One button for each shape.

    Signals:
        chosen: (width, height), pixels of the model.
    """

    chosen = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "popover")
        self.buttons: dict[Size, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 4, 6, 4)
        self._layout.setSpacing(2)
        self._layout.addWidget(label(tr("Frame"), "small"))

    def show_shapes(self, shapes: Sequence[Size], chosen: Size) -> None:
        """Offer these, widest first, and mark the one in use."""
        wanted = sorted(shapes, key=lambda shape: -shape[0] / shape[1])
        if list(self.buttons) != wanted:
            self._fill(wanted)
        if chosen in self.buttons:
            self.buttons[chosen].setChecked(True)

    def _fill(self, shapes: Sequence[Size]) -> None:
        for old in self.buttons.values():
            self._group.removeButton(old)
            old.deleteLater()
        self.buttons = {}
        for shape in shapes:
            made = QToolButton()
            made.setText(ratio_name(shape))
            made.setCheckable(True)
            made.setToolTip(
                tr("A frame of this shape; the model sees {width} × {height} pixels of it").format(
                    width=shape[0], height=shape[1]
                )
            )
            made.setAccessibleName(tr("Frame of shape {shape}").format(shape=made.text()))
            self._group.addButton(made)
            self._layout.addWidget(made)
            self.buttons[shape] = made

    @Slot(object)
    def _clicked(self, button: QToolButton) -> None:
        for shape, made in self.buttons.items():
            if made is button:
                self.chosen.emit(*shape)


def ratio_name(shape: Size) -> str:
    """The usual name of a shape's aspect ratio, such as 4:3, or of the usual one next to it."""
    wide = shape[0] >= shape[1]
    wanted = math.log(max(shape) / min(shape))
    near = min(_RATIOS, key=lambda ratio: abs(math.log(ratio[0] / ratio[1]) - wanted))
    return f"{near[0]}:{near[1]}" if wide else f"{near[1]}:{near[0]}"
