"""The edit job: an `Inversion` and what is to change in, an `EditResult` out, events on the way."""

from __future__ import annotations

import itertools
from collections.abc import Generator

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from nti_desktop.diffusion.editing import Edited, Source, sample_edit
from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.diffusion.prompts import word_changes, words_of
from nti_desktop.diffusion.texts import TextEmbedding
from nti_desktop.engine.edit_levels import edit_levels
from nti_desktop.engine.events import Event, Progress
from nti_desktop.engine.following import follow
from nti_desktop.engine.meter import Meter
from nti_desktop.engine.previews import PreviewMaker
from nti_desktop.engine.requests import EditParameters, EditRequest
from nti_desktop.engine.results import EditResult, FloatArray, Inversion, WordOperation


def apply_edit(model: DiffusionModel, request: EditRequest) -> Generator[Event | None, None, EditResult]:
    """Run the job; None is yielded wherever there is nothing to say but a chance to stop.

    Of stacked edits the result tells all operations, in order, and the union of the blend masks.

    Raises:
        CaptionError, EngineError: the request cannot be done, with a sentence that says why.
    """
    inversion, edits = request.inversion, (request.parameters, *request.stacked)
    levels, steps = edit_levels(model, request), model.steps(len(inversion.timesteps))
    meter = Meter({"editing": 1 + 2 * len(levels)}, len(steps))
    yield None
    edited = yield from follow(
        sample_edit(model, _source(model, inversion), levels, steps, model.largest_batch),
        meter,
        _previews(model, inversion) if request.previews else None,
    )
    yield Progress("decoding", 0, 1, network_evaluations=meter.evaluations)
    image = model.decode(edited.latents)
    mask = _pixel_mask(edited, image.shape[0], image.shape[1])
    below = (inversion.caption, *(parameters.caption for parameters in edits))
    return EditResult(
        image=image,
        blend_mask=mask,
        operations=tuple(
            itertools.chain(*(word_operations(c, e) for c, e in zip(below, edits, strict=False)))
        ),
        mask_coverage=1.0 if mask is None else float(mask.mean()),
        seconds=meter.seconds,
        network_evaluations=meter.evaluations,
    )


def word_operations(source: str, parameters: EditParameters) -> tuple[WordOperation, ...]:
    """What an edit is understood to be, word by word, in the order of the edited caption."""
    old = [w.text for w in words_of(source)]
    new = [w.text for w in words_of(parameters.caption)]
    weights = dict(parameters.weights)
    return tuple(
        WordOperation(
            change.kind,
            " ".join(old[i] for i in change.source),
            " ".join(new[j] for j in change.target),
            next((weights[j] for j in change.target if j in weights), 1.0),
        )
        for change in word_changes(source, parameters.caption)
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


def _pixel_mask(edited: Edited, height: int, width: int) -> FloatArray | None:
    if edited.mask is None:
        return None
    mask = functional.interpolate(edited.mask, (height, width), mode="bilinear", align_corners=False)
    return mask[0, 0].clamp(0, 1).cpu().numpy().astype(np.float32)


def _previews(model: DiffusionModel, inversion: Inversion) -> PreviewMaker:
    return PreviewMaker(_tensor(inversion.pivots[:1], model), inversion.reconstruction)


def _tensor(array: FloatArray | np.ndarray, model: DiffusionModel) -> Tensor:
    return torch.from_numpy(np.array(array, np.float32)).to(model.device)
