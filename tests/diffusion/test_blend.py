"""The blend mask: words, excluded words, the user's masks, soft edges, any aspect ratio."""

from __future__ import annotations

import pytest
import torch

from nti_desktop.diffusion.blend import BlendPlan, WordRegion, blend_mask, soft_edged
from nti_desktop.diffusion.maps import MapSums

LATENTS = torch.zeros(1, 4, 8, 16)  # not square


def lit(rows: slice, columns: slice, size: tuple[int, int] = (8, 16)) -> torch.Tensor:
    mask = torch.zeros(1, 1, *size)
    mask[..., rows, columns] = 1
    return mask


@pytest.fixture
def sums() -> MapSums:
    """Of two samples and three tokens: below, token 1 looks at the top left, token 2 at the bottom left; in
    the edited sample, token 1 looks at the top right."""
    given = torch.zeros(2, 1, 4, 8, 3)
    given[0, :, :1, :2, 1] = 1
    given[0, :, 3:, :2, 2] = 1
    given[1, :, :1, 6:, 1] = 1
    sums = MapSums(keep_samples=True)
    sums.add(given.flatten(2, 3))
    return sums


def mask_of(plan: BlendPlan, sums: MapSums) -> torch.Tensor:
    return blend_mask(plan, sums, 1, LATENTS)


def corners(mask: torch.Tensor) -> list[float]:
    """Top left, top right, bottom left, bottom right, centre."""
    places = ((0, 0), (0, -1), (-1, 0), (-1, -1), (4, 8))
    return [float(mask[0, 0, row, column]) for row, column in places]


def test_words_below_and_words_of_the_edit_are_joined(sums: MapSums) -> None:
    plan = BlendPlan(words=WordRegion(below=((1,),), target=((1,),)))
    assert corners(mask_of(plan, sums)) == [1, 1, 0, 0, 0]


def test_known_maps_serve_in_the_place_of_sums(sums: MapSums) -> None:
    plan = BlendPlan(words=WordRegion(known=lit(slice(3, 4), slice(7, 8), (4, 8)), target=((1,),)))
    assert corners(mask_of(plan, sums)) == [0, 1, 0, 1, 0]


def test_words_count_alike_however_much_attention_they_draw() -> None:
    """Of maps that are known and of running sums: each word's is scaled first."""
    given = torch.zeros(2, 1, 4, 8, 3)
    given[1, :, :1, :2, 1] = 1
    given[1, :, 3:, 6:, 2] = 0.001
    sums = MapSums(keep_samples=True)
    sums.add(given.flatten(2, 3))
    words = WordRegion(target=((1,), (2,)))
    assert corners(mask_of(BlendPlan(words=words), sums)) == [1, 0, 0, 1, 0]
    known = given[1, 0].permute(2, 0, 1)[1:, None]
    assert torch.equal(
        mask_of(BlendPlan(words=WordRegion(known=known)), sums), mask_of(BlendPlan(words=words), sums)
    )
    # The tokens of one word are its parts, which draw more or less of its attention.
    assert corners(mask_of(BlendPlan(words=WordRegion(target=((1, 2),))), sums)) == [1, 0, 0, 0, 0]


def test_excluded_words_are_taken_out(sums: MapSums) -> None:
    plan = BlendPlan(words=WordRegion(below=((1,), (2,))), excluded=WordRegion(below=((2,),)))
    assert corners(mask_of(plan, sums)) == [1, 0, 0, 0, 0]
    everywhere_else = BlendPlan(excluded=WordRegion(below=((2,),)))
    assert corners(mask_of(everywhere_else, sums)) == [1, 1, 0, 1, 1]


def test_the_users_masks_are_added_and_subtracted(sums: MapSums) -> None:
    plan = BlendPlan(
        words=WordRegion(below=((1,),), target=((1,),)),
        added=lit(slice(6, 8), slice(0, 16)),
        subtracted=lit(slice(0, 8), slice(12, 16)),
    )
    assert corners(mask_of(plan, sums)) == [1, 0, 1, 0, 0]


def test_a_fixed_mask_replaces_the_words(sums: MapSums) -> None:
    fixed = 0.5 * lit(slice(6, 8), slice(0, 16))
    plan = BlendPlan(words=WordRegion(below=((1,),)), excluded=WordRegion(below=((2,),)), fixed=fixed)
    assert torch.equal(mask_of(plan, sums), fixed)
    assert corners(mask_of(BlendPlan(fixed=fixed, added=lit(slice(0, 1), slice(0, 1))), sums))[0] == 1


def test_a_higher_threshold_gives_a_smaller_mask(sums: MapSums) -> None:
    sums.add(torch.linspace(0, 1, 32)[None, None, :, None].expand(2, 1, 32, 3))
    areas = [
        mask_of(BlendPlan(words=WordRegion(below=((1,),)), threshold=share), sums).mean()
        for share in (0.1, 0.4, 0.8)
    ]
    assert areas[0] > areas[1] > areas[2] > 0


def test_a_soft_edge_rises_over_its_width() -> None:
    mask = lit(slice(0, 8), slice(8, 16))
    ramp = soft_edged(mask, 4)[0, 0, 3]
    torch.testing.assert_close(ramp[:6], torch.zeros(6))
    torch.testing.assert_close(ramp[6:10], torch.tensor([0.125, 0.375, 0.625, 0.875]))
    torch.testing.assert_close(ramp[10:], torch.ones(6))
    assert torch.equal(soft_edged(mask, 0.9), mask)
    torch.testing.assert_close(soft_edged(torch.ones(1, 1, 8, 16), 5), torch.ones(1, 1, 8, 16))


def test_softness_is_a_share_of_the_shorter_side(sums: MapSums) -> None:
    fixed = lit(slice(0, 8), slice(8, 16))
    mask = mask_of(BlendPlan(fixed=fixed, softness=0.5), sums)
    assert torch.equal(mask, soft_edged(fixed, 4))


def test_a_soft_edge_does_not_reach_what_is_subtracted(sums: MapSums) -> None:
    subtracted = lit(slice(0, 8), slice(8, 16))
    mask = mask_of(BlendPlan(subtracted=subtracted, softness=0.5), sums)
    assert torch.equal(mask, 1 - subtracted)


def test_only_words_without_known_maps_read_the_sums() -> None:
    known, fixed = torch.zeros(1, 1, 8, 8), torch.ones(1, 1, 8, 16)
    assert BlendPlan(words=WordRegion(known, target=((1,),))).reads_maps
    assert BlendPlan(excluded=WordRegion(below=((2,),))).reads_maps
    assert not BlendPlan(words=WordRegion(known)).reads_maps
    assert not BlendPlan(words=WordRegion(below=((1,),)), fixed=fixed).reads_maps
