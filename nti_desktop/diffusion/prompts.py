"""Words of a caption, and what an edit does to them. Torch-free. A word is a span of characters."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from nti_desktop.diffusion.phrases import Member, cut, relation
from nti_desktop.diffusion.word_alignment import Run, aligned
from nti_desktop.errors import CaptionError

_IDEOGRAPHS = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Accents and vowel signs that combine with the letter before, and the joiners of scripts that use them.
_COMBINING = "\u200c\u200d" + "".join(
    chr(code) for code in range(0x300, 0xFB20) if unicodedata.category(chr(code)).startswith("M")
)
_LETTERS = rf"(?:[^\W_{_IDEOGRAPHS}][{_COMBINING}]*)+"
_PICTOGRAM = r"[\u2600-\u27bf\U0001f000-\U0001faff]"
_WORD = re.compile(
    rf"[{_IDEOGRAPHS}][{_COMBINING}]*"
    rf"|{_LETTERS}(?:[-'’]{_LETTERS})*"
    r"|[\U0001f1e6-\U0001f1ff]{2}"  # a flag
    rf"|{_PICTOGRAM}(?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d{_PICTOGRAM})*"
)
_BREAK = re.compile(r"[,;:.!?()\u3001\u3002\uff0c]|\s[-\u2013\u2014]\s")
_ONE_ARTICLE = {"an": "a"}


@dataclass(frozen=True)
class Word:
    """A word of a caption: its text as written and its span of characters, `caption[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class WordChange:
    """One word operation by position; `source` and `target` index the captions' words, None where absent."""

    kind: Literal["keep", "replace", "remove", "insert"]
    source: tuple[int, ...]
    target: tuple[int, ...]


@lru_cache(maxsize=256)  # the window asks for the same few captions again and again
def words_of(caption: str) -> tuple[Word, ...]:
    """The words of a caption in order: letters and digits, hyphens and apostrophes inside; a pictogram or
    an ideograph is a word of its own; punctuation belongs to none."""
    return tuple(Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(caption))


@lru_cache(maxsize=512)  # of every edit of a project
def word_changes(source: str, target: str) -> tuple[WordChange, ...]:
    """Turn a retyped caption into word operations, in the order of the target.

    Case does not count, nor how an accent or an apostrophe is written, nor whether it is “a” or “an”. What a
    word may stand for is said in `word_alignment`: “on a table” -> “and a plate” is a phrase that goes and
    another that comes, “on a table” -> “under a chair” is two replacements.
    """
    old, new = _members(source), _members(target)
    if old == new:
        return tuple(WordChange("keep", (place,), (place,)) for place in range(len(old)))
    runs = aligned(old, new)
    return tuple(WordChange(_kind(run), run.source, run.target) for run in runs)


def _members(caption: str) -> tuple[Member, ...]:
    words = words_of(caption)
    between = itertools.pairwise(words)
    after_comma = {n for n, (a, b) in enumerate(between, 1) if _BREAK.search(caption, a.end, b.start)}
    return cut(
        [_ONE_ARTICLE.get(text, text) for text in map(same_word, (w.text for w in words))], after_comma
    )


def _kind(run: Run) -> Literal["keep", "replace", "remove", "insert"]:
    if run.same:
        return "keep"
    if run.source and run.target:
        return "replace"
    return "remove" if run.source else "insert"


def same_word(text: str) -> str:
    """What two ways of writing one word have in common: case, composed or combining accents, apostrophes."""
    return unicodedata.normalize("NFKC", text.casefold()).replace("’", "'")


def find_word(caption: str, text: str) -> tuple[int, ...]:
    """Indices of the words of `caption` that read `text`, whatever their case and their way of writing.

    Raises:
        CaptionError: the caption has no such word.
    """
    found = _places(caption, text)
    if not found:
        # in quotes, so that they stay out of the log
        known = ", ".join(dict.fromkeys(f"“{word.text}”" for word in words_of(caption))) or "none"
        raise CaptionError(
            "The caption has no word “{word}”; its words are: {known}.", word=text, known=known
        )
    return found


def find_in_either(before: str, after: str, text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The same in a caption and in the edited one, of which one need not have the word.

    Raises:
        CaptionError: neither has it.
    """
    found = _places(before, text), _places(after, text)
    if not any(found):
        find_word(f"{before} / {after}", text)  # raises, naming the words of both
    return found


def _places(caption: str, text: str) -> tuple[int, ...]:
    wanted = same_word(text.strip())
    return tuple(i for i, word in enumerate(words_of(caption)) if same_word(word.text) == wanted)


def words_of_the_edit(
    source: str, target: str, reweighted: Sequence[int] = ()
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The words whose maps show where an edit takes place: (source word indices, target word indices).

    These are the changed and reweighted words, and the word that one of them describes: "red mug" ->
    "blue mug" takes place at the mug.

    Args:
        reweighted: indices of target words with a weight of their own.
    """
    changes = [c for c in word_changes(source, target) if c.kind != "keep" or set(c.target) & set(reweighted)]
    old = _with_described([i for c in changes for i in c.source], words_of(source))
    new = _with_described([j for c in changes for j in c.target], words_of(target))
    return old, new


def words_without_place(source: str, target: str) -> tuple[int, ...]:
    """Inserted words (target indices) that name something the caption does not: neither does it say where
    that is, nor do they describe a word that it has. Words of relation do not count."""
    changes, words, members = word_changes(source, target), words_of(target), _members(target)
    placed = {j for change in changes if change.source for j in change.target}
    inserted = (j for change in changes if change.kind == "insert" for j in change.target)
    return tuple(
        j
        for j in inserted
        if members[j].kind in ("thing", "doing") and not placed & set(_with_described([j], words))
    )


def replaces_a_thing(source: str, target: str) -> bool:
    """Whether an edit puts something else in the place of a thing, rather than describing it otherwise.

    A thing is named by the last word of its phrase: the mug of “a red mug on the grass”, the cat of “a cat
    sitting on a sofa”. What it does counts too, since that is its shape.
    """
    words = _members(source)
    replaced = (
        i for change in word_changes(source, target) if change.kind == "replace" for i in change.source
    )
    return any(_names_a_thing(i, words) for i in replaced)


def adds_a_thing(source: str, target: str) -> bool:
    """Whether an edit brings a thing that the caption gives no place: the pear of “a red mug and a pear”."""
    words = _members(target)
    return any(_names_a_thing(j, words) for j in words_without_place(source, target))


def _names_a_thing(index: int, words: Sequence[Member]) -> bool:
    word, rest = words[index], words[index + 1 :]
    is_last = not any(other.kind == "thing" and other.index == word.index for other in rest)
    return word.kind == "doing" or (word.kind == "thing" and is_last)


def relates(word: Word) -> bool:
    """Whether a word says how others relate, rather than what there is."""
    return relation(word.text) is not None


def _with_described(indices: Sequence[int], words: Sequence[Word]) -> tuple[int, ...]:
    found: list[int] = []
    for index in indices:
        run = index
        while run < len(words) and not relates(words[run]):
            found.append(run)
            run += 1
    return tuple(dict.fromkeys(found))
