"""Writing an edited photo to an image file, in the colour space and with the EXIF data of the original.

Where the original has a colour profile other than sRGB, pixels that equal the photo's are written as the
original has them, and only changed ones are converted back into its colours. A profile that has no way back,
and CMYK or grey pictures, become sRGB. Files have 8 bits a channel.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import ExifTags, Image

from nti_desktop.document.atomic import atomic_write, ensure_writable
from nti_desktop.document.colour import inverse_transform, is_srgb, srgb_profile
from nti_desktop.document.decoding import DECODER_ERRORS, decode
from nti_desktop.document.merge import merge_full_resolution
from nti_desktop.document.photo import Photo
from nti_desktop.engine.results import ImageArray
from nti_desktop.errors import PhotoError

__all__ = ["EXPORT_SUFFIXES", "ensure_exportable", "export_image", "merge_full_resolution"]

_FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP", ".tif": "TIFF", ".tiff": "TIFF"}
EXPORT_SUFFIXES = tuple(_FORMATS)
_OPTIONS: dict[str, dict[str, Any]] = {
    "PNG": {},
    "JPEG": {"quality": 95, "subsampling": 0, "optimize": True},
    "WEBP": {"lossless": True, "quality": 60, "exact": True},
    "TIFF": {"compression": "tiff_adobe_deflate"},
}
_LARGEST_SIDE = {"JPEG": 65_500, "WEBP": 16_383}
_MAX_JPEG_EXIF = 65_500
# EXIF tags that may be wrong once the picture is turned upright or converted.
_WIDTH = ExifTags.Base.ExifImageWidth.value
_HEIGHT = ExifTags.Base.ExifImageHeight.value
_COLOUR_SPACE = ExifTags.Base.ColorSpace.value
_SRGB = 1


@dataclass(frozen=True, eq=False)
class _Output:
    """What goes into the file: uint8 height x width x 3 or 4, and the profile these colours are in."""

    pixels: ImageArray
    icc: bytes | None


def export_image(pixels: ImageArray, path: str | Path, photo: Photo) -> None:
    """Write an edited photo, whole or not at all; the format follows from the suffix.

    Args:
        pixels: uint8 height x width x 3, sRGB, of the photo's size.
        photo: whose colour profile, EXIF data and transparency are kept.

    Raises:
        PhotoError: an unknown suffix, a picture too large for the format, or a file that cannot be written.
    """
    path = Path(path)
    kind = _format_of(path)
    height, width = pixels.shape[:2]
    if max(height, width) > _LARGEST_SIDE.get(kind, width + height):
        raise PhotoError(f"{width} x {height} pixels are too many for {kind}; export as PNG or TIFF.")
    output = _output(pixels, photo, with_alpha=kind != "JPEG")
    data = _encoded(output, kind, _metadata(photo, output, kind), path.name)
    atomic_write(path, lambda file: file.write(data), PhotoError)


def ensure_exportable(path: Path) -> None:
    """Find out before a long job whether its picture could be written, as far as can be told.

    Raises:
        PhotoError: an unknown suffix, or a place that cannot be written to.
    """
    _format_of(path)
    ensure_writable(path, PhotoError)


def _format_of(path: Path) -> str:
    kind = _FORMATS.get(path.suffix.lower())
    if kind is None:
        known = ", ".join(_FORMATS)
        raise PhotoError(f"“{path.name}” has no suffix of a picture that can be written; use one of {known}.")
    return kind


def _encoded(output: _Output, kind: str, metadata: dict[str, Any], name: str) -> bytes:
    """The file; EXIF data that this format cannot hold are left out."""
    options = _OPTIONS[kind] | metadata
    if kind == "TIFF" and "exif" in metadata:
        options["compression"] = "raw"  # libtiff, which compresses, cannot write EXIF's own directories
    buffer = io.BytesIO()
    try:
        Image.fromarray(output.pixels).save(buffer, kind, **options)
    except DECODER_ERRORS as error:
        if "exif" not in metadata:
            raise PhotoError(f"“{name}” cannot be written as {kind}; choose another format.") from error
        return _encoded(output, kind, {k: v for k, v in metadata.items() if k != "exif"}, name)
    return buffer.getvalue()


def _output(pixels: ImageArray, photo: Photo, *, with_alpha: bool) -> _Output:
    """Bring sRGB pixels back into the original's own colours, and its transparency with them."""
    if pixels.shape != photo.pixels.shape:
        return _Output(pixels, _icc_of_srgb(photo))
    alpha = photo.alpha if with_alpha else None
    back = None if photo.icc is None else inverse_transform(photo.icc)
    colours = pixels if alpha is None else _uncomposited(pixels, alpha)
    icc = _icc_of_srgb(photo)
    if back is not None:
        colours, icc = np.asarray(back.apply(Image.fromarray(colours))), photo.icc
    if colours is not pixels and alpha is photo.alpha and icc is photo.icc:
        colours = _with_own_pixels(colours, pixels, photo)
    return _Output(colours if alpha is None else np.dstack([colours, alpha]), icc)


def _with_own_pixels(colours: ImageArray, pixels: ImageArray, photo: Photo) -> ImageArray:
    """`colours`, with the original's own values wherever `pixels` equals the photo."""
    picture = decode(photo.original, photo.name).picture
    if picture.mode != "RGB":
        return colours
    same = (pixels == photo.pixels).all(-1, keepdims=True)
    return np.where(same, np.asarray(picture), colours)


def _uncomposited(pixels: ImageArray, alpha: ImageArray) -> ImageArray:
    """The colours that give `pixels` when composited over white by `alpha`."""
    share = np.maximum(alpha[..., None].astype(np.float32) / 255, 1 / 255)
    colours = (pixels - 255 * (1 - share)) / share
    return np.asarray(np.rint(np.clip(colours, 0, 255)), dtype=np.uint8)


def _icc_of_srgb(photo: Photo) -> bytes | None:
    """The profile of sRGB pixels: none for a photo without one, the photo's own where that is sRGB."""
    if photo.icc is None or is_srgb(photo.icc):
        return photo.icc
    return srgb_profile()


def _metadata(photo: Photo, output: _Output, kind: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if output.icc is not None:
        found["icc_profile"] = output.icc
    exif = _upright_exif(photo, output)
    if exif is not None and not (kind == "JPEG" and len(exif) > _MAX_JPEG_EXIF):
        found["exif"] = exif
    return found


def _upright_exif(photo: Photo, output: _Output) -> bytes | None:
    """The EXIF block with orientation 1, the size as written and no preview; None if it is unreadable."""
    if photo.exif is None:
        return None
    exif = Image.Exif()
    height, width = output.pixels.shape[:2]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exif.load(photo.exif)
            exif[ExifTags.Base.Orientation] = 1
            details = exif.get_ifd(ExifTags.IFD.Exif)
            corrected = {_WIDTH: width, _HEIGHT: height}
            if output.icc is not photo.icc:
                corrected[_COLOUR_SPACE] = _SRGB
            details.update({tag: value for tag, value in corrected.items() if tag in details})
            return exif.tobytes()
        except DECODER_ERRORS:
            return None
