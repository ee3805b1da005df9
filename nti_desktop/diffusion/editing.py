"""The edited sampling loop: Prompt-to-Prompt on a replayed source, with local blend (Hertz et al. 2023).

The source branch is replayed from the pivots and needs its conditional pass only. Edits stack: each takes
its attention from, and keeps outside its blend mask, what the one below makes in the same step.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from nti_desktop.diffusion.attention import AttentionControl, AttentionEdit, controlled_attention
from nti_desktop.diffusion.blend import blend_mask
from nti_desktop.diffusion.editing_plan import Level
from nti_desktop.diffusion.maps import MapSums
from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.diffusion.progress import StepDone, Tick
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
        empty: of the empty caption, as long as `nulls`.
    """

    pivots: Tensor
    text: TextEmbedding
    nulls: TextEmbedding
    residuals: Tensor
    empty: TextEmbedding


@dataclass(frozen=True, eq=False)
class Edited:
    """latents (1, C, h, w) of the edited image, and the blend mask (1, 1, h, w) or None for everywhere.

    The mask of stacked edits is the union of theirs: outside it the image is the source's.
    """

    latents: Tensor
    mask: Tensor | None


def sample_edit(
    model: DiffusionModel,
    source: Source,
    levels: Sequence[Level],
    steps: Sequence[Step],
    largest_batch: int | None = None,
) -> Generator[Tick, None, Edited]:
    """Sample the edits, one on top of the other, beside the replayed source.

    The edited branches have the source's null embeddings and residuals, or a share of them: with all of them
    an edit that changes nothing returns the source, with less they hold less of what was there.

    Args:
        largest_batch: samples in one evaluation at most; where all do not fit, the unconditional ones are
            evaluated one by one (the conditional ones take from each other and stay together).
    """
    count = len(steps)
    latents = [source.pivots[-1:]] * len(levels)
    masks: list[Tensor | None] = [None] * len(levels)
    sums = MapSums(keep_samples=True, samples=len(levels) + 1)
    for index, step in enumerate(steps):
        moment = _Moment(model, source, levels, step, index, count, sums)
        conditional, unconditional = yield from moment.noises(latents, largest_batch)
        below = source.pivots[count - index - 1][None]
        estimate = below
        for k, level in enumerate(levels):
            residual = level.null_share * source.residuals[index : index + 1]
            noise = level.guided(conditional[k], unconditional[k], residual)
            estimate = predicted_clean(step, latents[k], noise)
            moved = denoise(step, latents[k], noise)
            below, masks[k] = _confined(level, moved, below, (index, count), sums, k + 1)
            latents[k] = below
        yield Tick("editing", 0, StepDone(index + 1, count, step.timestep, estimate=estimate))
    return Edited(latents[-1], _union(masks))


def _confined(
    level: Level, latents: Tensor, below: Tensor, step: tuple[int, int], sums: MapSums, place: int
) -> tuple[Tensor, Tensor | None]:
    """The latents (1, C, h, w), those below where the edit may not take place (yet), and the mask.

    Args:
        step: its index, and how many there are.
    """
    index, count = step
    plan = None if level.blend is None else level.blend.at(index / count, index == count - 1)
    mask = None if plan is None else blend_mask(plan, sums, place, latents)
    if index / count < level.spatial_replace:
        return below, mask
    return (latents if mask is None else below + mask * (latents - below)), mask


def _union(masks: Sequence[Tensor | None]) -> Tensor | None:
    known = [mask for mask in masks if mask is not None]
    return torch.stack(known).amax(0) if len(known) == len(masks) else None


@dataclass(frozen=True, eq=False)
class _Moment:
    """One step of the loop, before its evaluations."""

    model: DiffusionModel
    source: Source
    levels: Sequence[Level]
    step: Step
    index: int
    count: int
    sums: MapSums

    def noises(
        self, latents: Sequence[Tensor], largest_batch: int | None
    ) -> Generator[Tick, None, tuple[Sequence[Tensor], Sequence[Tensor]]]:
        """Conditional and unconditional noise of each level, each (1, C, h, w)."""
        replayed = self.source.pivots[self.count - self.index][None]
        conditional = [(replayed, self.source.text)]
        conditional += [(z, level.text) for z, level in zip(latents, self.levels, strict=True)]
        unconditional = [(z, self._null(level)) for z, level in zip(latents, self.levels, strict=True)]
        everything = conditional + unconditional
        together = largest_batch is None or len(everything) <= largest_batch
        groups = [everything] if together else [conditional, *([sample] for sample in unconditional)]
        found: list[Tensor] = []
        for number, group in enumerate(groups):
            found += self._evaluate(group, edited=number == 0)
            yield Tick("editing", len(group))
        return found[1 : len(conditional)], found[len(conditional) :]

    def _null(self, level: Level) -> TextEmbedding:
        """What an edited branch is given for no caption."""
        return self.source.empty.towards(self.source.nulls.at(self.index), level.null_share)

    @torch.no_grad()
    def _evaluate(self, samples: Sequence[tuple[Tensor, TextEmbedding]], edited: bool) -> Sequence[Tensor]:
        latents, texts = torch.cat([z for z, _ in samples]), join([text for _, text in samples])
        if not edited:
            return self.model.predict_noise(latents, [self.step] * len(samples), texts).split(1)
        are_read = any(level.blend is not None and level.blend.reads_maps for level in self.levels)
        edits = self._edits(texts.tokens.shape[1], latents.device)
        control = AttentionControl(self.sums if are_read else None, edits)
        with controlled_attention(self.model.unet):
            return self.model.predict_noise(latents, [self.step] * len(samples), texts, control).split(1)

    def _edits(self, length: int, device: torch.device) -> tuple[AttentionEdit, ...]:
        share = self.index / self.count
        return tuple(level.attention(k, k + 1, share, length, device) for k, level in enumerate(self.levels))
