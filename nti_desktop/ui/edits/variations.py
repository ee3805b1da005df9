"""Edits that differ in one thing: what can be varied, and the parameters of each. Plain functions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QLocale

from nti_desktop.engine.requests import EditParameters
from nti_desktop.errors import UserError
from nti_desktop.ui.caption.draft import Chip, replace_word, set_weight
from nti_desktop.ui.caption.weight_row import LEAST_WEIGHT, MOST_WEIGHT
from nti_desktop.ui.edits.sliders import CROSS, GUIDANCE, SELF, SPATIAL, Adjustment
from nti_desktop.ui.look.i18n import noop, number

MOST_VARIATIONS = 24
_SEPARATORS = re.compile(r"[,;，、；\n]+")
_BESIDE_DECIMAL_COMMAS = re.compile(r"[;，、；\n]+|,(?!\d)|(?<!\d),")


@dataclass(frozen=True)
class Variation:
    """One of several edits; `label` says what is its own."""

    label: str
    parameters: EditParameters


@dataclass(frozen=True)
class Kind:
    """Something that can be varied.

    Attributes:
        name: for `tr`.
        of_word: whether a word has to be chosen.
        values: what is offered at first; for `tr`, since people write lists and numbers in their own way.
        adjustment: which number it is, where it is one.
    """

    key: str
    name: str
    of_word: bool
    values: str
    adjustment: Adjustment | None = None


KINDS = (
    Kind("weight", noop("Weight of a word"), True, noop("0.5, 1, 1.5, 2, 2.5")),
    Kind("replace", noop("Other words"), True, noop("blue, green, yellow")),
    Kind("cross", CROSS.name, False, "20, 40, 60, 80, 100", CROSS),
    Kind("self", SELF.name, False, "0, 20, 40, 60, 80", SELF),
    Kind("spatial", SPATIAL.name, False, "0, 10, 20, 30, 40", SPATIAL),
    Kind("guidance", GUIDANCE.name, False, "2, 4, 6, 8, 10", GUIDANCE),
)


def variations_of(draft: EditParameters, kind: Kind, chip: Chip | None, typed: str) -> tuple[Variation, ...]:
    """The edits that differ in what was typed, separated by commas.

    Raises:
        UserError: the text does not say what to vary, with a sentence that says what to type.
    """
    between = _BESIDE_DECIMAL_COMMAS if QLocale().decimalPoint() == "," else _SEPARATORS
    parts = tuple(dict.fromkeys(part.strip() for part in between.split(typed) if part.strip()))
    if not parts:
        raise UserError("Type the values with commas between them.")
    if len(parts) > MOST_VARIATIONS:
        raise UserError("At most {count} at a time; type fewer values.", count=MOST_VARIATIONS)
    if kind.of_word and chip is None:
        raise UserError("Choose the word that is to vary.")
    return tuple(_variation(draft, kind, chip, part) for part in parts)


def _variation(draft: EditParameters, kind: Kind, chip: Chip | None, part: str) -> Variation:
    if kind.adjustment is not None:
        value = _value(kind.adjustment, part)
        changes: dict[str, Any] = {kind.adjustment.field: value}
        return Variation(kind.adjustment.said(value), replace(draft, **changes))
    if chip is None:
        raise ValueError("a word is needed")
    if kind.key == "replace":
        return Variation(part, replace_word(draft, chip, part))
    weight = _number(part, LEAST_WEIGHT, MOST_WEIGHT)
    return Variation(f"× {number(weight, 'g')}", set_weight(draft, chip, weight))


def _value(adjustment: Adjustment, part: str) -> float:
    scale = 100 if adjustment.percent else 1
    return round(_number(part, adjustment.least * scale, adjustment.most * scale) / scale, 4)


def _number(part: str, least: float, most: float) -> float:
    try:
        value = float(part.rstrip("%").strip().replace(",", "."))
    except ValueError:
        value = float("nan")
    if not least <= value <= most:
        raise UserError(
            "“{text}” does not fit here; type numbers from {least:g} to {most:g} with commas between them.",
            text=part,
            least=least,
            most=most,
        )
    return value
