"""The window's actions: made from their table, and enabled when they are possible."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from nti_desktop.ui.action_table import SPECS, Spec
from nti_desktop.ui.action_words import OTHER_WORDS
from nti_desktop.ui.look import keys
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.icons import icon
from nti_desktop.ui.look.theme import Theme
from nti_desktop.ui.look.turns import Turns
from nti_desktop.ui.state import WindowState

_ON_WORDS = (*(name for name in SPECS if name.startswith("word_")), "revert_all", "retype")
_ON_WORDS += ("describe_again", "compare_captions", "remove_caption")

_OF_THE_VIEW: tuple[str, ...] = (
    "zoom_in",
    "zoom_out",
    "fit",
    "actual",
    "double",
    "overlay",
    "mask",
    "before",
)
_OF_THE_VIEW += ("compare", "compare_divider", "compare_side", "compare_difference")


class Actions(QObject):
    """All actions by name, as attributes of `by_name`; they belong to the window."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._state: WindowState | None = None
        self._covered = False
        self._turns = Turns(self)
        self.by_name = {name: _made(spec, window) for name, spec in SPECS.items()}
        for name, spec in SPECS.items():
            self.by_name[name].setProperty(keys.OTHER_WORDS, _sought_as(spec, OTHER_WORDS.get(name, "")))
        self.by_name["compare"].setChecked(True)
        self.by_name["overlay"].setChecked(True)
        self.by_name["side"].setChecked(True)
        theme.changed.connect(self._change_icons)
        for _ in self._drawn():
            pass

    def __getitem__(self, name: str) -> QAction:
        return self.by_name[name]

    def set_covered(self, covered: bool) -> None:
        """Say whether a page lies over the photo: nothing may happen to its view then, which nobody sees."""
        self._covered = covered
        if self._state is not None:
            self.render_state(self._state)

    def render_state(self, state: WindowState) -> None:
        """Enable what is possible now."""
        self._state = state
        project, job = state.project, state.job
        has_photo = project.photo is not None
        possible = {
            "save": has_photo,
            "save_as": has_photo,
            "export": state.edit is not None,
            "export_all": bool(project.edits),
            "export_starred": bool(project.edits),
            "export_reconstruction": project.inversion is not None,
            "copy": has_photo,
            "undo": state.can_undo,
            "redo": state.can_redo,
            "run": has_photo and not state.inverting,
            "cancel": state.running,
            "cancel_all": state.running,
            "pause": job is not None and job.kind == "invert" and not job.cancelling,
            "resume": state.paused is not None,
            "compare": state.edit is not None or (job is not None and job.kind == "edit"),
            "overlay": project.inversion is not None,
            "variations": project.inversion is not None,
            "mask": project.inversion is not None,
        }
        for name in ("edit_rename", "edit_duplicate", "edit_star", "edit_delete"):
            possible[name] = project.edit is not None
        for name in ("zoom_in", "zoom_out", "fit", "actual", "double"):
            possible[name] = has_photo
        for name in ("compare_divider", "compare_side", "compare_difference", "before"):
            possible[name] = possible["compare"]
        possible |= dict.fromkeys(_ON_WORDS, project.inversion is not None)
        if self._covered:
            possible |= dict.fromkeys(_OF_THE_VIEW, False)
        for name, enabled in possible.items():
            self.by_name[name].setEnabled(enabled)

    @Slot()
    def _change_icons(self) -> None:
        """A few at a time: all would hold the window for two frames."""
        self._turns.take(self._drawn())

    def _drawn(self) -> Iterator[QAction]:
        """Each action when it has its icon."""
        for name, spec in SPECS.items():
            if spec.icon:
                self.by_name[name].setIcon(icon(spec.icon, self._theme.colours))
                yield self.by_name[name]


def _sought_as(spec: Spec, words: str) -> str:
    """By which words it is found besides its own: in English too, which people know from other programs."""
    said = tr(words) if words else ""
    return said if tr(spec.text) == spec.text else f"{said} {spec.text} {words}"


def _made(spec: Spec, window: QWidget) -> QAction:
    action = QAction(tr(spec.text), window)
    sequences = [QKeySequence(k) for k in spec.keys]
    action.setShortcuts(sequences)
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    shown = f" ({sequences[0].toString(QKeySequence.SequenceFormat.NativeText)})" if sequences else ""
    action.setIconText(f" {action.text()}")
    action.setToolTip(tr(spec.tip) + shown)
    action.setCheckable(spec.checkable)
    window.addAction(action)
    return action
