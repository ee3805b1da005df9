"""A Stable Diffusion model as the mathematics sees it: encode, decode, embed text, predict noise."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

os.environ.setdefault("HF_HUB_OFFLINE", "1")  # before diffusers is imported: never ask a hub

import numpy as np
import numpy.typing as npt
import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from torch import Tensor
from transformers import CLIPTextModel, CLIPTokenizer
from transformers.utils import logging

from nti_desktop.diffusion.attention import AttentionControl
from nti_desktop.diffusion.prompts import TokenizedCaption, tokenize
from nti_desktop.diffusion.schedule import Step, cumulative_alphas, ddim_steps
from nti_desktop.diffusion.sources import ModelDescription
from nti_desktop.diffusion.texts import TextEmbedding
from nti_desktop.errors import CaptionError, ModelError

logging.disable_progress_bar()


def choose_device(name: str) -> torch.device:
    """`auto` takes the fastest there is.

    Raises:
        ModelError: the device asked for is not on this machine.
    """
    available = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
    if name == "auto":
        name = next(device for device, present in available.items() if present)
    if not available.get(name, False):
        raise ModelError(f"This computer has no {name} device; choose auto or cpu.")
    return torch.device(name)


@dataclass(eq=False)
class DiffusionModel:
    """The parts of a loaded model, frozen: no weight ever requires a gradient.

    Attributes:
        alphas: ᾱ for each training timestep.
        prediction: `epsilon` or `v_prediction`; callers only ever see ε.
    """

    description: ModelDescription
    vae: AutoencoderKL
    text_encoder: CLIPTextModel
    tokenizer: CLIPTokenizer
    unet: UNet2DConditionModel
    alphas: tuple[float, ...]
    prediction: str
    steps_offset: int
    device: torch.device

    @classmethod
    def load(cls, description: ModelDescription, device: torch.device) -> DiffusionModel:
        """Load a model from its folder, in float32.

        Raises:
            ModelError: a part cannot be loaded.
        """
        folder = str(description.path)
        options: dict[str, Any] = {
            "use_safetensors": True,
            "local_files_only": True,
            "torch_dtype": torch.float32,
            "low_cpu_mem_usage": False,
        }
        try:
            vae = AutoencoderKL.from_pretrained(folder, subfolder="vae", **options)
            unet = UNet2DConditionModel.from_pretrained(folder, subfolder="unet", **options)
            text_encoder = CLIPTextModel.from_pretrained(
                folder,
                subfolder="text_encoder",
                use_safetensors=True,
                local_files_only=True,
                dtype=torch.float32,
            )
            tokenizer = CLIPTokenizer.from_pretrained(folder, subfolder="tokenizer", local_files_only=True)
            scheduler = json.loads(
                (description.path / "scheduler" / "scheduler_config.json").read_text("utf-8")
            )
        except (OSError, ValueError, RuntimeError, KeyError, TypeError) as error:
            raise ModelError(
                f"The model “{description.name}” cannot be loaded; get a new copy of it."
            ) from error
        for part in (vae, unet, text_encoder):
            part.requires_grad_(False).eval().to(device)
        return cls(
            description,
            vae,
            text_encoder,
            tokenizer,
            unet,
            cumulative_alphas(scheduler),
            str(scheduler.get("prediction_type", "epsilon")),
            int(scheduler.get("steps_offset", 1)),
            device,
        )

    def steps(self, count: int) -> tuple[Step, ...]:
        """The DDIM grid of this model, noisiest step first."""
        return ddim_steps(self.alphas, count, self.steps_offset)

    @torch.no_grad()
    def encode(self, image: npt.NDArray[np.uint8]) -> Tensor:
        """uint8 (H, W, 3) -> latents float32 (1, C, h, w), the mode of the posterior, scaled."""
        pixels = torch.from_numpy(np.array(image)).to(self.device).permute(2, 0, 1)[None]
        posterior = self.vae.encode(pixels.float() / 127.5 - 1).latent_dist
        return posterior.mode() * self._scaling

    @torch.no_grad()
    def decode(self, latents: Tensor) -> npt.NDArray[np.uint8]:
        """latents (1, C, h, w) -> uint8 (H, W, 3)."""
        pixels = self.vae.decode(latents.to(self.device, torch.float32) / self._scaling).sample
        pixels = ((pixels[0].clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8)
        return pixels.permute(1, 2, 0).cpu().numpy()

    def tokenize(self, caption: str) -> TokenizedCaption:
        """A caption's words and tokens in this model's window.

        Raises:
            CaptionError: too long, or with characters the tokenizer cannot hold.
        """
        window = int(self.text_encoder.config.max_position_embeddings)
        return tokenize(caption, self._encode_caption, window, int(self.tokenizer.pad_token_id))

    @torch.no_grad()
    def embed(self, caption: TokenizedCaption) -> TextEmbedding:
        """A caption's embedding, N = 1."""
        ids = torch.tensor([caption.ids], device=self.device)
        return TextEmbedding(self.text_encoder(ids).last_hidden_state.float())

    def predict_noise(
        self,
        latents: Tensor,
        steps: Sequence[Step],
        text: TextEmbedding,
        control: AttentionControl | None = None,
    ) -> Tensor:
        """ε (N, C, h, w) for latents (N, C, h, w), each at the timestep of its own step.

        v-prediction is converted (ε = sqrt(ᾱ) v + sqrt(1 - ᾱ) z), which commutes with guidance.
        """
        times = torch.tensor([s.timestep for s in steps], device=self.device)
        extra = {"control": control} if control is not None else None
        output = self.unet(
            latents,
            times,
            encoder_hidden_states=text.tokens,
            encoder_attention_mask=text.used,
            cross_attention_kwargs=extra,
        ).sample
        if self.prediction != "v_prediction":
            return output
        alpha = torch.tensor([s.alpha for s in steps], device=self.device).view(-1, 1, 1, 1)
        return alpha.sqrt() * output + (1 - alpha).sqrt() * latents

    @property
    def _scaling(self) -> float:
        return float(self.vae.config.scaling_factor)

    def _encode_caption(self, caption: str) -> tuple[list[int], list[tuple[int, int]]]:
        encoded = self.tokenizer(caption, return_offsets_mapping=True, truncation=False, verbose=False)
        ids = [int(i) for i in encoded["input_ids"]]
        unknown = self.tokenizer.unk_token_id
        if unknown != self.tokenizer.eos_token_id and unknown in ids:
            raise CaptionError("The caption has characters this model cannot read; leave them out.")
        return ids, [(int(a), int(b)) for a, b in encoded["offset_mapping"]]
