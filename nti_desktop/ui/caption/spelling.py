"""Words that a model with a small vocabulary does not know, and words near them that it does."""

from __future__ import annotations

from difflib import get_close_matches
from functools import lru_cache

from nti_desktop.diffusion.prompts import relates, same_word, words_of

MOST_SUGGESTIONS = 3
_LEAST_LIKENESS = 0.6

Known = tuple[str, ...] | None  # None for a model that knows language at large


def unknown_words(caption: str, known: Known) -> tuple[str, ...]:
    """The words of a caption that are not among the known ones, each once."""
    if known is None:
        return ()
    words = _known_set(known)
    return tuple(dict.fromkeys(w.text for w in words_of(caption) if same_word(w.text) not in words))


def new_unknown_words(caption: str, edited: str, known: Known) -> tuple[str, ...]:
    """The same of the words that only the edited caption has."""
    old = {same_word(word.text) for word in words_of(caption)}
    return tuple(word for word in unknown_words(edited, known) if same_word(word) not in old)


@lru_cache(maxsize=512)
def near_words(word: str, known: Known) -> tuple[str, ...]:
    """Up to three known words that are written much like `word`, nearest first; none for “with” and such,
    in whose place no other word could stand."""
    if any(relates(found) for found in words_of(word)):
        return ()
    things = [name for name in known or () if not any(relates(found) for found in words_of(name))]
    return tuple(get_close_matches(same_word(word), things, MOST_SUGGESTIONS, _LEAST_LIKENESS))


def with_word(caption: str, word: str, other: str) -> str:
    """The caption with another word wherever it has that one."""
    for found in reversed(words_of(caption)):
        if same_word(found.text) == same_word(word):
            caption = caption[: found.start] + other + caption[found.end :]
    return caption


@lru_cache(maxsize=4)
def _known_set(known: tuple[str, ...]) -> frozenset[str]:
    return frozenset(same_word(word) for word in known)
