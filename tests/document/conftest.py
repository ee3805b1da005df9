"""Photos, inversions and edits made of seeded noise; small, and of the shapes that engines give."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from PIL import Image

from nti_desktop.document.document import Document
from nti_desktop.document.photo import Photo, default_crop, photo_from_bytes
from nti_desktop.engine.requests import EditParameters
from nti_desktop.engine.results import (
    EditResult,
    Inversion,
    InversionReport,
    ModelIdentity,
    PartialInversion,
    WordOperation,
)

SIDE = 32
STEPS = 5


def encoded(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def noise_image(width: int = 80, height: int = 60, mode: str = "RGB", seed: int = 0) -> Image.Image:
    random = np.random.default_rng(seed)
    shape = (height, width) if mode == "L" else (height, width, len(mode))
    return Image.fromarray(random.integers(0, 256, shape, dtype=np.uint8), mode if mode == "CMYK" else None)


def make_inversion(caption: str = "a red mug", seed: int = 0, *, pooled: bool = False) -> Inversion:
    random = np.random.default_rng(seed)
    words = len(caption.split())
    return Inversion(
        caption=caption,
        model=ModelIdentity("demo", "0123456789abcdef"),
        method="null-text",
        preset="fast",
        guidance=7.5,
        timesteps=np.arange(STEPS, dtype=np.int64)[::-1] * 20 + 1,
        pivots=random.normal(size=(STEPS + 1, 4, 4, 4)).astype(np.float32),
        null_embeddings=random.normal(size=(STEPS, 7, 6)).astype(np.float32),
        residuals=random.normal(size=(STEPS, 4, 4, 4)).astype(np.float16),
        word_maps=random.random((words, 4, 4)).astype(np.float32),
        reconstruction=random.integers(0, 256, (SIDE, SIDE, 3), dtype=np.uint8),
        report=InversionReport(30.25, 30.3, 1e-6, 1.5, 100, (1e-4,) * STEPS, "cpu", 1e-5),
        null_pooled=random.normal(size=(STEPS, 8)).astype(np.float32) if pooled else None,
    )


def make_partial(done: int = 2, seed: int = 0, *, pooled: bool = False) -> PartialInversion:
    random = np.random.default_rng(seed)
    latent = (4, 4, 4)
    return PartialInversion(
        request_key="0123456789abcdef",
        pivots=random.normal(size=(STEPS + 1, *latent)).astype(np.float32),
        current=random.normal(size=(1, *latent)).astype(np.float32),
        null_embeddings=random.normal(size=(done, 7, 6)).astype(np.float32),
        null_pooled=random.normal(size=(done, 8)).astype(np.float32) if pooled else None,
        residuals=random.normal(size=(done, *latent)).astype(np.float16),
        losses=tuple(1e-4 / (step + 1) for step in range(done)),
        map_sums=tuple((n, random.random((1, n, 7)).astype(np.float32)) for n in (4, 16)) if done else (),
        map_counts=((4, 3 * done), (16, 6 * done)) if done else (),
        network_evaluations=3 * done,
        seconds=0.125,
        cycle_errors=(1e-5,) * done,
    )


def make_result(seed: int = 0, *, mask: bool = True) -> EditResult:
    random = np.random.default_rng(seed)
    operations = (WordOperation("keep", "a", "a"), WordOperation("replace", "red", "blue", 2.0))
    return EditResult(
        image=random.integers(0, 256, (SIDE, SIDE, 3), dtype=np.uint8),
        blend_mask=random.random((SIDE, SIDE)).astype(np.float32) if mask else None,
        operations=operations,
        mask_coverage=0.5 if mask else 1.0,
        seconds=0.25,
        network_evaluations=15,
    )


EDIT = EditParameters("a blue mug", weights=((1, 2.0),), blend_words=("mug",), guidance=5.0)


@pytest.fixture
def photo() -> Photo:
    return photo_from_bytes(encoded(noise_image(), "JPEG"), "mug.jpg")


@pytest.fixture
def inverted(photo: Photo) -> Document:
    """A document with a photo and one inversion."""
    document = Document()
    document.open_photo(photo, "a red mug")
    document.set_crop(default_crop(photo.size, (SIDE, SIDE)))
    document.add_inversion(make_inversion())
    return document


@pytest.fixture
def edited(inverted: Document) -> Document:
    """The same with two edits, one of them not confined."""
    inverted.add_edit(EDIT, make_result(1))
    inverted.add_edit(EditParameters("a green mug"), make_result(2, mask=False))
    return inverted
