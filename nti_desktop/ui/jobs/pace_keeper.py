"""Learns from every inversion how quick this computer is with its model, and keeps that in the settings."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from nti_desktop.engine.requests import InvertRequest, Request
from nti_desktop.engine.results import Inversion
from nti_desktop.ui.jobs.pace import Means, measured_gflops, remembered
from nti_desktop.ui.models.computer import look_around
from nti_desktop.ui.session import Session

_FEWEST = 10  # network evaluations from which a speed says something


class PaceKeeper(QObject):
    """Watches the jobs, and looks at the computer once that says something about the model."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._speed = 0.0
        self._looked = False
        session.jobs.progressed.connect(self._progressed)
        session.jobs.inverted.connect(self._inverted)
        session.jobs.cancelled.connect(self._stopped)
        session.changed.connect(self._look)

    @Slot()
    def _progressed(self) -> None:
        job = self._session.jobs.current
        if job is not None and job.kind == "invert" and job.evaluations >= _FEWEST:
            self._speed = job.evaluations_per_second

    @Slot(object, object)
    def _inverted(self, request: InvertRequest, inversion: Inversion) -> None:
        self._learn(request, inversion.model.fingerprint)

    @Slot(object, object)
    def _stopped(self, request: Request, _partial: object) -> None:
        """One that was paused or cancelled has shown how quick it was, too."""
        model = self._session.model
        if isinstance(request, InvertRequest) and model is not None and request.model == model.name:
            self._learn(request, model.fingerprint)

    def _learn(self, request: InvertRequest, fingerprint: str) -> None:
        speed, self._speed = self._speed, 0.0
        if speed > 0:
            paces = remembered(self._session.settings.paces, fingerprint, request.device, speed)
            # Not now: what has become of the photo is being shown.
            QTimer.singleShot(1, self, lambda: self._session.store.update(paces=paces))

    @Slot()
    def _look(self) -> None:
        """The bundled model is done in seconds; with another one it matters what there is to compute with."""
        model = self._session.model
        if not self._looked and model is not None and model.known_words is None:
            self._looked = True
            self._session.tasks.start(self._look_around())

    async def _look_around(self) -> None:
        in_thread = self._session.tasks.in_thread
        computer = await in_thread(look_around)
        gflops = 0.0 if computer.usable else await in_thread(measured_gflops)
        self._session.means = Means(computer.usable, gflops)
        self._session.changed.emit()
