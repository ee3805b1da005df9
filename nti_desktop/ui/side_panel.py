"""The panel at the right: what to do, the jobs, the inversion, and the edits made so far."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from nti_desktop.ui.edits.adjust_panel import AdjustPanel
from nti_desktop.ui.edits.panel import EditsPanel
from nti_desktop.ui.guide import Guide
from nti_desktop.ui.jobs.effort_panel import EffortPanel
from nti_desktop.ui.jobs.job_panel import JobPanel
from nti_desktop.ui.jobs.paused_panel import PausedPanel
from nti_desktop.ui.jobs.progress import QUIET
from nti_desktop.ui.jobs.queue_panel import QueuePanel
from nti_desktop.ui.jobs.summary import Summary
from nti_desktop.ui.look.i18n import tr
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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scrolled())

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
        self.edits.setVisible(bool(project.inversions) and not inverting)
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

    def _scrolled(self) -> QScrollArea:
        """All of it in a column that is as high as it needs to be."""
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(16)
        for part in (self.job, self.queue, self.paused, self.effort, self.guide, self.summary, self.adjust):
            column.addWidget(part)
        column.addWidget(self.edits, 1)
        column.addStretch(0)
        return _Scroll(content)


class _Scroll(QScrollArea):
    """Scrolls upright only; what gets the focus is brought into sight."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        content.setProperty("look", "column")
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Jobs and edits"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The content is never wider than what is seen of it, whatever its words would like."""
        self._content.setFixedWidth(self.viewport().width())
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as the panel, and no reason for the window to be high."""
        return QSize(WIDTH, 0)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()
