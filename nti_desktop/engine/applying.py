"""The edit job: an `Inversion` and what is to change in, an `EditResult` out, events on the way."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
import torch
from torch import Tensor

from nti_desktop.diffusion.editing import Source, sample_edit
from nti_desktop.diffusion.finite import Overflow, finite
from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.diffusion.texts import TextEmbedding
from nti_desktop.engine.edit_levels import edit_levels
from nti_desktop.engine.edit_regions import pixel_mask
from nti_desktop.engine.estimate import evaluations_per_edited_step
from nti_desktop.engine.events import Event, Progress
from nti_desktop.engine.following import follow
from nti_desktop.engine.meter import Meter
from nti_desktop.engine.operations import word_operations
from nti_desktop.engine.previews import PreviewMaker, colour_chart
from nti_desktop.engine.requests import EditRequest
from nti_desktop.engine.results import EditResult, FloatArray, Inversion
from nti_desktop.errors import Sentence

_OVERFLOW = Overflow(
    Sentence("The edit's numbers overflow; choose a lower guidance or smaller weights."),
    Sentence(
        "The edit's numbers overflow; choose a lower guidance or smaller weights, or run it on the CPU."
    ),
)


def apply_edit(model: DiffusionModel, request: EditRequest) -> Generator[Event | None, None, EditResult]:
    """Run the job; None is yielded wherever there is nothing to say but a chance to stop.

    Of stacked edits the result tells all operations, in order, and the union of the blend masks.

    Raises:
        CaptionError, EngineError: the request cannot be done, with a sentence that says why.
    """
    inversion, edits = request.inversion, (request.parameters, *request.stacked)
    levels, steps = edit_levels(model, request), model.steps_at(inversion.timesteps)
    meter = Meter({"editing": evaluations_per_edited_step(len(levels))}, len(steps))
    yield None
    edited = yield from follow(
        sample_edit(model, _source(model, inversion), levels, steps, model.largest_batch),
        meter,
        _previews(model, inversion) if request.previews else None,
    )
    yield Progress("decoding", 0, 1, network_evaluations=meter.evaluations)
    image = model.decode(finite(edited.latents, _OVERFLOW))
    mask = pixel_mask(edited.mask, request)
    return EditResult(
        image=image,
        blend_mask=mask,
        operations=word_operations(inversion.caption, edits),
        mask_coverage=1.0 if mask is None else float(mask.mean()),
        seconds=meter.seconds,
        network_evaluations=meter.evaluations,
    )


def _source(model: DiffusionModel, inversion: Inversion) -> Source:
    pooled, text = inversion.null_pooled, model.embed(model.tokenize(inversion.caption))
    return Source(
        pivots=_tensor(inversion.pivots, model),
        text=text,
        nulls=TextEmbedding(
            _tensor(inversion.null_embeddings, model), None if pooled is None else _tensor(pooled, model)
        ),
        residuals=_tensor(inversion.residuals, model),
        empty=model.embed(model.tokenize("")).as_long_as(text),
    )


def _previews(model: DiffusionModel, inversion: Inversion) -> PreviewMaker:
    latents = _tensor(inversion.pivots[:1], model)
    return PreviewMaker(latents, inversion.reconstruction, colour_chart(model))


def _tensor(array: FloatArray | np.ndarray, model: DiffusionModel) -> Tensor:
    return torch.from_numpy(np.array(array, np.float32)).to(model.device)
