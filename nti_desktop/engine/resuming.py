"""Inversions that are left and gone on with: work under way to and from `PartialInversion`."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from nti_desktop.diffusion.inversion import Inverting
from nti_desktop.diffusion.maps import MapSums
from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.diffusion.null_text import NullText
from nti_desktop.diffusion.recipes import Recipe
from nti_desktop.diffusion.texts import TextEmbedding
from nti_desktop.engine.requests import InvertRequest
from nti_desktop.engine.results import FloatArray, PartialInversion
from nti_desktop.errors import EngineError


def request_key(model: DiffusionModel, request: InvertRequest, guidance: float, recipe: Recipe) -> str:
    """A digest of all that an inversion depends on but the device and how much memory it may take.

    Args:
        recipe: its numbers may change with the program's version.
    """
    digest = hashlib.sha256(np.ascontiguousarray(request.image).tobytes())
    told = (
        request.image.shape,
        request.caption,
        model.description.fingerprint,
        request.method,
        request.preset,
        tuple(step.timestep for step in model.steps(request.steps)),
        float(guidance),
        request.null_start,
        request.refinements,
        recipe,
    )
    digest.update(repr(told).encode())
    return digest.hexdigest()[:32]


def check(before: PartialInversion | None, key: str) -> None:
    """Refuse to go on with what was begun otherwise.

    Raises:
        EngineError: it was.
    """
    if before is not None and before.request_key != key:
        raise EngineError(
            "This inversion was begun with another photo, caption, model or settings; invert anew, without "
            "resuming."
        )


def partial(work: Inverting, key: str, evaluations: int, seconds: float) -> PartialInversion:
    """What is done, as numbers."""
    found, first = work.found or NullText(work.pivots[-1]), work.pivots[0]
    pooled = [null.pooled for null in found.embeddings if null.pooled is not None]
    return PartialInversion(
        request_key=key,
        pivots=_array(work.pivots),
        current=_array([found.latents]),
        null_embeddings=_array([null.tokens for null in found.embeddings], (0, 1, 1)),
        null_pooled=_array(pooled) if pooled else None,
        residuals=_array(found.residuals, (0, *first.shape[1:])).astype(np.float16),
        losses=tuple(found.losses),
        map_sums=tuple((positions, _array([total])) for positions, total in found.maps.sums.items()),
        map_counts=tuple(found.maps.counts.items()),
        network_evaluations=evaluations,
        seconds=seconds,
        cycle_errors=tuple(found.cycle_errors),
    )


def go_on(
    before: PartialInversion, model: DiffusionModel, request: InvertRequest, recipe: Recipe
) -> Inverting:
    """The work from where it was left, on the model's device.

    The encoded photo is the one that the work was begun with: encoded anew, in tiles or elsewhere, it would
    come out a little other.

    Raises:
        EngineError: what was left does not fit together.
    """
    if not _fits_together(before, model.latents_shape(*request.image.shape[:2]), request.steps, recipe):
        raise EngineError("What is left of this inversion is damaged; invert anew, without resuming.")

    def tensors(array: np.ndarray) -> list[Tensor]:
        return list(torch.from_numpy(np.array(array)).to(model.device).split(1))

    pivots, current = tensors(before.pivots), tensors(before.current)
    if not before.losses:
        return Inverting(pivots)
    pooled = [None] * len(before.losses) if before.null_pooled is None else tensors(before.null_pooled)
    nulls = [TextEmbedding(t, p) for t, p in zip(tensors(before.null_embeddings), pooled, strict=True)]
    maps = MapSums(
        sums={positions: tensors(total)[0] for positions, total in before.map_sums},
        counts=dict(before.map_counts),
    )
    found = NullText(
        latents=current[0],
        embeddings=nulls,
        losses=list(before.losses),
        residuals=tensors(before.residuals) if len(before.residuals) else [],
        cycle_errors=list(before.cycle_errors),
        maps=maps,
    )
    return Inverting(pivots, found)


def _fits_together(before: PartialInversion, shape: tuple[int, ...], steps: int, recipe: Recipe) -> bool:
    """Whether all that belongs to the same steps is there for the same number of them."""
    pivots, done, corrected = len(before.pivots), len(before.losses), len(before.residuals)
    pooled = before.null_pooled
    return (
        before.pivots.shape[1:] == shape[1:]
        and before.current.shape == shape
        and 1 <= pivots <= steps + 1
        and done <= (steps if pivots == steps + 1 else 0)
        and done == len(before.null_embeddings)
        and done == (done if pooled is None else len(pooled))
        and corrected == len(before.cycle_errors)
        and (corrected == done if recipe.corrected else corrected <= (steps if done == steps else 0))
        and dict(before.map_sums).keys() == dict(before.map_counts).keys()
    )


def _array(parts: Sequence[Tensor], empty: tuple[int, ...] = ()) -> FloatArray:
    """Tensors (1, ...) as one array; `empty` is its shape when there are none."""
    return torch.cat(list(parts)).cpu().numpy() if parts else np.zeros(empty, np.float32)
