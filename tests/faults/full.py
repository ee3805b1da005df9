"""Run by `disks.full_disk` on a tiny file system: fill it page by page, and write at each step."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from nti_desktop.document.container import load_project, save_project
from nti_desktop.document.export import export_image
from nti_desktop.document.journal_folder import JournalWriter, read_journal
from nti_desktop.document.journal_recovery import new_journal
from nti_desktop.document.state import Project
from nti_desktop.errors import UserError
from tests.faults.outcome import Outcome, leftovers, number_of, numbered, small_project

_PAGE = 4096


def main(folder: Path, rounds: int) -> None:
    """Print how often the disk was full, what was lost, and what did not work afterwards."""
    outcome, project = Outcome("the disk is full", "on a small file system"), small_project()
    for number in range(rounds):
        for fill in (_full_while_saving, _full_while_journalling, _full_while_exporting):
            place = folder / str(number)
            place.mkdir()
            fill(project, place, outcome)
            for left in sorted(place.rglob("*"), reverse=True):
                left.rmdir() if left.is_dir() else left.unlink()
            place.rmdir()
    print(outcome.times, outcome.lost, outcome.stuck)


def _full_while_saving(project: Project, folder: Path, outcome: Outcome) -> None:
    path = folder / "p.nti"
    save_project(numbered(project, 0), path)
    before = path.read_bytes()

    def is_as_before() -> bool:
        return path.read_bytes() == before and not leftovers(folder)

    def save(number: int) -> None:
        save_project(numbered(project, number), path)

    _fill(folder / "ballast", save, is_as_before, outcome)
    save(2)
    outcome.stuck += number_of(load_project(path)) != 2


def _full_while_journalling(project: Project, folder: Path, outcome: Outcome) -> None:
    made, lock = new_journal(folder)
    writer = JournalWriter(made)

    def keep(number: int) -> None:
        writer.write(numbered(project, number), "mug", None)

    def is_as_before() -> bool:
        return number_of(read_journal(made)[0]) == 0 and not leftovers(folder)

    keep(0)
    _fill(folder / "ballast", keep, is_as_before, outcome)
    keep(2)
    outcome.stuck += number_of(read_journal(made)[0]) != 2
    lock.release()


def _full_while_exporting(project: Project, folder: Path, outcome: Outcome) -> None:
    path, photo = folder / "out.tif", project.photo
    assert photo is not None
    export_image(photo.pixels, path, photo)
    before = path.read_bytes()

    def is_as_before() -> bool:
        return path.read_bytes() == before and not leftovers(folder)

    _fill(folder / "ballast", lambda _: export_image(photo.pixels, path, photo), is_as_before, outcome)
    export_image(photo.pixels, path, photo)
    outcome.stuck += path.read_bytes() != before


def _fill(
    ballast: Path, write: Callable[[int], None], is_as_before: Callable[[], bool], outcome: Outcome
) -> None:
    """Write states 1 and 0 at each page less, until none is left; then make room again."""
    with ballast.open("wb", buffering=0) as file:
        while _grow(file):
            try:
                write(1)
            except UserError as error:
                outcome.times += 1
                outcome.lost += not is_as_before()
                outcome.stuck += "space" not in str(error)
            else:
                write(0)
    ballast.unlink()


def _grow(file) -> bool:
    try:
        return file.write(b"\0" * _PAGE) == _PAGE
    except OSError:
        return False


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
