"""A child process that runs an engine, as its parent sees it: what it says, and how it ended. Torch-free."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from multiprocessing.connection import Connection, wait

from nti_desktop.engine import child
from nti_desktop.engine.events import Failed
from nti_desktop.engine.messages import Alive, Cancel, Outbox, Said, StartFailed, Submit
from nti_desktop.errors import Sentence

_TAIL = 65536  # bytes of a crash's stacks that are kept
HUNG = Sentence("The engine did not answer any more and was ended; nothing is lost: start the job again.")


class ChildGoneError(Exception):
    """The child has died; `failure` says how."""

    def __init__(self, failure: Failed) -> None:
        super().__init__(failure.message)
        self.failure = failure


class ChildProcess:
    """One child process and our ends of its pipes."""

    def __init__(self, engine: str) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._faults, faults = context.Pipe(duplex=False)
        self.has_spoken = False
        self._ending = threading.Lock()  # two threads must not wait for one process at the same time
        self._process = context.Process(
            target=child.run,
            args=(theirs, engine, None if sys.platform == "win32" else faults),
            name="nti-desktop engine",
            daemon=True,
        )
        try:
            self._process.start()
        except BaseException:
            self._connection.close()
            self._faults.close()
            raise
        finally:
            theirs.close()  # else we would not notice the child hanging up
            faults.close()
        self._outbox = Outbox(self._connection)

    @property
    def pid(self) -> int | None:
        return self._process.pid

    def is_alive(self) -> bool:
        with self._ending:
            return self._process.is_alive()

    def send(self, message: Submit | Cancel) -> None:
        """Hand a message over and wait for nothing: a child that hangs reads none."""
        self._outbox.put(message)

    def receive(self, timeout: float) -> Said | Alive | None:
        """The child's next message, None when there was none in time."""
        ready = wait([self._connection, self._process.sentinel], timeout)
        if not ready:
            return None
        # What a dead child had written before its end is still in the pipe.
        if self._connection not in ready and not self._connection.poll():
            raise ChildGoneError(self._last_words())
        try:
            message: Said | Alive | StartFailed = self._connection.recv()
        except (EOFError, OSError, pickle.UnpicklingError):
            raise ChildGoneError(self._last_words()) from None
        self.has_spoken = True
        if isinstance(message, StartFailed):
            raise ChildGoneError(Failed(message.message, message.details, engine_died=True))
        return message

    def kill(self) -> None:
        with self._ending:
            self._process.kill()

    def end_hung(self, silence: float) -> Failed:
        """End a child that says nothing any more; its threads' stacks are told, if it still can."""
        with self._ending:
            if sys.platform != "win32" and self._process.pid is not None:
                with contextlib.suppress(OSError):
                    os.kill(self._process.pid, signal.SIGABRT)  # its fault handler writes the stacks
                self._process.join(1.0)
            self._process.kill()
            self._process.join()
        return Failed(HUNG, f"silent for {silence:g} s\n{_read_all(self._faults)}".strip(), engine_died=True)

    def discard(self) -> None:
        """Leave nothing of the child: no process, no pipe."""
        with self._ending:
            self._process.kill()
            self._process.join()
        self._outbox.close()
        self._connection.close()
        self._faults.close()

    def _last_words(self) -> Failed:
        """Why the child is gone, as an event; a child that merely hung up is ended first."""
        with self._ending:
            self._process.join(1.0)
            if self._process.is_alive():
                self._process.kill()
                self._process.join()
        code = self._process.exitcode or 0
        return Failed(_sentence(code), f"{_exit(code)}\n{_read_all(self._faults)}".strip(), engine_died=True)


def _sentence(code: int) -> Sentence:
    if sys.platform != "win32" and code == -signal.SIGKILL:
        return Sentence(
            "The engine was stopped from outside, most likely because memory ran out; nothing is lost: close "
            "other programs, or use a smaller model, and start the job again."
        )
    return Sentence(
        "The engine stopped unexpectedly; nothing is lost: start the job again, and report it if it stays."
    )


def _exit(code: int) -> str:
    if code >= 0:
        return f"exit status {code}"
    with contextlib.suppress(ValueError):
        return f"ended by {signal.Signals(-code).name}"
    return f"ended by signal {-code}"


def _read_all(pipe: Connection) -> str:
    """What the dead child's fault handler wrote."""
    if sys.platform == "win32":
        return ""
    os.set_blocking(pipe.fileno(), False)
    try:
        return os.read(pipe.fileno(), _TAIL).decode(errors="replace")
    except BlockingIOError:  # some other process still holds the other end
        return ""
