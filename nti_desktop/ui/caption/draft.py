"""Word operations on a draft: plain functions from one `EditParameters` to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from nti_desktop.diffusion.prompts import WordChange, word_changes, words_of
from nti_desktop.engine.requests import EditParameters
from nti_desktop.engine.results import OperationKind

NEUTRAL = 1.0


@dataclass(frozen=True)
class Chip:
    """What the caption editor shows for one word operation.

    Attributes:
        text: the word of the edited caption; of a removed word, the word itself.
        was: the word of the caption, "" for an inserted one.
        source: indices of the caption's words.
        target: indices of the edited caption's words.
        place: index in the edited caption at which the word stands, or would stand again.
    """

    kind: OperationKind
    text: str
    was: str
    source: tuple[int, ...]
    target: tuple[int, ...]
    place: int
    weight: float = NEUTRAL

    @property
    def changed(self) -> bool:
        """Whether there is anything to revert."""
        return self.kind != "keep" or self.weight != NEUTRAL


def chips_of(caption: str, draft: EditParameters) -> tuple[Chip, ...]:
    """The draft as chips, in the order of the edited caption."""
    chips: list[Chip] = []
    place = 0
    for change in word_changes(caption, draft.caption):
        chips.append(_chip(caption, draft, change, place))
        place += len(change.target)
    return tuple(chips)


def _chip(caption: str, draft: EditParameters, change: WordChange, place: int) -> Chip:
    was = _joined(caption, change.source)
    text = _joined(draft.caption, change.target) or was
    weight = next((w for index, w in draft.weights if index in change.target), NEUTRAL)
    return Chip(change.kind, text, was, change.source, change.target, place, weight)


def _joined(caption: str, indices: tuple[int, ...]) -> str:
    words = words_of(caption)
    return " ".join(words[i].text for i in indices)


def has_changes(caption: str, draft: EditParameters | None) -> bool:
    """Whether the draft would change anything."""
    return draft is not None and any(chip.changed for chip in chips_of(caption, draft))


def replace_word(draft: EditParameters, chip: Chip, text: str) -> EditParameters:
    """Put other words in a chip's place; no words at all removes it."""
    words = words_of(draft.caption)
    text = " ".join(text.split())
    if not chip.target:
        return insert_words(draft, chip.place, text)
    if not words_of(text):
        return remove_word(draft, chip)
    start, end = words[chip.target[0]].start, words[chip.target[-1]].end
    made = replace(draft, caption=draft.caption[:start] + text + draft.caption[end:])
    count = len(words_of(text))
    made = _moved(made, _shift(chip.target, count))
    if chip.weight == NEUTRAL:
        return made
    weights = made.weights + tuple((chip.target[0] + n, chip.weight) for n in range(count))
    return replace(made, weights=tuple(sorted(weights)))


def remove_word(draft: EditParameters, chip: Chip) -> EditParameters:
    """Leave a chip's words out."""
    if not chip.target:
        return draft
    words = words_of(draft.caption)
    before = draft.caption[: words[chip.target[0]].start].rstrip()
    after = draft.caption[words[chip.target[-1]].end :]
    joined = before + after if before else after.lstrip()
    return _moved(replace(draft, caption=joined), _shift(chip.target, 0))


def insert_words(draft: EditParameters, place: int, text: str) -> EditParameters:
    """Put words before the word at `place`, or after the last one."""
    words = words_of(draft.caption)
    text = " ".join(text.split())
    count = len(words_of(text))
    if not count:
        return draft
    if place < len(words):
        at = words[place].start
        made = f"{draft.caption[:at]}{text} {draft.caption[at:]}"
    else:
        at = words[-1].end if words else 0
        made = f"{draft.caption[:at]} {text}{draft.caption[at:]}".strip()
    return _moved(replace(draft, caption=made), lambda i: i + count if i >= place else i)


def set_weight(draft: EditParameters, chip: Chip, weight: float) -> EditParameters:
    """Strengthen or weaken a chip's words; 1 is neutral."""
    weights = [(i, w) for i, w in draft.weights if i not in chip.target]
    if weight != NEUTRAL:
        weights += [(i, weight) for i in chip.target]
    return replace(draft, weights=tuple(sorted(weights)))


def revert(draft: EditParameters, chip: Chip) -> EditParameters:
    """Make a chip what it was in the caption."""
    neutral = set_weight(draft, chip, NEUTRAL)
    plain = _neutral(chip)
    if chip.kind == "insert":
        return remove_word(neutral, plain)
    if chip.kind == "keep":
        return neutral
    return replace_word(neutral, plain, chip.was)


def _neutral(chip: Chip) -> Chip:
    """The same chip at neutral weight."""
    return replace(chip, weight=NEUTRAL)


def retype(draft: EditParameters, caption: str) -> EditParameters:
    """Take a whole edited caption; words that stay keep their weight and cross window."""
    caption = " ".join(caption.split())
    moved = {
        old: new
        for change in word_changes(draft.caption, caption)
        if change.kind == "keep"
        for old, new in zip(change.source, change.target, strict=True)
    }
    return _moved(replace(draft, caption=caption), moved.get)


def _moved(draft: EditParameters, place: Callable[[int], int | None]) -> EditParameters:
    """With weights and windows where their words are now; `place` gives None for a word that is gone."""
    weights = [(new, w) for old, w in draft.weights if (new := place(old)) is not None]
    windows = [(new, a, b) for old, a, b in draft.cross_windows if (new := place(old)) is not None]
    return replace(draft, weights=tuple(weights), cross_windows=tuple(windows))


def _shift(span: tuple[int, ...], count: int) -> Callable[[int], int | None]:
    """Where words are after `count` others took the place of those in `span`."""
    by = count - len(span)
    return lambda i: None if i in span else i + by if i > span[-1] else i


def describe_changes(caption: str, draft: EditParameters) -> str:
    """The draft in a few words, such as “red → blue, mug × 1.5”."""
    return ", ".join(_described(chip) for chip in chips_of(caption, draft) if chip.changed)


def _described(chip: Chip) -> str:
    weight = f" × {chip.weight:g}" if chip.weight != NEUTRAL else ""
    signs = {"keep": chip.text, "replace": f"{chip.was} → {chip.text}", "remove": f"− {chip.was}"}
    return signs.get(chip.kind, f"+ {chip.text}") + weight
