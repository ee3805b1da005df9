"""The project file: saving a project to one `.nti` file and reading it back. See docs/project-format.md."""

from __future__ import annotations

import contextlib
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import BinaryIO

from nti_desktop.document.archive import Archive, write_archive
from nti_desktop.document.atomic import atomic_write
from nti_desktop.document.fields import MalformedError
from nti_desktop.document.members import inversion_name, parts_of
from nti_desktop.document.photo import Photo
from nti_desktop.document.reading import read_project
from nti_desktop.document.records import Member, manifest_json, member_of
from nti_desktop.document.state import Project
from nti_desktop.document.stored import CAN_HOLD, HeldFile
from nti_desktop.document.stored_inversion import StoredInversion
from nti_desktop.errors import PhotoError, ProjectError, Sentence, reason_of

# What zipfile raises for archives that are damaged in one way or another.
ARCHIVE_ERRORS = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, IndexError, NotImplementedError,
    RuntimeError, OverflowError, MemoryError,
)  # fmt: skip


def save_project(project: Project, path: Path) -> None:
    """Write a project, whole or not at all, and only such that it can be opened again.

    What was not read since the project was opened is copied, and is in the new file from then on.

    Raises:
        ProjectError: it cannot be written, or holds what cannot be read; an old file of that name is kept.
    """
    if project.photo is None:
        raise ProjectError("There is nothing to save yet; open a photo first.")
    photo = project.photo
    try:
        members = {name: part.encode() for name, part in parts_of(project, photo).items()}
        described = {name: member_of(data) for name, data in members.items()}
        manifest = manifest_json(project, photo.name, photo.media_type, described)
    except ProjectError as error:  # what was not read yet is gone
        raise ProjectError(
            "“{name}” was not saved: {reason}", name=path.name, reason=error.sentence
        ) from error
    except ValueError as error:  # JSON has no infinity
        raise _not_saved(path, Sentence("a value is not a number")) from error
    moves: list[Callable[[], None]] = []

    def write(file: BinaryIO) -> None:
        write_archive(file, {"manifest.json": manifest} | members)
        _read_back(file, path, photo)
        moves.extend(_moves(project, file, described, path.name))

    try:
        atomic_write(path, write)
    except zipfile.LargeZipFile as error:
        raise ProjectError(
            "“{name}” was not saved: it would be larger than 4 GiB; delete some edits first.", name=path.name
        ) from error
    for move in moves:
        move()


def _read_back(file: BinaryIO, path: Path, photo: Photo) -> None:
    """Open what was written with all checks of the reader, but for the photo, which was decoded before."""
    try:
        read_project(Archive(file), path.name, photo)
    except (MalformedError, *ARCHIVE_ERRORS) as error:
        raise _not_saved(path, reason_of(error)) from error


def _moves(
    project: Project, file: BinaryIO, described: Mapping[str, Member], name: str
) -> Iterator[Callable[[], None]]:
    """What lets inversions that were not read yet be read from this file from now on; the old one may go."""
    archive = Archive(file, held=_held(file))
    for record in project.inversions:
        inversion, member = record.inversion, inversion_name(record.id)
        if isinstance(inversion, StoredInversion) and not inversion.is_read:
            stored = archive.stored(member, described[member].checksum, described[member].size)
            if stored is not None:
                yield partial(inversion.move_to, stored, name)


def _held(file: BinaryIO) -> HeldFile | None:
    """The file, held open so that some of it can be read later; None where that cannot be done."""
    with contextlib.suppress(OSError):
        return HeldFile(file) if CAN_HOLD else None
    return None


def _not_saved(path: Path, reason: Sentence) -> ProjectError:
    return ProjectError(
        "“{name}” was not saved: it could not be opened again ({reason}); undo the last change.",
        name=path.name,
        reason=reason,
    )


def load_project(path: Path) -> Project:
    """Read a project; what only an engine looks at is left in the file until then.

    Raises:
        ProjectError: it cannot be read, is damaged, or of a newer version.
    """
    try:
        with path.open("rb") as file:
            return read_project(Archive(file, held=_held(file)), path.name)
    except FileNotFoundError as error:
        raise ProjectError("There is no file “{path}”; check its name.", path=str(path)) from error
    except (MalformedError, PhotoError) as error:
        raise ProjectError(
            "“{name}” is no project, or damaged ({reason}); try a backup.",
            name=path.name,
            reason=reason_of(error),
        ) from error
    except OSError as error:
        raise ProjectError(
            "“{name}” cannot be read ({reason}); try a copy of it.", name=path.name, reason=reason_of(error)
        ) from error
    except ARCHIVE_ERRORS as error:
        raise ProjectError("“{name}” is no project, or damaged; try a backup.", name=path.name) from error


def check_all(project: Project) -> None:
    """Look at what `load_project` left in the file.

    Raises:
        ProjectError: some of it is damaged.
    """
    for record in project.inversions:
        if isinstance(record.inversion, StoredInversion):
            record.inversion.check()
