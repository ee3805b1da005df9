"""Memory that runs out: a sentence and a rung down, never a crash, and nothing done twice."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import pytest
import torch

from nti_desktop.diffusion.models import DiffusionModel
from nti_desktop.engine import ladder, local
from nti_desktop.engine.events import Event, Failed, Finished, Notice
from nti_desktop.engine.ladder import RUNGS, Ladder, Rung, is_out_of_memory
from nti_desktop.engine.local import LocalEngine
from nti_desktop.engine.requests import EditParameters, EditRequest, InvertRequest, Method

CAPTION = "a red mug on the grass"


@pytest.fixture
def engine(tiny_model: str) -> Iterator[LocalEngine]:
    engine = LocalEngine()
    list(engine.submit(dataclasses.replace(invert(tiny_model), steps=2)))  # loads the model
    yield engine
    engine.close()


def invert(model: str, method: Method = "null-text") -> InvertRequest:
    ramp = np.linspace(0, 255, 64, dtype=np.uint8)
    picture = np.stack(np.broadcast_arrays(ramp[:, None], ramp[None], np.uint8(90)), -1)
    return InvertRequest(picture, CAPTION, model=model, steps=4, method=method)


@contextmanager
def running_out(engine: LocalEngine, times: int, after: int, error: type[Exception]) -> Iterator[list[int]]:
    """The noise network runs out of memory so often, each time when it is evaluated again `after` times."""
    made = [0, 0]

    def maybe_raise(*_: object) -> None:
        made[0] += 1
        if made[0] % after == 0 and made[1] < times:
            made[1] += 1
            raise error("CUDA out of memory. Tried to allocate 20.00 GiB")

    assert engine._model is not None
    hook = engine._model.unet.register_forward_pre_hook(maybe_raise)
    try:
        yield made
    finally:
        hook.remove()


def notices(events: list[Event]) -> list[str]:
    return [event.message for event in events if isinstance(event, Notice)]


def result(events: list[Event]) -> Any:
    assert isinstance(events[-1], Finished), events[-1]
    return events[-1].result


def test_an_inversion_goes_on_with_less_memory(engine: LocalEngine, tiny_model: str) -> None:
    whole = result(list(engine.submit(invert(tiny_model))))
    with running_out(engine, 2, 7, RuntimeError) as made:
        events = list(engine.submit(invert(tiny_model)))
    assert [note.split("goes on ")[1] for note in notices(events)] == [
        "and computes parts of the network twice.",
        "and handles the picture in tiles.",
    ]
    assert made[0] <= 4 + 4 * 3 + 2 * 4  # what was done is not done again, but for the step that failed
    found = result(events)
    np.testing.assert_allclose(found.pivots, whole.pivots, atol=1e-5)
    np.testing.assert_allclose(found.null_embeddings, whole.null_embeddings, atol=1e-3)


def test_what_a_rung_gained_is_kept(engine: LocalEngine, tiny_model: str) -> None:
    with running_out(engine, 1, 7, MemoryError):
        list(engine.submit(invert(tiny_model)))
    assert engine._model is not None
    assert engine._model.unet.is_gradient_checkpointing
    with running_out(engine, 1, 7, MemoryError):
        events = list(engine.submit(invert(tiny_model)))
    assert "tiles" in notices(events)[0]


def test_blocks_of_timesteps_become_smaller(engine: LocalEngine, tiny_model: str) -> None:
    sizes: list[int] = []

    def fits_one(_module: object, arguments: tuple[torch.Tensor, ...]) -> None:
        sizes.append(len(arguments[0]))
        if sizes[-1] > 1:
            raise torch.OutOfMemoryError

    assert engine._model is not None
    hook = engine._model.unet.register_forward_pre_hook(fits_one)
    try:
        events = list(engine.submit(invert(tiny_model, "null-text-parallel")))
    finally:
        hook.remove()
    assert [note.split("goes on ")[1] for note in notices(events)] == [
        "and computes parts of the network twice.",
        "with at most four timesteps at once.",
        "with one timestep at a time.",
    ]
    assert max(sizes) == 4
    report = result(events).report
    assert report.psnr_db == pytest.approx(report.vae_psnr_db, abs=0.05)


def test_an_edit_takes_its_branches_apart(engine: LocalEngine, tiny_model: str) -> None:
    inversion = result(list(engine.submit(invert(tiny_model))))
    request = EditRequest(inversion, EditParameters("a blue mug on the grass"), model=tiny_model)
    whole = result(list(engine.submit(request)))
    with running_out(engine, 2, 2, torch.OutOfMemoryError):
        events = list(engine.submit(request))
    assert [note.split("goes on ")[1] for note in notices(events)] == [
        "and handles the picture in tiles.",
        "with one branch after the other.",
    ]
    difference = result(events).image.astype(int) - whole.image
    assert np.abs(difference).mean() < 2  # tiles and the order of sums, no more


def test_the_job_fails_in_a_sentence_when_the_last_rung_does(engine: LocalEngine, tiny_model: str) -> None:
    with running_out(engine, 1000, 1, torch.OutOfMemoryError):
        events = list(engine.submit(invert(tiny_model)))
    assert len(notices(events)) == 2
    assert isinstance(events[-1], Failed)
    assert "not enough memory" in events[-1].message
    assert isinstance(list(engine.submit(invert(tiny_model)))[-1], Finished)


def test_a_model_that_a_rung_left_half_moved_is_loaded_anew(
    engine: LocalEngine, tiny_model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_: DiffusionModel) -> None:
        raise torch.OutOfMemoryError

    before = engine._model
    monkeypatch.setattr(ladder, "RUNGS", (Rung("somehow", lambda *_: True, failing),))
    with running_out(engine, 1, 1, torch.OutOfMemoryError):
        events = list(engine.submit(invert(tiny_model)))
    assert isinstance(events[-1], Failed)
    assert "not enough memory" in events[-1].message
    assert isinstance(list(engine.submit(invert(tiny_model)))[-1], Finished)
    assert engine._model is not before


class Elsewhere:
    """A model that is not on the CPU."""

    def __init__(self) -> None:
        self.device = torch.device("cuda")
        self.largest_batch: int | None = None
        self.texts = torch.device("cuda")

    def offload_text_encoders(self) -> None:
        self.texts = torch.device("cpu")

    def move_to(self, device: str) -> None:
        self.device = torch.device(device)


def test_the_text_encoders_go_first(tiny_model: str) -> None:
    model: Any = Elsewhere()
    assert "caption read on the CPU" in str(Ladder().climb_down(model, invert(tiny_model)))
    assert (model.device.type, model.texts.type) == ("cuda", "cpu")


def test_the_cpu_is_the_last_rung(tiny_model: str) -> None:
    model: Any = Elsewhere()
    steps = Ladder()
    steps._taken = set(RUNGS[:-1])
    assert "on the CPU" in str(steps.climb_down(model, invert(tiny_model)))
    assert model.device.type == "cpu"
    assert steps.climb_down(model, invert(tiny_model)) is None


def test_a_model_too_large_for_the_device_is_loaded_on_the_cpu(
    tiny_model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = DiffusionModel.load

    def loaded(description: Any, device: torch.device) -> DiffusionModel:
        if device.type != "cpu":
            raise torch.OutOfMemoryError
        return load(description, device)

    monkeypatch.setattr(DiffusionModel, "load", loaded)
    monkeypatch.setattr(local, "choose_device", lambda name: torch.device("cpu" if name == "cpu" else "cuda"))
    events = list(LocalEngine().submit(invert(tiny_model)))
    assert [note.split("goes on ")[1] for note in notices(events)] == ["on the CPU, which takes longer."]
    assert result(events).report.device == "cpu"


def test_only_lack_of_memory_is_taken_for_it() -> None:
    assert is_out_of_memory(RuntimeError("MPS backend out of memory (MPS allocated: 17 GB)"))
    assert is_out_of_memory(RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried"))
    assert not is_out_of_memory(RuntimeError("mat1 and mat2 shapes cannot be multiplied"))
    assert not is_out_of_memory(ValueError("out of memory"))
