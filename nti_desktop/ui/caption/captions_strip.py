"""The captions that were tried with a photo, in one thin line above the words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from nti_desktop.ui.caption.state import CaptionState, CaptionTried
from nti_desktop.ui.look.i18n import number, tr
from nti_desktop.ui.look.parts import button

MOST_TABS = 4
_LEAST_WIDTH = 92
_MOST_WIDTH = 260
_PADDING = 22


class CaptionTab(QPushButton):
    """One caption, as much of it as fits.

    Signals:
        delete_wanted: by the Delete key.
        menu_wanted: (global place).
    """

    delete_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, tried: CaptionTried) -> None:
        super().__init__(tried.name)
        self.tried = tried
        self.setProperty("look", "tab")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Caption “{caption}”").format(caption=tried.name))
        tip = tr("{caption}\nReconstruction: {psnr} dB. Click to go on with this caption.")
        self.setToolTip(tip.format(caption=tried.name, psnr=number(tried.psnr_db, ".1f")))

    def minimumSizeHint(self) -> QSize:
        """The text may be cut short."""
        return QSize(min(_LEAST_WIDTH, self.sizeHint().width()), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Room for the whole text, up to a point."""
        width = self._metrics().horizontalAdvance(self.text()) + _PADDING + 4
        return QSize(min(width, _MOST_WIDTH), super().sizeHint().height())

    def text_within(self, room: int) -> str:
        """As much of the caption as fits, bold or not."""
        return self._metrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def _metrics(self) -> QFontMetrics:
        """Of the bold text of the caption that is chosen, so that the width is right for both."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As any button, with the text cut to the width."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self.text_within(self.width() - _PADDING)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks to remove the caption."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with it."""
        self.menu_wanted.emit(event.globalPos())


class CaptionsStrip(QWidget):
    """In sight when there are several captions; the latest ones have a tab, the rest are in a menu.

    Signals:
        chosen, remove_wanted: (id of an inversion).
        compare_wanted: all captions are to be seen side by side.
    """

    chosen = Signal(str)
    remove_wanted = Signal(str)
    compare_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tabs: list[CaptionTab] = []
        self.menu: QMenu | None = None
        self._tried: tuple[CaptionTried, ...] = ()
        self.more = button("", "quiet", tr("More captions of this photo"))
        self.more.clicked.connect(self._open_more)
        self.compare = button(
            tr("Side by side"),
            "quiet",
            tr("See what becomes of the photo, and where each word is, by caption"),
        )
        self.compare.clicked.connect(self.compare_wanted)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self.more)
        self._row.addStretch(1)
        self._row.addWidget(self.compare)
        self.setAccessibleName(tr("Captions of this photo"))
        self.hide()

    def show_state(self, state: CaptionState) -> None:
        """Render the captions, and mark the one that edits start from."""
        if state.tried != self._tried:
            self._tried = state.tried
            self._fill(_shown(state))
        elif state.active not in {tab.tried.id for tab in self.tabs}:
            self._fill(_shown(state))
        for tab in self.tabs:
            tab.setChecked(tab.tried.id == state.active and state.inverted)
        hidden = len(state.tried) - len(self.tabs)
        self.more.setText(tr("+ {count} more").format(count=hidden))
        self.more.setAccessibleName(tr("More captions"))
        self.more.setVisible(hidden > 0)
        self.compare.setVisible(len(state.tried) > 1)
        self.setVisible(len(state.tried) > 1 or bool(state.tried and not state.inverted))

    def _fill(self, shown: tuple[CaptionTried, ...]) -> None:
        for gone in self.tabs:
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.tabs = [self._tab(tried) for tried in shown]
        for place, tab in enumerate(self.tabs):
            self._row.insertWidget(place, tab)

    def _tab(self, tried: CaptionTried) -> CaptionTab:
        tab = CaptionTab(tried)
        tab.clicked.connect(self._clicked)
        tab.delete_wanted.connect(self._delete)
        tab.menu_wanted.connect(self._open_menu)
        return tab

    def _sender_id(self) -> str:
        sender = self.sender()
        return sender.tried.id if isinstance(sender, CaptionTab) else ""

    @Slot()
    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, CaptionTab):
            sender.setChecked(True)
            self.chosen.emit(sender.tried.id)

    @Slot()
    def _delete(self) -> None:
        self.remove_wanted.emit(self._sender_id())

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        wanted = self._sender_id()
        menu = self._menu()
        for text, signal in (
            (tr("Go on with this caption"), self.chosen),
            (tr("Remove this caption and its edits"), self.remove_wanted),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, s=signal: s.emit(wanted))
        menu.popup(at)

    @Slot()
    def _open_more(self) -> None:
        menu = self._menu()
        for tried in self._tried:
            action = menu.addAction(tried.name)
            action.triggered.connect(lambda _=False, wanted=tried.id: self.chosen.emit(wanted))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _menu(self) -> QMenu:
        self.menu = QMenu(self)
        self.menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return self.menu


def _shown(state: CaptionState) -> tuple[CaptionTried, ...]:
    """The latest captions, the active one among them."""
    latest = state.tried[-MOST_TABS:]
    active = next((tried for tried in state.tried if tried.id == state.active), None)
    return latest if active is None or active in latest else (active, *latest[1:])
