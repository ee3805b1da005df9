"""The numbers of an edit that sliders set: names, ranges, and what each does in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from nti_desktop.ui.look.i18n import noop, number, tr


@dataclass(frozen=True)
class Adjustment:
    """A number of `EditParameters` that a slider sets.

    Attributes:
        field: of `EditParameters`.
        name, short: in full, and as an edit in the list says it; both for `tr`.
        least, most, step: of the slider.
        percent: whether the number is a share.
        zero: what a share of nothing is called; for `tr`.
    """

    field: str
    name: str
    short: str
    tip: str
    most: float
    least: float = 0.0
    step: float = 0.05
    percent: bool = True
    zero: str = noop("off")

    def said(self, value: float) -> str:
        """The value as it is read."""
        if value == 0 and self.percent:
            return tr(self.zero)
        return f"{value * 100:.0f}\u00a0%" if self.percent else number(value, ".1f")


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
OLD_THINGS = Adjustment(
    "null_share",
    noop("Hold the old things"),
    noop("old things"),
    noop(
        "How much of what was learned about the photo's own things holds the edit, too.\n"
        "More keeps their look; less lets another thing take shape."
    ),
    1.0,
)
SELF_START = Adjustment(
    "self_start",
    noop("Textures begin after"),
    noop("textures after"),
    noop(
        "When the photo's textures begin to hold the edit.\n"
        "Later leaves the coarse shapes to the words; past “Hold the textures” they hold nothing."
    ),
    0.8,
    zero=noop("at once"),
)
BLEND_START = Adjustment(
    "start_blend",
    noop("Area begins after"),
    noop("area after"),
    noop(
        "When the edit begins to be confined to its area.\n"
        "Later gives new shapes room to settle; earlier leaves the rest of the photo more alone."
    ),
    0.8,
    zero=noop("at once"),
)
SMALL = Adjustment(
    "proximal_quantile",
    noop("What counts as small"),
    noop("small"),
    noop("How much of what the words would change is small: this share of the picture's places."),
    0.95,
    least=0.05,
)
BASIC = (CROSS, SELF, SPATIAL, THRESHOLD, SOFTNESS, GUIDANCE, POSE)
MORE = (OLD_THINGS, SELF_START, BLEND_START, SMALL)
ADJUSTMENTS = (*BASIC, *MORE)

# What is done with changes that are small, and how each is called.
PROXIMAL_NAME = noop("Small changes")
PROXIMAL_TIP = noop(
    "What becomes of what the words would change only a little.\n"
    "Faded or dropped, the rest of the photo stays calmer; most useful where the edit has no area of its own."
)
PROXIMALS = {"none": noop("stay"), "soft": noop("are faded"), "hard": noop("are dropped")}
