"""What diffusers' and transformers' parameters are called in an original checkpoint. Torch-free.

Names only, from ours to theirs: whoever loads a module asks for each of its parameters where it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_RESNET = {
    "norm1": "in_layers.0",
    "conv1": "in_layers.2",
    "norm2": "out_layers.0",
    "conv2": "out_layers.3",
    "time_emb_proj": "emb_layers.1",
    "conv_shortcut": "skip_connection",
}
_NETWORK = {
    "conv_in": "input_blocks.0.0",
    "time_embedding.linear_1": "time_embed.0",
    "time_embedding.linear_2": "time_embed.2",
    "add_embedding.linear_1": "label_emb.0.0",
    "add_embedding.linear_2": "label_emb.0.2",
    "conv_norm_out": "out.0",
    "conv_out": "out.2",
    "mid_block.resnets.0": "middle_block.0",
    "mid_block.attentions.0": "middle_block.1",
    "mid_block.resnets.1": "middle_block.2",
}
_AUTOENCODER = (
    (r"\.mid_block\.resnets\.0\.", ".mid.block_1."),
    (r"\.mid_block\.resnets\.1\.", ".mid.block_2."),
    (r"\.mid_block\.attentions\.0\.", ".mid.attn_1."),
    (r"\.group_norm\.", ".norm."),
    (r"\.to_([qkv])\.", r".\1."),
    (r"\.to_out\.0\.", ".proj_out."),
    (r"\.conv_norm_out\.", ".norm_out."),
    (r"\.conv_shortcut\.", ".nin_shortcut."),
    (r"\.resnets\.", ".block."),
    (r"\.(down|up)samplers\.0\.", r".\1sample."),
    (r"\.(down|up)_blocks\.", r".\1."),
)
_OPEN_CLIP = (
    (r"^encoder\.layers\.", "transformer.resblocks."),
    (r"\.layer_norm([12])\.", r".ln_\1."),
    (r"\.mlp\.fc1\.", ".mlp.c_fc."),
    (r"\.mlp\.fc2\.", ".mlp.c_proj."),
    (r"\.self_attn\.[qkv]_proj\.", ".attn.in_proj_"),
    (r"\.self_attn\.", ".attn."),
    (r"^embeddings\.token_embedding\.", "token_embedding."),
    (r"^embeddings\.position_embedding\.weight$", "positional_embedding"),
    (r"^final_layer_norm\.", "ln_final."),
    (r"^text_projection\.weight$", "text_projection"),
)
_LEGACY_ATTENTION = {"to_q": "query", "to_k": "key", "to_v": "value", "to_out.0": "proj_attn"}


@dataclass(frozen=True)
class Origin:
    """Where a parameter is: a tensor, or that third of its rows, or its transpose."""

    name: str
    third: int | None = None
    transposed: bool = False


def network_name(name: str, layers: int, attention: tuple[bool, ...]) -> str:
    """A noise network's parameter.

    Args:
        layers: residual blocks per block.
        attention: for each block on the way up, whether it has attention.
    """
    module, parameter = name.rsplit(".", 1)
    if module in _NETWORK:
        return f"{_NETWORK[module]}.{parameter}"
    for ours, theirs in _NETWORK.items():
        if ours.startswith("mid_block") and name.startswith(ours + "."):
            return f"{theirs}.{_inside(name[len(ours) + 1 :])}"
    found = re.fullmatch(r"(down|up)_blocks\.(\d+)\.(\w+)\.(\d+)\.(.+)", name)
    if found is None:
        raise LookupError(name)
    way, block, kind, index, rest = found.groups()
    first = int(block) * (layers + 1)
    if kind == "downsamplers":
        return f"input_blocks.{first + layers + 1}.0.op.{parameter}"
    if kind == "upsamplers":
        return f"output_blocks.{first + layers}.{1 + attention[int(block)]}.conv.{parameter}"
    place = first + int(index) + (way == "down")
    blocks = "input_blocks" if way == "down" else "output_blocks"
    return f"{blocks}.{place}.{int(kind == 'attentions')}.{_inside(rest)}"


def autoencoder_name(name: str, blocks: int) -> str:
    """An autoencoder's parameter.

    Args:
        blocks: of encoder and decoder each; the original counts the decoder's from the other end.
    """
    for ours, theirs in _AUTOENCODER:
        name = re.sub(ours, theirs, name)
    return re.sub(r"\.up\.(\d+)\.", lambda found: f".up.{blocks - 1 - int(found[1])}.", name)


def legacy_attention_name(name: str) -> str:
    """An attention parameter as diffusers called it before 0.12; autoencoders are still published so."""
    for ours, theirs in _LEGACY_ATTENTION.items():
        name = name.replace(f".{ours}.", f".{theirs}.")
    return name


def open_clip_origin(name: str) -> Origin:
    """An OpenCLIP text encoder's parameter; `name` is transformers', without `text_model.`."""
    projection = re.search(r"\.self_attn\.([qkv])_proj\.", name)
    third = None if projection is None else "qkv".index(projection[1])
    for ours, theirs in _OPEN_CLIP:
        name = re.sub(ours, theirs, name)
    return Origin(name, third, transposed=name == "text_projection")


def _inside(rest: str) -> str:
    """Names inside a residual block; those inside a transformer are the same on both sides."""
    part, _, parameter = rest.partition(".")
    return f"{_RESNET.get(part, part)}.{parameter}"
