"""How much work an inversion may be: Exact, Fast or Instant, and what each takes on this computer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from nti_desktop.ui.jobs.advanced_form import AdvancedForm
from nti_desktop.ui.jobs.pace import Expected, expected_times, relative_work
from nti_desktop.ui.jobs.wording import (
    EFFORT_NAMES,
    about_effort,
    about_waiting,
    expectation,
    times_the_work,
)
from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.look.parts import label
from nti_desktop.ui.settings import EFFORTS, Effort, Settings
from nti_desktop.ui.state import WindowState

_UNKNOWN = noop("How long it takes on this computer is known, and said, after the first steps.")


class EffortPanel(QWidget):
    """Renders the choice and what follows from it.

    Signals:
        picked: (effort) chosen.
    """

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.options = {effort: Option(effort) for effort in EFFORTS}
        self.hint = label("", "note", wrap=True)
        self.unknown = label(tr(_UNKNOWN), "small", wrap=True)
        self.advanced = AdvancedForm()
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(label(tr("How much work"), "section"))
        for option in self.options.values():
            self._group.addButton(option.radio)
            option.picked.connect(self.picked)
            layout.addWidget(option)
        layout.addWidget(self.unknown)
        layout.addWidget(self.hint)
        layout.addWidget(self.advanced)

    def render_state(self, state: WindowState) -> None:
        """Show what is chosen, and how long it takes."""
        times = expected_times(state.settings, state.model, state.means)
        work = relative_work(state.settings)
        for effort, option in self.options.items():
            known = times.get(effort)
            said = times_the_work(work[effort]) if known is None else expectation(known)
            option.show_choice(effort == state.settings.effort, said)
        self._show_hint(state, times)
        self.advanced.show_settings(state.settings)

    def _show_hint(self, state: WindowState, times: Mapping[Effort, Expected]) -> None:
        has_gpu = state.means is None or state.means.has_gpu
        said = about_waiting(times, state.settings.effort, has_gpu)
        self.unknown.setVisible(not times)
        self.hint.setText(said)
        self.hint.setVisible(bool(said))


class Option(QFrame):
    """One effort: its name, what it takes, and a sentence; the whole of it can be clicked.

    Signals:
        picked: (effort).
    """

    picked = Signal(str)

    def __init__(self, effort: Effort) -> None:
        super().__init__()
        self._effort = effort
        self.setProperty("look", "option")
        self.radio = QRadioButton(tr(EFFORT_NAMES[effort]))
        self.radio.setToolTip(about_effort(effort))
        self.radio.setAccessibleName(self.radio.text())
        self.time = label("", "small")
        row = QHBoxLayout()
        row.addWidget(self.radio)
        row.addStretch(1)
        row.addWidget(self.time)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 9)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(label(about_effort(effort), "small", wrap=True))
        self.radio.clicked.connect(self._pick)

    def show_choice(self, chosen: bool, takes: str) -> None:
        """Render whether it is chosen, and what it takes."""
        self.radio.setChecked(chosen)
        self.time.setText(takes)
        self.radio.setAccessibleDescription(f"{about_effort(self._effort)} {self.time.text()}".strip())
        if self.property("chosen") != chosen:
            self.setProperty("chosen", chosen)
            self.style().polish(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        if self.rect().contains(event.position().toPoint()):
            self.radio.setFocus()
            self._pick()

    @Slot()
    def _pick(self) -> None:
        self.picked.emit(self._effort)


def settings_for(effort: Effort) -> dict[str, object]:
    """What choosing an effort changes: it comes with its own method and preset."""
    defaults = Settings()
    return {"effort": effort, "method": defaults.method, "preset": defaults.preset}
