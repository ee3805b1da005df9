"""The engine that works in this very process: for the command line, tests, and the worker child."""

from __future__ import annotations

import gc
import os
import threading
import time
import traceback
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from typing import assert_never

# Read when torch's OpenMP loads. By default its threads wait for one another by spinning, which made a job
# ten times slower beside another busy program (docs/decisions/0008-threads-that-wait-asleep.md).
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("GOMP_SPINCOUNT", "2000")

import torch

from nti_desktop.diffusion.devices import release_unused
from nti_desktop.diffusion.models import DiffusionModel, choose_device
from nti_desktop.diffusion.sources import describe_model
from nti_desktop.engine.applying import apply_edit
from nti_desktop.engine.events import Cancelled, Checkpoint, Event, Failed, Finished, Notice, Progress
from nti_desktop.engine.inverting import InversionJob
from nti_desktop.engine.ladder import CAREFUL, LAST_RUNG, Ladder, is_careful, is_out_of_memory
from nti_desktop.engine.mapping import look_at_maps
from nti_desktop.engine.requests import EditRequest, InvertRequest, MapsRequest, Request
from nti_desktop.engine.results import PartialInversion, Result
from nti_desktop.errors import Sentence, UserError

_MOST_THREADS = 1024
_SMALL = 50_000_000  # parameters of a denoiser whose operations are too short to be shared out

CHECKPOINT_EVERY = 2.0  # seconds between two at the most, if steps take less
CHECKPOINT_SHARE = 0.05  # of the time may go into telling what is done

_OUT_OF_MEMORY = Sentence(
    "There is not enough memory for this job; close other programs, or choose a smaller photo or model."
)
_UNKNOWN = Sentence("The engine met an error it does not know; try again, or report the details.")


class LocalEngine:
    """Runs jobs in the caller's thread; keeps the last model loaded."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._model: DiffusionModel | None = None
        self._threads = torch.get_num_threads()
        self._ladder = Ladder()
        self._partial: Callable[[], PartialInversion | None] = _nothing

    def submit(self, request: Request) -> Iterator[Event]:
        """See `Engine.submit`."""
        self._cancelled.clear()
        try:
            checkpoints = isinstance(request, InvertRequest) and request.checkpoints
            job = self._with_less_memory(request)
            yield from self._until_cancelled(self._with_checkpoints(job) if checkpoints else job)
        except UserError as error:
            yield Failed(error.sentence, partial=self._saved())
        except Exception as error:  # noqa: BLE001 - the engine's border: whatever it is, it becomes an event
            message = _OUT_OF_MEMORY if is_out_of_memory(error) else _UNKNOWN
            yield Failed(message, traceback.format_exc(), partial=self._saved())
        finally:
            self._partial = _nothing

    def cancel(self) -> None:
        """See `Engine.cancel`."""
        self._cancelled.set()

    def close(self) -> None:
        """See `Engine.close`."""
        self.cancel()
        self._model = None

    def _saved(self) -> PartialInversion | None:
        """What is done of a job that failed, if it can still be had from a device that is perhaps gone."""
        try:
            return self._partial()
        except (RuntimeError, MemoryError):
            return None

    def _until_cancelled(self, job: Generator[Event | None, None, Result]) -> Iterator[Event]:
        while True:
            try:
                event = next(job)
            except StopIteration as finished:
                yield Cancelled(self._partial()) if self._cancelled.is_set() else Finished(finished.value)
                return
            if event is not None:
                yield event
            if self._cancelled.is_set():
                job.close()
                yield Cancelled(self._partial())
                return

    def _with_checkpoints(
        self, job: Generator[Event | None, None, Result]
    ) -> Generator[Event | None, None, Result]:
        """The same job, and after a step what is done; not after each if that would hold up quick steps."""
        told, took = time.monotonic(), 0.0
        while True:
            try:
                event = next(job)
            except StopIteration as finished:
                result: Result = finished.value
                return result
            yield event
            now = time.monotonic()
            if isinstance(event, Progress) and event.step_done and now - told >= _pause_after(took):
                done = self._partial()
                if done is not None:
                    yield Checkpoint(done)
                    told = time.monotonic()
                    took = told - now

    def _with_less_memory(self, request: Request) -> Generator[Event | None, None, Result]:
        """Do the job; where memory runs out, go on with it a rung down the ladder."""
        if is_careful(request):
            yield Notice(CAREFUL)
        while True:
            try:
                return (yield from self._job(request))
            except (MemoryError, RuntimeError) as error:
                notice = self._climb_down(request) if is_out_of_memory(error) else None
                if notice is None:
                    raise
            request = self._continued(request)
            gc.collect()
            release_unused()
            yield Notice(notice)

    def _climb_down(self, request: Request) -> Sentence | None:
        """A rung down: a sentence for the user; None where there is none left."""
        if self._model is not None:
            try:
                return self._ladder.climb_down(self._model, request)
            except BaseException:
                self._model = None  # half moved, perhaps
                raise
        # It could not even be loaded.
        return None if choose_device(request.device).type == "cpu" else LAST_RUNG.says

    def _continued(self, request: Request) -> Request:
        """The same request, from what is done, on the device where the model is now."""
        is_elsewhere = self._model is not None and self._model.device.type != "cpu"
        device = request.device if is_elsewhere else "cpu"
        if isinstance(request, InvertRequest):
            return replace(request, device=device, resume=self._partial() or request.resume)
        return replace(request, device=device)

    def _job(self, request: Request) -> Generator[Event | None, None, Result]:
        model = yield from self._load(request.model, request.device)
        self._ladder.begin(model, request)
        match request:
            case InvertRequest():
                job = InversionJob(model, request)
                self._partial = job.partial
                return (yield from job.run())
            case EditRequest():
                return (yield from apply_edit(model, request))
            case MapsRequest():
                return (yield from look_at_maps(model, request))
            case _:
                assert_never(request)

    def _load(self, name: str, device_name: str) -> Generator[Event | None, None, DiffusionModel]:
        description, device = describe_model(name), choose_device(device_name)
        loaded = self._model
        if loaded is None or (loaded.description, loaded.device) != (description, device):
            yield Progress("loading", 0, 1)
            self._model = None  # never two models in memory
            loaded = self._model = DiffusionModel.load(description, device)
            self._ladder = Ladder()
            torch.set_num_threads(self._threads_for(loaded))
            yield Progress("loading", 1, 1)
        return loaded

    def _threads_for(self, model: DiffusionModel) -> int:
        """Threads for one operation: `NTI_TORCH_THREADS` where that is a number of them, or one for a small
        model, or torch's own choice."""
        wanted = os.environ.get("NTI_TORCH_THREADS", "")
        if wanted.isascii() and wanted.isdigit() and 0 < int(wanted) <= _MOST_THREADS:
            return int(wanted)
        small = sum(p.numel() for p in model.unet.parameters()) < _SMALL
        return 1 if small else self._threads


def _pause_after(took: float) -> float:
    """Seconds until what is done is told again, where telling it took so many."""
    return min(CHECKPOINT_EVERY, took / CHECKPOINT_SHARE)


def _nothing() -> None:
    """What is done of a job that cannot be gone on with."""
