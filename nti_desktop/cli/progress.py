"""Progress on standard error: one live line on a terminal, a line now and then in a log."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import TextIO

from nti_desktop.engine.events import Progress

LOG_INTERVAL = 5.0  # seconds between lines where there is no terminal
_LIVE_INTERVAL = 0.05
_USUAL_COLUMNS = 80
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
        self._said = ""
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
        # One character less than there is room for: some terminals begin a new line with the last.
        text = describe(progress, _columns(self.stream) - 1 if self._live else None)
        if self._live:
            self.stream.write(f"\r{text}{_CLEAR_TO_END}")
            self._open = True
        elif text != self._said:  # the end of a stage that is one step is no news
            self.stream.write(f"{text}\n")
        self._said = text
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


def describe(progress: Progress, width: int | None = None) -> str:
    """One line: stage, step, time left, timestep, loss and where it shall come, network evaluations a second.

    A step that is still being optimised says how many inner iterations it has made.

    Args:
        width: characters at most; what comes last is left out first. None for any number.
    """
    parts = _parts(progress)
    while width is not None and len(parts) > 1 and len(_line(parts)) > width:
        parts.pop()
    return _line(parts)[:width]


def _line(parts: list[str]) -> str:
    return "  ".join(parts).replace("  (", " (").rstrip()


def _parts(progress: Progress) -> list[str]:
    parts = [f"{progress.stage:<14}"]
    if progress.steps > 1:
        parts.append(f"{progress.step:>3}/{progress.steps}")
    if progress.seconds_left is not None:
        parts.append(f"{duration(progress.seconds_left)} left")
    if progress.timestep is not None:
        parts.append(f"t={progress.timestep}")
    if progress.loss is not None:
        parts.append(f"loss {progress.loss:.2e}")
    if progress.tolerance is not None:
        parts.append(f"(tolerance {progress.tolerance:.2e})")
    if not progress.step_done:
        parts.append(f"iteration {progress.inner}")
    if progress.evaluations_per_second:
        parts.append(f"{progress.evaluations_per_second:.1f} evaluations/s")
    return parts


def _columns(stream: TextIO) -> int:
    """Of the terminal behind a stream; 80 where it does not tell."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or _USUAL_COLUMNS
    except (OSError, ValueError):
        return _USUAL_COLUMNS


def duration(seconds: float) -> str:
    """Seconds as people say them: `8 s`, `2 min 05 s`, `1 h 10 min`."""
    whole = max(0, round(seconds))
    if whole < 60:
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes} min {rest:02} s"
    return f"{minutes // 60} h {minutes % 60:02} min"
