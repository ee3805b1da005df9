"""Stopping every job before the window closes, without losing what an inversion has done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer

from nti_desktop.ui.jobs.jobs import Jobs
from nti_desktop.ui.jobs.progress import QUIET
from nti_desktop.ui.session import Session
from nti_desktop.ui.tasks import settle

_PATIENCE_MS = 30_000  # an engine that answers no more is not waited for


def asked_about(jobs: Jobs) -> int:
    """How many jobs run or wait that someone would miss; trials of a change under way are not among them."""
    all_jobs = (*([jobs.current] if jobs.current else []), *jobs.waiting)
    return sum(job.key != QUIET for job in all_jobs)


async def stop_jobs(session: Session) -> None:
    """Stop all jobs, and return when the running one has ended."""
    jobs, ended = session.jobs, session.tasks.future()

    def look() -> None:
        if not jobs.running:
            settle(ended, None)

    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(partial(settle, ended, None))
    timer.start(_PATIENCE_MS)
    jobs.changed.connect(look)
    try:
        jobs.stop_all()
        look()
        await ended
    finally:
        jobs.changed.disconnect(look)
        timer.stop()
