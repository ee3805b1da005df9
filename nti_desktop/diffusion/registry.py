"""Names for models: a small JSON file in the user's data folder. Torch-free."""

from __future__ import annotations

import json
from pathlib import Path

import platformdirs

from nti_desktop.errors import ModelError, reason_of


def registry_file() -> Path:
    """Where the names are kept; the file need not exist."""
    return platformdirs.user_data_path("nti-desktop", appauthor=False) / "models.json"


def registered() -> dict[str, str]:
    """Name -> path or hub id; a damaged file counts as empty."""
    try:
        content = json.loads(registry_file().read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(content, dict):
        return {}
    return {name: place for name, place in content.items() if isinstance(place, str)}


def register(name: str, place: str) -> None:
    """Give a model a name, anew if need be; a hub id is a name of its own.

    Raises:
        ModelError: the name cannot be one, or the file cannot be written.
    """
    good = name.strip() == name and name and not set(name) & set("/\\") and not name.startswith(".")
    if not good and name != place:
        raise ModelError(
            "“{name}” cannot be a model's name; use letters, digits, blanks and hyphens.", name=name
        )
    _write(registered() | {name: place})


def forget(name: str) -> None:
    """Take a name away; the model itself stays where it is.

    Raises:
        ModelError: there is no such name, or the file cannot be written.
    """
    names = registered()
    if name not in names:
        raise ModelError(
            "No model was added as “{name}”; “nti-desktop models” lists those there are.", name=name
        )
    del names[name]
    _write(names)


def _write(names: dict[str, str]) -> None:
    path = registry_file()
    beside = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(names, ensure_ascii=False, indent=2, sort_keys=True) + "\n", "utf-8")
        beside.replace(path)
    except OSError as error:
        raise ModelError(
            "The list of models cannot be written ({reason}); free some space.", reason=reason_of(error)
        ) from error
