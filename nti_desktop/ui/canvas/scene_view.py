"""What lies in the canvas, as it is set from outside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Slot

from nti_desktop.ui.canvas.paint import Layer, Overlay, Veil
from nti_desktop.ui.canvas.stage import Stage
from nti_desktop.ui.look.theme import Theme


class SceneView(Stage):
    """Takes the photo, what became of it, and what is laid over both."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._frame: QRectF | None = None
        self._frame_movable = False
        self._note = ""
        self._names: tuple[str, str] | None = None

    @property
    def overlay(self) -> Overlay | None:
        """The attention shown, if any."""
        return self._scene.overlay

    @property
    def result(self) -> Layer | None:
        """What lies over the photo, if anything."""
        return self._scene.result

    @property
    def left(self) -> Layer | None:
        """What the result is compared with, where that is not the photo."""
        return self._scene.left

    @property
    def frame(self) -> QRectF | None:
        """The part of the photo that the model sees, where it is shown."""
        return self._frame

    @property
    def note(self) -> str:
        """What is said in a corner."""
        return self._note

    def set_photo(self, layer: Layer | None) -> None:
        """Show another photo."""
        self._scene.photo = layer
        for sheet in self._sheets.values():
            sheet.clear()
        self._arrange()

    def set_result(self, layer: Layer | None) -> None:
        """Show what became of the photo, or of a part of it."""
        if layer is not self._scene.result:
            self._scene.result = layer
            self._touch()
            self._split()

    def set_left(self, layer: Layer | None, names: tuple[str, str] | None = None) -> None:
        """Compare the result with this instead of the photo, and say what the two are."""
        if layer is not self._scene.left or names != self._names:
            self._scene.left, self._names = layer, names
            self._touch()

    def set_frame(self, frame: QRectF | None, movable: bool = False) -> None:
        """Dim what lies outside a part of the photo; it may be moved and resized."""
        if (frame, movable) != (self._frame, self._frame_movable):
            self._frame, self._frame_movable = frame, movable
            self._split()

    def set_note(self, note: str) -> None:
        """A word on what is seen, in a corner."""
        if note != self._note:
            self._note = note
            self._show_soon()

    def set_overlay(self, overlay: Overlay | None) -> None:
        """Lay attention over the photo."""
        if overlay is not self._scene.overlay:
            self._scene.overlay = overlay
            self._touch()

    @Slot(int)
    def set_opacity(self, percent: int) -> None:
        """How strongly attention covers the photo."""
        if percent / 100 != self._scene.opacity:
            self._scene.opacity = percent / 100
            self._touch()

    def set_veils(self, veils: Sequence[Veil]) -> None:
        """Lay painted masks over the photo."""
        self._scene.veils = tuple(veils)
        self._touch()

    def patch_veils(self, rect: QRectF) -> None:
        """The masks changed within a rectangle of the photo."""
        self._patch(rect)

    def _split(self) -> None:
        """What is shown together may be another now; the canvas decides."""
        self._show_soon()
