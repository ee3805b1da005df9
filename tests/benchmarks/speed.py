"""The figures of speed as Markdown, and their places in docs/speed.md."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.tables import table, write

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "speed.md"

_KINDS = ("median", "p99", "max", "held")
_LATE = {f"_{kind}_ms": kind for kind in _KINDS}
_PAINTS = {f"_paint_{kind}_ms": kind for kind in ("median", "p95", "max")}
_UNITS = {"ms": "ms", "mb": "MB", "kb": "kB", "seconds": "s"}


def put(name: str, figures: Mapping[str, float], head: str, document: Path = DOCUMENT) -> None:
    """Write a benchmark's figures into its section.

    Args:
        head: one line that says where and when they were taken.

    Raises:
        ValueError: the document has no such section.
    """
    begin, end = (f"<!-- {name}: {side} -->" for side in ("begin", "end"))
    write(f"{head}\n\n{rendered(figures)}", document, begin, end)


def rendered(figures: Mapping[str, float]) -> str:
    """As tables: one for what was taken several ways, with a row for each subject, and one for the rest."""
    parts, rest = [], dict(figures)
    for title, endings in (("late by, ms", _LATE), ("computes, ms", _PAINTS)):
        rows = _rows(rest, endings)
        if rows:
            parts.append(table((title, *endings.values()), rows))
    if rest:
        parts.append(table(("", "measured"), [_row(name, value) for name, value in rest.items()]))
    return "\n\n".join(parts)


def _rows(figures: dict[str, float], endings: Mapping[str, str]) -> list[list[str]]:
    """Take what ends like that out of the figures."""
    first = next(iter(endings))
    subjects = [name.removesuffix(first) for name in figures if name.endswith(first)]
    whole = [s for s in subjects if all(s + ending in figures for ending in endings)]
    return [[_words(s), *(f"{figures.pop(s + ending):.1f}" for ending in endings)] for s in whole]


def _row(name: str, value: float) -> list[str]:
    stem, _, last = name.rpartition("_")
    if last in _UNITS:
        return [_words(stem) or "time", f"{value:.3g} {_UNITS[last]}"]
    return [_words(name), f"{value:.3g}"]


def _words(name: str) -> str:
    return name.replace("_", " ")
