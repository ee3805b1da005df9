"""Pictures inside a project file: lossless PNGs of known size."""

from __future__ import annotations

import warnings
from io import BytesIO

import numpy as np
from PIL import Image

from nti_desktop.document.beside import check_beside
from nti_desktop.document.fields import MalformedError
from nti_desktop.document.packed import Packed
from nti_desktop.engine.results import FloatArray, ImageArray

MASK_LEVELS = 65535
THUMBNAIL_SIDE = 256
_LEVEL = 4  # of packing: half the time of the usual 6, and a twentieth larger
_PACKED = Packed()


def storable_mask(mask: FloatArray | None) -> FloatArray | None:
    """The blend mask in the 65536 levels that a project file holds, so that it reopens byte-equal."""
    return None if mask is None else _from_levels(_to_levels(mask))


def image_to_png(image: ImageArray) -> bytes:
    """A PNG of uint8 height x width x 3."""
    return _PACKED.png_of("image", image, lambda: _png(Image.fromarray(np.ascontiguousarray(image))))


def image_from_png(data: bytes, size: tuple[int, int], where: str) -> ImageArray:
    """Read uint8 height x width x 3 of the given size (width, height).

    Raises:
        MalformedError: the PNG is damaged, or of another size or kind.
    """
    return _PACKED.picture_of(
        "image", size, data, lambda: np.asarray(_open_png(data, size, ("RGB",), where)).copy()
    )


def mask_to_png(mask: FloatArray) -> bytes:
    """A 16-bit grey PNG of a mask, float32 height x width in 0..1."""
    return _PACKED.png_of("mask", mask, lambda: _png(Image.fromarray(_to_levels(mask))))


def mask_from_png(data: bytes, size: tuple[int, int], where: str) -> FloatArray:
    """Read a mask, float32 height x width in 0..1, of the given size (width, height).

    Raises:
        MalformedError: the PNG is damaged, or of another size or kind.
    """

    def unpack() -> FloatArray:
        image = _open_png(data, size, ("I;16", "I"), where)
        return _from_levels(np.clip(np.asarray(image), 0, MASK_LEVELS).astype(np.uint16))

    return _PACKED.picture_of("mask", size, data, unpack)


def grey_to_png(mask: ImageArray) -> bytes:
    """An 8-bit grey PNG of uint8 height x width."""
    return _PACKED.png_of("grey", mask, lambda: _png(Image.fromarray(np.ascontiguousarray(mask))))


def grey_from_png(data: bytes, size: tuple[int, int], where: str) -> ImageArray:
    """Read uint8 height x width of the given size (width, height).

    Raises:
        MalformedError: the PNG is damaged, or of another size or kind.
    """
    return _PACKED.picture_of(
        "grey", size, data, lambda: np.asarray(_open_png(data, size, ("L",), where)).copy()
    )


def thumbnail_png(image: ImageArray) -> bytes:
    """A PNG of at most 256 pixels a side."""

    def pack() -> bytes:
        picture = Image.fromarray(image)
        picture.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), Image.Resampling.LANCZOS)
        return _png(picture)

    return _PACKED.png_of("thumbnail", image, pack)


def _to_levels(mask: FloatArray) -> np.ndarray[tuple[int, ...], np.dtype[np.uint16]]:
    return np.rint(np.clip(mask, 0, 1).astype(np.float64) * MASK_LEVELS).astype(np.uint16)


def _from_levels(levels: np.ndarray[tuple[int, ...], np.dtype[np.uint16]]) -> FloatArray:
    return (levels.astype(np.float64) / MASK_LEVELS).astype(np.float32)


def _png(picture: Image.Image) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, "PNG", compress_level=_LEVEL)
    return buffer.getvalue()


def _open_png(data: bytes, size: tuple[int, int], modes: tuple[str, ...], where: str) -> Image.Image:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            check_beside(data)
            image = Image.open(BytesIO(data), formats=["PNG"])
            if image.size != size or image.mode not in modes:
                raise MalformedError("{where} has another size or kind", where=where)
            image.load()
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
            raise MalformedError("{where} is damaged", where=where) from error
    return image
