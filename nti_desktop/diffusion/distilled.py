"""Few-step distilled models (LCM, Turbo, Lightning, Hyper, ...) are recognised and refused. Torch-free."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from nti_desktop.errors import ModelError, Sentence

# Whole words that tell the kind, not mentions of a thing ("turbo-fan", "hyper-realistic", "camera flash"),
# which stand beside a family's name or end the name but for versions; and the usual counts of steps.
_FAMILY = r"(?:sd|xl)[-_. \d]*"
_ENDING = r"(?=[-_. ]*(?:v\d|\d+[-_ ]?s(?:teps?)?(?![a-z])|fp|bf|dpm|sde|euler|baked|vae|$))"
_NAMES = re.compile(
    rf"{_FAMILY}(turbo|lightning|tcd|pcm|dmd2?)(?![a-z])"
    rf"|{_FAMILY}(flash){_ENDING}"
    rf"|(?<![a-z])(hyper){_ENDING}"
    r"|(?<![a-z])(?:turbo|lightning)(?=[-_. ]*(?:v?\d|fp|bf|dpm|sde|euler|baked|$))"
    r"|(?<![a-z])(hyper|flash|tcd|pcm)[-_. ]*(?:sd(?![a-wyz])|xl(?![a-z]))"
    r"|(?<![a-z])(?:schnell|lcm|dmd2|turbo[-_ ]?vision)(?![a-wyz])"
    r"|(?<![a-z0-9])[12468][-_ ]?steps?(?![a-z])"
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
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
        name: of the file or folder, or what its maker calls it; of a path, the last part counts.

    Raises:
        ModelError: it is one.
    """
    kind = _kind(name, unet or {}, scheduler or {})
    if kind:
        raise ModelError(
            "“{name}” is a few-step distilled model ({kind}): null-text inversion needs classifier-free "
            "guidance and many small steps, which such a model was trained to do without; choose the model it"
            " was distilled from.",
            name=name,
            kind=kind,
        )


def _kind(name: str, unet: Mapping[str, Any], scheduler: Mapping[str, Any]) -> str | Sentence:
    if unet.get("time_cond_proj_dim") is not None:
        return "LCM"
    sampler = str(scheduler.get("_class_name"))
    if sampler in _SCHEDULERS:
        return _SCHEDULERS[sampler]
    trailing = sampler in _TRAILING and scheduler.get("timestep_spacing") == "trailing"
    if trailing and scheduler.get("prediction_type", "epsilon") == "epsilon":
        return Sentence("by its scheduler")
    last = re.split(r"[\\/]", name.rstrip("\\/"))[-1]
    found = _NAMES.search(_CAMEL.sub("-", last).lower())
    if not found:
        return ""
    return Sentence("by its name, “{part}”; rename it if it is not", part=found[found.lastindex or 0])
