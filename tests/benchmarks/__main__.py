"""Run benchmarks and print their figures: `python -m tests.benchmarks [NAME …] [--json FILE] [--write]`."""

from __future__ import annotations

import argparse
import json
import os
import platform
import shlex
import statistics
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

from tests.benchmarks import canvas, measures, moments, projects, speed, tables, window

MEASURES = measures.MEASURES | window.MEASURES | canvas.MEASURES | moments.MEASURES | projects.MEASURES
METHODS = "methods"
HELD_OUT = 4
_NAMES = (*MEASURES, METHODS)


def main() -> None:
    """Speed first, then the table that compares the methods."""
    arguments = _arguments()
    names = arguments.names or _NAMES
    figures = _speed([name for name in names if name in MEASURES], arguments)
    if arguments.json:
        machine = {
            "system": platform.platform(),
            "cores": os.cpu_count(),
            "python": platform.python_version(),
        }
        arguments.json.write_text(json.dumps({"machine": machine, "figures": figures}, indent=2) + "\n")
    if METHODS in names:
        measured = _compare(arguments)
        print(measured)
        if arguments.write:
            tables.write(measured)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description="Measure speed and quality.")
    add = parser.add_argument
    add("names", nargs="*", metavar="NAME", help=f"which ones: {', '.join(_NAMES)}; all if none")
    add("--runs", type=int, default=1, metavar="N", help="of each: say the medians; default: %(default)s")
    add("--json", type=Path, metavar="FILE", help="write the figures of speed there as well")
    add("--scenes", type=int, default=2, metavar="N", help="of the methods' table; default: %(default)s")
    add("--steps", type=int, default=50, metavar="N", help="of the methods' table; default: %(default)s")
    add("--write", action="store_true", help="put the figures into docs/methods.md and docs/speed.md")
    cores = f"{os.cpu_count()} CPU cores"
    add(
        "--machine",
        default=cores,
        metavar="TEXT",
        help="kind of machine, for the tables; default: %(default)s",
    )
    arguments = parser.parse_args()
    unknown = sorted(set(arguments.names) - set(_NAMES))
    if unknown:
        parser.error(f"no such benchmark: {', '.join(unknown)}")
    if arguments.runs < 1:
        parser.error("--runs is at least 1")
    if not 1 <= arguments.scenes <= HELD_OUT:
        parser.error(f"there are {HELD_OUT} held-out scenes; give --scenes 1 to {HELD_OUT}")
    return arguments


def _speed(names: list[str], arguments: argparse.Namespace) -> dict[str, dict[str, float]]:
    found = {}
    for name in names:
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
        runs = [_apart(name) for _ in range(arguments.runs)]
        found[name] = {figure: statistics.median(run[figure] for run in runs) for figure in runs[0]}
        for figure, value in found[name].items():
            print(f"{name:16} {figure:32} {value:12.3f}", flush=True)
        if arguments.write:
            today = datetime.now(UTC).date().isoformat()
            several = f" --runs {arguments.runs}" if arguments.runs > 1 else ""
            command = f'`make bench ARGS="{name}{several} --write"`'
            head = f"{command} on {today}, {arguments.machine}, load before it {load:.1f}:"
            speed.put(name, found[name], head)
    return found


def _apart(name: str) -> dict[str, float]:
    """In a process of its own: what one leaves in memory, or has done for the first time, is its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(MEASURES[name]).result()


def _compare(arguments: argparse.Namespace) -> str:
    from nti_desktop.diffusion.sources import describe_model
    from nti_desktop.engine.local import LocalEngine
    from tests.behaviour.scenes import held_out_scenes
    from tests.benchmarks import methods

    engine, sample = LocalEngine(), methods.sampler()
    scenes = held_out_scenes()[: arguments.scenes]
    own = describe_model("demo").default_guidance
    methods.warm_up(engine, scenes[0])
    parts = []
    for title, guidance in (
        (f"Guidance {methods.PAPERS_GUIDANCE:g}", methods.PAPERS_GUIDANCE),
        (f"Guidance {own:g}, the model's own", None),
    ):
        print(title, file=sys.stderr, flush=True)
        parts.append(tables.section(methods.run(engine, sample, scenes, arguments.steps, guidance), title))
    engine.close()
    command = f'make bench ARGS="{shlex.join(sys.argv[1:])}"'
    today = datetime.now(UTC).date().isoformat()
    head = tables.heading(command, today, arguments.machine, len(scenes), arguments.steps)
    return "\n\n".join([head, *parts])


if __name__ == "__main__":
    main()
