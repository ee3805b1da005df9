"""Which commands a few typed letters mean."""

from __future__ import annotations

from collections.abc import Iterable

_WORD_START = 8
_RUN = 5
_EARLY = 2
_WORTH_SHOWING = 0.4  # of the best score


def rank(query: str, texts: Iterable[tuple[str, str]]) -> list[int]:
    """Places of the texts that fit, the best first, without those that fit far worse; all of them, as they
    come, for an empty query.

    Args:
        texts: pairs of a name and what else is said of it; a fit in the name counts more.
    """
    wanted = "".join(query.casefold().split())
    scores = [
        (max(3 * fit(wanted, name), fit(wanted, more)), place) for place, (name, more) in enumerate(texts)
    ]
    if not wanted:
        return [place for _, place in scores]
    least = _WORTH_SHOWING * max((score for score, _ in scores), default=0.0)
    fitting = [(score, place) for score, place in scores if score > 0 and score >= least]
    return [place for _, place in sorted(fitting, key=lambda pair: -pair[0])]


def fit(wanted: str, text: str) -> float:
    """How well the letters of `wanted`, in their order, fit a text; 0 when they do not.

    Letters at the beginning of words and letters in a row count more, so that “sa” finds “Save as…”.
    """
    text = text.casefold()
    ways = ((start, jumping) for start in _starts(wanted, text) for jumping in (True, False))
    return max((_from(wanted, text, start, jumping) for start, jumping in ways), default=0.0)


def _starts(wanted: str, text: str) -> list[int]:
    return [place for place, letter in enumerate(text) if wanted and letter == wanted[0]]


def _from(wanted: str, text: str, start: int, jumping: bool) -> float:
    """The score of taking each letter at the first place where it can be."""
    score, last = 0.0, start - 1
    for letter in wanted:
        place = _next_place(text, letter, last + 1, jumping)
        if place < 0:
            return 0.0
        at_start = place == 0 or not text[place - 1].isalnum()
        score += 1 + _WORD_START * at_start + _RUN * (place == last + 1)
        last = place
    return score + _EARLY / (1 + start) - 0.01 * len(text)


def _next_place(text: str, letter: str, begin: int, jumping: bool) -> int:
    """Right here, else (if `jumping`) where a word begins with it, else anywhere after; -1 for nowhere."""
    if text[begin : begin + 1] == letter:
        return begin
    place = text.find(f" {letter}", begin) if jumping else -1
    return place + 1 if place >= 0 else text.find(letter, begin)
