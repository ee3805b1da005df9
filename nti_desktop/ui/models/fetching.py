"""Fetching a model from a hub: asked for, begun, paused, gone on with, cancelled; one at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nti_desktop.diffusion.downloads import discard_partial, download, kept
from nti_desktop.diffusion.hub import Offer, look_up
from nti_desktop.diffusion.registry import register
from nti_desktop.errors import ModelError
from nti_desktop.ui.look.i18n import said
from nti_desktop.ui.tasks import Tasks

T = TypeVar("T")
Phase = Literal["idle", "asking", "offered", "running", "stopping", "paused"]

_GLANCE_MS = 150


@dataclass(frozen=True)
class Fetch:
    """Where it stands.

    Attributes:
        model: the hub id; "" when idle.
        offer: what the hub has of it; None until it answered.
        arrived: bytes so far.
    """

    phase: Phase = "idle"
    model: str = ""
    offer: Offer | None = None
    arrived: int = 0

    @property
    def size(self) -> int:
        """Bytes in all; 0 until they are known."""
        return 0 if self.offer is None else self.offer.size


class _StoppedError(Exception):
    """The person paused or cancelled."""


class Fetching(QObject):
    """Drives a download in a thread of its own.

    Attributes:
        endpoint: the hub's address; None for the usual one.

    Signals:
        changed: `now` is another.
        fetched: (hub id) it has arrived whole and is on the list of models.
        problem: (sentence, details).
        begun: the person tries something, and what went wrong before is over.
    """

    changed = Signal()
    begun = Signal()
    fetched = Signal(str)
    problem = Signal(str, str)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self.endpoint: str | None = None
        self.now = Fetch()
        self._tasks = tasks
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="nti-download")
        self._stop = threading.Event()
        self._arrived = 0
        self._after: Phase = "paused"
        self._glance = QTimer(self)
        self._glance.setInterval(_GLANCE_MS)
        self._glance.timeout.connect(self._look)

    def ask(self, model: str) -> None:
        """Find out what the hub has under that id; nothing is fetched yet."""
        if self.now.phase in ("idle", "offered", "paused") and model.strip():
            self.begun.emit()
            self._show(Fetch("asking", model.strip()))
            self._tasks.start(self._ask(model.strip()))

    @Slot()
    def begin(self) -> None:
        """Fetch what was offered, from where an earlier attempt ended."""
        if self.now.offer is not None and self.now.phase in ("offered", "paused"):
            self._stop = threading.Event()
            self.begun.emit()
            self._show(replace(self.now, phase="running"))
            self._tasks.start(self._fetch(self.now.offer))

    @Slot()
    def pause(self) -> None:
        """Stop, and keep what has arrived."""
        self._end("paused")

    @Slot()
    def cancel(self) -> None:
        """Stop, and drop what is not complete."""
        self._end("idle")

    def shutdown(self) -> None:
        """Stop at the next bytes and wait for the thread; what has arrived is kept."""
        self._glance.stop()
        self._stop.set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _end(self, after: Phase) -> None:
        if self.now.phase == "running":
            self._after = after
            self._stop.set()
            self._show(replace(self.now, phase="stopping"))
        elif self.now.phase in ("offered", "paused") and after == "idle":
            if self.now.offer is not None:
                discard_partial(self.now.offer)
            self._show(Fetch())

    async def _ask(self, model: str) -> None:
        try:
            offer = await self._in_thread(lambda: look_up(model, self.endpoint))
        except ModelError as error:
            self._show(Fetch())
            self.problem.emit(said(error), "")
        else:
            self._show(Fetch("offered", model, offer))

    async def _fetch(self, offer: Offer) -> None:
        self._arrived = self.now.arrived
        self._glance.start()
        try:
            whole = await self._in_thread(lambda: self._download(offer))
        except ModelError as error:
            self._show(replace(self.now, phase="paused", arrived=self._arrived))
            self.problem.emit(said(error), "")
        else:
            self._arrive(offer) if whole else self._stopped(offer)
        finally:
            self._glance.stop()

    def _download(self, offer: Offer) -> bool:
        """In the thread; False when it was stopped."""
        stop = self._stop

        def report(arrived: int) -> None:
            self._arrived = arrived
            if stop.is_set():
                raise _StoppedError

        try:
            download(offer, report, self.endpoint)
            register(offer.model, offer.model)
        except _StoppedError:
            self._arrived = kept(offer)
            return False
        except ModelError as error:  # the hub's client wraps what it is stopped by
            self._arrived = kept(offer)
            if stop.is_set() and isinstance(error.__cause__, _StoppedError):
                return False
            raise
        return True

    def _arrive(self, offer: Offer) -> None:
        self._show(Fetch())
        self.fetched.emit(offer.model)

    def _stopped(self, offer: Offer) -> None:
        if self._after == "paused":
            self._show(replace(self.now, phase="paused", arrived=self._arrived))
        else:
            discard_partial(offer)
            self._show(Fetch())

    @Slot()
    def _look(self) -> None:
        """The thread has more to say than a screen can show."""
        if self.now.arrived != self._arrived:
            self._show(replace(self.now, arrived=self._arrived))

    def _show(self, now: Fetch) -> None:
        self.now = now
        self.changed.emit()

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await self._tasks.result_of(self._pool.submit(work))
