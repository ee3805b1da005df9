"""What can be typed behind `nti-desktop`."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nti_desktop import __version__
from nti_desktop.cli import options
from nti_desktop.cli.edit_options import add_edit
from nti_desktop.document.crop import Crop
from nti_desktop.engine.methods import contradiction
from nti_desktop.engine.requests import BUNDLED_MODEL, MOST_STACKED, Device, Memory, Method, Preset, Proximal

_USAGE = "nti-desktop [PROJECT_OR_PHOTO]\n       nti-desktop COMMAND ..."
_OPEN = "open"
_LISTS = ("weights", "cross_windows", "then", "layers")


@dataclass(frozen=True)
class Arguments:
    """The command line, parsed; what a command does not take keeps its default.

    Attributes:
        file: the photo or project to work on.
        output: where to write, a file or (demo) a folder; an empty path where nothing was named.
        caption: of the photo (invert), or the edited one (edit).
        resume: whether to go on with a paused inversion.
        weights: pairs (word, weight).
        cross_windows: triples (word, first, last share of the steps).
        blend: words that confine the edit; None lets the edit choose, empty does not confine it.
        then: captions of further edits of the result.
        self_window: shares of the steps from and to which shapes are taken from the photo.
        maps_window: first and last share of the steps to look at; None for the stored maps.
        layers: beginnings of names of attention layers.
        components: where to write the principal components of self-attention.
        action: of `models`; `name` is how it shall call one.
    """

    command: str
    file: Path | None = None
    output: Path = Path()
    as_json: bool = False
    caption: str = ""
    model: str = BUNDLED_MODEL
    method: Method = "null-text"
    preset: Preset = "fast"
    steps: int = 50
    guidance: float | None = None
    crop: Crop | None = None
    null_start: float | None = None
    refinements: int = 0
    resume: bool = False
    device: Device = "auto"
    memory: Memory = "auto"
    weights: tuple[tuple[str, float], ...] = ()
    cross_windows: tuple[tuple[str, float, float], ...] = ()
    cross_replace: float | None = None
    self_replace: float | None = None
    self_window: tuple[float, float] | None = None
    spatial_replace: float = 0.0
    mutual_start: float | None = None
    mutual_layer: int | None = None
    proximal: Proximal = "none"
    proximal_quantile: float | None = None
    null_share: float | None = None
    blend: tuple[str, ...] | None = None
    blend_exclude: tuple[str, ...] = ()
    blend_threshold: float = 0.3
    blend_softness: float = 0.0
    start_blend: float = 0.2
    mask: Path | None = None
    add_mask: Path | None = None
    subtract_mask: Path | None = None
    then: tuple[str, ...] = ()
    full_resolution: bool = False
    quality: int | None = None
    mark: bool = False
    save: bool = False
    word: str | None = None
    maps_window: tuple[float, float] | None = None
    layers: tuple[str, ...] = ()
    components: Path | None = None
    action: str = "list"
    name: str = ""


def parse(argv: Sequence[str]) -> Arguments:
    """Read the command line.

    Raises:
        SystemExit: with status 2 and a message on wrong usage; with 0 after --help and --version.
    """
    parser, commands = _parser()
    bare = not argv or (not argv[0].startswith("-") and argv[0] not in commands)
    namespace = vars(parser.parse_args([_OPEN, *argv] if bare else list(argv)))
    if namespace["command"] is None:
        parser.error("name a command, a photo or a project")
    namespace |= {name: tuple(namespace.get(name) or ()) for name in _LISTS}
    arguments = Arguments(**namespace)
    wrong = _what_is_wrong(arguments)
    if wrong:
        commands[arguments.command].error(wrong)
    return arguments


def _what_is_wrong(arguments: Arguments) -> str:
    """What no single option can know of itself; "" when all is well."""
    needs_a_model = arguments.action in ("add", "download", "remove")
    nothing_to_write = arguments.output == Path() and arguments.components is None
    checks = (
        (
            arguments.mutual_layer is not None and arguments.mutual_start is None,
            "--mutual-layer needs --mutual-from, which says when it begins",
        ),
        (
            arguments.proximal_quantile is not None and arguments.proximal == "none",
            "--proximal-quantile needs --proximal soft or --proximal hard",
        ),
        (
            arguments.self_window is not None and arguments.self_replace is not None,
            "--self-window says when --self-replace ends as well; give one of the two",
        ),
        (len(arguments.then) > MOST_STACKED, f"--then can be given {MOST_STACKED} times at most"),
        (
            arguments.command == "attention" and nothing_to_write,
            "say what to write: -o FILE for the words' maps, --components FILE, or both",
        ),
        (needs_a_model and arguments.model == BUNDLED_MODEL, f"say which model to {arguments.action}"),
    )
    wrong = contradiction(arguments.method, arguments.preset, arguments.null_start)
    return next((sentence for is_wrong, sentence in checks if is_wrong), (wrong or "").rstrip("."))


def _parser() -> tuple[argparse.ArgumentParser, Mapping[str, argparse.ArgumentParser]]:
    parser = argparse.ArgumentParser(
        prog="nti-desktop",
        usage=_USAGE,
        description="Edit a photo by editing the sentence that describes it.",
    )
    parser.add_argument("--version", action="version", version=f"NTI Desktop {__version__}")
    commands: Any = parser.add_subparsers(
        dest="command", metavar="COMMAND", title="commands", prog="nti-desktop"
    )
    opening = commands.add_parser(_OPEN, help="open the window; also without this word")
    opening.add_argument("file", nargs="?", type=Path, metavar="PROJECT_OR_PHOTO")
    for name, add, text in (
        ("demo", options.add_demo, "invert and edit a sample photo, without a window"),
        ("invert", options.add_invert, "invert a photo into a project file"),
        ("edit", add_edit, "edit an inverted photo by editing its caption"),
        ("attention", options.add_attention, "write the attention maps of the caption's words"),
        ("info", options.add_info, "say what a project file holds"),
        ("models", options.add_models, "list and check models"),
    ):
        add(commands.add_parser(name, help=text))
    return parser, commands.choices
