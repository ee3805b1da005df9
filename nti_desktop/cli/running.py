"""Running one job on an engine from the command line: progress shown, Ctrl+C cancels."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from types import FrameType
from typing import TypeVar

from nti_desktop.cli.progress import ProgressLine
from nti_desktop.engine.events import Cancelled, Event, Failed, Finished, Notice, Progress
from nti_desktop.engine.protocol import Engine
from nti_desktop.engine.requests import EditRequest, InvertRequest, MapsRequest, Request
from nti_desktop.engine.results import AttentionMaps, EditResult, Inversion, PartialInversion, Result
from nti_desktop.errors import EngineError

R = TypeVar("R", Inversion, EditResult, AttentionMaps)


class Interrupted(KeyboardInterrupt):
    """A job was cancelled.

    Attributes:
        partial: what an inversion had done; None if nothing that is worth keeping.
    """

    def __init__(self, partial: PartialInversion | None) -> None:
        super().__init__()
        self.partial = partial


class JobFailedError(EngineError):
    """A job failed.

    Attributes:
        partial: what an inversion had done; None if nothing that is worth keeping.
    """

    def __init__(self, failure: Failed) -> None:
        super().__init__(failure.message)
        self.partial = failure.partial


def invert(engine: Engine, request: InvertRequest) -> Inversion:
    """Run an inversion.

    Raises:
        EngineError: it failed.
        Interrupted: it was cancelled.
    """
    return _run(engine, request, Inversion, "inversion")


def edit(engine: Engine, request: EditRequest) -> EditResult:
    """Run an edit.

    Raises:
        EngineError: it failed.
        Interrupted: it was cancelled.
    """
    return _run(engine, request, EditResult, "edit")


def look_at_maps(engine: Engine, request: MapsRequest) -> AttentionMaps:
    """Look at attention.

    Raises:
        EngineError: it failed.
        Interrupted: it was cancelled.
    """
    return _run(engine, request, AttentionMaps, "maps")


@contextmanager
def opened(make_engine: Callable[[], Engine]) -> Iterator[Engine]:
    """An engine that is closed at the end."""
    engine = make_engine()
    try:
        yield engine
    finally:
        engine.close()


def _run(engine: Engine, request: Request, kind: type[R], name: str) -> R:
    result = _last(engine, request)
    if not isinstance(result, kind):
        raise EngineError(f"The engine gave no {name} back; try again.")
    return result


def _last(engine: Engine, request: Request) -> Result:
    with ExitStack() as stack:
        stack.enter_context(_cancelled_by_interrupt(engine))
        line = stack.enter_context(closing(ProgressLine(sys.stderr)))
        for event in engine.submit(request):
            result = _take(event, line)
            if result is not None:
                return result
    raise EngineError("The engine stopped without a result; try again.")


def _take(event: Event, line: ProgressLine) -> Result | None:
    if isinstance(event, Progress):
        line.show(event)
    elif isinstance(event, Notice):
        line.note(event.message)
    elif isinstance(event, Finished):
        return event.result
    elif isinstance(event, Failed):
        raise JobFailedError(event)
    elif isinstance(event, Cancelled):
        raise Interrupted(event.partial)
    return None


@contextmanager
def _cancelled_by_interrupt(engine: Engine) -> Iterator[None]:
    """Let the first Ctrl+C ask the engine to stop, and a second one stop at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupted(_number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        engine.cancel()

    before = signal.signal(signal.SIGINT, interrupted)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
