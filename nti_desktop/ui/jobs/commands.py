"""What the jobs' parts do: stop, pause, go on, choose how, and render how far the jobs are."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget

from nti_desktop.engine.requests import InvertRequest, Request
from nti_desktop.engine.results import PartialInversion
from nti_desktop.ui.jobs.advanced_form import restored
from nti_desktop.ui.jobs.closeness import Closeness
from nti_desktop.ui.jobs.effort_panel import settings_for
from nti_desktop.ui.jobs.inverting import InversionCommands
from nti_desktop.ui.jobs.pace_keeper import PaceKeeper
from nti_desktop.ui.jobs.progress import QUIET
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.session import Session
from nti_desktop.ui.settings import Effort
from nti_desktop.ui.window import MainWindow


class JobCommands(QObject):
    """Connects the queue and the inversion with the window."""

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__()
        self._session = session
        self._window = window
        self._was_running = False
        self.inverting = InversionCommands(session)
        self._closeness = Closeness(session)
        self._pace = PaceKeeper(session)
        self._connect_jobs()
        self._connect_parts()

    def _connect_jobs(self) -> None:
        jobs, side, actions = self._session.jobs, self._window.side, self._window.actions_
        jobs.changed.connect(self._changed)
        jobs.progressed.connect(self._progressed)
        jobs.cancelled.connect(self._cancelled)
        actions["side"].toggled.connect(self._glance)
        self._window.pages.currentChanged.connect(self._glance)
        self._window.toolbar.job.clicked.connect(self._show_panel)
        self._session.changed.connect(self._leave_form)  # before the form is rendered, see controller.py
        side.job.cancel.clicked.connect(self._cancel)
        side.job.pause.clicked.connect(jobs.pause)
        side.queue.moved.connect(jobs.move)
        side.queue.dropped.connect(jobs.cancel)
        side.queue.all_dropped.connect(jobs.cancel_all)
        for name, slot in {
            "cancel": self._cancel,
            "cancel_all": jobs.cancel_all,
            "pause": jobs.pause,
            "resume": self.inverting.resume,
        }.items():
            actions[name].triggered.connect(slot)

    def _connect_parts(self) -> None:
        side = self._window.side
        self._window.caption.describe.inverted.connect(self.inverting.invert)
        side.summary.again_wanted.connect(self.inverting.invert_again)
        side.paused.resume.clicked.connect(self.inverting.resume)
        side.paused.discard.clicked.connect(self.inverting.forget)
        side.effort.picked.connect(self._choose_effort)
        side.effort.advanced.changed.connect(self._choose)
        side.effort.advanced.reset.connect(self._restore)

    @Slot()
    def _cancel(self) -> None:
        self._session.jobs.cancel()

    @Slot(str)
    def _choose_effort(self, effort: Effort) -> None:
        self._session.store.update(**settings_for(effort))

    @Slot(str, object)
    def _choose(self, name: str, value: object) -> None:
        self._session.store.update(**{name: value})

    @Slot()
    def _restore(self) -> None:
        self._session.store.update(**restored())

    @Slot()
    def _changed(self) -> None:
        self._glance()
        job = self._session.jobs.current
        if job is not None and job.key == QUIET:
            return
        self._save_focus()
        if job is not None and not self._was_running:
            self._window.message.clear()  # what was said before; but what a queue says while it works stays
        self._was_running = job is not None

    def _save_focus(self) -> None:
        """Before a control that has the focus goes away, give it to the photo, where no key does harm."""
        panel = self._window.side.job
        if self._asked_by_focus() or panel.cancel.hasFocus() or panel.pause.hasFocus():
            self._window.canvas.setFocus()

    @Slot()
    def _leave_form(self) -> None:
        """An inversion is being prepared: what asked for it is out of use from now on."""
        caption = self._session.document.project.caption
        if self._asked_by_focus() and self._session.is_inverting(caption):
            self._window.canvas.setFocus()

    def _asked_by_focus(self) -> bool:
        """Whether the focus is on a control that begins an inversion, or says how."""
        form, side, focus = self._window.caption.describe, self._window.side, QApplication.focusWidget()
        parts: tuple[QWidget, ...] = (form.field, form.invert, side.summary, side.paused, side.effort)
        return focus is not None and any(part is focus or part.isAncestorOf(focus) for part in parts)

    @Slot()
    def _progressed(self) -> None:
        job = self._session.jobs.current
        if job is not None and job.key != QUIET:
            self._glance()
            self._window.side.job.show_progress(job)
            self._window.side.queue.show_jobs(self._session.jobs.waiting)

    @Slot()
    def _glance(self) -> None:
        """A job is seen in the bar where the panel that shows it is out of sight."""
        side_shown = self._window.actions_["side"].isChecked() and self._window.pages.currentIndex() == 1
        self._window.toolbar.show_job(self._session.jobs.current, side_shown)

    @Slot()
    def _show_panel(self) -> None:
        self._window.close_sheet()
        self._window.actions_["side"].setChecked(True)

    @Slot(object, object)
    def _cancelled(self, request: Request, partial: PartialInversion | None) -> None:
        if isinstance(request, InvertRequest) and partial is not None:
            said = tr("Paused after {done} of {steps} steps; go on whenever you like.")
            said = said.format(done=len(partial.losses), steps=request.steps)
        else:
            said = tr("Cancelled; nothing else has changed.")
        self._window.message.show_notice(said)
