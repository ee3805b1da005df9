"""Frame commands: what is done to the frame becomes the document's crop."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Slot

from nti_desktop.document.crop import Crop, Size, moved_crop, reshaped_crop
from nti_desktop.ui.canvas import frame
from nti_desktop.ui.canvas.canvas import Canvas
from nti_desktop.ui.canvas.shape_tray import ShapeTray
from nti_desktop.ui.session import Session


class FrameCommands(QObject):
    """Moves, resizes and reshapes the frame, as long as nothing was made of it."""

    def __init__(self, session: Session, canvas: Canvas) -> None:
        super().__init__()
        self._session = session
        self._tray = ShapeTray()
        canvas.add_tray(self._tray)
        canvas.frame_moved.connect(self._move)
        canvas.frame_pulled.connect(self._pull)
        canvas.frame_stepped.connect(self._step)
        self._tray.chosen.connect(self._reshape)
        session.changed.connect(self.refresh)
        session.jobs.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Offer the model's shapes while there is a choice."""
        model, crop = self._session.model, self._session.crop
        choice = self._session.can_place_crop and model is not None and len(model.shapes) > 1
        if choice and model is not None and crop is not None:
            self._tray.show_shapes(model.shapes, model.shape_for(crop.size))
        self._tray.setVisible(choice)

    @Slot(QPointF)
    def _move(self, corner: QPointF) -> None:
        crop, photo = self._parts()
        if crop is not None:
            self._session.set_crop(moved_crop(crop, corner.x(), corner.y(), photo))

    @Slot(object, QPointF)
    def _pull(self, corner: frame.Corner, to: QPointF) -> None:
        crop, photo = self._parts()
        if crop is not None:
            self._session.set_crop(frame.dragged(crop, corner, to, photo))

    @Slot(int, bool, bool)
    def _step(self, key: int, resize: bool, fine: bool) -> None:
        crop, photo = self._parts()
        if crop is not None:
            self._session.set_crop(frame.stepped(crop, key, resize, fine, photo))

    @Slot(int, int)
    def _reshape(self, width: int, height: int) -> None:
        crop, photo = self._parts()
        if crop is not None:
            self._session.set_crop(reshaped_crop(crop, (width, height), photo))

    def _parts(self) -> tuple[Crop | None, Size]:
        photo = self._session.document.project.photo
        return (None, (1, 1)) if photo is None else (self._session.crop, photo.size)
