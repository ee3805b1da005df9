"""The options of each command but `edit`, which has a file of its own."""

from __future__ import annotations

import argparse
from pathlib import Path

from nti_desktop.cli import values
from nti_desktop.engine.requests import (
    BUNDLED_MODEL,
    DEVICES,
    FEWEST_STEPS,
    MEMORIES,
    METHODS,
    MOST_REFINEMENTS,
    MOST_STEPS,
    PRESETS,
)

OF_STEPS = "shares of the steps, 0 the noisiest to 1"


def add_demo(parser: argparse.ArgumentParser) -> None:
    """`demo`."""
    parser.add_argument(
        "-o", "--output", type=Path, default=Path("nti-demo"), metavar="DIR", help="default: %(default)s"
    )
    add_device(parser)
    add_json(parser)


def add_invert(parser: argparse.ArgumentParser) -> None:
    """`invert`."""
    add = parser.add_argument
    add("file", type=Path, metavar="PHOTO")
    add(
        "--caption",
        required=True,
        type=values.caption,
        metavar="TEXT",
        help="one sentence that describes the photo",
    )
    add("-o", "--output", required=True, type=values.project_file, metavar="FILE.nti")
    add("--model", default=BUNDLED_MODEL, help="name, diffusers folder or checkpoint; default: %(default)s")
    add("--method", choices=METHODS, default="null-text", help="default: %(default)s")
    add("--preset", choices=PRESETS, default="fast", help="default: %(default)s")
    steps = values.whole(FEWEST_STEPS, MOST_STEPS)
    add("--steps", type=steps, default=50, metavar="N", help="sampling steps; default: %(default)s")
    add("--guidance", type=values.guidance, metavar="W", help="default: the model's own, 7.5 for most")
    add("--crop", type=values.crop, metavar="x,y,w,h", help="in pixels of the upright photo")
    add(
        "--null-start",
        type=values.share,
        metavar="SHARE",
        help="where null embeddings start: 0 at the empty caption's, 1 at the caption's; "
        "with negative-prompt they stay there",
    )
    add(
        "--refinements",
        type=values.whole(0, MOST_REFINEMENTS),
        default=0,
        metavar="N",
        help="repeat each step of the way to noise so many times, for a path that leads back more exactly; "
        "default: %(default)s",
    )
    add(
        "--resume",
        action="store_true",
        help="go on with what Ctrl+C left in FILE.nti.partial; give all other options as before",
    )
    add_device(parser)
    add_memory(parser)
    add_json(parser)


def add_attention(parser: argparse.ArgumentParser) -> None:
    """`attention`."""
    add_project(parser)
    add = parser.add_argument
    add(
        "-o",
        "--output",
        type=values.attention_file,
        default=Path(),
        metavar="OUT.npz|OUT.png",
        help="the words' maps",
    )
    add("--word", help="only this word of the caption")
    add(
        "--steps",
        dest="maps_window",
        type=values.span,
        metavar="FIRST:LAST",
        help=f"look anew, at these steps only: {OF_STEPS}",
    )
    add(
        "--layer",
        dest="layers",
        action="append",
        metavar="PREFIX",
        help="look anew, at layers whose name begins so, such as mid_block; may be given several times",
    )
    add(
        "--components",
        type=values.picture_file,
        metavar="OUT.png",
        help="colour the picture's parts by what self-attention finds alike (first principal components)",
    )
    add_device(parser)


def add_info(parser: argparse.ArgumentParser) -> None:
    """`info`."""
    add_project(parser)
    add_json(parser)


def add_models(parser: argparse.ArgumentParser) -> None:
    """`models`."""
    parser.add_argument(
        "action", nargs="?", choices=("list", "check", "add", "download", "remove"), default="list"
    )
    parser.add_argument(
        "model",
        nargs="?",
        default=BUNDLED_MODEL,
        metavar="MODEL",
        help="name, folder, .safetensors file or id",
    )
    parser.add_argument("--name", default="", help="(add) how the model shall be called")
    add_json(parser)


def add_project(parser: argparse.ArgumentParser) -> None:
    """The project to work on."""
    parser.add_argument("file", type=Path, metavar="FILE.nti")


def add_device(parser: argparse.ArgumentParser) -> None:
    """Where to compute."""
    parser.add_argument("--device", choices=DEVICES, default="auto", help="default: %(default)s")


def add_memory(parser: argparse.ArgumentParser) -> None:
    """How much memory to take."""
    parser.add_argument(
        "--memory",
        choices=MEMORIES,
        default="auto",
        help="low: as little as possible, which takes longer; default: %(default)s",
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """How to print."""
    parser.add_argument("--json", dest="as_json", action="store_true", help="print one JSON object")
