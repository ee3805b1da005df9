"""Proximal guidance against the minimum of its objective, found by trying."""

from __future__ import annotations

import pytest
import torch

from nti_desktop.diffusion.proximal import Proximal, hard_threshold, soft_threshold

VALUES = torch.tensor([-2.0, -0.61, -0.3, 0.0, 0.2, 0.59, 0.7, 1.5], dtype=torch.float64)
THRESHOLD = 0.6


def brute_force(penalty) -> torch.Tensor:
    """argmin over a fine grid of (x - v)² / 2 + penalty(x), for each value."""
    grid = torch.linspace(-3, 3, 60001, dtype=torch.float64)
    grid[30000] = 0
    costs = (grid[None] - VALUES[:, None]) ** 2 / 2 + penalty(grid)[None]
    return grid[costs.argmin(1)]


def test_soft_thresholding_minimises_the_l1_objective() -> None:
    wanted = brute_force(lambda x: THRESHOLD * x.abs())
    torch.testing.assert_close(soft_threshold(VALUES, THRESHOLD), wanted, rtol=0, atol=1e-4)


def test_hard_thresholding_minimises_the_l0_objective() -> None:
    wanted = brute_force(lambda x: THRESHOLD**2 / 2 * (x != 0))
    torch.testing.assert_close(hard_threshold(VALUES, THRESHOLD), wanted, rtol=0, atol=1e-4)


@pytest.mark.parametrize("kind", ["soft", "hard"])
@pytest.mark.parametrize("quantile", [0.0, 0.5, 0.9])
def test_the_threshold_is_a_quantile_of_the_size(kind: str, quantile: float) -> None:
    difference = torch.randn(1, 4, 20, 20, generator=torch.Generator().manual_seed(0))
    left = Proximal(kind, quantile).applied_to(difference)
    share = float((left == 0).float().mean())
    assert share == pytest.approx(quantile, abs=0.002)
    threshold = difference.abs().flatten().sort().values[int(quantile * 1599)]
    kept = left != 0
    lost = (difference - left)[kept].abs()
    expected = threshold if kind == "soft" else torch.tensor(0.0)
    torch.testing.assert_close(lost, expected.expand_as(lost), rtol=0, atol=0.02)
