"""Keeps a widget in its place over another one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Slot
from PySide6.QtWidgets import QWidget

from nti_desktop.ui.canvas.canvas import Canvas

Place = Callable[[QRect, QSize], QRect]

_GAP = 16


class Floating(QObject):
    """Places `widget` in `host` whenever the host changes its size or the widget what it wants."""

    def __init__(self, widget: QWidget, host: QWidget, place: Place) -> None:
        super().__init__(widget)
        self._widget, self._host, self._place = widget, host, place
        widget.setParent(host)
        host.installEventFilter(self)
        widget.installEventFilter(self)

    @Slot()
    def follow(self) -> None:
        """Place it now."""
        self._widget.setGeometry(self._place(self._host.rect(), self._widget.sizeHint()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The host was resized, or the widget shown or filled anew."""
        host_resized = watched is self._host and event.type() is QEvent.Type.Resize
        wants_other = watched is self._widget and event.type() in (
            QEvent.Type.LayoutRequest,
            QEvent.Type.Show,
        )
        if host_resized or wants_other:
            self.follow()
        return super().eventFilter(watched, event)


def all_over(host: QRect, _wanted: QSize) -> QRect:
    """As large as the host."""
    return host


def at_the_bottom(host: QRect, wanted: QSize) -> QRect:
    """In the middle of the lower edge, no wider than the host."""
    width = min(wanted.width(), host.width() - 2 * _GAP)
    left = host.left() + (host.width() - width) // 2
    return QRect(left, host.bottom() - _GAP - wanted.height(), width, wanted.height())


def over_the_photo(canvas: Canvas, host: QRect, wanted: QSize) -> QRect:
    """The same, but above the names of the pictures where it would lie over them."""
    place, names = at_the_bottom(host, wanted), canvas.names_band
    if place.top() <= names.bottom() and place.bottom() >= names.top():
        place.moveBottom(round(names.top()) - _GAP // 2)
    return place
