"""Attention capture and injection against explicit formulas, on a tiny random network."""

from __future__ import annotations

import pytest
import torch
from diffusers import UNet2DConditionModel
from diffusers.models.attention_processor import Attention
from torch.nn import functional

from nti_desktop.diffusion.attention import (
    AttentionControl,
    AttentionEdit,
    MapSums,
    controlled_attention,
)

TOKENS = 6


@pytest.fixture
def sample() -> tuple[torch.Tensor, torch.Tensor]:
    generator = torch.Generator().manual_seed(3)
    return torch.randn(3, 4, 16, 16, generator=generator), torch.randn(3, TOKENS, 8, generator=generator)


def run(
    unet: UNet2DConditionModel, sample: tuple[torch.Tensor, torch.Tensor], control: AttentionControl | None
) -> torch.Tensor:
    extra = None if control is None else {"control": control}
    with torch.no_grad():
        return unet(sample[0], 10, encoder_hidden_states=sample[1], cross_attention_kwargs=extra).sample


def edit(injected: float = 1.0, scale: float = 1.0, inject_self: bool = False) -> AttentionEdit:
    return AttentionEdit(
        torch.eye(TOKENS), torch.full((TOKENS,), injected), torch.full((TOKENS,), scale), inject_self
    )


def test_an_ejected_controller_leaves_the_model_bit_identical(
    tiny_unet: UNet2DConditionModel, sample: tuple[torch.Tensor, torch.Tensor]
) -> None:
    before, processors = run(tiny_unet, sample, None), dict(tiny_unet.attn_processors)
    with controlled_attention(tiny_unet):
        run(tiny_unet, sample, AttentionControl(MapSums(), edit(inject_self=True)))
    assert torch.equal(run(tiny_unet, sample, None), before)
    assert tiny_unet.attn_processors == processors


def test_a_failure_inside_ejects_as_well(
    tiny_unet: UNet2DConditionModel, sample: tuple[torch.Tensor, torch.Tensor]
) -> None:
    processors = dict(tiny_unet.attn_processors)
    with pytest.raises(ZeroDivisionError), controlled_attention(tiny_unet):
        raise ZeroDivisionError
    assert tiny_unet.attn_processors == processors


def test_without_edit_the_output_is_what_it_always_is(
    tiny_unet: UNet2DConditionModel, sample: tuple[torch.Tensor, torch.Tensor]
) -> None:
    before = run(tiny_unet, sample, None)
    with controlled_attention(tiny_unet):
        torch.testing.assert_close(run(tiny_unet, sample, AttentionControl()), before, rtol=1e-4, atol=1e-5)
        captured = run(tiny_unet, sample, AttentionControl(MapSums()))
    torch.testing.assert_close(captured, before, rtol=1e-4, atol=1e-5)


def test_captured_maps_are_the_explicit_softmax(
    tiny_unet: UNet2DConditionModel, sample: tuple[torch.Tensor, torch.Tensor]
) -> None:
    expected: list[torch.Tensor] = []

    def note(attention: Attention, arguments: tuple[torch.Tensor], keywords: dict[str, torch.Tensor]) -> None:
        query = attention.to_q(arguments[0]).unflatten(2, (attention.heads, -1)).transpose(1, 2)
        key = attention.to_k(keywords["encoder_hidden_states"])
        key = key.unflatten(2, (attention.heads, -1)).transpose(1, 2)
        maps = torch.softmax(query @ key.mT / query.shape[-1] ** 0.5, -1)
        if maps.shape[2] == 256:
            expected.append(maps.mean(1))

    hooks = [
        module.register_forward_pre_hook(note, with_kwargs=True)
        for name, module in tiny_unet.named_modules()
        if name.endswith("attn2")
    ]
    run(tiny_unet, sample, None)
    for hook in hooks:
        hook.remove()
    sums = MapSums(keep_samples=True)
    with controlled_attention(tiny_unet):
        run(tiny_unet, sample, AttentionControl(sums))
    average = sums.average(16, 16)
    wanted = torch.stack(expected).mean(0).transpose(1, 2).unflatten(2, (16, 16))
    torch.testing.assert_close(average, wanted, rtol=1e-4, atol=1e-6)
    torch.testing.assert_close(average.sum(1), torch.ones(3, 16, 16))


def test_injected_self_attention_equals_materialised_maps() -> None:
    """SDPA(Q_src, K_src, V_tgt) is the source's map times the target's values."""
    generator = torch.Generator().manual_seed(5)
    query, key, value = (torch.randn(3, 2, 20, 4, generator=generator, dtype=torch.float64) for _ in range(3))
    maps = torch.softmax(query @ key.mT / 2, -1)
    wanted = torch.cat([maps[:2] @ value[:2], maps[:1] @ value[2:]])
    attention = Attention(query_dim=8, heads=2, dim_head=4, bias=False).double()
    for layer in (attention.to_q, attention.to_k, attention.to_v, attention.to_out[0]):
        layer.weight.data = torch.eye(8, dtype=torch.float64)
    attention.to_out[0].bias.data.zero_()
    projections = iter([query, key, value])
    for layer in (attention.to_q, attention.to_k, attention.to_v):
        tensor = next(projections)
        layer.forward = lambda _, tensor=tensor: tensor.transpose(1, 2).flatten(2)
    processor = _processor()
    attention.set_processor(processor)
    result = attention(
        torch.zeros(3, 20, 8, dtype=torch.float64), control=AttentionControl(edit=_self_edit())
    )
    torch.testing.assert_close(result, wanted.transpose(1, 2).flatten(2), rtol=1e-12, atol=1e-12)
    plain = functional.scaled_dot_product_attention(query, key, value)
    assert not torch.allclose(plain[2], wanted[2])


def _self_edit() -> AttentionEdit:
    return edit(inject_self=True)


def _processor() -> object:
    unet = UNet2DConditionModel(
        sample_size=8,
        block_out_channels=(8,),
        down_block_types=("CrossAttnDownBlock2D",),
        up_block_types=("CrossAttnUpBlock2D",),
        layers_per_block=1,
        norm_num_groups=4,
        cross_attention_dim=8,
        attention_head_dim=2,
    )
    with controlled_attention(unet):
        return next(iter(unet.attn_processors.values()))


def test_injecting_a_caption_into_itself_changes_nothing(
    tiny_unet: UNet2DConditionModel, sample: tuple[torch.Tensor, torch.Tensor]
) -> None:
    latents, texts = sample
    same = (latents[:1].expand(3, -1, -1, -1).clone(), texts[:1].expand(3, -1, -1).clone())
    with controlled_attention(tiny_unet):
        result = run(tiny_unet, same, AttentionControl(edit=edit(inject_self=True)))
    torch.testing.assert_close(result[2], result[0], rtol=1e-4, atol=1e-5)


def test_an_edit_reaches_the_target_only(
    tiny_unet: UNet2DConditionModel, sample: tuple[torch.Tensor, torch.Tensor]
) -> None:
    before = run(tiny_unet, sample, None)
    with controlled_attention(tiny_unet):
        result = run(tiny_unet, sample, AttentionControl(edit=edit(scale=2.0, inject_self=True)))
    torch.testing.assert_close(result[:2], before[:2], rtol=1e-4, atol=1e-5)
    assert (result[2] - before[2]).abs().max() > 1e-3


def test_sums_stay_the_same_size(
    tiny_unet: UNet2DConditionModel, sample: tuple[torch.Tensor, torch.Tensor]
) -> None:
    sums = MapSums()
    with controlled_attention(tiny_unet):
        for _ in range(3):
            run(tiny_unet, sample, AttentionControl(sums))
    assert sums.sums[256].shape == (1, 256, TOKENS)
    torch.testing.assert_close(sums.average(16, 16).sum(1), torch.ones(1, 16, 16))
