"""Trains a small classifier of the world's nouns, for judging edits.

It has nothing in common with the model it judges but the world: its own network, its own scenes.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import assets
import common
import numpy as np
import torch
import torch.nn.functional as F
from muon import Muon, split
from PIL import Image
from scenes import Picture, Renderer, Thing, sample_scene

NOUNS = tuple(assets.NOUNS)
SIDE = 48


class Classifier(torch.nn.Module):
    """Pictures (n, 3, 48, 48) in -1..1 -> scores (n, nouns)."""

    def __init__(self) -> None:
        super().__init__()
        layers: list[torch.nn.Module] = []
        for before, after in ((3, 32), (32, 64), (64, 128), (128, 192)):
            layers += [torch.nn.Conv2d(before, after, 3, 2 if before > 3 else 1, 1, bias=False)]
            layers += [torch.nn.BatchNorm2d(after), torch.nn.SiLU()]
        self.body = torch.nn.Sequential(*layers)
        self.head = torch.nn.Linear(192, len(NOUNS))

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        """Scores of the nouns."""
        return self.head(self.body(pictures).amax((2, 3)))


def object_box(mask: np.ndarray, margin: float = 0.12) -> tuple[int, int, int, int]:
    """The square around a mask (left, top, right, bottom), with a margin; it may reach beyond the picture."""
    rows, columns = np.nonzero(mask.max(1) > 60)[0], np.nonzero(mask.max(0) > 60)[0]
    side = max(np.ptp(rows), np.ptp(columns)) + 1
    half = side * (0.5 + margin)
    x, y = (columns[0] + columns[-1] + 1) / 2, (rows[0] + rows[-1] + 1) / 2
    return round(x - half), round(y - half), round(x + half), round(y + half)


def cut(image: np.ndarray, box: tuple[int, int, int, int]) -> np.ndarray:
    """A square of a picture at the classifier's size; beyond the edge the picture is continued."""
    left, top, right, bottom = box
    pad = max(0, -left, -top, right - image.shape[1], bottom - image.shape[0])
    padded = np.pad(image, ((pad, pad), (pad, pad), (0, 0)), mode="edge")
    patch = Image.fromarray(padded[top + pad : bottom + pad, left + pad : right + pad])
    return np.asarray(patch.resize((SIDE, SIDE), Image.Resampling.BILINEAR, reducing_gap=2.0))


def example(renderer: Renderer, rng: random.Random, size: int = 128) -> tuple[np.ndarray, int]:
    """One object of a scene, cut out somewhat carelessly and somewhat blurred, and its noun's number."""
    scene = sample_scene(rng, colourable_share=0.0)
    picture: Picture = renderer.render(scene, size)
    index = rng.randrange(len(scene.things))
    thing: Thing = scene.things[index]
    box = object_box(picture.masks[index], rng.uniform(0.02, 0.35))
    shift = [round(rng.uniform(-0.06, 0.06) * (box[2] - box[0])) for _ in range(2)]
    patch = cut(picture.image, (box[0] + shift[0], box[1] + shift[1], box[2] + shift[0], box[3] + shift[1]))
    if rng.random() < 0.5:
        small = rng.randint(14, 40)
        image = Image.fromarray(patch).resize((small, small), Image.Resampling.BILINEAR)
        patch = np.asarray(image.resize((SIDE, SIDE), Image.Resampling.BICUBIC))
    return patch, NOUNS.index(thing.noun)


def train(folder: Path, work: Path, minutes: float, batch: int = 48) -> float:
    """Train on scenes rendered on the fly; returns the accuracy on held-out scenes."""
    torch.manual_seed(3)
    renderer, rng = Renderer(folder), random.Random(31)
    model = Classifier().to(memory_format=torch.channels_last)
    optimiser = Muon(*split(model), weight_decay=0.02)
    pool: list[tuple[np.ndarray, int]] = []
    clock, step = common.Clock(minutes), 0
    while clock.share < 1:
        pool += [example(renderer, rng) for _ in range(batch // 2 if len(pool) > 500 else batch)]
        chosen = rng.sample(pool, batch)
        for group in optimiser.param_groups:
            group["lr"] = common.learning_rate(2e-3, step, clock.share, 30, 0.4)
        pictures = common.to_tensor(np.stack([patch for patch, _ in chosen]), torch.device("cpu"))
        pictures = pictures + 0.05 * torch.rand(1) * torch.randn_like(pictures)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = model(pictures)
        loss = F.cross_entropy(
            scores.float(), torch.tensor([label for _, label in chosen]), label_smoothing=0.05
        )
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        step += 1
        if step % 100 == 0:
            common.say(f"classifier step {step}, {loss.item():.3f}")
    torch.save(model.state_dict(), work / "classifier.pt")
    held_out = [example(renderer, random.Random(910_000 + k)) for k in range(400)]
    return accuracy(model.eval(), held_out)


@torch.no_grad()
def accuracy(model: Classifier, examples: list[tuple[np.ndarray, int]]) -> float:
    """Share of examples whose noun is recognised."""
    pictures = common.to_tensor(np.stack([patch for patch, _ in examples]), torch.device("cpu"))
    return (model(pictures).argmax(1) == torch.tensor([label for _, label in examples])).float().mean().item()


def load(work: Path) -> Classifier:
    """The trained classifier."""
    model = Classifier()
    model.load_state_dict(torch.load(work / "classifier.pt", weights_only=True))
    return model.eval()


@torch.no_grad()
def noun_in(model: Classifier, image: np.ndarray, box: tuple[int, int, int, int]) -> str:
    """The noun that the classifier sees in a square of a picture."""
    return NOUNS[int(model(common.to_tensor(cut(image, box)[None], torch.device("cpu"))).argmax())]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--assets", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=5)
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    common.say(
        f"classifier held-out accuracy {train(arguments.assets, arguments.work, arguments.minutes):.3f}"
    )


if __name__ == "__main__":
    main()
