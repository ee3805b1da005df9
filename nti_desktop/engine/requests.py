"""What an engine can be asked to do. Torch-free: a request travels between processes and machines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from nti_desktop.engine.results import Inversion

Method = Literal["null-text", "null-text-parallel", "negative-prompt", "direct"]
Preset = Literal["fast", "paper"]
Device = Literal["auto", "cpu", "cuda", "mps"]

METHODS: tuple[Method, ...] = get_args(Method)
PRESETS: tuple[Preset, ...] = get_args(Preset)
DEVICES: tuple[Device, ...] = get_args(Device)

BUNDLED_MODEL = "demo"


@dataclass(frozen=True, eq=False)
class InvertRequest:
    """Find the trajectory and null embeddings that bring a working image back.

    Attributes:
        image: uint8, height x width x 3, sRGB, already at a geometry the model supports.
        caption: the sentence that describes the image.
        model: `demo`, or the path of a diffusers folder.
        guidance: classifier-free guidance w; None takes the model's own default.
        previews: whether to send the reconstruction while it becomes visible.
    """

    image: npt.NDArray[np.uint8]
    caption: str
    model: str = BUNDLED_MODEL
    method: Method = "null-text"
    preset: Preset = "fast"
    steps: int = 50
    guidance: float | None = None
    device: Device = "auto"
    previews: bool = False


@dataclass(frozen=True)
class EditParameters:
    """How an edit differs from the source caption, and how firmly the source is held.

    Attributes:
        caption: the edited caption.
        weights: pairs (index of a word of the edited caption, weight); 1 is neutral.
        cross_replace: share of the steps during which the source's cross-attention is injected, 0..1.
        self_replace: the same for self-attention.
        blend_words: words (of either caption) whose maps confine the edit; None chooses them from the
            word operations, an empty tuple edits the whole picture.
        blend_threshold: share of a map's maximum above which a position belongs to the edit, 0..1.
        start_blend: share of the steps before the local blend begins, 0..1.
        guidance: classifier-free guidance of the edited branch; None takes the inversion's.
    """

    caption: str
    weights: tuple[tuple[int, float], ...] = ()
    cross_replace: float = 0.8
    self_replace: float = 0.4
    blend_words: tuple[str, ...] | None = None
    blend_threshold: float = 0.3
    start_blend: float = 0.2
    guidance: float | None = None


@dataclass(frozen=True, eq=False)
class EditRequest:
    """Sample the edited image beside the replayed source.

    Attributes:
        inversion: where the source branch is replayed from.
        parameters: what is to change.
        mask: the user's own blend mask, uint8 height x width at the working image's size, 255 = may
            change; it replaces the mask from the words.
    """

    inversion: Inversion
    parameters: EditParameters
    model: str = BUNDLED_MODEL
    mask: npt.NDArray[np.uint8] | None = field(default=None)
    device: Device = "auto"
    previews: bool = False


Request = InvertRequest | EditRequest
