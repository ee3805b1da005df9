"""The pictures that the demo model learns from: where they come from, and how they are read.

Everything comes from Debian packages (``tuxpaint-stamps-default`` and the wallpaper packages) and from the
images that scikit-image carries. Nothing of it is stored in the repository; ``fetch`` gets and unpacks the
packages.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

PACKAGES = (
    "tuxpaint-stamps-default",
    "gnome-backgrounds",
    "mate-backgrounds",
    "plasma-workspace-wallpapers",
    "lomiri-wallpapers-20.04",
    "ukui-wallpapers",
)

STAMPS = "usr/share/tuxpaint/stamps"

#: noun -> its cut-outs, relative to the stamps folder. The first one is the noun's most typical picture.
NOUNS: dict[str, tuple[str, ...]] = {
    "apple": ("food/fruit/apple_red.png", "food/fruit/apple_green.png"),
    "lemon": ("food/fruit/lemon.png",),
    "orange": ("food/fruit/mandarine.png",),
    "pear": ("food/fruit/pear.png",),
    "banana": ("food/fruit/banana.png",),
    "strawberry": ("food/fruit/Strawberry2.png",),
    "pineapple": ("food/fruit/pineapple.png",),
    "tomato": ("food/vegetables/tomato.png",),
    "pumpkin": ("food/vegetables/pumpkin_small.png",),
    "carrot": ("food/vegetables/carrot.png",),
    "broccoli": ("food/vegetables/broccoli.png",),
    "mushroom": ("plants/mushrooms/cep-1.png", "plants/mushrooms/cep.png"),
    "pepper": ("food/vegetables/yellowpepper.png",),
    "potato": ("food/vegetables/potato.png",),
    "duck": ("animals/birds/duck.png",),
    "owl": ("animals/birds/owl.png",),
    "penguin": ("animals/birds/magellanic_penguin.png", "animals/birds/penguin.png"),
    "rooster": ("animals/birds/rooster.png",),
    "flamingo": ("animals/birds/pink_flamingo.png",),
    "parrot": ("animals/birds/rainbow-lorikeet.png",),
    "dog": ("animals/mammals/dogs/dingo.png",),
    "fox": ("animals/mammals/dogs/fox.png",),
    "horse": ("animals/mammals/equines/horse.png",),
    "zebra": ("animals/mammals/equines/zebra.png",),
    "cow": ("animals/mammals/bovines/cow.png",),
    "tiger": ("animals/mammals/cats/tiger.png",),
    "lion": ("animals/mammals/cats/lion-2.png",),
    "elephant": ("animals/mammals/elephant.png",),
    "giraffe": ("animals/mammals/giraffe.png",),
    "bear": ("animals/mammals/bears/bear.png", "animals/mammals/bears/european-bear.png"),
    "rabbit": ("animals/mammals/rabbit_little.png", "animals/mammals/rodents/rabbit-2.png"),
    "sheep": ("animals/mammals/bovines/ram.png",),
    "pig": ("animals/mammals/pig.png",),
    "frog": ("animals/amphibians/frog.png",),
    "rose": ("plants/flowers/rose.png",),
    "flower": ("plants/flowers/anemone_red.png",),
    "daffodil": ("plants/flowers/daffodil.png",),
    "car": ("vehicles/auto/beetle.png", "vehicles/auto/sedan.png"),
    "bus": ("vehicles/masstransit/green_korean_bus.png",),
    "truck": ("vehicles/auto/truck.png",),
    "balloon": ("vehicles/flight/balloon360.png",),
    "mug": ("household/dishes/mug.png",),
    "teapot": ("household/dishes/teapot.png",),
    "guitar": ("hobbies/music/string/guitar_classical.png",),
    "basketball": ("sports/basketball.png",),
    "football": ("sports/soccer.png",),
    "hat": ("clothes/hats/blue_fedora.png",),
    "lightbulb": ("household/Lightbulb.png",),
    "kettle": ("household/kettle.png",),
    "violin": ("hobbies/music/string/violin.png",),
}

#: photographs under usr/share that serve as grounds: name -> (file, box in fractions of the picture or None)
GROUND_PHOTOS: dict[str, tuple[str, tuple[float, float, float, float] | None]] = {
    "meadow": ("backgrounds/mate/nature/GreenMeadow.jpg", None),
    "leaves": ("wallpapers/FallenLeaf/contents/images/2560x1600.jpg", None),
    "clouds": ("wallpapers/Kite/contents/images/2560x1600.jpg", (0.0, 0.0, 0.62, 1.0)),
    "storm": ("backgrounds/mate/nature/Storm.jpg", (0.0, 0.0, 1.0, 0.62)),
    "board": ("backgrounds/mate/nature/Wood.jpg", None),
}

#: further photographs, seen by the autoencoder only
AUTOENCODER_PHOTOS = (
    "backgrounds/mate/nature/*.jpg",
    "backgrounds/*_by_*.jpg",
    "wallpapers/*/contents/images/2560x1600.jpg",
    "wallpapers/*/contents/images/5120x2880.*",
)
#: scikit-image's, for the autoencoder too; chelsea, coffee, astronaut and rocket stay unseen, as samples
SKIMAGE_PHOTOS = ("motorcycle_left.png", "motorcycle_right.png", "hubble_deep_field.jpg", "color.png")


def fetch(folder: Path) -> None:
    """Download the Debian packages and unpack them into ``folder``, unless that was done before."""
    if (folder / STAMPS).is_dir():
        return
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(["apt-get", "download", *PACKAGES], cwd=scratch, check=True)
        for package in sorted(Path(scratch).glob("*.deb")):
            subprocess.run(["dpkg-deb", "-x", str(package), str(folder)], check=True)


def load_cutouts(folder: Path, longest: int = 512) -> dict[str, list[Image.Image]]:
    """Every noun's cut-outs, trimmed to what is visible, at most ``longest`` pixels along the longer side."""
    return {
        noun: [_cutout(folder / STAMPS / name, longest) for name in names] for noun, names in NOUNS.items()
    }


def _cutout(path: Path, longest: int) -> Image.Image:
    """One cut-out as RGBA, trimmed to its visible part."""
    image = Image.open(path).convert("RGBA")
    image = image.crop(image.getchannel("A").point(lambda value: 255 * (value > 24)).getbbox())
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return image


def read_photo(path: Path, longest: int) -> Image.Image:
    """A photograph as RGB, at most ``longest`` pixels along the longer side."""
    image = Image.open(path)
    image.draft("RGB", (longest, longest))
    image = image.convert("RGB")
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return image


def load_ground_photos(folder: Path, longest: int = 1400) -> dict[str, Image.Image]:
    """The photographs that serve as grounds, cut to the part that shows the ground."""
    photos = {}
    for name, (file, box) in GROUND_PHOTOS.items():
        image = read_photo(folder / "usr/share" / file, longest)
        if box is not None:
            width, height = image.size
            left, top, right, bottom = box
            image = image.crop(
                (int(left * width), int(top * height), int(right * width), int(bottom * height))
            )
        photos[name] = image
    return photos


def load_textures() -> dict[str, np.ndarray]:
    """scikit-image's grey textures (brick, grass, gravel), 512 x 512, as floats in 0..1."""
    from skimage import data

    textures = {"brick": data.brick(), "grass": data.grass(), "gravel": data.gravel()}
    return {name: texture.astype(np.float32) / float(texture.max()) for name, texture in textures.items()}


def load_autoencoder_photos(folder: Path, longest: int = 800) -> list[np.ndarray]:
    """Real photographs for the autoencoder, as uint8 arrays of height x width x 3."""
    import skimage

    paths = [path for pattern in AUTOENCODER_PHOTOS for path in sorted((folder / "usr/share").glob(pattern))]
    paths += [Path(skimage.__file__).parent / "data" / name for name in SKIMAGE_PHOTOS]
    readable = [path for path in paths if path.stat().st_size > 2000]
    return [np.asarray(read_photo(path, longest)) for path in readable]
