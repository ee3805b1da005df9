"""Cards with a picture to click: sample photos, and files opened lately."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image
from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton

from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.icons import pixmap
from nti_desktop.ui.look.theme import Theme

SAMPLE_SIZE = (120, 120)
_RADIUS = 12
_GAP = 8


def cover(pixels: npt.NDArray[np.uint8], size: tuple[int, int], ratio: int = 2) -> QImage:
    """The largest centred part of a picture with the shape of `size`, `ratio` times as large."""
    height, width = pixels.shape[:2]
    scale = max(size[0] / width, size[1] / height)
    part = (size[0] / scale, size[1] / scale)
    left, top = (width - part[0]) / 2, (height - part[1]) / 2
    target = (size[0] * ratio, size[1] * ratio)
    picture = Image.fromarray(np.ascontiguousarray(pixels)).resize(
        target,
        Image.Resampling.BICUBIC,
        box=(max(left, 0), max(top, 0), min(left + part[0], width), min(top + part[1], height)),
    )
    data = np.ascontiguousarray(np.asarray(picture.convert("RGB")))
    return QImage(data.data, target[0], target[1], 3 * target[0], QImage.Format.Format_RGB888).copy()


class PictureCard(QAbstractButton):
    """A picture with rounded corners, framed when it is pointed at, and perhaps lines of text below."""

    def __init__(self, size: tuple[int, int], theme: Theme, lines: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._size = QSize(*size)
        self.theme = theme
        self._lines = lines
        self.image = QImage()
        self.greyed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """All of a kind are the same."""
        text = len(self._lines) * (QFontMetrics(self.font()).height() + 1)
        return self._size + QSize(0, text + _GAP if self._lines else 0)

    def minimumSizeHint(self) -> QSize:
        """None becomes smaller."""
        return self.sizeHint()

    def set_image(self, image: QImage) -> None:
        """Show what the file looks like."""
        self.image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, its frame, the lines below."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform, True
        )
        rect = QRectF(0, 0, self._size.width(), self._size.height()).adjusted(2, 2, -2, -2)
        outline = QPainterPath()
        outline.addRoundedRect(rect, _RADIUS, _RADIUS)
        self._paint_picture(painter, rect, outline)
        pointed = self.underMouse() or self.hasFocus()
        colours = self.theme.colours
        painter.setPen(QPen(QColor(colours.accent if pointed else colours.border), 2.5 if pointed else 1))
        painter.drawPath(outline)
        self._paint_lines(painter)

    def changeEvent(self, event: QEvent) -> None:
        """With another font it has another height."""
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def _paint_picture(self, painter: QPainter, rect: QRectF, outline: QPainterPath) -> None:
        colours = self.theme.colours
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(rect, QColor(colours.hover))
        if self.image.isNull():
            sign = pixmap("photo", colours.disabled, 32, self.devicePixelRatioF())
            painter.drawPixmap(QRectF(rect.center().x() - 16, rect.center().y() - 16, 32, 32).toRect(), sign)
        else:
            painter.setOpacity(0.35 if self.greyed else 1)
            painter.drawImage(rect, self.image)
        painter.restore()

    def _paint_lines(self, painter: QPainter) -> None:
        metrics, colours = QFontMetrics(self.font()), self.theme.colours
        top, width = self._size.height() + _GAP - 2, self.width() - 8
        for number, line in enumerate(self._lines):
            strong = number == 0 and not self.greyed
            painter.setPen(QColor(colours.text if strong else colours.muted))
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideMiddle, width)
            where = QRect(4, top + number * (metrics.height() + 1), width, metrics.height())
            painter.drawText(where, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class SampleButton(PictureCard):
    """A sample photo to click."""

    def __init__(self, path: Path, caption: str, image: QImage, theme: Theme) -> None:
        super().__init__(SAMPLE_SIZE, theme)
        self.path, self.caption = path, caption
        self.image = image
        self.setAccessibleName(tr("Sample photo: {caption}").format(caption=caption))
        self.setToolTip(tr("Open this sample: {caption}").format(caption=caption))
