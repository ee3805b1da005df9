"""Configurations of models with absurd numbers are refused before anything is built."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from nti_desktop.diffusion.bounds import check_numbers
from nti_desktop.diffusion.sources import describe_model
from nti_desktop.errors import ModelError
from nti_desktop.resources import resource_path

GOOD = {
    "block_out_channels": [320, 640],
    "down_block_types": ["a", "b"],
    "up_block_types": ["b", "a"],
    "layers_per_block": 2,
    "transformer_layers_per_block": [1, [2, 10]],
    "attention_head_dim": None,
    "norm_num_groups": 32,
}


def test_what_is_usual_is_taken():
    check_numbers("x", GOOD, {})
    for path in resource_path("models").glob("**/config.json"):
        check_numbers(str(path), json.loads(path.read_text("utf-8")))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("num_hidden_layers", 1_000_000),
        ("num_hidden_layers", [[]]),
        ("layers_per_block", -1),
        ("layers_per_block", True),
        ("transformer_layers_per_block", [1, [2, 10**9]]),
        ("norm_num_groups", -16),
        ("hidden_size", 2**31),
        ("vocab_size", "../../x"),
        ("cross_attention_dim", 0.5),
        ("block_out_channels", []),
        ("block_out_channels", 320),
        ("block_out_channels", [320] * 500),
        ("up_block_types", ["a"]),
        ("down_block_types", "ab"),
        ("num_train_timesteps", 2**31),
        ("downsample_padding", 10_000),
        ("downsample_padding", 7),
        ("downsample_padding", 1.0),
        ("conv_in_kernel", 4),
        ("conv_out_kernel", 0),
        ("mid_block_scale_factor", "a"),
        ("freq_shift", 1e300),
        ("beta_start", 2),
        ("beta_end", "x"),
        ("up_block_types", None),
    ],
)
def test_what_makes_no_sense_is_refused(key: str, value: object):
    with pytest.raises(ModelError, match="“x” makes no sense"):
        check_numbers("x", {}, GOOD | {key: value})


@pytest.mark.parametrize("part", ["unet", "vae", "text_encoder"])
def test_every_part_of_a_folder_is_looked_at(tmp_path: Path, part: str):
    model = tmp_path / "model"
    shutil.copytree(resource_path("models/demo"), model, ignore=shutil.ignore_patterns("train", "*.jpg"))
    describe_model(str(model))
    config = model / part / "config.json"
    key = "num_hidden_layers" if part == "text_encoder" else "layers_per_block"
    config.write_text(json.dumps(json.loads(config.read_text("utf-8")) | {key: 10**6}))
    with pytest.raises(ModelError, match="makes no sense"):
        describe_model(str(model))
