"""Where a caption is cut into phrases, and what each word does in its phrase. Torch-free.

The tables are English, as captions are. A caption in another language is cut at its commas only.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["thing", "article", "place", "with", "of", "is", "and", "doing", "tail"]

_TABLE: dict[Kind, str] = {
    "article": "a an the this these those his her its their my our your some",
    "place": "on in at by to from under over near beside behind before into onto above below inside outside "
    "between among around along against across through during upon beneath towards",
    "with": "with without wearing holding carrying",
    "of": "of for like",
    "is": "is are was were that which who",
    "and": "and or but",
}
_RELATIONS: dict[str, Kind] = {word: kind for kind, words in _TABLE.items() for word in words.split()}
_COUNTS = frozenset("one two three four five six seven eight nine ten many several no every each".split())
_DOING = frozenset(
    "sitting standing lying running walking jumping flying swimming floating sleeping playing eating "
    "drinking looking riding driving hanging leaning smiling dancing crying laughing reading singing "
    "climbing resting kneeling crouching crawling sailing skating surfing "
    "parked covered filled surrounded made".split()
)
_COMPOUNDS = ("in front of", "on top of", "next to", "close to", "out of")  # a place, then its tail
OPENING: frozenset[Kind] = frozenset(("place", "with", "of", "is", "and", "doing", "tail"))


@dataclass(frozen=True)
class Phrase:
    """Words that belong together, such as “on a wooden table”.

    Attributes:
        openers: the kinds of the words that begin it; none for what the sentence begins with, “a red mug”.
        things: its words that say what there is.
    """

    openers: frozenset[Kind]
    things: frozenset[str]

    def answers(self, other: Phrase) -> bool:
        """Whether one can stand for the other: they begin alike, or have a thing in common, or one of them
        names nothing."""
        begin_alike = bool(self.openers & other.openers) or self.openers == other.openers
        return begin_alike or self.shares(other) or not (self.things and other.things)

    def shares(self, other: Phrase) -> bool:
        """Whether they have a thing in common."""
        return bool(self.things & other.things)


@dataclass(frozen=True)
class Member:
    """A word in its phrase."""

    text: str
    kind: Kind
    index: int
    phrase: Phrase


def relation(text: str) -> Kind | None:
    """How a word says that others relate; None for one that says what there is."""
    return _RELATIONS.get(text.casefold())


def cut(words: Sequence[str], after_comma: Collection[int] = ()) -> tuple[Member, ...]:
    """Cut at prepositions, conjunctions and commas.

    An “and” with an article before and none after joins no phrases: “a blue and white cup” is one.

    Args:
        words: in lower case.
        after_comma: indices of words that a comma or the like stands before.
    """
    kinds = _kinds(words)
    starts = [0]
    for i in range(1, len(words)):
        if i in after_comma or _opens(kinds, starts[-1], i):
            starts.append(i)
    members: list[Member] = []
    for index, (start, end) in enumerate(zip(starts, [*starts[1:], len(words)], strict=True)):
        members += _phrase(index, words[start:end], kinds[start:end], start in after_comma)
    return tuple(members)


def _kinds(words: Sequence[str]) -> list[Kind]:
    kinds = [_kind(word) for word in words]
    for compound in map(str.split, _COMPOUNDS):
        for i in range(len(words) - len(compound) + 1):
            if list(words[i : i + len(compound)]) == compound:
                kinds[i] = "place"
                kinds[i + 1 : i + len(compound)] = ["tail"] * (len(compound) - 1)
    return kinds


def _kind(word: str) -> Kind:
    if word in _COUNTS or word.isdecimal():
        return "article"
    return "doing" if word in _DOING else _RELATIONS.get(word, "thing")


def _opens(kinds: Sequence[Kind], start: int, i: int) -> bool:
    """Whether the word at `i` begins a phrase, after one that begins at `start`."""
    before = kinds[start:i]
    if kinds[i] not in OPENING or all(kind in OPENING for kind in before):
        return False
    if kinds[i] == "doing":
        return "thing" in before  # “a sleeping cat” is one phrase, “a cat sleeping” two
    return kinds[i] != "and" or "article" not in before or kinds[i + 1 : i + 2] == ["article"]


def _phrase(index: int, words: Sequence[str], kinds: Sequence[Kind], after_comma: bool) -> list[Member]:
    leading = next((n for n, kind in enumerate(kinds) if kind not in OPENING), len(kinds))
    roles: list[Kind] = [
        "thing" if kind == "doing" and n >= leading else kind for n, kind in enumerate(kinds)
    ]
    openers = frozenset(roles[:leading]) or (frozenset[Kind](("and",)) if after_comma else frozenset())
    things = frozenset(word for word, role in zip(words, roles, strict=True) if role == "thing")
    phrase = Phrase(openers, things)
    return [Member(word, role, index, phrase) for word, role in zip(words, roles, strict=True)]
