"""What every test gets: no window on the screen, no network, one torch thread, a home of its own, no leaks.

Set `NTI_TEST_WINDOW=1` to see the windows.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from tests import leaks

_FAILED = pytest.StashKey[bool]()
_HOME = pytest.StashKey[Path]()

# Before anything imports Qt, torch or the hub's client.
if not os.environ.get("NTI_TEST_WINDOW"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.update(
    HF_HUB_OFFLINE="1", TOKENIZERS_PARALLELISM="false", OMP_NUM_THREADS="1", NTI_TORCH_THREADS="1"
)


def pytest_configure(config: pytest.Config) -> None:
    """Give the run a home directory, so that no test reads or writes the developer's settings."""
    home = Path(tempfile.mkdtemp(prefix="nti-tests-"))
    config.stash[_HOME] = home
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())
    if "XDG_RUNTIME_DIR" not in os.environ:
        runtime = home / "runtime"
        runtime.mkdir(mode=0o700)
        os.environ["XDG_RUNTIME_DIR"] = str(runtime)


def pytest_unconfigure(config: pytest.Config) -> None:
    shutil.rmtree(config.stash[_HOME], ignore_errors=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.failed:
        item.stash[_FAILED] = True
    return report


@pytest.fixture(autouse=True)
def no_leaks(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, a child process, a running timer or a window behind.

    A test that failed already is cleaned up after, but not blamed twice.
    """
    with leaks.watch() as watch:
        yield
        found = watch.leaks()
    if found and not request.node.stash.get(_FAILED, False):
        pytest.fail("left behind: " + "; ".join(found), pytrace=False)
