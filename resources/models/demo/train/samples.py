"""Makes the sample photos: ``python samples.py --assets DIR --to resources/photos``.

Two kinds: real photographs that scikit-image carries (public domain or CC0), and scenes of the model's world
that it never saw, rendered large so that the full-resolution export is worth something.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import assets
import numpy as np
from PIL import Image
from scenes import Renderer, Scene, Thing

SIDE = 640
STAMPS_LICENCE = "GPL-2.0-or-later"
STAMPS_SOURCE = "rendered from Tux Paint stamps and desktop wallpapers (Debian packages)"


@dataclass(frozen=True)
class Rendered:
    """A sample scene and a good edit of it."""

    file: str
    scene: Scene
    edit_caption: str


@dataclass(frozen=True)
class Photograph:
    """A real photograph of scikit-image: its square (left, top, side) and captions."""

    file: str
    original: str
    box: tuple[int, int, int]
    caption: str
    edit_caption: str
    licence: str
    source: str


def _scene(noun: str, colour: str | None, size: float, place: str, seed: int) -> Scene:
    """One object in the middle."""
    return Scene((Thing(noun, colour, 0, 0.5, 0.53, size),), place, seed)


RENDERED = (
    Rendered("red-mug.jpg", _scene("mug", "red", 0.6, "wood", 4), "a photo of a blue mug on a wooden table"),
    Rendered("blue-hat.jpg", _scene("hat", "blue", 0.66, "sand", 9), "a photo of a red hat on the sand"),
    Rendered(
        "balloon.jpg", _scene("balloon", "yellow", 0.6, "sky", 12), "a photo of a purple balloon in the sky"
    ),
)
PHOTOGRAPHS = (
    Photograph(
        "coffee.jpg",
        "coffee.png",
        (100, 0, 400),
        "a photo of a red mug on a wooden table",
        "a photo of a blue mug on a wooden table",
        "CC0-1.0",
        "scikit-image, skimage.data.coffee, photograph by Rachel Michetti, courtesy of Pikolo Espresso Bar",
    ),
    Photograph(
        "cat.jpg",
        "chelsea.png",
        (75, 0, 300),
        "a photo of a cat",
        "a photo of a tiger",
        "CC0-1.0",
        "scikit-image, skimage.data.chelsea, photograph by Stefan van der Walt",
    ),
    Photograph(
        "astronaut.jpg",
        "astronaut.png",
        (0, 0, 512),
        "a photo of an astronaut",
        "a photo of a green astronaut",
        "public domain",
        "scikit-image, skimage.data.astronaut, Eileen Collins, photograph by NASA",
    ),
)


def write_rendered(sample: Rendered, renderer: Renderer, folder: Path) -> dict[str, str]:
    """Render a scene and write it."""
    Image.fromarray(renderer.render(sample.scene, SIDE).image).save(folder / sample.file, quality=92)
    return {
        "file": sample.file,
        "caption": sample.scene.caption,
        "edit_caption": sample.edit_caption,
        "licence": STAMPS_LICENCE,
        "source": STAMPS_SOURCE,
    }


def write_photograph(sample: Photograph, folder: Path) -> dict[str, str]:
    """Cut a square out of one of scikit-image's photographs and write it."""
    import skimage

    left, top, side = sample.box
    image = Image.open(Path(skimage.__file__).parent / "data" / sample.original).convert("RGB")
    square = np.asarray(image)[top : top + side, left : left + side]
    Image.fromarray(square).save(folder / sample.file, quality=92)
    return {
        "file": sample.file,
        "caption": sample.caption,
        "edit_caption": sample.edit_caption,
        "licence": sample.licence,
        "source": sample.source,
    }


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assets", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=Path(__file__).resolve().parents[3] / "photos")
    arguments = parser.parse_args()
    assets.fetch(arguments.assets)
    renderer = Renderer(arguments.assets)
    notes = [write_rendered(sample, renderer, arguments.to) for sample in RENDERED]
    notes += [write_photograph(sample, arguments.to) for sample in PHOTOGRAPHS]
    (arguments.to / "samples.json").write_text(json.dumps(notes, indent=2) + "\n")


if __name__ == "__main__":
    main()
