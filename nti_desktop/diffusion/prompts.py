"""Words and tokens of a caption, and the alignment of an edited caption with its source. Torch-free.

A word is a span of characters; tokens belong to a word by the tokenizer's own character offsets, never by
splitting at blanks. One alignment serves replacement, refinement, removal and reweighting together
(Prompt-to-Prompt, section 3.2, in one formula).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

import numpy as np
import numpy.typing as npt

from nti_desktop.errors import CaptionError

_LETTERS = r"[^\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
_MARKS = r"[\u0300-\u036f]*"
_CJK = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
_PICTOGRAM = r"[\u2600-\u27bf\U0001f000-\U0001faff]"
_WORD = re.compile(
    rf"{_CJK}"
    rf"|(?:{_LETTERS}{_MARKS})+(?:[-'’](?:{_LETTERS}{_MARKS})+)*"
    rf"|{_PICTOGRAM}(?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d{_PICTOGRAM})*"
)

# Words that say how others relate; an edit beside one does not extend over it.
_RELATION_WORDS = frozenset(
    {
        "a",
        "an",
        "the",
        "and",
        "or",
        "of",
        "on",
        "in",
        "at",
        "by",
        "to",
        "with",
        "without",
        "from",
        "under",
        "over",
        "near",
        "beside",
        "behind",
        "before",
        "into",
        "onto",
        "is",
        "are",
        "was",
        "were",
        "that",
        "which",
        "this",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
    }
)


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


@dataclass(frozen=True)
class TokenizedCaption:
    """A caption as the tokenizer sees it.

    Attributes:
        ids: token ids, padded to the window of L tokens.
        word_tokens: for each word, the positions of its tokens in the window.
        length: positions used, with the start and the end token.
    """

    caption: str
    words: tuple[Word, ...]
    ids: tuple[int, ...]
    word_tokens: tuple[tuple[int, ...], ...]
    length: int


@dataclass(frozen=True, eq=False)
class Alignment:
    """How a source's attention is carried over to a target caption.

    Attributes:
        transfer: float32 (L, L); source maps @ transfer are maps in the target's positions.
        aligned: float32 (L,), 1 where a target token has a counterpart in the source.
        scale: float32 (L,), weight of each target token's column.
    """

    transfer: npt.NDArray[np.float32]
    aligned: npt.NDArray[np.float32]
    scale: npt.NDArray[np.float32]


def words_of(caption: str) -> tuple[Word, ...]:
    """The words of a caption in order: letters and digits, hyphens and apostrophes inside; a pictogram or
    an ideograph is a word of its own; punctuation belongs to none."""
    return tuple(Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(caption))


def word_changes(source: str, target: str) -> tuple[WordChange, ...]:
    """Turn a retyped caption into word operations, in the order of the target; case does not count.

    A replaced run with as many words on both sides is taken word by word, so that "red mug" -> "blue cup"
    is two replacements.
    """
    old = [w.text.casefold() for w in words_of(source)]
    new = [w.text.casefold() for w in words_of(target)]
    changes: list[WordChange] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        one_to_one = zip(range(i1, i2), range(j1, j2), strict=False)
        if tag == "equal":
            changes += [WordChange("keep", (i,), (j,)) for i, j in one_to_one]
        elif tag == "replace" and i2 - i1 == j2 - j1:
            changes += [WordChange("replace", (i,), (j,)) for i, j in one_to_one]
        elif tag == "replace":
            changes.append(WordChange("replace", tuple(range(i1, i2)), tuple(range(j1, j2))))
        elif tag == "delete":
            changes += [WordChange("remove", (i,), ()) for i in range(i1, i2)]
        else:
            changes += [WordChange("insert", (), (j,)) for j in range(j1, j2)]
    return tuple(changes)


def find_word(caption: str, text: str) -> tuple[int, ...]:
    """Indices of the words of `caption` that read `text`, whatever their case.

    Raises:
        CaptionError: the caption has no such word.
    """
    words = words_of(caption)
    found = tuple(i for i, w in enumerate(words) if w.text.casefold() == text.strip().casefold())
    if not found:
        known = ", ".join(dict.fromkeys(w.text for w in words)) or "none"
        raise CaptionError(f"The caption has no word “{text}”; its words are: {known}.")
    return found


def tokenize(
    caption: str,
    encode: Callable[[str], tuple[Sequence[int], Sequence[tuple[int, int]]]],
    window: int,
    padding: int,
) -> TokenizedCaption:
    """Tokenise a caption and say which tokens each word has.

    Args:
        encode: caption -> (ids, character offsets), with start and end token, without padding or truncation.
        window: tokens the text encoder takes, L.
        padding: id that fills the window.

    Raises:
        CaptionError: the caption needs more tokens than the window holds.
    """
    ids, offsets = encode(caption)
    if len(ids) > window:
        raise CaptionError(
            f"The caption is too long for this model ({len(ids) - 2} of at most {window - 2} tokens); "
            "shorten it, for example by leaving out words that name nothing in the photo."
        )
    words = words_of(caption)
    inner = range(1, len(ids) - 1)
    word_tokens = tuple(
        tuple(k for k in inner if offsets[k][0] < word.end and offsets[k][1] > word.start) for word in words
    )
    padded = tuple(ids) + (padding,) * (window - len(ids))
    return TokenizedCaption(caption, words, padded, word_tokens, len(ids))


def align(
    source: TokenizedCaption, target: TokenizedCaption, weights: Sequence[tuple[int, float]] = ()
) -> Alignment:
    """Align two captions, token by token.

    A replaced word with n source and m target tokens hands each target token 1/m of the attention of all n
    (one to one when n = m), so that a word keeps its share of attention whatever the token counts.

    Args:
        weights: pairs (index of a target word, weight).
    """
    window = len(source.ids)
    transfer = np.zeros((window, window), np.float32)
    aligned = np.zeros(window, np.float32)
    for s, t in _token_groups(source, target):
        if len(s) == len(t):
            transfer[s, t] = 1
        else:
            transfer[np.ix_(s, t)] = 1 / len(t)
        aligned[t] = 1
    scale = np.ones(window, np.float32)
    for word, weight in weights:
        scale[list(target.word_tokens[word])] = weight
    return Alignment(transfer, aligned, scale)


def _token_groups(source: TokenizedCaption, target: TokenizedCaption) -> list[tuple[list[int], list[int]]]:
    """Groups of token positions that correspond: start, words, what lies between words, end, padding."""
    groups: list[tuple[list[int], list[int]]] = [([0], [0])]
    for change in word_changes(source.caption, target.caption):
        if change.source and change.target:
            s = [k for i in change.source for k in source.word_tokens[i]]
            t = [k for j in change.target for k in target.word_tokens[j]]
            groups.append((s, t))
    groups += _punctuation_groups(source, target)
    window = len(source.ids)
    groups.append(([source.length - 1], [target.length - 1]))
    # Padding attends like one more end token: what the source's last pads hold goes to the target's last.
    s, t = list(range(source.length, window)), list(range(target.length, window))
    paired = min(len(s), len(t))
    groups += [([i], [j]) for i, j in zip(s[:paired], t[:paired], strict=True)]
    return [(s, t) for s, t in groups if s and t]


def _punctuation_groups(
    source: TokenizedCaption, target: TokenizedCaption
) -> list[tuple[list[int], list[int]]]:
    """Tokens that belong to no word, paired where both captions have the same ones in the same order."""
    loose_source = _loose_tokens(source)
    loose_target = _loose_tokens(target)
    matcher = SequenceMatcher(
        None, [source.ids[k] for k in loose_source], [target.ids[k] for k in loose_target], autojunk=False
    )
    return [
        ([loose_source[block.a + n]], [loose_target[block.b + n]])
        for block in matcher.get_matching_blocks()
        for n in range(block.size)
    ]


def _loose_tokens(caption: TokenizedCaption) -> list[int]:
    owned = {k for tokens in caption.word_tokens for k in tokens}
    return [k for k in range(1, caption.length - 1) if k not in owned]


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


def _with_described(indices: Sequence[int], words: Sequence[Word]) -> tuple[int, ...]:
    found: list[int] = []
    for index in indices:
        run = index
        while run < len(words) and words[run].text.casefold() not in _RELATION_WORDS:
            found.append(run)
            run += 1
    return tuple(dict.fromkeys(found))
