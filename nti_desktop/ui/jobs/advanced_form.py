"""The fold “Advanced”: how an inversion is done, number by number, and the way back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from nti_desktop.ui.jobs.spin_boxes import Number, Whole
from nti_desktop.ui.jobs.wording import METHOD_NAMES
from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.look.parts import button, label
from nti_desktop.ui.pages.choices import Choice, Option
from nti_desktop.ui.settings import Settings

# The fields of the settings that the fold shows, each with its name and what it does.
_FIELDS = {
    "method": (
        noop("Method"),
        noop("How the null embeddings are found, which guided sampling needs to retrace the photo."),
    ),
    "preset": (noop("Preset"), noop("How much work goes into each step; for the method “Null-text” only.")),
    "steps": (noop("Steps"), noop("How finely the way to noise and back is divided; 50 is usual.")),
    "guidance": (
        noop("Guidance"),
        noop("How firmly edits will follow their words; 7.5 is usual. Lower holds the photo more easily."),
    ),
    "null_start": (
        noop("Null start"),
        noop("Where null embeddings start: 0 is the empty caption, 1 the caption itself."),
    ),
    "refinements": (
        noop("Refinements"),
        noop("How often each point on the way to noise is looked at again, so that the way back meets it."),
    ),
    "device": (
        noop("Device"),
        noop("What computes; a graphics card is by far the fastest."),
    ),
    "memory": (noop("Memory"), noop("On little memory the work is done in smaller pieces; it takes longer.")),
}


class AdvancedForm(QWidget):
    """Renders the settings of inversions; folded until someone wants it.

    Signals:
        changed: (name, value) of a setting.
        reset: everything here is to be as it was.

    Attributes:
        choices, numbers: the controls, by the name of their setting.
    """

    changed = Signal(str, object)
    reset = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fold = QToolButton()
        self.restore = button(tr("Reset"), "quiet", tr("Make everything here automatic again"))
        self.body = QWidget()
        self.choices = {name: Choice(options) for name, options in _options().items()}
        self.numbers: dict[str, Whole | Number] = {
            "steps": Whole(4, 200),
            "guidance": Number(1.1, 20.0, 0.5),
            "null_start": Number(0.0, 1.0, 0.05),
            "refinements": Whole(0, 10),
        }
        self._connect()
        self._arrange()

    def show_settings(self, settings: Settings) -> None:
        """Render what is chosen."""
        method, preset = settings.way
        for name, value in {
            "method": method,
            "preset": preset,
            "device": settings.device,
            "memory": settings.memory,
        }.items():
            self.choices[name].show_value(value)
        self.choices["preset"].setEnabled(method == "null-text")
        for name, control in self.numbers.items():
            with QSignalBlocker(control):
                control.show_value(getattr(settings, name))
        self.restore.setVisible(any(getattr(settings, n) != getattr(Settings(), n) for n in _FIELDS))

    def _connect(self) -> None:
        for name, choice in self.choices.items():
            choice.picked.connect(partial(self._change, name))
        for name, number in self.numbers.items():
            number.chosen.connect(partial(self._change, name))
        self.fold.toggled.connect(self._unfold)
        self.restore.clicked.connect(self._restore)

    def _change(self, name: str, value: object) -> None:
        self.changed.emit(name, value)

    @Slot()
    def _restore(self) -> None:
        self.fold.setFocus()  # the button goes away
        self.reset.emit()

    @Slot(bool)
    def _unfold(self, unfolded: bool) -> None:
        self.body.setVisible(unfolded)
        self.fold.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)

    def _arrange(self) -> None:
        self.fold.setText(tr("Advanced"))
        self.fold.setCheckable(True)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setProperty("look", "fold")
        self.fold.setToolTip(tr("Choose the method and its numbers yourself"))
        self.fold.setAccessibleName(tr("Advanced"))
        head = QHBoxLayout()
        head.addWidget(self.fold)
        head.addStretch(1)
        head.addWidget(self.restore)
        grid = QGridLayout(self.body)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for place, (name, (title, why)) in enumerate(_FIELDS.items()):
            control = self.choices.get(name) or self.numbers[name]
            _name(control, tr(title), tr(why))
            grid.addWidget(_caption(tr(title), tr(why), control), place, 0)
            grid.addWidget(control, place, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.body)
        self._unfold(False)


def restored() -> dict[str, object]:
    """What every setting of the fold is at first."""
    return {name: getattr(Settings(), name) for name in _FIELDS}


def _options() -> dict[str, list[Option]]:
    return {
        "method": [(method, tr(name)) for method, name in METHOD_NAMES.items()],
        "preset": [("paper", tr("As published")), ("fast", tr("Fast"))],
        "device": [
            ("auto", tr("The fastest")),
            ("cuda", tr("NVIDIA card")),
            ("mps", tr("Apple graphics")),
            ("cpu", tr("Processor")),
        ],
        "memory": [("auto", tr("As there is")), ("low", tr("As little as possible"))],
    }


def _name(control: QWidget, title: str, why: str) -> None:
    control.setToolTip(why)
    control.setAccessibleName(title)
    control.setAccessibleDescription(why)
    control.setMinimumWidth(120)


def _caption(title: str, why: str, control: QWidget) -> QWidget:
    made = label(title, "small")
    made.setToolTip(why)
    made.setBuddy(control)
    return made
