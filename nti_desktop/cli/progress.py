"""Progress on standard error: one live line on a terminal, a line now and then in a log."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TextIO

from nti_desktop.engine.events import Progress

LOG_INTERVAL = 5.0  # seconds between lines where there is no terminal
_LIVE_INTERVAL = 0.05
_CLEAR_TO_END = "\x1b[K"


class ProgressLine:
    """Shows the progress of one job.

    Attributes:
        stream: where to.
    """

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self.stream = stream
        self._clock = clock
        self._live = stream.isatty()
        self._stage = ""
        self._shown = float("-inf")
        self._open = False

    def show(self, progress: Progress) -> None:
        """Show one more step, unless another was shown just now."""
        now = self._clock()
        new_stage = progress.stage != self._stage
        interval = _LIVE_INTERVAL if self._live else LOG_INTERVAL
        if not new_stage and progress.step < progress.steps and now - self._shown < interval:
            return
        self._stage, self._shown = progress.stage, now
        if self._live:
            self.stream.write(f"\r{describe(progress)}{_CLEAR_TO_END}")
            self._open = True
        else:
            self.stream.write(f"{describe(progress)}\n")
        self.stream.flush()

    def note(self, sentence: str) -> None:
        """Say something on a line of its own; the live line goes on below it."""
        start = f"\r{_CLEAR_TO_END}" if self._open else ""
        self.stream.write(f"{start}{sentence}\n")
        self.stream.flush()
        self._open = False

    def close(self) -> None:
        """Leave the cursor on a line of its own."""
        if self._open:
            self.stream.write("\n")
            self.stream.flush()
            self._open = False


def describe(progress: Progress) -> str:
    """One line: stage, step, timestep, loss and where it shall come, network evaluations a second, time left.

    A step that is still being optimised says how many inner iterations it has made.
    """
    parts = [f"{progress.stage:<14}"]
    if progress.steps > 1:
        parts.append(f"{progress.step:>3}/{progress.steps}")
    if progress.timestep is not None:
        parts.append(f"t={progress.timestep}")
    if progress.loss is not None:
        parts.append(f"loss {progress.loss:.2e}{_aim(progress.tolerance)}")
    if not progress.step_done:
        parts.append(f"iteration {progress.inner}")
    if progress.evaluations_per_second:
        parts.append(f"{progress.evaluations_per_second:.1f} evaluations/s")
    if progress.seconds_left is not None:
        parts.append(f"{duration(progress.seconds_left)} left")
    return "  ".join(parts)


def _aim(tolerance: float | None) -> str:
    return "" if tolerance is None else f" (tolerance {tolerance:.2e})"


def duration(seconds: float) -> str:
    """Seconds as people say them: `8 s`, `2 min 05 s`, `1 h 10 min`."""
    whole = max(0, round(seconds))
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes} min {rest:02} s"
    return f"{minutes // 60} h {minutes % 60:02} min"
