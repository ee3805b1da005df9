"""How much work an inversion puts into its null embeddings: the numbers of each method and preset."""

from __future__ import annotations

from dataclasses import dataclass

_ROOM = 1.5


@dataclass(frozen=True)
class Recipe:
    """How null embeddings are found.

    Attributes:
        inner: inner Adam iterations at most, per timestep.
        learning_rate, decay: Adam's rate at step i is learning_rate * (1 - decay * i).
        start: where embeddings start, 0 the empty caption's .. 1 the caption's; None: by the guidance.
        tolerance, growth: a step is done when its loss is at most tolerance + growth * i.
        corrected: whether each step's residual is added before the next begins, so that every step starts at
            its pivot; otherwise z̄ runs along by its own steps and the residuals are found afterwards.
        in_blocks: whether steps are done as a batch, each from its pivot and from `start`; such a recipe is
            `corrected`, since its steps assume that the one before landed on its pivot.
        as_published: whether the loss is tested after the optimiser's step and the last embedding kept, as
            the authors' code does; otherwise it is tested before, and the best embedding is kept.
    """

    inner: int = 0
    learning_rate: float = 0.0
    decay: float = 0.0
    start: float | None = None
    tolerance: float = 0.0
    growth: float = 0.0
    corrected: bool = True
    in_blocks: bool = False
    as_published: bool = False

    def first(self, guidance: float) -> float:
        """Where embeddings start at guidance w: by itself at 1 - 1.5 / (w - 1), or 0.

        From the empty caption's embedding edits come out best; what an embedding leaves to its residual
        grows with w - 1 and with the distance from the caption's embedding.
        """
        return max(0.0, 1 - _ROOM / (guidance - 1)) if self.start is None else self.start

    def rate(self, index: int) -> float:
        """Adam's learning rate at sampling step `index`."""
        return self.learning_rate * (1 - self.decay * index)

    def threshold(self, index: int) -> float:
        """Loss at which sampling step `index` is done."""
        return self.tolerance + self.growth * index

    def told_tolerance(self, index: int) -> float | None:
        """The same for people: None where every step takes all its iterations, whatever the loss."""
        stops_early = self.inner > 0 and (self.tolerance > 0 or self.growth > 0)
        return self.threshold(index) if stops_early else None


# Algorithm 1 of the paper with the numbers of its section 4.
PAPER = Recipe(
    inner=10,
    learning_rate=1e-2,
    decay=0.01,
    start=0.0,
    tolerance=1e-5,
    growth=2e-5,
    corrected=False,
    as_published=True,
)
# The fewest evaluations that reach the autoencoder's bound on the bundled model (docs/decisions). Nothing
# stops early, which would save at most 6 of 250 evaluations.
FAST = Recipe(inner=1, learning_rate=3e-2)
PARALLEL = Recipe(inner=1, learning_rate=3e-2, in_blocks=True)
NEGATIVE_PROMPT = Recipe(start=1.0, in_blocks=True)
DIRECT = Recipe(start=0.0, in_blocks=True)
