"""`nti-desktop invert`: a photo and its caption into a project file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace

from nti_desktop.cli import keeping, reports, running
from nti_desktop.cli.arguments import Arguments
from nti_desktop.diffusion.prompts import words_of
from nti_desktop.diffusion.sources import ModelDescription, describe_model, portable_model
from nti_desktop.document.atomic import ensure_writable
from nti_desktop.document.crop import Crop, default_crop, largest_crop_within, working_image
from nti_desktop.document.document import Document
from nti_desktop.document.photo import Photo, load_photo
from nti_desktop.engine.protocol import Engine
from nti_desktop.engine.requests import InvertRequest
from nti_desktop.errors import CaptionError, PhotoError


def invert(arguments: Arguments, make_engine: Callable[[], Engine]) -> None:
    """Invert a photo and save the project; when it is cancelled or fails, keep what was done beside it.

    Raises:
        UserError: anything went wrong.
        Interrupted: it was cancelled.
    """
    if arguments.file is None:
        raise PhotoError("No photo was named; give the file to invert.")
    document = prepared(load_photo(arguments.file), arguments)
    ensure_writable(arguments.output)
    request = request_for(document, arguments)
    if arguments.resume:
        request = replace(request, resume=keeping.what_was_done(arguments.output))
    else:
        keeping.note_older(arguments.output)
    with running.opened(make_engine) as engine:
        try:
            document.add_inversion(running.invert(engine, request))
        except (running.Interrupted, running.JobFailedError) as stop:
            keeping.keep(document, request, stop.partial, arguments.output)
            raise
    keeping.save(document, arguments.output)
    inversion = document.project.inversion
    if inversion is not None:
        report = reports.inversion_report(inversion) | {"project": str(arguments.output)}
        lines = [*reports.inversion_lines(inversion), f"Saved as {arguments.output}."]
        reports.print_report(report, lines, as_json=arguments.as_json)


def prepared(photo: Photo, arguments: Arguments) -> Document:
    """A document with photo, caption, model and crop, ready to be inverted.

    Raises:
        UserError: the caption is empty, the model cannot be used, or the crop lies outside the photo.
    """
    if not words_of(arguments.caption):
        raise CaptionError("The caption is empty; describe the photo in one sentence, such as “a red mug”.")
    model = describe_model(arguments.model)
    _note_unknown_words(model, arguments.caption)
    document = Document()
    document.open_photo(photo, " ".join(arguments.caption.split()))
    document.set_model(portable_model(arguments.model))
    document.set_crop(_crop(photo, arguments.crop, model))
    return document


def request_for(document: Document, arguments: Arguments) -> InvertRequest:
    """The request that inverts the document's photo.

    Raises:
        UserError: the photo or the model is missing.
    """
    project = document.project
    if project.photo is None or project.crop is None:
        raise PhotoError("There is no photo to invert; open one first.")
    shape = describe_model(project.model).shape_for(project.crop.size)
    return InvertRequest(
        image=working_image(project.photo, project.crop, shape),
        caption=project.caption,
        model=project.model,
        method=arguments.method,
        preset=arguments.preset,
        steps=arguments.steps,
        guidance=arguments.guidance,
        null_start=arguments.null_start,
        refinements=arguments.refinements,
        device=arguments.device,
        memory=arguments.memory,
    )


def _crop(photo: Photo, wanted: Crop | None, model: ModelDescription) -> Crop:
    if wanted is None:
        return default_crop(photo.size, model.shape_for(photo.size))
    if not wanted.inside(photo.size):
        width, height = photo.size
        raise PhotoError(f"The crop lies outside the photo of {width} x {height} pixels; choose another.")
    shape = model.shape_for(wanted.size)
    used = largest_crop_within(wanted, shape)
    if used != wanted:
        corner = f"{used.x},{used.y},{used.width},{used.height}"
        print(f"The model's pictures are {shape[0]} x {shape[1]}: using {corner} of it.", file=sys.stderr)
    return used


def _note_unknown_words(model: ModelDescription, caption: str) -> None:
    known = model.known_words
    unknown = [] if known is None else [w.text for w in words_of(caption) if w.text.casefold() not in known]
    if unknown:
        listed = ", ".join(dict.fromkeys(unknown))
        print(f"Note: the model {model.name} was not trained on: {listed}.", file=sys.stderr)
