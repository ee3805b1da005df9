"""Thumbnails of recent files, kept on disk: a large photo need not be decoded at every start.

A file is known by its path, its size and when it was changed. What has gone from the list of recent files
goes from the folder too, so that nothing is kept of a photo that a person has taken off the list.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QImage

from nti_desktop.upkeep.places import private_folder, state_folder

FOLDER = "thumbnails"


class ThumbnailCache:
    """Pictures of one size in a folder; where it cannot be written, nothing is kept."""

    def __init__(self, size: tuple[int, int], folder: Path | None = None) -> None:
        self._size = size
        self._folder = folder or state_folder() / FOLDER

    def get(self, path: Path) -> QImage:
        """What a file looks like; null where that is not known."""
        place = self._place(path)
        return QImage() if place is None else QImage(str(place))

    def keep(self, path: Path, image: QImage) -> None:
        """Remember it."""
        place = self._place(path)
        if place is None or image.isNull():
            return
        part = place.with_suffix(f".{os.getpid()}.png")
        try:
            private_folder(self._folder)
            if image.save(str(part)):
                part.replace(place)
            part.unlink(missing_ok=True)
        except OSError:
            return  # a full disk, or a folder that may not be written: it is decoded again next time

    def keep_only(self, paths: Iterable[Path]) -> None:
        """Forget what the others look like."""
        places = {self._place(path) for path in paths}
        try:
            for found in self._folder.iterdir():
                if found not in places:
                    found.unlink(missing_ok=True)
        except OSError:
            return  # there is no folder, or someone else is at it

    def _place(self, path: Path) -> Path | None:
        try:
            stat = path.stat()
        except (OSError, ValueError):
            return None
        told = f"{path} {stat.st_size} {stat.st_mtime_ns} {self._size}"
        return self._folder / f"{hashlib.sha256(os.fsencode(told)).hexdigest()[:32]}.png"
