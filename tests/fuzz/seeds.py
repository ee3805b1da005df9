"""Good files to begin with: small, and of every kind that is read."""

from __future__ import annotations

import io
import json
import shutil
import uuid
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import safetensors.numpy
from PIL import Image, features

from nti_desktop.document.colour import srgb_profile
from nti_desktop.document.container import save_project
from nti_desktop.document.document import Document
from nti_desktop.document.photo import default_crop, photo_from_bytes
from nti_desktop.document.state import EditMasks, Project
from nti_desktop.engine.requests import EditParameters, InvertRequest
from nti_desktop.resources import resource_path
from tests.document.conftest import EDIT, encoded, make_inversion, make_partial, make_result, noise_image

ROOT = Path(__file__).resolve().parents[2]
_CONFIGS = ("model_index.json", "nti.json", "scheduler/scheduler_config.json", "tokenizer/vocab.json")
_PARTS = {"unet": "diffusion_pytorch_model", "vae": "diffusion_pytorch_model", "text_encoder": "model"}


def projects(folder: Path) -> list[bytes]:
    """Project files of both versions, with everything that one may hold; the same at each call."""
    ids = [uuid.UUID(int=number << 64) for number in range(1, 100)]
    with mock.patch.object(uuid, "uuid4", side_effect=ids):
        project = _project()
    project = replace(project, edits=tuple(replace(e, created="2026-11-22T10:00:00") for e in project.edits))
    save_project(project, folder / "seed.nti")
    return [(folder / "seed.nti").read_bytes(), (ROOT / "tests/data/version-1.nti").read_bytes()]


def _project() -> Project:
    document = Document()
    document.open_photo(photo_from_bytes(encoded(noise_image(), "JPEG"), "mug.jpg"), "a red mug")
    document.set_crop(default_crop((80, 60), (32, 32)))
    document.add_inversion(make_inversion(pooled=True))
    document.add_edit(EDIT, make_result(1))
    mask = np.zeros((32, 32), np.uint8)
    stacked = (EditParameters("a green mug"),)
    windows = EditParameters("a green mug", cross_windows=((0, 0.1, 0.5),), proximal="soft")
    document.add_edit(windows, make_result(2, mask=False), stacked=stacked, masks=EditMasks(own=mask))
    request = InvertRequest(np.zeros((32, 32, 3), np.uint8), "a mug", steps=5)
    document.set_paused(request, make_partial(2, pooled=True))
    return document.project


def images() -> list[bytes]:
    """Photos of every format, colour and depth that is opened."""
    rgb, grey = noise_image(24, 20), noise_image(24, 20, "L")
    rgba = noise_image(24, 20, "RGBA")
    profile = srgb_profile()
    profile = profile[:24] + bytes(12) + profile[36:]  # without the time of making it
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "maker"
    exif.get_ifd(0x8769)[0x9003] = "2026:11:22 10:00:00"
    more = {"icc_profile": profile, "exif": exif.tobytes()}
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF/></x:xmpmeta>'
    deep = Image.fromarray(np.arange(480, dtype=np.uint16).reshape(20, 24) * 100)
    found = [
        encoded(rgb, "PNG", **more),
        encoded(rgba, "PNG"),
        encoded(deep, "PNG"),
        encoded(rgb.quantize(16), "PNG", transparency=3),
        encoded(rgb, "JPEG", xmp=xmp, **more),
        encoded(rgb, "JPEG", progressive=True, quality=40),
        encoded(noise_image(24, 20, "CMYK"), "JPEG"),
        encoded(grey, "JPEG"),
        encoded(rgb, "WEBP", **more),
        encoded(rgba, "WEBP", lossless=True),
        encoded(rgb, "TIFF", **more),
        encoded(rgba, "TIFF", compression="tiff_lzw"),
        encoded(deep, "TIFF"),
        encoded(rgb, "TIFF", compression="jpeg"),
        encoded(rgb, "BMP"),
        encoded(grey, "BMP"),
        encoded(rgb.quantize(8), "GIF"),
        _animation(rgb, "GIF"),
        _animation(rgb, "WEBP"),
        _animation(rgb, "TIFF"),
    ]
    return [*found, encoded(rgb, "AVIF")] if features.check("avif") else found


def _animation(image: Image.Image, kind: str) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, save_all=True, append_images=[image.rotate(180)] * 2)
    return buffer.getvalue()


def _tensors() -> bytes:
    data: bytes = safetensors.numpy.save(
        {"a.weight": np.zeros((2, 3), np.float32), "b": np.ones(4, np.float16)}
    )
    return data


def model_folder(folder: Path) -> Path:
    """A diffusers folder: the bundled model's small files, and next to no weights, one part in two shards."""
    demo, made = resource_path("models/demo"), folder / "model"
    for name in (*_CONFIGS, *(f"{part}/config.json" for part in _PARTS)):
        target = made / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (demo / name).is_file():
            shutil.copyfile(demo / name, target)
    for part, stem in _PARTS.items():
        (made / part / f"{stem}.safetensors").write_bytes(_tensors())
    (made / "unet" / f"{_PARTS['unet']}.safetensors").unlink()
    shards = [f"{_PARTS['unet']}-0000{n}-of-00002.safetensors" for n in (1, 2)]
    for shard in shards:
        (made / "unet" / shard).write_bytes(_tensors())
    index = {"metadata": {"total_size": 64}, "weight_map": {"a.weight": shards[0], "b": shards[1]}}
    (made / "unet" / f"{_PARTS['unet']}.safetensors.index.json").write_text(json.dumps(index))
    return made


def checkpoint() -> bytes:
    """A single-file checkpoint of Stable Diffusion 1.x, by its names and shapes."""
    shapes: dict[str, tuple[int, ...]] = {
        "model.diffusion_model.input_blocks.0.0.weight": (1, 4, 3, 3),
        "model.diffusion_model.middle_block.1.transformer_blocks.0.attn2.to_k.weight": (1, 768),
        "first_stage_model.decoder.conv_in.weight": (1, 4, 3, 3),
        "cond_stage_model.transformer.text_model.embeddings.position_ids": (1, 77),
    }
    arrays: dict[str, Any] = {name: np.zeros(shape, np.float16) for name, shape in shapes.items()}
    data: bytes = safetensors.numpy.save(arrays, {"modelspec.title": "a model"})
    return data
