"""What is said of the time before a job begins: from earlier jobs, else from the processor, else nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from nti_desktop.diffusion.descriptions import ModelDescription
from nti_desktop.document.changes import paused_of
from nti_desktop.engine.events import Progress
from nti_desktop.engine.pretence import make_partial
from nti_desktop.engine.requests import InvertRequest
from nti_desktop.ui.jobs.closeness import psnr_db
from nti_desktop.ui.jobs.pace import (
    Expected,
    Means,
    expected_rest,
    expected_times,
    measured_gflops,
    remembered,
)
from nti_desktop.ui.jobs.progress import JobProgress
from nti_desktop.ui.jobs.wording import about, about_waiting, expectation
from nti_desktop.ui.settings import Settings

LARGE = ModelDescription("large", Path(), "f" * 16, 512, 512, 64, 7.5, None)
SMALL = replace(LARGE, known_words=("mug",))


def test_without_any_measure_nothing_is_said() -> None:
    assert expected_times(Settings(), LARGE, None) == {}
    assert expected_times(Settings(), None, Means(False, 100)) == {}
    assert expected_times(Settings(), LARGE, Means(True)) == {}, "nobody measured the graphics card"
    assert expected_times(Settings(device="cuda"), LARGE, Means(False, 100)) == {}
    assert expected_times(Settings(), SMALL, Means(False, 100)) == {}, "far smaller than its family"


def test_the_processors_speed_gives_a_guess() -> None:
    times = expected_times(Settings(), LARGE, Means(False, 803))
    assert times["fast"] == Expected(250, measured=False)
    assert times["instant"] == Expected(150, measured=False)
    wide = replace(LARGE, width=1024)
    assert expected_times(Settings(), wide, Means(False, 803))["fast"].seconds == 500


def test_an_earlier_job_of_the_model_and_device_is_believed_instead() -> None:
    paces = remembered((), LARGE.fingerprint, "auto", 5.0)
    times = expected_times(Settings(paces=paces), LARGE, Means(False, 803))
    assert times["fast"] == Expected(50, measured=True)
    assert times["exact"].at_most, "its steps may end early"
    assert not expected_times(Settings(paces=paces, device="cpu"), LARGE, Means(False, 803))["fast"].measured
    assert not expected_times(Settings(paces=paces), replace(LARGE, fingerprint="0" * 16), Means(False, 1))[
        "fast"
    ].measured


def test_the_latest_pace_replaces_the_one_before_and_few_are_kept() -> None:
    paces: tuple[str, ...] = ()
    for number in range(50):
        paces = remembered(paces, f"{number % 30:016d}", "auto", 1.0 + number)
    assert len(paces) == 20
    assert len({pace.split()[0] for pace in paces}) == 20
    assert paces[0].endswith("50")


@pytest.mark.parametrize("spoilt", ["f" * 16 + " auto many", "nonsense", "", "f" * 16 + " auto -1"])
def test_a_spoilt_pace_is_ignored(spoilt: str) -> None:
    assert expected_times(Settings(paces=(spoilt,)), LARGE, None) == {}


def test_of_a_paused_inversion_the_rest_counts() -> None:
    request = InvertRequest(np.zeros((64, 64, 3), np.uint8), "a mug", steps=50)
    paused = paused_of(request, make_partial(request, 30))  # 90 of 250 evaluations
    paces = remembered((), LARGE.fingerprint, "auto", 2.0)
    assert expected_rest(Settings(paces=paces), LARGE, None, paused) == Expected(80, measured=True)
    assert expected_rest(Settings(), LARGE, None, paused) is None


def test_the_processor_is_quicker_than_nothing() -> None:
    assert measured_gflops() > 0.1


def test_a_short_job_needs_no_word_before() -> None:
    assert about_waiting({"fast": Expected(100, True), "instant": Expected(60, True)}, "fast", True) == ""
    assert about_waiting({}, "fast", False) == ""


def test_a_long_job_is_told_with_what_would_be_quicker() -> None:
    times = {"exact": Expected(2400, True, True), "instant": Expected(240, True)}
    assert about_waiting(times, "exact", True) == (
        "“Exact” takes up to 40 minutes on this computer. “Instant” takes about 4 minutes."
    )
    assert about_waiting(times, "instant", False) == (
        "“Instant” takes about 4 minutes on this computer. "
        "With a graphics card (GPU) it is many times quicker."
    )


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(1, "about a second"), (70, "about 70 seconds"), (7200, "about 2.0 hours"), (50_000, "about 14 hours")],
)
def test_time_is_said_no_more_exactly_than_it_is_known(seconds: float, said: str) -> None:
    assert about(seconds) == said


def test_a_guess_says_that_it_is_one() -> None:
    assert expectation(Expected(600, measured=False)) == "roughly 10 minutes"


def test_closeness_is_the_usual_ratio() -> None:
    one = np.full((8, 8, 3), 100, np.uint8)
    assert psnr_db(one, one + 10) == pytest.approx(28.13, abs=0.01)
    assert psnr_db(one, one) == 99.9


def test_a_stage_without_a_speed_does_not_hide_the_one_that_was_measured() -> None:
    job = JobProgress(1, "invert")
    job.take(Progress("null-text", 50, 50, network_evaluations=250, evaluations_per_second=18.5))
    job.take(Progress("decoding", 1, 1, network_evaluations=250))
    assert (job.evaluations, job.evaluations_per_second) == (250, 18.5)
