"""Word operations in words, for people and for screen readers."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from nti_desktop.engine.requests import EditParameters
from nti_desktop.ui.caption.chips import NEUTRAL, Chip, chips_of
from nti_desktop.ui.look.i18n import number, tr


def operation(chip: Chip) -> str:
    """A chip in signs, such as “mug → cup”, “+ blue”, “− wooden”, “mug × 1.5”."""
    signs = {"keep": chip.text, "replace": f"{chip.was} → {chip.text}", "remove": f"− {chip.was}"}
    said = signs.get(chip.kind, f"+ {chip.text}") + _times(chip)
    return tr("{word} kept").format(word=said) if chip.kept else said


def operations(chips: tuple[Chip, ...]) -> tuple[str, ...]:
    """What the chips change; words added or removed side by side are named together."""
    said: list[str] = []
    for (kind, marked), run in groupby(chips, lambda chip: (chip.kind, chip.marked)):
        together = tuple(run)
        plain = all(chip.weight == NEUTRAL for chip in together)
        if kind in ("insert", "remove") and plain and len(together) > 1:
            together = (replace(together[0], text=_text(together), was=_text(together)),)
        said += [operation(chip) for chip in together if marked]
    return tuple(said)


def describe_changes(caption: str, draft: EditParameters) -> str:
    """The draft in a few words, such as “red → blue, mug × 1.5”."""
    return ", ".join(operations(chips_of(caption, draft)))


def described(chip: Chip) -> str:
    """A chip in a short sentence."""
    said = {
        "keep": tr("“{word}”"),
        "replace": tr("“{word}”, was “{was}”"),
        "remove": tr("“{was}”, removed"),
        "insert": tr("“{word}”, added"),
    }[chip.kind].format(word=chip.text, was=chip.was)
    if chip.weight != NEUTRAL:
        said += tr(", weight {weight}").format(weight=number(chip.weight, "g"))
    return said + tr(", kept unchanged") if chip.kept else said


def quoted(words: tuple[str, ...], most: int = 4) -> str:
    """Some words between quotation marks."""
    return ", ".join(tr("“{word}”").format(word=word) for word in words[:most])


def _text(chips: tuple[Chip, ...]) -> str:
    return " ".join(chip.text for chip in chips)


def _times(chip: Chip) -> str:
    return f" × {number(chip.weight, 'g')}" if chip.weight != NEUTRAL else ""
