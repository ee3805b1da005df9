"""`nti-desktop edit`: an inverted photo and an edited caption into a picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from nti_desktop.cli import reports, running
from nti_desktop.cli.arguments import Arguments
from nti_desktop.diffusion.prompts import find_word, words_of
from nti_desktop.document.document import Document
from nti_desktop.document.export import ensure_exportable, export_image, merge_full_resolution
from nti_desktop.document.photo import load_photo
from nti_desktop.document.state import Project
from nti_desktop.engine.protocol import Engine
from nti_desktop.engine.requests import EditParameters, EditRequest
from nti_desktop.engine.results import EditResult, ImageArray, Inversion
from nti_desktop.errors import CaptionError, PhotoError, ProjectError

_BLACK_BELOW = 128


@dataclass(frozen=True, eq=False)
class _Source:
    """What an edit starts from: an inversion of a project, and its id."""

    inversion: Inversion
    inversion_id: str


def edit(arguments: Arguments, make_engine: Callable[[], Engine]) -> None:
    """Edit an inverted photo, write the picture and perhaps keep the edit in the project.

    Raises:
        UserError: anything went wrong.
    """
    document = opened_project(arguments.file)
    source = _source(document.project)
    request = EditRequest(
        inversion=source.inversion,
        parameters=edit_parameters(arguments, source.inversion.caption),
        model=document.project.model,
        mask=None if arguments.mask is None else _mask(arguments.mask, document.project, source.inversion),
        device=arguments.device,
    )
    ensure_exportable(arguments.output)
    with running.opened(make_engine) as engine:
        result = running.edit(engine, request)
    write_edit(document.project, source.inversion, result, arguments.output, full=arguments.full_resolution)
    lines = [*reports.edit_lines(result, arguments.caption), f"Written to {arguments.output}."]
    if arguments.save:
        document.add_edit(request.parameters, result, source.inversion_id)
        document.save()
        lines.append(f"Kept in {document.path}.")
    report = reports.edit_report(result) | {"output": str(arguments.output)}
    reports.print_report(report, lines, as_json=arguments.as_json)


def opened_project(path: Path | None) -> Document:
    """A document with the project of that file.

    Raises:
        ProjectError: it cannot be read.
    """
    if path is None:
        raise ProjectError("No project was named; give a file that ends in .nti.")
    document = Document()
    document.load(path)
    return document


def edit_parameters(arguments: Arguments, source_caption: str) -> EditParameters:
    """How the edit differs from the source.

    Raises:
        CaptionError: a word that was named is in neither caption.
    """
    caption = " ".join(arguments.caption.split())
    if not words_of(caption):
        raise CaptionError("The edited caption is empty; write what the photo shall show.")
    weights = [(index, value) for word, value in arguments.weights for index in find_word(caption, word)]
    for word in arguments.blend or ():
        find_word(f"{source_caption} / {caption}", word)
    return EditParameters(
        caption=caption,
        weights=tuple(dict(weights).items()),
        cross_replace=arguments.cross_replace,
        self_replace=arguments.self_replace,
        blend_words=arguments.blend,
    )


def write_edit(project: Project, inversion: Inversion, result: EditResult, path: Path, *, full: bool) -> None:
    """Write an edited picture: merged into the whole photo, or as it is at the model's size.

    Raises:
        UserError: it cannot be written.
    """
    if project.photo is None or project.crop is None:
        raise ProjectError("The project has no photo; make a new one.")
    pixels = merge_full_resolution(project.photo, project.crop, inversion, result) if full else result.image
    export_image(pixels, path, project.photo)


def _source(project: Project) -> _Source:
    """The active inversion, else the latest."""
    inversion_id = project.active_inversion or (project.inversions[-1].id if project.inversions else None)
    inversion = None if inversion_id is None else project.inversion_of(inversion_id)
    if inversion is None or inversion_id is None:
        raise ProjectError("The project has no inversion yet; make one with “nti-desktop invert”.")
    return _Source(inversion, inversion_id)


def _mask(path: Path, project: Project, inversion: Inversion) -> ImageArray:
    """The user's blend mask at the working image's size, 255 where the edit may change the photo.

    Raises:
        PhotoError: it is no picture, of a size that fits neither photo, crop nor working image, or black.
    """
    mask = load_photo(path)
    height, width = inversion.reconstruction.shape[:2]
    picture = Image.fromarray(mask.pixels).convert("L")
    crop = project.crop
    if project.photo is not None and crop is not None and mask.size == project.photo.size != (width, height):
        picture = picture.crop((crop.x, crop.y, crop.x + crop.width, crop.y + crop.height))
    elif mask.size != (width, height) and (crop is None or mask.size != (crop.width, crop.height)):
        raise PhotoError(
            f"“{path.name}” must be as large as the photo, its crop, or {width} x {height} pixels."
        )
    values = np.asarray(picture.resize((width, height), Image.Resampling.BOX)).copy()
    if values.max() < _BLACK_BELOW:
        raise PhotoError(f"“{path.name}” is black where the photo is used; paint white what may change.")
    return values
