"""An inversion that was paused: what it is, how far it came, Resume and Discard."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from nti_desktop.ui.caption.wording import quoted
from nti_desktop.ui.jobs.pace import expected_rest
from nti_desktop.ui.jobs.wording import expectation
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import button, label
from nti_desktop.ui.state import WindowState


class PausedPanel(QWidget):
    """Renders the project's paused inversion."""

    def __init__(self) -> None:
        super().__init__()
        self.what = label("", "small", wrap=True)
        self.done = label("", "muted", wrap=True)
        self.others = label("", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Done before the pause"))
        self.bar.setToolTip(tr("How much was done before the pause"))
        self.resume = button(tr("Resume"), "primary", tr("Go on from where the inversion was paused"))
        tip = tr("Let go what was done, and begin anew; Undo brings it back")
        self.discard = button(tr("Discard"), tip=tip)
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.addWidget(self.resume, 1)
        row.addWidget(self.discard, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(label(tr("Paused inversion"), "heading"))
        for part in (self.what, self.bar, self.done):
            layout.addWidget(part)
        layout.addLayout(row)
        layout.addWidget(self.others)

    def render_state(self, state: WindowState) -> None:
        """Show it, unless there is none, or it goes on."""
        paused = state.paused
        self.setVisible(paused is not None)
        if paused is None:
            return
        done = len(paused.partial.losses)
        self.what.setText(quoted((paused.caption,)))
        others = quoted(tuple(o.caption for o in state.project.paused_inversions if o is not paused))
        self.others.setVisible(bool(others))
        self.others.setText(tr("Also paused: {captions}").format(captions=others))
        self.bar.setRange(0, paused.steps)
        self.bar.setValue(done)
        rest = expected_rest(state.settings, state.model, state.means, paused)
        said = tr("{done} of {steps} steps are done").format(done=done, steps=paused.steps)
        if rest is not None:
            said = tr("{done}; the rest takes {time}").format(done=said, time=expectation(rest))
        self.done.setText(said)
