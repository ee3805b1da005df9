"""Results of the right shapes that nobody worked for. Torch-free."""

from __future__ import annotations

import numpy as np

from nti_desktop.diffusion.prompts import words_of
from nti_desktop.engine.operations import word_operations
from nti_desktop.engine.requests import EditRequest, InvertRequest, MapsRequest, Request
from nti_desktop.engine.results import (
    AttentionMaps,
    EditResult,
    FloatArray,
    ImageArray,
    Inversion,
    InversionReport,
    ModelIdentity,
    PartialInversion,
    Result,
)

_DOWNSAMPLING = 8
_CHANNELS = 4
_TOKENS = 77
_EMBEDDING = 16


def make_result(request: Request) -> Result:
    """A result of the right shapes for any request."""
    match request:
        case InvertRequest():
            return make_inversion(request)
        case EditRequest():
            return make_edit_result(request)
        case MapsRequest():
            inversion = request.inversion
            words = tuple(word.text for word in words_of(inversion.caption))
            components = inversion.reconstruction if request.components else None
            return AttentionMaps(words, inversion.word_maps, components)


def make_inversion(request: InvertRequest) -> Inversion:
    """An inversion as an engine would give it: the photo itself as reconstruction, a blob for each word."""
    height, width = (side // _DOWNSAMPLING for side in request.image.shape[:2])
    steps = request.steps
    random = np.random.default_rng(0)
    latents = (_CHANNELS, height, width)
    losses = tuple(loss_at(step, steps) for step in range(1, steps + 1))
    return Inversion(
        caption=request.caption,
        model=ModelIdentity(request.model, "0" * 16),
        method=request.method,
        preset=request.preset,
        guidance=7.5 if request.guidance is None else request.guidance,
        timesteps=np.arange(steps, 0, -1, dtype=np.int64) * (1000 // steps) - 1000 // steps + 1,
        pivots=random.standard_normal((steps + 1, *latents), np.float32),
        null_embeddings=random.standard_normal((steps, _TOKENS, _EMBEDDING), np.float32),
        residuals=random.standard_normal((steps, *latents), np.float32).astype(np.float16),
        word_maps=_blobs(len(words_of(request.caption)), height, width),
        reconstruction=request.image.copy(),
        report=InversionReport(30.0, 30.0, 1e-6, 1.0, 3 * steps, losses, "cpu", 1e-5),
    )


def make_partial(request: InvertRequest, done: int) -> PartialInversion:
    """What an engine has of an inversion when `done` steps are optimised."""
    whole = make_inversion(request)
    return PartialInversion(
        request_key=f"{request.caption} {request.method} {request.steps}",
        pivots=whole.pivots,
        current=whole.pivots[request.steps - done][None],
        null_embeddings=whole.null_embeddings[:done],
        null_pooled=None,
        residuals=whole.residuals[:done],
        losses=whole.report.loss_per_timestep[:done],
        map_sums=(),
        map_counts=(),
        network_evaluations=3 * done,
        seconds=done / request.steps,
        cycle_errors=(1e-5,) * done,
    )


def make_edit_result(request: EditRequest) -> EditResult:
    """The reconstruction with its middle recoloured, and the word operations that the captions imply."""
    source = request.inversion.reconstruction
    mask = _middle(source.shape[0], source.shape[1])
    if request.mask is not None:
        mask = _share(request.mask)
    if request.added is not None:
        mask = np.maximum(mask, _share(request.added))
    if request.subtracted is not None:
        mask = np.minimum(mask, 1 - _share(request.subtracted))
    swapped = source[..., ::-1]
    image = np.where(mask[..., None] > 0, swapped, source).astype(np.uint8)
    operations = word_operations(request.inversion.caption, (request.parameters, *request.stacked))
    return EditResult(image, mask, operations, float(mask.mean()), 0.5, 3 * len(request.inversion.timesteps))


def loss_at(step: int, steps: int) -> float:
    """A loss that falls."""
    return float(1e-4 * np.exp(-3 * step / steps))


def veiled(picture: ImageArray, share: float) -> ImageArray:
    """The picture, `share` of the way out of grey."""
    return (128 + (picture.astype(np.float32) - 128) * share).astype(np.uint8)


def _share(mask: ImageArray) -> FloatArray:
    return (mask / np.float32(255)).astype(np.float32)


def _blobs(count: int, rows: int, columns: int) -> FloatArray:
    """One soft spot a word, side by side."""
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    centres = (np.arange(count, dtype=np.float32)[:, None, None] + 0.5) * columns / max(count, 1)
    distance = ((x - centres) / columns) ** 2 + ((y - rows / 2) / rows) ** 2
    blobs: FloatArray = np.exp(-20 * distance).astype(np.float32)
    return blobs


def _middle(height: int, width: int) -> FloatArray:
    mask = np.zeros((height, width), np.float32)
    mask[height // 4 : height - height // 4, width // 4 : width - width // 4] = 1
    return mask
