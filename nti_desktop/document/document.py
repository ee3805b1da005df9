"""The document: a project being edited, its history, its file and those who watch it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from nti_desktop.document.changes import (
    draft_kind,
    new_id,
    paused_of,
    unless_done,
    with_first_crop,
    work_of,
)
from nti_desktop.document.container import load_project, save_project
from nti_desktop.document.crop import Crop
from nti_desktop.document.history import History
from nti_desktop.document.photo import Photo
from nti_desktop.document.pictures import storable_mask
from nti_desktop.document.state import EditMasks, EditRecord, InversionRecord, Project
from nti_desktop.engine.requests import EditParameters, InvertRequest
from nti_desktop.engine.results import EditResult, Inversion, PartialInversion
from nti_desktop.errors import PhotoError, ProjectError


class Document:
    """One project with undo, a file and observers.

    Every method that changes something tells the observers once, and only if something did change.

    Attributes:
        path: the file it was loaded from or saved to.
    """

    def __init__(self) -> None:
        self.path: Path | None = None
        self._history = History(Project())
        self._saved = self._history.present
        self._observers: list[Callable[[], None]] = []

    @property
    def project(self) -> Project:
        """The present state."""
        return self._history.present

    @property
    def changed(self) -> bool:
        """Whether there is work that the file does not hold; looking at another edit is none."""
        return work_of(self.project) != work_of(self._saved)

    @property
    def can_undo(self) -> bool:
        """Whether `undo` would do something."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether `redo` would do something."""
        return self._history.can_redo

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call `callback` after every change; returns the function that ends it."""
        self._observers.append(callback)

        def unsubscribe() -> None:
            if callback in self._observers:
                self._observers.remove(callback)

        return unsubscribe

    def new(self) -> None:
        """Start an empty project with the same model."""
        self._start(Project(model=self.project.model), None)

    def open_photo(self, photo: Photo, caption: str = "") -> None:
        """Start a project with a photo; it counts as unchanged until something is done with it."""
        self._start(Project(photo=photo, caption=caption, model=self.project.model), None)

    def load(self, path: str | Path) -> None:
        """Read a project.

        Raises:
            ProjectError: it cannot be read; the document stays as it was.
        """
        self.adopt(load_project(Path(path)), Path(path))

    def save(self, path: str | Path | None = None) -> None:
        """Write the project to `path`, or to where it came from.

        Raises:
            ProjectError: it cannot be written; an old file and the unsaved state are kept.
        """
        target = self.path if path is None else Path(path)
        if target is None:
            raise ProjectError("The project has no file yet; choose where to save it.")
        save_project(self.project, target)
        self.mark_saved(self.project, target)

    def adopt(self, project: Project, path: Path | None) -> None:
        """Go on with a project that was read from `path` elsewhere, such as in a thread."""
        self._start(project, path)

    def mark_saved(self, project: Project, path: Path) -> None:
        """Note that `project`, which may be older than the present state, was written to `path`."""
        self._saved, self.path = project, path
        self._history.close_step()
        self._tell()

    def set_crop(self, crop: Crop) -> None:
        """Choose the part of the photo that the model sees; inversions and edits of another part go (undo
        brings them back). The first choice is no step of the history.

        Raises:
            PhotoError: there is no photo, or the crop does not lie inside it.
        """
        photo = self.project.photo
        if photo is None or not crop.inside(photo.size):
            raise PhotoError("The crop does not lie inside the photo; choose another.")
        if crop == self.project.crop:
            return
        project = replace(self.project, crop=crop, paused=None)
        if self.project.crop is None:
            self._history.amend(lambda state: with_first_crop(state, photo, crop))
            self._tell()
            return
        if self.project.inversions:
            project = replace(project, inversions=(), active_inversion=None, edits=())
            project = replace(project, current_edit=None, draft=None)
        self._change(project, "crop")

    def set_caption(self, caption: str) -> None:
        """Take over the caption as typed; an inversion made with it becomes active, no other stays so."""
        if caption == self.project.caption:
            return
        record = self.project.inversion_for_caption(caption)
        active = None if record is None else record.id
        draft = self.project.draft if active == self.project.active_inversion else None
        self._change(replace(self.project, caption=caption, active_inversion=active, draft=draft), "caption")

    def set_model(self, model: str) -> None:
        """Use another model from now on; inversions stay with the model that made them."""
        self._change(replace(self.project, model=model))

    def add_inversion(self, inversion: Inversion) -> str:
        """Keep an inversion and make it active; its caption becomes the project's. Returns its id."""
        record = InversionRecord(new_id(), inversion)
        known = self.project.inversion
        same = known is not None and known.caption == inversion.caption
        project = replace(
            self.project,
            caption=inversion.caption,
            inversions=(*self.project.inversions, record),
            active_inversion=record.id,
            current_edit=None,
            draft=self.project.draft if same else None,
            paused=unless_done(self.project.paused, inversion),
        )
        self._change(project)
        return record.id

    def set_paused(self, request: InvertRequest, partial: PartialInversion | None) -> None:
        """Keep what a stopped inversion of the present photo and crop had done, or with None forget it; no
        step of the history."""
        photo, crop = self.project.photo, self.project.crop
        paused = None if partial is None else paused_of(request, partial)
        self._history.amend(
            lambda state: (
                replace(state, paused=paused) if state.photo is photo and state.crop == crop else state
            )
        )
        self._tell()

    def set_draft(self, parameters: EditParameters | None) -> None:
        """Take over the edit being put together; changes of the same part of it in quick succession undo as
        one."""
        before = self.project.draft or EditParameters(self.project.caption)
        self._change(replace(self.project, draft=parameters), draft_kind(before, parameters))

    def add_edit(
        self,
        parameters: EditParameters,
        result: EditResult,
        inversion_id: str | None = None,
        stacked: tuple[EditParameters, ...] = (),
        masks: EditMasks | None = None,
    ) -> str:
        """Keep an edit and show it. Returns its id.

        Args:
            inversion_id: of the inversion it was made from; None takes the active one.
            stacked, masks: what else was asked for, see `EditRecord`.

        Raises:
            ProjectError: the project does not have that inversion.
        """
        source = inversion_id or self.project.active_inversion
        if source is None or self.project.inversion_of(source) is None:
            raise ProjectError("The photo has not been inverted with this caption; invert it first.")
        created = datetime.now(UTC).isoformat(timespec="seconds")
        kept = replace(result, blend_mask=storable_mask(result.blend_mask))
        record = EditRecord(new_id(), source, parameters, kept, created, stacked, masks)
        edits = (*self.project.edits, record)
        self._change(replace(self.project, edits=edits, current_edit=record.id, draft=parameters))
        return record.id

    def select_edit(self, edit_id: str | None) -> None:
        """Show an edit, and go on from its parameters and inversion; None shows the reconstruction.

        Raises:
            ProjectError: there is no such edit.
        """
        if edit_id is None:
            self._change(replace(self.project, current_edit=None), "select")
            return
        record = self._edit(edit_id)
        inversion = self.project.inversion_of(record.inversion_id)
        self._change(
            replace(
                self.project,
                caption=self.project.caption if inversion is None else inversion.caption,
                active_inversion=record.inversion_id,
                current_edit=edit_id,
                draft=record.parameters,
            ),
            "select",
        )

    def delete_edit(self, edit_id: str) -> None:
        """Drop an edit from the project.

        Raises:
            ProjectError: there is no such edit.
        """
        gone = self._edit(edit_id)
        edits = tuple(e for e in self.project.edits if e is not gone)
        current = None if self.project.current_edit == edit_id else self.project.current_edit
        self._change(replace(self.project, edits=edits, current_edit=current))

    def undo(self) -> None:
        """Go back one change; inversions made since are set aside, not dropped."""
        if self.can_undo:
            self._history.undo()
            self._tell()

    def redo(self) -> None:
        """Take back the last undo."""
        if self.can_redo:
            self._history.redo()
            self._tell()

    def _edit(self, edit_id: str) -> EditRecord:
        found = next((e for e in self.project.edits if e.id == edit_id), None)
        if found is None:
            raise ProjectError("The project no longer has that edit; choose another.")
        return found

    def _start(self, project: Project, path: Path | None) -> None:
        self._history = History(project)
        self._saved, self.path = project, path
        self._tell()

    def _change(self, project: Project, kind: str = "") -> None:
        if project != self.project:
            self._history.push(project, kind)
            self._tell()

    def _tell(self) -> None:
        for callback in tuple(self._observers):
            callback()
