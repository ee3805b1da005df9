"""A few seconds of the fuzzer led by coverage; `python -m tests.fuzz.guided` runs as long as one likes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("atheris", reason="there is no build of atheris for this system or this Python")

ROOT = Path(__file__).resolve().parents[2]
RUNS = 250
SEEDS = 40


def start(name: str, corpus: Path, runs: int, before: str = "pass") -> subprocess.Popen[str]:
    """Run it in a process of its own, which it instruments; with a line of code before it begins.

    A shell stands between: a process inherits the peak of memory of the one that starts it, which the fuzzer
    would take for its own; and the tests before this one may have needed more than it is allowed.
    """
    code = f"{before}\nfrom tests.fuzz.guided import main; main()"
    return subprocess.Popen(
        ["sh", "-c", '"$@"; exit $?', "sh", sys.executable, "-c", code,
         name, str(corpus), f"-runs={runs}", "-seed=1"],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
    )  # fmt: skip


def test_coverage_leads_to_new_inputs_and_nothing_is_found(tmp_path: Path):
    corpus = tmp_path / "corpus"
    process = start("projects", corpus, RUNS)
    said = process.communicate(timeout=120)[0]
    assert process.returncode == 0, said[-4000:]
    done = re.search(r"^Done (\d+) runs", said, re.MULTILINE)
    assert done is not None
    assert int(done[1]) >= RUNS  # it ends between two batches, so that there may be a few more
    assert len(list(corpus.iterdir())) > SEEDS  # what reached new lines was kept
    assert list(tmp_path.iterdir()) == [corpus]


def test_what_is_found_ends_the_run_and_is_kept(tmp_path: Path):
    """With a reader in which something goes wrong that nobody thought of."""
    wrong = "import sys, nti_desktop.document.decoding as module; module.turned_upright = sys.exit"
    process = start("images", tmp_path / "corpus", 200, wrong)
    said = process.communicate(timeout=120)[0]
    assert process.returncode != 0
    assert "Uncaught Python exception" in said
    (found,) = tmp_path.glob("crash-*")
    assert found.stat().st_size > 0
