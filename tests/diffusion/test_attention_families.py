"""The controlled attention of every family of networks is diffusers' own as long as nothing is controlled."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from diffusers import UNet2DConditionModel

from nti_desktop.diffusion.attention import AttentionControl, controlled_attention
from nti_desktop.diffusion.maps import MapSums, SelfSums

COMMON: dict[str, Any] = {
    "sample_size": 8,
    "layers_per_block": 1,
    "block_out_channels": (16, 32),
    "norm_num_groups": 8,
}
FAMILIES: dict[str, dict[str, Any]] = {
    "sd1": {
        "down_block_types": ("CrossAttnDownBlock2D", "DownBlock2D"),
        "up_block_types": ("UpBlock2D", "CrossAttnUpBlock2D"),
        "cross_attention_dim": 12,
        "attention_head_dim": 4,
    },
    "sd2": {
        "down_block_types": ("CrossAttnDownBlock2D", "DownBlock2D"),
        "up_block_types": ("UpBlock2D", "CrossAttnUpBlock2D"),
        "cross_attention_dim": 16,
        "attention_head_dim": (2, 4),
        "use_linear_projection": True,
        "upcast_attention": True,
    },
    "sdxl": {
        "down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D"),
        "up_block_types": ("CrossAttnUpBlock2D", "UpBlock2D"),
        "cross_attention_dim": 24,
        "attention_head_dim": (2, 4),
        "transformer_layers_per_block": (1, 2),
        "use_linear_projection": True,
        "addition_embed_type": "text_time",
        "addition_time_embed_dim": 8,
        "projection_class_embeddings_input_dim": 10 + 6 * 8,
    },
}


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("captured", [False, True])
@pytest.mark.parametrize("masked", [False, True])
def test_controlled_attention_is_diffusers_own(family: str, captured: bool, masked: bool) -> None:
    torch.manual_seed(1)
    unet = UNet2DConditionModel(**COMMON, **FAMILIES[family]).eval().requires_grad_(False)
    arguments: dict[str, Any] = {
        "encoder_hidden_states": torch.randn(2, 7, FAMILIES[family]["cross_attention_dim"])
    }
    if masked:
        arguments["encoder_attention_mask"] = torch.tensor([[1] * 4 + [0] * 3, [1] * 7], dtype=torch.bool)
    if family == "sdxl":
        sizes = torch.tensor([[64.0, 64, 0, 0, 64, 64]] * 2)
        arguments["added_cond_kwargs"] = {"text_embeds": torch.randn(2, 10), "time_ids": sizes}
    latents, sums = torch.randn(2, 4, 10, 6), MapSums()
    control = AttentionControl(sums, (), SelfSums(15)) if captured else AttentionControl()
    with torch.no_grad():
        expected = unet(latents, 7, **arguments).sample
        with controlled_attention(unet):
            result = unet(latents, 7, **arguments, cross_attention_kwargs={"control": control}).sample
        assert torch.equal(unet(latents, 7, **arguments).sample, expected)
    torch.testing.assert_close(result, expected, rtol=1e-4, atol=1e-5)
    if captured:
        average = sums.average_of_all(10, 6)
        torch.testing.assert_close(average.sum(1), torch.ones_like(average[:, 0]))
