"""Words, tokens and alignment."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nti_desktop.diffusion.prompts import (
    find_in_either,
    find_word,
    replaces_a_thing,
    word_changes,
    words_of,
    words_of_the_edit,
    words_without_place,
)
from nti_desktop.diffusion.tokens import TokenizedCaption, tokenize
from nti_desktop.errors import CaptionError

WINDOW = 24


def encode(caption: str) -> tuple[list[int], list[tuple[int, int]]]:
    """A tokenizer of at most three letters a token, case-blind, that knows punctuation."""
    ids, offsets = [1], [(0, 0)]
    for match in re.finditer(r"\w{1,3}|[^\w\s]", caption):
        ids.append(10 + sum(ord(c) * 31**n for n, c in enumerate(match.group().lower())) % 9000)
        offsets.append(match.span())
    return [*ids, 2], [*offsets, (0, 0)]


def tokens(caption: str) -> TokenizedCaption:
    return tokenize(caption, encode, WINDOW, 2)


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("a red mug", ["a", "red", "mug"]),
        ("A cat,  a dog.", ["A", "cat", "a", "dog"]),
        ("  it's a well-known café  ", ["it's", "a", "well-known", "café"]),
        ("cafe\u0301 noir", ["cafe\u0301", "noir"]),
        ("红色的杯子 mug", ["红", "色", "的", "杯", "子", "mug"]),
        ("a 🐈 and 👩\u200d🚀", ["a", "🐈", "and", "👩\u200d🚀"]),
        ("the 🇩🇪🇫🇷 flags", ["the", "🇩🇪", "🇫🇷", "flags"]),
        ("एक हिन्दी शब्द", ["एक", "हिन्दी", "शब्द"]),
        ("𠮷野家", ["𠮷", "野", "家"]),
        ("", []),
        ("...", []),
    ],
)
def test_words(caption: str, expected: list[str]) -> None:
    assert [word.text for word in words_of(caption)] == expected


@given(st.text(max_size=60))
def test_words_are_spans_of_the_caption(caption: str) -> None:
    words = words_of(caption)
    assert all(caption[w.start : w.end] == w.text for w in words)
    assert all(a.end <= b.start for a, b in itertools.pairwise(words))


def test_word_operations_are_understood() -> None:
    changes = word_changes("a photo of a red mug on a table", "a photo of a blue mug with coffee on a Table")
    assert [c.kind for c in changes if c.kind != "keep"] == ["replace", "insert", "insert"]
    assert [c.kind for c in word_changes("a red mug", "a mug")] == ["keep", "remove", "keep"]


def test_words_find_their_tokens_across_punctuation_and_case() -> None:
    caption = tokens("A Lightbulb,  mug!")
    assert [len(t) for t in caption.word_tokens] == [1, 3, 1]
    assert find_word("A Lightbulb,  mug!", "lightbulb") == (1,)


def test_a_word_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(CaptionError, match="no word “dog”; its words are: “a”, “cat”"):
        find_word("a cat", "dog")


def test_an_absurdly_long_caption_is_refused() -> None:
    with pytest.raises(CaptionError, match="too long"):
        tokens("mug " * 22 * 16 + "mug")
    assert len(tokens("mug " * 22 * 16).lengths) == 16


def test_a_long_caption_is_put_into_windows_cut_between_words() -> None:
    """22 tokens fit beside start and end; "lightbulb" has three."""
    caption = tokens("lightbulb " * 8 + "mug")
    assert caption.lengths == (23, 6)
    assert len(caption.ids) == 2 * WINDOW
    assert caption.ids[0] == caption.ids[WINDOW] == 1
    assert caption.ids[22] == caption.ids[WINDOW + 5] == 2
    assert caption.word_tokens[6] == (19, 20, 21)
    assert caption.word_tokens[7] == (WINDOW + 1, WINDOW + 2, WINDOW + 3)
    assert caption.word_tokens[8] == (WINDOW + 4,)


def test_a_word_longer_than_a_window_is_cut() -> None:
    caption = tokens("a " + "x" * 3 * 30)
    assert caption.lengths == (WINDOW, 11)
    assert len(caption.word_tokens[1]) == 30


def test_ways_of_writing_are_one_word() -> None:
    changes = word_changes("it's a café in Rome", "It’s a cafe\u0301 in ROME")
    assert {change.kind for change in changes} == {"keep"}
    assert find_word("a CAFE\u0301", "café") == (1,)


def test_an_edit_takes_place_at_the_word_that_a_changed_word_describes() -> None:
    source, target = "a red mug on grass", "a blue mug on grass"
    old, new = words_of_the_edit(source, target)
    assert [words_of(source)[i].text for i in old] == ["red", "mug"]
    assert [words_of(target)[i].text for i in new] == ["blue", "mug"]
    assert words_of_the_edit(source, source) == ((), ())
    assert words_of_the_edit(source, source, [2]) == ((2,), (2,))


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("a blue mug on grass", False),
        ("a red hat on grass", True),
        ("a blue hat on grass", True),
        ("a teapot on grass", True),
        ("a red mug in grass", False),
        ("a red mug on snow", True),
        ("a big red mug on grass", False),
        ("a mug on grass", False),
        ("a red mug on", False),
        ("a red mug on grass", False),
    ],
)
def test_another_thing_is_told_from_another_description(target: str, expected: bool) -> None:
    assert replaces_a_thing("a red mug on grass", target) is expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("a cat sitting on a sofa", "a dog sitting on a sofa", True),
        ("a cat sitting on a sofa", "a cat lying on a sofa", True),
        ("a cat sitting on a sofa", "a cat sitting on a leather sofa", False),
        ("two dogs playing on the beach", "two cats playing on the beach", True),
        ("a car parked on the street", "a truck parked on the street", True),
        ("a parked car", "a parked truck", True),
        ("a girl smiling at the camera", "a girl crying at the camera", True),
        ("a blue and white cup", "a green and white cup", False),
        ("a blue and white cup", "a blue and white vase", True),
        ("a dog, oil painting", "a cat, oil painting", True),
    ],
)
def test_a_thing_is_another_whatever_it_does(source: str, target: str, expected: bool) -> None:
    assert replaces_a_thing(source, target) is expected


@given(*[st.lists(st.sampled_from("a red blue mug".split()), max_size=7) for _ in range(2)])
def test_as_many_words_as_possible_are_kept(old: list[str], new: list[str]) -> None:
    changes = word_changes(" ".join(old), " ".join(new))
    kept = [change for change in changes if change.kind == "keep"]
    assert [k for change in changes for k in change.source] == list(range(len(old)))
    assert [k for change in changes for k in change.target] == list(range(len(new)))
    assert all(old[change.source[0]] == new[change.target[0]] for change in kept)
    common = max(
        size
        for size in range(min(len(old), len(new)) + 1)
        if set(itertools.combinations(old, size)) & set(itertools.combinations(new, size))
    )
    assert len(kept) == common


def test_a_word_is_found_in_either_caption() -> None:
    assert find_in_either("a red mug, a mug", "a blue Mug", "MUG") == ((2, 4), (2,))
    assert find_in_either("a red mug", "a blue mug", "blue") == ((), (1,))
    with pytest.raises(CaptionError, match="no word “cup”; its words are: “a”, “red”, “mug”, “blue”"):
        find_in_either("a red mug", "a blue mug", "cup")


@pytest.mark.parametrize(
    ("target", "without_place"),
    [
        ("a red mug with a hat on a table", ("hat",)),
        ("a shiny red mug on a table", ()),  # describes the mug
        ("a blue mug on a sofa", ()),  # replaces words that have a place
        ("a red mug on a table in the snow", ("snow",)),
        ("a mug", ()),
        ("a red mug beside a small cat on a table", ("small", "cat")),
        ("a red mug on a table next to two cups", ("cups",)),
        ("a red mug in front of a sofa", ()),
    ],
)
def test_words_that_the_caption_gives_no_place(target: str, without_place: tuple[str, ...]) -> None:
    words = words_of(target)
    found = words_without_place("a red mug on a table", target)
    assert tuple(words[i].text for i in found) == without_place
