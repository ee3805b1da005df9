"""Trains the autoencoder. Resumable."""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass
from pathlib import Path

import assets
import common
import numpy as np
import torch
import torch.nn.functional as F
from diffusers import AutoencoderKL
from diffusers.models.resnet import Downsample2D, ResnetBlock2D, Upsample2D
from muon import Muon, split
from PIL import Image


@dataclass(frozen=True)
class Settings:
    """What the autoencoder is and how it is trained."""

    size: int = 128
    channels: tuple[int, ...] = (16, 32, 64, 128)
    latent_channels: int = 16
    crop: int = 64
    batch: int = 16
    peak: float = 2e-3
    kl: float = 5e-5
    photo_share: float = 0.3
    smaller_share: float = 0.1
    scenes: int = 12_000
    decoder_only: bool = False


def build(settings: Settings) -> AutoencoderKL:
    """An untrained autoencoder, eight-fold down, without attention."""
    levels = len(settings.channels)
    vae = AutoencoderKL(
        down_block_types=("DownEncoderBlock2D",) * levels,
        up_block_types=("UpDecoderBlock2D",) * levels,
        block_out_channels=settings.channels,
        layers_per_block=1,
        latent_channels=settings.latent_channels,
        norm_num_groups=8,
        mid_block_add_attention=False,
        sample_size=settings.size,
    )
    _initialise(vae, settings)
    return vae.to(memory_format=torch.channels_last)


@torch.no_grad()
def _initialise(vae: AutoencoderKL, settings: Settings) -> None:
    """Start near a linear autoencoder with little noise: the usual start loses thousands of steps.

    Residual branches begin small, shortcuts and reductions orthogonal, enlargements near the identity.
    """
    for module in vae.modules():
        if isinstance(module, ResnetBlock2D):
            module.conv2.weight *= 0.1
            module.conv2.bias.zero_()
            if module.conv_shortcut is not None:
                torch.nn.init.orthogonal_(module.conv_shortcut.weight)
                module.conv_shortcut.bias.zero_()
        elif isinstance(module, Downsample2D):
            torch.nn.init.orthogonal_(module.conv.weight, gain=1.5)
            module.conv.bias.zero_()
        elif isinstance(module, Upsample2D):
            module.conv.weight *= 0.3
            module.conv.weight[:, :, 1, 1] += 0.7 * torch.eye(len(module.conv.weight))
            module.conv.bias.zero_()
    vae.encoder.conv_in.weight *= 3
    vae.quant_conv.weight[settings.latent_channels :] *= 0.1
    vae.quant_conv.bias[settings.latent_channels :] = -5.0


class Crops:
    """Random crops of scenes and of real photographs."""

    def __init__(self, settings: Settings, images: np.ndarray, photos: list[np.ndarray], seed: int) -> None:
        self._settings, self._images, self._photos = settings, images, photos
        self._rng = np.random.default_rng(seed)

    def batch(self, count: int) -> np.ndarray:
        """One batch, uint8 (count, crop, crop, 3)."""
        return np.stack([self._one() for _ in range(count)])

    def _one(self) -> np.ndarray:
        rng, crop = self._rng, self._settings.crop
        if rng.random() < self._settings.photo_share:
            patch = self._photo_patch()
        else:
            image = self._images[rng.integers(len(self._images))]
            top, left = rng.integers(0, image.shape[0] - crop + 1, 2)
            patch = image[top : top + crop, left : left + crop]
        return patch[:, ::-1] if rng.random() < 0.5 else patch

    def _photo_patch(self) -> np.ndarray:
        """A square of a photograph, reduced as much as the whole would be for the model."""
        rng, crop = self._rng, self._settings.crop
        photo = self._photos[rng.integers(len(self._photos))]
        height, width = photo.shape[:2]
        side = int(min(height, width) * crop / self._settings.size * rng.uniform(0.45, 1.0))
        side = max(side, crop)
        top, left = rng.integers(0, height - side + 1), rng.integers(0, width - side + 1)
        patch = Image.fromarray(photo[top : top + side, left : left + side])
        return np.asarray(patch.resize((crop, crop), Image.Resampling.LANCZOS))


def reconstruction_loss(result: torch.Tensor, truth: torch.Tensor) -> torch.Tensor:
    """Absolute error and edges at three scales, and squared error, which is what PSNR measures."""
    loss = 4 * F.mse_loss(result, truth)
    for _ in range(3):
        loss = loss + F.l1_loss(result, truth)
        loss = loss + 0.5 * F.l1_loss(result.diff(dim=-1), truth.diff(dim=-1))
        loss = loss + 0.5 * F.l1_loss(result.diff(dim=-2), truth.diff(dim=-2))
        result, truth = F.avg_pool2d(result, 2), F.avg_pool2d(truth, 2)
    return loss


def one_loss(
    vae: AutoencoderKL, truth: torch.Tensor, settings: Settings
) -> tuple[torch.Tensor, torch.Tensor]:
    """The training loss of one batch, and its plain squared error.

    Now and then a latent that was shrunk by two has to decode to the picture shrunk by two: this keeps the
    latents smooth, which the denoiser needs.
    """
    with torch.autocast(truth.device.type, dtype=torch.bfloat16):
        with torch.set_grad_enabled(not settings.decoder_only):
            posterior = vae.encode(truth).latent_dist
            latent = posterior.sample()
        if random.random() < settings.smaller_share:
            latent, truth = F.avg_pool2d(latent, 2), F.avg_pool2d(truth, 2)
        result = vae.decode(latent).sample
    result = result.float()
    divergence = posterior.kl().float().mean() / latent[0].numel()
    loss = reconstruction_loss(result, truth) + settings.kl * divergence
    return loss, F.mse_loss(result.detach().clamp(-1, 1), truth)


def train(team: common.Team, folder: Path, work: Path, minutes: float, settings: Settings) -> None:
    """Train until ``minutes`` are spent (all runs together); the result goes to ``work/vae``."""
    torch.manual_seed(1)
    device = common.pick_device()
    images, held_out = scene_images(folder, work, settings)
    vae = build(settings).to(device)
    parameters = list(vae.parameters())
    optimiser = Muon(*split(vae))
    average = common.Average(parameters, 0.998)
    checkpoint, step, spent = work / "autoencoder.pt", 0, 0.0
    if checkpoint.exists():
        state = torch.load(checkpoint, map_location=device, weights_only=True)
        vae.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        average.load(state["average"])
        step, spent = state["step"], state["spent"]
    if settings.decoder_only:
        average.copy_to_parameters()  # the encoder that was published is the averaged one
        vae.encoder.requires_grad_(False)
        vae.quant_conv.requires_grad_(False)
    parameters = [parameter for parameter in parameters if parameter.requires_grad]
    torch.manual_seed(1000 * step + team.rank)
    random.seed(step)
    crops = Crops(settings, images, assets.load_autoencoder_photos(folder), 1000 * step + team.rank)
    clock, saved, error = common.Clock(minutes, spent), spent, 0.1
    share = clock.share
    while share < 1:
        for group in optimiser.param_groups:
            group["lr"] = common.learning_rate(settings.peak, step, share, 100, 0.25)
        loss, squared = one_loss(
            vae, common.to_tensor(crops.batch(settings.batch // team.size), device), settings
        )
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        share = team.average_gradients(parameters, clock.share)
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        step += 1
        average.update(step)
        error += 0.02 * (squared.item() - error)
        if team.leads and step % 100 == 0:
            common.say(
                f"autoencoder step {step} {clock.spent / 60:.1f} min, {10 * np.log10(4 / error):.2f} dB"
            )
        if team.leads and (clock.spent - saved > 180 or share >= 1):
            saved = clock.spent
            save(checkpoint, vae, optimiser, average, step, clock.spent)
    average.copy_to_parameters()
    if team.leads:
        finish(vae.eval(), work, images, held_out, device)


def save(
    path: Path,
    vae: AutoencoderKL,
    optimiser: torch.optim.Optimizer,
    average: common.Average,
    step: int,
    spent: float,
) -> None:
    """Write the checkpoint from which training goes on."""
    state = {"model": vae.state_dict(), "optimiser": optimiser.state_dict(), "average": average.values}
    common.save_atomically(state | {"step": step, "spent": spent}, path)


def scene_images(folder: Path, work: Path, settings: Settings) -> tuple[np.ndarray, np.ndarray]:
    """Rendered scenes for training and for measuring; kept in the work folder."""
    path = work / f"autoencoder-scenes-{settings.size}.npz"
    if not path.exists():
        _, images, _ = common.render_many(folder, settings.scenes, 11, settings.size)
        _, held_out, _ = common.render_many(folder, 64, 900_001, settings.size)
        np.savez(path, images=images, held_out=held_out)
    stored = np.load(path)
    return stored["images"], stored["held_out"]


@torch.no_grad()
def finish(
    vae: AutoencoderKL, work: Path, images: np.ndarray, held_out: np.ndarray, device: torch.device
) -> None:
    """Measure the scaling factor and the held-out PSNR; save the model and a sheet of reconstructions."""
    latents = torch.cat(
        [
            vae.encode(common.to_tensor(images[i : i + 32], device)).latent_dist.mode()
            for i in range(0, 512, 32)
        ]
    )
    vae.register_to_config(scaling_factor=round(1 / latents.std().item(), 5))
    result = common.to_images(
        torch.cat(
            [
                vae.decode(vae.encode(x).latent_dist.mode()).sample
                for x in common.to_tensor(held_out, device).split(16)
            ]
        )
    )
    error = ((result.astype(float) - held_out) ** 2).mean((1, 2, 3))
    mean = np.mean(10 * np.log10(255**2 / error))
    common.say(f"autoencoder held-out {mean:.2f} dB, scaling {vae.config.scaling_factor}")
    vae.save_pretrained(work / "vae")
    rows = [
        np.concatenate(list(block), 1)
        for pair in range(0, 32, 8)
        for block in (held_out[pair : pair + 8], result[pair : pair + 8])
    ]
    Image.fromarray(np.concatenate(rows)).save(work / "autoencoder.png")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assets", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=35)
    parser.add_argument("--size", type=int, default=128, choices=(128, 256))
    parser.add_argument(
        "--processes", type=int, default=1, help="single-threaded processes that share the batch"
    )
    parser.add_argument("--decoder-only", action="store_true", help="keep the latents: the denoiser fits on")
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    assets.fetch(arguments.assets)
    settings = Settings(size=arguments.size, decoder_only=arguments.decoder_only)
    common.launch(train, arguments.processes, arguments.assets, arguments.work, arguments.minutes, settings)


if __name__ == "__main__":
    main()
