"""From the bytes of an image file to an upright picture in the file's own colours.

Only the formats named here are tried, and the dimensions are looked at before any pixel is decoded.
"""

from __future__ import annotations

import contextlib
import struct
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import numpy as np
import numpy.typing as npt
from PIL import ExifTags, Image, ImageFile, ImageOps, UnidentifiedImageError, features

from nti_desktop.document.beside import MAX_EXIF_BYTES, BesideError, check_beside
from nti_desktop.document.ifds import STRUCTURE_TAGS
from nti_desktop.document.xmp import MAX_XMP_BYTES
from nti_desktop.engine.results import ImageArray
from nti_desktop.errors import PhotoError

MAX_PIXELS = 120_000_000
# Their decoders hold the picture several times over: 16 and 9 bytes a pixel were measured.
MOST_PIXELS_OF = {"WEBP": 40_000_000, "AVIF": 80_000_000}
MIN_SIDE = 16
MAX_ICC_BYTES = 4 * 2**20

FORMATS = ("PNG", "JPEG", "WEBP", "TIFF", "BMP", "GIF") + (("AVIF",) if features.check("avif") else ())
_MEDIA_TYPES = {"MPO": "image/jpeg"}
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
# What Pillow's readers raise for damaged files, beside OSError ("truncated").
DECODER_ERRORS = (
    OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, AttributeError, EOFError,
    OverflowError, ZeroDivisionError, RuntimeError, struct.error, zlib.error, MemoryError,
    Image.DecompressionBombError,
)  # fmt: skip

_STRIP_PIXELS = 1_000_000

# Pillow's memory in larger pieces than the C library keeps for itself, which it would have to clear before
# they are used again, while no other thread of Python can run, such as the window's.
Image.core.set_block_size(64 << 20)  # type: ignore[attr-defined]


@dataclass(frozen=True, eq=False)
class Decoded:
    """An upright picture before any colour conversion.

    Attributes:
        picture: of 8 bits a channel, and of whatever mode the file has.
        icc: the embedded profile, unchecked.
        exif: the embedded EXIF block, unchecked.
        xmp: the embedded XMP packet, unchecked.
        bits: of each channel in the file, 8 or more.
    """

    picture: Image.Image
    icc: bytes | None
    exif: bytes | None
    media_type: str
    xmp: bytes | None = None
    bits: int = 8

    @property
    def mode(self) -> str:
        """Of the picture's own colours: L, RGB, CMYK or LAB."""
        return _split_alpha(self.picture.crop((0, 0, 1, 1)))[0].mode

    def strips(self) -> Iterator[tuple[slice, Image.Image, ImageArray | None]]:
        """The picture piece by piece, since whole copies of a large one would take gigabytes: which rows, the
        picture of them in mode L, RGB, CMYK or LAB, and their alpha, uint8, None where they are opaque."""
        width, height = self.picture.size
        for rows in rows_of(width, height):
            yield rows, *_split_alpha(self.picture.crop((0, rows.start, width, rows.stop)))


def rows_of(width: int, height: int) -> Iterator[slice]:
    """Rows of a picture, a bounded number of pixels at a time: for arithmetic that needs several copies."""
    step = max(1, _STRIP_PIXELS // max(1, width))
    for row in range(0, height, step):
        yield slice(row, min(row + step, height))


def decode(data: bytes, name: str) -> Decoded:
    """Decode the first frame of an image.

    Args:
        name: of the file, for messages.

    Raises:
        PhotoError: no image, an unknown format, a damaged file, or one too large or too small.
    """
    if not data:
        raise PhotoError("“{name}” is empty; choose another photo.", name=name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = _open(data, name)
        _check_size(image.size, name, MOST_PIXELS_OF.get(str(image.format), MAX_PIXELS))
        try:
            return _read(image)
        except DECODER_ERRORS as error:
            raise PhotoError(
                "“{name}” is damaged or incomplete; try another copy of the photo.", name=name
            ) from error


def _open(data: bytes, name: str) -> Image.Image:
    try:
        check_beside(data)
        return Image.open(BytesIO(data), formats=FORMATS)
    except BesideError as error:
        raise PhotoError(
            "“{name}” holds far more than a photo does beside its pixels; save it anew without metadata.",
            name=name,
        ) from error
    except Image.DecompressionBombError as error:
        raise PhotoError(
            "“{name}” has too many pixels, more than {most} megapixels; make it smaller first.",
            name=name,
            most=MAX_PIXELS // 1_000_000,
        ) from error
    except UnidentifiedImageError as error:
        raise _unidentified(data, name) from error
    except DECODER_ERRORS as error:
        raise PhotoError(
            "“{name}” is damaged or incomplete; try another copy of the photo.", name=name
        ) from error


def _unidentified(data: bytes, name: str) -> PhotoError:
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return PhotoError(
            "“{name}” is a HEIC photo, which cannot be opened yet; save it as JPEG or PNG first.", name=name
        )
    if any(data.startswith(magic) for magic in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")):
        return PhotoError("“{name}” is damaged or incomplete; try another copy of the photo.", name=name)
    return PhotoError(
        "“{name}” is not a photo that can be opened; choose a PNG, JPEG, WebP, TIFF, BMP or GIF file.",
        name=name,
    )


def _check_size(size: tuple[int, int], name: str, most: int) -> None:
    width, height = size
    if width * height > most:
        raise PhotoError(
            "“{name}” has {width} x {height} pixels, more than {most} megapixels; make it smaller first.",
            name=name,
            width=width,
            height=height,
            most=most // 1_000_000,
        )
    if min(size) < MIN_SIDE:
        raise PhotoError(
            "“{name}” is only {width} x {height} pixels; choose a larger photo.",
            name=name,
            width=width,
            height=height,
        )


def _read(image: Image.Image) -> Decoded:
    media_type = _MEDIA_TYPES.get(str(image.format), Image.MIME.get(str(image.format), "image/png"))
    bits, exif = _bits(image), _bounded(_exif(image), MAX_EXIF_BYTES)
    image.load()
    icc = _bounded(image.info.get("icc_profile"), MAX_ICC_BYTES)
    xmp = _bounded(image.info.get("xmp"), MAX_XMP_BYTES)
    return Decoded(eight_bits(turned_upright(image)), icc, exif, media_type, xmp, bits)


def _bits(image: Image.Image) -> int:
    """Bits a channel of the file; asked before it is decoded, because colour is decoded to 8."""
    if image.mode in ("I", "F"):
        return 32
    ways = str([tile[3] for tile in image.tile]) if isinstance(image, ImageFile.ImageFile) else ""
    return 16 if ";16" in image.mode + ways else 8


def _exif(image: Image.Image) -> object:
    """The EXIF block; a TIFF file, which is closed once it is decoded, has the same tags instead."""
    if image.format != "TIFF":
        return image.info.get("exif")
    try:
        found = image.getexif()
        for tag in STRUCTURE_TAGS.intersection(found):
            del found[tag]
        return found.tobytes()
    except DECODER_ERRORS:
        return None


def _bounded(blob: object, limit: int) -> bytes | None:
    return blob if isinstance(blob, bytes) and 0 < len(blob) <= limit else None


def turned_upright(image: Image.Image) -> Image.Image:
    """Turn the picture, in place, as its EXIF orientation says; a damaged EXIF block turns nothing."""
    with contextlib.suppress(*DECODER_ERRORS):
        if image.getexif().get(ExifTags.Base.Orientation, 1) != 1:
            ImageOps.exif_transpose(image, in_place=True)
    return image


def eight_bits(image: Image.Image) -> Image.Image:
    """Reduce pictures of 16 or 32 bits a channel (grey only; Pillow reads colour as 8 bits) to 8."""
    if not (image.mode.startswith("I") or image.mode == "F"):
        return image
    white = _white(image)
    width, height = image.size
    grey = np.empty((height, width), np.uint8)
    for rows in rows_of(width, height):
        values = _finite(image.crop((0, rows.start, width, rows.stop)))
        grey[rows] = np.clip(np.rint(values * (255 / white)), 0, 255)
    return Image.fromarray(grey)


def _white(image: Image.Image) -> float:
    """The value that is white, as far as can be told from the largest one there is."""
    if image.mode.startswith("I;16"):
        return 65535.0
    width, height = image.size
    parts = (image.crop((0, rows.start, width, rows.stop)) for rows in rows_of(width, height))
    top = max(float(_finite(part).max(initial=0)) for part in parts)
    if 255 < top <= 65535:
        return 65535.0
    return 1.0 if top <= 1 else max(255.0, top)


def _finite(image: Image.Image) -> npt.NDArray[np.float64]:
    return np.nan_to_num(np.asarray(image).astype(np.float64), nan=0.0, posinf=0.0, neginf=0.0)


def _split_alpha(image: Image.Image) -> tuple[Image.Image, ImageArray | None]:
    """The picture in mode L, RGB, CMYK or LAB, and its alpha if any pixel is not opaque."""
    if image.mode in ("L", "RGB", "CMYK", "LAB") and "transparency" not in image.info:
        return image, None
    if image.mode in ("1", "YCbCr", "HSV", "RGBX"):
        return image.convert("L" if image.mode == "1" else "RGB"), None
    if image.mode == "LA" and "transparency" not in image.info:
        grey_alpha = np.asarray(image.getchannel("A"))
        return image.getchannel("L"), None if (grey_alpha == 255).all() else grey_alpha
    rgba = image.convert("RGBA")
    alpha = np.asarray(rgba.getchannel("A")).copy()
    grey = image.mode in ("L", "LA", "La")
    return rgba.convert("RGB").convert("L" if grey else "RGB"), None if (alpha == 255).all() else alpha
