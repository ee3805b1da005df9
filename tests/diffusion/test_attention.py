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
    CrossEdit,
    controlled_attention,
    edited_maps,
)
from nti_desktop.diffusion.attention_layers import attention_layers
from nti_desktop.diffusion.maps import MapSums, SelfSums
from nti_desktop.diffusion.texts import TextEmbedding, join

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


def edit(
    injected: float = 1.0,
    scale: float = 1.0,
    inject_self: bool = False,
    mutual_from: int | None = None,
    places: tuple[int, int] = (0, 2),
) -> AttentionEdit:
    cross = CrossEdit(torch.eye(TOKENS), torch.full((TOKENS,), injected), torch.full((TOKENS,), scale))
    return AttentionEdit(*places, cross, inject_self, mutual_from)


def test_an_ejected_controller_leaves_the_model_bit_identical(
    tiny_unet: UNet2DConditionModel, sample: tuple[torch.Tensor, torch.Tensor]
) -> None:
    before, processors = run(tiny_unet, sample, None), dict(tiny_unet.attn_processors)
    with controlled_attention(tiny_unet):
        run(
            tiny_unet,
            sample,
            AttentionControl(MapSums(), (edit(inject_self=True, mutual_from=2),), SelfSums(256)),
        )
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


Projected = tuple[torch.Tensor, torch.Tensor, torch.Tensor]


@pytest.fixture
def projected() -> Projected:
    """Queries, keys and values of three samples, in float64."""
    generator = torch.Generator().manual_seed(5)
    return tuple(torch.randn(3, 2, 20, 4, generator=generator, dtype=torch.float64) for _ in range(3))


def through_processor(tiny_unet: UNet2DConditionModel, given: Projected, edits: tuple[AttentionEdit, ...]):
    """What the controlled processor of the first self-attention layer makes of given projections."""
    attention = Attention(query_dim=8, heads=2, dim_head=4, bias=False).double()
    attention.to_out[0].weight.data = torch.eye(8, dtype=torch.float64)
    attention.to_out[0].bias.data.zero_()
    for layer, tensor in zip((attention.to_q, attention.to_k, attention.to_v), given, strict=True):
        layer.forward = lambda _, tensor=tensor: tensor.transpose(1, 2).flatten(2)
    with controlled_attention(tiny_unet):
        attention.set_processor(next(iter(tiny_unet.attn_processors.values())))
    result = attention(torch.zeros(3, 20, 8, dtype=torch.float64), control=AttentionControl(edits=edits))
    return result.unflatten(2, (2, 4)).transpose(1, 2)


def test_injected_self_attention_equals_materialised_maps(
    tiny_unet: UNet2DConditionModel, projected: Projected
) -> None:
    """SDPA(Q_src, K_src, V_tgt) is the source's map times the target's values."""
    query, key, value = projected
    maps = torch.softmax(query @ key.mT / 2, -1)
    wanted = torch.cat([maps[:2] @ value[:2], maps[:1] @ value[2:]])
    result = through_processor(tiny_unet, projected, (edit(inject_self=True),))
    torch.testing.assert_close(result, wanted, rtol=1e-12, atol=1e-12)
    plain = functional.scaled_dot_product_attention(query, key, value)
    assert not torch.allclose(plain[2], wanted[2])


def test_mutual_self_attention_equals_the_explicit_formula(
    tiny_unet: UNet2DConditionModel, projected: Projected
) -> None:
    """The target's queries, with the source's keys and values; and it wins over injection where it acts."""
    query, key, value = projected
    plain = torch.softmax(query @ key.mT / 2, -1) @ value
    mutual = torch.softmax(query[2] @ key[0].mT / 2, -1) @ value[0]
    result = through_processor(tiny_unet, projected, (edit(inject_self=True, mutual_from=0),))
    torch.testing.assert_close(result, torch.stack([plain[0], plain[1], mutual]), rtol=1e-12, atol=1e-12)
    not_yet = through_processor(tiny_unet, projected, (edit(mutual_from=1),))
    torch.testing.assert_close(not_yet, plain, rtol=1e-12, atol=1e-12)


def test_stacked_edits_take_from_what_is_below(tiny_unet: UNet2DConditionModel, projected: Projected) -> None:
    query, key, value = projected
    source = torch.softmax(query[0] @ key[0].mT / 2, -1)
    wanted = torch.stack([source @ value[0], source @ value[1], source @ value[2]])
    stack = (edit(inject_self=True, places=(0, 1)), edit(inject_self=True, places=(1, 2)))
    torch.testing.assert_close(through_processor(tiny_unet, projected, stack), wanted, rtol=1e-12, atol=1e-12)


def test_cross_maps_are_mixed_summed_to_one_and_weighted_last() -> None:
    maps = torch.softmax(torch.randn(3, 2, 5, 4, generator=torch.Generator().manual_seed(1)), -1)
    transfer = torch.zeros(4, 4)
    transfer[0, 0] = transfer[2, 1] = transfer[3, 3] = 1  # the source's second word is gone, another is new
    injected, scale = torch.tensor([1.0, 1, 0, 0.5]), torch.tensor([1.0, 2, 0, -1])
    plain, weighted = edited_maps(maps, (AttentionEdit(0, 2, CrossEdit(transfer, injected, scale)),))
    expected = torch.stack(
        [maps[0, ..., 0], maps[0, ..., 2], maps[2, ..., 2], (maps[0, ..., 3] + maps[2, ..., 3]) / 2], -1
    )
    expected = expected / expected.sum(-1, keepdim=True)
    torch.testing.assert_close(plain[2], expected)
    torch.testing.assert_close(weighted[2], expected * scale)
    torch.testing.assert_close(plain[:2], maps[:2])
    torch.testing.assert_close(weighted[:2], maps[:2])


def test_weights_of_one_change_nothing() -> None:
    maps = torch.softmax(torch.randn(2, 2, 5, 4, generator=torch.Generator().manual_seed(2)), -1)
    nothing = AttentionEdit(0, 1, CrossEdit(torch.eye(4), None, torch.ones(4)))
    plain, weighted = edited_maps(maps, (nothing,))
    assert torch.equal(plain, maps)
    assert torch.equal(weighted, maps)


@pytest.mark.parametrize("captured", [False, True])
def test_lengthened_captions_give_what_they_give_alone(
    tiny_unet: UNet2DConditionModel, captured: bool
) -> None:
    generator = torch.Generator().manual_seed(7)
    latents = torch.randn(2, 4, 16, 16, generator=generator)
    short, long = (TextEmbedding(torch.randn(1, n, 8, generator=generator)) for n in (6, 12))
    both = join([short, long])
    sums = MapSums(keep_samples=True) if captured else None
    with controlled_attention(tiny_unet), torch.no_grad():
        extra = {"control": AttentionControl(sums)}
        batch = tiny_unet(
            latents,
            10,
            encoder_hidden_states=both.tokens,
            encoder_attention_mask=both.used,
            cross_attention_kwargs=extra,
        ).sample
    alone = [
        tiny_unet(z[None], 10, encoder_hidden_states=text.tokens).sample
        for z, text in zip(latents, (short, long), strict=True)
    ]
    torch.testing.assert_close(batch, torch.cat(alone), rtol=1e-4, atol=1e-5)
    if sums is not None:
        assert not sums.sums[256][0, :, 6:].any()


def test_layers_are_named_in_the_order_in_which_they_run(tiny_unet: UNet2DConditionModel) -> None:
    ran: list[str] = []
    hooks = [
        tiny_unet.get_submodule(layer.name).register_forward_hook(
            lambda *_, name=layer.name: ran.append(name)
        )
        for layer in attention_layers(tiny_unet)
    ]
    tiny_unet(torch.zeros(1, 4, 16, 16), 1, encoder_hidden_states=torch.zeros(1, 2, 8))
    for hook in hooks:
        hook.remove()
    layers = attention_layers(tiny_unet)
    assert ran == [layer.name for layer in layers]
    selfs = [layer for layer in layers if layer.name.endswith("attn1")]
    assert [layer.self_index for layer in selfs] == list(range(len(selfs)))
    assert {layer.halvings for layer in layers if layer.name.startswith("mid_block")} == {1}
    assert {layer.halvings for layer in layers if not layer.name.startswith("mid_block")} == {0}


def test_checkpointing_counts_no_map_twice_and_changes_no_gradient(
    tiny_unet: UNet2DConditionModel, sample: tuple[torch.Tensor, torch.Tensor]
) -> None:
    """It evaluates layers a second time on the way back; all state is given by value, so they do the same."""
    gradients, counts = [], []
    for checkpointing in (False, True):
        if checkpointing:
            tiny_unet.enable_gradient_checkpointing()
        text, sums = sample[1].clone().requires_grad_(), MapSums()
        with controlled_attention(tiny_unet):
            control = AttentionControl(edits=(edit(0.5, 2.0, inject_self=True),))
            output = tiny_unet(
                sample[0], 10, encoder_hidden_states=text, cross_attention_kwargs={"control": control}
            ).sample
            output.square().mean().backward()
            run(tiny_unet, sample, AttentionControl(sums))
        gradients.append(text.grad)
        counts.append(sums.counts)
    tiny_unet.disable_gradient_checkpointing()
    torch.testing.assert_close(gradients[1], gradients[0], rtol=1e-5, atol=1e-9)
    assert gradients[0].abs().max() > 0
    assert counts[0] == counts[1]


def test_injecting_a_caption_into_itself_changes_nothing(
    tiny_unet: UNet2DConditionModel, sample: tuple[torch.Tensor, torch.Tensor]
) -> None:
    latents, texts = sample
    same = (latents[:1].expand(3, -1, -1, -1).clone(), texts[:1].expand(3, -1, -1).clone())
    with controlled_attention(tiny_unet):
        result = run(tiny_unet, same, AttentionControl(edits=(edit(inject_self=True),)))
    torch.testing.assert_close(result[2], result[0], rtol=1e-4, atol=1e-5)


def test_an_edit_reaches_the_target_only(
    tiny_unet: UNet2DConditionModel, sample: tuple[torch.Tensor, torch.Tensor]
) -> None:
    before = run(tiny_unet, sample, None)
    with controlled_attention(tiny_unet):
        result = run(tiny_unet, sample, AttentionControl(edits=(edit(scale=2.0, inject_self=True),)))
    torch.testing.assert_close(result[:2], before[:2], rtol=1e-4, atol=1e-5)
    assert (result[2] - before[2]).abs().max() > 1e-3


def test_maps_are_captured_after_injection_and_before_weights(
    tiny_unet: UNet2DConditionModel, sample: tuple[torch.Tensor, torch.Tensor]
) -> None:
    """A silenced or negative word still looks where it looks."""
    positions = 256
    first: list[torch.Tensor] = []
    for scale, injected in ((1.0, 0.0), (-1.0, 0.0), (-1.0, 1.0)):
        sums = MapSums(keep_samples=True, layers=("down_blocks.0",))
        with controlled_attention(tiny_unet):
            run(tiny_unet, sample, AttentionControl(sums, (edit(injected, scale),)))
        first.append(sums.sums[positions])
    torch.testing.assert_close(first[1], first[0])
    torch.testing.assert_close(first[2][2], first[0][0])


def test_sums_stay_the_same_size(
    tiny_unet: UNet2DConditionModel, sample: tuple[torch.Tensor, torch.Tensor]
) -> None:
    sums = MapSums()
    with controlled_attention(tiny_unet):
        for _ in range(3):
            run(tiny_unet, sample, AttentionControl(sums))
    assert sums.sums[256].shape == (1, 256, TOKENS)
    torch.testing.assert_close(sums.average(16, 16).sum(1), torch.ones(1, 16, 16))
