"""What is copied for a bug report names nobody and nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from nti_desktop.ui import report as report_module
from nti_desktop.ui.report import anonymous, report


@pytest.fixture(autouse=True)
def erika(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/home/erika"))
    monkeypatch.setattr(report_module.getpass, "getuser", lambda: "erika.muster")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cannot read /home/erika/Photos/summer.jpg", "cannot read <path>.jpg"),
        ("at C:\\Users\\Erika\\Pictures\\x.png: no", "at <path>.png: no"),
        ("~/models/own is gone", "<path> is gone"),
        ("“summer in rome.jpg” is damaged", "“<file>.jpg” is damaged"),
        ("'trip.nti' cannot be saved", "'<file>.nti' cannot be saved"),
        ("„Rom, Mai.jpg“ ist beschädigt", "„<file>.jpg“ ist beschädigt"),
        ("no “/home/x/My Photos/Rome, May.jpg” there", "no “<path>.jpg” there"),
        ("no such file: 'C:\\My Photos\\a b.png'", "no such file: '<path>.png'"),
        ("asked by erika, or ERIKA.MUSTER.", "asked by <user>, or <user>."),
        ("\\\\server\\share\\photo.tif", "<path>.tif"),
        ("2 evaluations/s, 50 / 10 steps", "2 evaluations/s, 50 / 10 steps"),
        ("read/write error in unet/config.json", "read/write error in unet/config.json"),
        ("file:///home/erika/a.jpg", "file:<path>.jpg"),
    ],
)
def test_places_and_names_are_left_out(text: str, expected: str) -> None:
    assert anonymous(text) == expected


def test_lines_of_code_keep_their_place() -> None:
    frame = '  File "/home/erika/venv/lib/python3.11/site-packages/PIL/Image.py", line 7, in open'
    assert anonymous(frame) == '  File "<…>/site-packages/PIL/Image.py", line 7, in open'
    ours = 'File "/home/erika/src/nti_desktop/ui/session.py", line 3'
    assert anonymous(ours) == 'File "<…>/nti_desktop/ui/session.py", line 3'


def test_secrets_are_left_out_whatever_their_case() -> None:
    text = "the caption “a photo of Erika's house” has no word “HOUSE”"
    found = anonymous(text, ["a photo of Erika's house", "", "house"])
    assert found == "the caption “<private>” has no word “<private>”"


def test_a_report_says_what_happened_and_on_what() -> None:
    text = report("The photo cannot be read.", "OSError: /home/erika/x.jpg", ["x.jpg"])
    assert text.startswith("The photo cannot be read.\n\nOSError: <path>")
    assert "NTI Desktop" in text
    assert "Python" in text
    assert "erika" not in text


def test_details_tell_no_more_than_the_log_does() -> None:
    details = "OSError: /media/erika/USB STICK/My trip 2025/x.jpg\nKeyError: 'grandmother'\n„geheim“ fehlt"
    text = report("It failed.", details, ["my grandmother"])
    assert not [secret for secret in ("STICK", "trip", "grandmother", "geheim") if secret in text]
    assert "KeyError" in text
