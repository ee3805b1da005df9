"""The inference worker: a QObject on a thread of its own that drives an engine and never computes."""

from __future__ import annotations

import traceback

from PySide6.QtCore import QObject, QThread, Signal, Slot

from nti_desktop.engine.events import (
    LAST_EVENTS,
    Cancelled,
    Checkpoint,
    Event,
    Failed,
    Finished,
    Notice,
    Preview,
    Progress,
)
from nti_desktop.engine.protocol import Engine
from nti_desktop.engine.requests import Request
from nti_desktop.errors import Sentence, UserError
from nti_desktop.ui.jobs.mailbox import LatestPreview, LatestProgress

NO_LAST_EVENT = Sentence("The work stopped without a result; please try again.")
BROKEN = Sentence("Something went wrong inside the app; the photo and the project are unharmed.")
_PATIENCE_MS = 500


class InferenceWorker(QObject):
    """Runs jobs one at a time.

    Signals:
        progressed: (job); `progress.take(job)` has it.
        preview_ready: (job); `previews.take()` has it.
        noticed: (job, Sentence) that the user should know.
        checkpointed: (job, PartialInversion) what an inversion has done by now.
        finished, failed, cancelled: exactly one of them ends each job; (job, Result), (job, Failed), and
            (job, what an inversion had done or None).
    """

    progressed = Signal(int)
    preview_ready = Signal(int)
    noticed = Signal(int, object)
    checkpointed = Signal(int, object)
    finished = Signal(int, object)
    failed = Signal(int, object)
    cancelled = Signal(int, object)

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = engine
        self._cancelled_up_to = 0
        self.previews = LatestPreview()
        self.progress = LatestProgress()

    def cancel(self, job: int) -> None:
        """Stop this job, and those before it; called directly, from any thread."""
        self._cancelled_up_to = max(self._cancelled_up_to, job)
        self._engine.cancel()

    @Slot(int, object)
    def run(self, job: int, request: Request) -> None:
        """Do one job and say how it ended."""
        try:
            last = self._drive(job, request)
        except UserError as error:  # what the request is about was not read yet, and cannot be
            last = Failed(error.sentence)
        except Exception:  # noqa: BLE001  whatever happens, the job must end with a signal
            last = Failed(BROKEN, traceback.format_exc())
        if isinstance(last, Finished):
            self.finished.emit(job, last.result)
        elif isinstance(last, Cancelled):
            self.cancelled.emit(job, last.partial)
        else:
            self.failed.emit(job, last)

    def _drive(self, job: int, request: Request) -> Finished | Failed | Cancelled:
        if self._is_cancelled(job):
            return Cancelled()
        told = False
        for event in self._engine.submit(request):
            if isinstance(event, LAST_EVENTS):
                return event
            if self._is_cancelled(job) and not told:
                told = True  # the first call may have come before the engine had the job
                self._engine.cancel()
            self._pass_on(job, event)
        return Failed(NO_LAST_EVENT)

    def _pass_on(self, job: int, event: Event) -> None:
        if isinstance(event, Progress):
            if self.progress.put(job, event):
                self.progressed.emit(job)
        elif isinstance(event, Preview) and self.previews.put(event.image):
            self.preview_ready.emit(job)
        elif isinstance(event, Notice):
            self.noticed.emit(job, event.message)
        elif isinstance(event, Checkpoint):
            self.checkpointed.emit(job, event.partial)

    def _is_cancelled(self, job: int) -> bool:
        return job <= self._cancelled_up_to


class WorkerThread(QObject):
    """The worker's thread, as seen from the window's thread."""

    _wanted = Signal(int, object)

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = engine
        self._last_job = 0
        self._thread = QThread()
        self._thread.setObjectName("nti-inference")
        self.worker = InferenceWorker(engine)
        self.worker.moveToThread(self._thread)
        self._wanted.connect(self.worker.run)
        self._thread.start()

    def start(self, request: Request) -> int:
        """Queue a job and return its number."""
        self._last_job += 1
        self._wanted.emit(self._last_job, request)
        return self._last_job

    def cancel(self) -> None:
        """Stop what is running or queued."""
        self.worker.cancel(self._last_job)

    def shutdown(self) -> None:
        """Cancel, end the thread, then let the engine go."""
        if self._thread.isRunning():
            self.cancel()
            self._thread.quit()
            stopped = self._thread.wait(_PATIENCE_MS)
            self._engine.close()
            if not stopped:
                self._thread.wait()
