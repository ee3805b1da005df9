"""Connects the window's parts with the session and the files; each reaction is one small slot."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit

from nti_desktop.ui.canvas.commands import CanvasCommands
from nti_desktop.ui.canvas.presenter import CanvasPresenter
from nti_desktop.ui.caption.captions import CaptionCommands
from nti_desktop.ui.caption.describing import DescribeCommands
from nti_desktop.ui.caption.field import CaptionField
from nti_desktop.ui.caption.pins import Pins
from nti_desktop.ui.caption.state import caption_state
from nti_desktop.ui.caption.words import WordCommands
from nti_desktop.ui.edits.commands import EditCommands
from nti_desktop.ui.files.commands import FileCommands
from nti_desktop.ui.files.files import Files
from nti_desktop.ui.jobs.commands import JobCommands
from nti_desktop.ui.models.commands import ModelCommands
from nti_desktop.ui.pages.commands import PageCommands
from nti_desktop.ui.palette.commands import PaletteCommands
from nti_desktop.ui.session import Session
from nti_desktop.ui.window import MainWindow


class Controller(QObject):
    """Renders the session in the window and sends what the person does to it."""

    def __init__(self, window: MainWindow, session: Session, files: Files) -> None:
        super().__init__()
        self._window = window
        self._session = session
        self._files = files
        self._stale = False
        self.files_ = FileCommands(session, files, window)
        self.presenter = CanvasPresenter(session, window.canvas)
        self.looking = CanvasCommands(session, window, self.presenter)
        self.jobs = JobCommands(session, window)
        self.describing = DescribeCommands(session, window.caption.describe)
        self.words = WordCommands(session, window.caption, window.actions_)
        self.captions = CaptionCommands(session, window.caption, window.actions_, window.theme)
        self.pins = Pins(session, window.caption, self.presenter)
        self.edits = EditCommands(session, window, self.presenter)
        self.pages = PageCommands(window, session)
        self.models = ModelCommands(window, session)
        self.pages.add("models", self.models.make_page)
        self.pages.add("compare_captions", self.captions.make_page)
        self.palette_ = PaletteCommands(window, session.store)
        self._connect_session()
        self._connect_actions()
        self._connect_parts()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Render everything that follows from the state; widgets skip what did not change."""
        self._stale = False
        project = self._session.document.project
        fresh = self.describing.follow(project)
        state = self._session.state(self._files.name if project.photo is not None else "")
        self._window.show_name(state.name, state.unsaved)
        self._window.side.render_state(state)
        self._window.caption.render_state(caption_state(state, self.describing.typed))
        self._window.actions_.render_state(state)
        self._window.show_editor(project.photo is not None)  # last: what is not seen yet is quick to fill
        if fresh:
            self._window.caption.show_words()  # no form stays open that was about another photo
            self._window.caption.focus_caption()

    @Slot()
    def _follow_jobs(self) -> None:
        """That a job has ended, and what it has made, are rendered at once."""
        if self._session.jobs.handing_over:
            self._stale = True
        else:
            self.refresh()

    @Slot()
    def _handed_over(self) -> None:
        if self._stale:
            self.refresh()

    def _connect_session(self) -> None:
        session, files, message = self._session, self._files, self._window.message
        session.changed.connect(self.refresh)
        session.jobs.changed.connect(self._follow_jobs)
        session.jobs.handed_over.connect(self._handed_over)
        session.problem.connect(message.show_problem)
        session.applied.connect(self._applied)
        files.may_close.connect(self._close)

    def _connect_actions(self) -> None:
        window = self._window
        canvas = window.canvas
        for name, slot in {
            "undo": self._session.undo,
            "redo": self._session.redo,
            "zoom_in": canvas.zoom_in,
            "zoom_out": canvas.zoom_out,
            "fit": canvas.fit,
            "actual": canvas.actual_size,
            "run": self._run,
            "quit": window.close,
        }.items():
            window.actions_[name].triggered.connect(slot)

    def _connect_parts(self) -> None:
        window = self._window
        self.describing.changed.connect(self.refresh)
        self.captions.told.connect(window.message.show_notice)
        window.caption.words.applied.connect(self._session.apply)
        window.caption.words.pointed.connect(self.presenter.point_at)

    @Slot()
    def _run(self) -> None:
        if self._window.caption.mode == "describe":
            self._window.caption.describe.submit()
        elif self._window.caption.mode == "words":
            self.presenter.point_at(None)  # else its map hides what comes
            self._session.apply()
        else:
            self._window.caption.retype.accept()

    @Slot()
    def _applied(self) -> None:
        """The new edit is what there is to see; Space compares now, unless someone types."""
        if not isinstance(QApplication.focusWidget(), QLineEdit | CaptionField | QAbstractSpinBox):
            self._window.canvas.setFocus()
        self.presenter.point_at(None)  # last: a word under the mouse points at itself when it loses the focus

    @Slot()
    def _close(self) -> None:
        self._window.may_close = True
        self._window.close()
