"""`nti-desktop invert`, cancelled and gone on with."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from nti_desktop.cli import main
from nti_desktop.document.container import load_project
from nti_desktop.engine.events import Cancelled, Progress
from nti_desktop.engine.fake import plausible_script
from nti_desktop.engine.local import LocalEngine
from nti_desktop.engine.pretence import make_partial

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
    assert "2 of 4 steps" in interrupted.out
    assert interrupted.json("info", PARTIAL)["paused"]["steps_done"] == 2


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
