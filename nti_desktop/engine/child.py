"""The child's side of `ProcessEngine`: runs an engine and tells the parent what it says.

Three threads: the main one works, `listen` hears cancel while it does, and the outbox writes. The module
itself needs no torch; the engine that it imports by name does.
"""

from __future__ import annotations

import contextlib
import faulthandler
import importlib
import os
import queue
import signal
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from multiprocessing.connection import Connection

from nti_desktop.engine.events import LAST_EVENTS, Cancelled, Event, Failed
from nti_desktop.engine.messages import Alive, Cancel, Outbox, Said, StartFailed, Submit
from nti_desktop.engine.protocol import Engine
from nti_desktop.errors import Sentence, UserError, reason_of
from nti_desktop.upkeep.logbook import NAMES_ALLOWED, start_log

NICENESS = 5
BEAT = 1.0  # seconds between signs of life
ENDED_EARLY = Sentence("The engine stopped without a result; try again.")
_NOT_STARTED = Sentence(
    "The engine could not start because of an unexpected error; try again, and report it if it stays."
)
_NOT_FINISHED = Sentence(
    "The engine could not finish the job because of an unexpected error; try again, and report it if it "
    "stays."
)


def run(connection: Connection, engine: str, faults: Connection | None) -> None:
    """Serve jobs until the parent hangs up; this is the child's `main`.

    Args:
        connection: carries `Submit` and `Cancel` in, `Said` and `StartFailed` out.
        engine: `package.module:factory`, called without arguments.
        faults: where a crash of native code leaves its stacks.
    """
    _prepare(faults)
    start_log("engine", lambda: bool(os.environ.get(NAMES_ALLOWED)))
    outbox = Outbox(connection)
    outbox.put(Alive())  # from here on, silence means something
    worker = _Worker(outbox)
    # A daemon, since it ends by ending the process: the parent hanging up stops any computation.
    threading.Thread(target=worker.listen, args=(connection,), name="listener", daemon=True).start()
    threading.Thread(target=worker.beat, name="heartbeat", daemon=True).start()
    try:
        worker.engine = load_engine(engine)
    except Exception as error:  # noqa: BLE001 - whatever an import raises is told to the parent
        outbox.put(StartFailed(_sentence(error, _NOT_STARTED), traceback.format_exc()))
        outbox.close()
        sys.exit(1)
    worker.work()


def load_engine(name: str) -> Engine:
    """Import and call `package.module:factory`."""
    module, _, factory = name.partition(":")
    engine: Engine = getattr(importlib.import_module(module), factory)()
    return engine


def _prepare(faults: Connection | None) -> None:
    """Make a polite process: no Ctrl+C of its own, standard output left to the parent, below the window."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the whole group; the parent decides
    sys.stdout = sys.stderr
    if faults is not None:
        faulthandler.enable(faults.fileno())
    elif sys.stderr is not None:
        faulthandler.enable()
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    _quieten_progress_bars()
    threads = os.environ.get("NTI_TORCH_THREADS")
    if threads:
        os.environ["OMP_NUM_THREADS"] = os.environ["MKL_NUM_THREADS"] = threads


def _quieten_progress_bars() -> None:
    """Nobody sees them, and their lock between processes would be reported as leaked by a killed child."""
    os.environ.setdefault("TQDM_DISABLE", "1")
    with contextlib.suppress(ImportError):
        from tqdm import tqdm

        tqdm.set_lock(threading.RLock())


class _Worker:
    """Takes one job after the other from the parent and runs each to its last event."""

    def __init__(self, outbox: Outbox) -> None:
        self.engine: Engine | None = None
        self._outbox = outbox
        self._jobs: queue.SimpleQueue[Submit] = queue.SimpleQueue()
        self._cancelled = 0  # the latest job to be cancelled; numbers grow
        self._wanted = self._done = 0  # the latest job that came, and that is over

    def beat(self) -> None:
        """Tell every second that this process is not stuck, while the parent waits for a job and listens."""
        while True:
            time.sleep(BEAT)
            if self._wanted > self._done:
                self._outbox.put(Alive())

    def listen(self, connection: Connection) -> None:
        """Hear the parent, also while a job runs; without a parent there is nothing left to do."""
        try:
            while True:
                self._hear(connection.recv())
        except (EOFError, OSError):
            os._exit(0)
        finally:  # deaf is as good as dead: the parent learns of it and starts another child
            traceback.print_exc()
            os._exit(1)

    def _hear(self, message: Submit | Cancel) -> None:
        if isinstance(message, Submit):
            self._wanted = message.job
            self._jobs.put(message)
            return
        self._cancelled = max(self._cancelled, message.job)
        if self.engine is not None:
            self.engine.cancel()

    def work(self) -> None:
        """Do one job after the other, each to exactly one last event, whatever the engine does."""
        while True:
            job = self._jobs.get()
            try:
                for event in self._until_last(job):
                    self._outbox.put(Said(job.job, event))
            except Exception as error:  # noqa: BLE001 - every failure of a job becomes its last event
                failure = Failed(_sentence(error, _NOT_FINISHED), traceback.format_exc())
                self._outbox.put(Said(job.job, failure))
            self._done = job.job

    def _until_last(self, job: Submit) -> Iterator[Event]:
        if self.engine is None or self._is_cancelled(job):
            yield Cancelled()
            return
        for event in self.engine.submit(job.request):
            yield event
            if isinstance(event, LAST_EVENTS):
                return
            if self._is_cancelled(job):
                self.engine.cancel()  # again: the first may have come before the engine had begun
        yield Failed(ENDED_EARLY, "The iterator ended early.")

    def _is_cancelled(self, job: Submit) -> bool:
        return job.job <= self._cancelled


def _sentence(error: Exception, unknown: Sentence) -> Sentence:
    if isinstance(error, UserError):
        return error.sentence
    if isinstance(error, MemoryError):
        return Sentence("There is not enough memory for this job; close other programs and try again.")
    if isinstance(error, ImportError) and unknown is _NOT_STARTED:
        return Sentence(
            "The engine could not start because a part of the program is missing ({reason}); install it "
            "anew.",
            reason=reason_of(error),
        )
    return unknown
