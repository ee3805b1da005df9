"""The program as a whole: demo, models, the window, cancelling, progress, start-up."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import threading
import types
from dataclasses import replace
from pathlib import Path

import pytest

from nti_desktop.cli import main
from nti_desktop.cli.progress import LOG_INTERVAL, ProgressLine, describe, duration
from nti_desktop.cli.reports import print_report
from nti_desktop.document.container import load_project
from nti_desktop.engine.events import Cancelled, Notice, Progress
from nti_desktop.engine.fake import Pause
from tests.cli.conftest import opened

ROOT = Path(__file__).resolve().parents[2]


def test_demo(shell, sample, tmp_path):
    report = shell.json("demo")
    names = ["photo", "reconstruction", "edited", "attention", "edited-full-resolution"]
    folder = tmp_path / "nti-demo"
    assert sorted(p.name for p in folder.iterdir()) == sorted([*(f"{n}.png" for n in names), "demo.nti"])
    assert abs(report["psnr_db"] - report["vae_psnr_db"]) <= 0.05
    assert report["caption"] == "a red mug"
    assert report["edit"]["caption"] == "a blue mug"
    assert report["edit"]["mask_coverage"] > 0
    assert [opened(folder / f"{n}.png").size for n in names[:3]] == [(32, 32)] * 3
    assert opened(folder / "edited-full-resolution.png").size == (80, 60)
    project = load_project(folder / "demo.nti")
    assert project.edit.parameters.caption == "a blue mug"
    assert len(shell.engines) == 1


def test_demo_for_people(shell, sample):
    assert shell("demo", "-o", "here/there") == 0
    assert "red to blue" in shell.out
    assert Path("here/there/edited.png").is_file()
    Path("file").write_text("x", encoding="utf-8")
    assert shell("demo", "-o", "file/x") == 1
    assert "cannot be made" in shell.err


@pytest.mark.parametrize(
    ("argv", "path"), [([], None), (["p.nti"], "p.nti"), (["open", "x.jpg"], "x.jpg"), (["./demo"], "demo")]
)
def test_the_window_opens_without_a_command(shell, monkeypatch, argv, path):
    opened = []
    app = types.ModuleType("nti_desktop.app")
    app.run_window = lambda path: opened.append(path) or 7
    monkeypatch.setitem(sys.modules, "nti_desktop.app", app)
    assert shell(*argv) == 7
    assert opened == [path]


def test_help_and_version(shell):
    assert shell("--help") == 0
    assert "invert" in shell.out
    assert shell("--version") == 0
    assert "NTI Desktop" in shell.out
    assert shell("edit", "--help") == 0
    assert "--cross-replace" in shell.out


def test_a_cancelled_job(shell, photo):
    shell.script = [Cancelled()]
    assert shell("invert", photo, "--caption", "a red mug", "-o", "p.nti") == 130
    assert shell.err.endswith("cancelled.\n")
    assert not Path("p.nti").exists()


def test_ctrl_c_cancels_through_the_engine(shell, photo):
    def script(request):
        yield Progress("null-text", 1, 50)
        threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGINT)).start()
        yield Pause(20)

    shell.script = script
    before = signal.getsignal(signal.SIGINT)
    assert shell("invert", photo, "--caption", "a red mug", "-o", "p.nti") == 130
    assert shell.engines[0].closed
    assert signal.getsignal(signal.SIGINT) is before
    assert not Path("p.nti").exists()


def test_an_interrupt_outside_a_job(shell, photo, monkeypatch):
    def interrupted(path):
        raise KeyboardInterrupt

    monkeypatch.setattr("nti_desktop.cli.inverting.load_photo", interrupted)
    assert shell("invert", photo, "--caption", "a red mug", "-o", "p.nti") == 130


def test_a_silent_engine(shell, photo, monkeypatch):
    shell.script = []
    monkeypatch.setattr("nti_desktop.engine.fake.FakeEngine._play", lambda self, request: iter(()))
    assert shell("invert", photo, "--caption", "a red mug", "-o", "p.nti") == 1
    assert "without a result" in shell.err


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


STEP = Progress("null-text", 7, 50, 861, 3.2e-5, 1e-5, 2, 100, 14.2, 95.0)


def test_a_progress_line_says_everything():
    text = describe(STEP)
    loss = "loss 3.20e-05 (tolerance 1.00e-05)"
    for part in ("null-text", "7/50", "t=861", loss, "14.2 evaluations/s", "1 min 35 s left"):
        assert part in text
    assert "iteration" not in text
    assert "  iteration 2  " in describe(replace(STEP, step=6, step_done=False))
    assert "tolerance" not in describe(replace(STEP, tolerance=None))
    assert describe(Progress("loading", 0, 1)).strip() == "loading"


def test_on_a_terminal_one_line_is_rewritten():
    terminal = Terminal()
    now = [0.0]
    line = ProgressLine(terminal, clock=lambda: now[0])
    for step in range(1, 51):
        now[0] += 0.1
        line.show(Progress("null-text", step, 50))
    line.close()
    line.close()
    text = terminal.getvalue()
    assert text.count("\r") == 50
    assert text.count("\n") == 1
    assert text.endswith("\n")


def test_a_live_line_never_reaches_the_terminals_edge(monkeypatch):
    """Else it would wrap, and only its last part would be overwritten."""
    long = replace(STEP, step_done=False, network_evaluations=1)
    whole = describe(long)
    for columns in (200, 80, 60, 40, 10):
        monkeypatch.setattr("nti_desktop.cli.progress._columns", lambda _, columns=columns: columns)
        terminal = Terminal()
        ProgressLine(terminal).show(long)
        text = terminal.getvalue().removeprefix("\r").removesuffix("\x1b[K")
        assert len(text) < columns
        assert whole.startswith(text)
    assert "1 min 35 s left" in describe(long, 79)
    assert describe(long, 30) == "null-text         7/50"


def test_a_terminal_that_does_not_tell_has_80_columns():
    terminal = Terminal()
    ProgressLine(terminal).show(replace(STEP, step_done=False))
    assert 55 < len(terminal.getvalue()) - len("\r\x1b[K") < 80


def test_a_stage_of_one_step_is_logged_once():
    log = io.StringIO()
    line = ProgressLine(log)
    for stage in ("loading", "encoding"):
        line.show(Progress(stage, 0, 1))
        line.show(Progress(stage, 1, 1))
    assert log.getvalue() == "loading\nencoding\n"


def test_a_notice_has_a_line_of_its_own_above_the_live_one():
    terminal = Terminal()
    now = [0.0]
    line = ProgressLine(terminal, clock=lambda: now[0])
    line.note("Before anything else.")
    line.show(Progress("null-text", 1, 50))
    line.note("Memory is short.")
    now[0] += 1
    line.show(Progress("null-text", 2, 50))
    line.close()
    first, second, third, last = terminal.getvalue().split("\n")
    assert first == "Before anything else."
    assert second.startswith("\r")
    assert second.endswith("\r\x1b[KMemory is short.")
    assert third.startswith("\r")
    assert "2/50" in third
    assert last == ""


def test_notices_go_to_standard_error(shell, photo):
    shell.script = lambda request: [
        Progress("null-text", 1, 2),
        Notice("Memory is short."),
        Progress("null-text", 2, 2),
    ]
    assert shell("invert", photo, "--caption", "a red mug", "-o", "p.nti", "--json") == 0
    assert "Memory is short." in shell.err.splitlines()
    assert "Memory" not in shell.out


def test_in_a_log_there_is_a_line_now_and_then():
    log = io.StringIO()
    now = [0.0]
    line = ProgressLine(log, clock=lambda: now[0])
    for step in range(1, 51):
        line.show(Progress("null-text", step, 50))
        now[0] += LOG_INTERVAL / 10
    line.close()
    lines = log.getvalue().splitlines()
    assert len(lines) == 6
    assert "50/50" in lines[-1]
    assert "\r" not in log.getvalue()


def test_durations():
    assert [duration(s) for s in (-1, 0.4, 59.4, 65, 3600 + 600)] == [
        "0 s",
        "0 s",
        "59 s",
        "1 min 05 s",
        "1 h 10 min",
    ]


def test_help_needs_neither_torch_nor_qt():
    check = (
        "import sys; from nti_desktop.cli import main; status = main(['--help']);"
        "bad = {'torch', 'PySide6', 'diffusers', 'transformers'} & set(sys.modules);"
        "print(status, sorted(bad), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "0 []"


def test_json_holds_no_numbers_that_json_does_not_have(capsys):

    print_report({"a": float("inf"), "b": [1.5, float("nan")], "c": {"d": (1,)}}, [], as_json=True)
    assert json.loads(capsys.readouterr().out) == {"a": None, "b": [1.5, None], "c": {"d": [1]}}


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_demo_with_the_bundled_model(tmp_path, capsys, monkeypatch):
    """The main job without a window: the sample photo comes back as well as the autoencoder can hold it."""
    monkeypatch.chdir(tmp_path)
    assert main(["demo", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["psnr_db"] > report["vae_psnr_db"] - 0.05
    assert len(load_project(tmp_path / "nti-demo" / "demo.nti").edits) == 1
