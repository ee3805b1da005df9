"""From the members of a project back to the project, with every check that the format asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from nti_desktop.document.edit_records import DRAFT, StoredEdit, read_edits
from nti_desktop.document.fields import MalformedError, parse_json
from nti_desktop.document.members import inversion_name, partial_name
from nti_desktop.document.paused import paused_from_bytes
from nti_desktop.document.photo import Photo, photo_from_bytes, plain_name
from nti_desktop.document.pictures import grey_from_png, image_from_png, mask_from_png
from nti_desktop.document.records import FORMAT_VERSION, Manifest, read_manifest, read_version
from nti_desktop.document.state import EditMasks, EditRecord, InversionRecord, PausedInversion, Project
from nti_desktop.document.stored import StoredMember
from nti_desktop.document.tensors import inversion_from_bytes, inversion_from_stored
from nti_desktop.engine.results import FloatArray, ImageArray, Inversion
from nti_desktop.errors import ProjectError

# Flat pictures pack a thousand to one: a small file could ask for all the memory there is.
MAX_PICTURE_BYTES = 2**30
MAX_PICTURE_RATIO = 50


class Members(Protocol):
    """Where members are read from, a file or a folder; what is not as expected raises `MalformedError`."""

    @property
    def names(self) -> frozenset[str]:
        """The names of all members."""
        ...

    def read(self, name: str) -> bytes:
        """The bytes of a member."""
        ...

    def read_checked(self, name: str, checksum: str, size: int) -> bytes:
        """The bytes of a member, after comparing their checksum and number."""
        ...

    def stored(self, name: str, checksum: str, size: int) -> StoredMember | None:
        """A member that is to be read later; None where it is better read at once."""
        ...


def read_project(archive: Members, name: str, photo: Photo | None = None) -> Project:
    """The project in an archive.

    Args:
        name: how a message calls it.
        photo: the one it holds, where that is at hand; None decodes it.

    Raises:
        MalformedError, PhotoError: it is damaged.
        ProjectError: a newer version of the program made it.
    """
    fields = parse_json(archive.read("manifest.json"), "manifest.json")
    if read_version(fields) > FORMAT_VERSION:
        raise ProjectError(
            "“{name}” was made by a newer NTI Desktop; update the program to open it.", name=name
        )
    manifest = read_manifest(fields)
    _check_members(archive, manifest)
    original = _member(archive, manifest, "photo")
    photo = photo or photo_from_bytes(original, plain_name(manifest.photo_name))
    stored = read_edits(parse_json(_member(archive, manifest, "edits.json"), "edits.json"))
    inversions = tuple(_read_inversion(archive, manifest, key, name) for key in manifest.inversions)
    sizes = {record.id: _size(record.inversion) for record in inversions}
    _check_pictures(manifest, stored.edits, sizes)
    edits = _read_edits(archive, manifest, stored.edits, sizes)
    _check_references(manifest, photo, set(sizes), {edit.id for edit in edits})
    project = Project(
        photo=photo,
        crop=manifest.crop,
        caption=manifest.caption,
        model=manifest.model,
        inversions=inversions,
        active_inversion=manifest.active_inversion,
        edits=edits,
        current_edit=manifest.current_edit,
        draft=stored.draft,
        paused_inversions=tuple(_read_paused(archive, manifest, key) for key in manifest.paused_inversions),
    )
    masks = _read_masks(archive, manifest, (DRAFT, stored.draft_masks), project.mask_size)
    return replace(project, draft_masks=masks)


def check_texts(archive: Members) -> None:
    """Read what is text, as `read_project` does, and leave the rest.

    Raises:
        MalformedError: it is not as the format says.
    """
    manifest = read_manifest(parse_json(archive.read("manifest.json"), "manifest.json"))
    _check_members(archive, manifest)
    read_edits(parse_json(_member(archive, manifest, "edits.json"), "edits.json"))


def _check_members(archive: Members, manifest: Manifest) -> None:
    if archive.names != {"mimetype", "manifest.json", *manifest.members}:
        raise MalformedError("a member is missing, or one too many")


def _check_pictures(
    manifest: Manifest, edits: tuple[StoredEdit, ...], sizes: dict[str, tuple[int, int]]
) -> None:
    """Bound the memory that the edits' pictures take, before any is decoded."""
    wanted = 0
    for edit in edits:
        width, height = sizes.get(edit.inversion_id, (0, 0))
        own = 0 if edit.pictures_of is not None else 3 + 4 * edit.has_mask
        wanted += width * height * (own + len(edit.masks))
    stored = sum(member.size for member in manifest.members.values())
    if wanted > max(MAX_PICTURE_BYTES, stored * MAX_PICTURE_RATIO):
        raise MalformedError("its pictures are packed too tightly")


def _check_references(manifest: Manifest, photo: Photo, inversions: set[str], edits: set[str]) -> None:
    if manifest.active_inversion not in (None, *inversions) or manifest.current_edit not in (None, *edits):
        raise MalformedError("it refers to something that is missing")
    if manifest.crop is not None and not manifest.crop.inside(photo.size):
        raise MalformedError("the crop lies outside the photo")


def _member(archive: Members, manifest: Manifest, name: str) -> bytes:
    member = manifest.members.get(name)
    if member is None:
        raise MalformedError("{name} is missing", name=name)
    return archive.read_checked(name, member.checksum, member.size)


def _size(inversion: Inversion) -> tuple[int, int]:
    """Width and height of the images of an inversion."""
    height, width, _ = inversion.reconstruction.shape
    return width, height


def _read_inversion(archive: Members, manifest: Manifest, key: str, file: str) -> InversionRecord:
    name = inversion_name(key)
    member = manifest.members.get(name)
    stored = None if member is None else archive.stored(name, member.checksum, member.size)
    if stored is not None:
        return InversionRecord(key, inversion_from_stored(stored, file))
    return InversionRecord(key, inversion_from_bytes(_member(archive, manifest, name), name))


def _read_edits(
    archive: Members, manifest: Manifest, edits: tuple[StoredEdit, ...], sizes: dict[str, tuple[int, int]]
) -> tuple[EditRecord, ...]:
    found: dict[str, EditRecord] = {}
    for edit in edits:
        size = sizes.get(edit.inversion_id)
        if size is None:
            raise MalformedError("an edit refers to an inversion that is missing")
        masks = _read_masks(archive, manifest, (edit.id, edit.masks), size)
        found[edit.id] = edit.record(*_read_pictures(archive, manifest, edit, size, found), masks)
    return tuple(found.values())


def _read_pictures(
    archive: Members,
    manifest: Manifest,
    edit: StoredEdit,
    size: tuple[int, int],
    earlier: Mapping[str, EditRecord],
) -> tuple[ImageArray, FloatArray | None]:
    """The picture of an edit and its blend mask, which may be those of an earlier one."""
    if edit.pictures_of is not None:
        other = earlier.get(edit.pictures_of)
        fits = other is not None and other.result.image.shape[1::-1] == size
        if other is None or not fits or edit.has_mask != (other.result.blend_mask is not None):
            raise MalformedError("an edit refers to a picture that is none of its own")
        return other.result.image, other.result.blend_mask
    name, mask_name = f"results/{edit.id}.png", f"results/{edit.id}.mask.png"
    image = image_from_png(_member(archive, manifest, name), size, name)
    mask = mask_from_png(_member(archive, manifest, mask_name), size, mask_name) if edit.has_mask else None
    return image, mask


def _read_masks(
    archive: Members, manifest: Manifest, given: tuple[str, tuple[str, ...]], size: tuple[int, int] | None
) -> EditMasks | None:
    """The masks that the user gave: of which edit, and which of them."""
    if not given[1]:
        return None
    if size is None:
        raise MalformedError("there are masks, but nothing to lay them on")
    names = {kind: f"results/{given[0]}.{kind}.png" for kind in given[1]}
    found = {k: grey_from_png(_member(archive, manifest, name), size, name) for k, name in names.items()}
    return EditMasks(**found)


def _read_paused(archive: Members, manifest: Manifest, key: str) -> PausedInversion:
    name = partial_name(key)
    return paused_from_bytes(_member(archive, manifest, name), key, name)
