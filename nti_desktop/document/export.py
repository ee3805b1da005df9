"""Writing an edited photo to an image file, in the colour space and with the metadata of the original.

Where the original has a colour profile other than sRGB, pixels that equal the photo's are written as the
original has them, and only changed ones are converted back into its colours. A profile that has no way back,
and CMYK or grey pictures, become sRGB. Files have 8 bits a channel.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from PIL import Image

from nti_desktop.document.atomic import atomic_write, ensure_writable
from nti_desktop.document.colour import inverse_transform, is_srgb, srgb_profile
from nti_desktop.document.encoding import (
    EXACT_QUALITY,
    FORMATS,
    LARGEST_SIDE,
    ExportOptions,
    Metadata,
    encode,
    quality_of,
)
from nti_desktop.document.exif import exported_exif
from nti_desktop.document.merge import merge_full_resolution
from nti_desktop.document.photo import Photo, array_of, own_pixels, strips
from nti_desktop.document.xmp import exported_xmp
from nti_desktop.engine.results import ImageArray
from nti_desktop.errors import PhotoError

__all__ = [
    "DEFAULTS",
    "EXPORT_SUFFIXES",
    "ExportOptions",
    "Loss",
    "ensure_exportable",
    "export_image",
    "losses",
    "merge_full_resolution",
    "quick_png",
    "with_transparency",
]

Loss = Literal["transparency", "depth", "colours", "exactness"]

EXPORT_SUFFIXES = tuple(FORMATS)
DEFAULTS = ExportOptions()
_MOST_JPEG_SEGMENT = 65_500  # JPEG holds each block of metadata in one segment


@dataclass(frozen=True, eq=False)
class _Output:
    """What goes into the file: uint8 height x width x 3 or 4, and the profile these colours are in."""

    pixels: ImageArray
    icc: bytes | None


def export_image(
    pixels: ImageArray,
    path: str | Path,
    photo: Photo,
    options: ExportOptions = DEFAULTS,
    *,
    whole: bool = True,
) -> None:
    """Write an edited photo, whole or not at all; the format follows from the suffix.

    Args:
        pixels: uint8 height x width x 3, sRGB, of the photo's size or another.
        photo: whose colour profile, metadata and transparency are kept.
        whole: whether the pixels show all of the photo; a part of it has neither its transparency nor its own
            values, even where it happens to have its size.

    Raises:
        PhotoError: an unknown suffix, a picture too large for the format, or a file that cannot be written.
    """
    path = Path(path)
    kind = _format_of(path)
    height, width = pixels.shape[:2]
    if max(height, width) > LARGEST_SIDE.get(kind, width + height):
        raise PhotoError(
            "{width} x {height} pixels are too many for {kind}; export as PNG or TIFF.",
            width=width,
            height=height,
            kind=kind,
        )
    if whole and pixels.shape == photo.pixels.shape:
        output = _output(pixels, photo, with_alpha=kind != "JPEG")
    else:
        output = _Output(pixels, _icc_of_srgb(photo))
    metadata = _metadata(photo, output, kind, mark=options.mark)
    data = encode(output.pixels, kind, options, metadata, path.name)
    atomic_write(path, lambda file: file.write(data), PhotoError)


def losses(photo: Photo, suffix: str, options: ExportOptions = DEFAULTS) -> tuple[Loss, ...]:
    """What of the original a file of that suffix cannot hold.

    Returns:
        Of “transparency”, “depth” (more than 8 bits a channel), “colours” (CMYK or Lab) and “exactness”
        (pixels come out close to what they were, not equal), those that are lost.
    """
    kind = FORMATS.get(suffix.lower(), "")
    lost: dict[Loss, bool] = {
        "transparency": photo.alpha is not None and kind == "JPEG",
        "depth": photo.bits > 8,
        "colours": photo.mode in ("CMYK", "LAB"),
        "exactness": kind == "JPEG" or (kind == "WEBP" and quality_of(kind, options) < EXACT_QUALITY),
    }
    return tuple(name for name, is_lost in lost.items() if is_lost)


def with_transparency(pixels: ImageArray, photo: Photo) -> ImageArray:
    """An edited photo in sRGB with its transparency, uint8 height x width x 3 or 4."""
    alpha = photo.alpha if pixels.shape == photo.pixels.shape else None
    return pixels if alpha is None else np.dstack([_uncomposited(pixels, alpha), alpha])


def quick_png(pixels: ImageArray) -> bytes:
    """A PNG without metadata, made fast rather than small: for the clipboard."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def ensure_exportable(path: Path) -> None:
    """Find out before a long job whether its picture could be written, as far as can be told.

    Raises:
        PhotoError: an unknown suffix, or a place that cannot be written to.
    """
    _format_of(path)
    ensure_writable(path, PhotoError)


def _format_of(path: Path) -> str:
    kind = FORMATS.get(path.suffix.lower())
    if kind is None:
        known = ", ".join(FORMATS)
        raise PhotoError(
            "“{name}” has no suffix of a picture that can be written; use one of {known}.",
            name=path.name,
            known=known,
        )
    return kind


def _output(pixels: ImageArray, photo: Photo, *, with_alpha: bool) -> _Output:
    """Bring sRGB pixels back into the original's own colours, and its transparency with them."""
    alpha = photo.alpha if with_alpha else None
    back = None if photo.icc is None else inverse_transform(photo.icc)
    colours = pixels if alpha is None else _uncomposited(pixels, alpha)
    icc = _icc_of_srgb(photo)
    if back is not None:
        colours, icc = array_of(back.apply(Image.fromarray(colours))), photo.icc
    if colours is not pixels and alpha is photo.alpha and icc is photo.icc:
        colours = _with_own_pixels(colours, pixels, photo)
    return _Output(colours if alpha is None else np.dstack([colours, alpha]), icc)


def _with_own_pixels(colours: ImageArray, pixels: ImageArray, photo: Photo) -> ImageArray:
    """`colours`, with the original's own values wherever `pixels` equals the photo."""
    own = own_pixels(photo)
    if own is None:
        return colours
    same = (pixels == photo.pixels).all(-1, keepdims=True)
    return np.where(same, own, colours)


def _uncomposited(pixels: ImageArray, alpha: ImageArray) -> ImageArray:
    """The colours that give `pixels` when composited over white by `alpha`."""
    colours = np.empty_like(pixels)
    for rows in strips(pixels):
        share = np.maximum(alpha[rows, :, None].astype(np.float32) / 255, 1 / 255)
        part = (pixels[rows] - 255 * (1 - share)) / share
        colours[rows] = np.rint(np.clip(part, 0, 255))
    return colours


def _icc_of_srgb(photo: Photo) -> bytes | None:
    """The profile of sRGB pixels: none for a photo without one, the photo's own where that is sRGB."""
    if photo.icc is None or is_srgb(photo.icc):
        return photo.icc
    return srgb_profile()


def _metadata(photo: Photo, output: _Output, kind: str, *, mark: bool) -> Metadata:
    """What the original says of itself, as far as it is still so and the format has room for it."""
    height, width = output.pixels.shape[:2]
    converted = output.icc is not photo.icc
    exif = _fitting(exported_exif(photo.exif, (width, height), converted=converted), kind)
    xmp = _fitting(exported_xmp(photo.xmp, mark=mark), kind) or exported_xmp(None, mark=mark)
    return Metadata(output.icc, exif, xmp)


def _fitting(block: bytes | None, kind: str) -> bytes | None:
    return None if block is None or (kind == "JPEG" and len(block) > _MOST_JPEG_SEGMENT) else block
