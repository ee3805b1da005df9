"""The options of `edit`."""

from __future__ import annotations

import argparse
from pathlib import Path

from nti_desktop.cli import values
from nti_desktop.cli.options import OF_STEPS, add_device, add_json, add_memory, add_project


def add_edit(parser: argparse.ArgumentParser) -> None:
    """`edit`."""
    add_project(parser)
    add = parser.add_argument
    add("--caption", required=True, type=values.caption, metavar="TEXT", help="the edited caption")
    add(
        "--then",
        action="append",
        type=values.caption,
        metavar="TEXT",
        help="edit the result further, to this caption; may be given several times",
    )
    add("-o", "--output", required=True, type=Path, metavar="OUT.png")
    add("--full-resolution", action="store_true", help="merge the edit into the whole photo")
    add(
        "--quality",
        type=values.whole(1, 100),
        metavar="N",
        help="of a JPEG or WebP file, 1 to 100; default: 95 for JPEG; 100 for WebP, which loses nothing",
    )
    add("--mark", action="store_true", help="say in the metadata that a generative model edited the photo")
    add("--save", action="store_true", help="keep the edit in the project")
    _add_words(parser.add_argument_group("words"))
    _add_place(parser.add_argument_group("where the edit takes place"))
    _add_hold(parser.add_argument_group("how firmly the photo is held"))
    add_device(parser)
    add_memory(parser)
    add_json(parser)


def _add_words(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--weight",
        dest="weights",
        type=values.weight,
        action="append",
        metavar="WORD=2.0",
        help="how strongly a word counts: 1 is neutral, 0 silences it, less than 0 turns it round",
    )
    group.add_argument(
        "--cross-window",
        dest="cross_windows",
        type=values.word_window,
        action="append",
        metavar="WORD=FIRST:LAST",
        help=f"when this word takes over the photo's attention, instead of --cross-replace: {OF_STEPS}",
    )


def _add_place(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add(
        "--blend",
        type=values.words,
        metavar="WORD[,WORD]",
        help="confine the edit to these words' places; '' for the whole picture; default: the edited words",
    )
    add("--blend-exclude", type=values.words, default=(), metavar="WORD[,WORD]", help="not where these are")
    add(
        "--blend-threshold",
        type=values.share,
        default=0.3,
        metavar="SHARE",
        help="how strongly a word must look at a place: 0 as where it does so least, 1 as where most; "
        "default: %(default)s",
    )
    add(
        "--blend-softness",
        type=values.half_share,
        default=0.0,
        metavar="SHARE",
        help="width of the soft edge, as a share of the shorter side, 0 to 0.5; default: %(default)s",
    )
    add(
        "--start-blend",
        type=values.share,
        default=0.2,
        metavar="SHARE",
        help="share of the steps before the edit is confined; default: %(default)s",
    )
    add("--mask", type=Path, metavar="PNG", help="white where the edit may change the photo, and only there")
    add("--add-mask", type=Path, metavar="PNG", help="white where it may do so besides")
    add("--subtract-mask", type=Path, metavar="PNG", help="white where it may not in any case")


def _add_hold(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add(
        "--cross-replace",
        type=values.share,
        metavar="SHARE",
        help="share of the steps in which words look where they look in the photo; default: 0.8, or 0.2 "
        "where a thing is replaced or added",
    )
    add(
        "--self-replace",
        type=values.share,
        metavar="SHARE",
        help="share of the steps in which shapes are taken from the photo; default: 0.4, or 0.1 where a "
        "thing is replaced or added",
    )
    add(
        "--self-window",
        type=values.window,
        metavar="FIRST:LAST",
        help=f"the same with a begin of its own: {OF_STEPS}",
    )
    add(
        "--spatial-replace",
        type=values.share,
        default=0.0,
        metavar="SHARE",
        help="share of the steps in which the picture itself is the photo's; default: %(default)s",
    )
    add(
        "--mutual-from",
        dest="mutual_start",
        type=values.share,
        metavar="SHARE",
        help="for a change of pose: after this share of the steps, textures are looked up in the photo",
    )
    add(
        "--mutual-layer",
        type=values.whole(0, 9999),
        metavar="N",
        help="the first self-attention layer that does so; default: 0",
    )
    add(
        "--proximal",
        choices=("soft", "hard"),
        default="none",
        help="leave out what the guidance changes only a little: by shrinking (soft) or by cutting (hard)",
    )
    add(
        "--proximal-quantile",
        type=values.share,
        metavar="SHARE",
        help="what counts as a little: this share of the places; default: 0.7",
    )
    add(
        "--null-share",
        type=values.share,
        metavar="SHARE",
        help="how much the edit keeps of the inversion's null embeddings: 1 all, 0 nothing but the empty "
        "caption's, so that another object can take shape; default: 0 where a thing is new, else 1",
    )
    add(
        "--guidance",
        type=values.edit_guidance,
        metavar="W",
        help="how far to follow the edited caption; default: the inversion's",
    )
