"""Engines for the child of a `ProcessEngine` under test; a request's caption says how to behave."""

from __future__ import annotations

import faulthandler
import os
import re
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from nti_desktop.engine.events import Cancelled, Checkpoint, Event, Finished, Preview, Progress
from nti_desktop.engine.pretence import make_partial, make_result
from nti_desktop.engine.requests import InvertRequest, Request
from nti_desktop.errors import ModelError

STEP = 0.02


class Engine:
    """Obeys cancel like a real engine: once a step."""

    def __init__(self) -> None:
        self.cancelled = threading.Event()

    def submit(self, request: Request) -> Iterator[Event]:
        self.cancelled.clear()
        assert isinstance(request, InvertRequest)
        return BEHAVIOURS[request.caption](self, request)

    def cancel(self) -> None:
        self.cancelled.set()

    def close(self) -> None:
        self.cancel()

    def steps(self, count: int) -> Iterator[Event]:
        for step in range(1, count + 1):
            if self.cancelled.is_set():
                yield Cancelled()
                return
            time.sleep(STEP)
            yield Progress("null-text", step, count, network_evaluations=step)


def three_steps(engine: Engine, request: Request) -> Iterator[Event]:
    yield from engine.steps(3)
    yield Finished(make_result(request))


def endless(engine: Engine, request: Request) -> Iterator[Event]:
    yield from engine.steps(10**9)


def deaf(engine: Engine, request: Request) -> Iterator[Event]:
    """Computes without a break, as one very long network evaluation does."""
    yield Progress("null-text", 1, 2)
    while True:
        sum(range(1000))


def slow(engine: Engine, request: Request) -> Iterator[Event]:
    """Steps of a second, each one network evaluation."""
    assert isinstance(request, InvertRequest)
    for step in range(1, 10):
        yield Progress("null-text", step, 9, network_evaluations=step)
        time.sleep(1.0)
        if engine.cancelled.is_set():
            yield Cancelled(make_partial(request, 1))
            return


def crash(engine: Engine, request: Request) -> Iterator[Event]:
    yield Progress("null-text", 1, 2)
    faulthandler._sigsegv()


def leave(engine: Engine, request: Request) -> Iterator[Event]:
    yield Progress("null-text", 1, 2)
    os._exit(3)


def stumble(engine: Engine, request: Request) -> Iterator[Event]:
    yield Progress("null-text", 1, 2)
    raise ZeroDivisionError("a network of no layers")


def refuse(engine: Engine, request: Request) -> Iterator[Event]:
    yield Progress("null-text", 1, 2)
    raise ModelError("The model is damaged; get a new copy of it.")


def unsendable(engine: Engine, request: Request) -> Iterator[Event]:
    result: Any = threading.Lock()
    yield Finished(result)


def silent_end(engine: Engine, request: Request) -> Iterator[Event]:
    yield Progress("null-text", 1, 1)


def previews(engine: Engine, request: Request) -> Iterator[Event]:
    """Far more pictures than anyone can look at; the first pixel is the picture's number."""
    picture = np.zeros((512, 512, 3), np.uint8)
    for number in range(200):
        picture = picture.copy()
        picture[0, 0, 0] = number
        yield Preview(picture)
    yield Finished(make_result(request))


def chatty(engine: Engine, request: Request) -> Iterator[Event]:
    print("a library that prints")
    yield from three_steps(engine, request)


def threads(engine: Engine, request: Request) -> Iterator[Event]:
    yield Progress("null-text", int(os.environ.get("OMP_NUM_THREADS", "0")), 1)
    yield Finished(make_result(request))


def bar(engine: Engine, request: Request) -> Iterator[Event]:
    """What diffusers does when it loads a model."""
    from tqdm import tqdm

    for _ in tqdm(range(2)):
        yield Progress("null-text", 1, 2)
    yield Finished(make_result(request))


def stuck(engine: Engine, request: Request) -> Iterator[Event]:
    """Native code that never lets go of Python's lock: no thread of this process gets a turn any more."""
    yield Progress("null-text", 1, 2)
    re.match(r"(a+)+$", "a" * 64 + "b")


def quiet(engine: Engine, request: Request) -> Iterator[Event]:
    """A step of three seconds, with nothing to say meanwhile."""
    yield Progress("null-text", 1, 2)
    time.sleep(3.0)
    yield Finished(make_result(request))


def checkpoints(engine: Engine, request: Request) -> Iterator[Event]:
    """Far more checkpoints than anyone can write down."""
    assert isinstance(request, InvertRequest)
    for step in range(1, 60):
        yield Checkpoint(make_partial(request, step))
    time.sleep(0.3)
    yield Finished(make_result(request))


def devour(engine: Engine, request: Request) -> Iterator[Event]:
    """Takes memory until the system gives no more, which is 300 MB from here."""
    import resource

    yield Progress("null-text", 1, 2)
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + 300 * 2**20, before[1]))
    try:
        taken = [np.ones(2**22) for _ in range(1000)]
        yield Progress("null-text", len(taken), 1000)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


BEHAVIOURS = {
    "devour": devour,
    "stuck": stuck,
    "quiet": quiet,
    "checkpoints": checkpoints,
    "three_steps": three_steps,
    "endless": endless,
    "deaf": deaf,
    "slow": slow,
    "crash": crash,
    "leave": leave,
    "stumble": stumble,
    "refuse": refuse,
    "unsendable": unsendable,
    "silent_end": silent_end,
    "previews": previews,
    "chatty": chatty,
    "threads": threads,
    "bar": bar,
}


def cannot_start() -> Engine:
    raise ImportError("no module named torch")


def dies_at_start() -> Engine:
    sys.stderr.flush()
    os._exit(4)


def dies_at_first() -> Engine:
    """Dies where the flag that a test set up is still there, and takes it down."""
    flag = Path(os.environ["NTI_TEST_FLAG"])
    if flag.exists():
        flag.unlink()
        os._exit(5)
    return Engine()
