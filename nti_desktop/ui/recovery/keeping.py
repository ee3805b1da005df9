"""Keeps what is not saved in the window's journal, the inversion under way included."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from nti_desktop.document.journal import Journal
from nti_desktop.document.state import Project
from nti_desktop.engine.requests import InvertRequest, Request
from nti_desktop.engine.results import PartialInversion
from nti_desktop.ui.session import Session


class Keeping(QObject):
    """Tells the journal of every change; that costs nothing, its own thread writes.

    Signals:
        failed: (sentence) the journal cannot be written for now; from the journal's thread.
    """

    failed = Signal(str)

    def __init__(self, session: Session, name: Callable[[], str], journal: Journal) -> None:
        """Begin to watch.

        Args:
            name: says what the project is called.
        """
        super().__init__()
        self._session, self._name, self.journal = session, name, journal
        self._noted: Project | None = None
        self._handed_out: Request | None = None  # the inversion whose work the document holds for now
        journal.on_problem = self.failed.emit
        self.failed.connect(self._tell)
        session.changed.connect(self._changed)
        session.jobs.checkpointed.connect(self._checkpointed)
        session.jobs.cancelled.connect(self._cancelled)

    def close(self, *, keep: bool = False) -> None:
        """End; with `keep` the next start offers what is not saved."""
        self.journal.close(keep=keep)

    @Slot()
    def _changed(self) -> None:
        document = self._session.document
        project = document.project
        if project.photo is not None and document.changed:
            if project is not self._noted:
                self.journal.note(project, self._name(), document.path)
                self._noted = project
        elif self._noted is not None:
            self.journal.forget()
            self._noted = None

    @Slot(object, object)
    def _checkpointed(self, request: InvertRequest, partial: PartialInversion) -> None:
        """Hold it as an inversion that was paused: should anything crash, it can go on."""
        self._handed_out = request
        self._session.document.set_paused(request, partial)

    @Slot(object, object)
    def _cancelled(self, request: Request, partial: PartialInversion | None) -> None:
        """What was cancelled for good is not to be gone on with."""
        if request is self._handed_out and partial is None:
            self._session.document.forget_paused()
        self._handed_out = None

    @Slot(str)
    def _tell(self, sentence: str) -> None:
        self._session.problem.emit(sentence, "")
