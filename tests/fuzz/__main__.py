"""`make fuzz ARGS="--count 100000"`: spoil files and read them, in processes that a crash cannot hide in."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from tests.fuzz.running import CURRENT, Count, run_cases
from tests.fuzz.targets import targets
from tests.marked import write_between

ROOT = Path(__file__).resolve().parents[2]
NAMES = {
    "images": 0.40,
    "models": 0.07,
    "checkpoints": 0.05,
    "journals": 0.05,
    "loading": 0.01,  # the slowest by far
    "projects": 0.42,
}
SHARD = 2000  # cases in one process
BEGIN, END = "<!-- fuzz -->", "<!-- end of fuzz -->"


def main() -> int:
    """Run the cases that were asked for; 1 where something was found."""
    asked = _arguments()
    if asked.shard:
        return _shard(asked)
    os.nice(asked.nice)
    asked.keep.mkdir(parents=True, exist_ok=True)
    began, counts = time.monotonic(), {}
    for name, share in NAMES.items():
        if not asked.only or name in asked.only:
            counts[name] = _run_target(name, round(asked.count * (1 if asked.only else share)), asked)
    table = _table(counts, asked, time.monotonic() - began)
    print(table)
    if asked.write:
        write_between(asked.write, BEGIN, END, table)
    return int(any(count.failures for count in counts.values()))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="cases in all")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other cases")
    parser.add_argument("--only", nargs="*", choices=NAMES, help="these targets only")
    parser.add_argument("--keep", type=Path, default=ROOT / "build" / "fuzz", help="where failing inputs go")
    parser.add_argument("--nice", type=int, default=10, help="how far to stand back for other programs")
    parser.add_argument("--write", type=Path, help="put the table into this document")
    parser.add_argument("--shard", help=argparse.SUPPRESS)
    return parser.parse_args()


def _run_target(name: str, cases: int, asked: argparse.Namespace) -> Count:
    total = Count()
    for first in range(0, cases, SHARD):
        last = min(cases, first + SHARD)
        command = [sys.executable, "-m", "tests.fuzz", "--seed", str(asked.seed), "--keep", str(asked.keep)]
        done = subprocess.run(
            [*command, "--shard", f"{name}:{first}:{last}"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        lines = done.stdout.splitlines()
        if done.returncode == 0 and lines:
            total.add(Count(**json.loads(lines[-1])))
        else:  # it took the process with it
            total.add(Count(last - first, failures=[("crash", first, done.stderr[-4000:])]))
            (asked.keep / CURRENT).replace(asked.keep / f"{name}-{first}-crash")
        print(f"{name}: {last} of {cases}, {len(total.failures)} found", file=sys.stderr, flush=True)
    for kind, number, text in total.failures[:20]:
        print(f"{name} {number}: {kind}\n{text}", file=sys.stderr)
    return total


def _shard(asked: argparse.Namespace) -> int:
    name, first, last = asked.shard.split(":")
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        target = targets(Path(folder), name)[name]
        count = run_cases(target, asked.seed, range(int(first), int(last)), asked.keep)
    print(json.dumps(asdict(count)))
    return 0


def _table(counts: dict[str, Count], asked: argparse.Namespace, seconds: float) -> str:
    heads = "files, cases, distinct, opened, exceptions, over 5 s, over 1 GiB, crashes, slowest (s), most MiB"
    rows = [f"| {heads.replace(', ', ' | ')} |", "| --- |" + " ---: |" * heads.count(",")]
    total = Count()
    for name, count in counts.items():
        total.add(count)
        rows.append(_row(name, count))
    rows.append(_row("together", total))
    rows += ["", f"Seed {asked.seed}, {seconds / 60:.0f} minutes, Python {sys.version.split()[0]}."]
    return "\n".join(rows)


def _row(name: str, count: Count) -> str:
    found = " | ".join(str(count.of(kind)) for kind in ("exception", "hang", "memory", "crash"))
    return (
        f"| {name} | {count.cases} | {count.distinct} | {count.opened} | {found} | {count.slowest:.2f} "
        f"| {count.peak / 2**20:.0f} |"
    )


if __name__ == "__main__":
    sys.exit(main())
