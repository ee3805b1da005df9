"""The room that pictures are shown in: one pane or two in step, with controls above or beside them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from nti_desktop.ui.canvas.scene import Picture, Scene
from nti_desktop.ui.canvas.sheet import Sheet
from nti_desktop.ui.canvas.view import View
from nti_desktop.ui.look.theme import Theme

GAP = 2.0  # between two panes, points
_TRAY_GAP = 10
_PICTURES: tuple[Picture, ...] = ("before", "after", "difference")


@dataclass(frozen=True)
class Shown:
    """One picture on the widget: its pane's top left corner, and what of the widget it may cover; points."""

    which: Picture
    corner: QPointF
    clip: QRectF


class Stage(QWidget):
    """Keeps sheets of the scene's pictures and puts them where they belong.

    Signals:
        zoomed: (scale) screen pixels per photo pixel.
    """

    zoomed = Signal(float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._scene = Scene(ground=QColor(theme.colours.ground))
        self._sheets = {which: Sheet(partial(self._scene.paint, which)) for which in _PICTURES}
        self._trays: list[QWidget] = []
        self._beside: list[QWidget] = []  # those that stand at the left
        self._two = False
        self._work = QTimer(self)
        self._work.setSingleShot(True)
        self._work.timeout.connect(self._paint_ahead)
        self.view = View()
        self._window_size = QSize()
        self._apart = QTimer(self)
        self._apart.setSingleShot(True)
        self._apart.timeout.connect(self._draw)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._take_colours)

    @property
    def painted(self) -> bool:
        """Whether all that is shown is as sharp as it gets."""
        return all(self._sheets[shown.which].done for shown in self._pictures())

    @property
    def panes(self) -> tuple[QRectF, ...]:
        """Where the photo is shown: once, or twice side by side."""
        left, top = self._trays_end()
        height, room = max(self.height() - top, 1), max(self.width() - left, 1)
        if not self._two:
            return (QRectF(left, top, room, height),)
        width = max((room - GAP) // 2, 1)
        return QRectF(left, top, width, height), QRectF(self.width() - width, top, width, height)

    def add_tray(self, tray: QWidget, beside: bool = False) -> None:
        """Show controls above the photo, or at its left, when they are visible."""
        if beside:
            self._beside.append(tray)
        tray.setParent(self)
        tray.setCursor(Qt.CursorShape.ArrowCursor)
        tray.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        tray.installEventFilter(self)
        tray.hide()
        self._trays.append(tray)

    def to_pane(self, at: QPointF) -> QPointF:
        """A point of the widget as the view counts."""
        return at - self._pane_at(at).topLeft()

    def on_widget(self, rect: QRectF) -> QRectF:
        """A rectangle of the photo on the widget, in the first pane."""
        return self.view.to_widget(rect).translated(self.panes[0].topLeft())

    @Slot()
    def fit(self) -> None:
        """Show the whole photo."""
        self.view.fit()
        self._changed_view()

    @Slot()
    def zoom_in(self) -> None:
        """Come nearer."""
        self.zoom_to(self.view.scale * self.devicePixelRatioF() * 1.25)

    @Slot()
    def zoom_out(self) -> None:
        """Step back."""
        self.zoom_to(self.view.scale * self.devicePixelRatioF() / 1.25)

    @Slot()
    def actual_size(self) -> None:
        """One pixel of the photo on one of the screen."""
        self.zoom_to(1.0)

    @Slot()
    def double_size(self) -> None:
        """One pixel of the photo on two by two of the screen."""
        self.zoom_to(2.0)

    def zoom_to(self, scale: float) -> None:
        """So many screen pixels per photo pixel, about the middle."""
        self.view.zoom_to(scale / self.devicePixelRatioF())
        self._changed_view()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A tray that comes, goes or grows moves what is below it."""
        kinds = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)
        if watched in self._trays and event.type() in kinds:
            self._arrange()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Let what is around it be drawn first."""
        super().showEvent(event)
        self._draw_apart()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the photo placed; when it was not the window that was resized, what made the room another is
        drawn first."""
        self._arrange()
        if self.window().size() == self._window_size:
            self._draw_apart()
        self._window_size = self.window().size()

    def _draw_apart(self) -> None:
        """Be drawn in the next turn: with all that is around it, it takes longer than a frame on a large
        screen."""
        self.setUpdatesEnabled(False)
        self._apart.start(0)

    @Slot()
    def _draw(self) -> None:
        self.setUpdatesEnabled(True)

    def _pane_at(self, at: QPointF) -> QRectF:
        return next((pane for pane in reversed(self.panes) if at.x() >= pane.left()), self.panes[0])

    def _pictures(self) -> tuple[Shown, ...]:
        """What is to be seen now; the canvas decides."""
        return (Shown("before", self.panes[0].topLeft(), self.panes[0]),)

    def _arrange(self) -> None:
        """Place the trays, and the photo in what is left."""
        top = _TRAY_GAP
        for tray in self._trays:
            if not tray.isHidden():
                size = tray.sizeHint().boundedTo(self.size())
                if tray in self._beside:
                    tray.setGeometry(QRect(QPoint(_TRAY_GAP, _TRAY_GAP), size))
                    continue
                tray.setGeometry((self.width() - size.width()) // 2, top, size.width(), size.height())
                top += size.height() + _TRAY_GAP
        if self._scene.photo is not None:
            self.view.set_sizes(QSizeF(self.panes[0].size()), self._scene.photo.rect.size())
            self._changed_view()
        self.update()

    def _trays_end(self) -> tuple[float, float]:
        """How far the trays reach to the right, and how far down."""
        shown = [tray for tray in self._trays if not tray.isHidden()]
        right = [tray.geometry().right() + 1 for tray in shown if tray in self._beside]
        down = [tray.geometry().bottom() + 1 for tray in shown if tray not in self._beside]
        return float(max(right, default=0)), float(max(down, default=0))

    def _changed_view(self) -> None:
        self.zoomed.emit(self.view.scale * self.devicePixelRatioF())
        self.update()

    def _touch(self) -> None:
        """Something in the scene is another now."""
        for sheet in self._sheets.values():
            sheet.touch()
        self._show_soon()

    def _show_soon(self) -> None:
        """Show what there is now, once it is painted; what was seen until then is not painted again."""
        self._work.start(0)

    def _patch(self, rect: QRectF) -> None:
        """The scene is another within a rectangle of the photo only."""
        shown = {picture.which for picture in self._pictures()}
        for which, sheet in self._sheets.items():
            if which in shown:
                sheet.patch(rect)
            else:
                sheet.touch()
        self.update(self.on_widget(rect).toAlignedRect().adjusted(-3, -3, 3, 3))

    def _wanted(self) -> list[Sheet]:
        """The sheets of what is to be seen, which know now from where."""
        place = self.view.place(self.devicePixelRatioF())
        sheets = [self._sheets[shown.which] for shown in self._pictures()]
        for sheet in sheets:
            sheet.want(place)
        return sheets

    def _paint_pictures(self, painter: QPainter) -> None:
        place = self.view.place(self.devicePixelRatioF())
        for sheet, shown in zip(self._wanted(), self._pictures(), strict=True):
            painter.setClipRect(shown.clip)
            sheet.draw(painter, shown.corner, place)
        painter.setClipping(False)
        if not self.painted:
            self._work.start(0)

    @Slot()
    def _paint_ahead(self) -> None:
        """Between two events: go on with what is not done, and show it when it is."""
        waiting = []
        if self._scene.photo is not None and self.isVisible():
            waiting = [sheet for sheet in self._wanted() if not sheet.done]
        for sheet in waiting[:1]:
            sheet.work()
        if all(sheet.done for sheet in waiting):
            self.update()
        else:
            self._work.start(0)

    @Slot()
    def _take_colours(self) -> None:
        self._scene.ground = QColor(self._theme.colours.ground)
        self._touch()
