"""How a row of the history is drawn: thumbnail, title, caption, what differs from the defaults, a star."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPainterPath, QPen, QPixmap

from nti_desktop.ui.edits.rows import Seen
from nti_desktop.ui.look.colours import Colours
from nti_desktop.ui.look.icons import pixmap
from nti_desktop.ui.look.parts import bold_and_small

SIDE = 48  # of the thumbnail
PADDING = 8
_STAR = 16


@dataclass(frozen=True)
class RowLook:
    """All that a drawn row depends on; two that are equal look the same.

    Attributes:
        seen: what the list says of it.
        selected, hovered: what the person does with it.
        font: `QFont.key` of the list's font.
        ratio: the screen's pixels per point.
    """

    seen: Seen
    selected: bool
    hovered: bool
    size: tuple[int, int]
    font: str
    colours: Colours
    ratio: float

    @property
    def shown(self) -> bool:
        """Whether its edit is the one on the photo."""
        return self.seen.shown


def draw_row(look: RowLook, image: QImage, font: QFont) -> QPixmap:
    """Draw it, on the panel's ground so that text is as sharp as on the panel itself."""
    made = QPixmap(QSize(*look.size) * look.ratio)
    made.setDevicePixelRatio(look.ratio)
    made.fill(QColor(look.colours.panel))
    rect = QRect(0, 0, *look.size)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
    _paint_ground(painter, rect, look)
    _paint_thumbnail(painter, rect, image)
    _paint_text(painter, rect, look, font)
    row = look.seen.row
    if row.starred or (look.hovered and row.edit_id is not None):
        _paint_star(painter, rect, look)
    painter.end()
    return made


def star_rect(row: QRect) -> QRect:
    """Where the star of a row is drawn and clicked."""
    return QRect(row.right() - _STAR - PADDING, row.top() + PADDING + 2, _STAR, _STAR)


def text_rect(row: QRect) -> QRect:
    """Where the text of a row is drawn, and its name typed."""
    return row.adjusted(SIDE + 20, 0, -_STAR - PADDING - 6, 0)


def _paint_ground(painter: QPainter, rect: QRect, look: RowLook) -> None:
    """Filled for what is shown, a line around what is selected beside it."""
    if not (look.shown or look.selected or look.hovered):
        return
    colours = look.colours
    line = QPen(QColor(colours.accent)) if look.selected and not look.shown else QPen(Qt.PenStyle.NoPen)
    painter.setPen(line)
    painter.setBrush(QColor(colours.accent_soft if look.shown else colours.hover))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)


def _paint_thumbnail(painter: QPainter, rect: QRect, image: QImage) -> None:
    square = QRectF(rect.left() + 8, rect.center().y() - SIDE / 2 + 0.5, SIDE, SIDE)
    path = QPainterPath()
    path.addRoundedRect(square, 7, 7)
    painter.setClipPath(path)
    painter.drawImage(square, image)
    painter.setClipping(False)


def _paint_text(painter: QPainter, rect: QRect, look: RowLook, font: QFont) -> None:
    bold, small = bold_and_small(font)
    lines = look.seen.row.lines
    metrics = [QFontMetrics(bold if place == 0 else small) for place in range(len(lines))]
    colours, text = look.colours, text_rect(rect)
    title = colours.accent_ink if look.shown else colours.text
    top = text.top() + (text.height() - sum(each.height() for each in metrics)) // 2
    for place, (said, measured) in enumerate(zip(lines, metrics, strict=True)):
        painter.setFont(small if place else bold)
        painter.setPen(QColor(colours.muted if place else title))
        elided = measured.elidedText(said, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text.left(), top + measured.ascent(), elided)
        top += measured.height()


def _paint_star(painter: QPainter, rect: QRect, look: RowLook) -> None:
    starred = look.seen.row.starred
    name, colour = ("starred", look.colours.accent) if starred else ("star", look.colours.muted)
    painter.drawPixmap(star_rect(rect).topLeft(), pixmap(name, colour, _STAR, look.ratio))
