"""`nti-desktop invert`, cancelled and gone on with."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nti_desktop.cli import main
from nti_desktop.document import atomic
from nti_desktop.document.container import load_project
from nti_desktop.document.document import Document
from nti_desktop.engine.events import Cancelled, Failed, Progress
from nti_desktop.engine.fake import plausible_script
from nti_desktop.engine.local import LocalEngine
from nti_desktop.engine.pretence import make_partial
from nti_desktop.errors import ProjectError
from tests.cli.conftest import described

COMMAND = ("--caption", "a red mug", "-o", "p.nti", "--steps", 4, "--null-start", 0.5)
PARTIAL = Path("p.nti.partial")


def stopped(request):
    return [Progress("null-text", 2, 4), Cancelled(make_partial(request, 2))]


@pytest.fixture
def interrupted(shell, photo):
    shell.script = stopped
    assert shell("invert", photo, *COMMAND) == 130
    return shell


def test_what_was_done_is_kept_beside_the_project(interrupted, photo):
    assert "p.nti.partial" in interrupted.err
    assert interrupted.err.endswith("cancelled.\n")
    assert not Path("p.nti").exists()
    paused = load_project(PARTIAL).paused
    assert (paused.caption, paused.steps, paused.null_start) == ("a red mug", 4, 0.5)
    assert len(paused.partial.losses) == 2
    assert interrupted("info", PARTIAL) == 0
    assert f"{len(paused.partial.pivots) - 1} of 4 pivots found, 2 of 4 steps optimised" in interrupted.out
    told = interrupted.json("info", PARTIAL)["paused"]
    assert (told["pivots_done"], told["steps_done"]) == (len(paused.partial.pivots) - 1, 2)


def test_resume_hands_it_back_to_the_engine(interrupted, photo):
    kept = load_project(PARTIAL).paused.partial
    interrupted.script = lambda request: plausible_script(request, 0)
    assert interrupted("invert", photo, *COMMAND, "--resume") == 0, interrupted.err
    resumed = interrupted.request.resume
    assert resumed.request_key == kept.request_key
    assert np.array_equal(resumed.current, kept.current)
    project = load_project(Path("p.nti"))
    assert project.inversion is not None
    assert project.paused is None
    assert not PARTIAL.exists()


def test_without_resume_it_begins_at_the_beginning(interrupted, photo):
    interrupted.script = lambda request: plausible_script(request, 0)
    assert interrupted("invert", photo, *COMMAND) == 0
    assert interrupted.request.resume is None


def test_an_older_run_is_told_at_the_start_and_goes_when_the_project_is_written(interrupted, photo):
    interrupted.script = lambda request: plausible_script(request, 0)
    assert interrupted("invert", photo, *COMMAND) == 0
    first = interrupted.err.splitlines()[0]
    assert "p.nti.partial holds an earlier run" in first
    assert "2 of 4 steps optimised; --resume goes on with it" in first
    assert not PARTIAL.exists()
    assert interrupted("invert", photo, *COMMAND) == 0
    assert "earlier run" not in interrupted.err


@pytest.mark.parametrize(("done", "kept"), [(1, 2), (3, 3)])
def test_of_two_runs_that_were_stopped_the_one_that_did_more_is_kept(interrupted, photo, done, kept):
    interrupted.script = lambda request: [Cancelled(make_partial(request, done))]
    assert interrupted("invert", photo, *COMMAND) == 130
    assert len(load_project(PARTIAL).paused.partial.losses) == kept
    assert ("earlier run had done more" in interrupted.err) == (kept != done)
    assert ("What was done is kept" in interrupted.err) == (kept == done)


def test_an_inversion_that_fails_is_kept_like_one_that_is_cancelled(shell, photo):
    shell.script = lambda request: [Failed("The numbers overflow; do x.", partial=make_partial(request, 2))]
    assert shell("invert", photo, *COMMAND) == 1
    kept, failed = shell.err.splitlines()[-2:]
    assert "kept in p.nti.partial" in kept
    assert failed == "nti-desktop: The numbers overflow; do x."
    assert len(load_project(PARTIAL).paused.partial.losses) == 2


def refusing(monkeypatch, *names: str) -> None:
    """Let no file of such a name be written."""
    write = atomic.atomic_write

    def perhaps(path, *rest, **options):
        if path.name in names:
            raise ProjectError(f"“{path.name}” was not saved: the disk is full.")
        write(path, *rest, **options)

    monkeypatch.setattr("nti_desktop.document.container.atomic_write", perhaps)


def test_a_project_that_cannot_be_saved_is_kept_beside_it(shell, photo, monkeypatch):
    refusing(monkeypatch, "p.nti")
    assert shell("invert", photo, *COMMAND) == 1
    last = "nti-desktop: “p.nti” was not saved: the disk is full; all of it is kept as p.nti.partial."
    assert shell.err.splitlines()[-1] == last
    assert load_project(PARTIAL).inversion is not None
    # It is complete: no run that is stopped takes its place, and it is not gone on with.
    monkeypatch.undo()
    monkeypatch.chdir(photo.parent)
    monkeypatch.setattr("nti_desktop.cli.inverting.describe_model", described)
    assert shell("invert", photo, *COMMAND, "--resume") == 1
    assert "complete; rename it to p.nti" in shell.err
    shell.script = stopped
    assert shell("invert", photo, *COMMAND) == 130
    assert load_project(PARTIAL).inversion is not None


def test_or_else_in_a_temporary_folder(shell, photo, monkeypatch, tmp_path):
    monkeypatch.setattr("nti_desktop.cli.keeping.tempfile.mkdtemp", lambda prefix: str(made(tmp_path)))
    save = Document.save

    def elsewhere(self, path):
        if path.parent == Path():
            raise ProjectError("“p.nti” was not saved: the disk is full.")
        save(self, path)

    monkeypatch.setattr(Document, "save", elsewhere)
    assert shell("invert", photo, *COMMAND) == 1
    assert shell.err.splitlines()[-1].endswith(
        f"the disk is full; all of it is kept as {tmp_path}/kept/p.nti."
    )
    assert load_project(tmp_path / "kept/p.nti").inversion is not None


def made(folder: Path) -> Path:
    (folder / "kept").mkdir()
    return folder / "kept"


def test_cancelled_before_anything_was_done(shell, photo):
    shell.script = [Cancelled()]
    assert shell("invert", photo, *COMMAND) == 130
    assert list(Path().glob("p.nti*")) == []


def test_a_project_of_that_name_is_left_alone(shell, project, photo):
    before = project.read_bytes()
    shell.script = stopped
    assert shell("invert", photo, *COMMAND) == 130
    assert project.read_bytes() == before
    assert PARTIAL.exists()


def test_nothing_to_go_on_from(shell, photo, project):
    assert shell("invert", photo, *COMMAND, "--resume") == 1
    assert "leave out --resume" in shell.err
    assert shell.err.count("\n") == 1
    project.rename(PARTIAL)
    assert shell("invert", photo, *COMMAND, "--resume") == 1
    assert "nothing to go on from" in shell.err


def test_a_full_disk_does_not_change_the_exit_status(shell, photo, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    shell.script = stopped
    monkeypatch.setattr("nti_desktop.document.container.write_archive", full)
    assert shell("invert", photo, *COMMAND) == 130
    assert "no space" in shell.err
    assert not PARTIAL.exists()


class Stopping(LocalEngine):
    """The real engine, which is cancelled once so many steps are optimised."""

    stop_at = 2

    def submit(self, request):
        for event in super().submit(request):
            if isinstance(event, Progress) and event.stage == "null-text" and event.step == self.stop_at:
                self.cancel()
            yield event

    def close(self) -> None:
        """Keep the model for the next command."""


def test_the_real_engine_goes_on_where_it_was_stopped(photo, monkeypatch, capsys):
    monkeypatch.chdir(photo.parent)
    engine = Stopping()
    command = [str(a) for a in ("invert", photo, *COMMAND)]
    assert main(command, lambda: engine) == 130
    engine.stop_at = -1
    other = [str(a) for a in ("invert", photo, *COMMAND, "--guidance", 3, "--resume")]
    assert main(other, lambda: engine) == 1
    assert "begun with" in capsys.readouterr().err
    assert main([*command, "--resume"], lambda: engine) == 0
    resumed = load_project(Path("p.nti")).inversion
    assert main(command, lambda: engine) == 0
    whole = load_project(Path("p.nti")).inversion
    for name in ("pivots", "null_embeddings", "residuals", "word_maps", "reconstruction"):
        assert getattr(resumed, name).tobytes() == getattr(whole, name).tobytes(), name
    assert resumed.report.loss_per_timestep == whole.report.loss_per_timestep
    assert resumed.report.cycle_error == whole.report.cycle_error
