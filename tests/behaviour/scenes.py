"""The held-out scenes with their truths, and the measures the bars of the bundled model are stated in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image
from scipy import ndimage
from skimage.color import rgb2hsv

FOLDER = Path(__file__).resolve().parents[1] / "data" / "scenes"


@dataclass(frozen=True, eq=False)
class HeldOutScene:
    """A scene the model was not trained on, 128 x 128.

    Attributes:
        image, truth: uint8 (H, W, 3), the photo and the true answer of its recolouring.
        mask: bool (H, W), the object.
    """

    name: str
    noun: str
    caption: str
    edited: str
    image: np.ndarray
    truth: np.ndarray
    mask: np.ndarray


def held_out_scenes() -> list[HeldOutScene]:
    rows = json.loads((FOLDER / "scenes.json").read_text("utf-8"))
    return [
        HeldOutScene(
            **row,
            image=np.asarray(Image.open(FOLDER / f"{row['name']}.png")),
            truth=np.asarray(Image.open(FOLDER / f"{row['name']}-edited.png")),
            mask=np.asarray(Image.open(FOLDER / f"{row['name']}-mask.png")) > 127,
        )
        for row in rows
    ]


def psnr(image: np.ndarray, truth: np.ndarray, where: np.ndarray | None = None) -> float:
    error = (image.astype(float) - truth) ** 2
    error = error if where is None else error[where]
    return float(10 * np.log10(255**2 / max(error.mean(), 1e-9)))


def outside(mask: np.ndarray, pixels: int = 8) -> np.ndarray:
    return ~ndimage.binary_dilation(mask, iterations=pixels)


def hue_distance(image: np.ndarray, truth: np.ndarray, where: np.ndarray) -> float:
    """Degrees between the mean hues, each pixel counted by how colourful it is."""
    distance = abs(_mean_hue(image, where) - _mean_hue(truth, where)) % 360
    return min(distance, 360 - distance)


def _mean_hue(image: np.ndarray, where: np.ndarray) -> float:
    hsv = rgb2hsv(image)[where]
    vector = (hsv[:, 1] * hsv[:, 2] * np.exp(2j * np.pi * hsv[:, 0])).sum()
    return float(np.degrees(np.angle(vector)))
