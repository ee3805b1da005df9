"""`nti-desktop attention`, `info` and `models`: commands that only show what there is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict

from nti_desktop.cli import maps, reports
from nti_desktop.cli.arguments import Arguments
from nti_desktop.cli.editing import opened_project
from nti_desktop.diffusion.sources import ModelDescription, describe_model
from nti_desktop.document.atomic import atomic_write
from nti_desktop.document.pictures import image_to_png
from nti_desktop.engine.protocol import Engine
from nti_desktop.errors import ModelError, ProjectError
from nti_desktop.resources import resource_path


def attention(arguments: Arguments, _: Callable[[], Engine]) -> None:
    """Write the attention maps of the caption's words: an array file, or a picture of them.

    Raises:
        UserError: anything went wrong.
    """
    project = opened_project(arguments.file).project
    inversion = project.inversion or (project.inversions[-1].inversion if project.inversions else None)
    if inversion is None:
        raise ProjectError("The project has no inversion yet; make one with “nti-desktop invert”.")
    words, word_maps = maps.word_maps(inversion, arguments.word)
    if arguments.output.suffix.lower() == ".npz":
        data = maps.npz_bytes(words, word_maps)
    else:
        data = image_to_png(maps.picture(inversion, words, word_maps))
    atomic_write(arguments.output, lambda file: file.write(data))
    print(f"Written to {arguments.output}: {', '.join(words)}.")


def info(arguments: Arguments, _: Callable[[], Engine]) -> None:
    """Say what a project holds.

    Raises:
        ProjectError: it cannot be read.
    """
    project = opened_project(arguments.file).project
    reports.print_report(
        reports.project_report(project), reports.project_lines(project), as_json=arguments.as_json
    )


def models(arguments: Arguments, _: Callable[[], Engine]) -> None:
    """List the models that ship with the app, or check one.

    Raises:
        ModelError: the model cannot be used, or the action does not exist yet.
    """
    if arguments.action in ("add", "download"):
        raise ModelError(
            f"“models {arguments.action}” is not available yet; name the model's folder with --model instead."
        )
    if arguments.action == "check":
        description = describe_model(arguments.model)
        lines = [f"{description.name} can be used.", *_lines(description)]
        reports.print_report(_report(description), lines, as_json=arguments.as_json)
        return
    found = [describe_model(name) for name in _bundled()]
    report = {"models": [_report(description) for description in found]}
    reports.print_report(
        report,
        [line for d in found for line in _lines(d)] or ["No model is installed."],
        as_json=arguments.as_json,
    )


def _bundled() -> list[str]:
    folder = resource_path("models")
    return sorted(path.parent.name for path in folder.glob("*/model_index.json"))


def _report(description: ModelDescription) -> reports.Report:
    return asdict(description) | {"path": str(description.path)}


def _lines(description: ModelDescription) -> list[str]:
    size = f"{description.width} x {description.height} pixels"
    return [f"{description.name}: {size}, fingerprint {description.fingerprint}, in {description.path}"]
