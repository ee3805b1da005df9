"""A picture for the clipboard, made in a thread without keeping the window's from running."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage

from nti_desktop.document.export import quick_png, with_transparency
from nti_desktop.document.outputs import outputs, pixels_of
from nti_desktop.document.photo import Photo
from nti_desktop.document.state import Project
from nti_desktop.engine.results import ImageArray


def copied(project: Project, photo: Photo) -> tuple[QImage, QByteArray]:
    """What is seen, at full resolution: as a picture, and as a PNG, which whoever pastes can have at once.

    Where there is no edit, it is the photo. Qt's own conversions hold Python's lock as long as they run,
    which stops the window as well; numpy's do not.
    """
    found = outputs(project, "shown")
    merged: ImageArray = pixels_of(project, found[0], full=True) if found else photo.pixels
    pixels = with_transparency(merged, photo)
    return _image(pixels), _bytes(quick_png(pixels))


def _image(pixels: ImageArray) -> QImage:
    """A picture that owns its pixels, which are uint8 height x width x 3 or 4."""
    height, width, channels = pixels.shape
    formats = {3: QImage.Format.Format_RGB32, 4: QImage.Format.Format_ARGB32}
    image = QImage(width, height, formats[channels])
    view = np.frombuffer(image.bits(), np.uint8).reshape(height, width, 4)
    for channel, place in enumerate((2, 1, 0)):
        view[..., place] = pixels[..., channel]
    view[..., 3] = 255 if channels == 3 else pixels[..., 3]
    return image


def _bytes(data: bytes) -> QByteArray:
    made = QByteArray()
    made.resize(len(data))
    view = memoryview(made)  # type: ignore[arg-type]
    np.frombuffer(view, np.uint8)[:] = np.frombuffer(data, np.uint8)
    return made
