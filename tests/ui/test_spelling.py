"""Words that a model does not know, and near ones that it does. Needs no window."""

from __future__ import annotations

import pytest

from nti_desktop.ui.caption.spelling import near_words, new_unknown_words, unknown_words, with_word

KNOWN = ("mug", "dog", "wooden", "table", "red", "white", "café", "on")


def test_unknown_words_are_named_once_whatever_their_case() -> None:
    assert unknown_words("A Red woden woden MUG", KNOWN) == ("A", "woden")
    assert unknown_words("cafe\u0301", KNOWN) == ()
    assert unknown_words("anything at all", None) == ()


def test_only_words_that_an_edit_brings_in_are_new() -> None:
    assert new_unknown_words("a shiny mug", "a shiny dgo", KNOWN) == ("dgo",)


@pytest.mark.parametrize(
    ("word", "near"), [("woden", ("wooden",)), ("Mgu", ("mug",)), ("zyzzyva", ()), ("with", ()), ("onn", ())]
)
def test_near_words_are_those_written_alike(word: str, near: tuple[str, ...]) -> None:
    assert near_words(word, KNOWN) == near


def test_no_more_than_three_are_offered_nearest_first() -> None:
    near = near_words("cat", ("cats", "cart", "coat", "chat", "bat"))
    assert len(near) == 3
    assert near[0] in ("cats", "cart", "coat", "chat")
    assert near_words("cat", None) == ()


def test_a_word_is_respelt_wherever_it_stands() -> None:
    assert with_word("a woden Woden-free box", "woden", "wooden") == "a wooden Woden-free box"
    assert with_word("woden, woden", "woden", "red") == "red, red"
