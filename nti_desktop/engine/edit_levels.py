"""What an edit request asks for, checked and put into the terms of the sampling loop."""

from __future__ import annotations

import itertools

from nti_desktop.diffusion.alignment import Alignment, align, token_windows
from nti_desktop.diffusion.attention_layers import attention_layers
from nti_desktop.diffusion.editing_plan import Level, Mutual
from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.diffusion.prompts import words_of
from nti_desktop.diffusion.proximal import Proximal
from nti_desktop.diffusion.tokens import TokenizedCaption
from nti_desktop.engine.edit_regions import blend_plan, user_masks
from nti_desktop.engine.holding import given, hold_of
from nti_desktop.engine.requests import MOST_GUIDANCE, MOST_WEIGHT, EditParameters, EditRequest
from nti_desktop.errors import CaptionError, EngineError, Sentence

_SHARES = {
    "cross_replace": Sentence("Cross replace"),
    "self_replace": Sentence("Self replace"),
    "self_start": Sentence("The start of self replace"),
    "blend_threshold": Sentence("The blend threshold"),
    "start_blend": Sentence("The blend's start"),
    "spatial_replace": Sentence("Spatial replace"),
    "proximal_quantile": Sentence("The proximal quantile"),
    "null_share": Sentence("The share of the null embeddings"),
    "mutual_start": Sentence("The start of mutual self-attention"),
}


def edit_levels(model: DiffusionModel, request: EditRequest) -> tuple[Level, ...]:
    """The edits of a request, each to be applied to the result of the one before.

    Raises:
        CaptionError, EngineError: the request cannot be done, with a sentence that says why.
    """
    inversion, edits = request.inversion, (request.parameters, *request.stacked)
    if inversion.model.fingerprint != model.description.fingerprint:
        raise EngineError(
            "This photo was inverted with another model ({model}); invert it again with the current one to "
            "edit further.",
            model=inversion.model.name,
        )
    for parameters in edits:
        _check(model, parameters)
    captions = [model.tokenize(caption) for caption in (inversion.caption, *(e.caption for e in edits))]
    masks, alignment = user_masks(request, model.device), None
    levels: list[Level] = []
    for parameters, (below, target) in zip(edits, itertools.pairwise(captions), strict=True):
        maps = None if levels else inversion.word_maps
        hold = hold_of(below.caption, parameters)
        alignment = _alignment(parameters, below, target, alignment)
        levels.append(
            Level(
                text=model.embed(target),
                alignment=alignment,
                windows=token_windows(target, hold.cross_replace, parameters.cross_windows),
                guidance=given(parameters.guidance, inversion.guidance),
                self_replace=hold.self_replace,
                self_start=parameters.self_start,
                spatial_replace=parameters.spatial_replace,
                blend=blend_plan(parameters, below, target, maps, masks, model.device),
                mutual=_mutual(parameters),
                proximal=_proximal(parameters),
                null_share=hold.null_share,
            )
        )
    return tuple(levels)


def _alignment(
    parameters: EditParameters, below: TokenizedCaption, target: TokenizedCaption, lower: Alignment | None
) -> Alignment:
    alignment = align(below, target, parameters.weights)
    return alignment if lower is None else alignment.on_top_of(lower)


def _mutual(parameters: EditParameters) -> Mutual | None:
    start = parameters.mutual_start
    return None if start is None else Mutual(start, parameters.mutual_layer)


def _proximal(parameters: EditParameters) -> Proximal | None:
    kind = parameters.proximal
    return None if kind == "none" else Proximal(kind, parameters.proximal_quantile)


def _check(model: DiffusionModel, parameters: EditParameters) -> None:
    if not parameters.caption.strip():
        raise CaptionError("The edited caption is empty; write what the photo shall show.")
    for name, words in _SHARES.items():
        share = getattr(parameters, name)
        if share is not None and not 0 <= share <= 1:
            raise EngineError("{what} must be a share between 0 and 1.", what=words)
    if not 0 <= parameters.blend_softness <= 0.5:
        raise EngineError("The soft edge of the blend mask must be between 0 and 0.5 of the shorter side.")
    if parameters.guidance is not None and not 0 <= parameters.guidance <= MOST_GUIDANCE:
        raise EngineError("The guidance of an edit must be between 0 and {most:g}.", most=MOST_GUIDANCE)
    if parameters.proximal not in ("none", "soft", "hard"):
        raise EngineError("Proximal guidance must be none, soft or hard.")
    _check_mutual(model, parameters)
    _check_words(parameters)


def _check_mutual(model: DiffusionModel, parameters: EditParameters) -> None:
    if parameters.mutual_start is None:
        return
    layers = sum(layer.self_index is not None for layer in attention_layers(model.unet))
    if not 0 <= parameters.mutual_layer < layers:
        raise EngineError(
            "This model has {layers} self-attention layers; choose the first mutual one between 0 and "
            "{most}.",
            layers=layers,
            most=layers - 1,
        )


def _check_words(parameters: EditParameters) -> None:
    count = len(words_of(parameters.caption))
    if any(not 0 <= index < count or not abs(weight) <= MOST_WEIGHT for index, weight in parameters.weights):
        raise CaptionError("A weight must be between -10 and 10 and belong to a word of the edited caption.")
    if any(
        not 0 <= index < count or not 0 <= first <= last <= 1
        for index, first, last in parameters.cross_windows
    ):
        raise CaptionError(
            "A cross window must belong to a word of the edited caption and run from one share of the steps "
            "to a later one, both between 0 and 1."
        )
