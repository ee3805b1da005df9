"""Every action of the window: its name, what it does in a sentence, its sign and its keys."""

from __future__ import annotations

from dataclasses import dataclass

from nti_desktop.ui.look.i18n import noop


@dataclass(frozen=True)
class Spec:
    """How an action is presented; `keys` in portable notation."""

    text: str
    tip: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    checkable: bool = False


SPECS = {
    "open": Spec(noop("Open"), noop("Open a photo or a project"), "open", ("Ctrl+O",)),
    "save": Spec(noop("Save"), noop("Save the project with all its edits"), "save", ("Ctrl+S",)),
    "save_as": Spec(noop("Save as…"), noop("Save the project under another name"), "save", ("Ctrl+Shift+S",)),
    "export": Spec(noop("Export"), noop("Write the edited photo at full resolution"), "export", ("Ctrl+E",)),
    "open_recent": Spec(noop("Open recent…"), noop("Open what was open lately"), "", ("Ctrl+Shift+O",)),
    "export_all": Spec(
        noop("Export all edits…"), noop("Write every edit into a folder"), "export", ("Ctrl+Shift+E",)
    ),
    "export_starred": Spec(
        noop("Export starred edits…"), noop("Write the edits that have a star into a folder"), "export"
    ),
    "export_reconstruction": Spec(
        noop("Export the reconstruction…"),
        noop("Write the photo as the model brings it back, without an edit"),
        "export",
    ),
    "copy": Spec(noop("Copy the picture"), noop("Copy what you see at full resolution"), "copy", ("Ctrl+C",)),
    "undo": Spec(noop("Undo"), noop("Take back the last change"), "undo", ("Ctrl+Z",)),
    "redo": Spec(noop("Redo"), noop("Do again what was taken back"), "redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    "zoom_out": Spec(noop("Zoom out"), noop("See more of the photo"), "zoom-out", ("Ctrl+-",)),
    "zoom_in": Spec(noop("Zoom in"), noop("See the photo larger"), "zoom-in", ("Ctrl++", "Ctrl+=")),
    "fit": Spec(noop("Fit"), noop("See the whole photo"), "fit", ("Ctrl+0",)),
    "actual": Spec(noop("100 %"), noop("One pixel of the photo on one of the screen"), "", ("Ctrl+1",)),
    "double": Spec(
        noop("200 %"), noop("One pixel of the photo on two by two of the screen"), "", ("Ctrl+2",)
    ),
    "compare": Spec(
        noop("Before/after"),
        noop("Show the photo before and after the edit together; hold Space to see it as it was"),
        "compare",
        ("Ctrl+B",),
        True,
    ),
    "compare_divider": Spec(
        noop("Compare by a line"), noop("Part the photo by a line to drag"), "compare", ("Alt+1",), True
    ),
    "compare_side": Spec(
        noop("Compare side by side"),
        noop("Before at the left, after at the right, both moving together"),
        "side-by-side",
        ("Alt+2",),
        True,
    ),
    "compare_difference": Spec(
        noop("Show the difference"),
        noop("Black where nothing changed, bright where much did"),
        "difference",
        ("Alt+3",),
        True,
    ),
    "before": Spec(
        noop("Photo as it was"),
        noop("Show the photo without the edit, until pressed again"),
        "before",
        ("\\",),
        True,
    ),
    "mask": Spec(
        noop("Mask brush"),
        noop("Paint where the next edit may change the photo, and where not"),
        "brush",
        ("Ctrl+Shift+B",),
        True,
    ),
    "mask_erase": Spec(
        noop("Erase with the brush"),
        noop("The mask brush takes away instead of painting"),
        "eraser",
        ("X",),
        True,
    ),
    "brush_smaller": Spec(noop("Smaller brush"), noop("Make the mask brush smaller"), "", ("[",)),
    "brush_larger": Spec(noop("Larger brush"), noop("Make the mask brush larger"), "", ("]",)),
    "mask_invert": Spec(
        noop("Invert the mask"), noop("Swap what is painted and what is not"), "invert", ("Ctrl+Shift+I",)
    ),
    "mask_clear": Spec(noop("Clear the mask"), noop("Take all paint of this mask away"), "remove"),
    "overlay": Spec(
        noop("Word map"),
        noop("Point at a word to see where it is in the photo (its attention map)"),
        "overlay",
        ("Ctrl+M",),
        True,
    ),
    "edit_rename": Spec(noop("Rename the edit"), noop("Give the edit shown a name"), "pencil", ("F2",)),
    "edit_duplicate": Spec(
        noop("Duplicate the edit"), noop("Put a copy of the edit shown behind it"), "copy", ("Ctrl+D",)
    ),
    "edit_star": Spec(noop("Star the edit"), noop("Mark the edit shown, or take the mark away"), "star"),
    "edit_delete": Spec(noop("Delete the edit"), noop("Drop the edit shown; undo brings it back"), "remove"),
    "edit_compare": Spec(
        noop("Compare two edits"),
        noop("Select two edits with Ctrl in the list, then see them side by side"),
        "compare",
        ("Ctrl+Shift+D",),
    ),
    "edits_starred": Spec(
        noop("Only starred edits"), noop("Show only edits that have a star"), "star", (), True
    ),
    "live": Spec(
        noop("Live edits"),
        noop("Try every change at once, as soon as you pause; keep what you like"),
        "live",
        ("Ctrl+L",),
        True,
    ),
    "keep_trial": Spec(noop("Keep the trial"), noop("Put the trial that you see into the history"), "check"),
    "variations": Spec(
        noop("Try variations…"),
        noop("Make several edits that differ in one thing, and choose the best"),
        "grid",
        ("Ctrl+G",),
    ),
    "adjust_reset": Spec(noop("Reset the adjustments"), noop("Make every adjustment automatic again")),
    "run": Spec(noop("Invert or apply"), noop("Do the next step"), "", ("Ctrl+Return", "Ctrl+Enter")),
    "cancel": Spec(noop("Cancel"), noop("Stop the running job"), "", ("Esc",)),
    "cancel_all": Spec(
        noop("Cancel all jobs"),
        noop("Stop the running job, and take all others out of the queue"),
        "",
        ("Shift+Esc",),
    ),
    "pause": Spec(
        noop("Pause the inversion"), noop("Stop it for now and keep what is done"), "pause", ("Ctrl+P",)
    ),
    "resume": Spec(
        noop("Resume the inversion"), noop("Go on from where the inversion was paused"), "play", ("Ctrl+R",)
    ),
    "word_change": Spec(
        noop("Change the word…"), noop("Replace, weigh or remove the word with the focus"), "pencil"
    ),
    "word_add": Spec(noop("Add a word…"), noop("Put other words beside the word with the focus")),
    "word_stronger": Spec(
        noop("Make the word stronger"),
        noop("More of the word under the mouse, or with the focus"),
        "",
        ("Ctrl+Up",),
    ),
    "word_weaker": Spec(
        noop("Make the word weaker"),
        noop("Less of the word under the mouse, or with the focus"),
        "",
        ("Ctrl+Down",),
    ),
    "word_keep": Spec(noop("Keep the word unchanged"), noop("Leave its place in the photo as it is")),
    "word_pin": Spec(noop("Keep the word's map in sight"), noop("Go on showing where it is, or not")),
    "word_remove": Spec(noop("Remove the word"), noop("Leave the word with the focus out")),
    "word_revert": Spec(noop("Revert the word"), noop("Make the word with the focus what it was"), "revert"),
    "revert_all": Spec(noop("Revert all words"), noop("Make every word what it was")),
    "retype": Spec(
        noop("Retype the caption…"), noop("Type a whole new caption for the edit"), "", ("Ctrl+T",)
    ),
    "describe_again": Spec(
        noop("Describe the photo otherwise…"), noop("Invert the photo with another caption, beside this one")
    ),
    "compare_captions": Spec(
        noop("Captions side by side"),
        noop("See what the photo becomes, and where each word is, with each caption"),
    ),
    "remove_caption": Spec(
        noop("Remove this caption"),
        noop("Drop its inversion and the edits made from it; undo brings them back"),
    ),
    "paste": Spec(noop("Paste a photo"), noop("Open the picture on the clipboard"), "", ("Ctrl+V",)),
    "quit": Spec(noop("Quit"), noop("Close the window"), "", ("Ctrl+Q",)),
    "menu": Spec(noop("Menu"), noop("Settings, models, shortcuts and more"), "menu", ("F10",)),
    "settings": Spec(
        noop("Settings"),
        noop("Look, language, device and what else the app should do"),
        "settings",
        ("Ctrl+,",),
    ),
    "models": Spec(
        noop("Models"), noop("Choose, add, download or remove models"), "model", ("Ctrl+Shift+M",)
    ),
    "shortcuts": Spec(
        noop("Keyboard shortcuts"), noop("All keys that do something"), "keyboard", ("F1", "?")
    ),
    "palette": Spec(
        noop("Find a command…"),
        noop("Search everything the app can do, and do it"),
        "search",
        ("Ctrl+K", "Ctrl+Shift+P"),
    ),
    "about": Spec(noop("About NTI Desktop"), noop("Version, licence, and where things are kept"), "info"),
    "side": Spec(noop("Side panel"), noop("Show or hide the panel at the right"), "panel", ("F9",), True),
}
