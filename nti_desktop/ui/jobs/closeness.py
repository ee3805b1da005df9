"""How close the picture so far is to the photo, measured in a thread."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QObject, Slot

from nti_desktop.engine.requests import InvertRequest
from nti_desktop.engine.results import ImageArray
from nti_desktop.ui.jobs.progress import JobProgress
from nti_desktop.ui.session import Session

_STAGES = ("null-text", "reconstruction")  # before these, previews show the photo dissolve into noise
_BEST_DB = 99.9


class Closeness(QObject):
    """Measures the previews of inversions; of those that come while one is measured the latest is next."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._next: tuple[JobProgress, ImageArray, ImageArray] | None = None
        self._busy = False
        session.jobs.previewed.connect(self._previewed)

    @Slot(object)
    def _previewed(self, image: ImageArray) -> None:
        job, request = self._session.jobs.current, self._session.jobs.request
        if job is None or not isinstance(request, InvertRequest) or job.stage not in _STAGES:
            return
        if image.shape == request.image.shape:
            self._next = (job, image, request.image)
            if not self._busy:
                self._busy = True
                self._session.tasks.start(self._measure())

    async def _measure(self) -> None:
        try:
            while self._next is not None:
                (job, image, photo), self._next = self._next, None
                job.preview_psnr_db = await self._session.tasks.in_thread(psnr_db, image, photo)
                if job is self._session.jobs.current:
                    self._session.jobs.progressed.emit()
        finally:
            self._busy = False


def psnr_db(one: ImageArray, other: ImageArray) -> float:
    """Peak signal-to-noise ratio of two pictures of the same size, in decibels, 99.9 at most."""
    difference = np.subtract(one, other, dtype=np.float32)
    error = float(np.mean(difference * difference))
    return _BEST_DB if error == 0 else min(_BEST_DB, 20 * math.log10(255) - 10 * math.log10(error))
