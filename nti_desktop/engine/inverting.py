"""The inversion job: a working image in, an `Inversion` out, events on the way."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

import numpy as np
import torch

from nti_desktop.diffusion import inversion as core
from nti_desktop.diffusion.editing import word_maps
from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.diffusion.progress import Tick
from nti_desktop.diffusion.prompts import TokenizedCaption
from nti_desktop.engine.events import Event, Preview, Progress
from nti_desktop.engine.meter import Meter
from nti_desktop.engine.previews import PreviewMaker
from nti_desktop.engine.requests import InvertRequest
from nti_desktop.engine.results import ImageArray, Inversion, InversionReport, ModelIdentity
from nti_desktop.errors import CaptionError, EngineError

T = TypeVar("T")

RECIPES = {
    ("null-text", "fast"): core.FAST,
    ("null-text", "paper"): core.PAPER,
    ("negative-prompt", "fast"): core.NEGATIVE_PROMPT,
    ("negative-prompt", "paper"): core.NEGATIVE_PROMPT,
    ("direct", "fast"): core.DIRECT,
    ("direct", "paper"): core.DIRECT,
}


def invert(model: DiffusionModel, request: InvertRequest) -> Generator[Event | None, None, Inversion]:
    """Run the job; None is yielded wherever there is nothing to say but a chance to stop.

    Raises:
        CaptionError, EngineError: the request cannot be done, with a sentence that says why.
    """
    guidance = model.description.default_guidance if request.guidance is None else request.guidance
    recipe, caption = _check(model, request, guidance), model.tokenize(request.caption)
    meter = Meter({"pivots": 1, "null-text": 2 + 2 * recipe.inner, "reconstruction": 2}, request.steps)
    yield Progress("encoding", 0, 1)
    latents = model.encode(request.image)
    decoded = model.decode(latents)
    previews = PreviewMaker(model, latents, request.image) if request.previews else None
    embedding, empty = model.embed(caption), model.embed(model.tokenize(""))
    steps = model.steps(request.steps)

    pivots = yield from follow(core.find_pivots(model, latents, embedding, steps), meter, None)
    null_text = yield from follow(
        core.optimise_null_text(model, pivots, embedding, empty, steps, guidance, recipe), meter, previews
    )
    replay = yield from follow(
        core.replay_with_residuals(model, pivots, embedding, null_text.embeddings, steps, guidance),
        meter,
        None,
    )

    yield Progress("decoding", 0, 1, network_evaluations=meter.evaluations)
    reconstruction = model.decode(replay.latents)
    report = InversionReport(
        psnr_db=psnr(reconstruction, request.image),
        vae_psnr_db=psnr(decoded, request.image),
        latent_mse=float((replay.latents - latents).square().mean()),
        seconds=meter.seconds,
        network_evaluations=meter.evaluations,
        loss_per_timestep=null_text.losses,
        device=str(model.device),
    )
    return Inversion(
        caption=request.caption,
        model=ModelIdentity(model.description.name, model.description.fingerprint),
        method=request.method,
        preset=request.preset,
        guidance=guidance,
        timesteps=np.array([step.timestep for step in steps], np.int64),
        pivots=pivots.cpu().numpy(),
        null_embeddings=null_text.embeddings.tokens.cpu().numpy(),
        residuals=replay.residuals.cpu().numpy(),
        word_maps=_maps(caption, replay, latents),
        reconstruction=reconstruction,
        report=report,
    )


def follow(
    work: Generator[Tick, None, T], meter: Meter, previews: PreviewMaker | None
) -> Generator[Event | None, None, T]:
    """Turn a generator's ticks into events and hand on its result."""
    while True:
        try:
            tick = next(work)
        except StopIteration as finished:
            result: T = finished.value
            return result
        yield meter.progress(tick)
        if previews is not None and tick.done is not None and tick.done.estimate is not None:
            picture = previews.picture(tick.done.estimate)
            if picture is not None:
                yield Preview(picture)


def psnr(image: ImageArray, truth: ImageArray) -> float:
    """Peak signal-to-noise ratio of two uint8 images, dB; 100 for equal ones."""
    error = float(np.mean((image.astype(np.float64) - truth) ** 2))
    return 10 * float(np.log10(255**2 / error)) if error > 0 else 100.0


def _check(model: DiffusionModel, request: InvertRequest, guidance: float) -> core.Recipe:
    recipe = RECIPES.get((request.method, request.preset))
    if recipe is None:
        known = ", ".join(dict.fromkeys(method for method, _ in RECIPES))
        raise EngineError(f"The method “{request.method}” is not available yet; choose one of: {known}.")
    if not request.caption.strip():
        raise CaptionError("The caption is empty; describe the photo in a sentence.")
    if not 2 <= request.steps <= len(model.alphas) // 2:
        raise EngineError(f"The number of steps must be between 2 and {len(model.alphas) // 2}; 50 is usual.")
    if not 1 < guidance <= 50:
        raise EngineError("The guidance must be greater than 1 and at most 50; 7.5 is usual.")
    height, width = request.image.shape[:2]
    multiple = model.description.multiple
    if request.image.ndim != 3 or height % multiple or width % multiple or not height * width:
        raise EngineError(
            f"The model needs sides that are multiples of {multiple} pixels; crop the photo to such."
        )
    return recipe


def _maps(caption: TokenizedCaption, replay: core.Replay, latents: torch.Tensor) -> np.ndarray:
    maps = word_maps(caption, replay.maps, *latents.shape[-2:])
    return maps.cpu().numpy().astype(np.float32)
