"""Tiny random models of each family, written as diffusers folders and as original checkpoints.

They have the families' structure (blocks with and without attention, several layers, two text encoders) and
the real tokenizer, and next to no width. Full-size configurations make checkpoints of full size.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from safetensors.torch import save_file
from torch import Tensor, nn
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

from nti_desktop.diffusion.checkpoints import (
    AUTOENCODER,
    NETWORK,
    TEXT_ENCODERS,
    family_folder,
    tokenizer_folder,
)
from nti_desktop.diffusion.descriptions import Family
from nti_desktop.diffusion.original import autoencoder_name, network_name, open_clip_origin

Configs = dict[str, dict[str, Any]]
State = dict[str, Tensor]

_SMALL_UNET = {"sample_size": 8, "norm_num_groups": 4, "layers_per_block": 2}
_UNETS: dict[Family, dict[str, Any]] = {
    "sd1": {
        "block_out_channels": [8, 16],
        "down_block_types": ["CrossAttnDownBlock2D", "DownBlock2D"],
        "up_block_types": ["UpBlock2D", "CrossAttnUpBlock2D"],
        "attention_head_dim": 2,
        "cross_attention_dim": 8,
    },
    "sd2": {
        "block_out_channels": [8, 16],
        "down_block_types": ["CrossAttnDownBlock2D", "DownBlock2D"],
        "up_block_types": ["UpBlock2D", "CrossAttnUpBlock2D"],
        "attention_head_dim": [2, 4],
        "cross_attention_dim": 12,
        "sample_size": 12,
    },
    "sdxl": {
        "block_out_channels": [8, 16, 16],
        "down_block_types": ["DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"],
        "up_block_types": ["CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"],
        "attention_head_dim": [1, 2, 2],
        "transformer_layers_per_block": [1, 1, 2],
        "cross_attention_dim": 20,
        "addition_time_embed_dim": 4,
        "projection_class_embeddings_input_dim": 6 * 4 + 12,
    },
}
_SMALL_VAE = {"block_out_channels": [8, 8, 16, 16], "norm_num_groups": 4, "layers_per_block": 1}
_SMALL_TEXT = {"num_hidden_layers": 3, "num_attention_heads": 2, "initializer_range": 0.5}
_WIDTHS = {8: {"hidden_size": 8, "intermediate_size": 16, "projection_dim": 8}}
_WIDTHS[12] = {"hidden_size": 12, "intermediate_size": 24, "projection_dim": 12}


def tiny_configs(family: Family, **scheduler: Any) -> Configs:
    """The family's bundled configurations, made small; `scheduler` changes the scheduler's."""
    configs = full_configs(family)
    configs["unet"] |= _SMALL_UNET | _UNETS[family]
    configs["vae"] |= _SMALL_VAE
    configs["text_encoder"] |= _SMALL_TEXT | _WIDTHS[12 if family == "sd2" else 8]
    if family == "sdxl":
        configs["text_encoder_2"] |= _SMALL_TEXT | _WIDTHS[12]
    configs["scheduler"] |= scheduler
    return configs


def full_configs(family: Family) -> Configs:
    """The family's bundled configurations."""
    folder = family_folder(family)
    configs = {path.parent.name: _read(path) for path in folder.glob("*/*config.json")}
    return configs | {"": _read(folder / "model_index.json")}


def write_configs(folder: Path, configs: Configs) -> Path:
    """A folder without weights, such as `resources` has for each family."""
    for part, config in configs.items():
        name = {"": "model_index.json", "scheduler": "scheduler_config.json"}.get(part, "config.json")
        (folder / part).mkdir(parents=True, exist_ok=True)
        (folder / part / name).write_text(json.dumps(config), "utf-8")
    return folder


def write_folder(folder: Path, configs: Configs) -> Path:
    """A diffusers folder with random weights, the same for the same configurations."""
    write_configs(folder, configs)
    for part, module in modules_of(configs):
        module.save_pretrained(folder / part)
    for part in ("tokenizer", "tokenizer_2")[: 1 + ("text_encoder_2" in configs)]:
        shutil.copytree(tokenizer_folder(), folder / part)
        padding = "!" if _pads_with_zero(configs, part) else "<|endoftext|>"
        note = {"tokenizer_class": "CLIPTokenizer", "pad_token": padding, "model_max_length": 77}
        (folder / part / "tokenizer_config.json").write_text(json.dumps(note), "utf-8")
    return folder


def write_checkpoint(
    file: Path, family: Family, configs: Configs, dtype: torch.dtype = torch.float32, **metadata: str
) -> Path:
    """The same weights as `write_folder` has, as an original checkpoint."""
    state: State = {}
    for part, module in modules_of(configs, dtype):
        state |= _original(part, family, configs, module.state_dict())
    save_file({name: tensor.to(dtype).contiguous() for name, tensor in state.items()}, file, metadata)
    return file


def modules_of(configs: Configs, dtype: torch.dtype = torch.float32) -> Iterator[tuple[str, Any]]:
    """The parts one by one, so that full-size ones need not be in memory together."""
    makers: dict[str, Callable[[dict[str, Any]], nn.Module]] = {
        "unet": UNet2DConditionModel.from_config,
        "vae": AutoencoderKL.from_config,
        "text_encoder": lambda config: CLIPTextModel(CLIPTextConfig(**config)),
        "text_encoder_2": lambda config: CLIPTextModelWithProjection(CLIPTextConfig(**config)),
    }
    for seed, (part, make) in enumerate(makers.items()):
        if part in configs:
            torch.manual_seed(seed)
            yield part, _made(make, configs[part], dtype)


def _made(
    make: Callable[[dict[str, Any]], nn.Module], config: dict[str, Any], dtype: torch.dtype
) -> nn.Module:
    before = torch.get_default_dtype()
    torch.set_default_dtype(dtype)
    try:
        return make(config)
    finally:
        torch.set_default_dtype(before)


def _original(part: str, family: Family, configs: Configs, state: State) -> State:
    if part == "unet":
        attention = tuple("CrossAttn" in kind for kind in configs["unet"]["up_block_types"])
        layers = configs["unet"]["layers_per_block"]
        return {NETWORK + network_name(name, layers, attention): tensor for name, tensor in state.items()}
    if part == "vae":
        blocks = len(configs["vae"]["block_out_channels"])
        return {
            AUTOENCODER + autoencoder_name(name, blocks): _as_convolution(name, tensor)
            for name, tensor in state.items()
        }
    prefix = TEXT_ENCODERS[family][part == "text_encoder_2"]
    bare = {name.removeprefix("text_model."): tensor for name, tensor in state.items()}
    if prefix.endswith("transformer."):
        return {f"{prefix}text_model.{name}": tensor for name, tensor in bare.items()}
    return {prefix + name: tensor for name, tensor in _open_clip(bare).items()}


def _as_convolution(name: str, tensor: Tensor) -> Tensor:
    """An autoencoder's attention is made of 1 x 1 convolutions in an original checkpoint."""
    is_matrix = tensor.ndim == 2 and ".attentions." in name
    return tensor[:, :, None, None] if is_matrix else tensor


def _open_clip(state: State) -> State:
    """Queries, keys and values stacked, the projection transposed."""
    found: State = {}
    for name, tensor in state.items():
        origin = open_clip_origin(name)
        if origin.third is not None:
            thirds = [state[re.sub(r"[qkv]_proj", f"{k}_proj", name)] for k in "qkv"]
            found[origin.name] = torch.cat(thirds)
        else:
            found[origin.name] = tensor.T if origin.transposed else tensor
    return found


def _pads_with_zero(configs: Configs, part: str) -> bool:
    encoder = "text_encoder_2" if part == "tokenizer_2" else "text_encoder"
    return configs[encoder]["hidden_act"] == "gelu"


def _read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return content
