"""How long an inversion will take on this computer, said before it begins.

From the speed of earlier ones with the same model and device, which the settings keep; before there is one,
on a computer without a graphics card, from how quickly the processor multiplies.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nti_desktop.diffusion.descriptions import Family, ModelDescription
from nti_desktop.document.state import PausedInversion
from nti_desktop.engine.estimate import Estimate, evaluations_of
from nti_desktop.engine.requests import Device, Method, Preset
from nti_desktop.ui.settings import EFFORTS, Effort, Settings

LONG = 180.0  # seconds from which one wants to be told before

_MOST_KEPT = 20
# Billions of operations of one evaluation at the size that each family was trained at, counted layer by layer
# with torch.utils.flop_counter from the bundled configurations.
_GFLOP: dict[Family, float] = {"sd1": 803, "sd2": 2149, "sdxl": 6761}
_TRAINED_SIDE: dict[Family, int] = {"sd1": 512, "sd2": 768, "sdxl": 1024}
_SIDE = 1024  # of the matrices that are multiplied to see how quick the processor is
_ROUNDS = 3


@dataclass(frozen=True)
class Means:
    """What this computer has to compute with.

    Attributes:
        has_gpu: whether there is a graphics card that can be used.
        gflops: billions of operations a second that the processor multiplies with; 0 where nobody measured.
    """

    has_gpu: bool
    gflops: float = 0.0


@dataclass(frozen=True)
class Expected:
    """How long something will take.

    Attributes:
        measured: whether this is from jobs of this model here; otherwise it is a rough guess.
        at_most: whether steps may end early, so that it can take less.
    """

    seconds: float
    measured: bool
    at_most: bool = False


def expected_times(
    how: Settings, model: ModelDescription | None, means: Means | None
) -> dict[Effort, Expected]:
    """What an inversion will take with each effort; without those that nobody can tell."""
    rate, measured = _rate(how, model, means)
    if rate <= 0:
        return {}
    found: dict[Effort, Expected] = {}
    for effort in EFFORTS:
        method, preset = how.way if effort == how.effort else EFFORTS[effort]
        count = _count(how, effort)
        at_most = _may_end_early(method, preset, how.refinements)
        found[effort] = Expected(Estimate.at(rate, count).seconds, measured, at_most)
    return found


def relative_work(how: Settings) -> dict[Effort, float]:
    """How many times the work of the least effort an inversion is with each; known before anything ran."""
    counts = {effort: _count(how, effort) for effort in EFFORTS}
    least = min(counts.values())
    return {effort: count / least for effort, count in counts.items()}


def _count(how: Settings, effort: Effort) -> int:
    """Network evaluations with an effort; the chosen one may have a method and preset of its own."""
    method, preset = how.way if effort == how.effort else EFFORTS[effort]
    return evaluations_of(method, preset, how.steps, how.refinements, how.memory)


def expected_rest(
    how: Settings, model: ModelDescription | None, means: Means | None, paused: PausedInversion
) -> Expected | None:
    """What the rest of a paused inversion will take; None where nobody can tell."""
    rate, measured = _rate(how, model, means)
    if rate <= 0:
        return None
    whole = evaluations_of(paused.method, paused.preset, paused.steps, paused.refinements, how.memory)
    left = max(whole - paused.partial.network_evaluations, 1)
    at_most = _may_end_early(paused.method, paused.preset, paused.refinements)
    return Expected(Estimate.at(rate, left).seconds, measured, at_most)


def remembered(
    paces: Sequence[str], fingerprint: str, device: Device, evaluations_per_second: float
) -> tuple[str, ...]:
    """The paces with a newly measured one, latest first."""
    name = f"{fingerprint} {device} "
    others = [pace for pace in paces if not pace.startswith(name)]
    return (f"{name}{evaluations_per_second:.4g}", *others)[:_MOST_KEPT]


def measured_gflops() -> float:
    """Billions of operations a second that the processor multiplies matrices with; takes some hundredths of a
    second, so not on the window's thread."""
    matrix = np.ones((_SIDE, _SIDE), np.float32)
    best = float("inf")
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        matrix @ matrix
        best = min(best, time.perf_counter() - began)
    return 2 * _SIDE**3 / best / 1e9


def _rate(how: Settings, model: ModelDescription | None, means: Means | None) -> tuple[float, bool]:
    """Network evaluations a second, and whether that was measured; 0 where nobody can tell."""
    if model is None:
        return 0.0, False
    known = _known(how.paces, model.fingerprint, how.device)
    if known > 0:
        return known, True
    on_processor = how.device == "cpu" or (how.device == "auto" and means is not None and not means.has_gpu)
    if means is None or not on_processor or model.known_words is not None:
        return 0.0, False  # the bundled model is far smaller than its family
    area = model.width * model.height / _TRAINED_SIDE[model.family] ** 2
    return means.gflops / (_GFLOP[model.family] * area), False


def _known(paces: Sequence[str], fingerprint: str, device: Device) -> float:
    name = f"{fingerprint} {device} "
    text = next((pace.removeprefix(name) for pace in paces if pace.startswith(name)), "")
    try:
        return float(text)
    except ValueError:
        return 0.0


def _may_end_early(method: Method, preset: Preset, refinements: int) -> bool:
    return refinements > 0 or (method == "null-text" and preset == "paper")
