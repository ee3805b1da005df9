"""What can be known of a model before any weight is loaded. Torch-free."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

Family = Literal["sd1", "sd2", "sdxl"]
Prediction = Literal["epsilon", "v_prediction"]

FAMILIES: tuple[Family, ...] = get_args(Family)
FAMILY_NAMES: dict[Family, str] = {
    "sd1": "Stable Diffusion 1.x",
    "sd2": "Stable Diffusion 2.x",
    "sdxl": "Stable Diffusion XL",
}
Size = tuple[int, int]  # width, height

# Aspect ratios that models know from their training photos: width, height.
_RATIOS = ((1, 1), (4, 3), (3, 4), (3, 2), (2, 3), (16, 9), (9, 16))
_GRID = 64  # sides that are multiples of this halve evenly all the way down the network


@dataclass(frozen=True)
class ModelDescription:
    """A model from its small files.

    Attributes:
        path: the diffusers folder, or the checkpoint file.
        width, height: the size it was trained at, pixels.
        multiple: both sides of a working image must be multiples of this, pixels.
        shapes: the sizes (width, height) that photos are brought to, pixels; none but the trained one for a
            model that knows no other.
        fingerprint: 16 hexadecimal digits that change with the configuration and the weights.
        known_words: the words the model was trained on, lower case; None when it knows language at large.
        prediction: what the noise network was trained to say.
        zero_snr: whether its schedule ends in pure noise (ᾱ = 0).
        configs: of a checkpoint file, the folder with its family's configurations; None for a folder.
    """

    name: str
    path: Path
    fingerprint: str
    width: int
    height: int
    multiple: int
    default_guidance: float
    known_words: tuple[str, ...] | None
    family: Family = "sd1"
    prediction: Prediction = "epsilon"
    zero_snr: bool = False
    configs: Path | None = None
    shapes: tuple[Size, ...] = ()

    @property
    def config_folder(self) -> Path:
        """Where the configurations of its parts are."""
        return self.path if self.configs is None else self.configs

    def shape_for(self, size: Size) -> Size:
        """Of the trained size and `shapes`, that whose aspect ratio is nearest to that of `size`."""
        wanted = math.log(size[0] / size[1])
        shapes = ((self.width, self.height), *self.shapes)
        return min(shapes, key=lambda shape: abs(math.log(shape[0] / shape[1]) - wanted))


def shapes_near(width: int, height: int, multiple: int) -> tuple[Size, ...]:
    """Sizes of the usual aspect ratios with about the area of the trained one, which comes first; pixels."""
    area = width * height
    grid = max(multiple, min(_GRID, min(width, height) // 8) // multiple * multiple)

    def side(length: float) -> int:
        return max(grid, round(length / grid) * grid)

    near = [(side(math.sqrt(area * a / b)), side(math.sqrt(area * b / a))) for a, b in _RATIOS]
    return tuple(dict.fromkeys([(width, height), *near]))


def parts_of(family: Family) -> tuple[str, ...]:
    """The parts of a family's models that have weights, by their folders' names."""
    return ("text_encoder", "unet", "vae") + (("text_encoder_2",) if family == "sdxl" else ())
