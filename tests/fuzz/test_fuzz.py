"""A short run of the fuzzer, always the same cases; `make fuzz` runs as many as one likes."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from nti_desktop.document.decoding import MOST_PIXELS_OF
from nti_desktop.document.photo import photo_from_bytes
from nti_desktop.errors import PhotoError, ProjectError
from tests.document.conftest import encoded
from tests.fuzz.limits import peak_of, time_limit
from tests.fuzz.running import case, run_cases
from tests.fuzz.short import short_run
from tests.fuzz.targets import Target, refused, targets

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its limits need signals of POSIX")

CASES = {"projects": 120, "images": 200, "models": 120, "checkpoints": 120, "journals": 60}


@pytest.mark.parametrize("name", CASES)
def test_spoilt_files_are_opened_or_refused_in_a_sentence(name: str, tmp_path: Path):
    count = short_run(name, tmp_path, CASES[name])
    assert count.failures == []
    assert count.distinct > CASES[name] * 0.8
    assert 0 < count.opened < count.cases


def test_a_case_is_the_same_at_every_run(tmp_path: Path):
    def inputs(folder: Path) -> list[bytes]:
        folder.mkdir()
        return [case(target, 7, number) for target in targets(folder).values() for number in range(20)]

    assert inputs(tmp_path / "one") == inputs(tmp_path / "two")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how much memory was held")
@pytest.mark.parametrize(
    ("mode", "kind", "bytes_a_pixel"),
    [("RGBA", "PNG", 12), ("RGB", "JPEG", 9), ("I;16", "PNG", 9), ("L", "PNG", 9)],
)
def test_the_memory_of_a_large_picture_is_bounded(mode: str, kind: str, bytes_a_pixel: int):
    size = (5000, 4000)
    image = Image.new(mode, size) if mode != "I;16" else Image.fromarray(np.zeros(size[::-1], np.uint16))
    data = encoded(image, kind)
    before = peak_of(lambda: True)[1]

    def read() -> bool:
        return photo_from_bytes(data, "large").size == size

    opened, peak = peak_of(read)
    assert opened
    assert peak - before < bytes_a_pixel * size[0] * size[1]


def test_a_webp_picture_may_have_fewer_pixels_than_others(monkeypatch: pytest.MonkeyPatch):
    data = encoded(Image.new("RGB", (100, 80)), "WEBP", lossless=True)
    assert photo_from_bytes(data, "small.webp").size == (100, 80)
    monkeypatch.setitem(MOST_PIXELS_OF, "WEBP", 7_000)
    with pytest.raises(PhotoError, match="100 x 80 pixels"):
        photo_from_bytes(data, "small.webp")


def _target(read) -> Target:
    return Target("made up", lambda dice: dice.randbytes(4), read)


def test_the_fuzzer_finds_what_it_looks_for(monkeypatch: pytest.MonkeyPatch):
    def crash(data: bytes) -> bool:
        raise KeyError(data)

    def hang(data: bytes) -> bool:
        time.sleep(30)
        return True

    def gulp(data: bytes) -> bool:
        return len(b"x" * 80_000_000) > 0

    assert [kind for kind, _, _ in run_cases(_target(crash), 1, range(3)).failures] == ["exception"] * 3
    if sys.platform == "linux":
        assert run_cases(_target(gulp), 1, range(1)).peak > 80_000_000
        monkeypatch.setattr("tests.fuzz.running.MEMORY", 80_000_000)
        assert run_cases(_target(gulp), 1, range(1)).of("memory") == 1
    monkeypatch.setattr("tests.fuzz.running.time_limit", lambda: time_limit(0.05))
    assert run_cases(_target(hang), 1, range(1)).of("hang") == 1


def test_a_refusal_must_be_a_sentence():
    with pytest.raises(AssertionError, match="not one sentence"), refused():
        raise ProjectError("bad\nfile")
    with refused() as verdict:
        raise ProjectError("“x” is damaged; try a backup.")
    assert verdict == [False]
