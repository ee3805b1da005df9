"""Sums of attention maps, word maps, and principal components."""

from __future__ import annotations

import pytest
import torch

from nti_desktop.diffusion.maps import MapSums, SelfSums, grid_of, principal_components, word_maps
from tests.diffusion.test_prompts import tokens

GENERATOR = torch.Generator().manual_seed(4)


def maps(samples: int, positions: int, length: int = 24) -> torch.Tensor:
    return torch.softmax(torch.randn(samples, 2, positions, length, generator=GENERATOR), -1)


@pytest.mark.parametrize(
    ("positions", "expected"),
    [(24 * 40, (24, 40)), (12 * 20, (12, 20)), (6 * 10, (6, 10)), (3 * 5, (3, 5)), (2 * 3, (2, 3))],
)
def test_grids_follow_the_latents_aspect_ratio(positions: int, expected: tuple[int, int]) -> None:
    assert grid_of(positions, 24, 40) == expected


def test_the_average_of_all_layers_counts_each_map_once() -> None:
    """Maps that are the same everywhere keep their value, whatever size they come in."""
    sums = MapSums()
    sums.add(torch.full((1, 2, 64, 3), 0.2))
    sums.add(torch.full((2, 2, 16, 3), 0.5))
    average = sums.average_of_all(8, 8)
    assert average.shape == (1, 3, 8, 8)
    torch.testing.assert_close(average, torch.full((1, 3, 8, 8), (0.2 + 2 * 0.5) / 3))


def test_only_chosen_layers_and_samples_are_summed() -> None:
    sums = MapSums(keep_samples=True, layers=("mid_block", "up_blocks.1"), samples=2)
    given = maps(3, 16)
    sums.add(maps(3, 16), "down_blocks.0.attentions.0")
    assert not sums.sums
    sums.add(given, "up_blocks.1.attentions.0")
    torch.testing.assert_close(sums.sums[16], given[:2].mean(1))


def test_a_word_of_several_tokens_has_their_sum_scaled() -> None:
    caption = tokens("a lightbulb")
    sums, given = MapSums(), maps(1, 256)
    sums.add(given)
    found = word_maps(caption, sums, 16, 16)
    wanted = given.mean(1)[0, :, list(caption.word_tokens[1])].sum(1).view(16, 16)
    wanted = (wanted - wanted.min()) / (wanted.max() - wanted.min())
    torch.testing.assert_close(found[1], wanted)
    assert found.shape == (2, 16, 16)
    assert word_maps(tokens("..."), sums, 16, 16).shape == (0, 16, 16)


def test_self_attention_is_summed_at_one_size_and_from_chosen_layers() -> None:
    sums = SelfSums(12, ("mid_block",))
    query, key = (torch.randn(2, 3, 12, 4, generator=GENERATOR) for _ in range(2))
    sums.add(query, key, 0.5, "mid_block.attentions.0")
    sums.add(query[:, :, :6], key[:, :, :6], 0.5, "mid_block.attentions.0")
    sums.add(key, query, 0.5, "up_blocks.0.attentions.0")
    wanted = torch.softmax(query @ key.mT / 2, -1).mean((0, 1))
    torch.testing.assert_close(sums.average(), wanted)


def test_components_tell_regions_apart_and_come_out_the_same_again() -> None:
    """Four regions whose positions look at their own region: one colour each."""
    rows, columns = 6, 8
    region = torch.zeros(rows, columns, dtype=torch.long)
    region[:3, 3:], region[3:, :3], region[3:, 3:] = 1, 2, 3
    own = (region.view(-1, 1) == region.view(1, -1)).float()
    attention = own / own.sum(1, keepdim=True)
    colours = principal_components(attention, rows, columns)
    assert colours.shape == (rows, columns, 3)
    assert (colours.min(), colours.max()) == (0, 1)
    means = torch.stack([colours[region == k].mean(0) for k in range(4)])
    for k in range(4):
        torch.testing.assert_close(
            colours[region == k], means[k].expand(int((region == k).sum()), 3), atol=1e-5, rtol=0
        )
    distances = torch.cdist(means, means) + 9 * torch.eye(4)
    assert distances.min() > 0.5
    assert torch.equal(principal_components(attention.clone(), rows, columns), colours)


@pytest.mark.parametrize("seed", range(6))
def test_components_are_bright_where_they_are_strongest(seed: int) -> None:
    """So that a sign, which no component has of its own, turns no colour round."""
    logits = torch.randn(20, 20, generator=torch.Generator().manual_seed(seed))
    colours = principal_components(torch.softmax(2 * logits, -1), 4, 5).flatten(0, 1)
    described = torch.softmax(2 * logits, -1).double()
    parts = torch.linalg.svd(described - described.mean(0)).U[:, :3]
    strongest = parts.abs().argmax(0)
    torch.testing.assert_close(colours[strongest, torch.arange(3)], torch.ones(3))


def test_components_of_a_map_without_structure_are_black() -> None:
    assert not principal_components(torch.full((4, 4), 0.25), 2, 2).any()
