"""Decides what the canvas shows: the photo, the running job's picture, the chosen edit, a word's map."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, Signal, Slot

from nti_desktop.document.photo import Photo
from nti_desktop.document.state import EditRecord, Project
from nti_desktop.engine.results import ImageArray
from nti_desktop.ui.canvas.attention import AttentionMaps
from nti_desktop.ui.canvas.canvas import Canvas
from nti_desktop.ui.canvas.edit_layers import EditLayers, rect_of
from nti_desktop.ui.canvas.paint import Layer
from nti_desktop.ui.canvas.pictures import picture
from nti_desktop.ui.caption.draft import Chip
from nti_desktop.ui.edits.live import KEY as LIVE
from nti_desktop.ui.edits.rows import title_of
from nti_desktop.ui.jobs.progress import JobProgress
from nti_desktop.ui.jobs.wording import stage_name
from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.session import Session

PREVIEW_NOTES = {"invert": noop("Reconstruction so far"), "edit": noop("Edit so far")}
FRAME_NOTE = noop("The part inside the frame can be edited; drag the frame or its corners")


class CanvasPresenter(QObject):
    """Renders the session on a canvas; what takes long is prepared in a thread, the latest wins.

    Signals:
        pair_changed: other edits are compared now, or no two any more.
    """

    pair_changed = Signal()

    def __init__(self, session: Session, canvas: Canvas) -> None:
        super().__init__()
        self._session = session
        self._canvas = canvas
        self._maps = AttentionMaps()
        self._maps_on = True
        self._pointed: Chip | None = None
        self._pinned: tuple[Chip, ...] = ()
        self._pair: tuple[str, str] | None = None
        self._chosen: str | None = None  # the edit that was shown when the comparison of two began
        self._previewing: str | None = None  # the edit that the running job's picture hides
        self._photo: Photo | None = None
        self._photo_layer: Layer | None = None
        self._edits = EditLayers(session.tasks)
        self._edits.ready.connect(self.refresh)
        session.changed.connect(self.refresh)
        session.jobs.changed.connect(self.refresh)
        session.jobs.previewed.connect(self._previewed)

    @property
    def pair(self) -> tuple[str, str] | None:
        """The ids of the two edits that are compared, "" for the photo; None when no two are."""
        return self._pair

    @Slot()
    def refresh(self) -> None:
        """Bring the canvas up to date."""
        project = self._session.shown
        if project.photo is not self._photo:
            self._take_photo(project.photo)
        self._check_pair(project)
        gone: list[object] = [*self._edits.keep({project.current_edit or "", *(self._pair or ())})]
        self._show_result(project)
        self._session.tasks.let_go(gone)
        movable = self._session.can_place_crop
        self._canvas.set_frame(self._frame(project), movable)
        self._show_map()

    def compare(self, left: str, right: str) -> None:
        """Show two edits together, named by their ids, "" for the photo; two times "" ends it."""
        self._set_pair((left, right) if left != right else None)
        self._chosen = self._session.shown.current_edit
        if self._pair is not None and not self._session.settings.comparing:
            self._session.store.update(comparing=True)
        self.refresh()

    @Slot()
    def end_comparison(self) -> None:
        """Go back to the edit that is chosen."""
        if self._pair is not None:
            self.compare("", "")

    @Slot(object)
    def point_at(self, chip: Chip | None) -> None:
        """Show the map of a word, or none."""
        self._pointed = chip
        self._show_map()

    def pin(self, chips: Sequence[Chip]) -> None:
        """Keep the maps of several words in sight, each in a hue of its own."""
        self._pinned = tuple(chips)
        self._show_map()

    @Slot(bool)
    def turn_maps(self, on: bool) -> None:
        """Whether words show their maps."""
        self._maps_on = on
        self._show_map()

    @Slot(object)
    def _previewed(self, image: ImageArray) -> None:
        crop, job = self._session.crop, self._session.jobs.current
        if crop is not None and job is not None and self._pair is None and self._is_for_here(job):
            self._canvas.set_result(Layer(picture(image), rect_of(crop), soft=True))
            note = stage_name(job) if job.stage == "pivots" else tr(PREVIEW_NOTES[job.kind])
            self._canvas.set_note(note)
            self._previewing = self._session.shown.current_edit or ""

    def _is_for_here(self, job: JobProgress) -> bool:
        """Whether a job's picture belongs on the canvas: not over a trial that is looked at, nor where others
        show it."""
        others = self._session.jobs.request in self._session.claimed
        return job.key == LIVE or (self._session.trial is None and not others)

    def _take_photo(self, photo: Photo | None) -> None:
        gone: list[object] = [self._photo, self._photo_layer]
        self._photo, self._photo_layer = photo, None
        self._set_pair(None)
        self._pointed, self._pinned = None, ()
        self._canvas.set_photo(None)
        self._session.tasks.let_go(gone)
        if photo is not None:
            self._session.tasks.start(self._show_photo(photo))

    async def _show_photo(self, photo: Photo) -> None:
        made = await self._session.tasks.in_thread(picture, photo.pixels, photo.alpha)
        if photo is self._photo:
            self._photo_layer = Layer(made, QRectF(0, 0, made.width, made.height))
            self._canvas.set_photo(self._photo_layer)
            if self._session.settings.zoom == "actual":  # as the last one was chosen to be shown
                self._canvas.actual_size()

    def _check_pair(self, project: Project) -> None:
        """The comparison ends where one of the two is gone, or another edit is chosen."""
        known = {"", *(edit.id for edit in project.edits)}
        if self._pair is not None and (
            not known.issuperset(self._pair) or project.current_edit != self._chosen
        ):
            self._set_pair(None)

    def _set_pair(self, pair: tuple[str, str] | None) -> None:
        if pair != self._pair:
            self._pair = pair
            self.pair_changed.emit()

    def _show_result(self, project: Project) -> None:
        edit, job = project.edit, self._session.jobs.current
        if self._pair is not None:
            left, right = (self._side(project, edit_id) for edit_id in self._pair)
            self._canvas.set_left(left, (self._name(project, 0), self._name(project, 1)))
            self._canvas.set_result(right)
            return
        self._canvas.set_left(None)
        if job is None or (project.current_edit or "") != self._previewing:
            self._previewing = None
        if job is not None and job.kind == "invert":
            if not job.losses:
                self._canvas.set_result(None)
        elif self._previewing is None:
            self._canvas.set_result(self._edits.layer(project, edit))
            self._canvas.set_note(tr(FRAME_NOTE) if self._crops(project) else "")

    def _side(self, project: Project, edit_id: str) -> Layer | None:
        record = _edit_of(project, edit_id)
        return self._photo_layer if record is None else self._edits.layer(project, record)

    def _name(self, project: Project, side: int) -> str:
        record = _edit_of(project, self._pair[side]) if self._pair else None
        return tr("Photo") if record is None else title_of(project, record)

    def _frame(self, project: Project) -> QRectF | None:
        job, crop = self._session.jobs.current, self._session.crop
        inverting = job is not None and job.kind == "invert"
        describing = project.inversion is None and project.edit is None
        return rect_of(crop) if crop is not None and (inverting or describing) else None

    def _crops(self, project: Project) -> bool:
        """Whether there is a frame that can be moved and leaves a part of the photo out."""
        frame, photo = self._frame(project), project.photo
        outside = frame is not None and photo is not None and frame.size().toTuple() != photo.size
        return outside and self._session.can_place_crop

    def _show_map(self) -> None:
        project = self._session.document.project
        inversion, crop = project.inversion, project.crop
        if inversion is None or crop is None or not self._maps_on:
            self._canvas.set_overlay(None)
        elif self._pointed is not None:
            colours = self._session.settings.map_colours
            self._canvas.set_overlay(self._maps.overlay(inversion, self._pointed, rect_of(crop), colours))
        else:
            self._canvas.set_overlay(self._maps.together(inversion, self._pinned, rect_of(crop)))


def _edit_of(project: Project, edit_id: str) -> EditRecord | None:
    return next((edit for edit in project.edits if edit.id == edit_id), None)
