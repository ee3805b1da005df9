"""Where an edit may take place: the words and masks of a request as a plan for the local blend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from nti_desktop.diffusion.blend import BlendPlan, WordRegion, soft_edged
from nti_desktop.diffusion.prompts import find_in_either, words_of_the_edit
from nti_desktop.diffusion.tokens import TokenizedCaption
from nti_desktop.engine.requests import EditParameters, EditRequest
from nti_desktop.engine.results import FloatArray
from nti_desktop.errors import EngineError

_Words = tuple[Sequence[int], Sequence[int]]


@dataclass(frozen=True, eq=False)
class UserMasks:
    """The user's own masks at the latents' size, (1, 1, h, w) in 0..1; each edit of a stack obeys them."""

    fixed: Tensor | None
    added: Tensor | None
    subtracted: Tensor | None


def user_masks(request: EditRequest, device: torch.device) -> UserMasks:
    """The masks of a request.

    Raises:
        EngineError: one has not the working image's size.
    """
    masks = (request.mask, request.added, request.subtracted)
    return UserMasks(*(None if mask is None else _latent_mask(mask, request, device) for mask in masks))


def blend_plan(
    parameters: EditParameters,
    below: TokenizedCaption,
    target: TokenizedCaption,
    known: FloatArray | None,
    masks: UserMasks,
    device: torch.device,
) -> BlendPlan | None:
    """Where one edit may take place; None for everywhere.

    Args:
        known: the maps of the words below, where they are known beforehand.

    Raises:
        CaptionError: neither caption has a word that is named.
    """
    words = _region(_blend_words(parameters, below, target), below, target, known, device)
    excluded = _region(_named(parameters.blend_exclude, below, target), below, target, known, device)
    everything = (words, excluded, masks.fixed, masks.subtracted)
    if all(part is None for part in everything):
        return None
    return BlendPlan(
        words=words,
        excluded=excluded,
        fixed=masks.fixed,
        added=masks.added,
        subtracted=masks.subtracted,
        threshold=parameters.blend_threshold,
        start=parameters.start_blend,
        softness=parameters.blend_softness,
    )


def pixel_mask(mask: Tensor | None, request: EditRequest) -> FloatArray | None:
    """The blend mask (1, 1, h, w) at the working image's size, (H, W).

    The user's own masks are finer than the latents and hold to the pixel: nothing that is subtracted may
    change, and nothing beyond a fixed mask but its soft edge.
    """
    if mask is None:
        return None
    height, width = request.inversion.reconstruction.shape[:2]
    fine = functional.interpolate(mask.cpu(), (height, width), mode="bilinear", align_corners=False)
    if request.mask is not None:
        allowed = _pixels(request.mask)
        if request.added is not None:
            allowed = torch.maximum(allowed, _pixels(request.added))
        softness = max(edit.blend_softness for edit in (request.parameters, *request.stacked))
        fine = torch.minimum(fine, soft_edged(allowed, softness * min(height, width)))
    if request.subtracted is not None:
        fine = fine * (1 - _pixels(request.subtracted))
    return fine[0, 0].clamp(0, 1).numpy().astype(np.float32)


def _region(
    words: _Words,
    below: TokenizedCaption,
    target: TokenizedCaption,
    known: FloatArray | None,
    device: torch.device,
) -> WordRegion | None:
    old, new = words
    if not old and not new:
        return None
    word_maps = None
    if known is not None and old:
        word_maps = torch.from_numpy(np.array(known[list(old)], np.float32))[:, None].to(device)
    return WordRegion(word_maps, () if known is not None else _tokens(below, old), _tokens(target, new))


def _tokens(caption: TokenizedCaption, words: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(caption.word_tokens[word]) for word in words)


def _blend_words(parameters: EditParameters, below: TokenizedCaption, target: TokenizedCaption) -> _Words:
    """Indices of the words below and of the edited caption's that confine the edit."""
    if parameters.blend_words is not None:
        return _named(parameters.blend_words, below, target)
    reweighted = [index for index, weight in parameters.weights if weight != 1]
    return words_of_the_edit(below.caption, target.caption, reweighted)


def _named(names: Sequence[str], below: TokenizedCaption, target: TokenizedCaption) -> _Words:
    old: list[int] = []
    new: list[int] = []
    for name in names:
        before, after = find_in_either(below.caption, target.caption, name)
        old += before
        new += after
    return old, new


def _latent_mask(mask: npt.NDArray[np.uint8], request: EditRequest, device: torch.device) -> Tensor:
    """A mask at the latents' size; a latent position counts when any of its pixels does."""
    height, width = request.inversion.reconstruction.shape[:2]
    if np.asarray(mask).shape != (height, width):
        raise EngineError(
            "The mask must be {width} x {height} pixels, the size of the working image.",
            width=width,
            height=height,
        )
    return functional.adaptive_max_pool2d(_pixels(mask).to(device), request.inversion.pivots.shape[-2:])


def _pixels(mask: npt.NDArray[np.uint8]) -> Tensor:
    """(1, 1, H, W) in 0..1."""
    return torch.from_numpy(np.array(mask, np.float32) / 255)[None, None]
