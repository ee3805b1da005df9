"""What is said of jobs, in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from nti_desktop.ui.jobs.pace import LONG, Expected
from nti_desktop.ui.jobs.progress import JobKind, JobProgress
from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.settings import Effort

_TITLES: dict[JobKind, str] = {
    "invert": noop("Inverting"),
    "edit": noop("Making the edit"),
    "maps": noop("Reading the attention maps"),
}
_STAGE_NAMES = {
    "loading": noop("Loading the model"),
    "encoding": noop("Reading the photo"),
    "pivots": noop("Following the photo back to noise"),
    "null-text": noop("Learning how to bring it back"),
    "reconstruction": noop("Checking that it comes back"),
    "editing": noop("Painting the edit"),
    "maps": noop("Looking where each word is"),
    "decoding": noop("Finishing the picture"),
}


def title(job: JobProgress) -> str:
    """What kind of job it is."""
    return tr(_TITLES[job.kind])


def name(job: JobProgress) -> str:
    """What a list of jobs calls it."""
    return job.label or title(job)


def stage_name(job: JobProgress) -> str:
    """What it does now."""
    if job.cancelling:
        return tr("Pausing…") if job.pausing else tr("Stopping…")
    said = tr(_STAGE_NAMES.get(job.stage, noop("Working")))
    return f"{place_in_job(job)} {said}" if job.parts > 1 else said


def place_in_job(job: JobProgress) -> str:
    """Which of its pictures it makes; "" where there is but one."""
    if job.parts == 1:
        return ""
    return tr("{number} of {count}:").format(number=job.part + 1, count=job.parts)


def time_left(seconds: float | None) -> str:
    """Seconds as a person would say them."""
    if seconds is None:
        return tr("estimating the time…")
    if seconds < 1.5:
        return tr("almost done")
    return tr("{time} left").format(time=about(seconds))


def about(seconds: float) -> str:
    """A stretch of time, no more exactly than it can be known."""
    if seconds < 1.5:
        return tr("a moment")
    if seconds < 90:
        return tr("about {count} seconds").format(count=round(seconds))
    if seconds < 5400:
        return tr("about {count} minutes").format(count=round(seconds / 60))
    return tr("about {count} hours").format(count=f"{seconds / 3600:.1f}")


def speed(evaluations_per_second: float) -> str:
    """Network evaluations a second; "" before any is measured."""
    if evaluations_per_second <= 0:
        return ""
    digits = 0 if evaluations_per_second >= 10 else 1 if evaluations_per_second >= 0.1 else 3
    return tr("{count} evaluations/s").format(count=f"{evaluations_per_second:.{digits}f}")


def closeness(psnr_db: float | None) -> str:
    """How close the preview is to the photo; "" before it is known."""
    return "" if psnr_db is None else tr("The preview is at {db} dB of the photo").format(db=f"{psnr_db:.1f}")


EFFORT_NAMES: dict[Effort, str] = {
    "exact": noop("Exact"),
    "fast": noop("Fast"),
    "instant": noop("Instant"),
}
_EFFORTS: dict[Effort, str] = {
    "exact": noop("The way of the published method; edits hold the photo best."),
    "fast": noop("Nearly as good, for a fraction of the work; right for most photos."),
    "instant": noop("Nothing is optimised; the photo comes back, but edits stray further from it."),
}


def about_effort(effort: Effort) -> str:
    """What it means, in a sentence."""
    return tr(_EFFORTS[effort])


def expectation(expected: Expected) -> str:
    """How long something takes; a guess says that it is one."""
    said = about(expected.seconds)
    return said if expected.measured else tr("roughly {time}").format(time=said)


def about_waiting(times: Mapping[Effort, Expected], chosen: Effort, has_gpu: bool) -> str:
    """What one should know before waiting long; "" where there is nothing to wait for."""
    expected, instant = times.get(chosen), times.get("instant")
    if expected is None or instant is None or expected.seconds < LONG:
        return ""
    takes = tr("“{name}” takes {time} on this computer.")
    said = [takes.format(name=tr(EFFORT_NAMES[chosen]), time=expectation(expected))]
    if instant.seconds < expected.seconds / 1.5:
        said.append(
            tr("“{name}” takes {time}.").format(name=tr(EFFORT_NAMES["instant"]), time=expectation(instant))
        )
    if not has_gpu:
        said.append(tr("With a graphics card (GPU) it is many times quicker."))
    return " ".join(said)
