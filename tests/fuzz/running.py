"""Runs cases and counts what comes of them. Each is made of its own number, so that any can be repeated."""

from __future__ import annotations

import hashlib
import random
import time
import traceback
import warnings
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz.limits import MEMORY, HangError, peak_of, time_limit, watchdog
from tests.fuzz.targets import Target

CURRENT = "current"  # the case that is being run, for when it takes the process with it


@dataclass
class Count:
    """What came of some cases of one target.

    Attributes:
        opened: were taken for good.
        distinct: different inputs.
        failures: what was found: "exception", "hang" or "memory", the case's number, and the traceback.
        peak: bytes of memory at the most.
        seconds: the slowest case.
    """

    cases: int = 0
    opened: int = 0
    distinct: int = 0
    failures: list[tuple[str, int, str]] = field(default_factory=list)
    peak: int = 0
    slowest: float = 0.0

    def add(self, other: Count) -> None:
        """Take up the count of other cases."""
        self.cases += other.cases
        self.opened += other.opened
        self.distinct += other.distinct
        self.failures += other.failures
        self.peak = max(self.peak, other.peak)
        self.slowest = max(self.slowest, other.slowest)

    def of(self, kind: str) -> int:
        """How many failures of a kind there were."""
        return sum(found == kind for found, _, _ in self.failures)


def case(target: Target, seed: int, number: int) -> bytes:
    """The input of that number."""
    return target.spoil(random.Random(f"{seed}/{target.name}/{number}"))


def run_cases(target: Target, seed: int, numbers: Iterable[int], keep: Path | None = None) -> Count:
    """Run cases.

    Args:
        keep: folder for the inputs that failed, and for the one under way.
    """
    count, seen = Count(), set()
    with watchdog() as begin:
        for number in numbers:
            data = case(target, seed, number)
            seen.add(hashlib.blake2b(data, digest_size=8).digest())
            if keep is not None:
                (keep / CURRENT).write_bytes(data)
            begin()
            failure = _run(target, data, count)
            count.cases += 1
            if failure is not None:
                count.failures.append((failure[0], number, failure[1]))
                if keep is not None:
                    (keep / f"{target.name}-{number}-{failure[0]}").write_bytes(data)
    count.distinct = len(seen)
    return count


def _run(target: Target, data: bytes, count: Count) -> tuple[str, str] | None:
    began = time.perf_counter()
    try:
        with warnings.catch_warnings(), time_limit():
            warnings.simplefilter("ignore")
            opened, peak = peak_of(lambda: target.read(data))
    except HangError:
        return "hang", traceback.format_exc()
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return "exception", traceback.format_exc()
    finally:
        count.slowest = max(count.slowest, time.perf_counter() - began)
    count.opened += opened
    count.peak = max(count.peak, peak)
    return ("memory", f"{peak / 2**20:.0f} MiB") if peak > MEMORY else None
