"""Tokens of a caption and the words they belong to. Torch-free.

Tokens belong to a word by the tokenizer's own character offsets, never by splitting at blanks.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from nti_desktop.diffusion.prompts import Word, words_of
from nti_desktop.errors import CaptionError

_MOST_WINDOWS = 16


@dataclass(frozen=True)
class Frames:
    """Positions of the tokens that frame a caption's windows: starts, ends and padding."""

    starts: list[int]
    ends: list[int]
    padding: list[int]


@dataclass(frozen=True)
class TokenizedCaption:
    """A caption as the tokenizer sees it, in as many windows as it needs.

    Attributes:
        ids: token ids, L = windows x window; each window has its start, its end and padding.
        word_tokens: for each word, the positions of its tokens in `ids`.
        lengths: positions used in each window, with the start and the end token.
    """

    caption: str
    words: tuple[Word, ...]
    ids: tuple[int, ...]
    word_tokens: tuple[tuple[int, ...], ...]
    lengths: tuple[int, ...]

    @property
    def window(self) -> int:
        """Positions of one window."""
        return len(self.ids) // len(self.lengths)

    @property
    def body(self) -> tuple[int, ...]:
        """Positions of the caption's own tokens."""
        return tuple(k + n * self.window for n, used in enumerate(self.lengths) for k in range(1, used - 1))

    def frames(self) -> Frames:
        """Positions of all other tokens."""
        found = Frames([], [], [])
        for n, used in enumerate(self.lengths):
            begin = n * self.window
            found.starts.append(begin)
            found.ends.append(begin + used - 1)
            found.padding.extend(range(begin + used, begin + self.window))
        return found


def tokenize(
    caption: str,
    encode: Callable[[str], tuple[Sequence[int], Sequence[tuple[int, int]]]],
    window: int,
    padding: int,
) -> TokenizedCaption:
    """Tokenise a caption and say which tokens each word has.

    A caption longer than the window is put into several, cut between words where that is possible.

    Args:
        encode: caption -> (ids, character offsets), with start and end token, without padding or truncation.
        window: tokens the text encoder takes at once.
        padding: id that fills the windows.

    Raises:
        CaptionError: the caption is absurdly long.
    """
    ids, offsets = encode(caption)
    start, *body, end = ids
    spans, words = list(offsets)[1:-1], words_of(caption)
    owned = [[k for k, (a, b) in enumerate(spans) if a < word.end and b > word.start] for word in words]
    cuts = _cuts(owned, len(body), window - 2)
    if len(cuts) > _MOST_WINDOWS:
        raise CaptionError(
            "The caption is too long ({count} tokens; {most} are read at most); shorten it, for example by "
            "leaving out words that name nothing in the photo.",
            count=len(body),
            most=_MOST_WINDOWS * (window - 2),
        )
    positions: dict[int, int] = {}
    padded: list[int] = []
    for first, last in itertools.pairwise([*cuts, len(body)]):
        positions |= {k: len(padded) + 1 + k - first for k in range(first, last)}
        padded += [start, *body[first:last], end, *[padding] * (window - 2 - last + first)]
    return TokenizedCaption(
        caption,
        words,
        tuple(padded),
        tuple(tuple(positions[k] for k in tokens) for tokens in owned),
        tuple(last - first + 2 for first, last in itertools.pairwise([*cuts, len(body)])),
    )


def _cuts(words: Sequence[Sequence[int]], count: int, room: int) -> list[int]:
    """Where each window begins, as indices of tokens; between words unless a word is longer than a window.

    Args:
        words: for each word its tokens.
        count: of all tokens.
        room: tokens in a window.
    """
    inside = {k: tokens[0] for tokens in words if len(tokens) <= room for k in tokens[1:]}
    cuts = [0]
    while count - cuts[-1] > room:
        cut = cuts[-1] + room
        before = inside.get(cut, cut)  # where the word begins that this cut would go through
        cuts.append(before if before > cuts[-1] else cut)
    return cuts
