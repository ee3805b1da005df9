"""The alignment of captions: with a tokenizer of a few lines, and with the bundled model's own."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest
import torch
from hypothesis import assume, given
from hypothesis import strategies as st
from transformers import CLIPTokenizer

from nti_desktop.diffusion.alignment import Alignment, align, token_windows
from nti_desktop.diffusion.attention import AttentionEdit, CrossEdit, edited_maps
from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.diffusion.prompts import word_changes
from nti_desktop.diffusion.tokens import TokenizedCaption, tokenize
from tests.diffusion.test_prompts import WINDOW, tokens

WORDS = "a red blue mug lightbulb teapot grass pineapple on in well-known it's".split()
WORDS += "Café cafe\u0301s 红 杯 🐈 👩\u200d🚀 ß".split()
LONG_WORDS = [
    f"{first}{second}" for first in "red mug tea".split() for second in "one two lightbulb pot".split()
]
captions = st.lists(st.sampled_from([*WORDS, ",", ".", "  ", "!"]), max_size=12).map(" ".join)
long_captions = st.lists(st.sampled_from([*WORDS, *LONG_WORDS]), min_size=1, max_size=40).map(" ".join)


def assert_identity(alignment: Alignment) -> None:
    np.testing.assert_array_equal(alignment.transfer, np.eye(len(alignment.scale), dtype=np.float32))
    assert alignment.aligned.all()
    assert (alignment.scale == 1).all()


@given(long_captions)
def test_the_identity_edit_is_the_identity(caption: str) -> None:
    assert_identity(align(tokens(caption), tokens(caption)))


@given(captions | st.text(max_size=20))
def test_the_identity_edit_is_the_identity_for_the_bundled_tokenizer(
    bundled: DiffusionModel, caption: str
) -> None:
    assert_identity(align(bundled.tokenize(caption), bundled.tokenize(caption)))


@given(long_captions, long_captions)
def test_no_attention_is_made_up(old: str, new: str) -> None:
    alignment = align(tokens(old), tokens(new))
    # Each source token hands on all it has, or nothing.
    sums = alignment.transfer.sum(1)
    assert (np.isclose(sums, 1) | (sums == 0)).all()
    # What is aligned receives something, the rest nothing.
    assert ((alignment.transfer.sum(0) > 0) == (alignment.aligned > 0)).all()


@given(long_captions, long_captions)
def test_weights_of_one_change_nothing(old: str, new: str) -> None:
    source, target = tokens(old), tokens(new)
    plain = align(source, target)
    weighted = align(source, target, [(word, 1.0) for word in range(len(target.words))])
    np.testing.assert_array_equal(weighted.transfer, plain.transfer)
    assert (weighted.scale == 1).all()


@given(st.lists(st.sampled_from([*WORDS, *LONG_WORDS]), min_size=1, max_size=30, unique=True), st.data())
def test_removing_and_readding_a_word_restores_the_rest(words: list[str], data: st.DataObject) -> None:
    gone = data.draw(st.integers(0, len(words) - 1))
    source = tokens(" ".join(words))
    without = tokens(" ".join(word for k, word in enumerate(words) if k != gone))
    assume(len(source.words) == len(words))
    there_and_back = align(source, without).transfer @ align(without, source).transfer
    kept = [k for word, place in enumerate(source.word_tokens) if word != gone for k in place]
    np.testing.assert_array_equal(there_and_back[np.ix_(kept, kept)], np.eye(len(kept), dtype=np.float32))
    assert not there_and_back[list(source.word_tokens[gone])].any()
    assert not there_and_back[:, list(source.word_tokens[gone])].any()


@given(st.lists(st.sampled_from(WORDS), min_size=2, max_size=6, unique=True), st.data())
def test_removing_and_readding_a_word_restores_the_map(words: list[str], data: st.DataObject) -> None:
    """Stacked, the words that stay share out attention as in the source, whatever the networks would do."""
    gone = data.draw(st.integers(0, len(words) - 1))
    source = tokens(" ".join(words))
    without = tokens(" ".join(word for k, word in enumerate(words) if k != gone))
    assume(len(source.words) == len(words))
    logits = torch.randn(3, 1, 5, WINDOW, generator=torch.Generator().manual_seed(gone), dtype=torch.float64)
    stack = tuple(
        AttentionEdit(below, below + 1, CrossEdit(*map(torch.from_numpy, vars(align(old, new)).values())))
        for below, (old, new) in enumerate(((source, without), (without, source)))
    )
    plain, weighted = edited_maps(torch.softmax(logits, -1).float(), stack)
    kept = [k for word, places in enumerate(source.word_tokens) if word != gone for k in places]
    before, after = (plain[k][..., kept] / plain[k][..., kept].sum(-1, keepdim=True) for k in (0, 2))
    torch.testing.assert_close(after, before, rtol=1e-4, atol=1e-6)
    torch.testing.assert_close(weighted[2].sum(-1), torch.ones(1, 5))


def test_a_word_of_another_token_count_moves_no_other_word() -> None:
    source, target = tokens("a mug on grass"), tokens("a lightbulb on grass")
    alignment = align(source, target)
    grass_before, grass_after = source.word_tokens[3], target.word_tokens[3]
    assert grass_before != grass_after
    for before, after in zip(grass_before, grass_after, strict=True):
        assert alignment.transfer[before, after] == 1
    bulb = list(target.word_tokens[1])
    np.testing.assert_allclose(alignment.transfer[source.word_tokens[1][0], bulb], 1 / 3)


def test_all_operations_at_once() -> None:
    source = tokens("a red mug and a lightbulb on grass, outside")
    target = tokens("a teapot and a very small cup on the grass, outside")
    alignment = align(source, target, [(8, 3.0)])
    mass = lambda s, t: alignment.transfer[np.ix_(source.word_tokens[s], target.word_tokens[t])].sum()  # noqa: E731
    assert mass(1, 1) == 1  # "red mug" -> "teapot": both words' attention on the new one
    assert mass(2, 1) == 1
    assert mass(5, 4) + mass(5, 5) + mass(5, 6) == pytest.approx(3)  # three tokens' on three words
    assert not alignment.aligned[list(target.word_tokens[8])].any()  # "the" is new
    assert (alignment.scale[list(target.word_tokens[8])] == 3).all()
    assert mass(7, 9) == len(source.word_tokens[7])  # "grass"
    comma = [k for k in source.body if all(k not in place for place in source.word_tokens)]
    assert alignment.transfer[comma].sum() == 1


def test_inserted_words_have_no_counterpart_and_weights_scale_their_columns() -> None:
    source, target = tokens("a mug"), tokens("a red mug")
    alignment = align(source, target, [(1, 2.5), (2, -1.0), (0, 0.0)])
    assert not alignment.aligned[list(target.word_tokens[1])].any()
    assert (alignment.scale[list(target.word_tokens[1])] == 2.5).all()
    assert (alignment.scale[list(target.word_tokens[2])] == -1).all()
    assert (alignment.scale[list(target.word_tokens[0])] == 0).all()


def test_captions_of_other_window_counts_share_what_frames_them() -> None:
    source, target = tokens("mug"), tokens("mug " + "teapot " * 15)
    assert (len(source.lengths), len(target.lengths)) == (1, 2)
    alignment = align(source, target)
    assert alignment.transfer.shape == (WINDOW, 2 * WINDOW)
    for s, t in zip(vars(source.frames()).values(), vars(target.frames()).values(), strict=True):
        np.testing.assert_allclose(alignment.transfer[np.ix_(s, t)], 1 / len(t))
    wide = alignment.padded(3 * WINDOW)
    assert wide.transfer.shape == (3 * WINDOW, 3 * WINDOW)
    assert wide.transfer.sum() == alignment.transfer.sum()
    assert not wide.aligned[2 * WINDOW :].any()
    assert (wide.scale[2 * WINDOW :] == 1).all()


def test_a_token_over_two_words_joins_them() -> None:
    """Ideographs are words; this tokenizer has a token for two of them."""

    def encode(caption: str) -> tuple[list[int], list[tuple[int, int]]]:
        spans = [(k, min(k + 2, len(caption))) for k in range(0, len(caption), 2)]
        return [1, *(sum(map(ord, caption[a:b])) for a, b in spans), 2], [(0, 0), *spans, (0, 0)]

    source, target = (tokenize(caption, encode, 8, 2) for caption in ("日本", "日花本"))
    assert source.word_tokens == ((1,), (1,))
    assert_identity(align(source, source))
    np.testing.assert_allclose(align(source, target).transfer[1, :4], [0, 0.5, 0.5, 0])


def test_words_have_windows_of_their_own() -> None:
    target = tokens("a lightbulb on grass")
    windows = token_windows(target, 0.8, [(1, 0.25, 0.5)])
    assert (windows[list(target.word_tokens[1])] == (0.25, 0.5)).all()
    rest = [k for k in range(WINDOW) if k not in target.word_tokens[1]]
    np.testing.assert_allclose(windows[rest], [[0, 0.8]] * len(rest))


def test_weights_of_an_edit_below_stay_with_their_words() -> None:
    first, second = tokens("a red mug"), tokens("on grass a red lightbulb")
    below = align(first, first, [(1, 2.0), (2, 3.0)])
    on_top = align(first, second, [(3, 2.0)]).on_top_of(below)
    assert (on_top.scale[list(second.word_tokens[3])] == 4).all()  # both edits'
    assert (on_top.scale[list(second.word_tokens[4])] == 3).all()  # the replaced word's
    assert (on_top.scale[list(second.word_tokens[1])] == 1).all()  # a new word


CURIOUS = [
    "A Cat,  a dog.",
    "cafe\u0301 noir, café NOIR",
    "well-known it's “mug”",
    "a 🐈 and 👩\u200d🚀!",
    "红色的杯子 mug",
    "ÀÉ ŒUF",
    "हिन्दी",
    "a_b  c\t\nd",
    "mug " * 45 + "teapot",
]


@pytest.mark.parametrize("caption", CURIOUS)
def test_the_bundled_tokenizers_tokens_spell_their_words(bundled: DiffusionModel, caption: str) -> None:
    tokenizer = CLIPTokenizer.from_pretrained(bundled.description.path / "tokenizer", local_files_only=True)
    tokenized: TokenizedCaption = bundled.tokenize(caption)
    assert tokenized.words
    for word, places in zip(tokenized.words, tokenized.word_tokens, strict=True):
        spelt = tokenizer.decode([tokenized.ids[k] for k in places]).replace(" ", "")
        assert spelt == unicodedata.normalize("NFC", word.text).lower()
    frames = tokenized.frames()
    assert {tokenized.ids[k] for k in frames.starts} == {tokenizer.bos_token_id}
    assert {tokenized.ids[k] for k in frames.ends} == {tokenizer.eos_token_id}


@pytest.mark.parametrize(
    ("source", "target", "kinds"),
    [
        ("a cat, a dog", "a cat , a  Dog", set()),
        ("a cat, a dog", "a lion, a dog", {"replace"}),
        ("un café", "un thé glacé", {"replace"}),
        ("红色的杯子", "蓝色的杯子", {"replace"}),
        ("a 🐈 on snow", "a 🐕 on snow", {"replace"}),
        ("a well-known mug", "a mug", {"remove"}),
    ],
)
def test_kept_words_keep_their_attention_with_the_bundled_tokenizer(
    bundled: DiffusionModel, source: str, target: str, kinds: set[str]
) -> None:
    old, new = bundled.tokenize(source), bundled.tokenize(target)
    changes = word_changes(source, target)
    alignment = align(old, new)
    assert {change.kind for change in changes} - {"keep"} == kinds
    for change in changes:
        if change.kind == "keep":
            s, t = old.word_tokens[change.source[0]], new.word_tokens[change.target[0]]
            np.testing.assert_array_equal(alignment.transfer[np.ix_(s, t)], np.eye(len(s), len(t)))
