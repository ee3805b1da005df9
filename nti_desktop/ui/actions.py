"""The window's actions: names, keys, tooltips, and when each is possible."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from nti_desktop.ui.look.icons import icon
from nti_desktop.ui.look.theme import Theme
from nti_desktop.ui.state import WindowState


@dataclass(frozen=True)
class _Spec:
    """How an action is presented; `keys` in portable notation."""

    text: str
    tip: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    checkable: bool = False


_SPECS = {
    "open": _Spec("Open", "Open a photo or a project", "open", ("Ctrl+O",)),
    "save": _Spec("Save", "Save the project with all its edits", "save", ("Ctrl+S",)),
    "save_as": _Spec("Save as…", "Save the project under another name", "save", ("Ctrl+Shift+S",)),
    "export": _Spec("Export", "Write the edited photo at full resolution", "export", ("Ctrl+E",)),
    "undo": _Spec("Undo", "Take back the last change", "undo", ("Ctrl+Z",)),
    "redo": _Spec("Redo", "Do again what was taken back", "redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    "zoom_out": _Spec("Zoom out", "See more of the photo", "zoom-out", ("Ctrl+-",)),
    "zoom_in": _Spec("Zoom in", "See the photo larger", "zoom-in", ("Ctrl++", "Ctrl+=")),
    "fit": _Spec("Fit", "See the whole photo", "fit", ("Ctrl+0",)),
    "actual": _Spec("100 %", "One pixel of the photo on one of the screen", "", ("Ctrl+1",)),
    "compare": _Spec(
        "Before/after",
        "Part the photo by a line to drag; hold Space to see it as it was",
        "compare",
        ("Ctrl+B",),
        True,
    ),
    "overlay": _Spec(
        "Word map",
        "Point at a word to see where it is in the photo (its attention map)",
        "overlay",
        ("Ctrl+M",),
        True,
    ),
    "run": _Spec("Invert or apply", "Do the next step", "", ("Ctrl+Return", "Ctrl+Enter")),
    "cancel": _Spec("Cancel", "Stop the running job", "", ("Esc",)),
    "paste": _Spec("Paste a photo", "Open the picture on the clipboard", "", ("Ctrl+V",)),
    "quit": _Spec("Quit", "Close the window", "", ("Ctrl+Q",)),
}


class Actions(QObject):
    """All actions by name, as attributes of `by_name`; they belong to the window."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self.by_name = {name: _made(spec, window) for name, spec in _SPECS.items()}
        self.by_name["compare"].setChecked(True)
        self.by_name["overlay"].setChecked(True)
        theme.changed.connect(self._draw_icons)
        self._draw_icons()

    def __getitem__(self, name: str) -> QAction:
        return self.by_name[name]

    def render_state(self, state: WindowState) -> None:
        """Enable what is possible now."""
        project, job = state.project, state.job
        has_photo = project.photo is not None
        possible = {
            "save": has_photo,
            "save_as": has_photo,
            "export": project.edit is not None,
            "undo": state.can_undo,
            "redo": state.can_redo,
            "run": has_photo and not state.running,
            "cancel": state.running,
            "compare": project.edit is not None or (job is not None and job.kind == "edit"),
            "overlay": project.inversion is not None,
        }
        for name in ("zoom_in", "zoom_out", "fit", "actual"):
            possible[name] = has_photo
        for name, enabled in possible.items():
            self.by_name[name].setEnabled(enabled)

    @Slot()
    def _draw_icons(self) -> None:
        for name, spec in _SPECS.items():
            if spec.icon:
                self.by_name[name].setIcon(icon(spec.icon, self._theme.colours))


def _made(spec: _Spec, window: QWidget) -> QAction:
    action = QAction(spec.text, window)
    keys = [QKeySequence(k) for k in spec.keys]
    action.setShortcuts(keys)
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    shown = f" ({keys[0].toString(QKeySequence.SequenceFormat.NativeText)})" if keys else ""
    action.setIconText(f" {spec.text}")
    action.setToolTip(spec.tip + shown)
    action.setCheckable(spec.checkable)
    window.addAction(action)
    return action
