"""An inversion as a safetensors file: the arrays as they are, all else as JSON in the metadata."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import numpy as np
import numpy.typing as npt
import safetensors
import safetensors.numpy

from nti_desktop.diffusion.prompts import words_of
from nti_desktop.document.fields import Fields, MalformedError, parse_json
from nti_desktop.engine.results import Inversion, InversionReport, ModelIdentity

MAX_HEADER_BYTES = 2**20
MAX_STEPS = 1000
MAX_SIDE = 4096
_METADATA_KEY = "inversion"
_TYPES: dict[str, tuple[str, type[np.generic], int]] = {
    "timesteps": ("I64", np.int64, 1),
    "pivots": ("F32", np.float32, 4),
    "null_embeddings": ("F32", np.float32, 3),
    "residuals": ("F16", np.float16, 4),
    "word_maps": ("F32", np.float32, 3),
    "reconstruction": ("U8", np.uint8, 3),
}
Array = npt.NDArray[Any]


def inversion_to_bytes(inversion: Inversion) -> bytes:
    """The safetensors file of an inversion; every array reopens byte-equal."""
    arrays: dict[str, Array] = {}
    for name, (_, kind, _) in _TYPES.items():
        arrays[name] = np.ascontiguousarray(getattr(inversion, name), dtype=kind)
    described = {
        "caption": inversion.caption,
        "model": asdict(inversion.model),
        "method": inversion.method,
        "preset": inversion.preset,
        "guidance": inversion.guidance,
        "report": asdict(inversion.report),
    }
    metadata = {_METADATA_KEY: json.dumps(described, allow_nan=False)}
    data: bytes = safetensors.numpy.save(arrays, metadata)
    return data


def inversion_from_bytes(data: bytes, where: str) -> Inversion:
    """Read what `inversion_to_bytes` wrote.

    Raises:
        MalformedError: the file is damaged, or its arrays do not fit together.
    """
    described = _read_header(data, where)
    try:
        arrays = safetensors.numpy.load(data)
    except (safetensors.SafetensorError, ValueError, KeyError) as error:
        raise MalformedError(f"{where} is damaged") from error
    caption = described.text("caption")
    _check_types(arrays, where)
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
    )


def _read_header(data: bytes, where: str) -> Fields:
    """Bound the header, and compare names, types and dimensions before any array is made."""
    length = int.from_bytes(data[:8], "little")
    if len(data) < 8 or not 2 <= length <= min(MAX_HEADER_BYTES, len(data) - 8):
        raise MalformedError(f"{where} has a damaged header")
    header = parse_json(data[8 : 8 + length], where)
    entries = dict(header.items())
    metadata = entries.pop("__metadata__", None)
    if metadata is None or set(entries) != set(_TYPES):
        raise MalformedError(f"{where} has other arrays than an inversion has")
    for name, entry in entries.items():
        entry.one_of("dtype", (_TYPES[name][0],))
    return parse_json(metadata.text(_METADATA_KEY, MAX_HEADER_BYTES).encode(), where)


def _check_types(arrays: dict[str, Array], where: str) -> None:
    for name, (_, kind, dimensions) in _TYPES.items():
        array = arrays.get(name)
        if array is None or array.dtype != kind or array.ndim != dimensions:
            raise MalformedError(f"{where}: {name} has another type or shape")


def _check_shapes(arrays: dict[str, Array], words: int, where: str) -> None:
    steps = arrays["timesteps"].shape[0]
    latent = arrays["pivots"].shape[1:]
    height, width, channels = arrays["reconstruction"].shape
    fitting = (
        1 <= steps <= MAX_STEPS
        and arrays["pivots"].shape[0] == steps + 1
        and arrays["residuals"].shape == (steps, *latent)
        and arrays["null_embeddings"].shape[0] == steps
        and arrays["word_maps"].shape[0] == words
        and channels == 3
        and 1 <= height <= MAX_SIDE
        and 1 <= width <= MAX_SIDE
    )
    if not fitting or 0 in latent + arrays["null_embeddings"].shape + arrays["word_maps"].shape[1:]:
        raise MalformedError(f"{where}: the shapes of its arrays do not fit together")


def _check_values(arrays: dict[str, Array], where: str) -> None:
    for name in ("pivots", "null_embeddings", "residuals", "word_maps"):
        if not np.isfinite(arrays[name]).all():
            raise MalformedError(f"{where}: {name} holds values that are no numbers")
    maps, timesteps = arrays["word_maps"], arrays["timesteps"]
    if maps.size and (maps.min() < 0 or maps.max() > 1):
        raise MalformedError(f"{where}: word_maps is out of range")
    if timesteps[-1] < 0 or timesteps[0] > 10**6 or not (np.diff(timesteps) < 0).all():
        raise MalformedError(f"{where}: timesteps are out of order")
