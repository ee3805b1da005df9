"""Run by `disks.full_disk` on a tiny file system: fill it step by step, and save at each step."""

from __future__ import annotations

import sys
from pathlib import Path

from nti_desktop.document.container import load_project, save_project
from nti_desktop.errors import ProjectError
from tests.faults.outcome import leftovers, number_of, numbered, small_project

_STEP = 4096


def main(folder: Path) -> None:
    """Print how often the disk was full, what was lost, and what did not work afterwards."""
    project, path, ballast = small_project(), folder / "p.nti", folder / "ballast"
    save_project(numbered(project, 0), path)
    before, times, lost, stuck = path.read_bytes(), 0, 0, 0
    with ballast.open("wb", buffering=0) as file:
        while _fill(file):
            try:
                save_project(numbered(project, 1), path)
            except ProjectError as error:
                times += 1
                lost += path.read_bytes() != before or leftovers(folder) > 0
                stuck += "space" not in str(error)
            else:
                save_project(numbered(project, 0), path)
                before = path.read_bytes()
    ballast.unlink()
    save_project(numbered(project, 2), path)
    stuck += number_of(load_project(path)) != 2
    print(times, lost, stuck)


def _fill(file) -> bool:
    try:
        return file.write(b"\0" * _STEP) == _STEP
    except OSError:
        return False


if __name__ == "__main__":
    main(Path(sys.argv[1]))
