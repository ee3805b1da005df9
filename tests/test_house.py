"""Rules of the house that no single module can check: what imports what, what the package says of itself."""

from __future__ import annotations

import importlib.metadata
import os
import pkgutil
import subprocess
import sys

import pytest

import nti_desktop

HEAVY = ("torch", "diffusers", "transformers")
QT = ("PySide6", "qasync")
CLIENT = ("requests", "events", "results", "protocol", "process", "child", "fake")
ENGINE_CLIENT = [f"nti_desktop.engine.{module}" for module in CLIENT]


def modules_of(package: str) -> list[str]:
    """A package and all modules in it, by name; a module is itself."""
    found = importlib.import_module(package)
    paths = getattr(found, "__path__", None)
    return [package, *(m.name for m in pkgutil.walk_packages(paths, package + "."))] if paths else [package]


def imported_with(modules: list[str], watched: tuple[str, ...]) -> list[str]:
    """Which of the watched packages a fresh interpreter has loaded after importing the modules."""
    script = (
        f"import importlib, sys\nfor name in {modules!r}: importlib.import_module(name)\n"
        f"print(*(w for w in {watched!r} if w in sys.modules))"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_the_windows_process_imports_no_torch() -> None:
    window = ["nti_desktop.app", *modules_of("nti_desktop.ui"), *modules_of("nti_desktop.document")]
    assert imported_with([*window, *ENGINE_CLIENT, "nti_desktop.cli"], HEAVY) == []


def test_the_engines_client_side_imports_neither_torch_nor_qt() -> None:
    assert imported_with([*ENGINE_CLIENT, *modules_of("nti_desktop.document")], HEAVY + QT) == []


def test_the_command_line_starts_without_torch_or_qt() -> None:
    assert imported_with(["nti_desktop.cli"], HEAVY + QT) == []


def test_the_core_runs_without_qt() -> None:
    core = [*modules_of("nti_desktop.diffusion"), "nti_desktop.engine.local"]
    assert imported_with(core, QT) == []


def test_the_installed_version_is_the_packages() -> None:
    try:
        installed = importlib.metadata.version("nti-desktop")
    except importlib.metadata.PackageNotFoundError:
        pytest.skip("run from a checkout that is not installed")
    assert installed == nti_desktop.__version__
