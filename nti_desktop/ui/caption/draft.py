"""Word operations on a draft: plain functions from one `EditParameters` to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from nti_desktop.diffusion.prompts import same_word, word_changes, words_of
from nti_desktop.engine.requests import EditParameters
from nti_desktop.ui.caption.chips import KEPT_WINDOW, NEUTRAL, Chip, chips_of, has_changes, kept_words, phrase

__all__ = [
    "KEPT_WINDOW",
    "NEUTRAL",
    "Chip",
    "chips_of",
    "has_changes",
    "insert_words",
    "kept_words",
    "phrase",
    "remove_word",
    "replace_word",
    "retype",
    "revert",
    "set_kept",
    "set_weight",
]


def replace_word(draft: EditParameters, chip: Chip, text: str) -> EditParameters:
    """Put other words in a chip's place; no words at all removes it."""
    words = words_of(draft.caption)
    text = " ".join(text.split())
    if not chip.target:
        return insert_words(draft, chip.place, text)
    if not words_of(text):
        return remove_word(draft, chip)
    start, end = words[chip.target[0]].start, words[chip.target[-1]].end
    count = len(words_of(text))
    made = _moved(draft, draft.caption[:start] + text + draft.caption[end:], _shift(chip.target, count))
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
    return _moved(draft, joined, _shift(chip.target, 0))


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
    return _moved(draft, made, lambda i: i + count if i >= place else i)


def set_weight(draft: EditParameters, chip: Chip, weight: float) -> EditParameters:
    """Strengthen or weaken a chip's words; 1 is neutral. What weighs otherwise is not kept unchanged."""
    weights = [(i, w) for i, w in draft.weights if i not in chip.target]
    if weight != NEUTRAL:
        weights += [(i, weight) for i in chip.target]
        draft = set_kept(draft, chip, False) if set(chip.target) & kept_words(draft) else draft
    return replace(draft, weights=tuple(sorted(weights)))


def set_kept(draft: EditParameters, chip: Chip, kept: bool) -> EditParameters:
    """Keep a chip's words as they are in the photo: their attention for all steps, and their place."""
    words = words_of(draft.caption)
    texts = tuple(dict.fromkeys(words[i].text for i in chip.target))
    windows = [w for w in draft.cross_windows if w[0] not in chip.target]
    exclude = _without(draft.blend_exclude, texts)
    if kept:
        draft = set_weight(draft, chip, NEUTRAL)
        windows += [(i, *KEPT_WINDOW) for i in chip.target]
        exclude += texts
    return replace(draft, cross_windows=tuple(sorted(windows)), blend_exclude=exclude)


def revert(draft: EditParameters, chip: Chip) -> EditParameters:
    """Make a chip what it was in the caption."""
    if chip.parts:
        for part in reversed(chip.parts):  # what is done to later words leaves earlier ones where they are
            draft = revert(draft, part)
        return draft
    if chip.kept:
        draft = set_kept(draft, chip, False)
    draft = set_weight(draft, chip, NEUTRAL)
    if chip.kind == "keep":
        return draft
    plain = replace(chip, weight=NEUTRAL)
    return remove_word(draft, plain) if chip.kind == "insert" else replace_word(draft, plain, chip.was)


def _without(texts: tuple[str, ...], gone: tuple[str, ...]) -> tuple[str, ...]:
    unwanted = {same_word(text) for text in gone}
    return tuple(text for text in texts if same_word(text) not in unwanted)


def retype(draft: EditParameters, caption: str) -> EditParameters:
    """Take a whole edited caption; words that stay keep their weight and cross window."""
    caption = " ".join(caption.split())
    moved = {
        old: new
        for change in word_changes(draft.caption, caption)
        if change.kind == "keep"
        for old, new in zip(change.source, change.target, strict=True)
    }
    return _moved(draft, caption, moved.get)


def _moved(draft: EditParameters, caption: str, place: Callable[[int], int | None]) -> EditParameters:
    """Another caption, with weights and windows where their words are now; `place` gives None for a word
    that is gone, whose place is no longer left alone."""
    words, kept = words_of(draft.caption), kept_words(draft)
    gone = tuple(words[i].text for i in kept if place(i) is None)
    weights = [(new, w) for old, w in draft.weights if (new := place(old)) is not None]
    windows = [(new, a, b) for old, a, b in draft.cross_windows if (new := place(old)) is not None]
    return replace(
        draft,
        caption=caption,
        weights=tuple(weights),
        cross_windows=tuple(windows),
        blend_exclude=_without(draft.blend_exclude, gone),
    )


def _shift(span: tuple[int, ...], count: int) -> Callable[[int], int | None]:
    """Where words are after `count` others took the place of those in `span`."""
    by = count - len(span)
    return lambda i: None if i in span else i + by if i > span[-1] else i
