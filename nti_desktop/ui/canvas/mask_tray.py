"""The mask brush's controls: what the mask means, the brush, and what can be done to the whole mask."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)

from nti_desktop.ui.actions import Actions
from nti_desktop.ui.canvas.mask_tool import LEAST_SIZE, MOST_SIZE
from nti_desktop.ui.canvas.painting import KINDS, Kind, colour_of
from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.look.parts import button, label
from nti_desktop.ui.look.quiet_slider import QuietSlider

_KINDS: dict[Kind, tuple[str, str]] = {
    "own": (noop("Only here"), noop("The edit may change what you paint, and nothing else")),
    "added": (
        noop("Also here"),
        noop("The edit may change what you paint as well as what the app finds by the words"),
    ),
    "subtracted": (noop("Not here"), noop("The edit must leave what you paint as it is")),
}
_SWATCH = 12
_SLIDER = 64


class MaskTray(QFrame):
    """A narrow column, since a window has more room beside a photo than above it.

    Signals:
        kind_chosen: (kind) which mask to paint on.
    """

    kind_chosen = Signal(str)

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setProperty("look", "popover")
        self.kinds: dict[Kind, QToolButton] = {}
        self._group = QButtonGroup(self)
        self.brush_size = _slider(
            LEAST_SIZE, MOST_SIZE, tr("Size of the brush"), tr("Brush size (keys [ and ])")
        )
        self.softness = _slider(
            0, 100, tr("Softness of the brush"), tr("How far the brush fades towards its rim (feather)")
        )
        self.done = button(tr("Done"), "compact", tr("Put the brush away; the mask stays (Esc)"))
        self._arrange(actions)

    def show_kind(self, kind: Kind, used: tuple[Kind, ...]) -> None:
        """Mark the mask that is painted on, and say which ones have paint."""
        self.kinds[kind].setChecked(True)
        for name, made in self.kinds.items():
            text, tip = (tr(part) for part in _KINDS[name])
            made.setText(f" {text}")
            made.setToolTip(tr("{tip} (painted)").format(tip=tip) if name in used else tip)
            made.setIcon(_swatch(colour_of(name), name in used))

    def _arrange(self, actions: Actions) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(2)
        self._add_kinds(layout)
        layout.addSpacing(4)
        layout.addLayout(self._sliders())
        layout.addSpacing(4)
        layout.addLayout(self._whole_mask(actions))
        layout.addSpacing(4)
        layout.addWidget(self.done)

    def _add_kinds(self, layout: QVBoxLayout) -> None:
        for kind in KINDS:
            made = QToolButton()
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            made.setCheckable(True)
            made.setIconSize(QSize(_SWATCH, _SWATCH))
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            made.setAccessibleName(tr(_KINDS[kind][0]))
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(made)
            self.kinds[kind] = made
            layout.addWidget(made)
        self._group.buttonClicked.connect(self._clicked)

    def _sliders(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(5, 0, 5, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for row, (text, slider) in enumerate(((tr("Size"), self.brush_size), (tr("Soft"), self.softness))):
            grid.addWidget(label(text, "small"), row, 0)
            grid.addWidget(slider, row, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _whole_mask(self, actions: Actions) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        for name in ("mask_erase", "mask_invert", "mask_clear"):
            row.addWidget(_action_button(actions, name))
        return row

    @Slot(object)
    def _clicked(self, chosen: QToolButton) -> None:
        for kind, made in self.kinds.items():
            if made is chosen:
                self.kind_chosen.emit(kind)


def _slider(least: int, most: int, name: str, tip: str) -> QuietSlider:
    made = QuietSlider()
    made.setRange(least, most)
    made.setMinimumWidth(_SLIDER)
    made.setAccessibleName(name)
    made.setToolTip(tip)
    return made


def _action_button(actions: Actions, name: str) -> QToolButton:
    made = QToolButton()
    made.setDefaultAction(actions[name])
    made.setIconSize(QSize(18, 18))
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName(actions[name].text())
    return made


def _swatch(colour: QColor, full: bool) -> QIcon:
    """A disc in a mask's colour; hollow while nothing is painted."""
    drawn = QPixmap(2 * _SWATCH, 2 * _SWATCH)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    pen = painter.pen()
    pen.setColor(colour)
    pen.setWidth(4)
    painter.setPen(pen)
    painter.setBrush(colour if full else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(4, 4, 2 * _SWATCH - 8, 2 * _SWATCH - 8)
    painter.end()
    drawn.setDevicePixelRatio(2)
    return QIcon(drawn)
