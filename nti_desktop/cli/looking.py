"""`nti-desktop attention`: where the caption's words look, and what the picture's parts have in common."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from nti_desktop.cli import maps, running
from nti_desktop.cli.arguments import Arguments
from nti_desktop.cli.editing import opened_project, source_of
from nti_desktop.document.atomic import atomic_write, ensure_writable
from nti_desktop.document.pictures import image_to_png
from nti_desktop.engine.protocol import Engine
from nti_desktop.engine.requests import MapsRequest
from nti_desktop.engine.results import FloatArray, ImageArray, Inversion
from nti_desktop.errors import EngineError


def attention(arguments: Arguments, make_engine: Callable[[], Engine]) -> None:
    """Write the attention maps of the caption's words, as arrays or a picture, and their relatives.

    The maps stored with the inversion are taken unless steps, layers or components are asked for.

    Raises:
        UserError: anything went wrong.
        Interrupted: it was cancelled.
    """
    project = opened_project(arguments.file).project
    inversion = source_of(project).inversion
    for path in _outputs(arguments):
        ensure_writable(path)
    maps.word_maps(inversion, arguments.word)  # a word that is not there is told before the work begins
    found = None
    if arguments.maps_window or arguments.layers or arguments.components:
        with running.opened(make_engine) as engine:
            found = running.look_at_maps(engine, _request(arguments, project.model, inversion))
    if arguments.output.name:
        _write_words(arguments, inversion, None if found is None else found.maps)
    if arguments.components is not None and found is not None:
        _write_components(arguments.components, inversion, found.components)


def _outputs(arguments: Arguments) -> list[Path]:
    return [path for path in (arguments.output, arguments.components) if path is not None and path.name]


def _request(arguments: Arguments, model: str, inversion: Inversion) -> MapsRequest:
    first, last = arguments.maps_window or (0.0, 1.0)
    return MapsRequest(
        inversion=inversion,
        model=model,
        first=first,
        last=last,
        layers=arguments.layers,
        components=arguments.components is not None,
        device=arguments.device,
    )


def _write_words(arguments: Arguments, inversion: Inversion, found: FloatArray | None) -> None:
    words, word_maps = maps.word_maps(inversion, arguments.word, found)
    if arguments.output.suffix.lower() == ".npz":
        data = maps.npz_bytes(words, word_maps)
    else:
        data = image_to_png(maps.picture(inversion, words, word_maps))
    _write(arguments.output, data)
    print(f"Written to {arguments.output}: {', '.join(words)}.")


def _write_components(path: Path, inversion: Inversion, components: ImageArray | None) -> None:
    if components is None:
        raise EngineError("The engine gave no components back; try again.")
    height, width = inversion.reconstruction.shape[:2]
    data = image_to_png(maps.enlarged(components, (width, height)))
    _write(path, data)
    print(f"Written to {path}: the first three principal components of self-attention.")


def _write(path: Path, data: bytes) -> None:
    atomic_write(path, lambda file: file.write(data))
