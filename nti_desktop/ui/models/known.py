"""The models that can be chosen: the bundled ones and those that the person added."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from nti_desktop.diffusion.descriptions import parts_of
from nti_desktop.diffusion.folders import part_files
from nti_desktop.diffusion.headers import read_header
from nti_desktop.diffusion.hub import is_hub_id
from nti_desktop.diffusion.registry import registered
from nti_desktop.diffusion.sources import ModelDescription, bundled_models, describe_model
from nti_desktop.errors import ModelError, Sentence, reason_of


@dataclass(frozen=True)
class KnownModel:
    """One model of the list.

    Attributes:
        name: what a project calls it.
        description: None when it cannot be used; `problem` says why.
        bundled: came with the app; cannot be removed.
        downloaded: came from a hub, so that its files are the app's to delete.
        disk: bytes of its weight files.
        parameters: numbers in its weights.
    """

    name: str
    description: ModelDescription | None = None
    problem: Sentence | None = None
    bundled: bool = False
    downloaded: bool = False
    disk: int = 0
    parameters: int = 0

    @property
    def memory(self) -> int:
        """Bytes that its weights take on a processor, where each number takes four."""
        return 4 * self.parameters


def known_models() -> tuple[KnownModel, ...]:
    """All of them, the bundled first; reads files, so not on the window's thread."""
    bundled = [_known(name, name, bundled=True) for name in bundled_models()]
    return (*bundled, *(_known(name, place) for name, place in sorted(registered().items())))


def _known(name: str, place: str, bundled: bool = False) -> KnownModel:
    downloaded = not bundled and is_hub_id(place) and not Path(place).expanduser().exists()
    try:
        description = describe_model(name)
        files = weight_files_of(description)
        numbers = sum(math.prod(shape) for file in files for shape in read_header(file).shapes.values())
        disk = sum(file.stat().st_size for file in files)
    except (ModelError, OSError) as error:
        return KnownModel(name, None, reason_of(error), bundled, downloaded)
    return KnownModel(name, description, None, bundled, downloaded, disk, numbers)


def weight_files_of(description: ModelDescription) -> tuple[Path, ...]:
    """The files that hold a model's weights.

    Raises:
        ModelError: they are not there any more.
    """
    if description.configs is not None:
        return (description.path,)
    return tuple(f for part in parts_of(description.family) for f in part_files(description.path, part))
