"""What is said of models and of this computer, in plain words."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from nti_desktop.diffusion.descriptions import FAMILY_NAMES
from nti_desktop.ui.look.i18n import said, tr
from nti_desktop.ui.models.computer import Computer
from nti_desktop.ui.models.known import KnownModel

_ROOMY = 0.7  # share of the free memory that weights may take without a warning: the work needs the rest


def size_text(size: int) -> str:
    """Bytes as people read them, such as “4,3 GB” in German."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def about_computer(computer: Computer) -> str:
    """What it has to compute with."""
    if computer.graphics and computer.usable:
        worker = tr("This computer computes on its graphics card ({name}).").format(name=computer.graphics)
    elif computer.graphics:
        worker = tr(
            "This computer has a graphics card ({name}), but this installation of the app computes on the "
            "processor only."
        ).format(name=computer.graphics)
    else:
        worker = tr("This computer has no graphics card that the app can use: the processor computes.")
    if computer.free_memory is None:
        return worker
    return worker + " " + tr("{free} of memory are free now.").format(free=size_text(computer.free_memory))


def about_model(model: KnownModel) -> str:
    """Its kind, its pictures and its size."""
    found = model.description
    if found is None:
        gone = tr("Its files are not here any more: download it again below, or take it off the list.")
        return gone if model.downloaded else said(model.problem or "")
    kind = tr("{family}, pictures of {width} × {height} pixels, {size} on the disk").format(
        family=FAMILY_NAMES[found.family], width=found.width, height=found.height, size=size_text(model.disk)
    )
    words = found.known_words
    if words is None:
        return kind
    return (
        kind
        + "\n"
        + tr("Small: it knows {count} words, and was made to try the app out.").format(count=len(words))
    )


def whether_it_fits(model: KnownModel, computer: Computer) -> str:
    """Whether its weights fit into the memory there is; "" where that is no question."""
    if model.description is None or not model.memory:
        return ""
    if computer.usable or computer.free_memory is None:
        return ""
    numbers = {"need": size_text(model.memory), "free": size_text(computer.free_memory)}
    if model.memory > computer.free_memory:
        return tr(
            "Too large for this computer now: its weights take {need} of memory, {free} are free. Close "
            "other programs, or use a smaller model."
        ).format(**numbers)
    if model.memory > _ROOMY * computer.free_memory:
        return tr(
            "A tight fit: its weights take {need} of memory, {free} are free. Choose “As little as possible” "
            "under Memory in the settings."
        ).format(**numbers)
    return tr("Fits: its weights take {need} of memory, {free} are free.").format(**numbers)
