"""Where a model comes from: bundled, a name of the user's, a diffusers folder, a checkpoint file, or a hub id
that was downloaded before. Torch-free, and never on the network."""

from __future__ import annotations

import os
from pathlib import Path

from nti_desktop.diffusion.checkpoints import describe_checkpoint
from nti_desktop.diffusion.descriptions import Family, ModelDescription, Prediction
from nti_desktop.diffusion.folders import describe_folder
from nti_desktop.diffusion.hub import cached_folder, is_hub_id
from nti_desktop.diffusion.registry import registered
from nti_desktop.errors import ModelError
from nti_desktop.resources import resource_path

__all__ = ["Family", "ModelDescription", "Prediction", "bundled_models", "describe_model", "model_folder"]


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
    if path.is_dir():
        return describe_folder(path)
    if path.is_file():
        return describe_checkpoint(path)
    if is_hub_id(model):
        cached = cached_folder(model)
        if cached is not None:
            return describe_folder(cached, model)
        raise ModelError(f"There is no model at “{model}”; “nti-desktop models download {model}” may get it.")
    raise ModelError(f"There is no model at “{model}”; choose the folder of a Stable Diffusion model.")


def model_folder(model: str) -> Path:
    """The folder or file meant by a model's name or path; it need not exist."""
    return resource_path("models") / model if _is_bundled(model) else Path(model).expanduser()


def bundled_models() -> list[str]:
    """The names of the models that ship with the app."""
    return sorted(path.parent.name for path in resource_path("models").glob("*/model_index.json"))


def _is_bundled(model: str) -> bool:
    is_name = bool(model) and not any(sep in model for sep in (os.sep, "/", "."))
    return is_name and (resource_path("models") / model / "model_index.json").is_file()
