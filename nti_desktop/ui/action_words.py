"""By which other words a person may look for a command; each language has its own."""

from __future__ import annotations

from nti_desktop.ui.look.i18n import noop

OTHER_WORDS = {
    "open": noop("load import photo picture image file project"),
    "open_recent": noop("last latest history files"),
    "save": noop("store keep project file nti"),
    "save_as": noop("copy rename project file"),
    "export": noop("write download share jpeg png webp tiff picture image file"),
    "copy": noop("clipboard"),
    "paste": noop("clipboard insert"),
    "undo": noop("back revert mistake"),
    "redo": noop("again forward repeat"),
    "fit": noop("zoom whole reset view"),
    "actual": noop("zoom original size pixels"),
    "double": noop("zoom pixels"),
    "compare": noop("original difference split slider"),
    "compare_side": noop("two pictures next to each other original"),
    "before": noop("original source"),
    "mask": noop("paint region area local select protect"),
    "overlay": noop("attention heat map highlight"),
    "edit_rename": noop("title name"),
    "edit_star": noop("favourite mark like rate"),
    "edit_delete": noop("remove trash bin"),
    "live": noop("automatic preview immediately real time"),
    "variations": noop("grid seeds try several options"),
    "run": noop("start go generate create render"),
    "cancel": noop("stop abort quit job"),
    "cancel_all": noop("stop abort queue"),
    "pause": noop("stop interrupt wait"),
    "resume": noop("continue go on"),
    "word_stronger": noop("weight increase more emphasis attention"),
    "word_weaker": noop("weight decrease less attention"),
    "word_remove": noop("delete"),
    "word_revert": noop("reset undo original"),
    "revert_all": noop("reset undo original"),
    "retype": noop("prompt text write caption sentence"),
    "describe_again": noop("prompt caption new inversion"),
    "settings": noop(
        "preferences options configuration theme dark light mode colours appearance language device graphics "
        "card processor memory notifications privacy metadata"
    ),
    "models": noop("checkpoint weights download stable diffusion safetensors hugging face network"),
    "shortcuts": noop("keys hotkeys help"),
    "about": noop("version licence help folders"),
    "side": noop("sidebar hide panel queue history"),
    "quit": noop("exit leave end"),
}
