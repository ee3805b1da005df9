"""Which pictures a project can give out, what their files are called, and their pixels."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from nti_desktop.document.crop import Crop
from nti_desktop.document.merge import merge_full_resolution
from nti_desktop.document.state import EditRecord, Project
from nti_desktop.engine.results import ImageArray
from nti_desktop.errors import ProjectError

What = Literal["shown", "starred", "all", "reconstruction"]
WHATS: tuple[What, ...] = get_args(What)

_MOST_NAME_BYTES = 90  # two of them, a number and a suffix fit into the 255 that most systems allow
_NOT_IN_NAMES = '<>:"/\\|?*'


@dataclass(frozen=True)
class Output:
    """A picture to give out; `edit` None is the reconstruction."""

    name: str
    edit: EditRecord | None


def outputs(project: Project, what: What) -> tuple[Output, ...]:
    """The pictures that are meant, oldest first; none where there is no such thing."""
    if what == "reconstruction":
        return () if project.inversion is None else (Output("reconstruction", None),)
    if what == "shown":
        return () if project.edit is None else (Output("edited", project.edit),)
    edits = [edit for edit in project.edits if edit.starred or what == "all"]
    return tuple(Output(file_name(edit.name or edit.caption), edit) for edit in edits)


def pixels_of(project: Project, output: Output, *, full: bool) -> ImageArray:
    """The picture, uint8 height x width x 3: merged into the whole photo, or as the model made it.

    The reconstruction has the model's size in any case: at full resolution it is the photo.

    Raises:
        ProjectError: what the picture was made from is gone.
    """
    edit = output.edit
    inversion = project.inversion if edit is None else project.inversion_of(edit.inversion_id)
    if inversion is None or project.photo is None or project.crop is None:
        raise ProjectError("The project no longer has what that picture was made from; choose another.")
    if edit is None:
        return inversion.reconstruction
    if not full:
        return edit.result.image
    return merge_full_resolution(project.photo, project.crop, inversion, edit.result)


def shows_all(project: Project, output: Output, *, full: bool) -> bool:
    """Whether `pixels_of` shows the whole photo, not only the part that the model was given."""
    if project.photo is None or project.crop is None:
        return False
    return (full and output.edit is not None) or project.crop == Crop(0, 0, *project.photo.size)


def size_of(project: Project, output: Output, *, full: bool) -> tuple[int, int]:
    """Width and height of `pixels_of`, without making them."""
    if full and output.edit is not None and project.photo is not None:
        return project.photo.size
    source = project.inversion.reconstruction if output.edit is None and project.inversion else None
    image = source if output.edit is None else output.edit.result.image
    return (0, 0) if image is None else (image.shape[1], image.shape[0])


def file_name(text: str) -> str:
    """A text as a part of a file name that every system allows."""
    plain = "".join(
        " " if c in _NOT_IN_NAMES or unicodedata.category(c).startswith("C") else c
        for c in unicodedata.normalize("NFC", text)
    )
    cut = " ".join(plain.split()).encode()[:_MOST_NAME_BYTES].decode("utf-8", "ignore")
    return cut.strip(" .") or "edit"


def free_paths(folder: Path, stem: str, outputs: tuple[Output, ...], suffix: str) -> Iterator[Path]:
    """A path for each picture, none of which is taken: where it would be, a number is added."""
    given: set[str] = set()
    for output in outputs:
        wanted = f"{stem}, {output.name}"
        names = (f"{wanted}{suffix}", *(f"{wanted} {n}{suffix}" for n in range(2, 10_000)))
        name = next((n for n in names if n.casefold() not in given and not (folder / n).exists()), None)
        if name is None:
            raise ProjectError(
                "“{name}” is full of pictures of that name; choose another folder.", name=folder.name
            )
        given.add(name.casefold())
        yield folder / name
