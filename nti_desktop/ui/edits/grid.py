"""Variations that were asked for together, and what has come of them so far. Plain values."""

from __future__ import annotations

from dataclasses import dataclass, field

from nti_desktop.document.state import EditMasks, EditRecord
from nti_desktop.engine.requests import EditRequest
from nti_desktop.engine.results import EditResult
from nti_desktop.ui.edits.variations import Kind, Variation
from nti_desktop.ui.look.i18n import tr

TRIAL = "variation"  # id of the one that is seen large


@dataclass(eq=False)
class Grid:
    """Variations that were asked for together.

    Attributes:
        weighed: the word whose weight differs; "" where something else does.
        number: of the job; 0 before it is queued.
        results: by place, as they come.
    """

    kind: Kind
    variations: tuple[Variation, ...]
    requests: tuple[EditRequest, ...]
    inversion_id: str
    masks: EditMasks | None
    weighed: str = ""
    number: int = 0
    results: dict[int, EditResult] = field(default_factory=dict)

    def record(self, place: int) -> EditRecord:
        """A variation as an edit, with a name for the trial."""
        made, result = self.variations[place].parameters, self.results[place]
        return EditRecord(TRIAL, self.inversion_id, made, result, "", (), self.masks, self._name_of(place))

    def _name_of(self, place: int) -> str:
        value = self.variations[place].label
        if self.weighed:
            return tr("Weight of “{word}”: {value}").format(word=self.weighed, value=value)
        return f"{tr(self.kind.name)}: {value}"
