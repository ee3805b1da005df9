"""How long a case may take and how much memory, measured while it runs."""

from __future__ import annotations

import faulthandler
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS = 5.0
MEMORY = 2**30
_GRACE = 25.0  # seconds after which a case that Python cannot interrupt ends the process, with its stacks

_CLEAR, _STATUS = Path("/proc/self/clear_refs"), Path("/proc/self/status")


class HangError(BaseException):
    """A case took too long; no reader's `except Exception` may catch this."""


@contextmanager
def time_limit(seconds: float = SECONDS) -> Iterator[None]:
    """Interrupt Python code that takes longer."""

    def ring(*_: object) -> None:
        raise HangError(f"more than {seconds:g} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def watchdog() -> Iterator[Callable[[], None]]:
    """End the process, with its stacks, where native code takes far longer than any case may; what is given
    says that another case begins. It is set anew now and then only, since each time costs a thread."""
    last = -_GRACE

    def begin() -> None:
        nonlocal last
        if time.monotonic() - last > SECONDS:
            last = time.monotonic()
            faulthandler.dump_traceback_later(SECONDS + _GRACE, exit=True)

    try:
        yield begin
    finally:
        faulthandler.cancel_dump_traceback_later()


def peak_of(work: Callable[[], bool]) -> tuple[bool, int]:
    """Do some work; what it returned, and the most memory that this process held meanwhile, in bytes (0 where
    the system does not tell)."""
    if sys.platform != "linux":
        return work(), 0
    _CLEAR.write_text("5")
    result = work()
    line = next(line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM:"))
    return result, int(line.split()[1]) * 1024
