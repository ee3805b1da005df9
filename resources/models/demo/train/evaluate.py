"""Measures the demo model against its bars.

Inversion, word maps and edits are the application's own (``nti_desktop``). All scenes are held out: new
seeds, so new positions, sizes and grounds. A sheet of pictures is written beside the figures.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

import assets
import classifier
import common
import numpy as np
import torch
from PIL import Image
from scenes import COLOURABLE, COLOURS, Picture, Renderer, Scene, sample_scene
from scipy.ndimage import binary_dilation

sys.path.insert(0, str(Path(__file__).resolve().parents[4]))

from nti_desktop.diffusion.guided import Guided
from nti_desktop.diffusion.models import DiffusionModel, choose_device
from nti_desktop.diffusion.null_text import optimise_null_text
from nti_desktop.diffusion.pivots import find_pivots
from nti_desktop.diffusion.recipes import FAST
from nti_desktop.diffusion.schedule import denoise
from nti_desktop.diffusion.sources import describe_model
from nti_desktop.diffusion.texts import join
from nti_desktop.engine.events import Failed, Finished
from nti_desktop.engine.local import LocalEngine
from nti_desktop.engine.requests import EditParameters, EditRequest, InvertRequest, Request
from nti_desktop.engine.results import EditResult, Inversion

#: bar -> (what it says, smallest or largest value that meets it)
BARS: dict[str, tuple[str, float]] = {
    "autoencoder PSNR, dB": (">=", 30),
    "null-text below the autoencoder without residuals, dB": ("<=", 0.3),
    "null-text below the autoencoder with residuals, dB": ("<=", 0.05),
    "word map's maximum inside the object, one object": (">=", 0.95),
    "word map's maximum inside the object, two objects": (">=", 0.90),
    "word map's best IoU with the mask, one object": (">=", 0.5),
    "recolour: hue within 30 degrees of the truth": (">=", 0.9),
    "recolour: PSNR inside the mask, dB": (">=", 17),
    "recolour: PSNR outside the mask, dB": (">=", 27),
    "replace: the classifier sees the new noun": (">=", 0.7),
    "text to image: the classifier sees the noun": (">=", 0.9),
    "text to image: the colour is right": (">=", 0.9),
    "seconds for one inversion (fast)": ("<=", 10),
    "seconds for one edit": ("<=", 4),
}


#: model, work folder, assets folder, guidance (None: the model's own)
Options = tuple[str, Path, Path, float | None]
Figures = dict[str, list[float]]


@dataclass
class Bench:
    """What the measurements need."""

    renderer: Renderer
    judge: classifier.Classifier
    model: str
    guidance: float
    engine: LocalEngine

    def run(self, request: Request) -> Inversion | EditResult:
        """Run a job of the application's engine to its end."""
        for event in self.engine.submit(request):
            if isinstance(event, Finished):
                return event.result
            if isinstance(event, Failed):
                raise RuntimeError(event.message + "\n" + event.details)
        raise RuntimeError("the engine ended without a result")


def psnr(image: np.ndarray, truth: np.ndarray, mask: np.ndarray | None = None) -> float:
    """Peak signal-to-noise ratio in dB, of the whole picture or of a mask."""
    error = (image.astype(np.float64) - truth.astype(np.float64)) ** 2
    return float(10 * np.log10(255**2 / max((error if mask is None else error[mask]).mean(), 1e-9)))


def mean_hue(image: np.ndarray, mask: np.ndarray) -> float:
    """The mean hue in a mask, in degrees, weighted by how colourful each pixel is."""
    red, green, blue = (image[mask].astype(np.float64) / 255).T
    vector = red + green * np.exp(2j * np.pi / 3) + blue * np.exp(4j * np.pi / 3)
    return float(np.degrees(np.angle(vector.sum())) % 360)


def hue_distance(one: float, other: float) -> float:
    """The angle between two hues, in degrees."""
    return abs((one - other + 180) % 360 - 180)


def held_out_scenes(count: int, seed: int = 700_001) -> list[Scene]:
    """Scenes of which every one has a coloured object to recolour, in its first place."""
    rng, scenes = random.Random(seed), []
    while len(scenes) < count:
        scene = sample_scene(rng)
        if scene.things[0].colour is not None:
            scenes.append(scene)
    return scenes


def measure_autoencoder(bench: Bench, model: DiffusionModel, figures: Figures, count: int) -> None:
    """The autoencoder alone, on scenes of every kind."""
    rng = random.Random(800_001)
    for _ in range(count):
        image = bench.renderer.render(sample_scene(rng), model.description.width).image
        figures["autoencoder PSNR, dB"].append(psnr(model.decode(model.encode(image)), image))


def measure_without_residuals(model: DiffusionModel, pictures: list[Picture], figures: Figures) -> None:
    """Null-text inversion at guidance 7.5 as the paper leaves it, against the autoencoder."""
    for picture in pictures:
        steps, latents = model.steps(50), model.encode(picture.image)
        embedding, empty = (model.embed(model.tokenize(text)) for text in (picture.scene.caption, ""))
        guided = Guided(model, embedding, empty, steps, 7.5)
        pivots = _result(find_pivots(guided, [latents]))
        found = _result(optimise_null_text(guided, pivots, replace(FAST, corrected=False)))
        loss = psnr(model.decode(latents), picture.image) - psnr(model.decode(found.latents), picture.image)
        figures["null-text below the autoencoder without residuals, dB"].append(loss)


def _result(work: object) -> object:
    """Run a generator to its end and return what it returns."""
    while True:
        try:
            next(work)
        except StopIteration as finished:
            return finished.value


def measure_scene(bench: Bench, picture: Picture, rng: random.Random, figures: Figures) -> list[np.ndarray]:
    """One inversion, its word maps, a recolouring and a replacement; returns pictures for the sheet."""
    scene = picture.scene
    start = time.perf_counter()
    inversion = bench.run(
        InvertRequest(picture.image, scene.caption, model=bench.model, guidance=bench.guidance)
    )
    figures["seconds for one inversion (fast)"].append(time.perf_counter() - start)
    report = inversion.report
    figures["null-text below the autoencoder with residuals, dB"].append(report.vae_psnr_db - report.psnr_db)
    measure_maps(inversion, picture, figures)
    recoloured, truth = measure_recolour(bench, inversion, picture, rng, figures)
    replaced = measure_replacement(bench, inversion, picture, rng, figures)
    return [
        picture.image,
        inversion.reconstruction,
        map_image(inversion, picture),
        recoloured,
        truth,
        replaced,
    ]


def noun_map(inversion: Inversion, scene: Scene, index: int) -> np.ndarray:
    """The word map of an object's noun, of whatever size the model's maps have."""
    spoken = scene.prefix + " and ".join(thing.words for thing in scene.things[: index + 1])
    return np.asarray(inversion.word_maps[len(spoken.split()) - 1], np.float64)


def map_image(inversion: Inversion, picture: Picture) -> np.ndarray:
    """The first object's word map as a grey picture."""
    grey = Image.fromarray((noun_map(inversion, picture.scene, 0) * 255).astype(np.uint8))
    return np.asarray(grey.resize(picture.image.shape[1::-1], Image.Resampling.BICUBIC).convert("RGB"))


def measure_maps(inversion: Inversion, picture: Picture, figures: Figures) -> None:
    """Where the nouns look, against where the objects are."""
    count = len(picture.scene.things)
    for index, mask in enumerate(picture.masks):
        values = noun_map(inversion, picture.scene, index)
        cells = (
            mask.reshape(values.shape[0], mask.shape[0] // values.shape[0], values.shape[1], -1).mean((1, 3))
            / 255
        )
        hit = cells.flat[values.argmax()] > 0.25
        figures[
            f"word map's maximum inside the object, {'one object' if count == 1 else 'two objects'}"
        ].append(float(hit))
        if count == 1:
            inside = cells > 0.5
            overlaps = [
                (inside & (values > t)).sum() / max((inside | (values > t)).sum(), 1)
                for t in np.linspace(0.05, 0.95, 37)
            ]
            figures["word map's best IoU with the mask, one object"].append(float(max(overlaps)))


def measure_recolour(
    bench: Bench, inversion: Inversion, picture: Picture, rng: random.Random, figures: Figures
) -> tuple[np.ndarray, np.ndarray]:
    """Another colour for the first object; the truth is rendered."""
    scene, size = picture.scene, len(picture.image)
    thing = scene.things[0]
    target = scene.edited(0, colour=rng.choice([colour for colour in COLOURS if colour != thing.colour]))
    truth = bench.renderer.render(target, size).image
    start = time.perf_counter()
    result = bench.run(EditRequest(inversion, EditParameters(target.caption), model=bench.model))
    figures["seconds for one edit"].append(time.perf_counter() - start)
    inside = picture.masks[0] > 128
    outside = ~binary_dilation(picture.masks[0] > 25, iterations=8 * size // 128)
    near = hue_distance(mean_hue(result.image, inside), mean_hue(truth, inside)) <= 30
    figures["recolour: hue within 30 degrees of the truth"].append(float(near))
    figures["recolour: PSNR inside the mask, dB"].append(psnr(result.image, truth, inside))
    figures["recolour: PSNR outside the mask, dB"].append(psnr(result.image, picture.image, outside))
    return result.image, truth


def measure_replacement(
    bench: Bench, inversion: Inversion, picture: Picture, rng: random.Random, figures: Figures
) -> np.ndarray:
    """Another noun for the first object; the classifier looks into its box."""
    scene = picture.scene
    noun = rng.choice([noun for noun in assets.NOUNS if noun != scene.things[0].noun])
    colour = scene.things[0].colour if noun in COLOURABLE else None
    target = scene.edited(0, noun=noun, colour=colour)
    result = bench.run(EditRequest(inversion, EditParameters(target.caption), model=bench.model))
    box = classifier.object_box(picture.masks[0])
    seen = classifier.noun_in(bench.judge, result.image, box)
    figures["replace: the classifier sees the new noun"].append(float(seen == noun))
    return result.image


@torch.no_grad()
def sample_images(
    model: DiffusionModel, captions: list[str], guidance: float, seed: int, count: int = 50
) -> list[np.ndarray]:
    """Text to image, all captions as one batch."""
    texts = [model.embed(model.tokenize(caption)) for caption in captions]
    both_texts = join([model.embed(model.tokenize(""))] * len(captions) + texts)
    side = model.unet.config.sample_size
    generator = torch.Generator().manual_seed(seed)
    latents = torch.randn((len(captions), model.unet.config.in_channels, side, side), generator=generator).to(
        model.device
    )
    for step in model.steps(count):
        both = [step] * (2 * len(captions))
        without, given = model.predict_noise(torch.cat([latents] * 2), both, both_texts).chunk(2)
        latents = denoise(step, latents, without + guidance * (given - without))
    return [model.decode(latent[None]) for latent in latents]


def measure_text_to_image(
    bench: Bench, model: DiffusionModel, figures: Figures, count: int, seed: int = 600_001
) -> list[np.ndarray]:
    """One-object captions from nothing: noun by the classifier, colour by the hue in the middle."""
    rng, scenes = random.Random(seed), []
    while len(scenes) < count:
        scenes.append(sample_scene(rng, two_share=0.0))
    images: list[np.ndarray] = []
    for start in range(0, count, 8):
        block = [scene.caption for scene in scenes[start : start + 8]]
        images += sample_images(model, block, bench.guidance, seed + start)
    for scene, image in zip(scenes, images, strict=True):
        truth = bench.renderer.render(scene, len(image))
        box = classifier.object_box(truth.masks[0])
        seen = classifier.noun_in(bench.judge, image, box)
        figures["text to image: the classifier sees the noun"].append(float(seen == scene.things[0].noun))
        if scene.things[0].colour is not None:
            core_of_object = truth.masks[0] > 128
            away = hue_distance(mean_hue(image, core_of_object), mean_hue(truth.image, core_of_object))
            figures["text to image: the colour is right"].append(float(away <= 30))
    return images


def table(figures: Figures) -> list[dict[str, object]]:
    """The bars with what was measured."""
    rows = []
    for what, (sign, bar) in BARS.items():
        if figures.get(what):
            value = float(np.mean(figures[what]))
            met = value >= bar if sign == ">=" else value <= bar
            rows.append(
                {
                    "what": what,
                    "bar": f"{sign} {bar}",
                    "measured": round(value, 3),
                    "met": met,
                    "of": len(figures[what]),
                }
            )
    return rows


def write_sheet(rows: list[list[np.ndarray]], path: Path) -> None:
    """Pictures in rows, as one file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    width = max(len(row) for row in rows)
    blank = np.full_like(rows[0][0], 255)
    lines = [np.concatenate(row + [blank] * (width - len(row)), 1) for row in rows]
    Image.fromarray(np.concatenate(lines)).save(path, quality=88)


def measure(options: Options, scenes: int, samples: int, processes: int, sheets: Path) -> Figures:
    """Everything; sheets of pictures go to a folder."""
    figures: Figures = defaultdict(list)
    bench = start_bench(options)
    model = DiffusionModel.load(describe_model(bench.model), choose_device("auto"))
    measure_autoencoder(bench, model, figures, max(scenes, 40))
    images = measure_text_to_image(bench, model, figures, samples)
    write_sheet([images[start : start + 8] for start in range(0, len(images), 8)], sheets / "samples.jpg")
    chosen = held_out_scenes(scenes)
    pictures = [
        bench.renderer.render(scene, model.description.width) for scene in chosen[: max(4, scenes // 8)]
    ]
    measure_without_residuals(model, pictures, figures)
    rows = []
    if processes == 1:
        _worker["bench"] = bench
        parts = map(measure_one, chosen, range(scenes))
    else:
        context = get_context("spawn")
        pool = ProcessPoolExecutor(processes, context, _start_worker, (options,))
        parts = pool.map(measure_one, chosen, range(scenes))
    for part, row in parts:
        rows.append(row)
        for what, values in part.items():
            figures[what] += values
        if len(rows) % 10 == 0:
            common.say(f"{len(rows)} of {scenes} scenes")
    pairs = [rows[k] + rows[k + 1] for k in range(0, len(rows) - 1, 2)]
    write_sheet(pairs, sheets / "edits.jpg")
    return figures


_worker: dict[str, Bench] = {}


def _start_worker(options: Options) -> None:
    """Give a worker process its own bench, on one thread."""
    torch.set_num_threads(1)
    _worker["bench"] = start_bench(options)


def start_bench(options: Options) -> Bench:
    """Load what the measurements need."""
    model, work, folder, guidance = options
    guidance = guidance or describe_model(model).default_guidance
    return Bench(Renderer(folder), classifier.load(work), model, guidance, LocalEngine())


def measure_one(scene: Scene, number: int) -> tuple[Figures, list[np.ndarray]]:
    """One scene: its figures, and pictures for the sheet."""
    figures: Figures = defaultdict(list)
    bench = _worker["bench"]
    picture = bench.renderer.render(scene, describe_model(bench.model).width)
    row = measure_scene(bench, picture, random.Random(number), figures)
    return dict(figures), row


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assets", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True, help="where the classifier lies")
    parser.add_argument("--model", default="demo")
    parser.add_argument("--scenes", type=int, default=40)
    parser.add_argument("--samples", type=int, default=48)
    parser.add_argument("--guidance", type=float, help="instead of the model's own")
    parser.add_argument("--json", type=Path)
    parser.add_argument(
        "--processes", type=int, default=1, help="several: one thread each; timings then mislead"
    )
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--sheets", type=Path, help="folder for pictures (default: the work folder)")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    guidance = arguments.guidance or describe_model(arguments.model).default_guidance
    options = (arguments.model, arguments.work, arguments.assets, guidance)
    counts = (arguments.scenes, arguments.samples, arguments.processes)
    rows = table(measure(options, *counts, arguments.sheets or arguments.work))
    print(f"guidance {guidance}")
    for row in rows:
        verdict = "met" if row["met"] else "missed"
        print(f"{row['what']:58} {row['bar']:>8} {row['measured']:>9.3f}  {verdict} (n={row['of']})")
    if arguments.json:
        arguments.json.write_text(json.dumps({"guidance": guidance, "rows": rows}, indent=2) + "\n")


if __name__ == "__main__":
    main()
