"""The running job in the bar at the top, where the side panel is out of sight."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton

from nti_desktop.ui.jobs.progress import QUIET, JobProgress
from nti_desktop.ui.jobs.wording import stage_name, title
from nti_desktop.ui.look.i18n import tr

_MARGINS = 32  # left and right of the text, and between buttons


class JobGlance(QToolButton):
    """How far the running job is, and its name where there is room; a click is for seeing more of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._room = 0
        self._job: JobProgress | None = None
        self.hide()

    def show_job(self, job: JobProgress | None, side_shown: bool) -> None:
        """Render a job, unless the side panel does."""
        self._job = None if side_shown or (job is not None and job.key == QUIET) else job
        self._write()
        self.setVisible(self._job is not None)

    def set_room(self, room: int) -> None:
        """Take no more than so many pixels for the name."""
        self._room = room
        self._write()

    def minimumSizeHint(self) -> QSize:
        """In a narrow bar what can be done goes before it."""
        return QSize(0, super().minimumSizeHint().height())

    def _write(self) -> None:
        if self._job is None:
            return
        percent = tr("{percent} %").format(percent=f"{self._job.share * 100:.0f}")
        said = f"{title(self._job)}  {percent}"
        fits = self.fontMetrics().horizontalAdvance(said) + _MARGINS <= self._room
        self.setText(said if fits else percent)
        self.setAccessibleName(said)
        tip = (f"{title(self._job)}: {stage_name(self._job)}", tr("Click to see the job in the side panel"))
        self.setToolTip("\n".join(tip))
