"""Text embeddings as the noise network takes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional


@dataclass(frozen=True, eq=False)
class TextEmbedding:
    """N embedded captions.

    Attributes:
        tokens: float32 (N, L, D).
        pooled: float32 (N, P), of a model with pooled text (SDXL); else None.
        used: bool (N, L), the positions that attention may see; None for all.
    """

    tokens: Tensor
    pooled: Tensor | None = None
    used: Tensor | None = None

    def __len__(self) -> int:
        return len(self.tokens)

    def at(self, index: int) -> TextEmbedding:
        """One of them, as a batch of one."""
        part = slice(index, index + 1)
        return TextEmbedding(
            self.tokens[part],
            None if self.pooled is None else self.pooled[part],
            None if self.used is None else self.used[part],
        )

    def as_long_as(self, other: TextEmbedding) -> TextEmbedding:
        """This caption of one window, once for every window of `other`: "" reads the same in each."""
        windows = other.tokens.shape[1] // self.tokens.shape[1]
        used = None if self.used is None else self.used.repeat(1, windows)
        return TextEmbedding(self.tokens.repeat(1, windows, 1), self.pooled, used)

    def towards(self, other: TextEmbedding, share: float) -> TextEmbedding:
        """Linear interpolation, 0 this one .. 1 the other; both of the same shape."""
        pooled = self.pooled
        if pooled is not None and other.pooled is not None:
            pooled = torch.lerp(pooled, other.pooled, share)
        return TextEmbedding(torch.lerp(self.tokens, other.tokens, share), pooled, self.used)

    def where(self, chosen: Tensor, other: TextEmbedding) -> TextEmbedding:
        """Those of these N that are chosen, bool (N,), and of the others where not."""
        pooled = self.pooled
        if pooled is not None and other.pooled is not None:
            pooled = torch.where(chosen[:, None], pooled, other.pooled)
        return TextEmbedding(torch.where(chosen[:, None, None], self.tokens, other.tokens), pooled, self.used)

    def detached(self) -> TextEmbedding:
        """A copy without gradient."""
        pooled = None if self.pooled is None else self.pooled.detach().clone()
        return TextEmbedding(self.tokens.detach().clone(), pooled, self.used)


def join(texts: Sequence[TextEmbedding]) -> TextEmbedding:
    """One batch of all. Shorter captions are lengthened by positions that attention does not see."""
    length = max(text.tokens.shape[1] for text in texts)
    pooled = [text.pooled for text in texts if text.pooled is not None]
    masked = any(text.used is not None or text.tokens.shape[1] < length for text in texts)
    return TextEmbedding(
        torch.cat([functional.pad(t.tokens, (0, 0, 0, length - t.tokens.shape[1])) for t in texts]),
        torch.cat(pooled) if pooled else None,
        torch.cat([_visible(text, length) for text in texts]) if masked else None,
    )


def _visible(text: TextEmbedding, length: int) -> Tensor:
    count, own = text.tokens.shape[:2]
    used = text.used
    if used is None:
        used = torch.ones(count, own, dtype=torch.bool, device=text.tokens.device)
    return functional.pad(used, (0, length - own))
