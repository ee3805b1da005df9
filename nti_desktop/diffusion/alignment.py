"""The alignment of an edited caption with its source, token by token. Torch-free.

One alignment serves replacement, refinement, removal and reweighting together (Prompt-to-Prompt, section
3.2, in one formula), for captions of any number of windows on both sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np
import numpy.typing as npt

from nti_desktop.diffusion.prompts import word_changes
from nti_desktop.diffusion.tokens import TokenizedCaption

_Group = tuple[list[int], list[int]]


@dataclass(frozen=True, eq=False)
class Alignment:
    """How a source's attention is carried over to a target caption, of L_s and L_t positions.

    Attributes:
        transfer: float32 (L_s, L_t); source maps @ transfer are maps in the target's positions.
        aligned: float32 (L_t,), 1 where a target token has a counterpart in the source.
        scale: float32 (L_t,), weight of each target token's column.
    """

    transfer: npt.NDArray[np.float32]
    aligned: npt.NDArray[np.float32]
    scale: npt.NDArray[np.float32]

    def padded(self, length: int) -> Alignment:
        """The same for batches of `length` positions; what is added takes and gives nothing."""
        rows, columns = (length - n for n in self.transfer.shape)
        return Alignment(
            np.pad(self.transfer, ((0, rows), (0, columns))),
            np.pad(self.aligned, (0, columns)),
            np.pad(self.scale, (0, columns), constant_values=1),
        )

    def on_top_of(self, below: Alignment) -> Alignment:
        """With the weights of the edit below: its words keep them, times those they are given here."""
        total = self.transfer.sum(0)
        carried = np.where(total > 0, (below.scale @ self.transfer) / np.where(total > 0, total, 1), 1)
        return Alignment(self.transfer, self.aligned, np.asarray(carried * self.scale, np.float32))


def align(
    source: TokenizedCaption, target: TokenizedCaption, weights: Sequence[tuple[int, float]] = ()
) -> Alignment:
    """Align two captions, token by token.

    A replaced word with n source and m target tokens hands each target token 1/m of the attention of all n
    (one to one when n = m), so that a word keeps its share of attention whatever the token counts.

    Args:
        weights: pairs (index of a target word, weight).
    """
    transfer = np.zeros((len(source.ids), len(target.ids)), np.float32)
    for s, t in _token_groups(source, target):
        if len(s) == len(t):
            transfer[s, t] = 1
        else:
            transfer[np.ix_(s, t)] = 1 / len(t)
    scale = np.ones(len(target.ids), np.float32)
    for word, weight in weights:
        scale[list(target.word_tokens[word])] = weight
    return Alignment(transfer, np.asarray(transfer.any(0), np.float32), scale)


def token_windows(
    target: TokenizedCaption, last: float, words: Iterable[tuple[int, float, float]] = ()
) -> npt.NDArray[np.float32]:
    """For each token the shares of the steps from and to which it takes the source's map, float32 (L, 2).

    Args:
        last: for all tokens, from the beginning on.
        words: triples (index of a target word, first, last) with a window of their own.
    """
    windows = np.tile(np.array([0, last], np.float32), (len(target.ids), 1))
    for word, start, end in words:
        windows[list(target.word_tokens[word])] = start, end
    return windows


def _token_groups(source: TokenizedCaption, target: TokenizedCaption) -> list[_Group]:
    """Groups of token positions that correspond: words, what lies between words, and what frames windows."""
    groups: list[_Group] = []
    for change in word_changes(source.caption, target.caption):
        s = [k for i in change.source for k in source.word_tokens[i]]
        t = [k for j in change.target for k in target.word_tokens[j]]
        groups.append((s, t))
    groups += _punctuation_groups(source, target)
    groups += _frame_groups(source, target)
    return _disjoint((sorted(set(s)), sorted(set(t))) for s, t in groups if s and t)


def _disjoint(groups: Iterable[_Group]) -> list[_Group]:
    """Groups that share a token become one: some tokenizers have tokens that reach over two words."""
    found: list[_Group] = []
    for s, t in groups:
        sources, targets, apart = set(s), set(t), []
        for other in found:
            if sources.isdisjoint(other[0]) and targets.isdisjoint(other[1]):
                apart.append(other)
            else:
                sources.update(other[0])
                targets.update(other[1])
        found = [*apart, (sorted(sources), sorted(targets))]
    return found


def _punctuation_groups(source: TokenizedCaption, target: TokenizedCaption) -> list[_Group]:
    """Tokens that belong to no word, paired where both captions have the same ones in the same order."""
    old, new = _loose_tokens(source), _loose_tokens(target)
    matcher = SequenceMatcher(
        None, [source.ids[k] for k in old], [target.ids[k] for k in new], autojunk=False
    )
    return [
        ([old[block.a + n]], [new[block.b + n]])
        for block in matcher.get_matching_blocks()
        for n in range(block.size)
    ]


def _loose_tokens(caption: TokenizedCaption) -> list[int]:
    owned = {k for tokens in caption.word_tokens for k in tokens}
    return [k for k in caption.body if k not in owned]


def _frame_groups(source: TokenizedCaption, target: TokenizedCaption) -> list[_Group]:
    """Start tokens, end tokens and padding.

    They hold much of all attention. Window by window they correspond one to one (padding by its place, since
    a padding token is little else); where one caption has more windows, all of one sort share what all have.
    """
    old, new = source.frames(), target.frames()
    groups = [(old.starts, new.starts), (old.ends, new.ends)]
    if len(old.starts) != len(new.starts):
        return [*groups, (old.padding, new.padding)]
    pairs = [([a], [b]) for pair in groups for a, b in zip(*pair, strict=True)]
    common = set(old.padding) & set(new.padding)
    return [*pairs, *(([k], [k]) for k in sorted(common))]
