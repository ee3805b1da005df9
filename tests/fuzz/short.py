"""A few cases for the tests, run in a process of their own: what others hold there is no case's memory.

python -m tests.fuzz.short TARGET CASES FOLDER
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from tests.fuzz.running import Count, run_cases
from tests.fuzz.targets import targets


def short_run(name: str, folder: Path, cases: int) -> Count:
    """The first cases of a target, always the same."""
    command = [sys.executable, "-m", "tests.fuzz.short", name, str(cases), str(folder)]
    said = json.loads(subprocess.check_output(command, cwd=Path(__file__).parents[2]))
    return Count(**said)


def main() -> None:
    """Run cases and print what came of them."""
    name, cases, folder = sys.argv[1:]
    count = run_cases(targets(Path(folder), name)[name], seed=7, numbers=range(int(cases)))
    print(json.dumps(asdict(count)))


if __name__ == "__main__":
    main()
