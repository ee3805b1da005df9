"""Attention maps of a caption's words, as arrays and as pictures."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from nti_desktop.diffusion.prompts import find_word, words_of
from nti_desktop.engine.results import FloatArray, ImageArray, Inversion

_COLUMNS = 4
_TILE = 256  # least width of a picture on the contact sheet, pixels
_MARGIN = 8
_LABEL = 28
# Dark violet over red and orange to light yellow, ever brighter, so that it reads without colour as well.
_HEAT = np.array([[0, 0, 4], [87, 16, 110], [188, 55, 84], [249, 142, 9], [252, 255, 164]], np.float32)


def word_maps(
    inversion: Inversion, word: str | None = None, found: FloatArray | None = None
) -> tuple[tuple[str, ...], FloatArray]:
    """The words of the caption and their maps at the model's size: float32, words x height x width, 0..1.

    Args:
        word: take only the places where the caption has this word.
        found: maps of all words, words x rows x columns; None takes those of the inversion.

    Raises:
        CaptionError: the caption has no such word.
    """
    words, source = words_of(inversion.caption), inversion.word_maps if found is None else found
    chosen = range(len(words)) if word is None else find_word(inversion.caption, word)
    height, width, _ = inversion.reconstruction.shape
    maps = np.empty((len(chosen), height, width), np.float32)
    for place, index in enumerate(chosen):
        small = Image.fromarray(np.ascontiguousarray(source[index]))
        maps[place] = np.clip(np.asarray(small.resize((width, height), Image.Resampling.BICUBIC)), 0, 1)
    return tuple(words[index].text for index in chosen), maps


def enlarged(picture: ImageArray, size: tuple[int, int]) -> ImageArray:
    """A small picture at `size` (width, height), each of its positions a plain rectangle."""
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.NEAREST))


def npz_bytes(words: Sequence[str], maps: FloatArray) -> bytes:
    """A NumPy archive with `words` (strings) and `maps`; it needs no pickle to be read."""
    buffer = io.BytesIO()
    np.savez_compressed(buffer, words=np.array(words, dtype=np.str_), maps=maps)
    return buffer.getvalue()


def overlay(image: ImageArray, word_map: FloatArray) -> ImageArray:
    """A map as heat over a darkened grey picture: uint8 height x width x 3."""
    grey = image.astype(np.float32).mean(-1, keepdims=True) * 0.5
    share = 0.75 * word_map[..., None]
    return np.asarray(np.rint(grey * (1 - share) + _heat(word_map) * share), dtype=np.uint8)


def picture(inversion: Inversion, words: Sequence[str], maps: FloatArray) -> ImageArray:
    """One overlay, or a contact sheet of the picture and all words; uint8 height x width x 3."""
    image = inversion.reconstruction
    if len(words) == 1:
        return overlay(image, maps[0])
    tiles = [("", image)] + [(w, overlay(image, m)) for w, m in zip(words, maps, strict=True)]
    height, width = image.shape[:2]
    scale = max(1, -(-_TILE // width))
    across, down = width * scale + _MARGIN, height * scale + _LABEL + _MARGIN
    columns = min(_COLUMNS, len(tiles))
    size = (columns * across + _MARGIN, -(-len(tiles) // columns) * down + _MARGIN)
    sheet = Image.new("RGB", size, "white")
    for place, (word, tile) in enumerate(tiles):
        corner = (_MARGIN + place % columns * across, _MARGIN + place // columns * down)
        enlarged = Image.fromarray(tile).resize((width * scale, height * scale), Image.Resampling.BICUBIC)
        sheet.paste(enlarged, corner)
        below = (corner[0], corner[1] + height * scale + 4)
        ImageDraw.Draw(sheet).text(below, word, fill="black", font=ImageFont.load_default(18))
    return np.asarray(sheet)


def _heat(word_map: FloatArray) -> FloatArray:
    stops = np.linspace(0, 1, len(_HEAT))
    return np.stack([np.interp(word_map, stops, _HEAT[:, c]) for c in range(3)], -1).astype(np.float32)
