"""What is fuzzed: each target spoils a good file and reads it; all but a sentence for the user is a find."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from nti_desktop.diffusion.sources import describe_model
from nti_desktop.document.atomic import atomic_write
from nti_desktop.document.container import check_all, load_project, save_project
from nti_desktop.document.export import export_image
from nti_desktop.document.journal_folder import JournalWriter
from nti_desktop.document.journal_recovery import new_journal, recover, recoverable
from nti_desktop.document.photo import photo_from_bytes
from nti_desktop.document.pictures import thumbnail_png
from nti_desktop.engine.events import Failed, Progress
from nti_desktop.engine.requests import InvertRequest
from nti_desktop.errors import UserError
from nti_desktop.resources import resource_path
from tests.fuzz import seeds
from tests.fuzz.mutators import Dice, spoil, spoil_json, spoil_png, spoil_project, spoil_safetensors


@dataclass(frozen=True, eq=False)
class Target:
    """One kind of file.

    Attributes:
        spoil: makes a case of dice.
        read: reads it; whether it was taken for good. A refusal in a sentence is not raised.
    """

    name: str
    spoil: Callable[[Dice], bytes]
    read: Callable[[bytes], bool]


def targets(folder: Path, *names: str) -> dict[str, Target]:
    """Targets by name, working in a scratch folder; without names, those that need no torch."""
    makers = {
        "projects": _projects,
        "images": _images,
        "models": _models,
        "checkpoints": _checkpoints,
        "journals": _journals,
        "loading": _loading,
    }
    return {name: makers[name](folder) for name in names or list(makers)[:-1]}


def _projects(folder: Path) -> Target:
    found, path, again = seeds.projects(folder), folder / "case.nti", folder / "again.nti"

    def read(data: bytes) -> bool:
        path.write_bytes(data)
        with refused() as verdict:
            project = load_project(path)
            check_all(project)
            if data[-1] % 8 == 0:  # what opens can be saved, and opens again
                save_project(project, again)
                load_project(again)
        return verdict[0]

    return Target("projects", lambda dice: spoil_project(dice.choice(found), dice), read)


def _images(folder: Path) -> Target:
    found = seeds.images()

    def case(dice: Dice) -> bytes:
        data = dice.choice(found)
        if data.startswith(b"\x89PNG") and dice.random() < 0.7:
            return spoil_png(data, dice)
        return spoil(data, dice)

    def read(data: bytes) -> bool:
        with refused() as verdict:
            photo = photo_from_bytes(data, "case.png")
            thumbnail_png(photo.pixels)
            if data[len(data) // 2] % 8 == 0:
                suffix = (".png", ".jpg", ".webp", ".tif")[data[-1] % 4]
                export_image(photo.pixels, folder / f"out{suffix}", photo)
        return verdict[0]

    return Target("images", case, read)


def _models(folder: Path) -> Target:
    """One file of a diffusers folder is spoilt; the case holds its name, a line's end, and its bytes."""
    model = seeds.model_folder(folder)
    files = {
        str(path.relative_to(model)): path.read_bytes() for path in sorted(model.rglob("*")) if path.is_file()
    }

    def case(dice: Dice) -> bytes:
        name = dice.choice(list(files))
        kind = spoil_json if name.endswith(".json") else spoil_safetensors
        return name.encode() + b"\n" + kind(files[name], dice)

    def read(data: bytes) -> bool:
        name, _, content = data.partition(b"\n")
        target = model / name.decode()
        target.write_bytes(content)
        try:
            with refused() as verdict:
                describe_model(str(model))
        finally:
            target.write_bytes(files[name.decode()])
        return verdict[0]

    return Target("models", case, read)


def _loading(folder: Path) -> Target:
    """A small file of the bundled model is spoilt and the engine loads it; torch, so slower than the rest."""
    import torch

    from nti_desktop.engine.local import LocalEngine

    torch.set_num_threads(1)
    bundled, model = resource_path("models/demo"), folder / "loaded"
    shutil.copytree(bundled, model, ignore=shutil.ignore_patterns("train", "*.jpg", "*.md"))
    files = {str(path.relative_to(model)): path.read_bytes() for path in sorted(model.rglob("*.json"))}
    request = InvertRequest(np.zeros((64, 64, 3), np.uint8), "a red mug", model=str(model), device="cpu")

    def case(dice: Dice) -> bytes:
        name = dice.choice([name for name in files if not name.startswith("tokenizer")])
        return name.encode() + b"\n" + spoil_json(files[name], dice)

    def read(data: bytes) -> bool:
        name, _, content = data.partition(b"\n")
        target = model / name.decode()
        target.write_bytes(content)
        try:
            with contextlib.closing(LocalEngine().submit(request)) as events:
                for event in events:
                    if isinstance(event, Failed):
                        if event.details:
                            raise AssertionError(event.details)
                        return False
                    if isinstance(event, Progress) and event.stage == "pivots":
                        return True
        finally:
            target.write_bytes(files[name.decode()])
        return False

    return Target("loading", case, read)


def _checkpoints(folder: Path) -> Target:
    good, path = seeds.checkpoint(), folder / "model.safetensors"

    def read(data: bytes) -> bool:
        path.write_bytes(data)
        with refused() as verdict:
            describe_model(str(path))
        return verdict[0]

    return Target("checkpoints", lambda dice: spoil_safetensors(good, dice), read)


def _journals(folder: Path) -> Target:
    """The state file of a journal is spoilt; its blobs are checked as a project's members are."""
    journals = folder / "journals"
    seeds.projects(folder)
    made, lock = new_journal(journals)
    JournalWriter(made).write(load_project(folder / "seed.nti"), "mug", None)
    lock.release()
    (state,) = made.glob("state-*.json")
    value = json.loads(state.read_bytes())
    good = json.dumps(value | {"when": "2026-11-22T10:00:00+00:00"}).encode()
    kept = folder / "kept"
    shutil.copytree(made, kept)

    def read(data: bytes) -> bool:
        if not made.exists():  # nothing was left of the last one, so it was cleared away
            shutil.copytree(kept, made)
        atomic_write(state, lambda file: file.write(data))
        with refused() as verdict:
            found = recoverable(journals)
            for recovery in found:
                recover(recovery)
        return verdict[0] and bool(found)

    return Target("journals", lambda dice: spoil_json(good, dice), read)


@contextlib.contextmanager
def refused():
    """Take a sentence for the user as an answer; the list that is given holds whether there was none."""
    verdict = [True]
    try:
        yield verdict
    except UserError as error:
        verdict[0] = False
        sentence = str(error)
        if "\n" in sentence or not sentence.endswith("."):
            raise AssertionError(f"not one sentence: {sentence!r}") from error
