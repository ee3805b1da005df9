"""A few cases for the tests, run in a process of their own: what others hold there is no case's memory."""

from __future__ import annotations

from pathlib import Path

from tests.fuzz.running import Count, run_cases
from tests.fuzz.targets import targets


def short_run(name: str, folder: Path, cases: int) -> Count:
    """The first cases of a target, always the same."""
    return run_cases(targets(folder, name)[name], seed=7, numbers=range(cases))
