"""Where the files that ship with the app are: beside a checkout, inside a wheel, or in a frozen bundle."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource_path(name: str) -> Path:
    """Path of `resources/<name>`; the file need not exist."""
    installed = _PACKAGE / "_resources"
    root = installed if installed.is_dir() else _PACKAGE.parent / "resources"
    return root / name
