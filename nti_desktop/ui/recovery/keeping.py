"""Keeps what is not saved in the window's journal, the inversion under way included."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from nti_desktop.document.changes import paused_of
from nti_desktop.document.journal import Journal
from nti_desktop.document.photo import Photo
from nti_desktop.document.stamps import Stamp
from nti_desktop.document.state import PausedInversion, Project
from nti_desktop.engine.events import Failed
from nti_desktop.engine.requests import InvertRequest, Request
from nti_desktop.engine.results import PartialInversion
from nti_desktop.errors import Sentence
from nti_desktop.ui.look.i18n import said
from nti_desktop.ui.session import Session


class Keeping(QObject):
    """Tells the journal of every change; that costs nothing, its own thread writes.

    Signals:
        failed: (Sentence) the journal cannot be written for now; from the journal's thread.
    """

    failed = Signal(object)

    def __init__(
        self, session: Session, file: Callable[[], tuple[str, Stamp | None]], journal: Journal
    ) -> None:
        """Begin to watch.

        Args:
            file: says what the project is called, and what its file was when it was last read or written.
        """
        super().__init__()
        self._session, self._file, self.journal = session, file, journal
        self._noted: tuple[Project, PausedInversion | None] | None = None
        self._running: tuple[InvertRequest, PausedInversion, Photo | None] | None = None
        journal.on_problem = self.failed.emit
        self.failed.connect(self._tell)
        session.changed.connect(self._keep)
        session.jobs.checkpointed.connect(self._checkpointed)
        session.jobs.inverted.connect(self._ended)
        session.jobs.cancelled.connect(self._ended)
        session.jobs.failed.connect(self._job_failed)

    def close(self, *, keep: bool = False) -> None:
        """End; with `keep` the next start offers what is not saved."""
        self.journal.close(keep=keep)

    @Slot()
    def _keep(self) -> None:
        """Note what is not saved, and what is done of the inversion that runs, which is no change of the
        document."""
        document, under_way = self._session.document, self._under_way()
        project = document.project
        if project.photo is not None and (document.changed or under_way is not None):
            if self._noted is None or self._noted[0] is not project or self._noted[1] is not under_way:
                name, stamp = self._file()
                self.journal.note(project, name, document.path, under_way, stamp)
                self._noted = (project, under_way)
        elif self._noted is not None:
            self.journal.forget()
            self._noted = None

    def _under_way(self) -> PausedInversion | None:
        """What is done of an inversion of this very photo, with this model."""
        if self._running is None:
            return None
        request, paused, photo = self._running
        project = self._session.document.project
        return paused if photo is project.photo and request.model == project.model else None

    @Slot(object, object)
    def _checkpointed(self, request: InvertRequest, partial: PartialInversion) -> None:
        self._running = (request, paused_of(request, partial), self._session.document.project.photo)
        self._keep()

    @Slot(object, object)
    def _ended(self, request: Request, _result: object) -> None:
        if self._running is not None and request is self._running[0]:
            self._running = None
            self._keep()

    @Slot(object)
    def _job_failed(self, _failure: Failed) -> None:
        """The engine is gone, not what it had handed out: it can go on."""
        running, self._running = self._running, None
        if running is not None and running[2] is self._session.document.project.photo:
            self._session.document.set_paused(running[0], running[1].partial)
        self._keep()

    @Slot(object)
    def _tell(self, sentence: Sentence) -> None:
        self._session.problem.emit(said(sentence), "")
