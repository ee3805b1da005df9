"""The edit job: an `Inversion` and what is to change in, an `EditResult` out, events on the way."""

from __future__ import annotations

from collections.abc import Generator, Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from nti_desktop.diffusion.editing import BlendPlan, Edited, EditWindows, Source, sample_edit
from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.diffusion.prompts import (
    TokenizedCaption,
    align,
    find_word,
    word_changes,
    words_of,
    words_of_the_edit,
)
from nti_desktop.diffusion.texts import TextEmbedding
from nti_desktop.engine.events import Event, Progress
from nti_desktop.engine.inverting import follow
from nti_desktop.engine.meter import Meter
from nti_desktop.engine.previews import PreviewMaker
from nti_desktop.engine.requests import EditParameters, EditRequest
from nti_desktop.engine.results import EditResult, Inversion, WordOperation
from nti_desktop.errors import CaptionError, EngineError


def apply_edit(model: DiffusionModel, request: EditRequest) -> Generator[Event | None, None, EditResult]:
    """Run the job; None is yielded wherever there is nothing to say but a chance to stop.

    Raises:
        CaptionError, EngineError: the request cannot be done, with a sentence that says why.
    """
    inversion, parameters = request.inversion, request.parameters
    _check(model, inversion, parameters)
    source_caption, target_caption = model.tokenize(inversion.caption), model.tokenize(parameters.caption)
    steps = model.steps(len(inversion.timesteps))
    meter = Meter({"editing": 3}, len(steps))
    source = Source(
        pivots=_tensor(inversion.pivots, model),
        text=model.embed(source_caption),
        nulls=TextEmbedding(_tensor(inversion.null_embeddings, model)),
        residuals=_tensor(inversion.residuals, model),
    )
    yield None
    edited = yield from follow(
        sample_edit(
            model,
            source,
            model.embed(target_caption),
            align(source_caption, target_caption, parameters.weights),
            steps,
            inversion.guidance if parameters.guidance is None else parameters.guidance,
            EditWindows(parameters.cross_replace, parameters.self_replace),
            _blend_plan(model, request, source_caption, target_caption),
        ),
        meter,
        _previews(model, inversion) if request.previews else None,
    )
    yield Progress("decoding", 0, 1, network_evaluations=meter.evaluations)
    image = model.decode(edited.latents)
    mask = _pixel_mask(edited, image.shape[0], image.shape[1])
    return EditResult(
        image=image,
        blend_mask=mask,
        operations=word_operations(inversion.caption, parameters),
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


def _check(model: DiffusionModel, inversion: Inversion, parameters: EditParameters) -> None:
    if inversion.model.fingerprint != model.description.fingerprint:
        raise EngineError(
            f"This photo was inverted with another model ({inversion.model.name}); "
            "invert it again with the current one to edit further."
        )
    if not parameters.caption.strip():
        raise CaptionError("The edited caption is empty; write what the photo shall show.")
    shares = (
        parameters.cross_replace,
        parameters.self_replace,
        parameters.blend_threshold,
        parameters.start_blend,
    )
    if not all(0 <= share <= 1 for share in shares):
        raise EngineError(
            "Cross replace, self replace, blend threshold and blend start are shares between 0 and 1."
        )
    count = len(words_of(parameters.caption))
    if any(not 0 <= index < count or not -10 <= weight <= 10 for index, weight in parameters.weights):
        raise CaptionError("A weight must be between -10 and 10 and belong to a word of the edited caption.")


def _blend_plan(
    model: DiffusionModel, request: EditRequest, source: TokenizedCaption, target: TokenizedCaption
) -> BlendPlan | None:
    """Where the edit may take place; None for everywhere."""
    parameters = request.parameters
    fixed = None if request.mask is None else _latent_mask(request, model)
    old, new = _blend_words(parameters, source, target)
    if fixed is None and not old and not new:
        return None
    maps = _tensor(request.inversion.word_maps, model)
    source_map = maps[list(old)].mean(0)[None, None] if old else None
    tokens = tuple(k for word in new for k in target.word_tokens[word])
    return BlendPlan(source_map, tokens, fixed, parameters.blend_threshold, parameters.start_blend)


def _blend_words(
    parameters: EditParameters, source: TokenizedCaption, target: TokenizedCaption
) -> tuple[Sequence[int], Sequence[int]]:
    """Indices of the source's and of the target's words that confine the edit."""
    if parameters.blend_words is None:
        reweighted = [index for index, weight in parameters.weights if weight != 1]
        return words_of_the_edit(source.caption, target.caption, reweighted)
    old: list[int] = []
    new: list[int] = []
    for text in parameters.blend_words:
        found = [_find(caption, text) for caption in (source.caption, target.caption)]
        if not any(found):
            find_word(f"{source.caption} / {target.caption}", text)  # raises, naming the words there are
        old += found[0]
        new += found[1]
    return old, new


def _find(caption: str, text: str) -> tuple[int, ...]:
    try:
        return find_word(caption, text)
    except CaptionError:
        return ()


def _latent_mask(request: EditRequest, model: DiffusionModel) -> Tensor:
    """The user's mask at the latents' size; a latent position changes when any of its pixels may."""
    mask = np.asarray(request.mask)
    if mask.shape != request.inversion.reconstruction.shape[:2]:
        height, width = request.inversion.reconstruction.shape[:2]
        raise EngineError(f"The mask must be {width} x {height} pixels, the size of the working image.")
    pixels = torch.from_numpy(mask.astype(np.float32) / 255)[None, None].to(model.device)
    return functional.adaptive_max_pool2d(pixels, request.inversion.pivots.shape[-2:])


def _pixel_mask(edited: Edited, height: int, width: int) -> np.ndarray | None:
    if edited.mask is None:
        return None
    mask = functional.interpolate(edited.mask, (height, width), mode="bilinear", align_corners=False)
    return mask[0, 0].clamp(0, 1).cpu().numpy().astype(np.float32)


def _previews(model: DiffusionModel, inversion: Inversion) -> PreviewMaker:
    return PreviewMaker(model, _tensor(inversion.pivots[:1], model), inversion.reconstruction)


def _tensor(array: np.ndarray, model: DiffusionModel) -> Tensor:
    return torch.from_numpy(np.array(array, np.float32)).to(model.device)
