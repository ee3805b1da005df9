"""Few-step distilled models (LCM, Turbo, Lightning, Hyper) are recognised and refused. Torch-free."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from nti_desktop.errors import ModelError

_NAMES = re.compile(
    r"turbo|lightning|schnell|(?<![a-z])lcm(?![a-z])|hyper[-_ ]?sd|(?<![a-z])\d{1,2}[-_ ]?steps?(?![a-z])"
)
_SCHEDULERS = {"LCMScheduler": "LCM", "TCDScheduler": "TCD (Hyper)"}
_TRAILING = ("EulerDiscreteScheduler", "EulerAncestralDiscreteScheduler")


def refuse_distilled(
    name: str, unet: Mapping[str, Any] | None = None, scheduler: Mapping[str, Any] | None = None
) -> None:
    """Raise if a model's name, network or scheduler says that it was distilled to a few steps.

    A network with `time_cond_proj_dim` takes the guidance as an input (LCM). Turbo and Lightning come with an
    Euler scheduler whose few steps end at the noisiest timestep ("trailing"), which otherwise only
    v-prediction models have.

    Args:
        name: of the file or folder, or what its maker calls it.

    Raises:
        ModelError: it is one.
    """
    kind = _kind(name, unet or {}, scheduler or {})
    if kind:
        raise ModelError(
            f"“{name}” is a few-step distilled model ({kind}): null-text inversion needs classifier-free "
            "guidance and many small steps, which such a model was trained to do without; choose the model "
            "it was distilled from."
        )


def _kind(name: str, unet: Mapping[str, Any], scheduler: Mapping[str, Any]) -> str:
    if unet.get("time_cond_proj_dim") is not None:
        return "LCM"
    sampler = str(scheduler.get("_class_name"))
    if sampler in _SCHEDULERS:
        return _SCHEDULERS[sampler]
    trailing = sampler in _TRAILING and scheduler.get("timestep_spacing") == "trailing"
    if trailing and scheduler.get("prediction_type", "epsilon") == "epsilon":
        return "by its scheduler"
    found = _NAMES.search(name.lower())
    return f"by its name, “{found.group()}”" if found else ""
