"""The draft as chips: what the caption editor shows for each word operation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from nti_desktop.diffusion.prompts import WordChange, same_word, word_changes, words_of
from nti_desktop.engine.requests import EditParameters
from nti_desktop.engine.results import OperationKind

NEUTRAL = 1.0
KEPT_WINDOW = (0.0, 1.0)  # a word kept unchanged has the photo's attention during all steps


@dataclass(frozen=True)
class Chip:
    """What the caption editor shows for one word operation.

    Attributes:
        text: the word of the edited caption; of a removed word, the word itself.
        was: the word of the caption, "" for an inserted one.
        source: indices of the caption's words.
        target: indices of the edited caption's words.
        place: index in the edited caption at which the word stands, or would stand again.
        kept: whether the word is to be kept unchanged, and its place left alone.
        parts: the chips that a phrase is made of; none for a single word.
    """

    kind: OperationKind
    text: str
    was: str
    source: tuple[int, ...]
    target: tuple[int, ...]
    place: int
    weight: float = NEUTRAL
    kept: bool = False
    parts: tuple[Chip, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the edit says otherwise than the caption."""
        return self.kind != "keep" or self.weight != NEUTRAL

    @property
    def marked(self) -> bool:
        """Whether there is anything to revert."""
        return self.changed or self.kept


@lru_cache(maxsize=512)  # the window asks for the draft, and for every edit, again and again
def chips_of(caption: str, draft: EditParameters) -> tuple[Chip, ...]:
    """The draft as chips, in the order of the edited caption."""
    chips: list[Chip] = []
    place, kept = 0, kept_words(draft)
    for change in word_changes(caption, draft.caption):
        chips.append(_chip(caption, draft, change, place, kept))
        place += len(change.target)
    return tuple(chips)


def _chip(caption: str, draft: EditParameters, change: WordChange, place: int, kept: set[int]) -> Chip:
    was = _joined(caption, change.source)
    text = _joined(draft.caption, change.target) or was
    weight = next((w for index, w in draft.weights if index in change.target), NEUTRAL)
    stays = change.kind == "keep" and set(change.target) <= kept
    return Chip(change.kind, text, was, change.source, change.target, place, weight, stays)


def phrase(chips: tuple[Chip, ...]) -> Chip:
    """Neighbouring chips taken as one, to be replaced, weighed, kept, removed or reverted together."""
    if len(chips) == 1:
        return chips[0]
    target = tuple(i for chip in chips for i in chip.target)
    return Chip(
        kind="keep" if all(chip.kind == "keep" for chip in chips) else "replace",
        text=" ".join(chip.text for chip in chips if chip.target) or " ".join(chip.was for chip in chips),
        was=" ".join(chip.was for chip in chips if chip.was),
        source=tuple(i for chip in chips for i in chip.source),
        target=target,
        place=chips[0].place,
        weight=chips[0].weight if len({chip.weight for chip in chips}) == 1 else NEUTRAL,
        kept=all(chip.kept for chip in chips),
        parts=chips,
    )


def _joined(caption: str, indices: tuple[int, ...]) -> str:
    words = words_of(caption)
    return " ".join(words[i].text for i in indices)


def has_changes(caption: str, draft: EditParameters | None) -> bool:
    """Whether the draft would change anything."""
    return draft is not None and any(chip.changed for chip in chips_of(caption, draft))


def kept_words(draft: EditParameters) -> set[int]:
    """Indices of the words that are kept unchanged."""
    words, excluded = words_of(draft.caption), {same_word(text) for text in draft.blend_exclude}
    windows = [i for i, *window in draft.cross_windows if tuple(window) == KEPT_WINDOW]
    return {i for i in windows if i < len(words) and same_word(words[i].text) in excluded}
