"""Run benchmarks and print their figures: `python -m tests.benchmarks [NAME …] [--json FILE]`."""

from __future__ import annotations

import argparse
import json
import os
import platform
from pathlib import Path

from tests.benchmarks.measures import MEASURES


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description="Measure speed.")
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"which ones: {', '.join(MEASURES)}; all if none"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    arguments = parser.parse_args()
    unknown = sorted(set(arguments.names) - set(MEASURES))
    if unknown:
        parser.error(f"no such benchmark: {', '.join(unknown)}")

    found: dict[str, dict[str, float]] = {}
    for name in arguments.names or MEASURES:
        found[name] = MEASURES[name]()
        for figure, value in found[name].items():
            print(f"{name:16} {figure:32} {value:12.3f}", flush=True)
    if arguments.json:
        machine = {
            "system": platform.platform(),
            "cores": os.cpu_count(),
            "python": platform.python_version(),
        }
        arguments.json.write_text(json.dumps({"machine": machine, "figures": found}, indent=2) + "\n")


if __name__ == "__main__":
    main()
