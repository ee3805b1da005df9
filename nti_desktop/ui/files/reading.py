"""What is done in threads: reading photos and projects, and writing projects."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from nti_desktop.document.container import load_project, save_project
from nti_desktop.document.photo import Photo, load_photo, photo_from_bytes
from nti_desktop.document.samples import samples
from nti_desktop.document.stamps import Stamp, stamp_of
from nti_desktop.document.state import Project
from nti_desktop.errors import UserError
from nti_desktop.ui.edits.rows import row_of


@dataclass(frozen=True, eq=False)
class Opened:
    """What was in a file.

    Attributes:
        path: of the file, absolute.
        stamp: the state of the file before it was read.
        caption: that belongs to a sample photo.
        sample: whether it is one that ships with the app.
    """

    content: Photo | Project
    path: Path
    stamp: Stamp | None
    caption: str = ""
    sample: bool = False


def read_file(path: Path) -> Opened:
    """Read a photo or a project.

    Raises:
        UserError: it cannot be read.
    """
    stamp = stamp_of(path)
    if path.suffix.lower() == ".nti":
        project = load_project(path)
        _compare_captions(project)
        return Opened(project, path.absolute(), stamp)
    photo, caption = load_photo(path), caption_of_sample(path)
    return Opened(photo, path.absolute(), stamp, caption or "", caption is not None)


def _compare_captions(project: Project) -> None:
    """The list of edits says of each what it changes; for many that takes too long for the window's thread,
    which finds it known."""
    for edit in project.edits:
        row_of(project, edit)


def write_project(project: Project, path: Path) -> Opened:
    """Write a project, and return what its file is now.

    Raises:
        UserError: it cannot be written.
    """
    save_project(project, path)
    return Opened(project, path.absolute(), stamp_of(path))


def photo_of(image: QImage, name: str) -> Photo:
    """A photo made of a picture without a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return photo_from_bytes(bytes(buffer.data().data()), f"{name}.png")


def caption_of_sample(path: Path) -> str | None:
    """The caption that belongs to a sample photo; None for any other file."""
    try:
        wanted = path.resolve()
        return next((s.caption for s in samples() if s.path.resolve() == wanted), None)
    except (UserError, OSError):
        return None
