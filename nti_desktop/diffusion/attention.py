"""Capture and injection of attention, as processors that leave no trace once ejected.

What a network evaluation shall do is passed to it by value, as an `AttentionControl`; a processor holds
nothing but its name. Cross-attention is materialised only where it is captured or edited. Injected
self-attention needs no map at all: softmax(Q_src K_src) V_tgt is an ordinary attention call.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import torch
from diffusers import UNet2DConditionModel
from diffusers.models.attention_processor import Attention
from torch import Tensor
from torch.nn import functional

_MAP_POSITIONS = 256


@dataclass(eq=False)
class MapSums:
    """Running sums of cross-attention over heads, layers and steps, by number of positions.

    Attributes:
        keep_samples: whether the samples of a batch are kept apart; else they are added up.
        sums: positions -> float32 (N, positions, L), N the samples kept apart (1 when added up).
        counts: positions -> how many maps were added.
    """

    keep_samples: bool = False

    sums: dict[int, Tensor] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)

    def add(self, probabilities: Tensor) -> None:
        """Add one layer's maps, (N, heads, positions, L)."""
        mean, positions = probabilities.detach().float().mean(1), probabilities.shape[2]
        added = 1 if self.keep_samples else len(mean)
        mean = mean if self.keep_samples else mean.sum(0, keepdim=True)
        self.sums[positions] = self.sums[positions] + mean if positions in self.sums else mean
        self.counts[positions] = self.counts.get(positions, 0) + added

    def average(self, height: int, width: int) -> Tensor:
        """Mean map (N, L, rows, columns) of the layers with nearest to 256 positions.

        Args:
            height, width: of the latents; they give the layers' aspect ratio.
        """
        positions = min(self.sums, key=lambda p: abs(p - _MAP_POSITIONS))
        rows, columns = _grid(positions, height, width)
        mean = self.sums[positions] / self.counts[positions]
        return mean.transpose(1, 2).unflatten(2, (rows, columns))


@dataclass(frozen=True, eq=False)
class AttentionEdit:
    """Prompt-to-Prompt's edit for a batch (source, target unconditional, target conditional).

    Attributes:
        transfer: (L, L), carries the source's maps to the target's token positions.
        injected: (L,), share of the source's map in each target token now, 0..1.
        scale: (L,), weight of each target token's column.
        inject_self: whether the target takes the source's self-attention now.
    """

    transfer: Tensor
    injected: Tensor
    scale: Tensor
    inject_self: bool


@dataclass(frozen=True, eq=False)
class AttentionControl:
    """What one network evaluation does in its attention layers; with neither, what it always does."""

    sums: MapSums | None = None
    edit: AttentionEdit | None = None


@contextmanager
def controlled_attention(unet: UNet2DConditionModel) -> Iterator[None]:
    """Install processors that obey an `AttentionControl`, and put the old ones back at the end."""
    before = dict(unet.attn_processors)
    unet.set_attn_processor({name: _ControlledProcessor() for name in before})
    try:
        yield
    finally:
        unet.set_attn_processor(before)


class _ControlledProcessor:
    """diffusers' attention call with a control in the middle."""

    def __call__(
        self,
        attn: Attention,
        hidden_states: Tensor,
        encoder_hidden_states: Tensor | None = None,
        control: AttentionControl | None = None,
        **_: Any,
    ) -> Tensor:
        control = control or AttentionControl()
        is_cross = encoder_hidden_states is not None
        context = encoder_hidden_states if encoder_hidden_states is not None else hidden_states
        if is_cross and attn.norm_cross:
            context = attn.norm_encoder_hidden_states(context)
        query, key, value = attn.to_q(hidden_states), attn.to_k(context), attn.to_v(context)
        query, key, value = (x.unflatten(2, (attn.heads, -1)).transpose(1, 2) for x in (query, key, value))
        if is_cross:
            output = _cross(query, key, value, attn.scale, control)
        else:
            output = _self(query, key, value, attn.scale, control.edit)
        output = output.transpose(1, 2).flatten(2).to(hidden_states.dtype)
        return attn.to_out[1](attn.to_out[0](output)) / attn.rescale_output_factor


def _cross(query: Tensor, key: Tensor, value: Tensor, scale: float, control: AttentionControl) -> Tensor:
    if control.sums is None and control.edit is None:
        return functional.scaled_dot_product_attention(query, key, value, scale=scale)
    maps = (query @ key.transpose(-1, -2) * scale).softmax(-1)
    if control.edit is not None:
        maps = torch.cat([maps[:2], _edited_maps(maps[0], maps[2], control.edit)[None]])
    if control.sums is not None:
        control.sums.add(maps)
    return maps @ value


def _edited_maps(source: Tensor, target: Tensor, edit: AttentionEdit) -> Tensor:
    """Mix the transferred source maps into the target's, (heads, positions, L).

    Each position's attention is kept at a sum of one before the weights: removed words leave none missing
    and inserted words add none.
    """
    if edit.injected.any():
        mixed = edit.injected * (source @ edit.transfer) + (1 - edit.injected) * target
        target = mixed / mixed.sum(-1, keepdim=True).clamp_min(1e-6)
    return target * edit.scale


def _self(query: Tensor, key: Tensor, value: Tensor, scale: float, edit: AttentionEdit | None) -> Tensor:
    if edit is not None and edit.inject_self:
        query, key = torch.cat([query[:2], query[:1]]), torch.cat([key[:2], key[:1]])
    return functional.scaled_dot_product_attention(query, key, value, scale=scale)


def _grid(positions: int, height: int, width: int) -> tuple[int, int]:
    """Rows and columns of a layer with so many positions: the latents' size halved until it fits."""
    rows, columns = height, width
    while rows * columns > positions:
        rows, columns = -(-rows // 2), -(-columns // 2)
    return rows, columns
