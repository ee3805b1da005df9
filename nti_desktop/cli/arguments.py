"""What can be typed behind `nti-desktop`."""

from __future__ import annotations

import argparse
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nti_desktop import __version__
from nti_desktop.document.crop import Crop
from nti_desktop.engine.requests import BUNDLED_MODEL, DEVICES, METHODS, PRESETS, Device, Method, Preset

_USAGE = "nti-desktop [PROJECT_OR_PHOTO]\n       nti-desktop COMMAND ..."
_OPEN = "open"


@dataclass(frozen=True)
class Arguments:
    """The command line, parsed; what a command does not take keeps its default.

    Attributes:
        file: the photo or project to work on.
        output: where to write, a file or (demo) a folder.
        caption: of the photo (invert), or the edited one (edit).
        weights: pairs (word, weight).
        blend: words that confine the edit; None lets the edit choose, empty does not confine it.
        action: of `models`.
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
    device: Device = "auto"
    weights: tuple[tuple[str, float], ...] = ()
    cross_replace: float = 0.8
    self_replace: float = 0.4
    blend: tuple[str, ...] | None = None
    mask: Path | None = None
    full_resolution: bool = False
    save: bool = False
    word: str | None = None
    action: str = "list"


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
    weights, blend = namespace.pop("weights", None), namespace.pop("blend", None)
    return Arguments(**namespace, weights=tuple(weights or ()), blend=blend)


def _parser() -> tuple[argparse.ArgumentParser, frozenset[str]]:
    parser = argparse.ArgumentParser(
        prog="nti-desktop",
        usage=_USAGE,
        description="Edit a photo by editing the sentence that describes it.",
    )
    parser.add_argument("--version", action="version", version=f"NTI Desktop {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", prog="nti-desktop")
    opening = commands.add_parser(_OPEN, help="open the window; also without this word")
    opening.add_argument("file", nargs="?", type=Path, metavar="PROJECT_OR_PHOTO")
    _add_demo(commands.add_parser("demo", help="invert and edit a sample photo, without a window"))
    _add_invert(commands.add_parser("invert", help="invert a photo into a project file"))
    _add_edit(commands.add_parser("edit", help="edit an inverted photo by editing its caption"))
    _add_attention(commands.add_parser("attention", help="write the attention maps of the caption's words"))
    info = commands.add_parser("info", help="say what a project file holds")
    _add_project(info)
    _add_json(info)
    models = commands.add_parser("models", help="list and check models")
    models.add_argument("action", nargs="?", choices=("list", "add", "download", "check"), default="list")
    models.add_argument("model", nargs="?", default=BUNDLED_MODEL, metavar="MODEL", help="name or folder")
    _add_json(models)
    return parser, frozenset(commands.choices)


def _add_demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("nti-demo"), metavar="DIR", help="default: %(default)s"
    )
    _add_device(parser)
    _add_json(parser)


def _add_invert(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="PHOTO")
    parser.add_argument(
        "--caption", required=True, metavar="TEXT", help="one sentence that describes the photo"
    )
    parser.add_argument("-o", "--output", required=True, type=_project, metavar="FILE.nti")
    parser.add_argument(
        "--model", default=BUNDLED_MODEL, help="name or diffusers folder; default: %(default)s"
    )
    parser.add_argument("--method", choices=METHODS, default="null-text", help="default: %(default)s")
    parser.add_argument("--preset", choices=PRESETS, default="fast", help="default: %(default)s")
    parser.add_argument("--steps", type=_steps, default=50, help="sampling steps; default: %(default)s")
    parser.add_argument("--guidance", type=_number, help="default: the model's own, 7.5 for most")
    parser.add_argument("--crop", type=_crop, metavar="x,y,w,h", help="in pixels of the upright photo")
    _add_device(parser)
    _add_json(parser)


def _add_edit(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
    parser.add_argument("--caption", required=True, metavar="TEXT", help="the edited caption")
    parser.add_argument(
        "--weight", dest="weights", type=_weight, action="append", metavar="WORD=2.0", help="1 is neutral"
    )
    parser.add_argument("--cross-replace", type=_share, default=0.8, help="0 to 1, default: %(default)s")
    parser.add_argument("--self-replace", type=_share, default=0.4, help="0 to 1, default: %(default)s")
    parser.add_argument(
        "--blend",
        type=_words,
        metavar="WORD[,WORD]",
        help="confine the edit to these; '' for the whole picture",
    )
    parser.add_argument(
        "--mask", type=Path, metavar="MASK.png", help="white where the edit may change the photo"
    )
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="OUT.png")
    parser.add_argument("--full-resolution", action="store_true", help="merge the edit into the whole photo")
    parser.add_argument("--save", action="store_true", help="keep the edit in the project")
    _add_device(parser)
    _add_json(parser)


def _add_attention(parser: argparse.ArgumentParser) -> None:
    _add_project(parser)
    parser.add_argument("-o", "--output", required=True, type=_attention_file, metavar="OUT.npz|OUT.png")
    parser.add_argument("--word", help="only this word of the caption")


def _add_project(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.nti")


def _add_device(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--device", choices=DEVICES, default="auto", help="default: %(default)s")


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", dest="as_json", action="store_true", help="print one JSON object")


def _with_suffix(text: str, *suffixes: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in suffixes:
        raise argparse.ArgumentTypeError(f"{text!r} does not end in {' or '.join(suffixes)}")
    return path


def _project(text: str) -> Path:
    return _with_suffix(text, ".nti")


def _attention_file(text: str) -> Path:
    return _with_suffix(text, ".npz", ".png")


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number")
    return value


def _share(text: str) -> float:
    value = _number(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not between 0 and 1")
    return value


def _steps(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:5]) <= 1000:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 to 1000")
    return int(text)


def _crop(text: str) -> Crop:
    try:
        x, y, width, height = (int(part) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form x,y,w,h") from None
    if min(x, y) < 0 or min(width, height) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no rectangle inside a photo")
    return Crop(x, y, width, height)


def _weight(text: str) -> tuple[str, float]:
    word, equals, value = text.rpartition("=")
    if not equals or not word.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form WORD=2.0")
    return word.strip(), _number(value)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())
