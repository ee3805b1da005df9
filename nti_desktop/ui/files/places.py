"""Where a file dialog begins when nothing that is open says where."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def place_for_new(last: str) -> Path:
    """The folder that was chosen last, else the person's pictures, else their home; the first that is there.

    Args:
        last: "" when none was chosen yet.
    """
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return next((Path(name) for name in (last, pictures) if name and Path(name).is_dir()), Path.home())
