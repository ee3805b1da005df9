"""The project file: saving a project to one `.nti` file and reading it back. See docs/project-format.md."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO

from nti_desktop.document.archive import Archive, write_archive
from nti_desktop.document.atomic import atomic_write
from nti_desktop.document.fields import MalformedError, parse_json
from nti_desktop.document.paused import paused_from_bytes, paused_to_bytes
from nti_desktop.document.photo import Photo, photo_from_bytes, plain_name
from nti_desktop.document.pictures import (
    grey_from_png,
    grey_to_png,
    image_from_png,
    image_to_png,
    mask_from_png,
    mask_to_png,
    thumbnail_png,
)
from nti_desktop.document.records import (
    FORMAT_VERSION,
    MASKS,
    Manifest,
    StoredEdit,
    edits_json,
    manifest_json,
    read_edits,
    read_manifest,
    read_version,
)
from nti_desktop.document.state import EditMasks, EditRecord, InversionRecord, PausedInversion, Project
from nti_desktop.document.tensors import inversion_from_bytes, inversion_to_bytes
from nti_desktop.engine.results import Inversion
from nti_desktop.errors import PhotoError, ProjectError

# What zipfile raises for archives that are damaged in one way or another.
_ARCHIVE_ERRORS = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, IndexError, NotImplementedError,
    RuntimeError, OverflowError, MemoryError,
)  # fmt: skip


def save_project(project: Project, path: Path) -> None:
    """Write a project, whole or not at all, and only such that it can be opened again.

    Raises:
        ProjectError: it cannot be written, or holds what cannot be read; an old file of that name is kept.
    """
    if project.photo is None:
        raise ProjectError("There is nothing to save yet; open a photo first.")
    photo = project.photo
    try:
        members = _members(project, photo)
        manifest = manifest_json(project, photo.name, photo.media_type, members)
    except ValueError as error:  # JSON has no infinity
        raise _not_saved(path, "a value is not a number") from error

    def write(file: BinaryIO) -> None:
        write_archive(file, {"manifest.json": manifest} | members)
        _read_back(file, path, photo)

    try:
        atomic_write(path, write)
    except zipfile.LargeZipFile as error:
        raise ProjectError(
            f"“{path.name}” was not saved: it would be larger than 4 GiB; delete some edits first."
        ) from error


def _read_back(file: BinaryIO, path: Path, photo: Photo) -> None:
    """Open what was written with all checks of the reader, but for the photo, which was decoded before."""
    try:
        _read(Archive(file), path.name, photo)
    except (MalformedError, *_ARCHIVE_ERRORS) as error:
        raise _not_saved(path, error) from error


def _not_saved(path: Path, reason: object) -> ProjectError:
    return ProjectError(
        f"“{path.name}” was not saved: it could not be opened again ({reason}); undo the last change."
    )


def load_project(path: Path) -> Project:
    """Read a project.

    Raises:
        ProjectError: it cannot be read, is damaged, or of a newer version.
    """
    try:
        with path.open("rb") as file:
            return _read(Archive(file), path.name)
    except FileNotFoundError as error:
        raise ProjectError(f"There is no file “{path}”; check its name.") from error
    except (MalformedError, PhotoError) as error:
        raise ProjectError(f"“{path.name}” is no project, or damaged ({error}); try a backup.") from error
    except OSError as error:
        reason = error.strerror or error
        raise ProjectError(f"“{path.name}” cannot be read ({reason}); try a copy of it.") from error
    except _ARCHIVE_ERRORS as error:
        raise ProjectError(f"“{path.name}” is no project, or damaged; try a backup.") from error


def _members(project: Project, photo: Photo) -> dict[str, bytes]:
    """All members but `mimetype` and the manifest, in the order of the file."""
    shown = photo.pixels if project.edit is None else project.edit.result.image
    members = {"edits.json": edits_json(project), "thumbnail.png": thumbnail_png(shown)}
    members["photo"] = photo.original
    for record in project.inversions:
        members[f"inversions/{record.id}.safetensors"] = inversion_to_bytes(record.inversion)
    if project.paused is not None:
        members[_paused_name(project.paused.id)] = paused_to_bytes(project.paused)
    for edit in project.edits:
        members |= _pictures(edit)
    return members


def _pictures(edit: EditRecord) -> dict[str, bytes]:
    """The members of one edit."""
    members = {f"results/{edit.id}.png": image_to_png(edit.result.image)}
    if edit.result.blend_mask is not None:
        members[f"results/{edit.id}.mask.png"] = mask_to_png(edit.result.blend_mask)
    for kind in MASKS:
        mask = getattr(edit.masks, kind, None)
        if mask is not None:
            members[f"results/{edit.id}.{kind}.png"] = grey_to_png(mask)
    return members


def _read(archive: Archive, name: str, photo: Photo | None = None) -> Project:
    """The project in an archive.

    Args:
        photo: the one it holds, where that is at hand; None decodes it.
    """
    fields = parse_json(archive.read("manifest.json"), "manifest.json")
    if read_version(fields) > FORMAT_VERSION:
        raise ProjectError(f"“{name}” was made by a newer NTI Desktop; update the program to open it.")
    manifest = read_manifest(fields)
    _check_members(archive, manifest)
    original = _member(archive, manifest, "photo")
    photo = photo or photo_from_bytes(original, plain_name(manifest.photo_name))
    stored, draft = read_edits(parse_json(_member(archive, manifest, "edits.json"), "edits.json"))
    inversions = tuple(_read_inversion(archive, manifest, key) for key in manifest.inversions)
    sizes = {record.id: _size(record.inversion) for record in inversions}
    edits = tuple(_read_edit(archive, manifest, edit, sizes) for edit in stored)
    _check_references(manifest, photo, set(sizes), {edit.id for edit in edits})
    return Project(
        photo=photo,
        crop=manifest.crop,
        caption=manifest.caption,
        model=manifest.model,
        inversions=inversions,
        active_inversion=manifest.active_inversion,
        edits=edits,
        current_edit=manifest.current_edit,
        draft=draft,
        paused=_read_paused(archive, manifest),
    )


def _check_members(archive: Archive, manifest: Manifest) -> None:
    if archive.names != {"mimetype", "manifest.json", *manifest.members}:
        raise MalformedError("a member is missing, or one too many")


def _check_references(manifest: Manifest, photo: Photo, inversions: set[str], edits: set[str]) -> None:
    if manifest.active_inversion not in (None, *inversions) or manifest.current_edit not in (None, *edits):
        raise MalformedError("it refers to something that is missing")
    if manifest.crop is not None and not manifest.crop.inside(photo.size):
        raise MalformedError("the crop lies outside the photo")


def _member(archive: Archive, manifest: Manifest, name: str) -> bytes:
    member = manifest.members.get(name)
    if member is None:
        raise MalformedError(f"{name} is missing")
    return archive.read_checked(name, member.checksum, member.size)


def _size(inversion: Inversion) -> tuple[int, int]:
    """Width and height of the images of an inversion."""
    height, width, _ = inversion.reconstruction.shape
    return width, height


def _read_inversion(archive: Archive, manifest: Manifest, key: str) -> InversionRecord:
    name = f"inversions/{key}.safetensors"
    return InversionRecord(key, inversion_from_bytes(_member(archive, manifest, name), name))


def _read_edit(
    archive: Archive, manifest: Manifest, edit: StoredEdit, sizes: dict[str, tuple[int, int]]
) -> EditRecord:
    size = sizes.get(edit.inversion_id)
    if size is None:
        raise MalformedError("an edit refers to an inversion that is missing")
    name, mask_name = f"results/{edit.id}.png", f"results/{edit.id}.mask.png"
    image = image_from_png(_member(archive, manifest, name), size, name)
    mask = mask_from_png(_member(archive, manifest, mask_name), size, mask_name) if edit.has_mask else None
    return edit.record(image, mask, _read_masks(archive, manifest, edit, size))


def _read_masks(
    archive: Archive, manifest: Manifest, edit: StoredEdit, size: tuple[int, int]
) -> EditMasks | None:
    """The masks that the user gave."""
    names = {kind: f"results/{edit.id}.{kind}.png" for kind in edit.masks}
    found = {k: grey_from_png(_member(archive, manifest, name), size, name) for k, name in names.items()}
    return EditMasks(**found) if found else None


def _read_paused(archive: Archive, manifest: Manifest) -> PausedInversion | None:
    if manifest.paused is None:
        return None
    name = _paused_name(manifest.paused)
    return paused_from_bytes(_member(archive, manifest, name), manifest.paused, name)


def _paused_name(paused_id: str) -> str:
    return f"partial/{paused_id}.safetensors"
