"""An inversion as a safetensors file: the arrays as they are, all else as JSON in the metadata."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import numpy as np

from nti_desktop.diffusion.prompts import words_of
from nti_desktop.document.arrays import Array, Header, Kind, Layout, header_bytes, read_header, to_bytes
from nti_desktop.document.fields import Fields, MalformedError
from nti_desktop.document.stored import StoredMember
from nti_desktop.document.stored_inversion import LARGE, Stored, StoredInversion, stored_inversion
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
    """The safetensors file of an inversion; every array reopens byte-equal. What was not read is copied.

    Raises:
        GoneError: it was not read yet, and is no longer where it was.
    """
    if isinstance(inversion, StoredInversion) and not inversion.is_read:
        return inversion.member_bytes()
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
    header = read_header(_LAYOUT, data, len(data), where)
    described = _read_described(header)
    arrays = {name: header.take(name, data[place.begin : place.end]) for name, place in header.places.items()}
    _check_values(arrays, where)
    return Inversion(**(described | arrays))


def inversion_from_stored(member: StoredMember, file: str) -> Inversion:
    """The same of a member that is still in its file, with its large arrays left there; all else is checked.

    Args:
        file: the project's name, for messages.

    Raises:
        MalformedError: the member is damaged, or its arrays do not fit together.
    """
    where = member.name
    start = header_bytes(member.part(0, 8), member.size, where)
    header = read_header(_LAYOUT, member.part(0, start), member.size, where)
    described = _read_described(header)
    places = {name: place for name, place in header.places.items() if name not in LARGE}
    arrays = {name: header.take(name, member.part(at.begin, at.end)) for name, at in places.items()}
    _check_values(arrays, where)
    return stored_inversion(Stored(member, header, file), described | arrays)


def _read_described(header: Header) -> dict[str, Any]:
    """All but the arrays, whose shapes are looked at."""
    fields = header.described
    caption = fields.text("caption")
    _check_shapes(header, len(words_of(caption)))
    return {
        "caption": caption,
        "model": read_model(fields.nested("model")),
        "method": fields.text("method", 100),
        "preset": fields.text("preset", 100),
        "guidance": fields.number("guidance"),
        "report": _read_report(fields.nested("report")),
    }


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


def _check_shapes(header: Header, words: int) -> None:
    shapes = {name: place.shape for name, place in header.places.items()}
    (steps,), nulls, latent = shapes["timesteps"], shapes["null_embeddings"], shapes["pivots"][1:]
    pooled, maps = shapes.get("null_pooled", (steps, 1)), shapes["word_maps"]
    height, width, channels = shapes["reconstruction"]
    fitting = (
        1 <= steps <= MAX_STEPS
        and shapes["pivots"][0] == steps + 1
        and shapes["residuals"] == (steps, *latent)
        and nulls[0] == pooled[0] == steps
        and maps[0] == words
        and channels == 3
        and 1 <= height <= MAX_SIDE
        and 1 <= width <= MAX_SIDE
    )
    if not fitting or 0 in latent + nulls + pooled + maps[1:]:
        raise MalformedError("{where}: the shapes of its arrays do not fit together", where=header.where)


def _check_values(arrays: dict[str, Array], where: str) -> None:
    maps, timesteps = arrays["word_maps"], arrays["timesteps"]
    if maps.size and (maps.min() < 0 or maps.max() > 1):
        raise MalformedError("{where}: word_maps is out of range", where=where)
    if timesteps[-1] < 0 or timesteps[0] > 10**6 or not (np.diff(timesteps) < 0).all():
        raise MalformedError("{where}: timesteps are out of order", where=where)
