"""What is adjusted of an edit, and what is chosen where nothing is said. Plain functions."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from nti_desktop.diffusion.prompts import relates, words_of, words_of_the_edit
from nti_desktop.engine.holding import automatic_hold
from nti_desktop.engine.requests import EditParameters
from nti_desktop.engine.results import Inversion
from nti_desktop.ui.edits.sliders import (
    ADJUSTMENTS,
    CROSS,
    GUIDANCE,
    OLD_THINGS,
    POSE,
    PROXIMAL_NAME,
    PROXIMALS,
    SELF,
    Adjustment,
)
from nti_desktop.ui.look.i18n import tr

POSE_START = 0.2  # where mutual self-attention begins when it is turned on; measured with this value


_BESIDE_SLIDERS = ("blend_words", "proximal")
_PLAIN = EditParameters("")


def default_of(field: str) -> Any:
    """What a field of the parameters is when nothing is said."""
    return getattr(_PLAIN, field)


def automatic_value(adjustment: Adjustment, inversion: Inversion, parameters: EditParameters) -> float:
    """The number that is taken when nothing is said."""
    if adjustment is GUIDANCE:
        return inversion.guidance
    if adjustment is POSE:
        return POSE_START
    if adjustment in (CROSS, SELF, OLD_THINGS):
        hold = automatic_hold(inversion.caption, parameters.caption)
        return float(getattr(hold, adjustment.field))
    default = default_of(adjustment.field)
    return float(default) if isinstance(default, int | float) else 0.0


def is_set(parameters: EditParameters, field: str) -> bool:
    """Whether a field says something else than the default."""
    return bool(getattr(parameters, field) != default_of(field))


def changed_fields(parameters: EditParameters) -> tuple[str, ...]:
    """All adjustments that are not as they come."""
    names = [a.field for a in ADJUSTMENTS] + list(_BESIDE_SLIDERS)
    return tuple(name for name in names if is_set(parameters, name))


def reset(parameters: EditParameters) -> EditParameters:
    """The same edit with every adjustment as it comes."""
    return replace(parameters, **{name: default_of(name) for name in changed_fields(parameters)})


def differences(parameters: EditParameters) -> tuple[str, ...]:
    """What differs from the defaults, each in a few words, such as “layout 60 %”."""
    said = [
        f"{tr(a.short)} {a.said(getattr(parameters, a.field))}"
        for a in ADJUSTMENTS
        if is_set(parameters, a.field)
    ]
    if parameters.blend_words is not None:
        where = ", ".join(parameters.blend_words) or tr("the whole picture")
        said.append(tr("in: {words}").format(words=where))
    if parameters.proximal != "none":
        said.append(f"{tr(PROXIMAL_NAME)} {tr(PROXIMALS[parameters.proximal])}")
    return (*said, *_unseen(parameters))


def _unseen(parameters: EditParameters) -> list[str]:
    """What only the command line sets."""
    words = {"caption", "weights", "cross_windows", "blend_exclude"}
    known = {a.field for a in ADJUSTMENTS} | words | {*_BESIDE_SLIDERS}
    others = [f.name for f in fields(EditParameters) if f.name not in known]
    return [
        f"{name.replace('_', ' ')} {getattr(parameters, name)}" for name in others if is_set(parameters, name)
    ]


def words_to_tick(caption: str, edited: str) -> tuple[str, ...]:
    """Words of either caption that can say where an edit may happen, each once."""
    words = [word.text for word in (*words_of(caption), *words_of(edited)) if not relates(word)]
    first = {word.casefold(): word for word in reversed(words)}
    return tuple(dict.fromkeys(first[word.casefold()] for word in words))


def automatic_words(caption: str, parameters: EditParameters) -> tuple[str, ...]:
    """The words that confine the edit where nothing is said."""
    reweighted = [index for index, weight in parameters.weights if weight != 1]
    old, new = words_of_the_edit(caption, parameters.caption, reweighted)
    before, after = words_of(caption), words_of(parameters.caption)
    return tuple(dict.fromkeys([*(before[i].text for i in old), *(after[i].text for i in new)]))


def toggled(caption: str, parameters: EditParameters, word: str) -> EditParameters:
    """With a word ticked or not; going out from what was chosen automatically."""
    chosen = parameters.blend_words
    words = list(automatic_words(caption, parameters) if chosen is None else chosen)
    same = [w for w in words if w.casefold() == word.casefold()]
    words = [w for w in words if w not in same] if same else [*words, word]
    return replace(parameters, blend_words=tuple(words))
