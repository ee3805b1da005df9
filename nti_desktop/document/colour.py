"""Colour spaces of photos: to sRGB for working, and back for export."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from io import BytesIO

import numpy as np
from PIL import Image, ImageCms

Conversion = Callable[[Image.Image], Image.Image]

_CUBE_STEPS = 9
_INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
_FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
# What lcms and Pillow raise for a profile that is damaged or does not fit the picture.
_PROFILE_ERRORS = (ImageCms.PyCMSError, OSError, ValueError, TypeError)


def srgb_profile() -> bytes:
    """An sRGB ICC profile."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def conversion_to_srgb(mode: str, icc: bytes | None) -> Conversion:
    """How pictures of mode L, RGB, CMYK or LAB become RGB in sRGB.

    A profile that is damaged or belongs to other colours is ignored; an sRGB photo stays as it is.
    """
    if mode == "LAB":
        return partial(_converted, _lab_transform())
    transform = None if icc is None else _transform(icc, mode, inverse=False)
    if transform is None or (mode == "RGB" and is_identity(transform)):
        return _plain
    return partial(_converted, transform)


def _plain(image: Image.Image) -> Image.Image:
    return image if image.mode == "RGB" else image.convert("RGB")


def _converted(transform: ImageCms.ImageCmsTransform, image: Image.Image) -> Image.Image:
    try:
        converted = ImageCms.applyTransform(image, transform)
    except _PROFILE_ERRORS:
        return _plain(image)
    return _plain(image) if converted is None else converted


def inverse_transform(icc: bytes) -> ImageCms.ImageCmsTransform | None:
    """The transform from sRGB to an RGB profile; None where the profile is sRGB itself or has no way back."""
    forward = _transform(icc, "RGB", inverse=False)
    if forward is None or is_identity(forward):
        return None
    return _transform(icc, "RGB", inverse=True)


def is_identity(transform: ImageCms.ImageCmsTransform) -> bool:
    """Whether a transform RGB -> RGB leaves every colour as it is, up to rounding."""
    steps = np.linspace(0, 255, _CUBE_STEPS).astype(np.uint8)
    cube = np.stack(np.meshgrid(steps, steps, steps, indexing="ij"), -1).reshape(-1, _CUBE_STEPS, 3)
    converted = ImageCms.applyTransform(Image.fromarray(cube), transform)
    if converted is None:
        return False
    difference = np.asarray(converted).astype(np.int16) - cube
    return int(np.abs(difference).max()) <= 2


def fits(icc: bytes, mode: str) -> bool:
    """Whether the bytes are a readable profile for pictures of `mode`."""
    return _transform(icc, mode, inverse=False) is not None


def is_srgb(icc: bytes) -> bool:
    """Whether a profile is that of sRGB, up to rounding."""
    forward = _transform(icc, "RGB", inverse=False)
    return forward is not None and is_identity(forward)


def _transform(icc: bytes, mode: str, *, inverse: bool) -> ImageCms.ImageCmsTransform | None:
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(icc))
        spaces = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK"}
        if profile.profile.xcolor_space.strip() != spaces.get(mode):
            return None
        srgb = ImageCms.createProfile("sRGB")
        pair = (srgb, profile) if inverse else (profile, srgb)
        modes = ("RGB", mode) if inverse else (mode, "RGB")
        return ImageCms.buildTransform(pair[0], pair[1], modes[0], modes[1], _INTENT, _FLAGS)
    except _PROFILE_ERRORS:
        return None


def _lab_transform() -> ImageCms.ImageCmsTransform:
    lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    return ImageCms.buildTransform(lab, srgb, "LAB", "RGB", _INTENT)
