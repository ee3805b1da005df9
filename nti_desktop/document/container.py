"""The project file: saving a project to one `.nti` file and reading it back. See docs/project-format.md."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO

from nti_desktop.document.archive import Archive, write_archive
from nti_desktop.document.atomic import atomic_write
from nti_desktop.document.fields import MalformedError
from nti_desktop.document.members import parts_of
from nti_desktop.document.photo import Photo
from nti_desktop.document.reading import read_project
from nti_desktop.document.records import manifest_json, member_of
from nti_desktop.document.state import Project
from nti_desktop.errors import PhotoError, ProjectError

# What zipfile raises for archives that are damaged in one way or another.
ARCHIVE_ERRORS = (
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
        members = {name: part.encode() for name, part in parts_of(project, photo).items()}
        described = {name: member_of(data) for name, data in members.items()}
        manifest = manifest_json(project, photo.name, photo.media_type, described)
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
        read_project(Archive(file), path.name, photo)
    except (MalformedError, *ARCHIVE_ERRORS) as error:
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
            return read_project(Archive(file), path.name)
    except FileNotFoundError as error:
        raise ProjectError(f"There is no file “{path}”; check its name.") from error
    except (MalformedError, PhotoError) as error:
        raise ProjectError(f"“{path.name}” is no project, or damaged ({error}); try a backup.") from error
    except OSError as error:
        reason = error.strerror or error
        raise ProjectError(f"“{path.name}” cannot be read ({reason}); try a copy of it.") from error
    except ARCHIVE_ERRORS as error:
        raise ProjectError(f"“{path.name}” is no project, or damaged; try a backup.") from error
