"""What is said of jobs, in plain words."""

from __future__ import annotations

from collections.abc import Mapping

from nti_desktop.engine.results import InversionReport
from nti_desktop.ui.jobs.pace import LONG, Expected
from nti_desktop.ui.jobs.progress import JobKind, JobProgress
from nti_desktop.ui.look.i18n import noop, number, tr
from nti_desktop.ui.settings import EFFORTS, Effort

_CLOSE_DB = 0.1  # nobody sees less

_TITLES: dict[JobKind, str] = {
    "invert": noop("Inverting"),
    "edit": noop("Making the edit"),
    "maps": noop("Reading the attention maps"),
}
_SHORT: dict[JobKind, str] = {"invert": noop("Invert"), "edit": noop("Edit"), "maps": noop("Maps")}
_STAGE_NAMES = {
    "loading": noop("Loading the model"),
    "encoding": noop("Reading the photo"),
    "pivots": noop("Following the photo back to noise"),
    "null-text": noop("Finding how to bring it back"),
    "reconstruction": noop("Checking that it comes back"),
    "editing": noop("Painting the edit"),
    "maps": noop("Looking where each word is"),
    "decoding": noop("Finishing the picture"),
}


def title(job: JobProgress) -> str:
    """What kind of job it is."""
    return tr(_TITLES[job.kind])


def name(job: JobProgress) -> str:
    """What a list of jobs calls it, with the number of its pictures where there are several."""
    short = tr(_SHORT[job.kind])
    said = f"{short}: {job.label}" if job.label else short
    return f"{said} ({job.parts})" if job.parts > 1 else said


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
    return tr("about {time}").format(time=_stretch(seconds))


def _stretch(seconds: float) -> str:
    if seconds < 1.5:
        return tr("a second")
    if seconds < 90:
        return tr("{count} seconds").format(count=round(seconds))
    if seconds < 5400:
        return tr("{count} minutes").format(count=round(seconds / 60))
    hours = seconds / 3600
    return tr("{count} hours").format(count=number(hours, ".0f" if hours >= 9.95 else ".1f"))


def speed(evaluations_per_second: float) -> str:
    """Network evaluations a second; "" before any is measured."""
    if evaluations_per_second <= 0:
        return ""
    digits = 0 if evaluations_per_second >= 10 else 1 if evaluations_per_second >= 0.1 else 3
    return tr("{count} evaluations/s").format(count=number(evaluations_per_second, f".{digits}f"))


def closeness(psnr_db: float | None) -> str:
    """How close the preview is to the photo; "" before it is known."""
    if psnr_db is None:
        return ""
    return tr("The preview is at {db} dB of the photo").format(db=number(psnr_db, ".1f"))


METHOD_NAMES: dict[str, str] = {
    "null-text": noop("Null-text"),
    "null-text-parallel": noop("Null-text, all steps at once"),
    "negative-prompt": noop("Negative prompt"),
    "direct": noop("Direct"),
}
EFFORT_NAMES: dict[Effort, str] = {
    "exact": noop("Exact"),
    "fast": noop("Fast"),
    "instant": noop("Instant"),
}
_EFFORTS: dict[Effort, str] = {
    "exact": noop("The published method, number for number: learns most about the photo, takes longest."),
    "fast": noop("The same idea for a fraction of the work; try it with models of your own."),
    "instant": noop(
        "Nothing is learned, corrections alone hold the photo. The quickest, and with the bundled model the "
        "best at new colours."
    ),
}


def way_name(method: str, preset: str) -> str:
    """What an inversion was done with: one of the efforts, or else a method."""
    efforts = (EFFORT_NAMES[effort] for effort, way in EFFORTS.items() if way == (method, preset))
    return tr(next(efforts, METHOD_NAMES.get(method, method)))


def comes_back(report: InversionReport) -> bool:
    """Whether the reconstruction is as close as the model's pictures can be."""
    return report.vae_psnr_db - report.psnr_db < _CLOSE_DB


def closeness_found(report: InversionReport) -> str:
    """How close the reconstruction is to the photo, and to what the model could do."""
    best = tr("the best this model can do")
    if not comes_back(report):
        gap = number(report.vae_psnr_db - report.psnr_db, ".1f")
        best = tr("{gap} dB below the best of this model").format(gap=gap)
    return tr("{psnr} dB, {best}").format(psnr=number(report.psnr_db, ".1f"), best=best)


def about_effort(effort: Effort) -> str:
    """What it means, in a sentence."""
    return tr(_EFFORTS[effort])


def expectation(expected: Expected) -> str:
    """How long something takes; a guess says that it is one."""
    hedged = tr("about {time}") if expected.measured else tr("roughly {time}")
    if expected.at_most:
        hedged = tr("up to {time}") if expected.measured else tr("roughly up to {time}")
    return hedged.format(time=_stretch(expected.seconds))


def times_the_work(ratio: float) -> str:
    """How much more than the least effort something is, where seconds are not known; "" for that itself."""
    if ratio < 1.05:
        return ""
    return tr("{ratio} × the work of “{name}”").format(
        ratio=number(ratio, ".0f" if ratio >= 9.5 else ".1f"), name=tr(EFFORT_NAMES["instant"])
    )


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
