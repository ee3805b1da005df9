"""The attention layers of a noise network: their names, sizes and order."""

from __future__ import annotations

from dataclasses import dataclass

from diffusers import UNet2DConditionModel

_STAGES = ("down_blocks", "mid_block", "up_blocks")


@dataclass(frozen=True)
class Layer:
    """An attention layer.

    Attributes:
        name: as diffusers has it: `down_blocks.0.attentions.0.transformer_blocks.0.attn2`.
        halvings: how many times the latents' size was halved before it.
        self_index: its place among the self-attention layers, in the order the network runs; None for a
            cross-attention layer.
    """

    name: str
    halvings: int
    self_index: int | None


def attention_layers(unet: UNet2DConditionModel) -> tuple[Layer, ...]:
    """All attention layers in the order in which the network runs them."""
    names = [name.removesuffix(".processor") for name in unet.attn_processors]
    names.sort(key=lambda name: _STAGES.index(name.split(".")[0]))
    deepest = len(unet.config.down_block_types) - 1
    layers: list[Layer] = []
    self_layers = 0
    for name in names:
        is_cross = unet.get_submodule(name).is_cross_attention
        layers.append(Layer(name, _halvings(name, deepest), None if is_cross else self_layers))
        self_layers += not is_cross
    return tuple(layers)


def _halvings(name: str, deepest: int) -> int:
    stage, number = name.split(".")[:2]
    if stage == "mid_block":
        return deepest
    return int(number) if stage == "down_blocks" else deepest - int(number)
