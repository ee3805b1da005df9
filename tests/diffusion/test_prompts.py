"""Words, tokens and alignment."""

from __future__ import annotations

import itertools
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nti_desktop.diffusion.prompts import (
    TokenizedCaption,
    align,
    find_word,
    tokenize,
    word_changes,
    words_of,
    words_of_the_edit,
)
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
    with pytest.raises(CaptionError, match="no word “dog”; its words are: a, cat"):
        find_word("a cat", "dog")


def test_a_caption_too_long_for_the_window_is_refused() -> None:
    with pytest.raises(CaptionError, match="too long"):
        tokens("mug " * 40)


@given(st.lists(st.sampled_from("a red blue mug lightbulb , . on teapot".split()), max_size=8))
def test_the_identity_edit_is_the_identity(words: list[str]) -> None:
    caption = tokens(" ".join(words))
    alignment = align(caption, caption)
    np.testing.assert_array_equal(alignment.transfer, np.eye(WINDOW, dtype=np.float32))
    assert alignment.aligned.all()
    assert (alignment.scale == 1).all()


def test_a_word_of_another_token_count_moves_no_other_word() -> None:
    source, target = tokens("a mug on grass"), tokens("a lightbulb on grass")
    alignment = align(source, target)
    grass_before, grass_after = source.word_tokens[3], target.word_tokens[3]
    assert grass_before != grass_after
    for before, after in zip(grass_before, grass_after, strict=True):
        assert alignment.transfer[before, after] == 1
    bulb = list(target.word_tokens[1])
    np.testing.assert_allclose(alignment.transfer[source.word_tokens[1][0], bulb], 1 / 3)


@given(
    st.lists(st.sampled_from("a red blue mug lightbulb on teapot".split()), min_size=1, max_size=6),
    st.lists(st.sampled_from("a red blue mug lightbulb on teapot".split()), min_size=1, max_size=6),
)
def test_no_attention_is_made_up(old: list[str], new: list[str]) -> None:
    alignment = align(tokens(" ".join(old)), tokens(" ".join(new)))
    # Each source token hands on at most all it has.
    assert (alignment.transfer.sum(1) <= 1 + 1e-6).all()
    # What is aligned receives something, the rest nothing.
    assert ((alignment.transfer.sum(0) > 0) == (alignment.aligned > 0)).all()


def test_inserted_words_have_no_counterpart_and_weights_scale_their_columns() -> None:
    source, target = tokens("a mug"), tokens("a red mug")
    alignment = align(source, target, [(1, 2.5), (2, -1.0)])
    assert not alignment.aligned[list(target.word_tokens[1])].any()
    assert (alignment.scale[list(target.word_tokens[1])] == 2.5).all()
    assert (alignment.scale[list(target.word_tokens[2])] == -1).all()


def test_an_edit_takes_place_at_the_word_that_a_changed_word_describes() -> None:
    source, target = "a red mug on grass", "a blue mug on grass"
    old, new = words_of_the_edit(source, target)
    assert [words_of(source)[i].text for i in old] == ["red", "mug"]
    assert [words_of(target)[i].text for i in new] == ["blue", "mug"]
    assert words_of_the_edit(source, source) == ((), ())
    assert words_of_the_edit(source, source, [2]) == ((2,), (2,))
