"""Where a model comes from: bundled, a name of the user's, a diffusers folder, a checkpoint file, or a hub id
that was downloaded before. Torch-free, and never on the network."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from nti_desktop.diffusion.checkpoints import describe_checkpoint
from nti_desktop.diffusion.descriptions import Family, ModelDescription, Prediction
from nti_desktop.diffusion.folders import describe_folder
from nti_desktop.diffusion.hub import cached_folder, is_hub_id
from nti_desktop.diffusion.registry import registered
from nti_desktop.errors import ModelError, reason_of
from nti_desktop.resources import resource_path

__all__ = [
    "Family",
    "ModelDescription",
    "Prediction",
    "bundled_models",
    "describe_model",
    "model_folder",
    "portable_model",
]


def describe_model(model: str) -> ModelDescription:
    """Find a model and read its description.

    Args:
        model: a bundled model's name, a name given by the user, the path of a diffusers folder or of a
            `.safetensors` checkpoint, or the id `owner/name` of a downloaded model; the first that fits.

    Raises:
        ModelError: it is missing, damaged, or of a kind that cannot be used.
    """
    if not _is_bundled(model):
        model = registered().get(model, model)
    path = model_folder(model)
    try:
        if stat.S_ISDIR(_mode(path)):
            return describe_folder(path)
        if stat.S_ISREG(_mode(path)):
            return describe_checkpoint(path)
        return _describe_downloaded(model)
    except OSError as error:
        raise ModelError(
            "“{model}” cannot be read ({reason}); check its permissions.",
            model=model,
            reason=reason_of(error),
        ) from error


def model_folder(model: str) -> Path:
    """The folder or file meant by a model's name or path; it need not exist."""
    return resource_path("models") / model if _is_bundled(model) else _expanded(model)


def portable_model(model: str) -> str:
    """A way to refer to a model from anywhere: files and folders by their full path, all else by name."""
    named = _is_bundled(model) or model in registered() or not _mode(_expanded(model))
    return model if named else str(_expanded(model).absolute())


def bundled_models() -> list[str]:
    """The names of the models that ship with the app."""
    return sorted(path.parent.name for path in resource_path("models").glob("*/model_index.json"))


def _describe_downloaded(model: str) -> ModelDescription:
    if not is_hub_id(model):
        raise ModelError(
            "There is no model at “{model}”; choose the folder of a Stable Diffusion model.", model=model
        )
    cached = cached_folder(model)
    if cached is None:
        raise ModelError(
            "There is no model at “{model}”; “nti-desktop models download {model}” may get it.", model=model
        )
    return describe_folder(cached, model)


def _is_bundled(model: str) -> bool:
    is_name = bool(model) and not any(sep in model for sep in (os.sep, "/", "."))
    return is_name and stat.S_ISREG(_mode(resource_path("models") / model / "model_index.json"))


def _expanded(model: str) -> Path:
    """`~` stands for the home folder, where there is one."""
    try:
        return Path(model).expanduser()
    except RuntimeError:
        return Path(model)


def _mode(path: Path) -> int:
    """What is at a path, as `stat` has it; 0 where nothing can be, as with a name that is too long."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0
