"""The photo on its ground: what became of it, attention over it, before and after beside one another."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent

from nti_desktop.ui.canvas import marks
from nti_desktop.ui.canvas.legend import draw_legend
from nti_desktop.ui.canvas.scene_view import SceneView
from nti_desktop.ui.canvas.stage import Shown
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.theme import Theme
from nti_desktop.ui.settings import Compare

GRIP = 16.0


class CanvasView(SceneView):
    """Shows what it is given; nothing here knows of documents or jobs.

    Signals:
        held: (whether) the photo is shown as it was, for a moment.
    """

    held = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._mode: Compare = "divider"
        self._comparing = False
        self._showing_before = False
        self._divider = 0.5
        self.setMinimumSize(240, 200)
        self.setAccessibleName(tr("Photo"))

    @property
    def divider(self) -> float:
        """Share of the photo's width that shows it as it was, while comparing."""
        return self._divider

    @property
    def comparing(self) -> bool:
        """Whether before and after are both shown."""
        return self._comparing and self._scene.result is not None and self._frame is None

    @property
    def mode(self) -> Compare | None:
        """How they are shown now; None when only one of them is."""
        one = self._showing_before and self._mode != "side"
        return self._mode if self.comparing and not one else None

    @Slot(bool)
    def set_comparing(self, comparing: bool) -> None:
        """Show before and after together."""
        if comparing != self._comparing:
            self._comparing = comparing
            self._split()

    def set_mode(self, mode: Compare, factor: int) -> None:
        """How to show them together; a difference so many times as strong."""
        if factor != self._scene.factor:
            self._scene.factor = factor
            self._sheets["difference"].touch()
            self.update()
        if mode != self._mode:
            self._mode = mode
            self._split()

    def set_divider(self, share: float) -> None:
        """Move the divider."""
        before = self._divider_x()
        self._divider = min(max(share, 0.0), 1.0)
        left, right = sorted((before, self._divider_x()))
        band = QRectF(left - GRIP, 0, right - left + 2 * GRIP, self.height())
        self.update(band.toAlignedRect())

    def show_before(self, before: bool) -> None:
        """Show the photo as it was, for as long as wanted."""
        if before != self._showing_before:
            self._showing_before = before
            self.held.emit(before)
            self._split()

    def _split(self) -> None:
        """One pane or two; what is in the middle of the one stays in the middle of the other."""
        if self._two != (self.mode == "side"):
            self._two = not self._two
            self._arrange()
        self._show_soon()

    def _divider_x(self) -> float:
        rect = self.view.photo_rect
        return rect.left() + self._divider * rect.width()

    def _pictures(self) -> tuple[Shown, ...]:
        mode, panes = self.mode, self.panes
        corner = panes[0].topLeft()
        if mode == "side" and len(panes) > 1:
            second = Shown("before" if self._showing_before else "after", panes[1].topLeft(), panes[1])
            return Shown("before", corner, panes[0]), second
        if mode == "difference":
            return (Shown("difference", corner, panes[0]),)
        if mode == "divider":
            left, right = QRectF(panes[0]), QRectF(panes[0])
            left.setRight(self._divider_x())
            right.setLeft(self._divider_x())
            return Shown("before", corner, left), Shown("after", corner, right)
        after = self._scene.result is not None and not self._showing_before
        return (Shown("after" if after else "before", corner, panes[0]),)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what is to be seen now."""
        painter = QPainter(self)
        if self._scene.photo is None:
            painter.fillRect(self.rect(), self._scene.ground)
            return
        corner = self.panes[0].topLeft()
        painter.fillRect(QRectF(0, 0, self.width(), corner.y()), self._scene.ground)
        painter.fillRect(QRectF(0, corner.y(), corner.x(), self.height()), self._scene.ground)
        painter.fillRect(self._between(), QColor(self._theme.colours.border_strong))
        self._paint_pictures(painter)
        if self._frame is not None:
            inside, photo = self.on_widget(self._frame), self.on_widget(self._scene.photo.rect)
            marks.draw_frame(painter, inside, photo, self._scene.ground, self._frame_movable)
        self._paint_marks(painter)

    @property
    def names_band(self) -> QRectF:
        """Where the names of the pictures are written: over the photo's lower edge."""
        pane = self.panes[0]
        seen = self.view.photo_rect.translated(pane.topLeft()).intersected(pane.adjusted(8, 8, -8, -8))
        high = QFontMetricsF(self._small_font()).height() + 8
        return QRectF(seen.left(), seen.bottom() - 12 - high, seen.width(), high)

    def _between(self) -> QRectF:
        """The gap between two panes."""
        panes = self.panes
        return QRectF(panes[0].topRight(), panes[-1].bottomLeft()) if len(panes) > 1 else QRectF()

    def _paint_marks(self, painter: QPainter) -> None:
        font, pane = self._small_font(), self.panes[0]
        room = pane.adjusted(8, 8, -8, -8)
        seen = self.view.photo_rect.translated(pane.topLeft()).intersected(room)
        names = self._names or (tr("Before"), tr("After"))
        if self.mode == "divider":
            accent = QColor(self._theme.colours.accent)
            marks.draw_divider(painter, seen, self._divider_x(), accent)
            marks.draw_sides(painter, seen, names, font)
        elif self.mode == "side":
            second = names[0] if self._showing_before else names[1]
            for name, other in zip((names[0], second), self.panes, strict=False):
                by = other.topLeft() - pane.topLeft()
                marks.draw_note(painter, seen.translated(by), room.translated(by), name, font)
        else:
            marks.draw_note(painter, self._framed(seen), room, self._said(names), font)
        if self._scene.overlay is not None:
            for other in self.panes[-1:]:
                top = QPointF(other.center().x(), max(seen.top(), other.top()) + 12)
                draw_legend(painter, top, other.width() - 32, self._scene.overlay, font)

    def _said(self, names: tuple[str, str]) -> str:
        """In the corner, where one picture is shown."""
        if self._showing_before and self._scene.result is not None:
            return names[0]
        if self.mode == "difference":
            strong = tr("Difference × {factor}").format(factor=self._scene.factor)
            return strong if self._names is None else f"{strong}: {names[0]} / {names[1]}"
        return self._note

    def _small_font(self) -> QFont:
        """A little smaller than the rest, whatever size the system has chosen."""
        font = QFont(self.font())
        if font.pixelSize() > 0:
            font.setPixelSize(max(round(font.pixelSize() * 0.92), 9))
        else:
            font.setPointSizeF(max(font.pointSizeF() * 0.92, 7))
        return font

    def _framed(self, seen: QRectF) -> QRectF:
        """What is seen of the frame, or of the photo where there is none."""
        return seen if self._frame is None else self.on_widget(self._frame).intersected(seen)
