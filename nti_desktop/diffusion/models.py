"""A Stable Diffusion model as the mathematics sees it: encode, decode, embed text, predict noise.

The one place that knows SD 1, SD 2 and SDXL apart when a network is called.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from torch import Tensor, nn

from nti_desktop.diffusion.attention import AttentionControl
from nti_desktop.diffusion.devices import (
    GradientScale,
    choose_device,
    memory_format_for,
    precisions_for,
    prepare,
)
from nti_desktop.diffusion.loading import Parts
from nti_desktop.diffusion.schedule import Spacing, Step, cumulative_alphas, ddim_steps, steps_through
from nti_desktop.diffusion.sources import ModelDescription, Prediction
from nti_desktop.diffusion.text_encoders import TextEncoders
from nti_desktop.diffusion.texts import TextEmbedding
from nti_desktop.diffusion.tiles import use_tiles
from nti_desktop.diffusion.tokens import TokenizedCaption

__all__ = ["DiffusionModel", "choose_device"]

# diffusers' own warns of modules to be kept in float32, of which there are none here.
_move: Any = nn.Module.to


@dataclass(eq=False)
class DiffusionModel:
    """The parts of a loaded model, frozen: no weight ever requires a gradient.

    Attributes:
        alphas: ᾱ for each training timestep.
        prediction: what the noise network says; `Step` carries it on.
        largest_batch: samples that the noise network should be given at once; None for any number.
    """

    description: ModelDescription
    vae: AutoencoderKL
    texts: TextEncoders
    unet: UNet2DConditionModel
    alphas: tuple[float, ...]
    prediction: Prediction
    steps_offset: int
    spacing: Spacing
    device: torch.device
    largest_batch: int | None = None

    @classmethod
    def load(
        cls, description: ModelDescription, device: torch.device, precision: torch.dtype | None = None
    ) -> DiffusionModel:
        """Load a model from its folder or checkpoint.

        Args:
            precision: of the noise network; None takes the device's own (see `devices.precisions_for`).

        Raises:
            ModelError: a part cannot be loaded.
        """
        parts = Parts(description)
        scheduler = parts.json("scheduler/scheduler_config.json")
        scheduler["rescale_betas_zero_snr"] = description.zero_snr
        with parts.sentences():
            alphas, offset = cumulative_alphas(scheduler), int(scheduler.get("steps_offset", 1))
        unet = parts.unet(precision or precisions_for(device)[0])  # the largest, while memory is emptiest
        model = cls(
            description=description,
            vae=parts.vae(),
            texts=TextEncoders.load(description, parts),
            unet=unet,
            alphas=alphas,
            prediction=description.prediction,
            steps_offset=offset,
            spacing=scheduler.get("timestep_spacing", "leading"),
            device=torch.device("cpu"),
        )
        model.move_to(device, precision)
        return model

    @property
    def precision(self) -> torch.dtype:
        """Of the noise network; what crosses its border is float32."""
        return self.unet.dtype

    def steps(self, count: int) -> tuple[Step, ...]:
        """The DDIM grid of this model, noisiest step first."""
        return ddim_steps(
            self.alphas, count, self.steps_offset, spacing=self.spacing, prediction=self.prediction
        )

    def steps_at(self, timesteps: Iterable[int]) -> tuple[Step, ...]:
        """The DDIM grid that something was made with, noisiest timestep first.

        Raises:
            ModelError: this model has no such grid.
        """
        return steps_through(self.alphas, [int(timestep) for timestep in timesteps], self.prediction)

    def latents_shape(self, height: int, width: int) -> tuple[int, int, int, int]:
        """(1, C, h, w) of a picture of so many pixels."""
        channels = int(self.vae.config.latent_channels)
        return (1, channels, height // self._factor, width // self._factor)

    @torch.no_grad()
    def encode(self, image: npt.NDArray[np.uint8]) -> Tensor:
        """uint8 (H, W, 3) -> latents float32 (1, C, h, w), the mode of the posterior, scaled."""
        pixels = torch.from_numpy(np.array(image)).to(self.device).permute(2, 0, 1)[None]
        posterior = self.vae.encode(pixels.float() / 127.5 - 1).latent_dist
        return _of_shape(posterior.mode(), self.latents_shape(*image.shape[:2])) * self._scaling

    @torch.no_grad()
    def decode(self, latents: Tensor) -> npt.NDArray[np.uint8]:
        """latents (1, C, h, w) -> uint8 (H, W, 3)."""
        rows, columns = (self._factor * side for side in latents.shape[-2:])
        pixels = self.vae.decode(latents.to(self.device, torch.float32) / self._scaling).sample
        pixels = _of_shape(pixels, (1, 3, rows, columns))
        pixels = ((pixels[0].clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8)
        return pixels.permute(1, 2, 0).cpu().numpy()

    def tokenize(self, caption: str) -> TokenizedCaption:
        """A caption's words and tokens in this model's windows.

        Raises:
            CaptionError: too long, or with characters the tokenizer cannot hold.
        """
        return self.texts.tokenize(caption)

    def embed(self, caption: TokenizedCaption) -> TextEmbedding:
        """A caption's embedding, N = 1, float32."""
        text = self.texts.embed(caption)
        pooled = None if text.pooled is None else text.pooled.to(self.device)
        return TextEmbedding(text.tokens.to(self.device), pooled)

    def predict_noise(
        self,
        latents: Tensor,
        steps: Sequence[Step],
        text: TextEmbedding,
        control: AttentionControl | None = None,
    ) -> Tensor:
        """The network's prediction (N, C, h, w), ε or v, for latents (N, C, h, w), each at its own step.

        In the latents' precision, whatever the network's own; differentiable in `text.tokens` and
        `text.pooled`.
        """
        scale = GradientScale(enabled=self.precision == torch.float16)
        output = self.unet(
            latents.to(self.precision).contiguous(memory_format=memory_format_for(latents.device)),
            torch.tensor([step.timestep for step in steps], device=latents.device),
            encoder_hidden_states=scale.input(text.tokens).to(self.precision),
            encoder_attention_mask=text.used,
            added_cond_kwargs=self._conditions(latents, text, scale),
            cross_attention_kwargs={"control": control} if control is not None else None,
        ).sample
        return scale.output(output.to(latents.dtype).contiguous())

    def use_checkpointing(self, on: bool = True) -> None:
        """Keep few of the noise network's activations for a gradient and compute the others again: the same
        gradient, for less memory and about a third more time."""
        if on:
            self.unet.enable_gradient_checkpointing()
        else:
            self.unet.disable_gradient_checkpointing()

    def tile_vae(self, on: bool = True) -> None:
        """Encode and decode in overlapping tiles of about half the model's size: less memory, and latents and
        pictures that differ a little from those made in one piece."""
        side = min(self.description.width, self.description.height)
        use_tiles(self.vae, side // self._factor, self._factor, on)

    def offload_text_encoders(self, on: bool = True) -> None:
        """Keep the text encoders on the CPU, where the few captions of a job take little time."""
        self.texts.to(torch.device("cpu") if on else self.device)

    def move_to(self, device: torch.device | str, precision: torch.dtype | None = None) -> None:
        """Move the whole model; the noise network takes the new device's precision.

        A model whose move fails is of no more use: parts of it are there, parts here.

        Args:
            precision: of the noise network; None takes the first of the device's that gives finite numbers.
                What was rounded to a smaller one before stays so: load the model anew for all its digits.
        """
        device = torch.device(device)
        prepare(device)
        self.vae.to(device)
        self.texts.to(device)
        for choice in precisions_for(device) if precision is None else (precision,):
            _move(self.unet, device, choice, memory_format=memory_format_for(device))
            if choice in (precision, torch.float32) or self._is_finite(device):
                break
        self.device = device

    def _conditions(
        self, latents: Tensor, text: TextEmbedding, scale: GradientScale
    ) -> dict[str, Any] | None:
        """SDXL's: pooled text, and original size, crop corner and target size in pixels (section 2.2)."""
        if text.pooled is None:
            return None
        height, width = (self._factor * side for side in latents.shape[-2:])
        sizes = torch.tensor([[height, width, 0, 0, height, width]], device=latents.device)
        return {
            "text_embeds": scale.input(text.pooled).to(self.precision),
            "time_ids": sizes.expand(len(latents), -1),
        }

    def _is_finite(self, device: torch.device) -> bool:
        """Whether the network gives finite numbers on pure noise, where its activations are largest."""
        rows, columns = self.description.height // self._factor, self.description.width // self._factor
        generator = torch.Generator().manual_seed(0)
        shape = (1, int(self.unet.config.in_channels), rows, columns)
        latents = torch.randn(shape, generator=generator).to(device)
        with torch.no_grad():
            text = self.texts.embed(self.tokenize(""))
            output = self.predict_noise(latents, self.steps(2)[:1], text)
        return bool(output.isfinite().all())

    @property
    def _factor(self) -> int:
        return int(2 ** (len(self.vae.config.block_out_channels) - 1))

    @property
    def _scaling(self) -> float:
        return float(self.vae.config.scaling_factor)


def _of_shape(tensor: Tensor, shape: tuple[int, ...]) -> Tensor:
    """The same tensor, if the autoencoder gave as much as it was asked for."""
    if tensor.shape != shape:
        raise RuntimeError(f"the autoencoder gave {tuple(tensor.shape)} where {shape} was wanted")
    return tensor
