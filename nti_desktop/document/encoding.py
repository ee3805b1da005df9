"""From pixels and metadata to the bytes of an image file."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from nti_desktop.document.decoding import DECODER_ERRORS
from nti_desktop.engine.results import ImageArray
from nti_desktop.errors import PhotoError

FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP", ".tif": "TIFF", ".tiff": "TIFF"}
LARGEST_SIDE = {"JPEG": 65_500, "WEBP": 16_383}
EXACT_QUALITY = 100
_QUALITY = {"JPEG": 95, "WEBP": EXACT_QUALITY}
_LEAST_FULL_COLOUR = 90
_XMP_TAG = 700


@dataclass(frozen=True)
class ExportOptions:
    """How a picture is written.

    Attributes:
        quality: 1 to 100, for JPEG and WebP; WebP of 100 holds every pixel exactly. None takes 95 for JPEG
            and 100 for WebP.
        mark: whether the metadata say that a generative model made a part of the picture.
    """

    quality: int | None = None
    mark: bool = False


@dataclass(frozen=True)
class Metadata:
    """What goes into the file beside the pixels."""

    icc: bytes | None
    exif: bytes | None
    xmp: bytes | None

    def options(self, kind: str) -> dict[str, Any]:
        """The same as Pillow wants it."""
        if kind == "TIFF":
            found = {"icc_profile": self.icc} | _tiff_tags(self.exif, self.xmp)
        elif kind == "PNG":
            text = None if self.xmp is None else _png_text(self.xmp)
            found = {"icc_profile": self.icc, "exif": self.exif, "pnginfo": text}
        else:
            found = {"icc_profile": self.icc, "exif": self.exif, "xmp": self.xmp}
        return {name: value for name, value in found.items() if value is not None}


def encode(pixels: ImageArray, kind: str, options: ExportOptions, metadata: Metadata, name: str) -> bytes:
    """The bytes of the file; EXIF data that this format cannot hold are left out.

    Args:
        pixels: uint8 height x width x 3 or 4.
        kind: one of the values of `FORMATS`.
        name: of the file, for messages.

    Raises:
        PhotoError: the format cannot hold that picture.
    """
    buffer = io.BytesIO()
    try:
        Image.fromarray(pixels).save(buffer, kind, **_ways(kind, options) | metadata.options(kind))
    except DECODER_ERRORS as error:
        if metadata.exif is None:
            raise PhotoError(
                "“{name}” cannot be written as {kind}; choose another format.", name=name, kind=kind
            ) from error
        return encode(pixels, kind, options, replace(metadata, exif=None), name)
    return buffer.getvalue()


def quality_of(kind: str, options: ExportOptions) -> int:
    """The quality that a file of that kind is written with."""
    return _QUALITY.get(kind, EXACT_QUALITY) if options.quality is None else options.quality


def _ways(kind: str, options: ExportOptions) -> dict[str, Any]:
    """How Pillow shall write a format."""
    quality = quality_of(kind, options)
    if kind == "JPEG":
        return {
            "quality": quality,
            "subsampling": 0 if quality >= _LEAST_FULL_COLOUR else 2,
            "optimize": True,
        }
    if kind == "WEBP" and quality < EXACT_QUALITY:
        return {"quality": quality}
    if kind == "WEBP":
        return {"lossless": True, "quality": 60, "exact": True}
    return {"compression": "tiff_adobe_deflate"} if kind == "TIFF" else {}


def _tiff_tags(exif: bytes | None, xmp: bytes | None) -> dict[str, Any]:
    """In a TIFF file, EXIF data and XMP packet are tags like all others."""
    if exif is None:
        return {} if xmp is None else {"tiffinfo": {_XMP_TAG: xmp}}
    tags = Image.Exif()
    tags.load(exif)
    if xmp is not None:
        tags[_XMP_TAG] = xmp
    # libtiff, which compresses, cannot write EXIF's own directories.
    return {"exif": tags, "compression": "raw"}


def _png_text(xmp: bytes) -> PngInfo:
    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", xmp.decode("utf-8"))
    return info
