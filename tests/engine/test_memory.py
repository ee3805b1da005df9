"""How many timesteps are taken at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from nti_desktop.diffusion.guided import Guided
from nti_desktop.diffusion.models import DiffusionModel, choose_device
from nti_desktop.diffusion.sources import describe_model
from nti_desktop.engine import inverting, main_memory
from nti_desktop.engine.events import Finished, Notice
from nti_desktop.engine.local import LocalEngine
from nti_desktop.engine.memory import (
    FEWER_AT_ONCE,
    free_memory,
    gradient_bytes,
    samples_that_fit,
    usual_memory,
)
from nti_desktop.engine.requests import InvertRequest

GIB = 2**30


@pytest.mark.parametrize(
    ("free", "sample", "samples"),
    [(10 * GIB, GIB, 4), (40 * GIB, GIB, 16), (4 * GIB, GIB, 2), (GIB, GIB, 1), (0, GIB, 1), (None, 1, 1)],
)
def test_as_many_as_fit_with_room_to_spare(free: int | None, sample: int, samples: int) -> None:
    assert samples_that_fit(free, sample) == samples


def test_the_systems_own_figure_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    told = tmp_path / "meminfo"
    told.write_text("MemTotal:       16000000 kB\nMemAvailable:    3000 kB\nHugePages_Total:       0\n")
    monkeypatch.setattr(main_memory, "_MEMORY_INFO", told)
    assert free_memory(torch.device("cpu")) == 3000 * 1024


def test_without_that_figure_there_is_another_or_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(main_memory, "_MEMORY_INFO", tmp_path / "missing")
    found = free_memory(torch.device("cpu"))
    assert found is None or found > 0


def test_what_a_gradient_needs_grows_with_the_picture_not_with_the_weights(tiny_model: str) -> None:
    torch.set_num_threads(1)
    model = DiffusionModel.load(describe_model(tiny_model), choose_device("cpu"))
    text, empty = (model.embed(model.tokenize(caption)) for caption in ("a red mug", ""))
    guided = Guided(model, text, empty, model.steps(4), 7.5)
    small, large = (gradient_bytes(guided, torch.zeros(1, 4, side, side)) for side in (8, 16))
    assert 2 * small < large < 6 * small
    model.use_checkpointing()
    assert gradient_bytes(guided, torch.zeros(1, 4, 16, 16)) < large


@pytest.mark.parametrize(("free", "largest"), [(None, 1), (0, 1), (GIB, 4), (1000 * GIB, 4)])
def test_a_jobs_blocks_are_as_large_as_memory_allows(
    tiny_model: str, monkeypatch: pytest.MonkeyPatch, free: int | None, largest: int
) -> None:
    """Four steps in all: as many at once as there is room for, by what is free when the job begins."""
    sizes: list[int] = []
    monkeypatch.setattr(inverting, "free_memory", lambda _: free)
    monkeypatch.setattr(inverting, "gradient_bytes", lambda *_: GIB // 10)
    honest = DiffusionModel.predict_noise

    def counted(self: DiffusionModel, latents: torch.Tensor, *rest: Any) -> torch.Tensor:
        sizes.append(len(latents))
        return honest(self, latents, *rest)

    monkeypatch.setattr(DiffusionModel, "predict_noise", counted)
    picture = np.full((64, 64, 3), 90, np.uint8)
    request = InvertRequest(picture, "a red mug", tiny_model, "null-text-parallel", steps=4)
    assert isinstance(list(LocalEngine().submit(request))[-1], Finished)
    assert max(sizes) == largest


@pytest.mark.parametrize(
    ("usual", "free", "largest", "notices"),
    [
        (GIB, 9 * GIB, 4, 0),
        (GIB, GIB, 4, 0),
        (GIB // 5, 9 * GIB, 1, 0),
        (GIB, GIB // 5, 1, 1),
        (None, GIB, 1, 0),
    ],
)
def test_blocks_depend_on_the_machine_and_not_on_what_is_free_just_now(
    tiny_model: str,
    monkeypatch: pytest.MonkeyPatch,
    usual: int | None,
    free: int,
    largest: int,
    notices: int,
) -> None:
    """Only where there is less than usual they are smaller, and that is told."""
    sizes: list[int] = []
    monkeypatch.setattr(inverting, "usual_memory", lambda _: usual)
    monkeypatch.setattr(inverting, "free_memory", lambda _: free)
    monkeypatch.setattr(inverting, "gradient_bytes", lambda *_: GIB // 10)
    honest = DiffusionModel.predict_noise

    def counted(self: DiffusionModel, latents: torch.Tensor, *rest: Any) -> torch.Tensor:
        sizes.append(len(latents))
        return honest(self, latents, *rest)

    monkeypatch.setattr(DiffusionModel, "predict_noise", counted)
    picture = np.full((64, 64, 3), 90, np.uint8)
    request = InvertRequest(picture, "a red mug", tiny_model, "null-text-parallel", steps=4)
    events = list(LocalEngine().submit(request))
    assert isinstance(events[-1], Finished)
    assert max(sizes) == largest
    assert [event for event in events if isinstance(event, Notice)] == [Notice(FEWER_AT_ONCE)] * notices


def test_what_a_job_counts_on_stays_when_other_programs_come_and_go(
    tiny_model: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    model = DiffusionModel.load(describe_model(tiny_model), choose_device("cpu"))
    told, found = tmp_path / "meminfo", set()
    monkeypatch.setattr(main_memory, "_MEMORY_INFO", told)
    for free in (3000, 3000000):
        told.write_text(f"MemTotal:       16000000 kB\nMemAvailable:    {free} kB\n")
        found.add(usual_memory(model))
    assert len(found) == 1
    monkeypatch.setattr(main_memory, "_total_memory", lambda: None)
    monkeypatch.setattr(main_memory, "_OWN_GROUPS", tmp_path / "missing")
    assert usual_memory(model) is None


def group(folder: Path, limit: str, used: int, files: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "memory.max").write_text(f"{limit}\n")
    (folder / "memory.current").write_text(f"{used}\n")
    (folder / "memory.stat").write_text(f"anon 7\ninactive_file {files}\nactive_file 3\n")


def test_a_control_groups_limit_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The least of the group's own and those around it; what copies of files take can be had."""
    told, own = tmp_path / "meminfo", tmp_path / "own"
    told.write_text("MemAvailable:    3000 kB\n")
    own.write_text("1:name=systemd:/other\n0::/user/job\n")
    for name, path in (("_MEMORY_INFO", told), ("_OWN_GROUPS", own), ("_GROUPS", tmp_path / "groups")):
        monkeypatch.setattr(main_memory, name, path)
    assert free_memory(torch.device("cpu")) == 3000 * 1024  # there are no such groups
    group(tmp_path / "groups/user/job", "max", 10, 0)
    assert free_memory(torch.device("cpu")) == 3000 * 1024
    group(tmp_path / "groups/user", "2000000", 1500000, 200000)
    assert free_memory(torch.device("cpu")) == 700000
    assert main_memory.total_main_memory() == 2000000
    group(tmp_path / "groups/user/job", "900000", 1000000, 0)
    assert free_memory(torch.device("cpu")) == 0
