"""`make faults`: put each fault in many times, and print what was lost."""

from __future__ import annotations

import argparse
import platform
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults import disks, kills, workers
from tests.faults.outcome import Outcome, small_project
from tests.marked import write_between

BEGIN, END = "<!-- faults -->", "<!-- end of faults -->"


def main() -> int:
    """Run all faults; 1 where something was lost."""
    parser = argparse.ArgumentParser(prog="tests.faults", description=__doc__)
    parser.add_argument("--times", type=int, default=200, help="how often each random fault is put in")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="faults with this in their name, such as “kill”")
    parser.add_argument("--write", type=Path, help="put the table into this document")
    asked = parser.parse_args()
    began, outcomes = time.monotonic(), []
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # one fault works as another user
        for outcome in _all(Path(folder), asked.times, random.Random(asked.seed), asked.only):
            print(_row(outcome), file=sys.stderr, flush=True)
            outcomes.append(outcome)
    table = _table(outcomes, time.monotonic() - began)
    print(table)
    if asked.write:
        write_between(asked.write, BEGIN, END, table)
    return int(not all(outcome.is_good for outcome in outcomes))


def _all(folder: Path, times: int, dice: random.Random, only: str) -> Iterator[Outcome]:
    """The outcomes of all faults whose name contains `only`."""
    project = small_project()
    faults: dict[str, Callable[[Path], Outcome | None]] = {
        "kill-saves": lambda place: kills.killed_saves(project, place, times, dice),
        "kill-journals": lambda place: kills.killed_journals(project, place, times, dice),
        "kill-windows": lambda place: kills.killed_windows(project, place, times, dice),
        "failing-saves": lambda place: disks.failing_saves(project, place),
        "failing-journals": lambda place: disks.failing_journals(project, place),
        "limits": lambda place: disks.small_limits(project, place, times),
        "full": lambda place: disks.full_disk(place, max(1, times // 10)),
        "permission": lambda place: disks.lost_permission(project, place, min(times, 60)),
        "clocks": lambda place: disks.moved_clocks(project, place, min(times, 40)),
        "damaged": lambda place: disks.damaged_blocks(project, place, times),
        "worker-killed": lambda _: workers.killed(min(times, 60), dice),
        "worker-crashed": lambda _: workers.crashed(min(times, 20)),
        "worker-hung": lambda _: workers.hung(min(times, 20)),
        "worker-waiting": lambda _: workers.hung_between(min(times, 20)),
        "worker-stuck": lambda _: workers.stuck(min(times, 20)),
        "worker-memory": lambda _: workers.out_of_memory(min(times, 20)),
        "worker-start": lambda place: workers.dead_at_start(min(times, 20), place),
    }
    for name, put_in in faults.items():
        if only in name:
            place = folder / name
            place.mkdir()
            place.chmod(0o777)
            outcome = put_in(place)
            if outcome is not None:
                yield outcome


def _table(outcomes: list[Outcome], seconds: float) -> str:
    rows = [
        "| fault | how | times | projects lost | hangs | next one failed | |",
        "| --- | --- | ---: | ---: | ---: | ---: | --- |",
    ]
    system = f"Python {platform.python_version()}, {platform.system()}"
    return "\n".join([*rows, *map(_row, outcomes), "", f"{seconds:.0f} seconds, {system}."])


def _row(outcome: Outcome) -> str:
    return (
        f"| {outcome.fault} | {outcome.how} | {outcome.times} | {outcome.lost} | {outcome.hung} "
        f"| {outcome.stuck} | {outcome.note} |"
    )


if __name__ == "__main__":
    sys.exit(main())
