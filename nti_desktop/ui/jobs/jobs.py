"""The running job: starts it on the worker, follows it, and hands over what it made."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from nti_desktop.engine.events import Failed, Progress
from nti_desktop.engine.protocol import Engine
from nti_desktop.engine.requests import EditRequest, InvertRequest
from nti_desktop.engine.results import EditResult, Inversion
from nti_desktop.ui.jobs.progress import JobKind, JobProgress
from nti_desktop.ui.jobs.worker import WorkerThread


class Jobs(QObject):
    """One job at a time; results of a job that was given up are dropped.

    Signals:
        changed: a job began or ended, or is being cancelled.
        progressed: `current` has news.
        previewed: (image) the picture so far.
        inverted: (request, Inversion).
        edited: (request, EditResult).
        failed: (Failed).
        cancelled: the job stopped as asked.
    """

    changed = Signal()
    progressed = Signal()
    previewed = Signal(object)
    inverted = Signal(object, object)
    edited = Signal(object, object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.current: JobProgress | None = None
        self._request: InvertRequest | EditRequest | None = None
        self._thread = WorkerThread(engine)
        worker = self._thread.worker
        worker.progressed.connect(self._progressed)
        worker.preview_ready.connect(self._preview_ready)
        worker.noticed.connect(self._noticed)
        worker.finished.connect(self._finished)
        worker.failed.connect(self._failed)
        worker.cancelled.connect(self._cancelled)

    @property
    def running(self) -> bool:
        """Whether a job is under way."""
        return self.current is not None

    @property
    def waiting(self) -> tuple[JobProgress, ...]:
        """The jobs behind the running one, next one first."""
        return ()

    def start(self, request: InvertRequest | EditRequest) -> None:
        """Begin a job; one that still runs is given up."""
        self.give_up()
        self._request = request
        kind: JobKind = "invert" if isinstance(request, InvertRequest) else "edit"
        self.current = JobProgress(self._thread.start(request), kind)
        self.changed.emit()

    def cancel(self) -> None:
        """Ask the job to stop; `cancelled` tells when it has."""
        if self.current is not None and not self.current.cancelling:
            self.current.cancelling = True
            self._thread.cancel()
            self.changed.emit()

    def give_up(self) -> None:
        """Stop the job and forget it at once."""
        if self.current is not None:
            self._thread.cancel()
            self._end()

    def shutdown(self) -> None:
        """Stop the job, the thread and the engine."""
        self.current = None
        self._thread.shutdown()

    def _end(self) -> None:
        self.current = None
        self._request = None
        self.changed.emit()

    def _is_current(self, job: int) -> bool:
        return self.current is not None and self.current.number == job

    @Slot(int, object)
    def _progressed(self, job: int, progress: Progress) -> None:
        if self.current is not None and self._is_current(job):
            self.current.take(progress)
            self.progressed.emit()

    @Slot(int)
    def _preview_ready(self, job: int) -> None:
        image = self._thread.worker.previews.take()
        if image is not None and self._is_current(job):
            self.previewed.emit(image)

    @Slot(int, str)
    def _noticed(self, job: int, sentence: str) -> None:
        if self.current is not None and self._is_current(job):
            self.current.notice = sentence
            self.progressed.emit()

    @Slot(int, object)
    def _finished(self, job: int, result: Inversion | EditResult) -> None:
        request = self._request
        if not self._is_current(job):
            return
        self._end()
        (self.inverted if isinstance(result, Inversion) else self.edited).emit(request, result)

    @Slot(int, object)
    def _failed(self, job: int, failure: Failed) -> None:
        if self._is_current(job):
            self._end()
            self.failed.emit(failure)

    @Slot(int)
    def _cancelled(self, job: int) -> None:
        if self._is_current(job):
            self._end()
            self.cancelled.emit()
