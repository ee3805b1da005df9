"""What the document's changes are made of: plain functions on states of a project."""

from __future__ import annotations

import uuid
from dataclasses import fields, replace

from nti_desktop.document.crop import Crop
from nti_desktop.document.photo import Photo
from nti_desktop.document.state import PausedInversion, Project
from nti_desktop.engine.requests import EditParameters, InvertRequest
from nti_desktop.engine.results import Inversion, PartialInversion


def with_first_crop(state: Project, photo: Photo, crop: Crop) -> Project:
    """A state of that photo with its first crop; one that has a crop, or of another photo, stays."""
    return replace(state, crop=crop) if state.photo is photo and state.crop is None else state


def paused_of(request: InvertRequest, partial: PartialInversion) -> PausedInversion:
    """What a project keeps of an inversion that was stopped."""
    return PausedInversion(
        id=new_id(),
        caption=request.caption,
        method=request.method,
        preset=request.preset,
        steps=request.steps,
        guidance=request.guidance,
        null_start=request.null_start,
        refinements=request.refinements,
        partial=partial,
    )


def unless_done(paused: PausedInversion | None, inversion: Inversion) -> PausedInversion | None:
    """The paused inversion, unless it was of the caption that has been inverted now."""
    return None if paused is not None and paused.caption == inversion.caption else paused


def draft_kind(old: EditParameters, new: EditParameters | None) -> str:
    """Which part of a draft changes: the names of the fields, and the words whose weight does."""
    if new is None:
        return ""
    differing = [f.name for f in fields(EditParameters) if getattr(old, f.name) != getattr(new, f.name)]
    words = sorted({index for index, _ in set(old.weights) ^ set(new.weights)})
    return f"draft {differing} {words}"


def new_id() -> str:
    """A name for a part of a project, different from all others."""
    return uuid.uuid4().hex[:16]


def work_of(project: Project) -> Project:
    """The project without what is no work: selections, and a caption or draft that is kept elsewhere."""
    captions = {record.inversion.caption for record in project.inversions}
    drafts = [edit.parameters for edit in project.edits]
    return replace(
        project,
        caption="" if project.caption in captions else project.caption,
        active_inversion=None,
        current_edit=None,
        draft=None if project.draft in drafts else project.draft,
    )
