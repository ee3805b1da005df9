"""The recipe behind each method and preset. Torch-free: the window asks what a job will take."""

from __future__ import annotations

from nti_desktop.diffusion import recipes
from nti_desktop.diffusion.recipes import Recipe
from nti_desktop.engine.requests import METHODS, PRESETS, Method, Preset
from nti_desktop.errors import EngineError

RECIPES: dict[Method, Recipe] = {
    "null-text": recipes.FAST,
    "null-text-parallel": recipes.PARALLEL,
    "negative-prompt": recipes.NEGATIVE_PROMPT,
    "direct": recipes.DIRECT,
}


def recipe_of(method: Method, preset: Preset) -> Recipe:
    """`paper` is a way to do `null-text`; the other methods have one way each.

    Raises:
        EngineError: there is no such method or preset.
    """
    if method not in RECIPES:
        raise EngineError(f"There is no method “{method}”; choose one of: {', '.join(METHODS)}.")
    if preset not in PRESETS:
        raise EngineError(f"There is no preset “{preset}”; choose one of: {', '.join(PRESETS)}.")
    is_paper = method == "null-text" and preset == "paper"
    return recipes.PAPER if is_paper else RECIPES[method]
