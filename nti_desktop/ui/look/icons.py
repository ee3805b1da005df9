"""Icons of the toolbar and buttons, drawn as strokes in the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from nti_desktop.ui.look.theme import Colours

_STROKES = {
    "open": "<path d='M3 18V6.5A1.5 1.5 0 0 1 4.5 5h4.2l2 2.4h7.8A1.5 1.5 0 0 1 20 8.9V10'/>"
    "<path d='M3 18.4 5.4 11h16.1l-2.3 7a1.5 1.5 0 0 1-1.4 1H4.2'/>",
    "save": "<path d='M5 4h11l4 4v11a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1z'/>"
    "<path d='M8 4v5h7V4M7.5 20v-6h9v6'/>",
    "export": "<path d='M12 15V3.8M7.8 8 12 3.8 16.2 8'/>"
    "<path d='M4 14v4.5A1.5 1.5 0 0 0 5.5 20h13a1.5 1.5 0 0 0 1.5-1.5V14'/>",
    "undo": "<path d='M8 5 4 9l4 4'/><path d='M4.4 9H15a5 5 0 0 1 0 10h-5'/>",
    "redo": "<path d='m16 5 4 4-4 4'/><path d='M19.6 9H9a5 5 0 0 0 0 10h5'/>",
    "zoom-in": "<circle cx='10.5' cy='10.5' r='6.5'/><path d='m20 20-4.8-4.8M7.5 10.5h6M10.5 7.5v6'/>",
    "zoom-out": "<circle cx='10.5' cy='10.5' r='6.5'/><path d='m20 20-4.8-4.8M7.5 10.5h6'/>",
    "fit": "<path d='M4 9V5a1 1 0 0 1 1-1h4M15 4h4a1 1 0 0 1 1 1v4M20 15v4a1 1 0 0 1-1 1h-4M9 "
    "20H5a1 1 0 0 1-1-1v-4'/>",
    "compare": "<rect x='3.5' y='5' width='17' height='14' rx='1.5'/><path d='M12 2.5v19'/>"
    "<path d='M9 10.2 7.2 12 9 13.8M15 10.2l1.8 1.8-1.8 1.8'/>",
    "overlay": "<circle cx='12' cy='12' r='8.5'/><circle cx='12' cy='12' r='4.8'/>"
    "<circle cx='12' cy='12' r='1.2'/>",
    "close": "<path d='m6 6 12 12M18 6 6 18'/>",
    "photo": "<rect x='3.5' y='4.5' width='17' height='15' rx='2'/><circle cx='8.6' cy='9.4' r='1.6'/>"
    "<path d='m4 17 5-5 3.6 3.4 3-2.9 4.6 4.3'/>",
    "revert": "<path d='M4.5 12a7.5 7.5 0 1 1 2.3 5.4'/><path d='M4 19v-3.6h3.6'/>",
    "remove": "<path d='M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10.2 10.5v5.5M13.8 10.5v5.5'/>",
    "pencil": "<path d='m4 20 1-4.4L16.2 4.4a1.5 1.5 0 0 1 2.1 0l1.3 1.3a1.5 1.5 0 0 1 0 2.1L8.4 "
    "19z'/><path d='m14.3 6.4 3.3 3.3'/>",
    "add-before": "<path d='M20 5v14M10 8v8M6 12h8'/>",
    "add-after": "<path d='M4 5v14M14 8v8M10 12h8'/>",
    "warning": "<path d='M12 4 2.8 19.5h18.4z'/><path d='M12 10v4.5M12 16.9v.2'/>",
    "info": "<circle cx='12' cy='12' r='8.8'/><path d='M12 11v5.2M12 7.8v.2'/>",
    "copy": "<rect x='8.5' y='8.5' width='11' height='11' rx='1.5'/>"
    "<path d='M15.5 5.5V5A1.5 1.5 0 0 0 14 3.5H6A1.5 1.5 0 0 0 4.5 5v8"
    "A1.5 1.5 0 0 0 6 14.5h.5'/>",
}


def icon(name: str, colours: Colours, size: int = 20) -> QIcon:
    """An icon with its normal, checked and disabled looks."""
    made = QIcon()
    for colour, mode, state in (
        (colours.text, QIcon.Mode.Normal, QIcon.State.Off),
        (colours.accent_ink, QIcon.Mode.Normal, QIcon.State.On),
        (colours.disabled, QIcon.Mode.Disabled, QIcon.State.Off),
        (colours.disabled, QIcon.Mode.Disabled, QIcon.State.On),
    ):
        for ratio in (1, 2, 3):
            made.addPixmap(pixmap(name, colour, size, ratio), mode, state)
    return made


def pixmap(name: str, colour: str, size: int, ratio: float = 2) -> QPixmap:
    """One drawing of an icon, `size` logical pixels wide."""
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='{colour}' "
        f"stroke-width='1.7' stroke-linecap='round' stroke-linejoin='round'>{_STROKES[name]}</svg>"
    )
    drawn = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
