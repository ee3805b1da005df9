"""What a project of 512 x 512 and 50 steps weighs, and where: `python -m tests.benchmarks.weights [--write]`.

The container itself writes it. Photo and pictures are a real photo, enlarged and with grain; latents and null
embeddings are noise, of which as little can be packed as of real ones. The last column says what deflating
would leave.
"""

from __future__ import annotations

import argparse
import io
import tempfile
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from nti_desktop.document.container import load_project, save_project
from nti_desktop.document.document import Document
from nti_desktop.document.photo import default_crop, photo_from_bytes, working_image
from nti_desktop.engine.requests import EditParameters
from nti_desktop.engine.results import EditResult, Inversion, InversionReport, ModelIdentity
from nti_desktop.resources import resource_path
from tests.benchmarks.tables import table
from tests.marked import write_between

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "project-format.md"
SIDE, STEPS = 512, 50
PHOTO_SIZE = (4000, 3000)
CAPTION = "a red mug on a wooden table"
ARRAYS = {
    "null_embeddings": "null embeddings",
    "pivots": "pivots",
    "residuals": "residuals, half precision",
    "reconstruction": "reconstruction",
    "word_maps": "word maps",
    "timesteps": "timesteps",
}


@dataclass(frozen=True)
class Weight:
    """A part of the file: its bytes there, and what deflating would make of them."""

    name: str
    stored: int
    packed: int


def photo_bytes(size: tuple[int, int] = PHOTO_SIZE) -> bytes:
    """A photo with grain, as a camera would store it."""
    with Image.open(resource_path("photos/red-mug.jpg")) as image:
        large = np.asarray(image.convert("RGB").resize(size, Image.Resampling.BICUBIC)).astype(np.int16)
    grain = np.random.default_rng(0).normal(0, 3, (*large.shape[:2], 1))
    buffer = io.BytesIO()
    Image.fromarray(np.clip(large + grain, 0, 255).astype(np.uint8)).save(buffer, "JPEG", quality=92)
    return buffer.getvalue()


def inversion_like(picture: np.ndarray, caption: str = CAPTION, seed: int = 0) -> Inversion:
    """An inversion of the shapes that Stable Diffusion 1.x gives for a picture, uint8 height x width x 3."""
    random = np.random.default_rng(seed)
    latent = (4, picture.shape[0] // 8, picture.shape[1] // 8)
    clean = random.normal(size=latent)
    noisier = np.linspace(0, 1, STEPS + 1)[:, None, None, None]
    return Inversion(
        caption=caption,
        model=ModelIdentity("stable-diffusion", "0" * 16),
        method="null-text",
        preset="fast",
        guidance=7.5,
        timesteps=np.arange(STEPS, 0, -1, dtype=np.int64) * 20 - 19,
        pivots=(clean * (1 - noisier) + random.normal(size=latent) * noisier).astype(np.float32),
        null_embeddings=random.normal(size=(STEPS, 77, 768)).astype(np.float32),
        residuals=(1e-2 * random.normal(size=(STEPS, *latent))).astype(np.float16),
        word_maps=random.random((len(caption.split()), 16, 16)).astype(np.float32),
        reconstruction=picture,
        report=InversionReport(30.0, 30.1, 1e-6, 60.0, 250, tuple(random.random(STEPS)), "cuda", 1e-5),
    )


def edited(picture: np.ndarray, shade: int) -> EditResult:
    """A picture with its middle recoloured, confined by a mask with a soft edge."""
    across = np.linspace(-1, 1, picture.shape[0])
    distance = np.hypot(*np.meshgrid(across, across))
    mask = np.clip((0.6 - distance) * 8, 0, 1).astype(np.float32)
    other = np.roll(picture, 1 + shade % 2, axis=2) // (1 + shade % 3)
    image = np.rint(picture * (1 - mask[..., None]) + other * mask[..., None]).astype(np.uint8)
    return EditResult(image, mask, (), float(mask.mean()), 1.0, 100)


def make_project(captions: int = 1, edits: int = 1, photo_size: tuple[int, int] = PHOTO_SIZE) -> Document:
    """A document with a photo, an inversion of its middle for each caption, and edits of the first."""
    photo = photo_from_bytes(photo_bytes(photo_size), "mug.jpg")
    crop = default_crop(photo.size, (SIDE, SIDE))
    document = Document()
    document.open_photo(photo, CAPTION)
    document.set_crop(crop)
    picture = working_image(photo, crop, (SIDE, SIDE))
    for number in range(captions):
        document.add_inversion(inversion_like(picture, f"{CAPTION} {number}", number))
    first = document.project.inversions[0].id
    for number in range(edits):
        parameters = EditParameters(f"a mug of colour {number}")
        document.add_edit(parameters, edited(picture, number), first, keep_draft=True)
    return document


def weigh(document: Document, path: Path) -> list[Weight]:
    """Write a project of one inversion and one edit, and look at what is where."""
    save_project(document.project, path)
    project = load_project(path)
    (record,), (edit,) = project.inversions, project.edits
    with zipfile.ZipFile(path) as archive:
        sizes = {entry.filename: entry.compress_size for entry in archive.infolist()}
        members = {name: archive.read(name) for name in sizes}
    found = []
    for name, called in ARRAYS.items():
        data = getattr(record.inversion, name).tobytes()
        found.append(Weight(f"inversion: {called}", len(data), _packed(data)))
    for name, called in (
        ("photo", "photo, 12 megapixels, as the camera stored it"),
        (f"results/{edit.id}.png", "edit: picture"),
        (f"results/{edit.id}.mask.png", "edit: blend mask"),
        ("thumbnail.png", "thumbnail"),
    ):
        found.append(Weight(called, sizes[name], _packed(members[name])))
    rest = path.stat().st_size - sum(weight.stored for weight in found)
    return [*found, Weight("all else: texts, headers, directory", rest, rest)]


def _packed(data: bytes) -> int:
    return len(zlib.compress(data))


def rendered(weights: list[Weight]) -> str:
    """As a table, with the whole below."""
    whole = sum(weight.stored for weight in weights)
    rows = [
        [w.name, f"{w.stored / 1e6:.3f}", f"{100 * w.stored / whole:.1f} %", f"{w.packed / 1e6:.3f}"]
        for w in weights
    ]
    packed = sum(weight.packed for weight in weights)
    rows.append(["the file", f"{whole / 1e6:.3f}", "100.0 %", f"{packed / 1e6:.3f}"])
    return table(("part", "MB", "share", "deflated"), rows)


def main() -> None:
    """Measure, print, and if wanted write."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.weights")
    parser.add_argument("--write", action="store_true", help="put the table into docs/project-format.md")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        text = rendered(weigh(make_project(), Path(folder) / "p.nti"))
    print(text)
    if wanted.write:
        write_between(DOCUMENT, "<!-- weights: begin -->", "<!-- weights: end -->", text)


if __name__ == "__main__":
    main()
