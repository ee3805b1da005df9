"""`nti-desktop edit`: an inverted photo and an edited caption into a picture."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image

from nti_desktop.cli import reports, running
from nti_desktop.cli.arguments import Arguments
from nti_desktop.diffusion.prompts import find_in_either, find_word, words_of
from nti_desktop.document.crop import Crop
from nti_desktop.document.document import Document
from nti_desktop.document.export import (
    DEFAULTS,
    ExportOptions,
    ensure_exportable,
    export_image,
    merge_full_resolution,
)
from nti_desktop.document.photo import load_photo
from nti_desktop.document.state import Project, masks_of
from nti_desktop.engine.protocol import Engine
from nti_desktop.engine.requests import EditParameters, EditRequest
from nti_desktop.engine.results import EditResult, ImageArray, Inversion
from nti_desktop.errors import CaptionError, PhotoError, ProjectError

_BLACK_BELOW = 128
NOTHING_TO_EDIT = (
    "Note: the edit's mask is empty, so that the picture is as it was; confine the edit to other words "
    "(--blend), lower --blend-threshold, or use another mask."
)


@dataclass(frozen=True, eq=False)
class Source:
    """What an edit starts from: an inversion of a project, and its id."""

    inversion: Inversion
    inversion_id: str


def edit(arguments: Arguments, make_engine: Callable[[], Engine]) -> None:
    """Edit an inverted photo, write the picture and perhaps keep the edit in the project.

    Raises:
        UserError: anything went wrong.
    """
    document = opened_project(arguments.file)
    source = source_of(document.project)
    request = _request(arguments, document.project, source.inversion)
    ensure_exportable(arguments.output)
    with running.opened(make_engine) as engine:
        result = running.edit(engine, request)
    write_edit(
        document.project,
        source.inversion,
        result,
        arguments.output,
        full=arguments.full_resolution,
        options=ExportOptions(arguments.quality, arguments.mark),
    )
    if result.mask_coverage == 0:
        print(NOTHING_TO_EDIT, file=sys.stderr)
    captions = [source.inversion.caption, *(p.caption for p in (request.parameters, *request.stacked))]
    lines = [*reports.edit_lines(result, captions[-1]), f"Written to {arguments.output}."]
    if arguments.save:
        masks = masks_of(request)
        document.add_edit(request.parameters, result, source.inversion_id, request.stacked, masks)
        document.save()
        lines.append(f"Kept in {document.path}.")
    report = reports.edit_report(result, captions) | {"output": str(arguments.output)}
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
    caption = _edited_caption(arguments.caption)
    for word in (*(arguments.blend or ()), *arguments.blend_exclude):
        find_in_either(source_caption, caption, word)
    named = [(i, value) for word, value in arguments.weights for i in find_word(caption, word)]
    windows = [(i, window) for word, *window in arguments.cross_windows for i in find_word(caption, word)]
    defaults = EditParameters(caption)
    layer, quantile = arguments.mutual_layer, arguments.proximal_quantile
    self_start, self_end = arguments.self_window or (defaults.self_start, arguments.self_replace)
    return EditParameters(
        caption=caption,
        weights=tuple(dict(named).items()),
        cross_replace=arguments.cross_replace,
        self_replace=self_end,
        blend_words=arguments.blend,
        blend_threshold=arguments.blend_threshold,
        start_blend=arguments.start_blend,
        guidance=arguments.guidance,
        cross_windows=tuple((i, first, last) for i, (first, last) in dict(windows).items()),
        blend_exclude=arguments.blend_exclude,
        blend_softness=arguments.blend_softness,
        spatial_replace=arguments.spatial_replace,
        mutual_start=arguments.mutual_start,
        mutual_layer=defaults.mutual_layer if layer is None else layer,
        proximal=arguments.proximal,
        proximal_quantile=defaults.proximal_quantile if quantile is None else quantile,
        null_share=arguments.null_share,
        self_start=self_start,
    )


def further_edits(first: EditParameters, captions: Sequence[str]) -> tuple[EditParameters, ...]:
    """Edits of the result, one after the other: with the numbers of the first, but words of their own.

    Raises:
        CaptionError: a caption has no word.
    """
    everywhere = () if first.blend_words == () else None
    return tuple(
        replace(
            first,
            caption=_edited_caption(caption),
            weights=(),
            cross_windows=(),
            blend_words=everywhere,
            blend_exclude=(),
        )
        for caption in captions
    )


def _edited_caption(text: str) -> str:
    caption = " ".join(text.split())
    if not words_of(caption):
        raise CaptionError("The edited caption is empty; write what the photo shall show.")
    return caption


def _request(arguments: Arguments, project: Project, inversion: Inversion) -> EditRequest:
    parameters = edit_parameters(arguments, inversion.caption)
    own, added, subtracted = (
        None if path is None else _mask(path, project, inversion)
        for path in (arguments.mask, arguments.add_mask, arguments.subtract_mask)
    )
    return EditRequest(
        inversion=inversion,
        parameters=parameters,
        model=project.model,
        mask=own,
        device=arguments.device,
        memory=arguments.memory,
        added=added,
        subtracted=subtracted,
        stacked=further_edits(parameters, arguments.then),
    )


def write_edit(
    project: Project,
    inversion: Inversion,
    result: EditResult,
    path: Path,
    *,
    full: bool,
    options: ExportOptions = DEFAULTS,
) -> None:
    """Write an edited picture: merged into the whole photo, or as it is at the model's size.

    Raises:
        UserError: it cannot be written.
    """
    if project.photo is None or project.crop is None:
        raise ProjectError("The project has no photo; make a new one.")
    pixels = merge_full_resolution(project.photo, project.crop, inversion, result) if full else result.image
    whole = full or project.crop == Crop(0, 0, *project.photo.size)
    export_image(pixels, path, project.photo, options, whole=whole)


def source_of(project: Project) -> Source:
    """The active inversion, else the latest.

    Raises:
        ProjectError: there is none.
    """
    inversion_id = project.active_inversion or (project.inversions[-1].id if project.inversions else None)
    inversion = None if inversion_id is None else project.inversion_of(inversion_id)
    if inversion is None or inversion_id is None:
        raise ProjectError("The project has no inversion yet; make one with “nti-desktop invert”.")
    return Source(inversion, inversion_id)


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
        raise PhotoError(f"“{path.name}” is black where the photo is used; paint white what it is about.")
    return values
