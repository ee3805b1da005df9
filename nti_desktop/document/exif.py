"""EXIF metadata of a picture: kept as they were, less what an edit makes wrong."""

from __future__ import annotations

import warnings

from PIL import ExifTags, Image

from nti_desktop.document.decoding import DECODER_ERRORS
from nti_desktop.document.ifds import STRUCTURE_TAGS

_WIDTH = ExifTags.Base.ExifImageWidth.value
_HEIGHT = ExifTags.Base.ExifImageHeight.value
_COLOUR_SPACE = ExifTags.Base.ColorSpace.value
_SRGB = 1


def exported_exif(exif: bytes | None, size: tuple[int, int], *, converted: bool) -> bytes | None:
    """The EXIF block for an edited picture: upright, of its size, without a preview; None if unreadable.

    Args:
        size: width and height as written.
        converted: whether the colours became sRGB.
    """
    if exif is None:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _corrected(exif, size, converted).tobytes()
        except DECODER_ERRORS:
            return None


def _corrected(data: bytes, size: tuple[int, int], converted: bool) -> Image.Exif:
    exif = Image.Exif()
    exif.load(data)
    for tag in STRUCTURE_TAGS.intersection(exif):
        del exif[tag]
    exif[ExifTags.Base.Orientation] = 1
    details = exif.get_ifd(ExifTags.IFD.Exif)
    corrected = {_WIDTH: size[0], _HEIGHT: size[1]}
    if converted:
        corrected[_COLOUR_SPACE] = _SRGB
    details.update({tag: value for tag, value in corrected.items() if tag in details})
    return exif
