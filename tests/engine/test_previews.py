"""Previews: a linear map of the latents, fitted to the photo, and not too many of them."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch.nn import functional

from nti_desktop.diffusion.models import DiffusionModel, choose_device
from nti_desktop.diffusion.sources import describe_model
from nti_desktop.engine import previews
from nti_desktop.engine.previews import PreviewMaker, colour_chart
from nti_desktop.engine.requests import BUNDLED_MODEL
from tests.behaviour.scenes import held_out_scenes, hue_distance, psnr


def linear_picture(latents: torch.Tensor) -> np.ndarray:
    """What a decoder that is linear makes of latents."""
    weights = torch.randn(4, 3 * 8 * 8, generator=torch.Generator().manual_seed(2))
    blocks = 128 + 20 * torch.einsum("nchw,cd->ndhw", latents, weights)
    return functional.pixel_shuffle(blocks, 8)[0].clamp(0, 255).round().byte().permute(1, 2, 0).numpy()


def latents(seed: int) -> torch.Tensor:
    return torch.randn(1, 4, 12, 9, generator=torch.Generator().manual_seed(seed))


def test_a_preview_is_made_without_the_autoencoder() -> None:
    """Of other latents than the photo's, through the map that was fitted to the photo."""
    photo, other = latents(0), 0.5 * latents(1)
    preview = PreviewMaker(photo, linear_picture(photo)).picture(other)
    assert preview is not None
    assert preview.shape == (96, 72, 3)
    assert preview.dtype == np.uint8
    error = preview.astype(float) - linear_picture(other)
    assert np.sqrt((error**2).mean()) < 10


def test_previews_come_no_faster_than_one_can_look(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(previews.time, "monotonic", lambda: now[0])
    maker = PreviewMaker(latents(0), linear_picture(latents(0)))
    assert maker.picture(latents(0)) is not None
    assert maker.picture(latents(0)) is None
    now[0] += 1
    assert maker.picture(latents(0)) is not None


def test_an_edits_preview_has_colours_that_the_photo_lacks() -> None:
    """A blue hat that turned red is seen red, not black."""
    model = DiffusionModel.load(describe_model(BUNDLED_MODEL), choose_device("cpu"))
    chart = colour_chart(model)
    for scene in held_out_scenes():
        photo, edited = model.encode(scene.image), model.encode(scene.truth)
        seen = PreviewMaker(photo, scene.image, chart).picture(edited)
        alone = PreviewMaker(photo, scene.image).picture(edited)
        assert hue_distance(seen, scene.truth, scene.mask) < 30
        better = psnr(seen, scene.truth, scene.mask) - psnr(alone, scene.truth, scene.mask)
        assert better > (3 if scene.noun in ("hat", "rose") else 0)
    assert colour_chart(model) is chart
    assert len(np.unique(chart.image.reshape(-1, 3), axis=0)) == 64
