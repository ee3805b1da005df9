"""Mask commands: the brush, its controls and the document's masks for the next edit."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, QRectF, Slot

from nti_desktop.document.photo import Photo
from nti_desktop.document.state import EditMasks
from nti_desktop.ui.canvas.edit_layers import rect_of
from nti_desktop.ui.canvas.mask_tool import MaskTool
from nti_desktop.ui.canvas.mask_tray import MaskTray
from nti_desktop.ui.canvas.paint import Veil
from nti_desktop.ui.canvas.painting import KINDS, Kind, Painting
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.session import Session
from nti_desktop.ui.window import MainWindow

_TOOL_ACTIONS = ("mask_erase", "brush_smaller", "brush_larger", "mask_invert", "mask_clear")


class MaskCommands(QObject):
    """Every stroke becomes a step of the document's history, so that undo takes back strokes as all else."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__()
        self._session = session
        self._canvas, self._actions = window.canvas, window.actions_
        self.tool = MaskTool()
        self.tray = MaskTray(window.actions_)
        self._painting: Painting | None = None
        self._masks: EditMasks | None = None  # what was painted from
        self._photo: Photo | None = None
        self._rect = QRectF()
        self._canvas.add_tray(self.tray, beside=True)
        self._connect()
        self.tray.brush_size.setValue(self.tool.size)
        self.tray.softness.setValue(self.tool.soft)
        self.refresh()

    @property
    def on(self) -> bool:
        """Whether the brush is in hand."""
        return self._actions["mask"].isChecked()

    @Slot()
    def refresh(self) -> None:
        """Take over the document's masks, unless they are the ones just painted."""
        project = self._session.document.project
        self._say(project.draft_masks is not None)
        size = project.mask_size
        if self.on and (size is None or project.inversion is None):
            self._actions["mask"].setChecked(False)
        if not self.on or size is None or project.crop is None or self.tool.busy:
            return
        rect = rect_of(project.crop)
        known = self._painting is not None and self._painting.size == size and rect == self._rect
        if not known or project.photo is not self._photo or project.draft_masks is not self._masks:
            self._photo, self._rect = project.photo, rect
            self._load(size, project.draft_masks, rect)

    def _connect(self) -> None:
        actions = self._actions
        actions["mask"].toggled.connect(self._turn)
        for name, slot in {
            "mask_erase": self._set_erase,
            "brush_smaller": self._shrink,
            "brush_larger": self._grow,
            "mask_invert": self._invert,
            "mask_clear": self._clear,
        }.items():
            actions[name].triggered.connect(slot)
            actions[name].setEnabled(False)
        self.tool.painted.connect(self._canvas.patch_veils)
        self.tool.stroke_done.connect(self._keep)
        self.tray.brush_size.valueChanged.connect(self._set_size)
        self.tray.softness.valueChanged.connect(self._set_soft)
        self.tray.kind_chosen.connect(self._choose)
        self.tray.done.clicked.connect(self._put_away)
        self._canvas.left_tool.connect(self._put_away)
        self._session.changed.connect(self.refresh)

    @Slot(bool)
    def _turn(self, on: bool) -> None:
        for name in _TOOL_ACTIONS:
            self._actions[name].setEnabled(on)
        self.tray.setVisible(on)
        self._canvas.set_brush(self.tool if on else None)
        if on:
            self._canvas.setFocus()
            self.refresh()
        else:
            self._painting = None
            self.tool.use(None, QRectF(0, 0, 1, 1))
            self._canvas.set_veils(())

    def _say(self, painted: bool) -> None:
        """A mask that goes with the next edit must not be forgotten."""
        action = self._actions["mask"]
        action.setIconText(f" {action.text()} •" if painted else f" {action.text()}")
        action.setStatusTip(tr("A painted mask goes with the next edit") if painted else "")

    @Slot()
    def _put_away(self) -> None:
        self._actions["mask"].setChecked(False)

    def _load(self, size: tuple[int, int], masks: EditMasks | None, rect: QRectF) -> None:
        self._painting, self._masks = Painting(size, masks), masks
        self.tool.use(self._painting, rect)
        self._show_veils()

    def _show_kind(self) -> None:
        used = self._painting.used if self._painting is not None else ()
        self.tray.show_kind(self.tool.kind, used)

    @Slot()
    def _keep(self) -> None:
        if self._painting is not None:
            self._masks = self._painting.given()
            self._session.document.set_draft_masks(self._masks)
            self._show_kind()

    @Slot(str)
    def _choose(self, kind: str) -> None:
        self.tool.kind = cast(Kind, kind)
        self._show_veils()
        self._canvas.setFocus()

    @Slot(bool)
    def _set_erase(self, erase: bool) -> None:
        self.tool.erase = erase

    @Slot(int)
    def _set_size(self, size: int) -> None:
        self.tool.size = size
        self._canvas.brush_changed()

    @Slot(int)
    def _set_soft(self, soft: int) -> None:
        self.tool.soft = soft
        self._canvas.brush_changed()

    @Slot()
    def _shrink(self) -> None:
        self.tray.brush_size.setValue(self.tool.resize(larger=False))

    @Slot()
    def _grow(self) -> None:
        self.tray.brush_size.setValue(self.tool.resize(larger=True))

    @Slot()
    def _invert(self) -> None:
        if self._painting is not None:
            self._painting.invert(self.tool.kind)
            self._redraw()

    @Slot()
    def _clear(self) -> None:
        if self._painting is not None:
            self._painting.clear(self.tool.kind)
            self._redraw()

    def _redraw(self) -> None:
        self._show_veils()
        self._keep()

    def _show_veils(self) -> None:
        """Those with paint, and the one that is painted on: each costs time at every stroke."""
        if self._painting is not None:
            shown = {*self._painting.used, self.tool.kind}
            images = self._painting.images
            self._canvas.set_veils([Veil(images[kind], self.tool.rect) for kind in KINDS if kind in shown])
            self._show_kind()
