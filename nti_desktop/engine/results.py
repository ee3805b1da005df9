"""What an engine gives back. Torch-free: arrays are numpy, ready to be shown or stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]
HalfArray = npt.NDArray[np.float16]
ImageArray = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class ModelIdentity:
    """Which model made something: a name for people, a fingerprint for comparison."""

    name: str
    fingerprint: str


@dataclass(frozen=True)
class InversionReport:
    """The figures of one inversion.

    Attributes:
        psnr_db: of the reconstruction against the working image.
        vae_psnr_db: of the autoencoder alone, the best any reconstruction can do.
        latent_mse: mean squared error of the reconstruction's z0 against the encoded one.
        seconds: wall-clock time.
        network_evaluations: forwards plus backwards of the noise network, per sample.
        loss_per_timestep: squared distance to the pivot after each step, noisiest first.
        cycle_error: mean squared distance between neighbouring pivots and where guidance-1 denoising from the
            noisier one leads, mean over the steps: what DDIM inversion misses.
    """

    psnr_db: float
    vae_psnr_db: float
    latent_mse: float
    seconds: float
    network_evaluations: int
    loss_per_timestep: tuple[float, ...]
    device: str
    cycle_error: float = 0.0


@dataclass(frozen=True, eq=False)
class Inversion:
    """A photo in the model's terms: all that an edit needs, and nothing of the network.

    S steps, latents of C x h x w, L tokens of D numbers, W words in the caption.

    Attributes:
        timesteps: int64 (S,), noisiest first.
        pivots: float32 (S + 1, C, h, w), clean latent first, noisiest last.
        null_embeddings: float32 (S, L, D), in the order of `timesteps`.
        residuals: float16 (S, C, h, w), what the null embedding leaves of the noise, same order.
        word_maps: float32 (W, rows, columns), each in 0..1, one per word of the caption.
        reconstruction: uint8 (H, W, 3), what the stored tensors decode to.
        null_pooled: float32 (S, P), the null embeddings' pooled part (SDXL); None for other models.
    """

    caption: str
    model: ModelIdentity
    method: str
    preset: str
    guidance: float
    timesteps: npt.NDArray[np.int64]
    pivots: FloatArray
    null_embeddings: FloatArray
    residuals: HalfArray
    word_maps: FloatArray
    reconstruction: ImageArray
    report: InversionReport
    null_pooled: FloatArray | None = None


@dataclass(frozen=True, eq=False)
class PartialInversion:
    """What is done of an inversion that was paused or cancelled; hand it back in to go on from there.

    S steps planned, P pivots found so far (clean first), K steps optimised so far (noisiest first).

    Attributes:
        request_key: a digest of all that the work depends on (image, caption, model, method, numbers);
            it is resumed by a request with the same key only.
        pivots: float32 (P, C, h, w).
        current: float32 (1, C, h, w), where guided sampling stands after K steps.
        null_embeddings: float32 (K, L, D); null_pooled: float32 (K, P) or None.
        residuals: float16 (K, C, h, w).
        losses: K floats.
        map_sums, map_counts: cross-attention of the caption so far, by number of positions.
        network_evaluations, seconds: spent so far.
        cycle_errors: one float for each residual, as in `InversionReport`.
    """

    request_key: str
    pivots: FloatArray
    current: FloatArray
    null_embeddings: FloatArray
    null_pooled: FloatArray | None
    residuals: HalfArray
    losses: tuple[float, ...]
    map_sums: tuple[tuple[int, FloatArray], ...]
    map_counts: tuple[tuple[int, int], ...]
    network_evaluations: int
    seconds: float
    cycle_errors: tuple[float, ...] = ()


OperationKind = Literal["keep", "replace", "remove", "insert"]


@dataclass(frozen=True)
class WordOperation:
    """One word operation of an edit; `source` and `target` are the words themselves, "" where none.

    Attributes:
        weight: of the target word; 1 is neutral.
    """

    kind: OperationKind
    source: str
    target: str
    weight: float = 1.0


@dataclass(frozen=True, eq=False)
class EditResult:
    """An edited image at the model's size.

    Attributes:
        image: uint8 (H, W, 3).
        blend_mask: float32 (H, W) in 0..1, where the edit was allowed; None when it was not confined.
        operations: what the edit was understood to be, in the order of the edited caption.
        mask_coverage: mean of the blend mask, 1 without one.
    """

    image: ImageArray
    blend_mask: FloatArray | None
    operations: tuple[WordOperation, ...]
    mask_coverage: float
    seconds: float
    network_evaluations: int


@dataclass(frozen=True, eq=False)
class AttentionMaps:
    """Where the caption's words look, and what the picture's parts have in common.

    Attributes:
        words: the caption's words.
        maps: float32 (W, rows, columns), each in 0..1.
        components: uint8 (rows, columns, 3), the first three principal components of self-attention as
            colours; None unless asked for.
    """

    words: tuple[str, ...]
    maps: FloatArray
    components: ImageArray | None


Result = Inversion | EditResult | AttentionMaps
