"""Word operations on a draft: plain functions from one `EditParameters` to the next."""

from __future__ import annotations

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
    weights = _shifted(draft.weights, chip.target, count)
    if chip.weight != NEUTRAL:
        weights += [(chip.target[0] + n, chip.weight) for n in range(count)]
    return replace(made, weights=tuple(sorted(weights)))


def remove_word(draft: EditParameters, chip: Chip) -> EditParameters:
    """Leave a chip's words out."""
    if not chip.target:
        return draft
    words = words_of(draft.caption)
    before = draft.caption[: words[chip.target[0]].start].rstrip()
    after = draft.caption[words[chip.target[-1]].end :]
    joined = before + after if before else after.lstrip()
    return replace(draft, caption=joined, weights=tuple(_shifted(draft.weights, chip.target, 0)))


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
    weights = tuple((i + count if i >= place else i, w) for i, w in draft.weights)
    return replace(draft, caption=made, weights=weights)


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
    """Take a whole edited caption; words that stay keep their weight."""
    caption = " ".join(caption.split())
    moved = {
        old: new
        for change in word_changes(draft.caption, caption)
        if change.kind == "keep"
        for old, new in zip(change.source, change.target, strict=True)
    }
    weights = tuple((moved[i], w) for i, w in draft.weights if i in moved)
    return replace(draft, caption=caption, weights=weights)


def _shifted(
    weights: tuple[tuple[int, float], ...], span: tuple[int, ...], count: int
) -> list[tuple[int, float]]:
    """Weights of the words outside `span` after `count` words took its place."""
    by = count - len(span)
    return [(i + by if i > span[-1] else i, w) for i, w in weights if i not in span]


def describe_changes(caption: str, draft: EditParameters) -> str:
    """The draft in a few words, such as “red → blue, mug × 1.5”."""
    return ", ".join(_described(chip) for chip in chips_of(caption, draft) if chip.changed)


def _described(chip: Chip) -> str:
    weight = f" × {chip.weight:g}" if chip.weight != NEUTRAL else ""
    signs = {"keep": chip.text, "replace": f"{chip.was} → {chip.text}", "remove": f"− {chip.was}"}
    return signs.get(chip.kind, f"+ {chip.text}") + weight
