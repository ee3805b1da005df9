"""Logs and crash traces: kept small, kept private, and offered again."""

from __future__ import annotations

import logging
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from nti_desktop.diffusion.prompts import find_word
from nti_desktop.errors import CaptionError
from nti_desktop.upkeep import logbook
from nti_desktop.upkeep.crashes import MOST_CRASHES, previous_crashes, watch_for_crash
from nti_desktop.upkeep.logbook import start_log
from nti_desktop.upkeep.privacy import anonymised

ROOT = Path(__file__).resolve().parents[2]

TRACE = """Traceback (most recent call last):
  File "/home/ann/My programs/nti/nti_desktop/document/atomic.py", line 60, in atomic_write
    temporary.replace(target)
  File "/usr/lib/python3.11/pathlib.py", line 1175, in replace
FileNotFoundError: [Errno 2] No such file or directory: '/home/ann/My photos/wedding.jpg' -> 'C:\\Users\\Ann'
nti_desktop.errors.ProjectError: “wedding.nti” was not saved: “ann and bob” is no caption.
"""
SECRETS = ("ann", "Ann", "wedding", "photos", "bob", "Users", "My programs")


@pytest.fixture
def log(tmp_path: Path):
    book = start_log("window", folder=tmp_path)
    yield tmp_path / "window.log"
    book.close()


def test_a_traceback_keeps_what_helps_and_nothing_of_the_person():
    text = anonymised(TRACE)
    assert not [secret for secret in SECRETS if secret in text]
    for part in ("nti_desktop/document/atomic.py", "line 60, in atomic_write", "temporary.replace(target)"):
        assert part in text
    assert "FileNotFoundError: [Errno 2] No such file or directory" in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("saved to /home/ann/cat.nti in 2 s", "saved to <path> in 2 s"),
        ("saved to C:\\Users\\Ann\\cat.nti", "saved to <path>"),
        ("photo 3: my cat.jpg is damaged", "photo 3: <file> is damaged"),
        ("KeyError: 'pivots'", "KeyError: 'pivots'"),
        ("ValueError: 'a red mug'", "ValueError: '…'"),
        ("“a red mug” has no word “mug”", "“…” has no word “…”"),
        ("12 of 50 steps, 3.5 dB", "12 of 50 steps, 3.5 dB"),
        ("unet/config.json is damaged", "unet/config.json is damaged"),
        ("„rote Tasse.nti“ ist beschädigt", "“…” ist beschädigt"),
        ("「我的照片.nti」已损坏，《红杯子》", "“…”已损坏，“…”"),
        ("at /media/ann/USB STICK/My trip 2025/cat.jpg: no", "at <path> no"),
        ("C:\\Users\\Ann B\\My photos\\cat.jpg is gone", "<path> is gone"),
        ("saved to /home/ann/cat.nti in 2 s, 5 / 10 steps", "saved to <path> in 2 s, 5 / 10 steps"),
    ],
)
def test_what_is_taken_out_and_what_stays(text: str, expected: str):
    assert anonymised(text) == expected


def test_what_is_known_to_be_secret_goes_wherever_it_stands():
    assert anonymised("words of a red mug: 3", ["a red mug", ""]) == "words of …: 3"
    assert anonymised("KeyError: 'Grandmother'", ["my grandmother"]) == "KeyError: '…'"


def test_the_words_of_a_caption_do_not_go_into_the_log():
    with pytest.raises(CaptionError) as caught:
        find_word("ann and bob", "carol")
    told = anonymised(str(caught.value))
    assert not any(name in told for name in ("ann", "bob", "carol"))


def test_the_log_asks_what_is_secret_at_each_line(tmp_path: Path):
    book = start_log("window", folder=tmp_path)
    book.secrets = lambda: ["my grandmother"]
    logging.getLogger("nti_desktop.test").error("no word: %r of my grandmother", "grandmother")
    book.close()
    text = (tmp_path / "window.log").read_text(encoding="utf-8")
    assert "no word: '…' of …" in text


def test_the_log_names_nothing(log: Path):
    logger = logging.getLogger("nti_desktop.test")
    logger.info("opened %s", "/home/ann/wedding.jpg")
    caption = "ann and bob"
    try:
        raise ValueError(f"no caption in {caption!r}")
    except ValueError:
        logger.exception("“wedding.nti” was not saved")
    text = log.read_text(encoding="utf-8")
    assert not [secret for secret in SECRETS if secret in text]
    assert "ValueError: no caption in" in text
    assert "in test_the_log_names_nothing" in text


def test_the_log_names_files_once_that_is_allowed(tmp_path: Path):
    allowed = []
    book = start_log("window", lambda: bool(allowed), tmp_path)
    logging.getLogger("nti_desktop.test").info("opened %s", "/home/ann/one.jpg")
    allowed.append(True)
    logging.getLogger("nti_desktop.test").info("opened %s", "/home/ann/two.jpg")
    book.close()
    text = (tmp_path / "window.log").read_text(encoding="utf-8")
    assert "one.jpg" not in text
    assert "/home/ann/two.jpg" in text


def test_of_libraries_only_warnings_are_kept(log: Path):
    logging.getLogger("PIL.test").error("broken")
    logging.getLogger("PIL.test").info("chatter")
    assert "broken" in log.read_text(encoding="utf-8")
    assert "chatter" not in log.read_text(encoding="utf-8")


def test_the_log_stays_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(logbook, "LARGEST", 2000)
    book = start_log("window", folder=tmp_path)
    for number in range(400):
        logging.getLogger("nti_desktop.test").info("line %d of many that say the same", number)
    book.close()
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == ["window.log", *(f"window.log.{n}" for n in range(1, logbook.OLDER + 1))]
    assert all(path.stat().st_size <= 2000 for path in tmp_path.iterdir())
    assert "line 399" in (tmp_path / "window.log").read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_nobody_else_may_read_the_log(log: Path):
    logging.getLogger("nti_desktop.test").info("hello")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_two_windows_do_not_write_one_file(log: Path):
    second = start_log("window", folder=log.parent)
    logging.getLogger("nti_desktop.test").info("to both")
    second.close()
    assert (log.parent / "window-2.log").exists()
    assert not list(log.parent.glob("window-2.lock"))


def test_without_a_place_for_a_log_the_program_goes_on(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    assert start_log("window", folder=tmp_path / "file" / "logs") is None
    assert watch_for_crash(tmp_path / "file" / "crashes") is None


_CRASHING = """
import sys, faulthandler
from pathlib import Path
from nti_desktop.upkeep.crashes import watch_for_crash
watch = watch_for_crash(Path(sys.argv[1]))
def in_the_depths():
    print("ready", flush=True)
    sys.stdin.readline()
    if sys.argv[2] == "crash":
        faulthandler._sigsegv()
    watch.end()
in_the_depths()
"""


def _process(folder: Path, how: str) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    child = subprocess.Popen(
        [sys.executable, "-c", _CRASHING, str(folder), how], cwd=ROOT, stdin=pipe, stdout=pipe, text=True
    )
    assert child.stdout.readline() == "ready\n"
    return child


def test_a_crash_is_offered_at_the_next_start_until_it_is_forgotten(tmp_path: Path):
    with _process(tmp_path, "crash") as child:
        assert previous_crashes(tmp_path) == ()  # it lives
        child.communicate("\n")
    (crash,) = previous_crashes(tmp_path)
    assert "Segmentation fault" in crash.trace
    assert "in_the_depths" in crash.trace
    assert previous_crashes(tmp_path) == (crash,)
    crash.forget()
    assert previous_crashes(tmp_path) == ()


def test_a_window_that_ends_well_or_is_killed_leaves_no_crash(tmp_path: Path):
    with _process(tmp_path, "end") as child:
        child.communicate("\n")
    assert list(tmp_path.iterdir()) == []
    with _process(tmp_path, "end") as child:
        child.kill()
        child.communicate()
    assert len(list(tmp_path.iterdir())) == 1
    assert previous_crashes(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_of_many_crashes_the_latest_are_kept(tmp_path: Path):
    for number in range(MOST_CRASHES + 2):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"crash {number}")
        os.utime(path, (number, number))
    assert [crash.trace for crash in previous_crashes(tmp_path)] == [f"crash {n}" for n in range(6, 1, -1)]
    assert len(list(tmp_path.iterdir())) == MOST_CRASHES
