"""The shadow of what lies over the window."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QEvent, QMargins, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

_REACH, _DOWN = 20, 6  # how far it spreads, and how far it falls; points
_CORNER = 10  # radius of what casts it
_EDGE = _REACH + _CORNER  # of its picture, from which it is put together
_DARKEST = 70


class Shadow(QWidget):
    """Lies right below a widget, and follows it.

    A graphics effect would draw the widget anew and blur it whenever a cursor blinks in it.
    """

    def __init__(self, caster: QWidget) -> None:
        super().__init__(caster.parentWidget())
        self._caster = caster
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        caster.installEventFilter(self)
        caster.destroyed.connect(self._end)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go where it goes."""
        if watched is self._caster and event.type() in _MOVES:
            self._follow()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Corners and edges; what the widget covers is left out."""
        painter, drawn = QPainter(self), _picture(self.devicePixelRatioF())
        ratio = drawn.devicePixelRatioF()
        for left, width, x, wide in _spans(self.width()):
            for top, height, y, high in _spans(self.height()):
                if (wide, high) != (1, 1):
                    part = QRectF(x * ratio, y * ratio, wide * ratio, high * ratio)
                    painter.drawImage(QRectF(left, top, width, height), drawn, part)

    def _follow(self) -> None:
        """As large as the widget and its reach, behind it, when it is shown."""
        if self.parentWidget() is not self._caster.parentWidget():
            self.setParent(self._caster.parentWidget())
        around = QMargins(_REACH, _REACH, _REACH, _REACH)
        self.setGeometry(self._caster.geometry().translated(0, _DOWN).marginsAdded(around))
        self.setVisible(not self._caster.isHidden())
        self.stackUnder(self._caster)

    @Slot()
    def _end(self) -> None:
        self.deleteLater()


_MOVES = (
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.ParentChange,
    QEvent.Type.ZOrderChange,
)


def _spans(length: int) -> tuple[tuple[int, int, int, int], ...]:
    """Edge, middle and edge: where each lies and how long it is, here and then in the picture."""
    return (
        (0, _EDGE, 0, _EDGE),
        (_EDGE, length - 2 * _EDGE, _EDGE, 1),
        (length - _EDGE, _EDGE, _EDGE + 1, _EDGE),
    )


@cache
def _picture(ratio: float) -> QImage:
    """The shadow of the least widget: two corners and a point between them, each way.

    Rounded squares over one another, each a little larger and all together as dark as a blur would be.
    """
    side = 2 * _EDGE + 1
    made = QImage(round(side * ratio), round(side * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    for inset in range(_EDGE):
        share = (inset + 0.5) / (2 * _REACH)
        painter.setBrush(QColor(0, 0, 0, round(_DARKEST * share * share * (3 - 2 * share))))
        square = QRectF(inset, inset, side - 2 * inset, side - 2 * inset)
        painter.drawRoundedRect(square, _EDGE - inset, _EDGE - inset)
    painter.end()
    return made
