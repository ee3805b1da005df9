"""A tiny random network for oracles, the bundled model for behaviour."""

from __future__ import annotations

import pytest
import torch
from diffusers import UNet2DConditionModel

from nti_desktop.diffusion.models import DiffusionModel, choose_device
from nti_desktop.diffusion.sources import describe_model
from nti_desktop.engine.requests import BUNDLED_MODEL


@pytest.fixture(scope="session")
def tiny_unet() -> UNet2DConditionModel:
    torch.manual_seed(0)
    unet = UNet2DConditionModel(
        sample_size=16,
        in_channels=4,
        out_channels=4,
        block_out_channels=(16, 32),
        down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
        up_block_types=("UpBlock2D", "CrossAttnUpBlock2D"),
        layers_per_block=1,
        cross_attention_dim=8,
        attention_head_dim=2,
        norm_num_groups=8,
    )
    return unet.requires_grad_(False).eval()


@pytest.fixture(scope="session")
def bundled() -> DiffusionModel:
    torch.set_num_threads(1)
    return DiffusionModel.load(describe_model(BUNDLED_MODEL), choose_device("cpu"))
