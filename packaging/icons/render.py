"""Draws the icon's PNGs from its SVG: `python packaging/icons/render.py`."""

import os
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 32, 48, 64, 128, 256)
FOLDER = Path(__file__).parent
DRAWING = FOLDER.parent.parent / "resources" / "nti-desktop.svg"


def main() -> None:
    application = QGuiApplication([])
    renderer = QSvgRenderer(str(DRAWING))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter)
        painter.end()
        image.save(str(FOLDER / f"nti-desktop-{size}.png"))
    application.quit()


if __name__ == "__main__":
    main()
