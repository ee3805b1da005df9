"""The running job: what it does, how far it is, the loss of every timestep, and Cancel."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from nti_desktop.ui.jobs.loss_plot import LossPlot
from nti_desktop.ui.jobs.progress import JobProgress, time_left
from nti_desktop.ui.look.parts import button, label
from nti_desktop.ui.look.theme import Theme

_WHOLE = 1000


class JobPanel(QWidget):
    """Renders a `JobProgress`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title = label("", "heading")
        self.stage = label("", "muted")
        self.left = label("", "muted")
        self.speed = label("", "small")
        self.notice = label("", "small", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, _WHOLE)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress")
        self.plot = LossPlot(theme)
        self._plot_title = label("Loss of each timestep", "section")
        self._plot_foot = label("timestep, noisiest at the left", "small")
        self.cancel = button("Cancel", tip="Stop this job; nothing else is lost (Escape)")
        self._arrange()

    def show_progress(self, job: JobProgress) -> None:
        """Render a job as it is now."""
        inverting = job.kind == "invert"
        self.title.setText("Inverting" if inverting else "Making the edit")
        self.stage.setText("Stopping…" if job.cancelling else job.stage_name)
        self.left.setText("" if job.cancelling else time_left(job.seconds_left))
        self.speed.setText(_speed(job.evaluations_per_second))
        self.notice.setText(job.notice)
        self.notice.setVisible(bool(job.notice))
        self.bar.setValue(round(job.share * _WHOLE))
        self.cancel.setEnabled(not job.cancelling)
        for part in (self.plot, self._plot_title, self._plot_foot):
            part.setVisible(inverting)
        if inverting:
            self.plot.show_losses(job.timesteps, job.losses, job.tolerance)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        row = QHBoxLayout()
        row.addWidget(self.left)
        row.addStretch(1)
        row.addWidget(self.speed)
        layout.addWidget(self.title)
        layout.addWidget(self.stage)
        layout.addSpacing(4)
        layout.addWidget(self.bar)
        layout.addLayout(row)
        layout.addWidget(self.notice)
        layout.addSpacing(16)
        layout.addWidget(self._plot_title)
        layout.addWidget(self.plot)
        layout.addWidget(self._plot_foot)
        layout.addSpacing(12)
        layout.addWidget(self.cancel)


def _speed(evaluations_per_second: float) -> str:
    """Network evaluations a second; "" before any is measured."""
    if evaluations_per_second <= 0:
        return ""
    digits = 0 if evaluations_per_second >= 10 else 1
    return f"{evaluations_per_second:.{digits}f} evaluations/s"
