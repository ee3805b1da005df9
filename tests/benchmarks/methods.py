"""The methods compared on the held-out scenes, all in one run: how well the photo comes back, how well an
edit keeps what it should and changes what it should, and what that costs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from nti_desktop.engine.events import Finished
from nti_desktop.engine.protocol import Engine
from nti_desktop.engine.requests import EditParameters, EditRequest, InvertRequest, Request
from nti_desktop.engine.results import EditResult, ImageArray, Inversion
from tests.behaviour.scenes import HeldOutScene, hue_distance, outside, psnr

HUE_DEGREES = 30  # a recolouring has succeeded within so many of the rendered truth
PAPERS_GUIDANCE = 7.5

# Guided sampling with the stored null embeddings alone: latents of every step and the picture they end in.
Sampler = Callable[[Inversion], tuple[np.ndarray, ImageArray]]


@dataclass(frozen=True, eq=False)
class Row:
    """One line of a table.

    Attributes:
        invert, edit: fields of the requests that differ from their defaults.
        plain: whether the source runs along its own guided path, without residuals: what DDIM inversion
            gives by itself, at the price of its pivots.
    """

    name: str
    invert: Mapping[str, Any]
    edit: Mapping[str, Any] = field(default_factory=dict)
    plain: bool = False


FAST: dict[str, Any] = {"method": "null-text", "preset": "fast"}
NEGATIVE: dict[str, Any] = {"method": "negative-prompt"}
METHOD_ROWS = (
    Row("DDIM alone", {"method": "direct"}, plain=True),
    Row("null-text, paper", {"method": "null-text", "preset": "paper"}),
    Row("null-text, fast", FAST),
    Row("null-text-parallel", {"method": "null-text-parallel"}),
    Row("negative-prompt", NEGATIVE),
    Row("negative-prompt, half way", NEGATIVE | {"null_start": 0.5}),
    Row("direct", {"method": "direct"}),
)
MUTUAL: dict[str, Any] = {"cross_replace": 0.0, "self_replace": 0.0, "mutual_start": 0.1}
OPTION_ROWS = (
    METHOD_ROWS[4],
    Row("negative-prompt, proximal soft", NEGATIVE, {"proximal": "soft"}),
    Row("negative-prompt, proximal hard", NEGATIVE, {"proximal": "hard"}),
    METHOD_ROWS[2],
    Row("null-text, fast, mutual self-attention", FAST, MUTUAL),
)


@dataclass(frozen=True)
class Measured:
    """One method on one scene.

    Attributes:
        autoencoder, with_residuals, without_residuals: PSNR of the reconstruction, dB.
        background, background_everywhere: PSNR outside the object of a recoloured photo, dB, with the edit
            confined by its own words, and not confined.
        inside: PSNR of the object against the rendered truth, dB.
        recoloured: whether its hue is right.
    """

    autoencoder: float
    with_residuals: float
    without_residuals: float
    background: float
    background_everywhere: float
    inside: float
    recoloured: bool
    evaluations: int
    seconds: float
    edit_evaluations: int
    edit_seconds: float


class Bench:
    """Measures rows on scenes; an inversion that several rows share is made once."""

    def __init__(self, engine: Engine, sample: Sampler, steps: int, guidance: float | None) -> None:
        self._engine, self._sample = engine, sample
        self._steps, self._guidance = steps, guidance
        self._inverted: dict[tuple[str, str], tuple[Inversion, np.ndarray, ImageArray]] = {}

    def measure(self, row: Row, scenes: Sequence[HeldOutScene]) -> list[Measured]:
        """One row on all scenes."""
        return [self._on(row, scene) for scene in scenes]

    def _on(self, row: Row, scene: HeldOutScene) -> Measured:
        inversion, path, picture = self._inversion(row, scene)
        source = _on_its_own_path(inversion, path, picture) if row.plain else inversion
        edited = self._edit(source, scene, row, blend_words=None)
        everywhere = self._edit(source, scene, row, blend_words=())
        rest, report = outside(scene.mask), inversion.report
        return Measured(
            autoencoder=report.vae_psnr_db,
            with_residuals=report.psnr_db,
            without_residuals=psnr(picture, scene.image),
            background=psnr(edited.image, scene.image, rest),
            background_everywhere=psnr(everywhere.image, scene.image, rest),
            inside=psnr(edited.image, scene.truth, scene.mask),
            recoloured=hue_distance(edited.image, scene.truth, scene.mask) < HUE_DEGREES,
            evaluations=len(inversion.timesteps) if row.plain else report.network_evaluations,
            seconds=report.seconds,
            edit_evaluations=edited.network_evaluations,
            edit_seconds=edited.seconds,
        )

    def _inversion(self, row: Row, scene: HeldOutScene) -> tuple[Inversion, np.ndarray, ImageArray]:
        """The inversion, and what guided sampling makes of it."""
        key = (scene.name, repr(sorted(row.invert.items())))
        if key not in self._inverted:
            request = InvertRequest(
                scene.image, scene.caption, steps=self._steps, guidance=self._guidance, **row.invert
            )
            inversion = finish(self._engine, request)
            assert isinstance(inversion, Inversion)
            self._inverted[key] = (inversion, *self._sample(inversion))
        return self._inverted[key]

    def _edit(
        self, inversion: Inversion, scene: HeldOutScene, row: Row, blend_words: tuple[str, ...] | None
    ) -> EditResult:
        parameters = EditParameters(scene.edited, blend_words=blend_words, **row.edit)
        result = finish(self._engine, EditRequest(inversion, parameters))
        assert isinstance(result, EditResult)
        return result


def run(
    engine: Engine, sample: Sampler, scenes: Sequence[HeldOutScene], steps: int, guidance: float | None
) -> dict[Row, list[Measured]]:
    """All rows at one guidance; None is the model's own."""
    bench, found = Bench(engine, sample, steps, guidance), {}
    for row in (*METHOD_ROWS, *OPTION_ROWS):
        if row in found:
            continue
        found[row] = bench.measure(row, scenes)
        spent = sum(m.seconds + 2 * m.edit_seconds for m in found[row])
        print(f"{row.name}: {spent:.0f} s", file=sys.stderr, flush=True)
    return found


def warm_up(engine: Engine, scene: HeldOutScene) -> None:
    """Let the engine load its model before anything is timed."""
    finish(engine, InvertRequest(scene.image, scene.caption, method="direct", steps=2))


def finish(engine: Engine, request: Request) -> object:
    """The result of a job."""
    *_, last = engine.submit(request)
    if not isinstance(last, Finished):
        raise TypeError(f"the job ended with {last}")
    return last.result


def sampler() -> Sampler:
    """Guided sampling by the bundled model, written out plainly: no residuals, no replay."""
    import torch

    from nti_desktop.diffusion.models import DiffusionModel
    from nti_desktop.diffusion.schedule import denoise
    from nti_desktop.diffusion.sources import describe_model
    from nti_desktop.diffusion.texts import TextEmbedding

    model = DiffusionModel.load(describe_model("demo"), torch.device("cpu"))

    @torch.no_grad()
    def sample(inversion: Inversion) -> tuple[np.ndarray, ImageArray]:
        text = model.embed(model.tokenize(inversion.caption))
        nulls = TextEmbedding(torch.from_numpy(inversion.null_embeddings))
        path = [torch.from_numpy(inversion.pivots[-1:])]
        for index, step in enumerate(model.steps(len(inversion.timesteps))):
            conditional = model.predict_noise(path[-1], [step], text)
            unconditional = model.predict_noise(path[-1], [step], nulls.at(index))
            noise = unconditional + inversion.guidance * (conditional - unconditional)
            path.append(denoise(step, path[-1], noise))
        return torch.cat(path).numpy(), model.decode(path[-1])

    return sample


def _on_its_own_path(inversion: Inversion, path: np.ndarray, picture: ImageArray) -> Inversion:
    """The inversion with its pivots replaced by a sampled path (noisiest first), and nothing put right."""
    none = np.zeros_like(inversion.residuals)
    return replace(inversion, pivots=path[::-1].copy(), residuals=none, reconstruction=picture)
