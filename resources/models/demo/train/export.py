"""Writes the trained model as a diffusers folder in half precision."""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import assets
import common
import denoiser
import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from safetensors.torch import load_file, save_file
from scenes import COLOURS, PLACES, PREFIXES
from transformers import CLIPTextModel, CLIPTokenizer

NAME = "NTI Demo"


def averaged(work: Path, settings: denoiser.Settings) -> tuple[CLIPTextModel, UNet2DConditionModel]:
    """Text encoder and denoiser with the averaged weights of the latest checkpoint."""
    tokenizer = CLIPTokenizer.from_pretrained(work / "tokenizer")
    latent_channels = AutoencoderKL.load_config(work / "vae")["latent_channels"]
    text_encoder, unet = denoiser.build(settings, latent_channels, tokenizer)
    state = torch.load(work / "denoiser.pt", map_location="cpu", weights_only=True)
    average = common.Average([*text_encoder.parameters(), *unet.parameters()], 0.0)
    average.load(state["average"])
    average.copy_to_parameters()
    return text_encoder, unet.to(memory_format=torch.contiguous_format)


def export(work: Path, target: Path, settings: denoiser.Settings, guidance: float) -> None:
    """Write the folder beside the old one, then put each file in its place."""
    text_encoder, unet = averaged(work, settings)
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        new = Path(scratch)
        AutoencoderKL.from_pretrained(work / "vae").half().save_pretrained(new / "vae")
        unet.half().save_pretrained(new / "unet")
        text_encoder.half().save_pretrained(new / "text_encoder")
        _restore_prefix(new / "text_encoder" / "model.safetensors")
        CLIPTokenizer.from_pretrained(work / "tokenizer").save_pretrained(new / "tokenizer")
        for name in ("vocab.json", "merges.txt"):
            shutil.copyfile(work / "tokenizer" / name, new / "tokenizer" / name)
        denoiser.build_scheduler().save_pretrained(new / "scheduler")
        _forget_folders(new)
        _write_index(new, settings.size, guidance)
        _move_files(new, target)


def _restore_prefix(path: Path) -> None:
    """Name the text encoder's weights as every published checkpoint does (``text_model.``)."""
    weights = load_file(path)
    named = {
        name if name.startswith("text_model.") else f"text_model.{name}": value
        for name, value in weights.items()
    }
    save_file(named, path, metadata={"format": "pt"})


def _forget_folders(folder: Path) -> None:
    """Take the names of this machine's folders out of the configurations."""
    for path in folder.rglob("*config.json"):
        config = json.loads(path.read_text())
        for key in ("_name_or_path", "name_or_path"):
            config.pop(key, None)
        path.write_text(json.dumps(config, indent=2, sort_keys=True) + "\n")


def known_words() -> list[str]:
    """The words of the model's captions."""
    texts = [*assets.NOUNS, *COLOURS, *PLACES.values(), *PREFIXES, "a an and"]
    return sorted(set(" ".join(texts).split()))


def _write_index(folder: Path, size: int, guidance: float) -> None:
    """Write model_index.json and the note with what only this program wants to know."""
    index = {
        "_class_name": "StableDiffusionPipeline",
        "_diffusers_version": "0.42.1",
        "feature_extractor": [None, None],
        "image_encoder": [None, None],
        "requires_safety_checker": False,
        "safety_checker": [None, None],
        "scheduler": ["diffusers", "DDIMScheduler"],
        "text_encoder": ["transformers", "CLIPTextModel"],
        "tokenizer": ["transformers", "CLIPTokenizer"],
        "unet": ["diffusers", "UNet2DConditionModel"],
        "vae": ["diffusers", "AutoencoderKL"],
    }
    note = {"default_guidance": guidance, "known_words": known_words(), "name": NAME, "size": size}
    (folder / "model_index.json").write_text(json.dumps(index, indent=2) + "\n")
    (folder / "nti.json").write_text(json.dumps(note, indent=2) + "\n")


def _move_files(new: Path, target: Path) -> None:
    """Put each file in its place; remove files of the old model that the new one lacks."""
    for part in ("vae", "unet", "text_encoder", "tokenizer", "scheduler", "."):
        (target / part).mkdir(parents=True, exist_ok=True)
        written = [path for path in (new / part).iterdir() if path.is_file()]
        for path in written:
            path.chmod(0o644)
            path.replace(target / part / path.name)
        if part != ".":
            for path in (target / part).iterdir():
                if path.name not in {other.name for other in written}:
                    path.unlink()


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=Path(__file__).resolve().parent.parent)
    parser.add_argument("--guidance", type=float, default=2.0)
    parser.add_argument("--size", type=int, default=128, choices=(128, 256))
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    export(arguments.work, arguments.to, denoiser.Settings(size=arguments.size), arguments.guidance)


if __name__ == "__main__":
    main()
