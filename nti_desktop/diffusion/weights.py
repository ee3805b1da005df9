"""Weight files before they are loaded: only safetensors, and inside their own folder. Torch-free."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from nti_desktop.diffusion.headers import read_json
from nti_desktop.errors import ModelError

_BLOCK = 64 * 1024
_VARIANTS = (
    "{}.safetensors",
    "{}.safetensors.index.json",
    "{}.fp16.safetensors",
    "{}.safetensors.index.fp16.json",
    "{}.fp16.safetensors.index.json",
)


def weight_files(folder: Path, stem: str) -> tuple[Path, ...]:
    """The safetensors files of one part of a diffusers folder: one, or several shards.

    Full precision is preferred to the `fp16` variant.

    Raises:
        ModelError: there are none, or an index names files elsewhere.
    """
    for pattern in _VARIANTS:
        path = folder / pattern.format(stem)
        if path.is_file():
            return _shards(path) if path.suffix == ".json" else (path,)
    where = f"{folder.name}/{stem}.safetensors"
    if any(folder.glob("*.bin")) or any(folder.glob("*.ckpt")):
        raise ModelError(
            "The model's {part} has pickled weights only, which can run code; get a copy with safetensors "
            "weights.",
            part=folder.name,
        )
    raise ModelError("The model lacks {where}; only safetensors weights are read.", where=where)


def fingerprint(configurations: Iterable[Path], weights: Iterable[Path], more: str = "") -> str:
    """Hash the configurations, and of each weight file its size and sixteen evenly spaced blocks.

    Args:
        more: what else tells this model from others with the same files.
    """
    digest = hashlib.sha256(more.encode())
    for path in configurations:
        digest.update(path.read_bytes())
    for path in weights:
        size = path.stat().st_size
        digest.update(size.to_bytes(8, "little"))
        with path.open("rb") as file:
            for n in range(16):
                file.seek(n * max(0, size - _BLOCK) // 15)
                digest.update(file.read(_BLOCK))
    return digest.hexdigest()[:16]


def _shards(index: Path) -> tuple[Path, ...]:
    names, where = read_json(index).get("weight_map"), f"{index.parent.name}/{index.name}"
    if not isinstance(names, dict) or not names:
        raise ModelError("The model's {where} is damaged; get a new copy.", where=where)
    for name in names.values():
        inside = isinstance(name, str) and name.endswith(".safetensors") and not set(name) & set("/\\:\0")
        if not inside:
            raise ModelError(
                "The model's {where} points outside its folder; do not use this copy.", where=where
            )
    return tuple(index.parent / name for name in sorted(set(names.values())))
