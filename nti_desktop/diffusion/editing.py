"""The edited sampling loop: Prompt-to-Prompt on a replayed source, with local blend (Hertz et al. 2023).

The source branch is replayed from the pivots and needs its conditional pass only; the batch is (source,
target unconditional, target conditional). Injection, reweighting and blend work on one alignment.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from nti_desktop.diffusion.attention import AttentionControl, AttentionEdit, MapSums, controlled_attention
from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.diffusion.progress import StepDone, Tick
from nti_desktop.diffusion.prompts import Alignment, TokenizedCaption
from nti_desktop.diffusion.schedule import Step, denoise, predicted_clean
from nti_desktop.diffusion.texts import TextEmbedding, join


@dataclass(frozen=True, eq=False)
class Source:
    """The replayed source.

    Attributes:
        pivots: (S + 1, C, h, w), clean first.
        text: of the source caption.
        nulls: N = S, noisiest first.
        residuals: (S, C, h, w), noisiest first.
    """

    pivots: Tensor
    text: TextEmbedding
    nulls: TextEmbedding
    residuals: Tensor


@dataclass(frozen=True, eq=False)
class BlendPlan:
    """Where an edit may take place.

    Attributes:
        source_map: (1, 1, rows, columns) in 0..1, of the source's chosen words; None when there are none.
        target_tokens: positions of the target's chosen words.
        fixed: (1, 1, h, w) in 0..1, the user's own mask; replaces the maps.
        threshold: share of the maximum above which a position belongs to the edit.
        start: share of the steps before the blend begins.
    """

    source_map: Tensor | None
    target_tokens: tuple[int, ...]
    fixed: Tensor | None
    threshold: float
    start: float


@dataclass(frozen=True)
class EditWindows:
    """Shares of the steps, 0..1, during which the source's attention is injected."""

    cross: float
    self: float


@dataclass(frozen=True, eq=False)
class Edited:
    """latents (1, C, h, w) of the edited image, and the blend mask (1, 1, h, w) or None."""

    latents: Tensor
    mask: Tensor | None


def sample_edit(
    model: DiffusionModel,
    source: Source,
    text: TextEmbedding,
    alignment: Alignment,
    steps: Sequence[Step],
    guidance: float,
    windows: EditWindows,
    blend: BlendPlan | None,
) -> Generator[Tick, None, Edited]:
    """Sample the target beside the replayed source.

    The residuals are added on the target as well, so that an edit that changes nothing returns the source.

    Args:
        text: of the target caption.
    """
    count = len(steps)
    current, sums, mask = source.pivots[-1:], MapSums(keep_samples=True), None
    for index, step in enumerate(steps):
        edit = _edit_at(index / count, alignment, windows, current.device)
        texts = join([source.text, source.nulls.at(index), text])
        replayed = source.pivots[count - index][None]
        unconditional, conditional = _target_noise(
            model, torch.cat([replayed, current, current]), step, texts, AttentionControl(sums, edit)
        )
        yield Tick("editing", 3)
        unconditional = unconditional + source.residuals[index : index + 1]
        noise = unconditional + guidance * (conditional - unconditional)
        estimate = predicted_clean(step, current, noise)
        current = denoise(step, current, noise)
        if blend is not None:
            mask = blend_mask(blend, sums, current)
            if index >= blend.start * count:
                kept = source.pivots[count - index - 1][None]
                current = kept + mask * (current - kept)
        yield Tick("editing", 0, StepDone(index + 1, count, step.timestep, estimate=estimate))
    return Edited(current, mask)


def blend_mask(blend: BlendPlan, sums: MapSums, latents: Tensor) -> Tensor:
    """The mask (1, 1, h, w) of where an edit takes place: source's and target's words, thresholded.

    Args:
        latents: (1, C, h, w), whose size and device the mask takes.
    """
    if blend.fixed is not None:
        return blend.fixed
    height, width = latents.shape[-2:]
    maps = [] if blend.source_map is None else [blend.source_map]
    if blend.target_tokens:
        target = sums.average(height, width)[2:3, list(blend.target_tokens)].sum(1, keepdim=True)
        maps.append(target)
    mask = torch.zeros_like(latents[:, :1])
    for word_map in maps:
        mask = torch.maximum(mask, _above_threshold(word_map, blend.threshold, height, width))
    return mask


def word_maps(caption: TokenizedCaption, sums: MapSums, height: int, width: int) -> Tensor:
    """Average map of each word, (W, rows, columns), each scaled to 0..1; zeros for a word without tokens.

    Args:
        height, width: of the latents.
    """
    average = sums.average(height, width)[0]
    maps = [
        average[list(tokens)].sum(0) if tokens else torch.zeros_like(average[0])
        for tokens in caption.word_tokens
    ]
    if not maps:
        return average[:0]
    stacked = torch.stack(maps)
    low = stacked.amin((1, 2), keepdim=True)
    return (stacked - low) / (stacked.amax((1, 2), keepdim=True) - low).clamp_min(1e-12)


def _edit_at(share: float, alignment: Alignment, windows: EditWindows, device: torch.device) -> AttentionEdit:
    aligned = torch.from_numpy(alignment.aligned).to(device)
    return AttentionEdit(
        transfer=torch.from_numpy(alignment.transfer).to(device),
        injected=aligned * float(share < windows.cross),
        scale=torch.from_numpy(alignment.scale).to(device),
        inject_self=share < windows.self,
    )


@torch.no_grad()
def _target_noise(
    model: DiffusionModel, latents: Tensor, step: Step, texts: TextEmbedding, control: AttentionControl
) -> tuple[Tensor, Tensor]:
    with controlled_attention(model.unet):
        noise = model.predict_noise(latents, [step] * 3, texts, control)
    return noise[1:2], noise[2:3]


def _above_threshold(word_map: Tensor, threshold: float, height: int, width: int) -> Tensor:
    """1 where a map, widened by one position and brought to the latents' size, exceeds the threshold."""
    wide = functional.max_pool2d(word_map.float(), 3, 1, 1)
    wide = functional.interpolate(wide, (height, width), mode="bilinear", align_corners=False)
    low, high = wide.amin(), wide.amax()
    return ((wide - low) / (high - low).clamp_min(1e-12) > threshold).float()
