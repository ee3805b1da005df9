"""What is dropped on the window or pasted into it: a file to open, a picture, or a sentence why neither."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication, QImage

from nti_desktop.ui.look.i18n import noop, tr

FROM_THE_WEB = noop(
    "Nothing is fetched from the web: save the picture to your disk, then open it from there."
)
FIRST_OF_SEVERAL = noop("One photo at a time: “{name}” was opened, {others} more were not.")
NO_IMAGE_TO_PASTE = noop("There is no picture on the clipboard; copy one and paste again.")

_LONGEST_PATH = 4096


@dataclass(frozen=True)
class Offer:
    """What there is to open.

    Attributes:
        path: a local file or folder.
        image: a picture without a file; null without one.
        problem: why there is nothing to open.
        notice: what else is to be said.
    """

    path: Path | None = None
    image: QImage = field(default_factory=QImage)
    problem: str = ""
    notice: str = ""


def offer_in(mime: QMimeData) -> Offer:
    """What there is: files first, then a picture, then a text that names a file."""
    local = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if local:
        return Offer(local[0], notice=_notice(local))
    image = _image_in(mime)
    if not image.isNull():
        return Offer(image=image)
    if any(_is_web(url) for url in mime.urls()):
        return Offer(problem=tr(FROM_THE_WEB))
    return _offer_in_text(mime.text().strip())


def clipboard_content() -> QMimeData:
    """What is on the clipboard; empty when it was cleared."""
    content: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return QMimeData() if content is None else content


def can_open(mime: QMimeData) -> bool:
    """Whether it is worth letting go of: anything but plain text."""
    return mime.hasUrls() or mime.hasImage()


def is_for_the_window(mime: QMimeData) -> bool:
    """Whether it is a file or a picture rather than words; of a file there is its path in words as well."""
    return any(url.isLocalFile() for url in mime.urls()) or (mime.hasImage() and not mime.hasText())


def _notice(paths: list[Path]) -> str:
    if len(paths) < 2:
        return ""
    return tr(FIRST_OF_SEVERAL).format(name=paths[0].name, others=len(paths) - 1)


def _offer_in_text(text: str) -> Offer:
    """A path or an address, as file managers and terminals copy them."""
    if not text or "\n" in text or len(text) > _LONGEST_PATH:
        return Offer(problem=tr(NO_IMAGE_TO_PASTE))
    url = QUrl(text)
    if _is_web(url):
        return Offer(problem=tr(FROM_THE_WEB))
    path = Path(url.toLocalFile() if url.isLocalFile() else text.strip("\"'")).expanduser()
    if not path.is_absolute():
        return Offer(problem=tr(NO_IMAGE_TO_PASTE))
    return Offer(path)


def _is_web(url: QUrl) -> bool:
    return url.scheme().lower() in ("http", "https", "ftp")


def _image_in(mime: QMimeData) -> QImage:
    data = mime.imageData()
    return data if isinstance(data, QImage) else QImage()
