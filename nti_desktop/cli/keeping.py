"""What an inversion leaves that did not come to its end, or whose project cannot be saved.

`FILE.nti.partial`, beside the project, holds what was done of one inversion: whichever run did more of it. It
goes once the project is written.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
from pathlib import Path

from nti_desktop.cli.reports import paused_words
from nti_desktop.document.container import load_project
from nti_desktop.document.document import Document
from nti_desktop.document.state import Project
from nti_desktop.engine.requests import InvertRequest
from nti_desktop.engine.results import PartialInversion
from nti_desktop.errors import ProjectError


def partial_path(project: Path) -> Path:
    """Where an inversion that was stopped waits for `--resume`: a project file of its own."""
    return project.with_name(f"{project.name}.partial")


def what_was_done(output: Path) -> PartialInversion:
    """What `--resume` goes on from.

    Raises:
        ProjectError: there is nothing to go on from.
    """
    path = partial_path(output)
    found = load_project(path) if path.exists() else None
    if found is not None and found.paused is not None:
        return found.paused.partial
    if found is not None and found.inversion is not None:
        raise ProjectError(
            f"There is nothing to go on from in “{path}”: its inversion is complete; rename it to "
            f"{output.name}."
        )
    raise ProjectError(
        f"There is nothing to go on from in “{path}”; leave out --resume to begin at the beginning."
    )


def note_older(output: Path) -> None:
    """Say that there is something to go on from, before a run that begins at the beginning."""
    path = partial_path(output)
    found = _read(path)
    if found is not None and found.paused is not None:
        print(
            f"Note: {path} holds an earlier run, {paused_words(found.paused)}; --resume goes on with it. "
            "This run takes its place once it has done more.",
            file=sys.stderr,
        )


def keep(document: Document, request: InvertRequest, partial: PartialInversion | None, output: Path) -> None:
    """Keep what was done, unless an earlier run did more."""
    path = partial_path(output)
    if partial is None:
        return
    if _work(_read(path)) > _steps_of(partial):
        print(f"{path} is left as it was: an earlier run had done more.", file=sys.stderr)
        return
    document.set_paused(request, partial)
    try:
        document.save(path)
    except ProjectError as error:
        print(f"nti-desktop: {error}", file=sys.stderr)
    else:
        print(f"What was done is kept in {path}; the same command with --resume goes on.", file=sys.stderr)


def save(document: Document, output: Path) -> None:
    """Save a project with its inversion, and let go what was kept of it.

    Raises:
        ProjectError: it could not be saved there; the sentence says where it is instead.
    """
    try:
        document.save(output)
    except ProjectError as error:
        kept = _saved_elsewhere(document, output)
        if kept is None:
            raise
        raise ProjectError(f"{str(error).rstrip('.')}; all of it is kept as {kept}.") from error
    found = _read(partial_path(output))
    if found is not None and found.paused is not None:
        partial_path(output).unlink(missing_ok=True)


def _saved_elsewhere(document: Document, output: Path) -> Path | None:
    """Beside the project, else in a temporary folder; None where neither can be written."""
    with contextlib.suppress(ProjectError):
        document.save(partial_path(output))
        return partial_path(output)
    with contextlib.suppress(ProjectError, OSError):
        path = Path(tempfile.mkdtemp(prefix="nti-desktop-")) / output.name
        document.save(path)
        return path
    return None


def _read(path: Path) -> Project | None:
    """The project there; None where there is none, or none that can be read."""
    try:
        return load_project(path) if path.exists() else None
    except ProjectError:
        return None


def _work(project: Project | None) -> float:
    """Steps done of the inversion in a project; a complete one is more than any."""
    if project is None:
        return 0
    return _steps_of(project.paused.partial) if project.paused is not None else float("inf")


def _steps_of(partial: PartialInversion) -> int:
    """There, back, and of the reconstruction afterwards."""
    return len(partial.pivots) - 1 + len(partial.losses) + len(partial.residuals)
