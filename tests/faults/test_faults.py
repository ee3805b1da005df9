"""Each fault a few times; `make faults` puts them in by the hundred and writes the table."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("signals, forks and limits of POSIX", allow_module_level=True)

from nti_desktop.document import atomic
from tests.faults import disks
from tests.faults.outcome import Outcome, numbered, small_project

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("only", "times"),
    [("kill-saves", 6), ("kill-journals", 6), ("permission", 6), ("worker-memory", 2), ("worker-start", 2)],
)
def test_killed_and_forbidden_nothing_is_lost(only: str, times: int):
    """In a process of its own, since it forks."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", "--times", str(times), "--only", only],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"| {times} | 0 | 0 | 0 |" in done.stdout


def test_on_a_disk_that_is_really_full_nothing_is_lost(tmp_path: Path):
    outcome = disks.full_disk(tmp_path, 1)
    if outcome is None:
        pytest.skip("no file system may be mounted here")
    assert outcome.is_good, outcome
    assert outcome.times >= 6  # at several pages each while saving, journalling and exporting


@pytest.mark.slow
def test_a_killed_window_loses_two_seconds_at_most():
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", "--times", "8", "--only", "kill-windows"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_call_that_fails_keeps_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(disks, "ERRORS", disks.ERRORS[:1])
    for number, fault in enumerate((disks.failing_saves, disks.failing_journals)):
        place = tmp_path / str(number)
        place.mkdir()
        outcome = fault(small_project(), place)
        assert outcome.is_good, outcome
        assert outcome.times > 10


@pytest.mark.parametrize("fault", [disks.small_limits, disks.moved_clocks, disks.damaged_blocks])
def test_limits_clocks_and_damage_lose_nothing(tmp_path: Path, fault):
    outcome = fault(small_project(), tmp_path, 4)
    assert outcome.is_good, outcome


def test_a_loss_would_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A writer that writes straight into the file loses the old one, and the count says so."""

    def careless(path: Path, write, error=None, *, private: bool = False) -> None:
        with path.open("w+b") as file:
            write(file)

    monkeypatch.setattr("nti_desktop.document.container.atomic_write", careless)
    with pytest.raises(OSError, match="File too large"):
        disks.small_limits(small_project(), tmp_path, 4)
    assert not Outcome("x", "y").is_good
    assert not Outcome("x", "y", 3, lost=1).is_good
    assert numbered(small_project(), 3).caption == "state 3"
    assert atomic.atomic_write is not careless
