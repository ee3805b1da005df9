"""The inversion job: a working image in, an `Inversion` out, events on the way."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
import torch
from torch import Tensor

from nti_desktop.diffusion.guided import Guided
from nti_desktop.diffusion.inversion import Inverting, invert_latents
from nti_desktop.diffusion.maps import word_maps
from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.diffusion.null_text import NullText
from nti_desktop.diffusion.recipes import Recipe
from nti_desktop.diffusion.texts import join
from nti_desktop.engine import resuming
from nti_desktop.engine.estimate import evaluations_per_step
from nti_desktop.engine.events import Event, Notice, Progress
from nti_desktop.engine.following import follow
from nti_desktop.engine.inversion_request import checked_recipe, chosen_guidance
from nti_desktop.engine.memory import (
    FEWER_AT_ONCE,
    free_memory,
    gradient_bytes,
    samples_that_fit,
    usual_memory,
)
from nti_desktop.engine.meter import Meter
from nti_desktop.engine.previews import PreviewMaker
from nti_desktop.engine.requests import InvertRequest
from nti_desktop.engine.results import (
    ImageArray,
    Inversion,
    InversionReport,
    ModelIdentity,
    PartialInversion,
)

_WITHOUT_GRADIENT = 4  # timesteps at once where nothing is optimised


class InversionJob:
    """One inversion on one model."""

    def __init__(self, model: DiffusionModel, request: InvertRequest) -> None:
        """Check the request.

        Raises:
            CaptionError, EngineError: it cannot be done, with a sentence that says why.
        """
        guidance = chosen_guidance(model, request)
        self._model, self._request = model, request
        self._recipe = checked_recipe(model, request, guidance)
        self._caption = model.tokenize(request.caption)
        self._key = resuming.request_key(model, request, guidance, self._recipe)
        resuming.check(request.resume, self._key)
        text, empty = model.embed(self._caption), model.embed(model.tokenize(""))
        self._guided = Guided(model, text, empty, model.steps(request.steps), guidance)
        self._meter = _meter(self._recipe, request)
        self._work: Inverting | None = None

    def run(self) -> Generator[Event | None, None, Inversion]:
        """Do it; None is yielded wherever there is nothing to say but a chance to stop."""
        model, request = self._model, self._request
        yield Progress("encoding", 0, 1, earlier=self._earlier())
        work = self._work = self._begun()
        latents = work.pivots[0]
        yield None
        decoded = model.decode(latents)
        yield None
        previews = PreviewMaker(latents, request.image) if request.previews else None
        largest, usual = self._samples_at_once(latents)
        yield Notice(FEWER_AT_ONCE) if largest < usual else None
        found = yield from follow(
            invert_latents(self._guided, self._recipe, work, request.refinements, largest),
            self._meter,
            previews,
        )
        yield Progress("decoding", 0, 1, network_evaluations=self._meter.evaluations)
        reconstruction = model.decode(found.latents)
        report = InversionReport(
            psnr_db=psnr(reconstruction, request.image),
            vae_psnr_db=psnr(decoded, request.image),
            latent_mse=float((found.latents - latents).square().mean()),
            seconds=self._meter.seconds,
            network_evaluations=self._meter.evaluations,
            loss_per_timestep=tuple(found.losses),
            device=str(model.device),
            cycle_error=float(np.mean(found.cycle_errors)),
        )
        return self._inversion(torch.cat(work.pivots), found, reconstruction, report)

    def partial(self) -> PartialInversion | None:
        """What is done; None while that is nothing."""
        if self._work is None:
            return self._request.resume
        return resuming.partial(self._work, self._key, self._meter.evaluations, self._meter.seconds)

    def _begun(self) -> Inverting:
        """What is done already, or the encoded photo alone."""
        model, request = self._model, self._request
        if request.resume is None:
            return Inverting([model.encode(request.image)])
        return resuming.go_on(request.resume, model, request, self._recipe)

    def _earlier(self) -> tuple[tuple[int, float], ...]:
        """Timestep and loss of each step that is done already."""
        losses = () if self._request.resume is None else self._request.resume.losses
        return tuple((step.timestep, loss) for step, loss in zip(self._guided.steps, losses, strict=False))

    def _samples_at_once(self, latents: Tensor) -> tuple[int, int]:
        """Timesteps of one block, and how many there would be on a machine with nothing else to do.

        Where nothing is optimised, no memory is needed for gradients.
        """
        if not self._recipe.in_blocks:
            return 1, 1
        wanted = usual = _WITHOUT_GRADIENT
        if self._recipe.inner and self._model.largest_batch != 1:
            sample = gradient_bytes(self._guided, latents)
            self._meter.evaluations += 1
            usual = samples_that_fit(usual_memory(self._model), sample)
            wanted = min(usual, samples_that_fit(free_memory(self._model.device), sample))
        most = self._model.largest_batch or usual
        return min(wanted, most), min(usual, most)

    def _inversion(
        self, pivots: Tensor, found: NullText, reconstruction: ImageArray, report: InversionReport
    ) -> Inversion:
        request, description, nulls = self._request, self._model.description, join(found.embeddings)
        maps = word_maps(self._caption, found.maps, *pivots.shape[-2:])
        return Inversion(
            caption=request.caption,
            model=ModelIdentity(description.name, description.fingerprint),
            method=request.method,
            preset=request.preset,
            guidance=self._guided.guidance,
            timesteps=np.array([step.timestep for step in self._guided.steps], np.int64),
            pivots=pivots.cpu().numpy(),
            null_embeddings=nulls.tokens.cpu().numpy(),
            residuals=torch.cat(found.residuals).cpu().numpy(),
            word_maps=maps.cpu().numpy().astype(np.float32),
            reconstruction=reconstruction,
            report=report,
            null_pooled=None if nulls.pooled is None else nulls.pooled.cpu().numpy(),
        )


def psnr(image: ImageArray, truth: ImageArray) -> float:
    """Peak signal-to-noise ratio of two uint8 images, dB; 100 for equal ones."""
    error = float(np.mean((image.astype(np.float64) - truth) ** 2))
    return 10 * float(np.log10(255**2 / error)) if error > 0 else 100.0


def _meter(recipe: Recipe, request: InvertRequest) -> Meter:
    """Network evaluations per step of each stage, at most; what was spent before counts."""
    plan, before = evaluations_per_step(recipe, request.refinements), request.resume
    if before is None:
        return Meter(plan, request.steps)
    done = {"pivots": len(before.pivots) - 1, "null-text": len(before.losses)}
    done = done if recipe.corrected else done | {"reconstruction": len(before.residuals)}
    return Meter(plan, request.steps, before.network_evaluations, before.seconds, done)
