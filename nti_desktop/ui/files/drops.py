"""What is dropped on the window or pasted into it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage


def path_in(mime: QMimeData) -> Path | None:
    """The first local file."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return paths[0] if paths else None


def image_in(mime: QMimeData) -> QImage:
    """A picture without a file; null where there is none."""
    data = mime.imageData()
    return data if isinstance(data, QImage) else QImage()


def clipboard_content() -> QMimeData:
    """What is on the clipboard; empty when it was cleared."""
    content: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if content is None else content


def can_open(mime: QMimeData) -> bool:
    """Whether there is anything to open."""
    return path_in(mime) is not None or mime.hasImage()
