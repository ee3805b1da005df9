"""Models in diffusers' layout: one folder with a model_index.json and a folder for each part. Torch-free."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nti_desktop.diffusion.bounds import check_numbers
from nti_desktop.diffusion.descriptions import (
    Family,
    ModelDescription,
    Prediction,
    parts_of,
    shapes_near,
)
from nti_desktop.diffusion.distilled import refuse_distilled
from nti_desktop.diffusion.headers import read_header, read_json
from nti_desktop.diffusion.weights import fingerprint, weight_files
from nti_desktop.errors import ModelError, Sentence

_Json = dict[str, Any]

_CLASSES = {
    "text_encoder": "CLIPTextModel",
    "text_encoder_2": "CLIPTextModelWithProjection",
    "unet": "UNet2DConditionModel",
    "vae": "AutoencoderKL",
}
_STEMS = {"text_encoder": "model", "text_encoder_2": "model"}
_STEM = "diffusion_pytorch_model"
_DEFAULT_GUIDANCE = 7.5
_LONGEST_NAME = 100
# What a folder of a single part holds, by the class in its config.json.
_LONE_PARTS = {
    "AutoencoderKL": Sentence("an autoencoder alone"),
    "ControlNetModel": Sentence("a ControlNet, which only steers another model"),
    "UNet2DConditionModel": Sentence("a noise network alone"),
}


def describe_folder(path: Path, name: str | None = None) -> ModelDescription:
    """Read a diffusers folder's description.

    Args:
        name: how the model is called; None takes its own note's or the folder's name.

    Raises:
        ModelError: it is damaged, or not a model that can be used.
    """
    family = check_small_files(path, name or path.name)
    for part in parts_of(family):
        for file in part_files(path, part):
            read_header(file)
    unet, vae = read_json(path / "unet" / "config.json"), read_json(path / "vae" / "config.json")
    scheduler = read_json(path / "scheduler" / "scheduler_config.json")
    note = read_json(path / "nti.json") if (path / "nti.json").is_file() else {}
    try:
        return _described(path, {"name": name or path.name} | note, family, (unet, vae, scheduler))
    except (KeyError, TypeError, ValueError, OverflowError, IndexError):
        raise ModelError(
            "The configuration of “{name}” makes no sense; get a new copy of it.", name=path.name
        ) from None


def check_small_files(path: Path, name: str) -> Family:
    """The family of a diffusers folder, by all but its weights, which need not be there yet.

    Raises:
        ModelError: something is missing, or it is not a model that can be used.
    """
    _check_layout(path)
    index = read_json(path / "model_index.json")
    _check_pipeline(name, index)
    unet, vae = read_json(path / "unet" / "config.json"), read_json(path / "vae" / "config.json")
    _check_network(name, unet, vae)
    scheduler = read_json(path / "scheduler" / "scheduler_config.json")
    _check_schedule(name, vae, scheduler)
    refuse_distilled(name, unet, scheduler)
    refuse_distilled(str(index.get("_name_or_path", "")))
    family = _family(path, index)
    encoders = [part for part in parts_of(family) if part.startswith("text_encoder")]
    check_numbers(name, unet, vae, scheduler, *(read_json(path / part / "config.json") for part in encoders))
    _check_tokenizers(path, family)
    return family


def part_files(folder: Path, part: str) -> tuple[Path, ...]:
    """The weight files of a part; see `weight_files`."""
    return weight_files(folder / part, _STEMS.get(part, _STEM))


def trained_size(unet: _Json, vae: _Json) -> tuple[int, int, int]:
    """(width, height, the autoencoder's factor) from the configurations, pixels.

    Any multiple of that factor will do: the noise network halves an odd side upwards and widens it back to
    what the skip connection has.
    """
    factor = 2 ** (len(vae["block_out_channels"]) - 1)
    sample = unet["sample_size"]
    height, width = (sample, sample) if isinstance(sample, int) else (sample[0], sample[1])
    return int(width) * factor, int(height) * factor, factor


def _described(
    path: Path, note: _Json, family: Family, configs: tuple[_Json, _Json, _Json]
) -> ModelDescription:
    """Put the description together; any error means that a value is missing or absurd."""
    unet, vae, scheduler = configs
    width, height, factor = trained_size(unet, vae)
    if "size" in note:
        width = height = int(note["size"])
    if not (8 <= width <= 4096 and 8 <= height <= 4096):
        raise ValueError((width, height))
    words = note.get("known_words")
    return ModelDescription(
        name="".join(letter for letter in str(note["name"]) if letter.isprintable())[:_LONGEST_NAME],
        path=path,
        fingerprint=_fingerprint(path, family),
        width=width,
        height=height,
        multiple=factor,
        default_guidance=float(note.get("default_guidance", _DEFAULT_GUIDANCE)),
        known_words=tuple(str(w) for w in words) if words else None,
        family=family,
        prediction=_prediction(scheduler),
        zero_snr=bool(scheduler.get("rescale_betas_zero_snr", False)),
        # A model whose note names its size was trained at that size alone.
        shapes=((width, height),) if "size" in note else shapes_near(width, height, factor),
    )


def _prediction(scheduler: _Json) -> Prediction:
    prediction: Prediction
    for prediction in ("epsilon", "v_prediction"):
        if scheduler.get("prediction_type", "epsilon") == prediction:
            return prediction
    raise ValueError(scheduler.get("prediction_type"))


def _fingerprint(path: Path, family: Family) -> str:
    parts = parts_of(family)
    configs = [path / part / "config.json" for part in parts]
    return fingerprint(
        [*configs, path / "scheduler" / "scheduler_config.json"],
        [file for part in parts for file in part_files(path, part)],
    )


def _check_layout(path: Path) -> None:
    """Name what a folder without a model_index.json holds, where that can be seen."""
    if (path / "model_index.json").exists():
        return
    if (path / "config.json").is_file():
        kind = _LONE_PARTS.get(str(read_json(path / "config.json").get("_class_name")))
        if kind:
            raise ModelError(
                "“{name}” is {kind}; choose the folder of a whole model.", name=path.name, kind=kind
            )
    if (path / "pytorch_lora_weights.safetensors").is_file() or (path / "adapter_config.json").is_file():
        raise ModelError(
            "“{name}” is a LoRA, which only changes another model; choose a whole model.", name=path.name
        )


def _check_pipeline(name: str, index: _Json) -> None:
    pipeline = str(index.get("_class_name", "StableDiffusionPipeline"))
    if "XLImg2Img" in pipeline or ("text_encoder_2" in index and not _class(index, "text_encoder")):
        raise ModelError("“{name}” is SDXL's refiner; choose the base model.", name=name)
    for part in parts_of("sdxl" if "text_encoder_2" in index else "sd1"):
        if _class(index, part) != _CLASSES[part]:
            raise ModelError(
                "“{name}” is not a Stable Diffusion model but made for {pipeline}: its {part} is not a "
                "{kind}.",
                name=name,
                pipeline=pipeline,
                part=part,
                kind=_CLASSES[part],
            )


def _check_network(name: str, unet: _Json, vae: _Json) -> None:
    channels = unet.get("in_channels")
    if channels != vae.get("latent_channels"):
        raise ModelError(
            "“{name}” is an inpainting or image-to-image variant ({channels} input channels); choose the "
            "plain text-to-image model.",
            name=name,
            channels=str(channels),
        )
    extra = [key for key in ("class_embed_type", "encoder_hid_dim_type", "num_class_embeds") if unet.get(key)]
    if extra or unet.get("addition_embed_type") not in (None, "text_time"):
        raise ModelError(
            "“{name}” is steered by more than a caption; choose a plain text-to-image model.", name=name
        )


def _check_schedule(name: str, vae: _Json, scheduler: _Json) -> None:
    sampler = str(scheduler.get("_class_name"))
    if sampler.startswith(("EDM", "FlowMatch")) or vae.get("latents_mean") is not None:
        raise ModelError(
            "“{name}” was trained with another kind of noise (EDM or flow); choose another model.", name=name
        )
    if scheduler.get("prediction_type") == "sample":
        raise ModelError(
            "“{name}” predicts the picture itself, not its noise (prediction_type: sample); choose another "
            "model.",
            name=name,
        )


def _family(path: Path, index: _Json) -> Family:
    """SDXL has two text encoders; SD 2 has OpenCLIP's, whose activation is not OpenAI's."""
    if "text_encoder_2" in index:
        return "sdxl"
    activation = read_json(path / "text_encoder" / "config.json").get("hidden_act")
    return "sd2" if activation == "gelu" else "sd1"


def _check_tokenizers(path: Path, family: Family) -> None:
    for part in ("tokenizer", "tokenizer_2")[: 1 + (family == "sdxl")]:
        if not (path / part / "tokenizer.json").is_file():
            read_json(path / part / "vocab.json")


def _class(index: _Json, part: str) -> str | None:
    entry = index.get(part)
    return str(entry[-1]) if isinstance(entry, list) and entry and entry[-1] else None
