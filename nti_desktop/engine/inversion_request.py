"""What an inversion request asks for, checked: its recipe, or a sentence that says what is wrong."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.diffusion.recipes import Recipe
from nti_desktop.engine.methods import contradiction, recipe_of
from nti_desktop.engine.requests import LEAST_GUIDANCE, MOST_GUIDANCE, MOST_REFINEMENTS, InvertRequest
from nti_desktop.errors import CaptionError, EngineError


def chosen_guidance(model: DiffusionModel, request: InvertRequest) -> float:
    """The request's guidance, or the model's own."""
    return model.description.default_guidance if request.guidance is None else request.guidance


def checked_recipe(model: DiffusionModel, request: InvertRequest, guidance: float) -> Recipe:
    """How to find the null embeddings.

    Raises:
        CaptionError, EngineError: the request cannot be done, with a sentence that says why.
    """
    if not request.caption.strip():
        raise CaptionError("The caption is empty; describe the photo in a sentence.")
    _check_numbers(model, request, guidance)
    _check_image(model, request)
    recipe = recipe_of(request.method, request.preset)
    wrong = contradiction(request.method, request.preset, request.null_start)
    if wrong:
        raise EngineError(wrong)
    return recipe if request.null_start is None else replace(recipe, start=request.null_start)


def _check_numbers(model: DiffusionModel, request: InvertRequest, guidance: float) -> None:
    most = len(model.alphas) // 2
    if not 2 <= request.steps <= most:
        raise EngineError("The number of steps must be between 2 and {most}; 50 is usual.", most=most)
    if not LEAST_GUIDANCE <= guidance <= MOST_GUIDANCE:
        raise EngineError(
            "The guidance must be between {least:g} and {most:g}; 7.5 is usual.",
            least=LEAST_GUIDANCE,
            most=MOST_GUIDANCE,
        )
    if request.null_start is not None and not 0 <= request.null_start <= 1:
        raise EngineError(
            "The null embedding's start must be between 0 (the empty caption) and 1 (the caption)."
        )
    if not 0 <= request.refinements <= MOST_REFINEMENTS:
        raise EngineError(
            "Refinements of each pivot must be between 0 and {most}; 3 are many.", most=MOST_REFINEMENTS
        )


def _check_image(model: DiffusionModel, request: InvertRequest) -> None:
    image, multiple = request.image, model.description.multiple
    if image.ndim != 3 or image.shape[2] != 3 or image.dtype != np.uint8:
        raise EngineError("The model needs a photo of three colours (RGB, 8 bits each); convert it to such.")
    height, width = image.shape[:2]
    if height % multiple or width % multiple or not height * width:
        raise EngineError(
            "The model needs sides that are multiples of {multiple} pixels; crop the photo to such.",
            multiple=multiple,
        )
