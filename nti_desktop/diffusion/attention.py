"""Capture and injection of attention, as processors that leave no trace once ejected.

What a network evaluation shall do is passed to it by value, as an `AttentionControl`; a processor holds
nothing but its layer's name. Cross-attention is materialised only where it is captured or edited. Injected
self-attention needs no map at all: softmax(Q_src K_src) V_tgt is an ordinary attention call.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
from diffusers import UNet2DConditionModel
from diffusers.models.attention_processor import Attention
from torch import Tensor
from torch.nn import functional

from nti_desktop.diffusion.attention_layers import Layer, attention_layers
from nti_desktop.diffusion.maps import MapSums, SelfSums


@dataclass(frozen=True, eq=False)
class CrossEdit:
    """How a sample's cross-attention is mixed from another's, and weighted.

    Attributes:
        transfer: (L, L), carries the source's maps to the target's token positions.
        injected: (L,), share of the source's map in each target token now, 0..1; None for none at all.
        scale: (L,), weight of each target token's column.
    """

    transfer: Tensor
    injected: Tensor | None
    scale: Tensor


@dataclass(frozen=True, eq=False)
class AttentionEdit:
    """What one sample of a batch takes from another now.

    Attributes:
        source, target: places in the batch, of the sample that gives and of the one that takes.
        cross: Prompt-to-Prompt's injection and weights; None leaves cross-attention alone.
        inject_self: whether the target takes the source's self-attention (its queries and keys).
        mutual_from: from this self-attention layer on the target's queries look at the source's keys and
            values instead (mutual self-attention, Cao et al. 2023); None for nowhere.
    """

    source: int
    target: int
    cross: CrossEdit | None = None
    inject_self: bool = False
    mutual_from: int | None = None


@dataclass(frozen=True, eq=False)
class AttentionControl:
    """What one network evaluation does in its attention layers; with nothing set, what it always does.

    Attributes:
        sums: takes up all cross-attention, after injection and before weights.
        edits: done in this order, so that one may take from what another has made.
        self_sums: takes up self-attention, before any edit.
    """

    sums: MapSums | None = None
    edits: tuple[AttentionEdit, ...] = ()
    self_sums: SelfSums | None = None


@contextmanager
def controlled_attention(unet: UNet2DConditionModel) -> Iterator[None]:
    """Install processors that obey an `AttentionControl`, and put the old ones back at the end."""
    before = dict(unet.attn_processors)
    unet.set_attn_processor(
        {f"{layer.name}.processor": _ControlledProcessor(layer) for layer in attention_layers(unet)}
    )
    try:
        yield
    finally:
        unet.set_attn_processor(before)


class _ControlledProcessor:
    """diffusers' attention call with a control in the middle."""

    def __init__(self, layer: Layer) -> None:
        self._layer = layer

    def __call__(
        self,
        attn: Attention,
        hidden_states: Tensor,
        encoder_hidden_states: Tensor | None = None,
        attention_mask: Tensor | None = None,
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
            output = self._cross(query, key, value, attn.scale, attention_mask, control)
        else:
            output = self._self(query, key, value, attn.scale, control)
        output = output.transpose(1, 2).flatten(2).to(hidden_states.dtype)
        return attn.to_out[1](attn.to_out[0](output)) / attn.rescale_output_factor

    def _cross(
        self,
        query: Tensor,
        key: Tensor,
        value: Tensor,
        scale: float,
        bias: Tensor | None,
        control: AttentionControl,
    ) -> Tensor:
        """bias: (N, 1, L), added to the logits: far below zero where a caption has no token."""
        bias = None if bias is None else bias[:, None]
        if control.sums is None and not any(edit.cross for edit in control.edits):
            return functional.scaled_dot_product_attention(query, key, value, attn_mask=bias, scale=scale)
        # In single precision: half precision overflows here in some models.
        logits = query.float() * scale @ key.float().transpose(-1, -2)
        maps = (logits if bias is None else logits + bias.float()).softmax(-1)
        maps, weighted = edited_maps(maps, control.edits)
        if control.sums is not None:
            control.sums.add(maps, self._layer.name)
        return weighted.to(value.dtype) @ value

    def _self(
        self, query: Tensor, key: Tensor, value: Tensor, scale: float, control: AttentionControl
    ) -> Tensor:
        if control.self_sums is not None:
            control.self_sums.add(query, key, scale, self._layer.name)
        if any(edit.inject_self or edit.mutual_from is not None for edit in control.edits):
            query, key, value = _exchanged(query, key, value, control.edits, self._layer.self_index or 0)
        return functional.scaled_dot_product_attention(query, key, value, scale=scale)


def edited_maps(maps: Tensor, edits: tuple[AttentionEdit, ...]) -> tuple[Tensor, Tensor]:
    """Cross-attention maps after injection, and the same with weights; both (N, heads, positions, L).

    Where source and target are mixed, each position's attention is brought to a sum of one: removed words
    leave none missing and inserted words add none. Weights multiply their column and change that sum
    (Hertz et al. 2023, section 3.2, attention re-weighting); what takes from this sample takes the maps
    before the weights.
    """
    plain, weighted = list(maps), list(maps)
    for edit in edits:
        if edit.cross is not None:
            plain[edit.target] = _mixed(plain[edit.source], plain[edit.target], edit.cross)
            weighted[edit.target] = plain[edit.target] * edit.cross.scale
    return torch.stack(plain), torch.stack(weighted)


def _mixed(source: Tensor, target: Tensor, edit: CrossEdit) -> Tensor:
    if edit.injected is None:
        return target
    mixed = edit.injected * (source @ edit.transfer) + (1 - edit.injected) * target
    return mixed / mixed.sum(-1, keepdim=True).clamp_min(1e-6)


def _exchanged(
    query: Tensor, key: Tensor, value: Tensor, edits: tuple[AttentionEdit, ...], index: int
) -> tuple[Tensor, Tensor, Tensor]:
    """Queries, keys and values of self-attention layer `index`, some samples' taken from others."""
    queries, keys, values = (list(range(len(query))) for _ in range(3))
    for edit in edits:
        if edit.mutual_from is not None and index >= edit.mutual_from:
            keys[edit.target], values[edit.target] = keys[edit.source], values[edit.source]
        elif edit.inject_self:
            queries[edit.target], keys[edit.target] = queries[edit.source], keys[edit.source]
    return query[queries], key[keys], value[values]
