"""An inversion as a safetensors file: the arrays as they are, all else as JSON in the metadata."""

from __future__ import annotations

from dataclasses import asdict

import numpy as np

from nti_desktop.diffusion.prompts import words_of
from nti_desktop.document.arrays import Array, Kind, Layout, from_bytes, to_bytes
from nti_desktop.document.fields import Fields, MalformedError
from nti_desktop.engine.results import Inversion, InversionReport, ModelIdentity

MAX_STEPS = 1000
MAX_SIDE = 4096
_LAYOUT = Layout(
    "inversion",
    {
        "timesteps": Kind("I64", (1,)),
        "pivots": Kind("F32", (4,)),
        "null_embeddings": Kind("F32", (3,)),
        "null_pooled": Kind("F32", (2,), optional=True),
        "residuals": Kind("F16", (4,)),
        "word_maps": Kind("F32", (3,)),
        "reconstruction": Kind("U8", (3,)),
    },
)


def inversion_to_bytes(inversion: Inversion) -> bytes:
    """The safetensors file of an inversion; every array reopens byte-equal."""
    described = {
        "caption": inversion.caption,
        "model": asdict(inversion.model),
        "method": inversion.method,
        "preset": inversion.preset,
        "guidance": inversion.guidance,
        "report": asdict(inversion.report),
    }
    return to_bytes(_LAYOUT, {name: getattr(inversion, name) for name in _LAYOUT.arrays}, described)


def inversion_from_bytes(data: bytes, where: str) -> Inversion:
    """Read what `inversion_to_bytes` wrote.

    Raises:
        MalformedError: the file is damaged, or its arrays do not fit together.
    """
    arrays, described = from_bytes(_LAYOUT, data, where)
    caption = described.text("caption")
    _check_shapes(arrays, len(words_of(caption)), where)
    _check_values(arrays, where)
    return Inversion(
        caption=caption,
        model=read_model(described.nested("model")),
        method=described.text("method", 100),
        preset=described.text("preset", 100),
        guidance=described.number("guidance"),
        report=_read_report(described.nested("report")),
        **arrays,
    )


def read_model(fields: Fields) -> ModelIdentity:
    """Which model made something."""
    return ModelIdentity(fields.text("name", 500), fields.text("fingerprint", 500))


def _read_report(fields: Fields) -> InversionReport:
    return InversionReport(
        psnr_db=fields.number("psnr_db"),
        vae_psnr_db=fields.number("vae_psnr_db"),
        latent_mse=fields.number("latent_mse"),
        seconds=fields.number("seconds"),
        network_evaluations=fields.integer("network_evaluations", 0, 10**12),
        loss_per_timestep=fields.numbers("loss_per_timestep"),
        device=fields.text("device", 200),
        cycle_error=fields.over({"cycle_error": 0.0}).number("cycle_error", 0),
    )


def _check_shapes(arrays: dict[str, Array], words: int, where: str) -> None:
    steps = arrays["timesteps"].shape[0]
    latent, nulls = arrays["pivots"].shape[1:], arrays["null_embeddings"].shape
    pooled = arrays["null_pooled"].shape if "null_pooled" in arrays else (steps, 1)
    height, width, channels = arrays["reconstruction"].shape
    fitting = (
        1 <= steps <= MAX_STEPS
        and arrays["pivots"].shape[0] == steps + 1
        and arrays["residuals"].shape == (steps, *latent)
        and nulls[0] == pooled[0] == steps
        and arrays["word_maps"].shape[0] == words
        and channels == 3
        and 1 <= height <= MAX_SIDE
        and 1 <= width <= MAX_SIDE
    )
    if not fitting or 0 in latent + nulls + pooled + arrays["word_maps"].shape[1:]:
        raise MalformedError(f"{where}: the shapes of its arrays do not fit together")


def _check_values(arrays: dict[str, Array], where: str) -> None:
    maps, timesteps = arrays["word_maps"], arrays["timesteps"]
    if maps.size and (maps.min() < 0 or maps.max() > 1):
        raise MalformedError(f"{where}: word_maps is out of range")
    if timesteps[-1] < 0 or timesteps[0] > 10**6 or not (np.diff(timesteps) < 0).all():
        raise MalformedError(f"{where}: timesteps are out of order")
