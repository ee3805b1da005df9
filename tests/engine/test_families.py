"""Every family through the engine, from a folder and from a checkpoint: invert, then edit.

The full-size checkpoints are slow: the tests write them, with random weights in half precision, since what is
asked is whether they load, fit and run, not whether they know anything.
"""

from __future__ import annotations

import dataclasses
import resource
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from nti_desktop.diffusion import checkpoints
from nti_desktop.diffusion.descriptions import FAMILIES, Family
from nti_desktop.engine.events import Finished
from nti_desktop.engine.local import LocalEngine
from nti_desktop.engine.requests import EditParameters, EditRequest, InvertRequest, Request
from nti_desktop.engine.results import EditResult, Inversion
from tests.tiny_models import full_configs, tiny_configs, write_checkpoint, write_configs, write_folder

CAPTION, EDITED = "a red mug on the grass", "a blue mug on the grass"


@pytest.fixture
def engine() -> Iterator[LocalEngine]:
    engine = LocalEngine()
    yield engine
    engine.close()


def picture(height: int, width: int) -> np.ndarray:
    rows, columns = np.linspace(0, 255, height), np.linspace(0, 255, width)
    return np.stack(np.broadcast_arrays(rows[:, None], columns[None], 90.0), -1).astype(np.uint8)


def result(engine: LocalEngine, request: Request) -> Any:
    events = list(engine.submit(request))
    assert isinstance(events[-1], Finished), events[-1]
    return events[-1].result


def inverted_and_edited(engine: LocalEngine, model: Path, image: np.ndarray) -> tuple[Inversion, EditResult]:
    inversion = result(engine, InvertRequest(image, CAPTION, model=str(model), steps=2, device="cpu"))
    request = EditRequest(inversion, EditParameters(EDITED), model=str(model), device="cpu")
    return inversion, result(engine, request)


def check(inversion: Inversion, edited: EditResult, image: np.ndarray, family: Family) -> None:
    assert inversion.pivots.shape == (3, 4, image.shape[0] // 8, image.shape[1] // 8)
    assert inversion.report.psnr_db == pytest.approx(inversion.report.vae_psnr_db, abs=0.1)
    assert (inversion.null_pooled is not None) == (family == "sdxl")
    assert np.isfinite(inversion.null_embeddings).all()
    assert np.isfinite(inversion.report.loss_per_timestep).all()
    assert edited.image.shape == image.shape
    assert (edited.image != inversion.reconstruction).any()


@pytest.mark.parametrize("source", ["folder", "checkpoint"])
@pytest.mark.parametrize("family", FAMILIES)
def test_a_photo_is_inverted_and_edited(
    engine: LocalEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, family: Family, source: str
) -> None:
    configs, image = tiny_configs(family), picture(48, 72)
    if source == "folder":
        model = write_folder(tmp_path / "model", configs)
    else:
        folder = write_configs(tmp_path / "configs", configs)
        monkeypatch.setattr(checkpoints, "family_folder", lambda _: folder)
        model = write_checkpoint(tmp_path / "model.safetensors", family, configs)
    inversion, edited = inverted_and_edited(engine, model, image)
    check(inversion, edited, image, family)
    unchanged = EditRequest(inversion, EditParameters(CAPTION), model=str(model), device="cpu")
    same: EditResult = result(engine, unchanged)
    assert np.abs(same.image.astype(int) - inversion.reconstruction).max() <= 1


def test_both_null_embeddings_of_sdxl_are_optimised(engine: LocalEngine, tmp_path: Path) -> None:
    model = write_folder(tmp_path / "model", tiny_configs("sdxl"))
    request = InvertRequest(picture(32, 32), CAPTION, model=str(model), steps=2, device="cpu")
    paper: Inversion = result(engine, dataclasses.replace(request, preset="paper"))
    assert paper.null_pooled is not None
    assert paper.null_pooled.shape[0] == 2
    assert np.abs(paper.null_pooled[0] - paper.null_pooled[-1]).max() > 0
    assert np.abs(paper.null_embeddings[0] - paper.null_embeddings[-1]).max() > 0


def test_a_v_prediction_model_to_pure_noise_is_inverted(engine: LocalEngine, tmp_path: Path) -> None:
    scheduler = {"rescale_betas_zero_snr": True, "timestep_spacing": "trailing"}
    model = write_folder(tmp_path / "model", tiny_configs("sd2", **scheduler))
    image = picture(64, 96)
    inversion, edited = inverted_and_edited(engine, model, image)
    assert inversion.timesteps[0] == 999
    check(inversion, edited, image, "sd2")


def peak_gigabytes() -> float:
    """The most that this process has had in memory."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize(("family", "size"), [("sd1", (512, 512)), ("sdxl", (256, 320))])
def test_a_full_size_checkpoint_is_loaded_inverted_and_edited(
    engine: LocalEngine, tmp_path: Path, family: Family, size: tuple[int, int]
) -> None:
    """SD 1.5 at its own size; SDXL at far less, for time and memory."""
    began = time.monotonic()
    model = write_checkpoint(tmp_path / "full.safetensors", family, full_configs(family), torch.float16)
    written, image = time.monotonic(), picture(*size)
    try:
        inversion, edited = inverted_and_edited(engine, model, image)
    finally:
        model.unlink()
    check(inversion, edited, image, family)
    print(
        f"{family} at {size}: written in {written - began:.0f} s, loaded, inverted and edited in "
        f"{time.monotonic() - written:.0f} s, of which {inversion.report.seconds:.0f} s inverting and "
        f"{edited.seconds:.0f} s editing; peak {peak_gigabytes():.1f} GB"
    )
    assert peak_gigabytes() < 24
