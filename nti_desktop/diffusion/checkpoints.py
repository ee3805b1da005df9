"""Single-file checkpoints in the original layout, recognised by their tensors' names and shapes. Torch-free.

What a file cannot say, its family's configuration in `resources` does. One thing is written nowhere in an
SD 2 checkpoint: whether it predicts noise (the 512-pixel models) or velocity (the 768-pixel ones). The rule:
its metadata, else a `.yaml` of the same name beside it, else `512` or `base` in the file's name mean noise,
and everything else velocity, the commoner kind. For the other families it is the reverse: noise, unless
metadata, `.yaml` or a marker tensor (`v_pred`) says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from nti_desktop.diffusion.descriptions import (
    FAMILY_NAMES,
    Family,
    ModelDescription,
    Prediction,
    parts_of,
    shapes_near,
)
from nti_desktop.diffusion.distilled import refuse_distilled
from nti_desktop.diffusion.folders import trained_size
from nti_desktop.diffusion.headers import Header, read_header, read_json
from nti_desktop.diffusion.weights import fingerprint
from nti_desktop.errors import ModelError, Sentence
from nti_desktop.resources import resource_path

NETWORK = "model.diffusion_model."
AUTOENCODER = "first_stage_model."
# Prefixes of the text encoders, family by family: CLIP in transformers' layout, or OpenCLIP's own.
TEXT_ENCODERS: dict[Family, tuple[str, ...]] = {
    "sd1": ("cond_stage_model.transformer.",),
    "sd2": ("cond_stage_model.model.",),
    "sdxl": ("conditioner.embedders.0.transformer.", "conditioner.embedders.1.model."),
}

_Shapes = Mapping[str, tuple[int, ...]]

# What other files hold, by a part of one of their tensors' names; the first that fits.
_OTHER_KINDS = (
    (
        r"^lora_|\.lora_(up|down|A|B)\.|lora\.(up|down)\.|\.hada_w1|\.lokr_",
        Sentence("a LoRA, which only changes another model"),
    ),
    (
        r"^control_model\.|controlnet_cond_embedding|input_hint_block",
        Sentence("a ControlNet, which only steers another model"),
    ),
    (
        r"^emb_params$|^string_to_param|^clip_[gl]$",
        Sentence("a textual-inversion embedding, which is only a word"),
    ),
    (r"(^|\.)double_blocks\.\d", Sentence("a Flux model")),
    (r"(^|\.)joint_blocks\.\d", Sentence("a Stable Diffusion 3 model")),
    (r"^noise_augmentor\.|^embedder\.model\.visual", Sentence("an unCLIP variant")),
    (r"^edm_", Sentence("trained with another kind of noise (EDM)")),
    (r"^conditioner\.embedders\.0\.model\.", Sentence("SDXL's refiner")),
    (r"^(down_blocks|mid_block|up_blocks|input_blocks)\.\d*\.?", Sentence("a noise network alone")),
)
_INPUTS = {
    5: Sentence("a depth-guided variant"),
    7: Sentence("an upscaler"),
    8: Sentence("an image-to-image variant (InstructPix2Pix)"),
    9: Sentence("an inpainting variant"),
}


def describe_checkpoint(path: Path) -> ModelDescription:
    """Read a checkpoint file's description from its header.

    Raises:
        ModelError: it is damaged, or of a kind that cannot be used.
    """
    header = read_header(path, f"“{path.name}”")
    family = _family(path, header.shapes)
    configs = family_folder(family)
    unet, vae = read_json(configs / "unet" / "config.json"), read_json(configs / "vae" / "config.json")
    _check_dimensions(path, family, header.shapes, int(unet["cross_attention_dim"]))
    guided = f"{NETWORK}time_embed.cond_proj.weight" in header.shapes
    refuse_distilled(path.stem, {"time_cond_proj_dim": 1} if guided else None)
    refuse_distilled(header.metadata.get("modelspec.title", ""))
    prediction = _prediction(path, family, header)
    width, height, factor = trained_size(unet, vae)
    if family == "sd2" and prediction == "epsilon":
        width, height = width * 2 // 3, height * 2 // 3
    small = [configs / part / "config.json" for part in parts_of(family)]
    return ModelDescription(
        name=path.stem,
        path=path,
        fingerprint=fingerprint(small, [path], prediction),
        width=width,
        height=height,
        multiple=factor,
        default_guidance=7.5,
        known_words=None,
        family=family,
        prediction=prediction,
        zero_snr="ztsnr" in header.shapes,
        configs=configs,
        shapes=shapes_near(width, height, factor),
    )


def family_folder(family: Family) -> Path:
    """The bundled configurations of a family."""
    return resource_path("models") / "_families" / family


def tokenizer_folder() -> Path:
    """CLIP's bundled vocabulary."""
    return resource_path("models") / "_families" / "tokenizer"


def _family(path: Path, shapes: _Shapes) -> Family:
    """Which family a checkpoint belongs to, by its text encoders."""
    for pattern, kind in _OTHER_KINDS:
        if any(re.search(pattern, name) for name in shapes):
            raise _wrong_kind(path, kind)
    prefixes = (NETWORK, AUTOENCODER, "cond_stage_model.", "conditioner.")
    present = {prefix for prefix in prefixes if any(name.startswith(prefix) for name in shapes)}
    if NETWORK not in present:
        raise _wrong_kind(path, _lone_part(shapes))
    if AUTOENCODER not in present or len(present) < 3:
        lacks_autoencoder = AUTOENCODER not in present
        missing = Sentence("its autoencoder") if lacks_autoencoder else Sentence("its text encoder")
        raise ModelError(
            "“{name}” lacks {missing}; get the full checkpoint.", name=path.name, missing=missing
        )
    found: Family
    for found, encoders in TEXT_ENCODERS.items():
        if all(any(name.startswith(prefix) for name in shapes) for prefix in encoders):
            return found
    raise _wrong_kind(path, Sentence("another kind of model"))


def _lone_part(shapes: _Shapes) -> Sentence:
    if any(name.startswith(("encoder.conv_in.", "decoder.conv_in.", AUTOENCODER)) for name in shapes):
        return Sentence("an autoencoder (VAE) alone")
    if any("text_model.encoder" in name or name.startswith("text_projection") for name in shapes):
        return Sentence("a text encoder alone")
    return Sentence("not a Stable Diffusion checkpoint")


def _wrong_kind(path: Path, kind: Sentence) -> ModelError:
    return ModelError(
        "“{name}” is {kind}; choose a plain Stable Diffusion 1.x, 2.x or XL checkpoint.",
        name=path.name,
        kind=kind,
    )


def _check_dimensions(path: Path, family: Family, shapes: _Shapes, text_width: int) -> None:
    """Hold the network's input and its text width against the family's."""
    inputs = shapes.get(f"{NETWORK}input_blocks.0.0.weight", (0, 0))[1:2]
    latent = shapes.get(f"{AUTOENCODER}decoder.conv_in.weight", (0, 0))[1:2]
    if not inputs or inputs != latent:
        channels = inputs[0] if inputs else 0
        variant = Sentence("a variant with {channels} input channels", channels=channels)
        raise _wrong_kind(path, _INPUTS.get(channels, variant))
    widths = {shape[1:2] for name, shape in shapes.items() if name.endswith("attn2.to_k.weight")}
    if widths != {(text_width,)}:
        name = FAMILY_NAMES[family]
        raise _wrong_kind(path, Sentence("no plain {name} model (its text width is another)", name=name))


def _prediction(path: Path, family: Family, header: Header) -> Prediction:
    """The rule of this module's docstring."""
    if "v_pred" in header.shapes:
        return "v_prediction"
    said = header.metadata.get("modelspec.prediction_type") or _parameterization(path.with_suffix(".yaml"))
    if said:
        return "v_prediction" if said.lower().startswith("v") else "epsilon"
    if family != "sd2":
        return "epsilon"
    architecture = header.metadata.get("modelspec.architecture", "")
    small = re.search(r"(?<!\d)512(?!\d)|base", f"{architecture} {path.stem}".lower())
    return "epsilon" if small else "v_prediction"


def _parameterization(path: Path) -> str:
    """What the original training configuration says of the prediction: `v`, `eps`, or nothing."""
    try:
        with path.open(encoding="utf-8") as file:
            found = re.search(r"^\s*parameterization:\s*[\"']?(\w+)", file.read(1 << 20), re.MULTILINE)
    except (OSError, ValueError):
        return ""
    return found.group(1) if found else ""
