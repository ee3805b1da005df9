"""The running job: what it does, how far it is, how close it comes to the photo, Pause and Cancel."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from nti_desktop.ui.jobs.loss_plot import LossPlot
from nti_desktop.ui.jobs.progress import JobProgress
from nti_desktop.ui.jobs.wording import closeness, place_in_job, speed, stage_name, time_left, title
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import button, label
from nti_desktop.ui.look.theme import Theme

_WHOLE = 1000


class JobPanel(QWidget):
    """Renders a `JobProgress`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.plot = LossPlot(theme)
        self.title = label("", "heading", wrap=True)
        self.what = label("", "small", wrap=True)
        self.stage = label("", "muted", wrap=True)
        self.left = label("", "muted")
        self.speed = label("", "small")
        self.closeness = label("", "small", wrap=True)
        self.notice = label("", "note", wrap=True)
        self.bar = QProgressBar()
        self._losses = QWidget()
        tip = tr("Stop for now and keep what is done; go on whenever you like")
        self.pause = button(tr("Pause"), "compact", tip)
        self.cancel = button(tr("Cancel"), "compact", tr("Stop this job; nothing else is lost (Escape)"))
        self._set_up()
        self._arrange_losses()
        self._arrange()

    def show_progress(self, job: JobProgress) -> None:
        """Render a job as it is now."""
        self.title.setText(title(job))
        _show(self.what, job.label)
        self.stage.setText(stage_name(job))
        _show(self.left, "" if job.cancelling else time_left(job.seconds_left))
        _show(self.speed, speed(job.evaluations_per_second))
        _show(self.closeness, closeness(job.preview_psnr_db))
        _show(self.notice, job.notice)
        self.bar.setValue(round(job.share * _WHOLE))
        self.bar.setAccessibleDescription(place_in_job(job))
        self.pause.setVisible(job.kind == "invert")
        for control in (self.pause, self.cancel):
            control.setEnabled(not job.cancelling)
        has_losses = job.kind == "invert" and bool(job.points)
        if has_losses:
            self.plot.show_points(tuple(job.points.values()))
        self._losses.setVisible(has_losses)

    def _set_up(self) -> None:
        self._losses.hide()
        self.bar.setRange(0, _WHOLE)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.setToolTip(tr("How much of this job is done"))
        self.speed.setToolTip(tr("How often the model's network is evaluated in a second: the job's speed"))
        self.closeness.setToolTip(
            tr(
                "PSNR, in decibels; higher is closer. It is measured on the preview, which is a rough "
                "picture: the finished reconstruction comes closer."
            )
        )

    def _arrange_losses(self) -> None:
        column = QVBoxLayout(self._losses)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(tr("Loss of each timestep"), "section"))
        column.addWidget(self.plot)
        said = tr("Noisiest at the left; a stronger colour is more work")
        column.addWidget(label(said, "small", wrap=True))

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title, 1)
        head.addWidget(self.pause)
        head.addWidget(self.cancel)
        row = QHBoxLayout()
        row.addWidget(self.left)
        row.addStretch(1)
        row.addWidget(self.speed)
        layout.addLayout(head)
        for part in (self.what, self.stage, self.bar):
            layout.addWidget(part)
        layout.addLayout(row)
        layout.addWidget(self.closeness)
        layout.addWidget(self.notice)
        layout.addWidget(self._losses)
        layout.addStretch(1)


def _show(part: QLabel, text: str) -> None:
    """Render a text, and take no room for none."""
    part.setText(text)
    part.setVisible(bool(text))
