"""How much work a job is, before it is begun. Torch-free: the window multiplies by the speed it measured.

Counted in network evaluations, as `InversionReport` and `EditResult` count them: forwards plus backwards, per
sample.
"""

from __future__ import annotations

from dataclasses import dataclass

from nti_desktop.diffusion.recipes import Recipe
from nti_desktop.diffusion.stages import NetworkStage
from nti_desktop.engine.methods import recipe_of
from nti_desktop.engine.requests import Memory, Method, Preset


@dataclass(frozen=True)
class Estimate:
    """What a job will take.

    Attributes:
        seconds: of its network evaluations; loading the model, reading the photo and making the picture of
            the result come on top.
    """

    seconds: float
    network_evaluations: int

    @classmethod
    def at(cls, evaluations_per_second: float, network_evaluations: int) -> Estimate:
        """So many evaluations at a speed that was measured, as in `Progress`; more than 0."""
        return cls(network_evaluations / evaluations_per_second, network_evaluations)


def evaluations_of(
    method: Method, preset: Preset, steps: int, refinements: int = 0, memory: Memory = "auto"
) -> int:
    """Network evaluations of an inversion from its beginning.

    At most so many where a step may end early: with the preset `paper`, whose steps do so when their loss is
    small, and with refinements, which end when they no longer help. Else exactly so many, as long as memory
    does not run out.

    Args:
        steps: sampling steps.
        refinements, memory: as in `InvertRequest`.

    Raises:
        EngineError: there is no such method or preset.
    """
    recipe = recipe_of(method, preset)
    is_measured = recipe.in_blocks and recipe.inner > 0 and memory == "auto"  # once, how many fit into memory
    return steps * sum(evaluations_per_step(recipe, refinements).values()) + is_measured


def evaluations_of_edit(steps: int, edits: int = 1) -> int:
    """Network evaluations of an edit of an inversion with so many steps.

    Args:
        edits: 1, and one for each that is stacked on it.
    """
    return steps * evaluations_per_edited_step(edits)


def evaluations_per_step(recipe: Recipe, refinements: int = 0) -> dict[NetworkStage, int]:
    """Stage -> network evaluations per step at most, in the order of the stages of an inversion."""
    looks = 2 if refinements == 1 else refinements  # whether a single one helped has to be measured
    plan: dict[NetworkStage, int] = {"pivots": 1 + looks, "null-text": 2 + 2 * recipe.inner}
    return plan if recipe.corrected else plan | {"reconstruction": 2}


def evaluations_per_edited_step(edits: int) -> int:
    """The source's conditional one, and two for each edit."""
    return 1 + 2 * edits
