"""The merge into the photo: what is not touched stays, detail stays where only colours changed, no ghosts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageFilter

from nti_desktop.document.detail import box_mean, plan_detail, smoothstep
from nti_desktop.document.merge import edit_mask, merge_full_resolution, without_drift
from nti_desktop.document.photo import Crop, Photo
from nti_desktop.engine.results import EditResult, FloatArray, ImageArray, Inversion
from tests.document.conftest import make_inversion, make_result

MODEL, FULL = 128, 512
WHOLE = Crop(0, 0, FULL, FULL)


def photo_of(pixels: ImageArray) -> Photo:
    return Photo(pixels, None, b"", "p.png", "image/png")


def seen_by_model(pixels: ImageArray) -> ImageArray:
    """The size and the sharpness of an autoencoder's pictures."""
    small = Image.fromarray(pixels).resize((MODEL, MODEL), Image.Resampling.LANCZOS)
    return np.asarray(small.filter(ImageFilter.GaussianBlur(0.8)))


def inversion_of(pixels: ImageArray) -> Inversion:
    return replace(make_inversion(), reconstruction=seen_by_model(pixels))


def result_of(image: ImageArray, mask: FloatArray | None) -> EditResult:
    return replace(make_result(), image=image, blend_mask=mask)


def disc(size: int, radius: float = 0.25) -> np.ndarray:
    y, x = np.mgrid[0:size, 0:size] / size - 0.5
    return x * x + y * y < radius * radius


def textured(
    colour: tuple[int, int, int], background: int = 120, seed: int = 0, radius: float = 0.25
) -> ImageArray:
    """A shaded disc of one colour on a grey ground, both with fine grain."""
    random = np.random.default_rng(seed)
    y = np.mgrid[0:FULL, 0:FULL][0] / FULL
    pixels = np.full((FULL, FULL, 3), background, np.float64)
    shape = disc(FULL, radius)
    pixels[shape] = (np.array(colour) * (0.5 + y[..., None]))[shape]
    grain = random.normal(size=(FULL, FULL, 1)) * 15
    scale = np.where(shape[..., None], np.array(colour) / 160, 1)
    return np.clip(pixels + grain * scale, 0, 255).astype(np.uint8)


def psnr(a: ImageArray, b: ImageArray, where: np.ndarray) -> float:
    error = (a.astype(float) - b)[where]
    return float(10 * np.log10(255**2 / np.mean(error**2)))


def generous_mask() -> FloatArray:
    return disc(MODEL, 0.32).astype(np.float32)


def test_an_edit_that_changes_nothing_returns_the_photo():
    pixels = textured((200, 60, 50))
    inversion = inversion_of(pixels)
    for mask in (None, generous_mask(), np.ones((MODEL, MODEL), np.float32)):
        merged = merge_full_resolution(
            photo_of(pixels), WHOLE, inversion, result_of(inversion.reconstruction, mask)
        )
        assert np.array_equal(merged, pixels)


def test_pixels_outside_mask_and_crop_are_bit_identical():
    small = textured((200, 60, 50))
    pixels = np.random.default_rng(1).integers(0, 256, (700, 900, 3), dtype=np.uint8)
    crop = Crop(150, 90, FULL, FULL)
    pixels[90 : 90 + FULL, 150 : 150 + FULL] = small
    edited = np.random.default_rng(2).integers(0, 256, (MODEL, MODEL, 3), dtype=np.uint8)
    mask = disc(MODEL, 0.2).astype(np.float32)
    before = pixels.copy()
    merged = merge_full_resolution(photo_of(pixels), crop, inversion_of(small), result_of(edited, mask))
    outside = np.ones(pixels.shape[:2], bool)
    reach = disc(FULL, 0.2 + 1.5 / MODEL)
    outside[90 : 90 + FULL, 150 : 150 + FULL] = ~reach
    assert np.array_equal(merged[outside], before[outside])
    assert np.array_equal(pixels, before)
    inside = np.zeros_like(outside)
    inside[90 : 90 + FULL, 150 : 150 + FULL] = disc(FULL, 0.15)
    assert (merged[inside] != before[inside]).any(-1).mean() > 0.95


@pytest.mark.parametrize("mask", [None, generous_mask()])
def test_a_recolour_keeps_the_fine_detail(mask):
    source, truth = textured((200, 60, 50)), textured((60, 80, 200))
    result = result_of(seen_by_model(truth), mask)
    merged = merge_full_resolution(photo_of(source), WHOLE, inversion_of(source), result)
    enlarged = np.asarray(Image.fromarray(result.image).resize((FULL, FULL), Image.Resampling.BICUBIC))
    inside = disc(FULL, 0.23)
    assert psnr(merged, truth, inside) > psnr(enlarged, truth, inside) + 4.5
    assert psnr(merged, truth, inside) > 30


@pytest.mark.parametrize("radius", [0.242, 0.258])
def test_an_edit_keeps_to_the_photos_edges(radius):
    """A recoloured disc that came out a pixel of the model larger or smaller leaves no ring."""
    source, truth = textured((200, 60, 50)), textured((60, 80, 200))
    result = result_of(seen_by_model(textured((60, 80, 200), radius=radius)), generous_mask())
    merged = merge_full_resolution(photo_of(source), WHOLE, inversion_of(source), result).astype(int)
    outside, inside = disc(FULL, 0.272) & ~disc(FULL, 0.252), disc(FULL, 0.248) & ~disc(FULL, 0.22)
    assert np.abs(merged - source)[outside].mean() < 12  # 16 without looking for edges
    assert np.abs(merged - truth)[inside].mean() < 9  # 13


def test_a_replaced_object_leaves_no_ghost():
    random = np.random.default_rng(3)
    stripes = np.full((FULL, FULL, 3), 120, np.uint8)
    columns = (np.arange(FULL) // 6) % 2 * 150 + 50
    stripes[disc(FULL)] = np.broadcast_to(columns[None, :, None], stripes.shape)[disc(FULL)]
    plain = np.full((FULL, FULL, 3), 120, np.float64)
    y = np.mgrid[0:FULL, 0:FULL][0] / FULL
    plain[disc(FULL)] = (np.array([220, 200, 40]) * (0.4 + y[..., None]))[disc(FULL)]
    truth = np.clip(plain + random.normal(size=plain.shape), 0, 255).astype(np.uint8)
    result = result_of(seen_by_model(truth), generous_mask())
    merged = merge_full_resolution(photo_of(stripes), WHOLE, inversion_of(stripes), result)
    inside = disc(FULL, 0.2)
    period = np.where(columns > 100, 1.0, -1.0)[None, :, None]
    ghost = abs(float(((merged.astype(float) - truth) * period)[inside].mean()))
    assert ghost < 3  # of 75 in the photo
    assert psnr(merged, truth, inside) > 28


def test_a_shift_of_the_whole_picture_is_no_edit():
    source = textured((200, 60, 50))
    reconstruction = seen_by_model(source).astype(np.float32)
    mask = generous_mask()
    shifted = reconstruction + np.array([6, -5, 9], np.float32)
    assert np.abs(without_drift(reconstruction, shifted, mask) - reconstruction).max() < 0.5
    assert without_drift(reconstruction, shifted, None) is shifted
    everywhere = np.ones_like(mask)
    assert without_drift(reconstruction, shifted, everywhere) is shifted


def test_the_mask_is_soft_and_inside_the_blend_mask():
    random = np.random.default_rng(0)
    reconstruction = random.integers(0, 256, (MODEL, MODEL, 3)).astype(np.float32)
    mask = edit_mask(reconstruction, 255 - reconstruction, generous_mask())
    assert (mask[generous_mask() == 0] == 0).all()
    assert mask[MODEL // 2, MODEL // 2] > 0.99
    assert 0.1 < np.mean((mask > 0.02) & (mask < 0.98)) / np.mean(generous_mask()) < 0.6
    assert not edit_mask(reconstruction, reconstruction, generous_mask()).any()


def test_no_seam_along_a_crop_inside_the_photo():
    source = np.full((300, 400, 3), 100, np.uint8)
    crop = Crop(100, 0, 200, 300)
    inversion = replace(make_inversion(), reconstruction=np.full((96, 64, 3), 100, np.uint8))
    result = result_of(np.full((96, 64, 3), 180, np.uint8), None)
    merged = merge_full_resolution(photo_of(source), crop, inversion, result)[..., 0].astype(int)
    assert np.abs(np.diff(merged, axis=1)).max() <= 30
    assert merged[150, 200] == 180
    assert merged[0, 200] == merged[299, 200] == 180  # the photo's own edges are no seams
    assert (merged[:, :100] == 100).all()


def test_a_crop_smaller_than_the_model():
    pixels = textured((200, 60, 50))[200:300, 200:300].copy()
    inversion = replace(
        make_inversion(), reconstruction=np.asarray(Image.fromarray(pixels).resize((128, 128)))
    )
    result = result_of(255 - inversion.reconstruction, None)
    merged = merge_full_resolution(photo_of(pixels), Crop(10, 10, 64, 64), inversion, result)
    assert merged.shape == pixels.shape
    assert (merged != pixels).any()


def test_strips_do_not_show(monkeypatch):
    source, truth = textured((200, 60, 50)), textured((60, 80, 200))
    result, inversion = result_of(seen_by_model(truth), generous_mask()), inversion_of(source)
    whole = merge_full_resolution(photo_of(source), WHOLE, inversion, result)
    monkeypatch.setattr("nti_desktop.document.merge._STRIP_PIXELS", 7 * FULL)
    strips = merge_full_resolution(photo_of(source), WHOLE, inversion, result)
    assert np.abs(whole.astype(int) - strips).max() <= 1


def test_detail_of_equal_pictures_is_kept_unchanged():
    image = seen_by_model(textured((200, 60, 50))).astype(np.float32)
    plan = plan_detail(image, image, np.ones((MODEL, MODEL), np.float32))
    assert np.allclose(plan.gain, np.eye(3), atol=1e-3)
    assert plan.kept.min() == 1


def test_helpers():
    values = np.random.default_rng(0).random((20, 30)).astype(np.float32)
    assert np.allclose(box_mean(values, 2)[5, 7], values[3:8, 5:10].mean(), atol=1e-5)
    assert np.allclose(box_mean(np.ones((5, 5), np.float32), 3), 1)
    assert smoothstep(np.array([-1, 0.5, 2], np.float32), 0, 1).tolist() == [0, 0.5, 1]
