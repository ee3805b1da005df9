"""The panel at the right: what to do, the jobs, the inversion, and the edits made so far.

Two parts, one above the other: what is above scrolls when it needs more room than there is, and the edits
stay in sight below it.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from nti_desktop.ui.edits.adjust_panel import AdjustPanel
from nti_desktop.ui.edits.panel import EditsPanel
from nti_desktop.ui.guide import Guide
from nti_desktop.ui.jobs.effort_panel import EffortPanel
from nti_desktop.ui.jobs.job_panel import JobPanel
from nti_desktop.ui.jobs.paused_panel import PausedPanel
from nti_desktop.ui.jobs.progress import QUIET
from nti_desktop.ui.jobs.queue_panel import QueuePanel
from nti_desktop.ui.jobs.summary import Summary
from nti_desktop.ui.look.column_area import ColumnArea
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import rule
from nti_desktop.ui.look.theme import Theme
from nti_desktop.ui.state import WindowState

WIDTH = 320

_MARGIN = 16


class SidePanel(QFrame):
    """Arranges its parts from the top: what runs, what was achieved, what can be changed, what was made."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "panel")
        self.setFixedWidth(WIDTH)
        self.job = JobPanel(theme)
        self.queue = QueuePanel()
        self.paused = PausedPanel()
        self.effort = EffortPanel()
        self.guide = Guide()
        self.summary = Summary()
        self.adjust = AdjustPanel(theme)
        self.edits = EditsPanel(theme)
        self._status_height = 0
        self._lower = _with_line_above(self.edits)
        self._scroll = self._scrolled()
        self._unfolded = QTimer(self)  # what was unfolded has its place only after the layouts are done
        self._unfolded.setSingleShot(True)
        self._unfolded.timeout.connect(self._show_adjustments)
        self._unfolding: QWidget = self.adjust
        self.adjust.fold.toggled.connect(self._adjustments_toggled)
        self.adjust.more.fold.toggled.connect(self._more_toggled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll)
        layout.addWidget(self._lower, 1)
        layout.addStretch(0)

    def render_state(self, state: WindowState) -> None:
        """Show what matters now."""
        project, job = state.project, state.job
        shown = None if job is None or job.key == QUIET else job
        inverting = job is not None and job.kind == "invert"
        describing = project.inversion is None and job is None
        self.job.setVisible(shown is not None)
        self.effort.setVisible(describing)
        self.guide.setVisible(describing and not project.inversions and project.paused is None)
        self.summary.setVisible(project.inversion is not None and shown is None)
        self._lower.setVisible(bool(project.inversions) and not inverting)
        if shown is not None:
            self.job.show_progress(shown)
        self.queue.show_jobs(state.waiting)
        self.paused.render_state(state)
        self.effort.render_state(state)
        self.summary.render_state(state)
        self.adjust.render_state(state)
        if inverting:
            self.adjust.setVisible(False)
        self.edits.show_project(project)
        self._hold_still(inverting)

    def _hold_still(self, inverting: bool) -> None:
        """An edit's job comes in the summary's place, and is as high: what is below must not jump."""
        if self.job.isHidden() is self.summary.isHidden() or inverting:
            self.job.setMinimumHeight(0)
            return
        part = self.summary if self.job.isHidden() else self.job
        self._status_height = max(self._status_height, part.heightForWidth(WIDTH - 2 * _MARGIN))
        part.setMinimumHeight(self._status_height)

    @Slot(bool)
    def _adjustments_toggled(self, unfolded: bool) -> None:
        if unfolded:
            self._unfolding = self.adjust
            self._unfolded.start(0)

    @Slot(bool)
    def _more_toggled(self, unfolded: bool) -> None:
        if unfolded:
            self._unfolding = self.adjust.more
            self._unfolded.start(0)

    @Slot()
    def _show_adjustments(self) -> None:
        """Where there is not room for all, what was unfolded begins at the top of what is seen."""
        below = self._unfolding.mapTo(self.adjust, QPoint(0, 0)).y()
        self._scroll.verticalScrollBar().setValue(self.adjust.y() + below + 2)

    def _scrolled(self) -> ColumnArea:
        """What is above the edits, in a column that is as high as it needs to be."""
        content = QWidget()
        content.setProperty("look", "column")
        column = QVBoxLayout(content)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(16)
        for part in (self.job, self.queue, self.paused, self.effort, self.guide, self.summary, self.adjust):
            column.addWidget(part)
        column.addStretch(1)
        area = ColumnArea(content)
        area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        area.setAccessibleName(tr("Jobs and adjustments"))
        return area


def _with_line_above(edits: EditsPanel) -> QWidget:
    """The edits with a thin line between them and what scrolls above them."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(rule())
    inner = QVBoxLayout()
    inner.setContentsMargins(_MARGIN, 10, _MARGIN, _MARGIN)
    inner.addWidget(edits)
    column.addLayout(inner)
    return made
