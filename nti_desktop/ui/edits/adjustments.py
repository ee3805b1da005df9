"""What can be adjusted of an edit: names, ranges, what is chosen where nothing is said. Plain functions."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from nti_desktop.diffusion.prompts import relates, words_of, words_of_the_edit
from nti_desktop.engine.holding import automatic_hold
from nti_desktop.engine.requests import EditParameters
from nti_desktop.engine.results import Inversion
from nti_desktop.ui.look.i18n import noop, tr

POSE_START = 0.2  # where mutual self-attention begins when it is turned on; measured with this value


@dataclass(frozen=True)
class Adjustment:
    """A number of `EditParameters` that a slider sets.

    Attributes:
        field: of `EditParameters`.
        name, short: in full, and as an edit in the list says it; both for `tr`.
        least, most, step: of the slider.
        percent: whether the number is a share.
    """

    field: str
    name: str
    short: str
    tip: str
    most: float
    least: float = 0.0
    step: float = 0.05
    percent: bool = True

    def said(self, value: float) -> str:
        """The value as it is read."""
        if value == 0 and self.percent:
            return tr("off")
        return f"{value * 100:.0f}\u00a0%" if self.percent else f"{value:.1f}"


CROSS = Adjustment(
    "cross_replace",
    noop("Hold the layout"),
    noop("layout"),
    noop(
        "For how much of the work the photo decides where things are.\n"
        "More keeps the photo's shapes; less lets new things take a shape of their own."
    ),
    1.0,
)
SELF = Adjustment(
    "self_replace",
    noop("Hold the textures"),
    noop("textures"),
    noop(
        "For how much of the work textures and fine structure are the photo's.\n"
        "More stays closer to the photo; less gives the edit more freedom."
    ),
    1.0,
)
SPATIAL = Adjustment(
    "spatial_replace",
    noop("Hold the picture itself"),
    noop("picture"),
    noop(
        "For how much of the work the picture simply stays the photo.\n"
        "A little keeps the composition; much leaves no room for the edit."
    ),
    0.8,
)
THRESHOLD = Adjustment(
    "blend_threshold",
    noop("Tightness of the area"),
    noop("tightness"),
    noop(
        "How sure the model must be that a place belongs to the words before it may change.\n"
        "More makes the area smaller, less makes it larger."
    ),
    0.9,
)
SOFTNESS = Adjustment(
    "blend_softness",
    noop("Soft edge"),
    noop("soft edge"),
    noop("How wide the edit fades out at the edge of its area, as a share of the picture's shorter side."),
    0.25,
    step=0.01,
)
GUIDANCE = Adjustment(
    "guidance",
    noop("Guidance"),
    noop("guidance"),
    noop(
        "How strongly the picture is pushed towards what the words say.\n"
        "More is stronger and more colourful; too much looks burnt."
    ),
    15.0,
    least=1.0,
    step=0.5,
    percent=False,
)
POSE = Adjustment(
    "mutual_start",
    noop("Begins after"),
    noop("pose"),
    noop(
        "When the edit begins to look up the photo's textures wherever its own new shapes ask for them.\n"
        "For changes of pose or place; earlier keeps more of the photo's look."
    ),
    0.8,
)
ADJUSTMENTS = (CROSS, SELF, SPATIAL, THRESHOLD, SOFTNESS, GUIDANCE, POSE)
_BLEND = ("blend_words",)
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
    if adjustment in (CROSS, SELF):
        hold = automatic_hold(inversion.caption, parameters.caption)
        return hold.cross_replace if adjustment is CROSS else hold.self_replace
    default = default_of(adjustment.field)
    return float(default) if isinstance(default, int | float) else 0.0


def is_set(parameters: EditParameters, field: str) -> bool:
    """Whether a field says something else than the default."""
    return bool(getattr(parameters, field) != default_of(field))


def changed_fields(parameters: EditParameters) -> tuple[str, ...]:
    """All adjustments that are not as they come."""
    names = [a.field for a in ADJUSTMENTS] + list(_BLEND)
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
    return (*said, *_unseen(parameters))


def _unseen(parameters: EditParameters) -> list[str]:
    """What only the command line sets."""
    known = {a.field for a in ADJUSTMENTS} | {*_BLEND, "caption", "weights", "cross_windows", "blend_exclude"}
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
