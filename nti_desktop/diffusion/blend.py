"""Where an edit may take place: the local blend's mask (Hertz et al. 2023, section 3.2).

The mask comes from words' attention maps or from the user, and sizes from the latents, of any aspect ratio.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import torch
from torch import Tensor
from torch.nn import functional

from nti_desktop.diffusion.maps import MapSums


@dataclass(frozen=True, eq=False)
class WordRegion:
    """Words whose maps show a region, in the picture as it was (below the edit) and as it becomes.

    Attributes:
        known: (N, 1, rows, columns), the maps of N words below as the inversion found them; None for none.
        below, target: for each word of the caption below and of the edited one, the positions of its tokens;
            the maps are taken from the running sums. A word of several tokens has the sum of theirs.
    """

    known: Tensor | None = None
    below: tuple[tuple[int, ...], ...] = ()
    target: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, eq=False)
class BlendPlan:
    """Where an edit may take place: (words without excluded ones, or fixed) with added, without subtracted.

    What is subtracted has a hard edge: it may not change in any case.

    Attributes:
        words: where the edit takes place; None for everywhere.
        excluded: where it does not.
        fixed, added, subtracted: (1, 1, h, w) in 0..1, the user's own masks; `fixed` replaces the words'.
        threshold: share of the way from a map's minimum to its maximum above which a position belongs to a
            word.
        start: share of the steps before the blend begins; the user's own masks hold at the end in any case.
        softness: width of the soft edge, a share of the shorter side; less than one latent has no effect.
    """

    words: WordRegion | None = None
    excluded: WordRegion | None = None
    fixed: Tensor | None = None
    added: Tensor | None = None
    subtracted: Tensor | None = None
    threshold: float = 0.3
    start: float = 0.2
    softness: float = 0.0

    @property
    def reads_maps(self) -> bool:
        """Whether it needs the running sums."""
        regions = (self.words, self.excluded) if self.fixed is None else ()
        return any(region is not None and (region.below or region.target) for region in regions)

    def at(self, share: float, is_last: bool) -> BlendPlan | None:
        """What holds when `share` of the steps are done: all of it, the user's own masks, or nothing."""
        if share >= self.start:
            return self
        is_users = self.fixed is not None or self.subtracted is not None
        return replace(self, words=None, excluded=None) if is_last and is_users else None


def blend_mask(plan: BlendPlan, sums: MapSums, level: int, latents: Tensor) -> Tensor:
    """The mask (1, 1, h, w) in 0..1.

    Args:
        sums: of the samples so far; sample `level` is the edited one and `level` - 1 the one below.
        latents: (1, C, h, w), whose size and device the mask takes.
    """
    mask = plan.fixed
    if mask is None:
        mask = torch.ones_like(latents[:, :1])
        if plan.words is not None:
            mask = _region(plan.words, plan.threshold, sums, level, latents)
        if plan.excluded is not None:
            mask = mask * (1 - _region(plan.excluded, plan.threshold, sums, level, latents))
    if plan.added is not None:
        mask = torch.maximum(mask, plan.added)
    mask = soft_edged(mask, plan.softness * min(mask.shape[-2:]))
    return mask if plan.subtracted is None else mask * (1 - plan.subtracted)


def soft_edged(mask: Tensor, width: float) -> Tensor:
    """A mask (1, 1, h, w) whose edges rise over `width` positions: its mean over a square of that size."""
    reach = math.ceil(max(width - 1, 0) / 2)
    if reach == 0:
        return mask
    offsets = torch.arange(-reach, reach + 1, device=mask.device, dtype=mask.dtype).abs()
    kernel = (width / 2 + 0.5 - offsets).clamp(0, 1)  # how much of each neighbour lies within the square
    kernel = kernel / kernel.sum()
    wide = functional.pad(mask, (reach,) * 4, mode="replicate")
    return functional.conv2d(functional.conv2d(wide, kernel.view(1, 1, -1, 1)), kernel.view(1, 1, 1, -1))


def _region(region: WordRegion, threshold: float, sums: MapSums, level: int, latents: Tensor) -> Tensor:
    """1 where the words' map is above the threshold, of the words below or of the target's."""
    height, width = latents.shape[-2:]
    maps = [] if region.known is None else [region.known]
    for sample, words in ((level - 1, region.below), (level, region.target)):
        if words:
            average = sums.average(height, width)[sample]
            maps.append(torch.stack([average[list(tokens)].sum(0, keepdim=True) for tokens in words]))
    mask = torch.zeros_like(latents[:, :1])
    for words_maps in maps:
        mask = torch.maximum(mask, _above_threshold(_together(words_maps), threshold, height, width))
    return mask


def _together(maps: Tensor) -> Tensor:
    """One map (1, 1, rows, columns) of N words' (N, 1, rows, columns): their mean, each scaled to 0..1 first,
    so that a word that draws much attention everywhere does not hide the others."""
    low, high = maps.amin((1, 2, 3), keepdim=True), maps.amax((1, 2, 3), keepdim=True)
    return ((maps - low) / (high - low).clamp_min(1e-12)).mean(0, keepdim=True)


def _above_threshold(word_map: Tensor, threshold: float, height: int, width: int) -> Tensor:
    """1 where a map, widened by one position and brought to the latents' size, exceeds the threshold."""
    wide = functional.max_pool2d(word_map.float(), 3, 1, 1)
    wide = functional.interpolate(wide, (height, width), mode="bilinear", align_corners=False)
    low, high = wide.amin(), wide.amax()
    return ((wide - low) / (high - low).clamp_min(1e-12) > threshold).float()
