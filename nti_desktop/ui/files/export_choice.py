"""What can be chosen when exporting, and what to say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nti_desktop.document.encoding import ExportOptions
from nti_desktop.document.export import Loss, losses
from nti_desktop.document.outputs import What
from nti_desktop.document.state import Project
from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.settings import ExportFormat

FORMAT_TEXTS: dict[ExportFormat, str] = {
    "png": noop("PNG: every pixel kept"),
    "jpg": noop("JPEG: small, opens everywhere"),
    "webp": noop("WebP: small, or every pixel kept"),
    "tif": noop("TIFF: for print and other editors"),
}
WHAT_TEXTS: dict[What, str] = {
    "shown": noop("The edit you see"),
    "starred": noop("Starred edits ({number})"),
    "all": noop("All edits ({number})"),
    "reconstruction": noop("The reconstruction, without an edit"),
}
_LOSSES: dict[Loss, str] = {
    "transparency": noop("JPEG has no transparency: what is clear becomes white."),
    "depth": noop("The original has more than 8 bits for each colour; the file has 8."),
    "colours": noop("The original has colours for print; the file has those of screens (sRGB)."),
    "exactness": noop("Untouched pixels come close to the original's, but are not equal to them."),
}


@dataclass(frozen=True)
class ExportChoice:
    """What was chosen in the sheet."""

    what: What
    format: ExportFormat
    quality: int
    full: bool
    mark: bool

    @property
    def options(self) -> ExportOptions:
        """How each picture is written."""
        return ExportOptions(self.quality if self.format in ("jpg", "webp") else None, self.mark)


def notes(project: Project, choice: ExportChoice) -> Iterator[str]:
    """What of the photo the file cannot hold, a sentence each."""
    if project.photo is None:
        return
    at_models_size = not choice.full or choice.what == "reconstruction"
    for loss in losses(project.photo, f".{choice.format}", choice.options):
        if loss == "colours" or not at_models_size:
            yield tr(_LOSSES[loss])
