"""The window's actions: names, keys, tooltips, and when each is possible."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from nti_desktop.ui.action_words import OTHER_WORDS
from nti_desktop.ui.look import keys
from nti_desktop.ui.look.i18n import noop, tr
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
    "open": _Spec(noop("Open"), noop("Open a photo or a project"), "open", ("Ctrl+O",)),
    "save": _Spec(noop("Save"), noop("Save the project with all its edits"), "save", ("Ctrl+S",)),
    "save_as": _Spec(
        noop("Save as…"), noop("Save the project under another name"), "save", ("Ctrl+Shift+S",)
    ),
    "export": _Spec(noop("Export"), noop("Write the edited photo at full resolution"), "export", ("Ctrl+E",)),
    "open_recent": _Spec(noop("Open recent…"), noop("Open what was open lately"), "", ("Ctrl+Shift+O",)),
    "export_all": _Spec(
        noop("Export all edits…"), noop("Write every edit into a folder"), "export", ("Ctrl+Shift+E",)
    ),
    "export_starred": _Spec(
        noop("Export starred edits…"), noop("Write the edits that have a star into a folder"), "export"
    ),
    "export_reconstruction": _Spec(
        noop("Export the reconstruction…"),
        noop("Write the photo as the model brings it back, without an edit"),
        "export",
    ),
    "copy": _Spec(
        noop("Copy the picture"), noop("Copy what you see at full resolution"), "copy", ("Ctrl+C",)
    ),
    "undo": _Spec(noop("Undo"), noop("Take back the last change"), "undo", ("Ctrl+Z",)),
    "redo": _Spec(noop("Redo"), noop("Do again what was taken back"), "redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    "zoom_out": _Spec(noop("Zoom out"), noop("See more of the photo"), "zoom-out", ("Ctrl+-",)),
    "zoom_in": _Spec(noop("Zoom in"), noop("See the photo larger"), "zoom-in", ("Ctrl++", "Ctrl+=")),
    "fit": _Spec(noop("Fit"), noop("See the whole photo"), "fit", ("Ctrl+0",)),
    "actual": _Spec(noop("100 %"), noop("One pixel of the photo on one of the screen"), "", ("Ctrl+1",)),
    "double": _Spec(
        noop("200 %"), noop("One pixel of the photo on two by two of the screen"), "", ("Ctrl+2",)
    ),
    "compare": _Spec(
        noop("Before/after"),
        noop("Show the photo before and after the edit together; hold Space to see it as it was"),
        "compare",
        ("Ctrl+B",),
        True,
    ),
    "compare_divider": _Spec(
        noop("Compare by a line"), noop("Part the photo by a line to drag"), "compare", ("Alt+1",), True
    ),
    "compare_side": _Spec(
        noop("Compare side by side"),
        noop("Before at the left, after at the right, both moving together"),
        "side-by-side",
        ("Alt+2",),
        True,
    ),
    "compare_difference": _Spec(
        noop("Show the difference"),
        noop("Black where nothing changed, bright where much did"),
        "difference",
        ("Alt+3",),
        True,
    ),
    "before": _Spec(
        noop("Photo as it was"),
        noop("Show the photo without the edit, until pressed again"),
        "before",
        ("\\",),
        True,
    ),
    "mask": _Spec(
        noop("Mask brush"),
        noop("Paint where the next edit may change the photo, and where not"),
        "brush",
        ("Ctrl+Shift+B",),
        True,
    ),
    "mask_erase": _Spec(
        noop("Erase with the brush"),
        noop("The mask brush takes away instead of painting"),
        "eraser",
        ("X",),
        True,
    ),
    "brush_smaller": _Spec(noop("Smaller brush"), noop("Make the mask brush smaller"), "", ("[",)),
    "brush_larger": _Spec(noop("Larger brush"), noop("Make the mask brush larger"), "", ("]",)),
    "mask_invert": _Spec(
        noop("Invert the mask"), noop("Swap what is painted and what is not"), "invert", ("Ctrl+Shift+I",)
    ),
    "mask_clear": _Spec(noop("Clear the mask"), noop("Take all paint of this mask away"), "remove"),
    "overlay": _Spec(
        noop("Word map"),
        noop("Point at a word to see where it is in the photo (its attention map)"),
        "overlay",
        ("Ctrl+M",),
        True,
    ),
    "edit_rename": _Spec(noop("Rename the edit"), noop("Give the edit shown a name"), "pencil", ("F2",)),
    "edit_duplicate": _Spec(
        noop("Duplicate the edit"), noop("Put a copy of the edit shown behind it"), "copy", ("Ctrl+D",)
    ),
    "edit_star": _Spec(noop("Star the edit"), noop("Mark the edit shown, or take the mark away"), "star"),
    "edit_delete": _Spec(noop("Delete the edit"), noop("Drop the edit shown; undo brings it back"), "remove"),
    "edit_compare": _Spec(
        noop("Compare two edits"),
        noop("Select two edits with Ctrl in the list, then see them side by side"),
        "compare",
        ("Ctrl+Shift+D",),
    ),
    "edits_starred": _Spec(
        noop("Only starred edits"), noop("Show only edits that have a star"), "star", (), True
    ),
    "live": _Spec(
        noop("Live edits"),
        noop("Try every change at once, as soon as you pause; keep what you like"),
        "live",
        ("Ctrl+L",),
        True,
    ),
    "keep_trial": _Spec(noop("Keep the trial"), noop("Put the trial that you see into the history"), "check"),
    "variations": _Spec(
        noop("Try variations…"),
        noop("Make several edits that differ in one thing, and choose the best"),
        "grid",
        ("Ctrl+G",),
    ),
    "adjust_reset": _Spec(noop("Reset the adjustments"), noop("Make every adjustment automatic again")),
    "run": _Spec(noop("Invert or apply"), noop("Do the next step"), "", ("Ctrl+Return", "Ctrl+Enter")),
    "cancel": _Spec(noop("Cancel"), noop("Stop the running job"), "", ("Esc",)),
    "cancel_all": _Spec(
        noop("Cancel all jobs"),
        noop("Stop the running job, and take all others out of the queue"),
        "",
        ("Shift+Esc",),
    ),
    "pause": _Spec(
        noop("Pause the inversion"), noop("Stop it for now and keep what is done"), "pause", ("Ctrl+P",)
    ),
    "resume": _Spec(
        noop("Resume the inversion"), noop("Go on from where the inversion was paused"), "play", ("Ctrl+R",)
    ),
    "word_change": _Spec(
        noop("Change the word…"), noop("Replace, weigh or remove the word with the focus"), "pencil"
    ),
    "word_add": _Spec(noop("Add a word…"), noop("Put other words beside the word with the focus")),
    "word_stronger": _Spec(
        noop("Make the word stronger"),
        noop("More of the word under the mouse, or with the focus"),
        "",
        ("Ctrl+Up",),
    ),
    "word_weaker": _Spec(
        noop("Make the word weaker"),
        noop("Less of the word under the mouse, or with the focus"),
        "",
        ("Ctrl+Down",),
    ),
    "word_keep": _Spec(noop("Keep the word unchanged"), noop("Leave its place in the photo as it is")),
    "word_pin": _Spec(noop("Keep the word's map in sight"), noop("Go on showing where it is, or not")),
    "word_remove": _Spec(noop("Remove the word"), noop("Leave the word with the focus out")),
    "word_revert": _Spec(noop("Revert the word"), noop("Make the word with the focus what it was"), "revert"),
    "revert_all": _Spec(noop("Revert all words"), noop("Make every word what it was")),
    "retype": _Spec(
        noop("Retype the caption…"), noop("Type a whole new caption for the edit"), "", ("Ctrl+T",)
    ),
    "describe_again": _Spec(
        noop("Describe the photo otherwise…"), noop("Invert the photo with another caption, beside this one")
    ),
    "compare_captions": _Spec(
        noop("Captions side by side"),
        noop("See what the photo becomes, and where each word is, with each caption"),
    ),
    "remove_caption": _Spec(
        noop("Remove this caption"),
        noop("Drop its inversion and the edits made from it; undo brings them back"),
    ),
    "paste": _Spec(noop("Paste a photo"), noop("Open the picture on the clipboard"), "", ("Ctrl+V",)),
    "quit": _Spec(noop("Quit"), noop("Close the window"), "", ("Ctrl+Q",)),
    "menu": _Spec(noop("Menu"), noop("Settings, models, shortcuts and more"), "menu", ("F10",)),
    "settings": _Spec(
        noop("Settings"),
        noop("Look, language, device and what else the app should do"),
        "settings",
        ("Ctrl+,",),
    ),
    "models": _Spec(
        noop("Models"), noop("Choose, add, download or remove models"), "model", ("Ctrl+Shift+M",)
    ),
    "shortcuts": _Spec(
        noop("Keyboard shortcuts"), noop("All keys that do something"), "keyboard", ("F1", "?")
    ),
    "palette": _Spec(
        noop("Find a command…"),
        noop("Search everything the app can do, and do it"),
        "search",
        ("Ctrl+K", "Ctrl+Shift+P"),
    ),
    "about": _Spec(noop("About NTI Desktop"), noop("Version, licence, and where things are kept"), "info"),
    "side": _Spec(noop("Side panel"), noop("Show or hide the panel at the right"), "panel", ("F9",), True),
}


_ON_WORDS = (*(name for name in _SPECS if name.startswith("word_")), "revert_all", "retype")
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
        self.by_name = {name: _made(spec, window) for name, spec in _SPECS.items()}
        for name, words in OTHER_WORDS.items():
            self.by_name[name].setProperty(keys.OTHER_WORDS, tr(words))
        self.by_name["compare"].setChecked(True)
        self.by_name["overlay"].setChecked(True)
        self.by_name["side"].setChecked(True)
        theme.changed.connect(self._draw_icons)
        self._draw_icons()

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
            "resume": state.can_resume,
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
    def _draw_icons(self) -> None:
        for name, spec in _SPECS.items():
            if spec.icon:
                self.by_name[name].setIcon(icon(spec.icon, self._theme.colours))


def _made(spec: _Spec, window: QWidget) -> QAction:
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
