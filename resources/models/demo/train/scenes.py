"""Scenes of the demo model's world: photographic cut-outs on photographic grounds, exactly described.

A ``Scene`` says everything about a picture in units that do not depend on its size, so that the same scene
can be rendered at any size, and again with one object recoloured or replaced: that picture is the true
answer of an edit.
"""

from __future__ import annotations

import colorsys
import random
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import assets
import numpy as np
from PIL import Image, ImageFilter

#: colour -> hue in degrees, saturation, brightness of its darkest and its lightest parts
COLOURS: dict[str, tuple[float, float, float, float]] = {
    "red": (358, 0.90, 0.22, 0.92),
    "orange": (27, 0.93, 0.30, 1.00),
    "yellow": (53, 0.90, 0.38, 1.00),
    "green": (122, 0.80, 0.18, 0.80),
    "blue": (220, 0.85, 0.22, 0.95),
    "purple": (276, 0.72, 0.22, 0.82),
    "pink": (330, 0.50, 0.42, 1.00),
}
COLOURABLE = tuple(
    "apple pepper flower rose car bus truck mug teapot guitar hat balloon basketball pear pumpkin".split()
)
TEXTURED = {
    "grass": "on the grass",
    "bricks": "in front of a brick wall",
    "gravel": "on gravel",
    "leaves": "on autumn leaves",
    "sky": "in the sky",
    "wood": "on a wooden table",
    "sand": "on the sand",
    "snow": "in the snow",
    "water": "on the water",
}
PLAIN = {
    "white": (236, 236, 234),
    "grey": (140, 140, 142),
    "black": (30, 30, 33),
    "blue": (70, 110, 190),
    "green": (80, 150, 90),
    "yellow": (230, 205, 90),
    "pink": (235, 170, 190),
}
PLACES: dict[str, str] = TEXTURED | {f"{name} background": f"on a {name} background" for name in PLAIN}
PREFIXES = ("a photo of ", "a picture of ", "")
#: how far a textured ground is out of focus, in pixels of a 128-pixel picture
DEFOCUS = 0.9


@dataclass(frozen=True)
class Thing:
    """One object: what it is, and where. ``x``, ``y``, ``size`` are fractions of the picture's side."""

    noun: str
    colour: str | None
    variant: int
    x: float
    y: float
    size: float

    @property
    def words(self) -> str:
        """The object in words, with its article."""
        text = f"{self.colour} {self.noun}" if self.colour else self.noun
        return ("an " if text[0] in "aeiou" else "a ") + text


@dataclass(frozen=True)
class Scene:
    """A whole picture in words and numbers."""

    things: tuple[Thing, ...]
    place: str
    ground_seed: int
    prefix: str = "a photo of "

    @property
    def caption(self) -> str:
        """The sentence that describes the scene."""
        return f"{self.prefix}{' and '.join(thing.words for thing in self.things)} {PLACES[self.place]}"

    def edited(self, index: int, **changes: str | int | None) -> Scene:
        """The same scene with one object changed (``noun``, ``colour``, ``variant`` and so on)."""
        things = list(self.things)
        things[index] = replace(things[index], **changes)
        return replace(self, things=tuple(things))


@dataclass(frozen=True)
class Picture:
    """A rendered scene: ``image`` (size, size, 3) and a mask per object (objects, size, size), uint8."""

    scene: Scene
    image: np.ndarray
    masks: np.ndarray


def sample_scene(rng: random.Random, two_share: float = 0.3, colourable_share: float = 0.5) -> Scene:
    """Draw a scene of the world: one object, or two side by side."""
    two = rng.random() < two_share
    centres = ((0.27, 0.55), (0.73, 0.55)) if two else ((0.5, 0.53),)
    smallest, largest = (0.34, 0.45) if two else (0.50, 0.78)
    things = tuple(
        _sample_thing(rng, centre, rng.uniform(smallest, largest), colourable_share) for centre in centres
    )
    place = rng.choice(tuple(TEXTURED)) if rng.random() < 0.65 else f"{rng.choice(tuple(PLAIN))} background"
    return Scene(things, place, rng.randrange(2**31), rng.choice(PREFIXES))


def _sample_thing(
    rng: random.Random, centre: tuple[float, float], size: float, colourable_share: float
) -> Thing:
    """Draw one object near ``centre``."""
    noun = rng.choice(COLOURABLE) if rng.random() < colourable_share else rng.choice(tuple(assets.NOUNS))
    colour = rng.choice(tuple(COLOURS)) if noun in COLOURABLE and rng.random() < 0.8 else None
    variant = rng.randrange(len(assets.NOUNS[noun]))
    return Thing(
        noun,
        colour,
        variant,
        centre[0] + rng.uniform(-0.06, 0.06),
        centre[1] + rng.uniform(-0.06, 0.06),
        size,
    )


def recolour(cutout: Image.Image, colour: str) -> Image.Image:
    """Paint a cut-out in one hue; its light and shade, its highlights and its neutral parts stay."""
    hue, saturation, darkest, lightest = COLOURS[colour]
    pixels = np.asarray(cutout).astype(np.float32) / 255
    rgb, opaque = pixels[..., :3], pixels[..., 3] > 0.5
    value = rgb.max(-1)
    chroma = (value - rgb.min(-1)) / np.maximum(value, 0.08)
    light = 0.5 * value + 0.5 * (rgb @ np.array([0.299, 0.587, 0.114], np.float32))
    low, high = np.percentile(light[opaque], (3, 97))
    lift = (
        0.3 if high - low < 0.5 else 0.0
    )  # a nearly black thing: do not blow its faint shading up into noise
    shade = np.clip(lift + (1 - lift) * (light - low) / max(high - low, 0.5), 0, 1)
    colourful = chroma[opaque].mean() > 0.22
    painted = _smoothstep(chroma, 0.06, 0.24) if colourful else np.ones_like(value)
    strength = saturation * (1 - 0.65 * _smoothstep(shade, 0.88, 1.0) * (1 - chroma if colourful else 1.0))
    pure = np.array(colorsys.hsv_to_rgb(hue / 360, 1, 1), np.float32)
    new = (darkest + (lightest - darkest) * shade)[..., None] * (1 - strength[..., None] * (1 - pure))
    rgb = rgb + painted[..., None] * (new - rgb)
    return Image.fromarray((np.dstack([rgb, pixels[..., 3]]) * 255 + 0.5).astype(np.uint8), "RGBA")


def _smoothstep(x: np.ndarray, low: float, high: float) -> np.ndarray:
    """0 below ``low``, 1 above ``high``, smooth between."""
    t = np.clip((x - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


class Renderer:
    """Renders scenes; holds the pictures they are made of."""

    def __init__(self, folder: Path) -> None:
        self._cutouts = assets.load_cutouts(folder)
        self._grounds = _textured_grounds(assets.load_ground_photos(folder), assets.load_textures())
        self._cutout = lru_cache(maxsize=1024)(self._make_cutout)

    def render(self, scene: Scene, size: int = 128) -> Picture:
        """The picture of ``scene`` at ``size`` x ``size`` pixels."""
        image = self._ground(scene, size)
        masks = []
        for thing in scene.things:
            image, mask = self._place(image, thing, size)
            masks = [earlier * (1 - mask) for earlier in masks] + [mask]
        return Picture(scene, np.asarray(image), (np.stack(masks) * 255).astype(np.uint8))

    def _make_cutout(self, noun: str, variant: int, colour: str | None) -> Image.Image:
        """The cut-out of one noun, painted if a colour is given."""
        cutouts = self._cutouts[noun]
        cutout = cutouts[variant % len(cutouts)]
        return recolour(cutout, colour) if colour else cutout

    def _place(self, image: Image.Image, thing: Thing, size: int) -> tuple[Image.Image, np.ndarray]:
        """Paste one object with its shadow; returns the picture and the object's mask in 0..1."""
        cutout = self._cutout(thing.noun, thing.variant, thing.colour)
        width, height = cutout.size
        limit = 0.92 if thing.size > 0.48 else 0.49
        scale = min(thing.size / (width * height) ** 0.5, limit / max(width, height)) * size
        cutout = cutout.resize(
            (max(4, round(width * scale)), max(4, round(height * scale))), Image.Resampling.LANCZOS
        )
        corner = (round(thing.x * size - cutout.width / 2), round(thing.y * size - cutout.height / 2))
        alpha = Image.new("L", (size, size), 0)
        alpha.paste(cutout.getchannel("A"), corner)
        unit = size / 128
        shadow = Image.new("L", (size, size), 0)
        shadow.paste(alpha.point(lambda value: value * 0.45), (round(2 * unit), round(4 * unit)))
        image.paste((10, 10, 12), (0, 0, size, size), shadow.filter(ImageFilter.GaussianBlur(3 * unit)))
        image.paste(cutout, corner, cutout)
        return image, np.asarray(alpha).astype(np.float32) / 255

    def _ground(self, scene: Scene, size: int) -> Image.Image:
        """The ground of a scene."""
        rng = random.Random(scene.ground_seed)
        if scene.place in self._grounds:
            crop = _random_crop(rng, rng.choice(self._grounds[scene.place]), size)
            return crop.filter(ImageFilter.GaussianBlur(DEFOCUS * size / 128))
        if scene.place in _CLOUDY:
            return _cloudy(rng, *_CLOUDY[scene.place], size)
        slope = np.linspace(rng.uniform(1.02, 1.08), rng.uniform(0.82, 0.9), size)[:, None, None]
        base = np.array(PLAIN[scene.place.split()[0]], np.float32)
        return Image.fromarray(np.clip(slope * base * np.ones((size, size, 1)), 0, 255).astype(np.uint8))


#: grounds made of smooth noise: colour, amplitude per channel, and the noise's scale
_CLOUDY = {
    "sand": ((206, 178, 132), (14, 13, 11), 20),
    "snow": ((230, 236, 244), (9, 8, 6), 12),
    "water": ((40, 105, 150), (22, 26, 26), 10),
}


def _tint(grey: np.ndarray, dark: tuple[int, int, int], light: tuple[int, int, int]) -> Image.Image:
    """A grey texture (0..1) coloured from ``dark`` to ``light``."""
    low, high = np.array(dark, np.float32), np.array(light, np.float32)
    return Image.fromarray((low + (high - low) * grey[..., None]).astype(np.uint8))


def _textured_grounds(
    photos: dict[str, Image.Image], textures: dict[str, np.ndarray]
) -> dict[str, list[Image.Image]]:
    """Place -> the pictures that its grounds are cut from."""
    board = np.asarray(photos["board"].convert("L")).astype(np.float32)
    board = (board - board.min()) / float(np.ptp(board))
    return {
        "grass": [photos["meadow"], _tint(textures["grass"], (20, 50, 8), (150, 200, 80))],
        "bricks": [_tint(textures["brick"], (90, 40, 25), (205, 125, 95))],
        "gravel": [_tint(textures["gravel"], (50, 50, 48), (215, 212, 205))],
        "leaves": [photos["leaves"]],
        "sky": [photos["clouds"], photos["storm"]],
        "wood": [_tint(board, (95, 55, 25), (200, 140, 85))],
    }


def _random_crop(rng: random.Random, image: Image.Image, size: int) -> Image.Image:
    """A random square of a picture, possibly mirrored, at ``size`` pixels."""
    side = min(image.size) * rng.uniform(0.35, 0.95)
    left, top = rng.uniform(0, image.width - side), rng.uniform(0, image.height - side)
    mirrored = rng.random() < 0.5
    crop = image.resize(
        (size, size), Image.Resampling.LANCZOS, box=(left, top, left + side, top + side), reducing_gap=2.0
    )
    return crop.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if mirrored else crop


def _cloudy(rng: random.Random, colour: tuple, amplitude: tuple, scale: int, size: int) -> Image.Image:
    """A ground of smooth noise in several octaves; the same at every size."""
    noise = np.zeros((size, size), np.float32)
    source = np.random.RandomState(rng.randrange(2**31))
    for cells in (4, 8, 16, 32):
        octave = Image.fromarray((source.rand(cells, cells) * 255).astype(np.uint8))
        octave = octave.resize((size, size), Image.Resampling.BICUBIC)
        noise += np.asarray(octave, np.float32) / 255 * (scale / cells) ** 0.8
    noise = (noise - noise.mean()) / noise.std()
    pixels = np.array(colour, np.float32) + noise[..., None] * np.array(amplitude, np.float32)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
