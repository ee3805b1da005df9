"""Where a model comes from, and what it says of itself before any weight is loaded. Torch-free.

Only safetensors are accepted: their headers are read and held against the file's size here, so that a
damaged or truncated model is named in a sentence before a job starts.
"""

from __future__ import annotations

import hashlib
import json
import os
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nti_desktop.errors import ModelError
from nti_desktop.resources import resource_path

_PARTS = {"vae": "AutoencoderKL", "text_encoder": "CLIPTextModel", "unet": "UNet2DConditionModel"}
_WEIGHTS = {
    "vae": "diffusion_pytorch_model.safetensors",
    "text_encoder": "model.safetensors",
    "unet": "diffusion_pytorch_model.safetensors",
}
_MAX_HEADER = 32 * 1024 * 1024
_BLOCK = 64 * 1024
_DEFAULT_GUIDANCE = 7.5

_Json = dict[str, Any]


@dataclass(frozen=True)
class ModelDescription:
    """What can be known of a model from its small files.

    Attributes:
        width, height: the size it was trained at, pixels.
        multiple: both sides of a working image must be multiples of this, pixels.
        fingerprint: 16 hexadecimal digits that change with the configuration and the weights.
        known_words: the words the model was trained on, lower case; None when it knows language at large.
    """

    name: str
    path: Path
    fingerprint: str
    width: int
    height: int
    multiple: int
    default_guidance: float
    known_words: tuple[str, ...] | None


def describe_model(model: str) -> ModelDescription:
    """Find a model by name (`demo`) or by the path of a diffusers folder, and read its description.

    Raises:
        ModelError: it is missing, damaged, or not a text-to-image Stable Diffusion model.
    """
    path = model_folder(model)
    if not path.is_dir():
        raise ModelError(f"There is no model at “{model}”; choose the folder of a Stable Diffusion model.")
    index = _read_json(path / "model_index.json")
    unet, vae = _read_json(path / "unet" / "config.json"), _read_json(path / "vae" / "config.json")
    _check_kind(path, index, unet, vae)
    _read_json(path / "scheduler" / "scheduler_config.json")
    _read_json(path / "tokenizer" / "vocab.json")
    note = _read_json(path / "nti.json") if (path / "nti.json").is_file() else {}
    try:
        return _described(path, unet, vae, note)
    except (KeyError, TypeError, ValueError, OverflowError):
        raise ModelError(
            f"The configuration of “{path.name}” makes no sense; get a new copy of it."
        ) from None


def _described(path: Path, unet: _Json, vae: _Json, note: _Json) -> ModelDescription:
    """Put the description together; any error means that a value is missing or absurd."""
    scale = 2 ** (len(vae["block_out_channels"]) - 1)
    size = int(note.get("size", unet["sample_size"] * scale))
    if not 8 <= size <= 4096:
        raise ValueError(size)
    words = note.get("known_words")
    return ModelDescription(
        name=str(note.get("name", path.name)),
        path=path,
        fingerprint=_fingerprint(path),
        width=size,
        height=size,
        multiple=scale * 2 ** (len(unet["block_out_channels"]) - 1),
        default_guidance=float(note.get("default_guidance", _DEFAULT_GUIDANCE)),
        known_words=tuple(str(w) for w in words) if words else None,
    )


def model_folder(model: str) -> Path:
    """The folder meant by a model's name or path; it need not exist."""
    bundled = resource_path("models") / model
    is_name = not any(sep in model for sep in (os.sep, "/", "."))
    return bundled if is_name and bundled.is_dir() else Path(model).expanduser()


def _check_kind(path: Path, index: _Json, unet: _Json, vae: _Json) -> None:
    if "text_encoder_2" in index:
        raise ModelError(f"“{path.name}” is an SDXL model, which this version cannot use yet; choose SD 1.x.")
    for part, kind in _PARTS.items():
        declared = (index.get(part) or [None, None])[-1]
        if declared != kind:
            raise ModelError(f"“{path.name}” is not a Stable Diffusion model: its {part} is not a {kind}.")
        _check_weights(path / part / _WEIGHTS[part])
    channels = unet.get("in_channels")
    if channels != vae.get("latent_channels"):
        raise ModelError(
            f"“{path.name}” is an inpainting or image-to-image variant ({channels} input channels); "
            "choose the plain text-to-image model."
        )


def _read_json(path: Path) -> _Json:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelError(
            f"The model lacks {path.parent.name}/{path.name}; get a complete copy of it."
        ) from None
    except (OSError, ValueError):
        raise ModelError(f"The model's {path.parent.name}/{path.name} is damaged; get a new copy.") from None
    if not isinstance(content, dict):
        raise ModelError(f"The model's {path.parent.name}/{path.name} is damaged; get a new copy.")
    return content


def _check_weights(path: Path) -> None:
    """Hold a safetensors header against the size of its file."""
    where = f"{path.parent.name}/{path.name}"
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            length = struct.unpack("<Q", file.read(8))[0]
            header: _Json = json.loads(file.read(min(length, _MAX_HEADER)))
        ends = [entry["data_offsets"][1] for name, entry in header.items() if name != "__metadata__"]
    except FileNotFoundError:
        raise ModelError(f"The model lacks {where}; only safetensors weights are read.") from None
    except (OSError, ValueError, struct.error, AttributeError, KeyError, TypeError):
        raise ModelError(f"The model's {where} is damaged; get a new copy.") from None
    if 8 + length + max(ends, default=0) != size:
        raise ModelError(f"The model's {where} is incomplete; get a new copy.")


def _fingerprint(path: Path) -> str:
    """Hash the configurations, the headers and sixteen evenly spaced blocks of each weight file."""
    digest = hashlib.sha256()
    for part in sorted(_PARTS):
        digest.update((path / part / "config.json").read_bytes())
        weights = path / part / _WEIGHTS[part]
        size = weights.stat().st_size
        digest.update(size.to_bytes(8, "little"))
        with weights.open("rb") as file:
            for n in range(16):
                file.seek(n * max(0, size - _BLOCK) // 15)
                digest.update(file.read(_BLOCK))
    return digest.hexdigest()[:16]
