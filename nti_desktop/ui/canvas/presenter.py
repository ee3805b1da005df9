"""Decides what the canvas shows: the photo, the running job's picture, the chosen edit, a word's map."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Slot

from nti_desktop.document.export import merge_full_resolution
from nti_desktop.document.photo import Crop, Photo
from nti_desktop.document.state import EditRecord, Project
from nti_desktop.engine.results import ImageArray
from nti_desktop.errors import UserError
from nti_desktop.ui.canvas.attention import AttentionMaps
from nti_desktop.ui.canvas.canvas import Canvas
from nti_desktop.ui.canvas.paint import Layer
from nti_desktop.ui.canvas.pictures import Picture, picture
from nti_desktop.ui.caption.draft import Chip
from nti_desktop.ui.files.files import PartsOfEdit, parts_of_edit
from nti_desktop.ui.session import Session

PREVIEW_NOTES = {"invert": "Reconstruction so far", "edit": "Edit so far"}
FRAME_NOTE = "The part inside the frame can be edited; drag the frame to move it"


class CanvasPresenter(QObject):
    """Renders the session on a canvas; what takes long is prepared in a thread, the latest wins."""

    def __init__(self, session: Session, canvas: Canvas) -> None:
        super().__init__()
        self._session = session
        self._canvas = canvas
        self._maps = AttentionMaps()
        self._maps_on = True
        self._pointed: Chip | None = None
        self._photo: Photo | None = None
        self._edit: EditRecord | None = None
        self._edit_layer: Layer | None = None
        session.changed.connect(self.refresh)
        session.jobs.changed.connect(self.refresh)
        session.jobs.previewed.connect(self._previewed)
        canvas.frame_moved.connect(self._place_frame)

    @Slot()
    def refresh(self) -> None:
        """Bring the canvas up to date."""
        project = self._session.document.project
        if project.photo is not self._photo:
            self._photo = project.photo
            self._canvas.set_photo(None)
            if project.photo is not None:
                self._session.tasks.start(self._show_photo(project.photo))
        self._show_edit(project)
        self._canvas.set_frame(self._frame(project), self._crops(project) and self._session.can_place_crop)
        job = self._session.jobs.current
        if job is None:
            self._canvas.set_result(self._edit_layer)
            self._canvas.set_note(FRAME_NOTE if self._crops(project) and self._session.can_place_crop else "")
        elif job.kind == "invert" and not job.losses:
            self._canvas.set_result(None)
        self._show_map()

    @Slot(object)
    def point_at(self, chip: Chip | None) -> None:
        """Show the map of a word, or none."""
        self._pointed = chip
        self._show_map()

    @Slot(bool)
    def turn_maps(self, on: bool) -> None:
        """Whether pointing at a word shows its map."""
        self._maps_on = on
        self._show_map()

    @Slot(object)
    def _previewed(self, image: ImageArray) -> None:
        crop, job = self._session.crop, self._session.jobs.current
        if crop is not None and job is not None:
            self._canvas.set_result(Layer(picture(image), rect_of(crop), soft=True))
            self._canvas.set_note(PREVIEW_NOTES[job.kind])

    @Slot(QPointF)
    def _place_frame(self, corner: QPointF) -> None:
        self._session.place_crop(corner.x(), corner.y())

    def _frame(self, project: Project) -> QRectF | None:
        job = self._session.jobs.current
        crop = self._session.crop
        inverting = job is not None and job.kind == "invert"
        describing = project.inversion is None and project.edit is None
        return rect_of(crop) if crop is not None and (inverting or describing) else None

    def _crops(self, project: Project) -> bool:
        """Whether a frame in sight leaves a part of the photo out."""
        frame, photo = self._frame(project), project.photo
        return frame is not None and photo is not None and frame.size().toTuple() != photo.size

    def _show_map(self) -> None:
        project = self._session.document.project
        chip = self._pointed if self._maps_on else None
        if chip is None or project.inversion is None or project.crop is None:
            self._canvas.set_overlay(None)
        else:
            self._canvas.set_overlay(self._maps.overlay(project.inversion, chip, rect_of(project.crop)))

    def _show_edit(self, project: Project) -> None:
        if project.edit is self._edit:
            return
        self._edit, self._edit_layer = project.edit, None
        if project.edit is not None and project.crop is not None:
            self._edit_layer = Layer(picture(project.edit.result.image), rect_of(project.crop), soft=True)
            self._session.tasks.start(self._merge(project, project.edit))

    async def _show_photo(self, photo: Photo) -> None:
        made = await self._session.tasks.in_thread(picture, photo.pixels)
        if photo is self._photo:
            self._canvas.set_photo(Layer(made, QRectF(0, 0, made.width, made.height)))

    async def _merge(self, project: Project, edit: EditRecord) -> None:
        """Replace the edit at the model's size by the edit at full resolution."""
        parts = parts_of_edit(project)
        if parts is None:
            return
        try:
            made = await self._session.tasks.in_thread(self._merged, edit, parts)
        except UserError:
            return  # the small picture stays; export says what is wrong
        if made is not None and edit is self._edit:
            self._edit_layer = Layer(made, QRectF(0, 0, made.width, made.height))
            self.refresh()

    def _merged(self, edit: EditRecord, parts: PartsOfEdit) -> Picture | None:
        """In a thread: the edit at full resolution; None when another is wanted by now."""
        return picture(merge_full_resolution(*parts)) if edit is self._edit else None


def rect_of(crop: Crop) -> QRectF:
    """A crop as the canvas counts."""
    return QRectF(crop.x, crop.y, crop.width, crop.height)
