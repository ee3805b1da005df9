"""Loads the parts of a model: weights straight from safetensors into modules built without memory.

Each tensor is read when its parameter's turn comes, so that a model is in memory once, and copied, since a
mapped file could change under a running job. Nothing here can reach a network.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, TypeVar

os.environ.setdefault("HF_HUB_OFFLINE", "1")  # before diffusers is imported: never ask a hub

import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from huggingface_hub.errors import StrictDataclassError
from safetensors import SafetensorError, safe_open
from torch import Tensor, nn
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection, CLIPTokenizer
from transformers.models.clip.modeling_clip import CLIPTextEmbeddings
from transformers.utils import logging

from nti_desktop.diffusion.checkpoints import AUTOENCODER, NETWORK, TEXT_ENCODERS, tokenizer_folder
from nti_desktop.diffusion.descriptions import ModelDescription
from nti_desktop.diffusion.folders import part_files
from nti_desktop.diffusion.headers import read_json
from nti_desktop.diffusion.original import (
    Origin,
    autoencoder_name,
    legacy_attention_name,
    network_name,
    open_clip_origin,
)
from nti_desktop.errors import ModelError

logging.disable_progress_bar()

_Json = dict[str, Any]
_Module = TypeVar("_Module", bound=nn.Module)
# The places where a parameter may be, the likeliest first.
_Origins = Callable[[str], tuple[Origin, ...]]

_TEXT_MODEL = "text_model."


class Parts:
    """Gives out the parts of one model, frozen, on the CPU.

    Raises:
        ModelError: from each method, when that part cannot be loaded.
    """

    def __init__(self, description: ModelDescription) -> None:
        self._description = description

    def unet(self, dtype: torch.dtype) -> UNet2DConditionModel:
        """The noise network."""
        return self._part("unet", UNet2DConditionModel.from_config, self._network_origins, dtype)

    def vae(self) -> AutoencoderKL:
        """The autoencoder, float32."""
        return self._part("vae", AutoencoderKL.from_config, self._autoencoder_origins)

    def text_encoder(self) -> CLIPTextModel:
        """The first text encoder, float32."""
        return self._part("text_encoder", _maker(CLIPTextModel), self._text_origins(0))

    def text_encoder_2(self) -> CLIPTextModelWithProjection:
        """SDXL's second text encoder, float32."""
        return self._part("text_encoder_2", _maker(CLIPTextModelWithProjection), self._text_origins(1))

    def tokenizer(self, part: str = "tokenizer") -> CLIPTokenizer:
        """The tokenizer of a text encoder: `tokenizer` or `tokenizer_2`."""
        folder, options = self._description.path / part, {}
        if self._is_file:
            open_clip = self._description.family == "sd2" or part == "tokenizer_2"  # pads with token 0
            folder, options = tokenizer_folder(), {"pad_token": "!"} if open_clip else {}
        with self.sentences():
            return CLIPTokenizer.from_pretrained(str(folder), local_files_only=True, **options)

    def json(self, name: str) -> _Json:
        """One of the configuration files."""
        return read_json(self._description.config_folder / name)

    @property
    def _is_file(self) -> bool:
        return self._description.configs is not None

    def _part(
        self,
        part: str,
        make: Callable[[_Json], _Module],
        origins: _Origins,
        dtype: torch.dtype = torch.float32,
    ) -> _Module:
        config = self.json(f"{part}/config.json")
        path = self._description.path
        files = (path,) if self._is_file else part_files(path, part)
        with self.sentences(), ExitStack() as stack:
            with torch.device("meta"):
                module = make(config)
            _fill(module, Tensors(files, stack), origins, dtype)
            return module.requires_grad_(False).eval()

    @contextmanager
    def sentences(self) -> Iterator[None]:
        """Whatever goes wrong inside becomes a `ModelError`."""
        try:
            yield
        except (
            OSError,
            ValueError,
            RuntimeError,
            LookupError,
            TypeError,
            AttributeError,
            ArithmeticError,
            AssertionError,
            SafetensorError,
            StrictDataclassError,
        ) as e:
            if isinstance(e, torch.OutOfMemoryError) or "allocate memory" in str(e):
                raise MemoryError from e
            name = self._description.name
            raise ModelError("The model “{name}” cannot be loaded; get a new copy of it.", name=name) from e

    def _network_origins(self, name: str) -> tuple[Origin, ...]:
        if not self._is_file:
            return (Origin(name),)
        config = self.json("unet/config.json")
        attention = tuple("CrossAttn" in kind for kind in config["up_block_types"])
        return (Origin(NETWORK + network_name(name, int(config["layers_per_block"]), attention)),)

    def _autoencoder_origins(self, name: str) -> tuple[Origin, ...]:
        if not self._is_file:
            return (Origin(name), Origin(legacy_attention_name(name)))
        blocks = len(self.json("vae/config.json")["block_out_channels"])
        return (Origin(AUTOENCODER + autoencoder_name(name, blocks)),)

    def _text_origins(self, encoder: int) -> _Origins:
        """transformers writes a text encoder with or without the prefix `text_model.`, by its version."""

        def origins(name: str) -> tuple[Origin, ...]:
            bare = name.removeprefix(_TEXT_MODEL)
            if not self._is_file:
                return (Origin(name), Origin(bare), Origin(_TEXT_MODEL + bare))
            prefix = TEXT_ENCODERS[self._description.family][encoder]
            if prefix.endswith("transformer."):
                return (Origin(prefix + _TEXT_MODEL + bare), Origin(prefix + bare))
            origin = open_clip_origin(bare)
            return (Origin(prefix + origin.name, origin.third, origin.transposed),)

        return origins


class Tensors:
    """The tensors of one or several safetensors files, read one at a time.

    Args:
        stack: closes the files.
    """

    def __init__(self, files: Iterable[Path], stack: ExitStack) -> None:
        self._files: dict[str, Any] = {}
        for file in files:
            opened = stack.enter_context(safe_open(file, "pt"))
            self._files |= dict.fromkeys(opened.keys(), opened)

    def read(self, origins: tuple[Origin, ...]) -> Tensor:
        """The tensor at the first of the places that exists.

        Raises:
            LookupError: none does.
        """
        origin = next((place for place in origins if place.name in self._files), None)
        if origin is None:
            raise LookupError(origins[0].name)
        tensor: Tensor = self._files[origin.name].get_tensor(origin.name)
        if origin.third is not None:
            tensor = tensor.chunk(3)[origin.third]
        return tensor.T if origin.transposed else tensor


def _fill(module: nn.Module, tensors: Tensors, origins: _Origins, dtype: torch.dtype) -> None:
    """Give each parameter of a module without memory its values, and CLIP its row of positions."""
    state = {}
    for name, parameter in module.state_dict().items():
        tensor = tensors.read(origins(name))
        if _sides(tensor) != _sides(parameter):
            raise ValueError(f"{name}: {tuple(tensor.shape)} instead of {tuple(parameter.shape)}")
        tensor = tensor.reshape(parameter.shape)
        state[name] = torch.empty(parameter.shape, dtype=dtype).copy_(tensor)
    module.load_state_dict(state, assign=True)
    for child in module.modules():
        if isinstance(child, CLIPTextEmbeddings):  # its buffer is in no file
            child.position_ids = torch.arange(child.position_embedding.num_embeddings)[None]


def _sides(tensor: Tensor) -> list[int]:
    """A shape but for sides of 1: a 1 x 1 convolution of an original checkpoint is a matrix here."""
    return [side for side in tensor.shape if side != 1]


def _maker(kind: Callable[[CLIPTextConfig], _Module]) -> Callable[[_Json], _Module]:
    return lambda config: kind(CLIPTextConfig(**config))
