"""What an engine can be asked to do. Torch-free: a request travels between processes and machines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

from nti_desktop.engine.results import Inversion, PartialInversion

Method = Literal["null-text", "null-text-parallel", "negative-prompt", "direct"]
Preset = Literal["fast", "paper"]
Device = Literal["auto", "cpu", "cuda", "mps"]
Memory = Literal["auto", "low"]
Proximal = Literal["none", "soft", "hard"]

METHODS: tuple[Method, ...] = get_args(Method)
PRESETS: tuple[Preset, ...] = get_args(Preset)
DEVICES: tuple[Device, ...] = get_args(Device)
MEMORIES: tuple[Memory, ...] = get_args(Memory)
PROXIMALS: tuple[Proximal, ...] = get_args(Proximal)

BUNDLED_MODEL = "demo"

# What an engine accepts; null-text inversion divides by guidance - 1.
LEAST_GUIDANCE, MOST_GUIDANCE = 1.01, 50.0
FEWEST_STEPS, MOST_STEPS = 2, 500
MOST_REFINEMENTS = 20
MOST_WEIGHT = 10.0
MOST_STACKED = 100


@dataclass(frozen=True, eq=False)
class InvertRequest:
    """Find the trajectory and null embeddings that bring a working image back.

    Attributes:
        image: uint8, height x width x 3, sRGB, already at a geometry the model supports.
        caption: the sentence that describes the image.
        model: `demo`, or the path of a diffusers folder.
        guidance: classifier-free guidance w; None takes the model's own default.
        previews: whether to send pictures on the way: of the pivots, then of the reconstruction.
        null_start: where null embeddings start, 0 the empty caption's .. 1 the caption's; None takes the
            method's own. For `negative-prompt`, which optimises nothing, it is what they stay.
        refinements: fixed-point iterations per pivot; 0 is plain DDIM inversion.
        resume: what an earlier, cancelled run of the same request had done.
        memory: `auto` takes what there is and goes on with less where that runs out; `low` takes as little as
            it can from the start, which takes longer. The result differs by no more than rounding; but where
            the photo is encoded and decoded in tiles (more than 768 x 768 pixels, or where memory runs out
            nevertheless), its latents come out a little others, and the picture has faint seams.
        checkpoints: whether to hand out what is done, after each step that is not too short for it.
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
    null_start: float | None = None
    refinements: int = 0
    resume: PartialInversion | None = None
    memory: Memory = "auto"
    checkpoints: bool = False


@dataclass(frozen=True)
class EditParameters:
    """How an edit differs from the source caption, and how firmly the source is held.

    Attributes:
        caption: the edited caption.
        weights: pairs (index of a word of the edited caption, weight); 1 is neutral.
        cross_replace: share of the steps during which the source's cross-attention is injected, 0..1; None
            chooses from the word operations: 0.8, but 0.2 when a thing is replaced or added, which has a
            shape of its own.
        self_replace: the same for self-attention; None chooses 0.4 or 0.1.
        blend_words: words (of either caption) whose maps confine the edit; None chooses them from the
            word operations, an empty tuple edits the whole picture.
        blend_threshold: a position whose map exceeds this share of the way from the map's minimum to its
            maximum belongs to the edit, 0..1.
        start_blend: share of the steps before the local blend begins, 0..1.
        guidance: classifier-free guidance of the edited branch; None takes the inversion's.
        cross_windows: triples (index of a word of the edited caption, first, last share of the steps) during
            which that word takes the source's cross-attention, instead of 0..`cross_replace`.
        blend_exclude: words (of either caption) whose maps are taken out of the blend mask.
        blend_softness: width of the blend mask's soft edge as a share of the picture's shorter side, 0..0.5.
        spatial_replace: share of the steps during which the edited latents are the source's, 0..1.
        mutual_start: share of the steps from which the edited branch looks at the source's self-attention
            keys and values with its own queries (for changes of pose); None for never.
        mutual_layer: index of the first self-attention layer, in the network's order, that does so.
        proximal: how guidance below a quantile of its size is held back: not, shrunk (soft) or cut (hard).
        proximal_quantile: 0..1.
        null_share: share of the inversion's null embeddings and residuals in the edited branch's
            unconditional pass, 1 as inverted .. 0 the empty caption's embedding alone; None chooses from the
            word operations: 0 when a thing is replaced or added, since they hold the old ones, else 1.
        self_start: share of the steps before which no self-attention is injected; the window is `self_start`
            to `self_replace`, empty where it does not begin before it ends.
    """

    caption: str
    weights: tuple[tuple[int, float], ...] = ()
    cross_replace: float | None = None
    self_replace: float | None = None
    blend_words: tuple[str, ...] | None = None
    blend_threshold: float = 0.3
    start_blend: float = 0.2
    guidance: float | None = None
    cross_windows: tuple[tuple[int, float, float], ...] = ()
    blend_exclude: tuple[str, ...] = ()
    blend_softness: float = 0.0
    spatial_replace: float = 0.0
    mutual_start: float | None = None
    mutual_layer: int = 0
    proximal: Proximal = "none"
    proximal_quantile: float = 0.7
    null_share: float | None = None
    self_start: float = 0.0


@dataclass(frozen=True, eq=False)
class EditRequest:
    """Sample the edited image beside the replayed source.

    Attributes:
        inversion: where the source branch is replayed from.
        parameters: what is to change.
        mask: the user's own blend mask, uint8 height x width at the working image's size, 255 = may
            change; it replaces the mask from the words.
        added, subtracted: likewise, but joined to that mask and taken out of it.
        stacked: further edits, each applied to the result of the one before; `parameters` is the first.
        memory: as in `InvertRequest`.
    """

    inversion: Inversion
    parameters: EditParameters
    model: str = BUNDLED_MODEL
    mask: npt.NDArray[np.uint8] | None = field(default=None)
    device: Device = "auto"
    previews: bool = False
    added: npt.NDArray[np.uint8] | None = None
    subtracted: npt.NDArray[np.uint8] | None = None
    stacked: tuple[EditParameters, ...] = ()
    memory: Memory = "auto"


@dataclass(frozen=True, eq=False)
class MapsRequest:
    """Look at attention along an inversion's pivots.

    Attributes:
        first, last: shares of the steps that are looked at, 0 the noisiest .. 1.
        layers: names of attention layers begin with one of these (`down_blocks.1`, `mid_block`, ...); empty
            for the layers whose maps have nearest to 256 positions.
        components: whether self-attention's principal components are wanted.
    """

    inversion: Inversion
    model: str = BUNDLED_MODEL
    first: float = 0.0
    last: float = 1.0
    layers: tuple[str, ...] = ()
    components: bool = False
    device: Device = "auto"


Request = InvertRequest | EditRequest | MapsRequest
