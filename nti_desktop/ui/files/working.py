"""One command on files at a time, and what is said while it takes long."""

from __future__ import annotations

from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from nti_desktop.errors import UserError
from nti_desktop.ui.look.i18n import said
from nti_desktop.ui.session import Session

PATIENCE_MS = 500  # before it is said what takes so long


class FileWork(QObject):
    """Runs coroutines, one at a time.

    Signals:
        problem: (sentence, details).
        told: (sentence) something was done.
        waiting: (sentence) something takes long; "" once it is over.
    """

    problem = Signal(str, str)
    told = Signal(str)
    waiting = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._document = session.document
        self._busy = False
        self._note = ""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._say_note)

    def run(self, work: Coroutine[Any, Any, object]) -> None:
        """One command at a time; a second one while a dialog is open would be a surprise.

        While a file is read or written, that is said in its place.
        """
        if self._busy:
            work.close()
            if self._note:
                self._say_note()
            return
        self._busy = True
        self._session.tasks.start(self._guarded(work))

    @contextmanager
    def busy_note(self, sentence: str) -> Iterator[None]:
        """Say what is being done, if it takes longer than a moment."""
        self._note = sentence
        self._patience.start(PATIENCE_MS)
        try:
            yield
        finally:
            self._patience.stop()
            self._note = ""
            self.waiting.emit("")

    @Slot()
    def _say_note(self) -> None:
        self.waiting.emit(self._note)

    async def _guarded(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except UserError as error:
            self.problem.emit(said(error), "")
        finally:
            self._busy = False
        self._go_on()

    def _go_on(self) -> None:
        """Do what had to wait for the command that is done now."""
