"""Icons of the toolbar and buttons, drawn as strokes in the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from nti_desktop.ui.look.colours import Colours

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
    "side-by-side": "<rect x='3' y='5' width='8' height='14' rx='1.5'/>"
    "<rect x='13' y='5' width='8' height='14' rx='1.5'/>",
    "difference": "<circle cx='9.2' cy='12' r='6'/><circle cx='14.8' cy='12' r='6'/>",
    "before": "<path d='M2.8 12S6.2 5.8 12 5.8 21.2 12 21.2 12 17.8 18.2 12 18.2 2.8 12 2.8 12z'/>"
    "<circle cx='12' cy='12' r='2.8'/>",
    "brush": "<path d='M20.2 3.8c-4.6 2-8.2 5.2-10.4 9.2l1.6 1.5c4-2.2 7-6 8.8-10.7z'/>"
    "<path d='M8.6 13.8c-2.3.2-3.3 1.5-3.7 3.4-.2 1-.7 1.7-1.7 2.3 3.2 1 7 .2 7.6-3.7'/>",
    "eraser": "<path d='m4 15.5 9.3-9.7a1.5 1.5 0 0 1 2.1 0l3.8 3.8a1.5 1.5 0 0 1 0 2.1L12 19H7.4z'/>"
    "<path d='m9 10.3 6 6M6.5 19h13'/>",
    "invert": "<circle cx='12' cy='12' r='8.3'/><path d='M12 3.7v16.6M12 8h7M12 12h8.3M12 16h7'/>",
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
    "settings": "<path d='M4 7h9M19 7h1M4 17h1M11 17h9'/><circle cx='16' cy='7' r='2.6'/>"
    "<circle cx='8' cy='17' r='2.6'/>",
    "model": "<path d='m12 3.5 7.5 4.2v8.6L12 20.5l-7.5-4.2V7.7z'/>"
    "<path d='m4.8 7.9 7.2 4.1 7.2-4.1M12 12v8.3'/>",
    "keyboard": "<rect x='3' y='6' width='18' height='12' rx='2'/>"
    "<path d='M6.5 10h.2M10.2 10h.2M13.9 10h.2M17.4 10h.2M8 14.2h8'/>",
    "search": "<circle cx='10.5' cy='10.5' r='6.5'/><path d='m20 20-4.8-4.8'/>",
    "panel": "<rect x='3.5' y='4.5' width='17' height='15' rx='2'/><path d='M14.5 4.5v15'/>",
    "menu": "<path d='M4 7h16M4 12h16M4 17h16'/>",
    "back": "<path d='M20 12H4.5M10.5 5.5 4 12l6.5 6.5'/>",
    "pause": "<path d='M8.5 5.5v13M15.5 5.5v13'/>",
    "play": "<path d='M7.5 5v14l11-7z'/>",
    "add": "<path d='M12 5v14M5 12h14'/>",
    "download": "<path d='M12 3.8V15M7.8 11 12 15.2 16.2 11'/>"
    "<path d='M4 14v4.5A1.5 1.5 0 0 0 5.5 20h13a1.5 1.5 0 0 0 1.5-1.5V14'/>",
    "folder": "<path d='M3.5 18.5v-12A1.5 1.5 0 0 1 5 5h4.2l2 2.4H19a1.5 1.5 0 0 1 1.5 1.5v9.6"
    "a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1z'/>",
    "star": "<path d='m12 4 2.5 5.1 5.6.8-4 4 .9 5.6-5-2.6-5 2.6.9-5.6-4-4 5.6-.8z'/>",
    "starred": "<path d='m12 4 2.5 5.1 5.6.8-4 4 .9 5.6-5-2.6-5 2.6.9-5.6-4-4 5.6-.8z' fill='currentColor'/>",
    "grid": "<rect x='4' y='4' width='6.5' height='6.5' rx='1'/>"
    "<rect x='13.5' y='4' width='6.5' height='6.5' rx='1'/>"
    "<rect x='4' y='13.5' width='6.5' height='6.5' rx='1'/>"
    "<rect x='13.5' y='13.5' width='6.5' height='6.5' rx='1'/>",
    "live": "<path d='M13 3 5.5 13.5H11L10.2 21 18 10h-5.6z'/>",
    "check": "<path d='m5 12.5 4.5 4.5L19 7.5'/>",
}


def icon(name: str, colours: Colours, size: int = 20) -> QIcon:
    """An icon with its normal, checked and disabled looks."""
    made, off, on = QIcon(), QIcon.State.Off, QIcon.State.On
    for colour, mode, states in (
        (colours.text, QIcon.Mode.Normal, (off,)),
        (colours.accent_ink, QIcon.Mode.Normal, (on,)),
        (colours.disabled, QIcon.Mode.Disabled, (off, on)),
    ):
        for ratio in _ratios():
            drawn = pixmap(name, colour, size, ratio)
            for state in states:
                made.addPixmap(drawn, mode, state)
    return made


def _ratios() -> set[float]:
    """The device pixel ratios that are needed: drawing all there could be would slow the start down."""
    return {screen.devicePixelRatio() for screen in QGuiApplication.screens()} or {1.0}


def pixmap(name: str, colour: str, size: int, ratio: float = 2) -> QPixmap:
    """One drawing of an icon, `size` logical pixels wide."""
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' color='{colour}' "
        f"stroke='{colour}' stroke-width='1.7' stroke-linecap='round' stroke-linejoin='round'>"
        f"{_STROKES[name]}</svg>"
    )
    drawn = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
