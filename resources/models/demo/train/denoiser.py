"""Trains text encoder and denoiser together. Resumable.

The latents of all scenes are computed once. Beside the usual loss the training supervises cross-attention:
where the object is known, the words that name it have to look there. This is what makes word maps follow the
objects, and edits stay inside them, although the model is small.
"""

from __future__ import annotations

import argparse
import random
import re
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import assets
import common
import numpy as np
import tokenizer as tokenizer_module
import torch
import torch.nn.functional as F
from diffusers import AutoencoderKL, DDIMScheduler, UNet2DConditionModel
from diffusers.models.attention_processor import Attention
from muon import Muon, split
from scenes import COLOURABLE, COLOURS, Renderer, Scene, sample_scene
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer

#: number of positions of the maps that words are read from
POSITIONS = 256


@dataclass(frozen=True)
class Settings:
    """What the denoiser is and how it is trained."""

    size: int = 128
    channels: tuple[int, ...] = (64, 128, 192)
    heads: int = 4
    text_width: int = 128
    text_layers: int = 3
    batch: int = 32
    peak: float = 2e-3
    empty_share: float = 0.1
    noun_weight: float = 0.08
    colour_weight: float = 0.03
    scenes: int = 12_000


def build(
    settings: Settings, latent_channels: int, tokenizer: CLIPTokenizer
) -> tuple[CLIPTextModel, UNet2DConditionModel]:
    """An untrained text encoder and an untrained denoiser; attention where a side has 16 cells or fewer."""
    text_encoder = CLIPTextModel(
        CLIPTextConfig(
            vocab_size=len(tokenizer),
            hidden_size=settings.text_width,
            intermediate_size=4 * settings.text_width,
            projection_dim=settings.text_width,
            num_hidden_layers=settings.text_layers,
            num_attention_heads=4,
            max_position_embeddings=tokenizer.model_max_length,
            bos_token_id=tokenizer.bos_token_id,
            eos_token_id=tokenizer.eos_token_id,
            pad_token_id=tokenizer.pad_token_id,
        )
    )
    sides = [settings.size // 8 >> level for level in range(len(settings.channels))]
    crossed = [4 < side <= 16 for side in sides]
    unet = UNet2DConditionModel(
        sample_size=settings.size // 8,
        in_channels=latent_channels,
        out_channels=latent_channels,
        block_out_channels=settings.channels,
        down_block_types=tuple("CrossAttnDownBlock2D" if c else "DownBlock2D" for c in crossed),
        up_block_types=tuple("CrossAttnUpBlock2D" if c else "UpBlock2D" for c in reversed(crossed)),
        layers_per_block=1,
        cross_attention_dim=settings.text_width,
        attention_head_dim=settings.heads,
        norm_num_groups=16,
    )
    return text_encoder, unet.to(memory_format=torch.channels_last)


def build_scheduler() -> DDIMScheduler:
    """The noise schedule of Stable Diffusion, predicting velocity."""
    return DDIMScheduler(
        num_train_timesteps=1000,
        beta_start=0.00085,
        beta_end=0.012,
        beta_schedule="scaled_linear",
        clip_sample=False,
        set_alpha_to_one=False,
        steps_offset=1,
        prediction_type="v_prediction",
    )


class MapCollector:
    """A cross-attention processor that keeps the maps it computes, averaged over heads."""

    def __init__(self, maps: list[torch.Tensor]) -> None:
        self._maps = maps

    def __call__(
        self, attn: Attention, hidden_states: torch.Tensor, encoder_hidden_states: torch.Tensor, **_: object
    ) -> torch.Tensor:
        """Cross-attention written out, because its probabilities are wanted."""
        count, positions, _ = hidden_states.shape
        query, key, value = (
            attn.to_q(hidden_states),
            attn.to_k(encoder_hidden_states),
            attn.to_v(encoder_hidden_states),
        )
        query, key, value = (
            x.view(count, x.shape[1], attn.heads, -1).transpose(1, 2) for x in (query, key, value)
        )
        weights = (query @ key.transpose(-1, -2) * attn.scale).float().softmax(-1)
        if positions == POSITIONS:
            self._maps.append(weights.mean(1))
        result = (weights.to(value.dtype) @ value).transpose(1, 2).reshape(count, positions, -1)
        return attn.to_out[0](result)


def collect_maps(unet: UNet2DConditionModel) -> list[torch.Tensor]:
    """Make the denoiser's cross-attention leave its maps in the list returned."""
    maps: list[torch.Tensor] = []
    for name, module in unet.named_modules():
        if name.endswith("attn2") and isinstance(module, Attention):
            module.set_processor(MapCollector(maps))
    return maps


# data


def draw_family(rng: random.Random) -> list[Scene]:
    """A scene, and often the same scene with one object recoloured or replaced."""
    scene = sample_scene(rng)
    family = [scene]
    if rng.random() < 0.5:
        index = rng.randrange(len(scene.things))
        if scene.things[index].noun in COLOURABLE and rng.random() < 0.65:
            family.append(scene.edited(index, colour=rng.choice(tuple(COLOURS))))
        else:
            noun = rng.choice(tuple(assets.NOUNS))
            colour = scene.things[index].colour if noun in COLOURABLE else None
            family.append(scene.edited(index, noun=noun, colour=colour, variant=0))
    return family


class FamilyDraw:
    """Draws scenes one by one, members of a family in turn."""

    def __init__(self) -> None:
        self._waiting: list[Scene] = []

    def __call__(self, rng: random.Random) -> Scene:
        """The next scene."""
        if not self._waiting:
            self._waiting = draw_family(rng)
        return self._waiting.pop(0)


def word_tokens(scene: Scene, tokenizer: CLIPTokenizer) -> tuple[list[int], np.ndarray]:
    """Token numbers of a caption, and which name each object's noun and colour: (2 objects, 2, length)."""
    encoded = tokenizer(scene.caption, padding="max_length", truncation=True, return_offsets_mapping=True)
    marks = np.zeros((2, 2, len(encoded["input_ids"])), bool)
    start = len(scene.prefix)
    for index, thing in enumerate(scene.things):
        start = scene.caption.index(thing.words, start)
        end = start + len(thing.words)
        noun = end - len(thing.noun)
        colour = noun - len(thing.colour) - 1 if thing.colour else noun
        for token, (left, right) in enumerate(encoded["offset_mapping"]):
            marks[index, 0, token] = right > left >= noun and right <= end
            marks[index, 1, token] = right > left >= colour and right <= noun
        start = end
    return encoded["input_ids"], marks


def prepare(folder: Path, work: Path, settings: Settings) -> None:
    """Render and encode the scenes; keep latents, masks and tokens in the work folder."""
    path = work / f"latents-{settings.size}.pt"
    if path.exists():
        return
    tokenizer = tokenizer_module.build(work / "tokenizer")
    rng, draw = random.Random(21), FamilyDraw()
    scenes = [draw(rng) for _ in range(settings.scenes)]
    blocks = [scenes[start : start + 250] for start in range(0, len(scenes), 250)]
    with ProcessPoolExecutor(
        2, mp_context=get_context("spawn"), initializer=_start_encoder, initargs=(folder, work)
    ) as pool:
        parts = list(pool.map(_encode_block, blocks, [settings.size] * len(blocks)))
    tokens = [word_tokens(scene, tokenizer) for scene in scenes]
    data = {
        "latents": torch.cat([torch.from_numpy(latents) for latents, _ in parts]),
        "masks": torch.cat([torch.from_numpy(masks) for _, masks in parts]),
        "ids": torch.tensor([ids for ids, _ in tokens], dtype=torch.int16),
        "marks": torch.from_numpy(np.stack([marks for _, marks in tokens])),
        "objects": torch.tensor([len(scene.things) for scene in scenes], dtype=torch.uint8),
        "empty": torch.tensor(tokenizer("", padding="max_length")["input_ids"], dtype=torch.int16),
    }
    common.save_atomically(data, path)
    common.say(f"{len(scenes)} scenes encoded, spread of latents {data['latents'][:2000].float().std():.3f}")


_encoder: dict[str, Any] = {}


def _start_encoder(folder: Path, work: Path) -> None:
    """Give a worker process its own renderer and autoencoder."""
    torch.set_num_threads(1)
    device = common.pick_device()
    vae = AutoencoderKL.from_pretrained(work / "vae").eval().to(device, memory_format=torch.channels_last)
    _encoder.update(renderer=Renderer(folder), vae=vae, device=device)


@torch.no_grad()
def _encode_block(scenes: list[Scene], size: int) -> tuple[np.ndarray, np.ndarray]:
    """Scaled latents (float16) and masks on the latents' grid of some scenes."""
    images, masks = common.render_block(_encoder["renderer"], scenes, size)
    vae, device = _encoder["vae"], _encoder["device"]
    parts = []
    with torch.autocast(device.type, dtype=torch.bfloat16):
        for start in range(0, len(images), 16):
            posterior = vae.encode(common.to_tensor(images[start : start + 16], device)).latent_dist
            parts.append(posterior.mode().float().cpu() * vae.config.scaling_factor)
    return torch.cat(parts).half().numpy(), masks


# training


def attention_loss(
    maps: list[torch.Tensor], masks: torch.Tensor, marks: torch.Tensor, settings: Settings
) -> torch.Tensor:
    """How badly the words' maps match the objects' masks.

    ``maps``: per layer (batch, positions, tokens); ``masks``: (batch, objects, positions) in 0..1;
    ``marks``: (batch, objects, noun or colour, tokens). A noun should get 0.6 of the attention inside its
    object and none outside, its colour 0.25.
    """
    average = torch.stack(maps).mean(0)
    loss = average.new_zeros(())
    for kind, (target, weight) in enumerate(((0.6, settings.noun_weight), (0.25, settings.colour_weight))):
        marked = marks[:, :, kind].to(average.dtype)
        words = torch.einsum("bpt,bot->bop", average, marked).clamp(1e-5, 1 - 1e-5)
        named = marked.amax(-1)
        error = F.binary_cross_entropy(words, target * masks, reduction="none").mean(-1)
        loss = loss + weight * (error * named).sum() / len(average)
        if kind == 0:
            inside = (words * masks).sum(-1) / words.sum(-1)
            loss = loss - 0.25 * weight * (inside.clamp_min(1e-4).log() * named).sum() / len(average)
    return loss


class Trainer:
    """Text encoder, denoiser, optimiser and averaged weights, with their checkpoint."""

    def __init__(
        self, team: common.Team, work: Path, data: dict[str, torch.Tensor], settings: Settings
    ) -> None:
        torch.manual_seed(2)
        self.team, self.data, self.settings = team, data, settings
        self.device = common.pick_device()
        self.path = work / "denoiser.pt"
        tokenizer = CLIPTokenizer.from_pretrained(work / "tokenizer")
        text_encoder, unet = build(settings, data["latents"].shape[1], tokenizer)
        self.text_encoder, self.unet = text_encoder.to(self.device), unet.to(self.device)
        self.maps = collect_maps(unet)
        self.parameters = [*text_encoder.parameters(), *unet.parameters()]
        self.optimiser = Muon(*split(torch.nn.ModuleList([text_encoder, unet])), weight_decay=0.01)
        self.average = common.Average(self.parameters, 0.999)
        self.alphas = build_scheduler().alphas_cumprod.to(self.device)
        self.step, self.spent = 0, 0.0
        self.single = torch.nonzero(data["objects"] == 1).flatten()
        if self.path.exists():
            self._resume()
        torch.manual_seed(1000 * self.step + team.rank)

    def _resume(self) -> None:
        """Go on from the checkpoint."""
        state = torch.load(self.path, map_location=self.device, weights_only=True)
        self.text_encoder.load_state_dict(state["text_encoder"])
        self.unet.load_state_dict(state["unet"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.average.load(state["average"])
        self.step, self.spent = state["step"], state["spent"]

    def save(self, spent: float) -> None:
        """Write the checkpoint."""
        state = {
            "text_encoder": self.text_encoder.state_dict(),
            "unet": self.unet.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "average": self.average.values,
            "step": self.step,
            "spent": spent,
        }
        common.save_atomically(state, self.path)

    def one_step(self, share_of_time: float, clock: common.Clock) -> tuple[float, float, float]:
        """One optimiser step; returns the loss, the attention loss and the share of time spent."""
        rate = common.learning_rate(self.settings.peak, self.step, share_of_time, 200, 0.45)
        for group in self.optimiser.param_groups:
            group["lr"] = rate
        denoising, attention = self.losses(self.batch(share_of_time))
        self.optimiser.zero_grad(set_to_none=True)
        (denoising + attention).backward()
        share = self.team.average_gradients(self.parameters, clock.share)
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optimiser.step()
        self.step += 1
        self.average.update(self.step)
        return denoising.item(), attention.item(), share

    def batch(self, share_of_time: float) -> tuple[torch.Tensor, ...]:
        """Latents, masks, tokens and marks; mostly single objects in the first third of the time."""
        count = self.settings.batch // self.team.size
        index = torch.randint(0, len(self.data["latents"]), (count,))
        if share_of_time < 0.3:
            alone = self.single[torch.randint(0, len(self.single), (count,))]
            index = torch.where(torch.rand(count) < 0.7, alone, index)
        ids, marks = self.data["ids"][index].long(), self.data["marks"][index]
        empty = torch.rand(count) < self.settings.empty_share
        ids[empty] = self.data["empty"].long()
        marks[empty] = False
        latents = self.data["latents"][index].float().contiguous(memory_format=torch.channels_last)
        masks = F.adaptive_avg_pool2d(self.data["masks"][index].float() / 255, int(POSITIONS**0.5)).flatten(2)
        return tuple(x.to(self.device) for x in (latents, masks, ids, marks))

    def losses(self, batch: tuple[torch.Tensor, ...]) -> tuple[torch.Tensor, torch.Tensor]:
        """The denoising loss (velocity, weighted by min-SNR-5) and the attention loss."""
        latents, masks, ids, marks = batch
        count = len(latents)
        even = (torch.arange(count, device=self.device) + torch.rand(count, device=self.device)) / count
        timesteps = (even * 1000).long().clamp(0, 999)
        noise = torch.randn_like(latents)
        alpha = self.alphas[timesteps].view(-1, 1, 1, 1)
        noisy = alpha.sqrt() * latents + (1 - alpha).sqrt() * noise
        velocity = alpha.sqrt() * noise - (1 - alpha).sqrt() * latents
        self.maps.clear()
        with torch.autocast(self.device.type, dtype=torch.bfloat16):
            hidden = self.text_encoder(ids).last_hidden_state
            predicted = self.unet(noisy, timesteps, encoder_hidden_states=hidden).sample
        ratio = (alpha / (1 - alpha)).flatten()
        weight = ratio.clamp(max=5) / (ratio + 1)
        error = (predicted.float() - velocity).square().mean((1, 2, 3))
        return (weight * error).mean(), attention_loss(self.maps, masks, marks, self.settings)


def train(team: common.Team, work: Path, minutes: float, settings: Settings) -> None:
    """Train until ``minutes`` are spent (all runs together); the result is the checkpoint in ``work``."""
    trainer = Trainer(
        team, work, torch.load(work / f"latents-{settings.size}.pt", weights_only=True), settings
    )
    clock, saved = common.Clock(minutes, trainer.spent), trainer.spent
    share, denoising, attention = clock.share, 0.5, 0.05
    while share < 1:
        one, other, share = trainer.one_step(share, clock)
        denoising, attention = denoising + 0.02 * (one - denoising), attention + 0.02 * (other - attention)
        if team.leads and trainer.step % 200 == 0:
            progress = f"denoiser step {trainer.step} {clock.spent / 60:.1f} min"
            common.say(f"{progress}, loss {denoising:.4f}, attention {attention:.4f}")
        if team.leads and (clock.spent - saved > 240 or share >= 1):
            saved = clock.spent
            trainer.save(clock.spent)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=re.sub(r"``", "", __doc__.split("\n")[0]))
    parser.add_argument("--assets", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=75)
    parser.add_argument("--size", type=int, default=128, choices=(128, 256))
    parser.add_argument(
        "--processes", type=int, default=1, help="single-threaded processes that share the batch"
    )
    arguments = parser.parse_args()
    settings = Settings(size=arguments.size)
    prepare(arguments.assets, arguments.work, settings)
    common.launch(train, arguments.processes, arguments.work, arguments.minutes, settings)


if __name__ == "__main__":
    main()
