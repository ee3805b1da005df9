"""The jobs: one runs, the others wait their turn; what they make is handed over as it comes."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nti_desktop.engine.events import Failed
from nti_desktop.engine.protocol import Engine
from nti_desktop.engine.requests import EditRequest, InvertRequest, Request
from nti_desktop.engine.results import EditResult, Inversion, PartialInversion, Result
from nti_desktop.errors import Sentence
from nti_desktop.ui.jobs.line import Job, Line
from nti_desktop.ui.jobs.progress import JobKind, JobProgress
from nti_desktop.ui.jobs.speeds import Speeds
from nti_desktop.ui.jobs.worker import WorkerThread
from nti_desktop.ui.look.i18n import said

_REST_MS = 34  # a quick machine has more to say than a screen can show


class Jobs(QObject):
    """A queue; results of a job that was given up are dropped.

    Attributes:
        handing_over: whether what a job made is told in a moment, in the same turn.

    Signals:
        changed: a job came, began or ended, or is being stopped, or another one is next.
        progressed: `current` has news; about 30 times a second at most.
        previewed: (image) the picture so far.
        inverted: (request, Inversion).
        edited: (request, EditResult).
        mapped: (request, AttentionMaps).
        handed_over: what a job made was told by one of the three before.
        checkpointed: (request, PartialInversion) what the running inversion has done by now, or had done when
            it failed.
        failed: (Failed).
        cancelled: (request, PartialInversion or None) a job stopped as asked; what a paused one had done.
    """

    changed = Signal()
    progressed = Signal()
    previewed = Signal(object)
    inverted = Signal(object, object)
    edited = Signal(object, object)
    mapped = Signal(object, object)
    handed_over = Signal()
    checkpointed = Signal(object, object)
    failed = Signal(object)
    cancelled = Signal(object, object)

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.handing_over = False
        self._current: Job | None = None
        self._line = Line()
        self._speeds = Speeds()
        self._last_number = 0
        self._at_work = 0  # the worker's number of the request under way
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._take_progress)
        self._thread = WorkerThread(engine)
        worker = self._thread.worker
        worker.progressed.connect(self._progressed)
        worker.preview_ready.connect(self._preview_ready)
        worker.noticed.connect(self._noticed)
        worker.checkpointed.connect(self._checkpointed)
        worker.finished.connect(self._finished)
        worker.failed.connect(self._failed)
        worker.cancelled.connect(self._cancelled)

    @property
    def running(self) -> bool:
        """Whether a job is under way."""
        return self._current is not None

    @property
    def current(self) -> JobProgress | None:
        """The job under way."""
        return None if self._current is None else self._current.progress

    @property
    def request(self) -> Request | None:
        """What is under way."""
        return None if self._current is None else self._current.request

    @property
    def waiting(self) -> tuple[JobProgress, ...]:
        """The jobs behind the running one, next one first."""
        for job in self._line:
            job.progress.seconds_left = self._speeds.seconds(job)
        return tuple(job.progress for job in self._line)

    @property
    def requests(self) -> tuple[Request, ...]:
        """All that is under way or waits, in order."""
        jobs = [*([self._current] if self._current else []), *self._line]
        return tuple(request for job in jobs for request in job.left)

    def add(self, work: Request | Sequence[Request], label: str = "", *, key: str = "") -> int:
        """Queue a job and return its number.

        Args:
            work: one request, or several that are done one after the other as one job.
            label: what the queue calls it.
            key: jobs of the same key, unless "", that wait or run are given up: the latest wins.
        """
        requests = (work,) if isinstance(work, Request) else tuple(work)
        if not requests:
            raise ValueError("A job needs at least one request.")
        self._last_number += 1
        progress = JobProgress(self._last_number, _kind(requests[0]), label, key, parts=len(requests))
        place = self._forget(key) if key else len(self._line)
        self._line.insert(place, Job(requests, progress))
        self._begin_next()
        self.changed.emit()
        return progress.number

    def cancel(self, number: int | None = None) -> None:
        """Drop a waiting job, or ask the running one (None) to stop; `cancelled` tells when it has."""
        current = self.current
        if current is not None and number in (None, current.number):
            self._stop(current)
            return
        dropped = self._line.take(number)
        if dropped is not None:
            self.changed.emit()
            self.cancelled.emit(dropped.request, None)

    def drop(self, key: str) -> None:
        """Give the jobs of a key up without a word: nobody waits for them any more."""
        if any(job.key == key for job in (*([self.current] if self.current else []), *self.waiting)):
            self._forget(key)
            self._begin_next()
            self.changed.emit()

    def cancel_all(self) -> None:
        """Drop what waits, and stop what runs."""
        self._line.clear()
        self.cancel()
        self.changed.emit()

    def stop_all(self) -> None:
        """Drop what waits, and stop what runs; of an inversion what is done is kept."""
        self._line.clear()
        self.pause()
        self.cancel()

    def pause(self) -> None:
        """Stop the running inversion; `cancelled` brings what is done of it."""
        current = self.current
        if current is not None and current.kind == "invert" and not current.cancelling:
            current.pausing = True
            self._stop(current)

    def move(self, number: int, place: int) -> None:
        """Put a waiting job at another place; 0 is next."""
        moved = self._line.take(number)
        if moved is not None:
            self._line.insert(place, moved)
            self.changed.emit()

    def give_up(self) -> None:
        """Stop everything and forget it at once."""
        if self._current is not None:
            self._thread.cancel()
            self._current = None
            self._line.clear()
            self.changed.emit()

    def shutdown(self) -> None:
        """Stop the jobs, the thread and the engine."""
        self._current = None
        self._line.clear()
        self._rest.stop()
        self._thread.shutdown()

    def _stop(self, current: JobProgress) -> None:
        if not current.cancelling:
            current.cancelling = True
            self._thread.cancel()
            self.changed.emit()

    def _forget(self, key: str) -> int:
        """Give the jobs of a key up; the place in the queue that they leave."""
        place = self._line.drop(key)
        if self._current is None or self._current.progress.key != key:
            return place
        self._thread.cancel()
        self._current = None
        return 0

    def _begin_next(self) -> None:
        if self._current is None:
            self._current = self._line.pop()
            if self._current is not None:
                self._begin_part(self._current, 0)

    def _begin_part(self, job: Job, part: int) -> None:
        job.progress.begin_part(part, time.monotonic())
        self._at_work = self._thread.start(job.request)

    def _end(self) -> None:
        self._current = None
        self._begin_next()
        self.changed.emit()

    def _under_way(self, at_work: int) -> Job | None:
        """The running job, if it is what the worker speaks of."""
        return self._current if at_work == self._at_work else None

    @Slot(int)
    def _progressed(self, at_work: int) -> None:
        if self._under_way(at_work) is not None and not self._rest.isActive():
            self._take_progress()

    @Slot()
    def _take_progress(self) -> None:
        """Take up what the worker has said since the last time, then look away for a while."""
        told = self._thread.worker.progress.take(self._at_work)
        if told and self._current is not None:
            self._rest.start()
            for progress in told:
                self._current.progress.take(progress, time.monotonic())
            self._speeds.note(self._current)
            self.progressed.emit()

    @Slot(int)
    def _preview_ready(self, at_work: int) -> None:
        image = self._thread.worker.previews.take()
        if image is not None and self._under_way(at_work) is not None:
            self.previewed.emit(image)

    @Slot(int, object)
    def _noticed(self, at_work: int, sentence: Sentence) -> None:
        job = self._under_way(at_work)
        if job is not None:
            job.progress.notice = said(sentence)
            self.progressed.emit()

    @Slot(int, object)
    def _checkpointed(self, at_work: int, partial: PartialInversion) -> None:
        job = self._under_way(at_work)
        if job is not None:
            self.checkpointed.emit(job.request, partial)

    @Slot(int, object)
    def _finished(self, at_work: int, result: Result) -> None:
        """In a turn of the event loop without what is painted because of it: a posted event, or a timer of no
        time at all, would have both in one."""
        QTimer.singleShot(1, self, partial(self._take_result, at_work, result))

    def _take_result(self, at_work: int, result: Result) -> None:
        job = self._under_way(at_work)
        if job is None:
            return
        self._take_progress()
        self._speeds.note(job, ended=True)
        request, self.handing_over = job.request, True
        if job.progress.is_last_part or job.progress.cancelling:
            self._end()
        else:
            self._begin_part(job, job.progress.part + 1)
        self._hand_over(request, result)
        self.handing_over = False
        self.handed_over.emit()

    def _hand_over(self, request: Request, result: Result) -> None:
        if isinstance(result, Inversion):
            self.inverted.emit(request, result)
        elif isinstance(result, EditResult):
            self.edited.emit(request, result)
        else:
            self.mapped.emit(request, result)

    @Slot(int, object)
    def _failed(self, at_work: int, failure: Failed) -> None:
        job = self._under_way(at_work)
        if job is not None:
            self._end()
            if failure.partial is not None:
                self.checkpointed.emit(job.request, failure.partial)
            self.failed.emit(failure)

    @Slot(int, object)
    def _cancelled(self, at_work: int, partial: PartialInversion | None) -> None:
        job = self._under_way(at_work)
        if job is not None:
            self._end()
            self.cancelled.emit(job.request, partial if job.progress.pausing else None)


def _kind(request: Request) -> JobKind:
    if isinstance(request, InvertRequest):
        return "invert"
    return "edit" if isinstance(request, EditRequest) else "maps"
