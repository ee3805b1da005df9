"""Makes the pictures of README.md and docs/tour.md: one edit in the running app, on the bundled model.

    python docs/make_screenshots.py [--into FOLDER] [NAME …]

Needs no display. With names only those pictures are written; the edit is made all the same.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import qasync
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication
from screenshots.scenes import SCENES
from screenshots.studio import Studio

from nti_desktop.app import build
from nti_desktop.engine.process import ProcessEngine
from nti_desktop.ui.look.colours import LIGHT

FOLDER = Path(__file__).resolve().parent / "images"
SIZE = (1280, 800)
FONTS = ("Inter", "Segoe UI", "Noto Sans", "DejaVu Sans")


def main() -> None:
    """Make all pictures."""
    arguments = parsed()
    arguments.into.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    families = set(QFontDatabase.families())
    app.setFont(QFont(next((font for font in FONTS if font in families), app.font().family()), 10))
    loop = qasync.QEventLoop(app)
    with loop:
        desktop = build(ProcessEngine(), loop)
        desktop.theme.use(LIGHT)
        desktop.window.resize(*SIZE)
        desktop.window.show()
        studio = Studio(desktop, loop, arguments.into, frozenset(arguments.names))
        try:
            studio.wait(lambda: desktop.session.model is not None)
            for scene in SCENES:
                scene(studio)
        finally:
            loop.run_until_complete(desktop.tasks.drain())
            desktop.shutdown()


def parsed() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(description="Make the pictures of README.md and docs/tour.md.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="which pictures; all if none")
    parser.add_argument("--into", type=Path, default=FOLDER, metavar="FOLDER", help="default: %(default)s")
    return parser.parse_args()


if __name__ == "__main__":
    main()
