"""A paused inversion as a safetensors file: what was done of it, and what it was asked for."""

from __future__ import annotations

from typing import cast

from nti_desktop.document.arrays import Array, Kind, Layout, from_bytes, to_bytes
from nti_desktop.document.fields import Fields, MalformedError
from nti_desktop.document.state import PausedInversion
from nti_desktop.document.tensors import MAX_STEPS
from nti_desktop.engine.requests import METHODS, PRESETS, Method, Preset
from nti_desktop.engine.results import PartialInversion

_MAP_SUM = "map_sum_"
_LAYOUT = Layout(
    "paused",
    {
        "pivots": Kind("F32", (4,)),
        "current": Kind("F32", (4,)),
        "null_embeddings": Kind("F32", (3,)),
        "null_pooled": Kind("F32", (2,), optional=True),
        "residuals": Kind("F16", (4,)),
        rf"{_MAP_SUM}[1-9]\d{{0,7}}": Kind("F32", (1, 2, 3, 4), optional=True),
    },
)
_ASKED = ("caption", "method", "preset", "steps", "guidance", "null_start", "refinements")
_DONE = ("request_key", "losses", "cycle_errors", "network_evaluations", "seconds")
_ARRAYS = ("pivots", "current", "null_embeddings", "null_pooled", "residuals")


def paused_to_bytes(paused: PausedInversion) -> bytes:
    """The safetensors file of a paused inversion; every array reopens byte-equal."""
    partial = paused.partial
    arrays: dict[str, Array | None] = {name: getattr(partial, name) for name in _ARRAYS}
    arrays |= {f"{_MAP_SUM}{positions}": total for positions, total in partial.map_sums}
    described = {name: getattr(paused, name) for name in _ASKED}
    described |= {name: getattr(partial, name) for name in _DONE}
    return to_bytes(_LAYOUT, arrays, described | {"map_counts": partial.map_counts})


def paused_from_bytes(data: bytes, paused_id: str, where: str) -> PausedInversion:
    """Read what `paused_to_bytes` wrote.

    Raises:
        MalformedError: the file is damaged, or its arrays do not fit together.
    """
    arrays, fields = from_bytes(_LAYOUT, data, where)
    partial = _read_partial(arrays, fields)
    _check_shapes(partial, where)
    return PausedInversion(
        id=paused_id,
        caption=fields.text("caption"),
        method=cast(Method, fields.one_of("method", METHODS)),
        preset=cast(Preset, fields.one_of("preset", PRESETS)),
        steps=fields.integer("steps", 1, MAX_STEPS),
        guidance=fields.optional_number("guidance"),
        null_start=fields.optional_number("null_start", 0, 1),
        refinements=fields.integer("refinements", 0, 1000),
        partial=partial,
    )


def _read_partial(arrays: dict[str, Array], fields: Fields) -> PartialInversion:
    sums = {int(n.removeprefix(_MAP_SUM)): a for n, a in arrays.items() if n.startswith(_MAP_SUM)}
    counts = [
        (row.integer("0", 1, 10**8), row.integer("1", 1, 10**12)) for row in fields.rows("map_counts", 2)
    ]
    return PartialInversion(
        request_key=fields.text("request_key", 200),
        pivots=arrays["pivots"],
        current=arrays["current"],
        null_embeddings=arrays["null_embeddings"],
        null_pooled=arrays.get("null_pooled"),
        residuals=arrays["residuals"],
        losses=fields.numbers("losses"),
        map_sums=tuple(sorted(sums.items())),
        map_counts=tuple(sorted(counts)),
        network_evaluations=fields.integer("network_evaluations", 0, 10**12),
        seconds=fields.number("seconds", 0),
        cycle_errors=fields.numbers("cycle_errors"),
    )


def _check_shapes(partial: PartialInversion, where: str) -> None:
    latent, done = partial.pivots.shape[1:], len(partial.losses)
    corrected, pooled = len(partial.residuals), partial.null_pooled
    fitting = (
        1 <= len(partial.pivots) <= MAX_STEPS + 1
        and done <= MAX_STEPS
        and partial.current.shape == (1, *latent)
        and corrected == len(partial.cycle_errors) <= done
        and partial.residuals.shape[1:] == latent
        and len(partial.null_embeddings) == done
        and (pooled is None or len(pooled) == done)
        and [positions for positions, _ in partial.map_sums]
        == [positions for positions, _ in partial.map_counts]
    )
    if not fitting or 0 in latent:
        raise MalformedError("{where}: the shapes of its arrays do not fit together", where=where)
