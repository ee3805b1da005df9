"""What a project is written as: its members, each encoded when its bytes are wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from nti_desktop.document.edit_records import DRAFT, edits_json, given_masks, shared_pictures
from nti_desktop.document.paused import paused_to_bytes
from nti_desktop.document.photo import Photo
from nti_desktop.document.pictures import grey_to_png, image_to_png, mask_to_png, thumbnail_png
from nti_desktop.document.state import EditMasks, EditRecord, Project
from nti_desktop.document.tensors import inversion_to_bytes


@dataclass(frozen=True, eq=False)
class Part:
    """One member.

    Attributes:
        encode: makes its bytes.
        source: the one object that the bytes depend on, so that they need not be made again while it stays
            the same; None where there is no such thing.
    """

    encode: Callable[[], bytes]
    source: object = None


def parts_of(project: Project, photo: Photo) -> dict[str, Part]:
    """All members but `mimetype` and the manifest, in the order of the file.

    Encoding raises ValueError where a value is not a number, which JSON cannot hold.
    """
    shown = photo.pixels if project.edit is None else project.edit.result.image
    parts = {
        "edits.json": Part(partial(edits_json, project)),
        "thumbnail.png": Part(partial(thumbnail_png, shown), shown),
        "photo": Part(lambda: photo.original, photo.original),
    }
    for record in project.inversions:
        encode = partial(inversion_to_bytes, record.inversion)
        parts[inversion_name(record.id)] = Part(encode, record.inversion)
    for paused in project.paused_inversions:
        parts[partial_name(paused.id)] = Part(partial(paused_to_bytes, paused), paused)
    shared = shared_pictures(project.edits)
    for edit in project.edits:
        parts |= ({} if edit.id in shared else _pictures(edit)) | _masks(edit.id, edit.masks)
    return parts | _masks(DRAFT, project.draft_masks)


def inversion_name(inversion_id: str) -> str:
    """The member with an inversion."""
    return f"inversions/{inversion_id}.safetensors"


def partial_name(paused_id: str) -> str:
    """The member with a paused inversion."""
    return f"partial/{paused_id}.safetensors"


def _pictures(edit: EditRecord) -> dict[str, Part]:
    """The picture of one edit, and its blend mask."""
    image, blend_mask = edit.result.image, edit.result.blend_mask
    parts = {f"results/{edit.id}.png": Part(partial(image_to_png, image), image)}
    if blend_mask is not None:
        parts[f"results/{edit.id}.mask.png"] = Part(partial(mask_to_png, blend_mask), blend_mask)
    return parts


def _masks(edit_id: str, masks: EditMasks | None) -> dict[str, Part]:
    """The members of the masks that the user gave."""
    given = {f"results/{edit_id}.{kind}.png": getattr(masks, kind) for kind in given_masks(masks)}
    return {name: Part(partial(grey_to_png, mask), mask) for name, mask in given.items()}
