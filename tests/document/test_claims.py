"""One window per project, and temporary files of the killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nti_desktop.document.atomic import LEFT_BEHIND_AFTER, atomic_write, remove_leftovers
from nti_desktop.document.claims import claim
from nti_desktop.upkeep.locks import try_lock

ROOT = Path(__file__).resolve().parents[2]
LEFTOVER = ".nti-0123456789abcdef.tmp"


def test_a_project_is_one_windows_at_a_time(tmp_path: Path):
    project, locks = tmp_path / "p.nti", tmp_path / "open"
    first = claim(project, locks)
    assert first is not None
    assert claim(project, locks) is None
    other = claim(tmp_path / "q.nti", locks)
    assert other is not None
    first.release()
    first.release()
    again = claim(project, locks)
    assert again is not None
    again.release()
    other.release()
    assert list(locks.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="making links needs rights there")
def test_a_link_is_the_same_project(tmp_path: Path):
    (tmp_path / "p.nti").write_bytes(b"")
    (tmp_path / "link.nti").symlink_to(tmp_path / "p.nti")
    first = claim(tmp_path / "link.nti", tmp_path / "open")
    assert first is not None
    assert claim(tmp_path / "p.nti", tmp_path / "open") is None
    first.release()


_HOLDING = """
import sys, time
from pathlib import Path
from nti_desktop.upkeep.locks import try_lock
lock = try_lock(Path(sys.argv[1]))
print("held" if lock else "taken", flush=True)
time.sleep(60)
"""


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path):
    path = tmp_path / "lock"
    child = subprocess.Popen(
        [sys.executable, "-c", _HOLDING, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with child:
        assert child.stdout.readline() == "held\n"
        assert try_lock(path) is None
        child.kill()
    lock = try_lock(path)
    assert lock is not None
    lock.release()


def age(path: Path, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(path, (then, then))


def test_what_a_killed_save_left_goes_with_the_next_one(tmp_path: Path):
    old, new = tmp_path / LEFTOVER, tmp_path / LEFTOVER.replace("0", "1")
    others = [tmp_path / name for name in ("notes.tmp", ".nti-xyz.tmp", ".nti-0123456789abcdef.tmp.txt")]
    for path in (old, new, *others):
        path.write_bytes(b"half")
        age(path, 2 * LEFT_BEHIND_AFTER)
    age(new, 0)
    atomic_write(tmp_path / "p.nti", lambda file: file.write(b"whole"))
    assert not old.exists()
    assert all(path.exists() for path in (new, *others))


@pytest.mark.skipif(os.name == "nt", reason="locks of POSIX; there, an open file cannot be removed")
def test_the_temporary_file_of_a_living_process_stays_whatever_the_clock_says(tmp_path: Path):
    def write(file) -> None:
        file.write(b"whole")
        file.flush()
        (temporary,) = tmp_path.glob(".nti-*.tmp")
        age(temporary, 2 * LEFT_BEHIND_AFTER)
        remove_leftovers(tmp_path)
        assert temporary.exists()

    atomic_write(tmp_path / "p.nti", write)
    assert (tmp_path / "p.nti").read_bytes() == b"whole"


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_a_link_with_such_a_name_is_not_followed_nor_removed(tmp_path: Path):
    precious = tmp_path / "precious"
    precious.write_bytes(b"x")
    age(precious, 2 * LEFT_BEHIND_AFTER)
    (tmp_path / LEFTOVER).symlink_to(precious)
    remove_leftovers(tmp_path)
    assert precious.exists()
    assert (tmp_path / LEFTOVER).is_symlink()
