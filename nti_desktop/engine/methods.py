"""The recipe behind each method and preset. Torch-free: the window asks what a job will take."""

from __future__ import annotations

from nti_desktop.diffusion import recipes
from nti_desktop.diffusion.recipes import Recipe
from nti_desktop.engine.requests import METHODS, PRESETS, Method, Preset
from nti_desktop.errors import EngineError, Sentence

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
        raise EngineError(
            "There is no method “{method}”; choose one of: {known}.", method=method, known=", ".join(METHODS)
        )
    if preset not in PRESETS:
        raise EngineError(
            "There is no preset “{preset}”; choose one of: {known}.", preset=preset, known=", ".join(PRESETS)
        )
    is_paper = method == "null-text" and preset == "paper"
    return recipes.PAPER if is_paper else RECIPES[method]


def contradiction(method: Method, preset: Preset, null_start: float | None) -> Sentence | None:
    """What is wrong with asking for all of these; None when nothing is.

    `paper` is the published algorithm and nothing else.
    """
    if preset == "paper" and method != "null-text":
        return Sentence(
            "The preset paper is a way to do null-text, not {method}; leave out one of the two.",
            method=method,
        )
    if preset == "paper" and null_start is not None:
        return Sentence(
            "The preset paper begins with the empty caption's embedding; leave out the preset or the start "
            "of null embeddings."
        )
    return None
