"""Which commands a few typed letters mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

_WORD_START = 8
_RUN = 9
_EARLY = 2
_WORTH_SHOWING = 0.4  # of the best score


def rank(query: str, texts: Iterable[tuple[str, str]]) -> list[int]:
    """Places of the texts that fit every word of the query, the best first, without those that fit far worse;
    all of them, as they come, for an empty query.

    Args:
        texts: pairs of a name and what else is said of it; a fit in the name counts more.
    """
    words = query.casefold().split()
    scores = [(_score(words, name, more), place) for place, (name, more) in enumerate(texts)]
    if not words:
        return [place for _, place in scores]
    least = _WORTH_SHOWING * max((score for score, _ in scores), default=0.0)
    fitting = [(score, place) for score, place in scores if score > 0 and score >= least]
    return [place for _, place in sorted(fitting, key=lambda pair: -pair[0])]


def _score(words: list[str], name: str, more: str) -> float:
    """Of all words together; 0 when one of them fits nowhere."""
    each = [max(3 * fit(word, name), _said(word, more)) for word in words]
    return sum(each) if all(each) else 0.0


def _said(wanted: str, text: str) -> float:
    """How well a word fits an explanation, which has so many letters that only those in a row count."""
    text = text.casefold()
    place = f" {text}".find(f" {wanted}") if wanted.isascii() else text.find(wanted)
    return max(len(wanted) * (1 + _RUN) + _EARLY / (1 + place) - 0.01 * len(text), 0.1) if place >= 0 else 0.0


def fit(wanted: str, text: str) -> float:
    """How well the letters of `wanted`, in their order, fit a text; 0 when they do not.

    Letters may be left out within a word, and at any letter the next word may begin: “exprt” finds “Export”,
    “saa” finds “Save as…”. Letters at the beginning of words and letters in a row count more.
    """
    text = text.casefold()

    @cache
    def best(taken: int, last: int) -> float:
        """What the letters from `taken` on are worth behind the one at `last`; below 0 for nothing."""
        if taken == len(wanted):
            return 0.0
        found = (
            _worth(text, place, last) + rest
            for place in _places(text, wanted[taken], last)
            if (rest := best(taken + 1, place)) >= 0
        )
        return max(found, default=-1.0)

    starts = [place for place in range(len(text)) if wanted and _may_begin(text, place, wanted)]
    scores = [_worth(text, s, s - 1) + rest + _EARLY / (1 + s) for s in starts if (rest := best(1, s)) >= 0]
    return max(max(scores, default=0.0) - 0.01 * len(text), 0.0)


def _may_begin(text: str, place: int, wanted: str) -> bool:
    """At the beginning of a word, or in its middle with all the letters in a row."""
    return text.startswith(wanted[0] if _at_start(text, place) else wanted, place)


def _places(text: str, letter: str, last: int) -> Iterator[int]:
    """Where a letter may be taken: later in the same word, or where the next word begins with it."""
    end = last + 1
    while end < len(text) and text[end].isalnum():
        end += 1
    inside = text.find(letter, last + 1, end)
    if inside >= 0:
        yield inside
    while end < len(text) and not text[end].isalnum():
        end += 1
    if text.startswith(letter, end):
        yield end


def _at_start(text: str, place: int) -> bool:
    return place == 0 or not text[place - 1].isalnum()


def _worth(text: str, place: int, last: int) -> float:
    return 1 + _WORD_START * _at_start(text, place) + _RUN * (place == last + 1)
