"""Edits as layers over the photo: at the model's size at once, merged at full resolution a little later."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Signal

from nti_desktop.document.export import merge_full_resolution
from nti_desktop.document.photo import Crop, Photo
from nti_desktop.document.state import EditRecord, Project
from nti_desktop.engine.results import EditResult, Inversion
from nti_desktop.errors import UserError
from nti_desktop.ui.canvas.paint import Layer
from nti_desktop.ui.canvas.pictures import Picture, picture
from nti_desktop.ui.tasks import Tasks


class EditLayers(QObject):
    """Keeps the layers of the edits that are shown, and of no others: at full resolution they are large.

    Signals:
        ready: an edit is there at full resolution now.
    """

    ready = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._layers: dict[str, tuple[EditRecord, Layer]] = {}

    def keep(self, edits: set[str]) -> list[Layer]:
        """Forget the layers of all other edits, and return those."""
        return [self._layers.pop(edit_id)[1] for edit_id in set(self._layers) - edits]

    def layer(self, project: Project, edit: EditRecord | None) -> Layer | None:
        """An edit as well as it can be shown by now; None where there is nothing to show."""
        if edit is None or project.crop is None or project.photo is None:
            return None
        known = self._layers.get(edit.id)
        if known is not None and known[0].result is edit.result:
            return known[1]
        made = Layer(picture(edit.result.image), rect_of(project.crop), soft=True)
        self._layers[edit.id] = (edit, made)
        inversion = project.inversion_of(edit.inversion_id)
        if inversion is not None:
            self._tasks.start(self._merge(edit, project.photo, project.crop, inversion))
        return made

    async def _merge(self, edit: EditRecord, photo: Photo, crop: Crop, inversion: Inversion) -> None:
        try:
            made = await self._tasks.in_thread(self._merged, edit, photo, crop, inversion)
        except UserError:
            return  # the small picture stays; export says what is wrong
        if made is not None and self._wants(edit):
            self._layers[edit.id] = (edit, Layer(made, QRectF(0, 0, made.width, made.height)))
            self.ready.emit()

    def _merged(self, edit: EditRecord, photo: Photo, crop: Crop, inversion: Inversion) -> Picture | None:
        """In a thread: None when another edit is wanted by now."""
        if not self._wants(edit):
            return None
        result: EditResult = edit.result
        return picture(merge_full_resolution(photo, crop, inversion, result), photo.alpha)

    def _wants(self, edit: EditRecord) -> bool:
        known = self._layers.get(edit.id)
        return known is not None and known[0].result is edit.result


def rect_of(crop: Crop) -> QRectF:
    """A crop as the canvas counts."""
    return QRectF(crop.x, crop.y, crop.width, crop.height)
