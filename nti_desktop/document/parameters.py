"""The parameters of an edit, as `edits.json` holds them."""

from __future__ import annotations

from typing import cast

from nti_desktop.document.fields import MAX_ITEMS, Fields, MalformedError
from nti_desktop.engine.requests import MOST_STACKED, PROXIMALS, EditParameters, Proximal

_MOST_LAYERS = 10_000

# What version 1 of the format did not have, with the values that change nothing.
_SINCE_VERSION_2: dict[str, object] = {
    "cross_windows": [],
    "blend_exclude": [],
    "blend_softness": 0.0,
    "spatial_replace": 0.0,
    "mutual_start": None,
    "mutual_layer": 0,
    "proximal": "none",
    "proximal_quantile": 0.7,
    "null_share": None,
    "self_start": 0.0,  # nor did the first files of version 2
}


def read_parameters(fields: Fields) -> EditParameters:
    """Read parameters.

    Raises:
        MalformedError: they are not as the format says.
    """
    fields = fields.over(_SINCE_VERSION_2)
    return EditParameters(
        caption=fields.text("caption"),
        weights=_read_weights(fields),
        cross_replace=fields.optional_number("cross_replace", 0, 1),
        self_replace=fields.optional_number("self_replace", 0, 1),
        blend_words=fields.texts("blend_words") if fields.has("blend_words") else None,
        blend_threshold=fields.number("blend_threshold", 0, 1),
        start_blend=fields.number("start_blend", 0, 1),
        guidance=fields.optional_number("guidance"),
        cross_windows=tuple(_read_window(row) for row in fields.rows("cross_windows", 3)),
        blend_exclude=fields.texts("blend_exclude"),
        blend_softness=fields.number("blend_softness", 0, 0.5),
        spatial_replace=fields.number("spatial_replace", 0, 1),
        mutual_start=fields.optional_number("mutual_start", 0, 1),
        mutual_layer=fields.integer("mutual_layer", 0, _MOST_LAYERS),
        proximal=cast(Proximal, fields.one_of("proximal", PROXIMALS)),
        proximal_quantile=fields.number("proximal_quantile", 0, 1),
        null_share=fields.optional_number("null_share", 0, 1),
        self_start=fields.number("self_start", 0, 1),
    )


def read_stacked(fields: Fields) -> tuple[EditParameters, ...]:
    """Read the further edits of a stacked edit; version 1 had none.

    Raises:
        MalformedError: they are not as the format says.
    """
    stacked = fields.over({"stacked": []}).objects("stacked")
    if len(stacked) > MOST_STACKED:
        raise MalformedError("too many edits are stacked")
    return tuple(read_parameters(entry) for entry in stacked)


def _read_weights(fields: Fields) -> tuple[tuple[int, float], ...]:
    return tuple((row.integer("0", 0, MAX_ITEMS), row.number("1")) for row in fields.rows("weights", 2))


def _read_window(row: Fields) -> tuple[int, float, float]:
    index, first, last = row.integer("0", 0, MAX_ITEMS), row.number("1", 0, 1), row.number("2", 0, 1)
    if first > last:
        raise MalformedError("a cross window ends before it begins")
    return index, first, last
