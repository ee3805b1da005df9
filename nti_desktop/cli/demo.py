"""`nti-desktop demo`: the main job without a window, on a sample photo with the bundled model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from nti_desktop.cli import maps, reports, running
from nti_desktop.cli.arguments import Arguments
from nti_desktop.cli.editing import edit_parameters, write_edit
from nti_desktop.cli.inverting import prepared, request_for
from nti_desktop.document.atomic import atomic_write
from nti_desktop.document.document import Document
from nti_desktop.document.photo import load_photo
from nti_desktop.document.pictures import image_to_png
from nti_desktop.document.samples import Sample, samples
from nti_desktop.engine.protocol import Engine
from nti_desktop.engine.requests import EditRequest
from nti_desktop.engine.results import EditResult, ImageArray, Inversion
from nti_desktop.errors import PhotoError


@dataclass(frozen=True, eq=False)
class _Made:
    """What the demo made: a document with one inversion and one edit, and the working image."""

    document: Document
    image: ImageArray
    inversion: Inversion
    result: EditResult


def demo(arguments: Arguments, make_engine: Callable[[], Engine]) -> None:
    """Invert a sample photo, edit it, and write all that comes out into a folder.

    Raises:
        UserError: anything went wrong.
    """
    sample = _first_sample()
    folder = arguments.output
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PhotoError(f"The folder “{folder}” cannot be made ({error.strerror}); name another.") from error
    arguments = replace(arguments, caption=sample.caption)
    with running.opened(make_engine) as engine:
        made = _make(engine, sample, arguments)
    files = _write(made, folder)
    report = _report(made, sample) | {"files": [str(path) for path in files]}
    lines = [
        f"Photo: {sample.path.name}.",
        *reports.inversion_lines(made.inversion),
        *reports.edit_lines(made.result, sample.edit_caption),
        f"Written to {folder}: {', '.join(path.name for path in files)}.",
    ]
    reports.print_report(report, lines, as_json=arguments.as_json)


def _first_sample() -> Sample:
    found = samples()
    if not found:
        raise PhotoError("There are no sample photos; install NTI Desktop again.")
    return found[0]


def _make(engine: Engine, sample: Sample, arguments: Arguments) -> _Made:
    document = prepared(load_photo(sample.path), arguments)
    request = request_for(document, arguments)
    inversion = running.invert(engine, request)
    document.add_inversion(inversion)
    parameters = edit_parameters(replace(arguments, caption=sample.edit_caption), inversion.caption)
    result = running.edit(
        engine, EditRequest(inversion, parameters, model=request.model, device=arguments.device)
    )
    document.add_edit(parameters, result)
    return _Made(document, request.image, inversion, result)


def _write(made: _Made, folder: Path) -> tuple[Path, ...]:
    words, word_maps = maps.word_maps(made.inversion)
    pictures = {
        "photo.png": made.image,
        "reconstruction.png": made.inversion.reconstruction,
        "edited.png": made.result.image,
        "attention.png": maps.picture(made.inversion, words, word_maps),
    }
    for name, picture in pictures.items():
        _write_png(folder / name, picture)
    merged, project = folder / "edited-full-resolution.png", folder / "demo.nti"
    write_edit(made.document.project, made.inversion, made.result, merged, full=True)
    made.document.save(project)
    return (*(folder / name for name in pictures), merged, project)


def _write_png(path: Path, picture: ImageArray) -> None:
    data = image_to_png(picture)
    atomic_write(path, lambda file: file.write(data), PhotoError)


def _report(made: _Made, sample: Sample) -> reports.Report:
    captions = [sample.caption, sample.edit_caption]
    edited = {"caption": sample.edit_caption} | reports.edit_report(made.result, captions)
    return {"photo": sample.path.name} | reports.inversion_report(made.inversion) | {"edit": edited}
