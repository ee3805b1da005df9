"""What the inversion achieved, in one figure and one sentence; and another try."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from nti_desktop.engine.results import InversionReport
from nti_desktop.ui.jobs.pace import expected_times
from nti_desktop.ui.jobs.wording import EFFORT_NAMES, about_effort, closeness_found, comes_back, expectation
from nti_desktop.ui.look.i18n import number, tr
from nti_desktop.ui.look.parts import button, label
from nti_desktop.ui.settings import EFFORTS, Effort
from nti_desktop.ui.state import WindowState


class Summary(QWidget):
    """Renders the active inversion's report.

    Signals:
        again_wanted: (effort) the photo is to be inverted once more.
    """

    again_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.figure = label("", "heading")
        self.sentence = label("", "small", wrap=True)
        self.sentence.setToolTip(
            tr("PSNR: how close the picture is to the photo, in decibels; higher is closer")
        )
        self.again = button(
            tr("Invert again"), "quiet", tr("Find the way back once more, more closely or more quickly")
        )
        self.efforts: dict[Effort, QAction] = {}
        self.again.setMenu(self._menu())
        self._arrange()

    def render_state(self, state: WindowState) -> None:
        """Show the report, and what another try takes."""
        inversion = state.project.inversion
        if inversion is None:
            return
        self._show_report(inversion.report)
        self.again.setEnabled(not state.inverting)
        times = expected_times(state.settings, state.model, state.means)
        for effort, action in self.efforts.items():
            expected = times.get(effort)
            said = tr(EFFORT_NAMES[effort])
            action.setText(said if expected is None else f"{said} – {expectation(expected)}")

    def _show_report(self, report: InversionReport) -> None:
        close = comes_back(report)
        self.figure.setText(tr("The photo comes back") if close else tr("The photo nearly comes back"))
        found = tr("Found in {time}").format(time=_duration(report.seconds))
        self.sentence.setText(f"{closeness_found(report)}\n{found}")

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(tr("Reconstruction"), "section"))
        head.addStretch(1)
        head.addWidget(self.again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.figure)
        layout.addWidget(self.sentence)
        layout.addStretch(1)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for effort in EFFORTS:
            action = menu.addAction(tr(EFFORT_NAMES[effort]))
            action.setToolTip(about_effort(effort))
            action.triggered.connect(partial(self._want, effort))
            self.efforts[effort] = action
        return menu

    def _want(self, effort: Effort) -> None:
        self.again_wanted.emit(effort)


def _duration(seconds: float) -> str:
    if seconds < 60:
        return tr("{count} s").format(count=number(seconds, ".1f"))
    return tr("{count} min").format(count=number(seconds / 60, ".1f"))
