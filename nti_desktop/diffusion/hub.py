"""Models of a hub, by their id `owner/name`: looked for in the cache, fetched only when asked. Torch-free.

Only safetensors weights and the small files that describe them are offered: never pickles, never code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nti_desktop.errors import ModelError, Sentence

_ID = re.compile(r"(?!.*(--|\.\.|\.git$))\w(?:[\w.-]{0,94}\w)?/\w(?:[\w.-]{0,94}\w)?", re.ASCII)
_COMMIT = re.compile(r"[0-9a-f]{40}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SMALL = re.compile(
    r"model_index\.json|nti\.json|(unet|vae|text_encoder|text_encoder_2)/config\.json"
    r"|scheduler/scheduler_config\.json"
    r"|tokenizer(_2)?/(vocab|tokenizer|tokenizer_config|special_tokens_map)\.json|tokenizer(_2)?/merges\.txt"
)
_PARTS = {"unet", "vae", "text_encoder"}  # what every model has
_WEIGHTS = re.compile(
    r"(?P<part>unet|vae|text_encoder|text_encoder_2)/(diffusion_pytorch_model|model)"
    r"(?P<variant>\.fp16)?(-\d+-of-\d+)?(\.safetensors|\.safetensors\.index(?P<late>\.fp16)?\.json)"
)


@dataclass(frozen=True)
class RemoteFile:
    """A file of a hub model; `sha256` is known of large files."""

    name: str
    size: int
    sha256: str | None = None


@dataclass(frozen=True)
class Offer:
    """What a download would fetch: one state of a model and the files needed of it."""

    model: str
    commit: str
    files: tuple[RemoteFile, ...]

    @property
    def size(self) -> int:
        """Bytes in all."""
        return sum(file.size for file in self.files)


def is_weights(file: RemoteFile) -> bool:
    """Whether a file belongs to a part's weights."""
    return _WEIGHTS.fullmatch(file.name) is not None


def is_hub_id(name: str) -> bool:
    """Whether a name has the form `owner/name` and obeys the hub's rules."""
    return _ID.fullmatch(name) is not None


def cached_folder(model: str) -> Path | None:
    """The folder of a model that was downloaded before; never asks the network."""
    from huggingface_hub import try_to_load_from_cache

    found = try_to_load_from_cache(model, "model_index.json")
    return Path(found).parent if isinstance(found, str) else None


def look_up(model: str, endpoint: str | None = None) -> Offer:
    """Ask the hub what a model consists of.

    Args:
        endpoint: the hub's address; None for the client's own.

    Raises:
        ModelError: the hub cannot be reached, or has no such model with safetensors weights.
    """
    from huggingface_hub import HfApi

    if not is_hub_id(model):
        raise ModelError("“{model}” is not a hub id; it has the form owner/name.", model=model)
    info = asking(model, lambda: HfApi(endpoint=endpoint).model_info(model, files_metadata=True))
    files = [
        RemoteFile(f.rfilename, int(f.size or 0), _checksum(f.lfs.sha256) if f.lfs else None)
        for f in info.siblings or ()
    ]
    wanted = needed_files(files)
    commit = str(info.sha or "")
    if not _COMMIT.fullmatch(commit) or not any(file.name == "model_index.json" for file in wanted):
        raise ModelError(
            "“{model}” is not laid out as a diffusers model; download its .safetensors checkpoint yourself "
            "and name the file.",
            model=model,
        )
    if not {file.name.split("/")[0] for file in wanted if is_weights(file)} >= _PARTS:
        raise ModelError(
            "“{model}” has no safetensors weights, the only ones that are read; look for a model that has.",
            model=model,
        )
    return Offer(model, commit, wanted)


def needed_files(files: Iterable[RemoteFile]) -> tuple[RemoteFile, ...]:
    """Small files, and of each part one set of weights: half precision, where there is one."""
    files = tuple(files)
    found: dict[str, dict[bool, list[RemoteFile]]] = {}
    for file in files:
        match = _WEIGHTS.fullmatch(file.name)
        if match:
            half = bool(match["variant"] or match["late"])
            found.setdefault(match["part"], {}).setdefault(half, []).append(file)
    small = sorted((file for file in files if _SMALL.fullmatch(file.name)), key=lambda file: file.name)
    weights = [file for sets in found.values() for file in sets[max(sets)]]
    return tuple(small + weights)


def _checksum(text: str) -> str | None:
    """A checksum becomes a file's name in the cache, so that nothing else may pass for one."""
    return text if _SHA256.fullmatch(text) else None


def gigabytes(size: int) -> Sentence:
    """A size in bytes for people."""
    if size >= 1e8:
        return Sentence("{count:.1f} GB", count=size / 1e9)
    return Sentence("{count:.1f} MB", count=size / 1e6)


def asking(model: str, request: Callable[[], Any]) -> Any:
    """Do a request; every failure becomes a sentence."""
    from huggingface_hub import errors

    sentences: Mapping[type[BaseException], Sentence] = {
        errors.OfflineModeIsEnabled: Sentence(
            "HF_HUB_OFFLINE is set, so nothing is downloaded; unset it to download"
        ),
        errors.GatedRepoError: Sentence(
            "its owner must let you in first; accept its terms on its page and log in"
        ),
        errors.RepositoryNotFoundError: Sentence("the hub has no such model; check the spelling"),
    }
    try:
        return request()
    except Exception as error:  # the client's errors have no common kind
        known = next((text for kind, text in sentences.items() if _caused_by(error, kind)), None)
        reason = known or Sentence("the hub cannot be reached or the disk cannot be written; try again later")
        raise ModelError("“{model}” cannot be downloaded: {reason}.", model=model, reason=reason) from error


def _caused_by(error: BaseException | None, kind: type[BaseException]) -> bool:
    while error is not None and not isinstance(error, kind):
        error = error.__cause__ or error.__context__
    return error is not None
