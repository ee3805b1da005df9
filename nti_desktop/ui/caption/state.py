"""What the caption's forms render, made of the window's state."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from nti_desktop.diffusion.prompts import words_of, words_of_the_edit, words_without_place
from nti_desktop.document.state import Project
from nti_desktop.engine.requests import EditParameters
from nti_desktop.engine.results import Inversion
from nti_desktop.ui.caption.chips import Chip, chips_of
from nti_desktop.ui.caption.spelling import Known, new_unknown_words, unknown_words
from nti_desktop.ui.jobs.wording import way_name
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.state import WindowState


@dataclass(frozen=True)
class CaptionTried:
    """An inversion by its caption.

    Attributes:
        psnr_db: how well the photo came back with it.
        way: what it was done with, where another has the same caption; else "".
    """

    id: str
    caption: str
    psnr_db: float
    way: str = ""

    @property
    def name(self) -> str:
        """What tells it from the others."""
        return tr("{way}: {caption}").format(way=self.way, caption=self.caption) if self.way else self.caption


@dataclass(frozen=True)
class CaptionState:
    """All that the editor renders.

    Attributes:
        caption: of the photo; typed: what the describe form holds; edited: the draft's.
        draft: the edit being composed.
        chips: the draft as word operations; empty before inversion.
        inverted: whether there is an inversion for the caption.
        busy: whether an inversion with this caption runs or waits.
        can_apply: whether there are changes that the edit shown does not have.
        coming: whether the draft's edit is being made or waits.
        trial: whether what is seen is a trial, which is not in the history.
        has_changes: whether the draft differs from the caption.
        known: the words that the model knows; None when it knows language at large.
        unknown: words that the model does not know.
        unknown_in_edit: the same of words that the edit brings in.
        placeless: words that the edit brings in and the caption gives no place.
        held: words kept unchanged although the edit describes them otherwise.
        tried: the captions with an inversion, oldest first.
        active: id of the inversion that edits start from.
    """

    caption: str = ""
    typed: str = ""
    edited: str = ""
    draft: EditParameters = field(default_factory=lambda: EditParameters(""))
    chips: tuple[Chip, ...] = ()
    inverted: bool = False
    busy: bool = False
    can_apply: bool = False
    coming: bool = False
    trial: bool = False
    has_changes: bool = False
    known: Known = None
    unknown: tuple[str, ...] = ()
    unknown_in_edit: tuple[str, ...] = ()
    placeless: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    tried: tuple[CaptionTried, ...] = ()
    active: str = ""


def caption_state(state: WindowState, typed: str | None) -> CaptionState:
    """What is to be seen of the caption; `typed` is what the describe form holds and the project does not."""
    project, draft = state.project, state.draft
    known = state.model.known_words if state.model is not None else None
    typed = project.caption if typed is None else typed
    source = project.inversion.caption if project.inversion is not None else ""
    chips = chips_of(source, draft) if source else ()
    words = words_of(draft.caption)
    return CaptionState(
        caption=project.caption,
        typed=typed,
        edited=draft.caption,
        draft=draft,
        chips=chips,
        inverted=project.inversion is not None,
        busy=state.inverting,
        can_apply=state.can_apply,
        coming=state.coming,
        trial=state.trial is not None,
        has_changes=state.has_changes,
        known=known,
        unknown=unknown_words(typed, known),
        unknown_in_edit=new_unknown_words(source, draft.caption, known) if state.can_apply else (),
        placeless=tuple(words[i].text for i in words_without_place(source, draft.caption)) if source else (),
        held=_held(source, draft, chips),
        tried=captions_tried(project),
        active=project.active_inversion or "",
    )


def _held(source: str, draft: EditParameters, chips: tuple[Chip, ...]) -> tuple[str, ...]:
    _, changing = words_of_the_edit(source, draft.caption, [index for index, _ in draft.weights])
    return tuple(chip.text for chip in chips if chip.kept and set(chip.target) & set(changing))


def captions_tried(project: Project) -> tuple[CaptionTried, ...]:
    """The captions of a project's inversions, oldest first."""
    captions = Counter(record.inversion.caption for record in project.inversions)
    return tuple(_tried(r.id, r.inversion, captions[r.inversion.caption] > 1) for r in project.inversions)


def _tried(record_id: str, inversion: Inversion, again: bool) -> CaptionTried:
    way = way_name(inversion.method, inversion.preset) if again else ""
    return CaptionTried(record_id, inversion.caption, inversion.report.psnr_db, way)
