"""The comparison of the methods as Markdown, and its place in docs/methods.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean

from tests.benchmarks.methods import HUE_DEGREES, METHOD_ROWS, OPTION_ROWS, Measured, Row
from tests.marked import write_between

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "methods.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
_FAST = "null-text, fast"
_METHODS = (
    "method", "comes back", "without residuals", "background", "not confined", "hue right", "inside",
    "evaluations", "seconds", "to fast",
)  # fmt: skip
_OPTIONS = (
    "edit", "background", "not confined", "hue right", "inside", "evaluations", "seconds",
)  # fmt: skip

Figures = Mapping[Row, Sequence[Measured]]


def section(figures: Figures, title: str) -> str:
    """Both tables at one guidance."""
    some = next(iter(figures.values()))
    alone = f"The autoencoder alone: {_db(some, 'autoencoder')} dB."
    by_name = {row.name: found for row, found in figures.items()}
    fast = sum(m.seconds for m in by_name[_FAST])
    methods = [_method(row, figures[row], fast) for row in METHOD_ROWS]
    options = [_option(row, figures[row]) for row in OPTION_ROWS]
    parts = [f"### {title}", alone, table(_METHODS, methods), "Editing options:", table(_OPTIONS, options)]
    return "\n\n".join(parts)


def heading(command: str, date: str, machine: str, scenes: int, steps: int) -> str:
    """Where the figures come from."""
    return (
        f"`{command}` on {date}, {machine}; n = {scenes} held-out scenes, {steps} steps; means, all in one\n"
        f"run. PSNR in dB; the hue is right within {HUE_DEGREES} degrees of the rendered truth."
    )


def write(measured: str, document: Path = DOCUMENT, begin: str = BEGIN, end: str = END) -> None:
    """Put the figures in their place, instead of those of the last run.

    Raises:
        ValueError: the document has no such place.
    """
    write_between(document, begin, end, measured)


def _method(row: Row, found: Sequence[Measured], fast: float) -> list[str]:
    seconds = sum(m.seconds for m in found)
    time = ["", ""] if row.plain else [f"{seconds / len(found):.1f}", f"{seconds / fast:.2f}"]
    return [
        row.name,
        "" if row.plain else _db(found, "with_residuals", 2),
        _db(found, "without_residuals", 2),
        *_edit(found),
        f"{mean(m.evaluations for m in found):.0f}",
        *time,
    ]


def _option(row: Row, found: Sequence[Measured]) -> list[str]:
    evaluations, seconds = (
        mean(getattr(m, f"edit_{name}") for m in found) for name in ("evaluations", "seconds")
    )
    return [row.name, *_edit(found), f"{evaluations:.0f}", f"{seconds:.1f}"]


def _edit(found: Sequence[Measured]) -> list[str]:
    right = f"{sum(m.recoloured for m in found)} of {len(found)}"
    return [_db(found, "background"), _db(found, "background_everywhere"), right, _db(found, "inside")]


def _db(found: Sequence[Measured], name: str, digits: int = 1) -> str:
    return f"{mean(getattr(m, name) for m in found):.{digits}f}"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of Markdown, its first column of words, the others of figures."""
    lines = [header, ["---", *["---:"] * (len(header) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
