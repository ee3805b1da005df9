"""What the document's changes are made of: plain functions on states of a project."""

from __future__ import annotations

import uuid
from dataclasses import fields, replace
from typing import Any

from nti_desktop.document.crop import Crop
from nti_desktop.document.photo import Photo
from nti_desktop.document.state import EditMasks, EditRecord, InversionRecord, PausedInversion, Project
from nti_desktop.engine.requests import EditParameters, InvertRequest
from nti_desktop.engine.results import PartialInversion


def with_first_crop(state: Project, photo: Photo, model: str, crop: Crop) -> Project:
    """A state of that photo with its first crop, which has the model's shape; one that has a crop, or of
    another photo or model, stays."""
    wants_one = state.photo is photo and state.model == model and state.crop is None
    return replace(state, crop=crop) if wants_one else state


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


def with_paused(project: Project, paused: PausedInversion) -> Project:
    """The project with a paused inversion, instead of an earlier one of that caption."""
    others = without_paused(project, paused.caption).paused_inversions
    return replace(project, paused_inversions=(*others, paused))


def without_paused(project: Project, caption: str) -> Project:
    """The project without the paused inversion of a caption."""
    others = tuple(paused for paused in project.paused_inversions if paused.caption != caption)
    return replace(project, paused_inversions=others) if others != project.paused_inversions else project


def going_on_from(project: Project, record: InversionRecord) -> Project:
    """The project with another inversion active, where it was left: at the latest edit made from it."""
    edit = next((e for e in reversed(project.edits) if e.inversion_id == record.id), None)
    return replace(
        project,
        caption=record.inversion.caption,
        active_inversion=record.id,
        current_edit=None if edit is None else edit.id,
        draft=None if edit is None else edit.parameters,
        draft_masks=None if edit is None else edit.masks,
    )


def with_model(project: Project, model: str, fingerprint: str) -> Project:
    """The project with another model: on from its latest inversion of the caption, if there is one."""
    other = replace(project, model=model, paused_inversions=())  # they stand on the old model's numbers
    matching = (
        record
        for record in reversed(project.inversions)
        if record.inversion.model.fingerprint == fingerprint
        and record.inversion.caption.strip() == project.caption.strip()
    )
    record = next(matching, None)
    if record is not None:
        return other if record.id == project.active_inversion else going_on_from(other, record)
    crop = project.crop if project.inversions else None  # it had the shape of the old model
    free = replace(other, crop=crop, active_inversion=None, current_edit=None)
    return free if project.active_inversion is None else replace(free, draft=None, draft_masks=None)


def without_inversion(project: Project, inversion_id: str) -> Project:
    """The project without an inversion and its edits; if it was active, its neighbour becomes so."""
    ids = [record.id for record in project.inversions]
    left = tuple(record for record in project.inversions if record.id != inversion_id)
    edits = tuple(edit for edit in project.edits if edit.inversion_id != inversion_id)
    current = project.current_edit if any(e.id == project.current_edit for e in edits) else None
    made = replace(project, inversions=left, edits=edits, current_edit=current)
    if project.active_inversion != inversion_id:
        return made
    if left:
        return going_on_from(made, left[min(ids.index(inversion_id), len(left) - 1)])
    return replace(made, active_inversion=None, draft=None, draft_masks=None)


def masks_fit(masks: EditMasks | None, size: tuple[int, int] | None) -> bool:
    """Whether masks, if there are any, are of a size (width, height)."""
    given = [] if masks is None else [mask for mask in vars(masks).values() if mask is not None]
    return all(size is not None and mask.shape == (size[1], size[0]) for mask in given)


def with_fitting_masks(project: Project) -> Project:
    """A state without masks that were painted for pictures of another size."""
    fits = masks_fit(project.draft_masks, project.mask_size)
    return project if fits else replace(project, draft_masks=None)


def going_on_from_edit(project: Project, record: EditRecord) -> Project:
    """A state in which an edit is shown, and the draft goes on from it and its inversion."""
    inversion = project.inversion_of(record.inversion_id)
    return replace(
        project,
        caption=project.caption if inversion is None else inversion.caption,
        active_inversion=record.inversion_id,
        current_edit=record.id,
        draft=record.parameters,
        draft_masks=record.masks,
    )


def going_on_beside(before: Project, left: Project) -> Project:
    """A state without the edit that was shown `before`: its neighbour that is `left` is shown instead, the
    one behind it first. A draft that had moved on from the edit stays."""
    place = next(n for n, edit in enumerate(before.edits) if edit.id == before.current_edit)
    nearest = [*before.edits[place:], *reversed(before.edits[:place])]
    known = {edit.id for edit in left.edits}
    mine = (e for e in nearest if e.id in known and e.inversion_id == before.active_inversion)
    neighbour = next(mine, None)
    gone = before.edits[place]
    if before.draft != gone.parameters or before.draft_masks is not gone.masks:
        return replace(left, current_edit=None if neighbour is None else neighbour.id)
    if neighbour is not None:
        return going_on_from_edit(left, neighbour)
    return replace(left, current_edit=None, draft=None, draft_masks=None)


def with_edit_changed(project: Project, edit_id: str, **changes: Any) -> Project:
    """A state in which one edit has other values."""
    edits = tuple(replace(e, **changes) if e.id == edit_id else e for e in project.edits)
    return replace(project, edits=edits)


def with_edit_after(project: Project, record: EditRecord, after: str) -> Project:
    """A state with one edit more, behind that of another id."""
    edits: list[EditRecord] = []
    for edit in project.edits:
        edits += [edit, record] if edit.id == after else [edit]
    return replace(project, edits=tuple(edits))


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
    masks = [edit.masks for edit in project.edits]
    return replace(
        project,
        caption="" if project.caption in captions else project.caption,
        active_inversion=None,
        current_edit=None,
        draft=None if project.draft in drafts else project.draft,
        draft_masks=None if project.draft_masks in masks else project.draft_masks,
    )
