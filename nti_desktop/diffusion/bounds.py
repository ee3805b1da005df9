"""Numbers in a model's configuration that would build something absurd, or something that cannot work.

They are looked at before any layer is made: a million layers of no weight would take minutes. Torch-free.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from nti_desktop.errors import ModelError

MOST_LAYERS = 200
MOST_BLOCKS = 16
WIDEST = 1_000_000
WIDEST_KERNEL = 15
MOST_TIMESTEPS = 10_000

_LAYERS = ("num_hidden_layers", "layers_per_block", "transformer_layers_per_block")
_WIDTHS = (
    "attention_head_dim", "block_out_channels", "cross_attention_dim", "hidden_size", "in_channels",
    "intermediate_size", "latent_channels", "max_position_embeddings", "norm_num_groups",
    "num_attention_heads", "out_channels", "projection_dim", "vocab_size",
)  # fmt: skip
_KERNELS = ("conv_in_kernel", "conv_out_kernel")
_BETAS = ("beta_end", "beta_start")
_NUMBERS = (
    "attention_dropout", *_BETAS, "dropout", "freq_shift", "initializer_factor",
    "initializer_range", "layer_norm_eps", "mid_block_scale_factor", "norm_eps", "scaling_factor",
    "shift_factor",
)  # fmt: skip
_BLOCKS = ("block_out_channels", "down_block_types", "up_block_types")


def check_numbers(name: str, *configs: Mapping[str, Any]) -> None:
    """Refuse a model whose parts cannot be meant so.

    Args:
        configs: of its parts; what one of them does not say is its maker's default.

    Raises:
        ModelError: a number is out of bounds, or there are not as many of one thing as of another.
    """
    for config in configs:
        bounded = (
            all(_within(config.get(key), MOST_LAYERS) for key in _LAYERS)
            and all(_within(config.get(key), WIDEST) for key in _WIDTHS)
            and all(_is_kernel(config.get(key)) for key in _KERNELS)
            and _is_padding(config.get("downsample_padding"))
            and all(_is_number(config.get(key)) for key in _NUMBERS)
            and all(config.get(key) is None or 0 < config[key] < 1 for key in _BETAS)
            and _within(config.get("num_train_timesteps"), MOST_TIMESTEPS)
            and _has_equal_lists(config)
        )
        if not bounded:
            raise ModelError("The configuration of “{name}” makes no sense; get a new copy of it.", name=name)


def _is_number(value: object) -> bool:
    """Whether a value is a number of a usual size; None says nothing."""
    if value is None:
        return True
    return isinstance(value, int | float) and not isinstance(value, bool) and -1e6 <= value <= 1e6


def _is_padding(value: object) -> bool:
    """Whether a layer that halves a picture can have it: with more, what is doubled again does not fit."""
    return value is None or (isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 1)


def _is_kernel(value: object) -> bool:
    """Whether a value is the width of a kernel that has a middle; None says nothing."""
    return value is None or (_within(value, WIDEST_KERNEL) and isinstance(value, int) and value % 2 == 1)


def _within(value: object, most: int) -> bool:
    """Whether all numbers in a value are counts of something; None says nothing."""
    return value is None or all(
        isinstance(number, int) and not isinstance(number, bool) and 1 <= number <= most
        for number in _flat(value)
    )


def _flat(value: object) -> Iterator[object]:
    if isinstance(value, list) and value:
        for part in value:
            yield from _flat(part)
    else:
        yield value


def _has_equal_lists(config: Mapping[str, Any]) -> bool:
    """Whether what is said of each block, if it is, is said of equally many blocks."""
    if not any(key in config for key in _BLOCKS):
        return True
    lengths = {len(value) if isinstance(value := config.get(key), list) else 0 for key in _BLOCKS}
    return len(lengths) == 1 and 1 <= lengths.pop() <= MOST_BLOCKS
