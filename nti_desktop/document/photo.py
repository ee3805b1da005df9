"""The photo: what the user opened, upright and in sRGB, with the original file beside it."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image

from nti_desktop.document.colour import Conversion, conversion_to_srgb, fits
from nti_desktop.document.crop import Crop, Size, default_crop, largest_crop_within, working_image
from nti_desktop.document.decoding import Decoded, decode, rows_of
from nti_desktop.engine.results import ImageArray
from nti_desktop.errors import PhotoError, reason_of

__all__ = [
    "MAX_FILE_BYTES",
    "Crop",
    "Photo",
    "default_crop",
    "largest_crop_within",
    "load_photo",
    "photo_from_bytes",
    "working_image",
]

MAX_FILE_BYTES = 512 * 2**20


@dataclass(frozen=True, eq=False)
class Photo:
    """A photo at full resolution.

    Attributes:
        pixels: uint8 height x width x 3, upright, sRGB, composited over white where it is transparent.
        alpha: uint8 height x width, upright; None where every pixel is opaque.
        original: the file, byte for byte.
        name: file name without folders.
        media_type: such as `image/jpeg`.
        icc: the embedded colour profile, None without one that can be used.
        exif: the embedded EXIF block as found, None without one.
        xmp: the embedded XMP packet as found, None without one.
        mode: of the file's own colours: L, RGB, CMYK or LAB.
        bits: of each channel in the file; `pixels` have 8.
    """

    pixels: ImageArray
    alpha: ImageArray | None
    original: bytes = field(repr=False)
    name: str
    media_type: str
    icc: bytes | None = field(default=None, repr=False)
    exif: bytes | None = field(default=None, repr=False)
    xmp: bytes | None = field(default=None, repr=False)
    mode: str = "RGB"
    bits: int = 8

    @property
    def size(self) -> Size:
        """Width and height of the upright photo in pixels."""
        return self.pixels.shape[1], self.pixels.shape[0]


def load_photo(path: str | Path) -> Photo:
    """Read a photo from disk.

    Raises:
        PhotoError: with one sentence, whatever is wrong with the file.
    """
    path = Path(path)
    name = path.name or str(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise PhotoError("“{name}” is a folder; choose a photo inside it.", name=name)
        if not stat.S_ISREG(status.st_mode):
            raise PhotoError("“{name}” is not an ordinary file; choose a photo.", name=name)
        if status.st_size > MAX_FILE_BYTES:
            raise PhotoError(
                "“{name}” is larger than {most} MiB; save it smaller first.",
                name=name,
                most=MAX_FILE_BYTES // 2**20,
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise PhotoError("There is no file “{path}”; check its name.", path=str(path)) from error
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        raise PhotoError(
            "“{name}” cannot be read ({reason}); check that you may open it.", name=name, reason=reason
        ) from error
    return photo_from_bytes(data, name)


def photo_from_bytes(data: bytes, name: str) -> Photo:
    """Make a photo of the bytes of an image file.

    Raises:
        PhotoError: with one sentence, whatever is wrong with the bytes.
    """
    name = plain_name(name)
    decoded = decode(data, name)
    mode = decoded.mode
    pixels, alpha = _pixels_of(decoded, conversion_to_srgb(mode, decoded.icc))
    icc = decoded.icc if decoded.icc is not None and fits(decoded.icc, mode) else None
    return Photo(
        pixels,
        alpha,
        data,
        name,
        decoded.media_type,
        icc,
        decoded.exif,
        decoded.xmp,
        mode,
        decoded.bits,
    )


def own_pixels(photo: Photo) -> ImageArray | None:
    """What the file itself says, uint8 height x width x 3, with no colour converted and no pixel composited;
    None where its colours are CMYK or Lab."""
    if photo.mode not in ("L", "RGB"):
        return None
    return _pixels_of(decode(photo.original, photo.name), None)[0]


def _pixels_of(decoded: Decoded, convert: Conversion | None) -> tuple[ImageArray, ImageArray | None]:
    """Pixels in sRGB and over white, and alpha, None where there is none.

    Args:
        convert: its colours to sRGB; None leaves the colours as they are, also of transparent pixels.
    """
    width, height = decoded.picture.size
    pixels, alpha = np.empty((height, width, 3), np.uint8), None
    for rows, part, part_alpha in decoded.strips():
        picture = part.convert("RGB") if convert is None else convert(part)
        if part_alpha is not None:
            alpha = np.full((height, width), 255, np.uint8) if alpha is None else alpha
            alpha[rows] = part_alpha
            picture = picture if convert is None else over_white(picture, part_alpha)
        pixels[rows] = np.asarray(picture)
    return pixels, alpha


def plain_name(name: str) -> str:
    """A file name that can be stored and shown: no folders, no control characters, at most 255 characters."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    shown = last.encode("utf-8", "replace").decode("utf-8")
    return "".join(c for c in shown if c.isprintable())[:255] or "photo"


def over_white(picture: Image.Image, alpha: ImageArray) -> Image.Image:
    """Composite an RGB picture over white by alpha, uint8 height x width."""
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=Image.fromarray(alpha))
    return ground


def array_of(picture: Image.Image) -> ImageArray:
    """The pixels of a picture in colour, uint8 height x width x 3 (4 with alpha), copied piece by piece.

    At once, Pillow would join all of it while no other thread of Python can run, such as the window's.
    """
    width, height = picture.size
    pixels = np.empty((height, width, len(picture.getbands())), np.uint8)
    for rows in strips(pixels):
        pixels[rows] = np.asarray(picture.crop((0, rows.start, width, min(rows.stop, height))))
    return pixels


def strips(pixels: ImageArray) -> Iterator[slice]:
    """Rows of a picture, a bounded number of pixels at a time: for arithmetic that needs several copies."""
    return rows_of(pixels.shape[1], pixels.shape[0])
