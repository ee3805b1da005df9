"""Which word of a caption stands for which of another: dynamic programming over costs. Torch-free."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal

from nti_desktop.diffusion.phrases import OPENING, Member

# What it costs to understand a retyped caption in a way. The least sum wins.
KEPT = -1_000_000  # the same word in phrases that answer each other: as many as there can be, above all
LOST = 20  # a thing removed, or inserted
LOST_RELATION = 10  # the same of “on”, “a”, “and”
OTHER_THING = 30  # a thing for a thing, in phrases that answer each other
OTHER_RELATION = 12  # “on” for “under”, “a” for “the”: words of one kind
OTHER_OPENER = 18  # “and” for “with” where both lead to the same thing
SPLIT = 1  # a word paired apart from its neighbour in the phrase, on each side: whole phrases come and go

Move = Literal["pair", "remove", "insert"]
_Step = tuple[int | None, int | None]  # indices of a pair; None on one side for a removed or inserted word
_Choice = tuple[int, Move]  # what all costs from here on, and what to do first
_Choices = dict[tuple[int, int], tuple[_Choice, _Choice]]


@dataclass(frozen=True)
class Run:
    """Words and what stands for them; `same` where they are one word. Either side may be empty."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    same: bool = False


def aligned(old: Sequence[Member], new: Sequence[Member]) -> tuple[Run, ...]:
    """All words of both captions, in the order of both; removed ones before inserted ones.

    Words of one phrase for which more or fewer stand are one run: “red mug” and “teapot”.
    """
    runs: list[Run] = []
    group: list[_Step] = []
    for step in _gathered(_steps(old, new), old, new):
        if not all(_belong(step, other, old, new) for other in group):
            runs += _runs(group)
            group = []
        if _is_kept(step, old, new):
            runs += [*_runs(group), *_runs([step], same=True)]
            group = []
        else:
            group.append(step)
    return (*runs, *_runs(group))


def _gathered(steps: Sequence[_Step], old: Sequence[Member], new: Sequence[Member]) -> list[_Step]:
    """The steps, with insertions that go with a replaced word next to it, ahead of removals in between: the
    truck of “a car parked” -> “an old truck”."""
    made: list[_Step] = []
    joined: set[_Step] = set()
    for step in steps:
        place = len(made)
        if None not in step and not _is_kept(step, old, new):
            joined.add(step)
        elif step[0] is None:
            while place and made[place - 1][1] is None:
                place -= 1
            if place and made[place - 1] in joined and _belong(step, made[place - 1], old, new):
                joined.add(step)
            else:
                place = len(made)
        made.insert(place, step)
    return made


def _runs(steps: Sequence[_Step], *, same: bool = False) -> list[Run]:
    """Steps that belong together: one run, if there are pairs and not only pairs among them."""
    paired = [None not in step for step in steps]
    if any(paired) and not all(paired):
        return [Run(_given(i for i, _ in steps), _given(j for _, j in steps))]
    return [Run(_given([i]), _given([j]), same) for i, j in steps]


def _given(indices: Iterable[int | None]) -> tuple[int, ...]:
    return tuple(index for index in indices if index is not None)


def _is_kept(step: _Step, old: Sequence[Member], new: Sequence[Member]) -> bool:
    i, j = step
    return i is not None and j is not None and old[i].text == new[j].text


def _belong(step: _Step, other: _Step, old: Sequence[Member], new: Sequence[Member]) -> bool:
    """Whether two changes are of words of one sort, in the same phrases."""
    for members, a, b in ((old, step[0], other[0]), (new, step[1], other[1])):
        if a is not None and b is not None and members[a].index != members[b].index:
            return False
    return _sort(step, old, new) == _sort(other, old, new)


def _sort(step: _Step, old: Sequence[Member], new: Sequence[Member]) -> str:
    i, j = step
    member = old[i] if i is not None else new[j or 0]
    if member.kind in member.phrase.openers:
        return "opening"
    return "article" if member.kind == "article" else "thing"  # with the “and” of “blue and white”


def _steps(old: Sequence[Member], new: Sequence[Member]) -> list[_Step]:
    """The cheapest way through both captions."""
    choices = _choices(old, new)
    steps: list[_Step] = []
    i = j = 0
    apart = False
    while i < len(old) or j < len(new):
        _, move = choices[i, j][apart]
        steps.append((None if move == "insert" else i, None if move == "remove" else j))
        i, j, apart = i + (move != "insert"), j + (move != "remove"), move != "pair"
    return steps


def _choices(old: Sequence[Member], new: Sequence[Member]) -> _Choices:
    """The best choice from each pair of places on: right after a pair, and after another move."""
    best: _Choices = {(len(old), len(new)): ((0, "pair"), (0, "pair"))}
    for i in reversed(range(len(old) + 1)):
        for j in reversed(range(len(new) + 1)):
            if (i, j) not in best:
                best[i, j] = _choice(old, new, i, j, best)
    return best


def _choice(
    old: Sequence[Member], new: Sequence[Member], i: int, j: int, best: _Choices
) -> tuple[_Choice, _Choice]:
    """Of equal ones a pair is taken before a removal, and that before an insertion."""
    ways: list[_Choice] = []
    if i < len(old):
        ways.append((_lost(old[i]) + best[i + 1, j][1][0], "remove"))
    if j < len(new):
        ways.append((_lost(new[j]) + best[i, j + 1][1][0], "insert"))
    least = min(ways, key=itemgetter(0))
    pair = _paired(old[i], new[j]) if len(ways) == 2 else None
    if pair is None:
        return least, least
    cost = pair + best[i + 1, j + 1][0][0]
    apart = cost + SPLIT * (_goes_on(old, i) + _goes_on(new, j))
    return (
        (cost, "pair") if cost <= least[0] else least,
        (apart, "pair") if apart <= least[0] else least,
    )


def _lost(member: Member) -> int:
    return LOST if member.kind == "thing" else LOST_RELATION


def _paired(old: Member, new: Member) -> int | None:
    """What it costs to take one word for the other; None where that is no way to understand it."""
    if not old.phrase.answers(new.phrase):
        return None
    if old.text == new.text:
        return KEPT
    if old.kind == new.kind:
        return OTHER_THING if old.kind == "thing" else OTHER_RELATION
    opener = old.kind in OPENING and new.kind in OPENING and old.phrase.shares(new.phrase)
    return OTHER_OPENER if opener else None


def _goes_on(members: Sequence[Member], i: int) -> bool:
    """Whether the word before is of the same phrase."""
    return i > 0 and members[i - 1].index == members[i].index
