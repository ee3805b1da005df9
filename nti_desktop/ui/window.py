"""The main window: arranges the parts. What they do is in the controllers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nti_desktop.ui.actions import Actions
from nti_desktop.ui.canvas.canvas import Canvas
from nti_desktop.ui.caption.editor import CaptionEditor
from nti_desktop.ui.files.drop_veil import DropVeil
from nti_desktop.ui.files.drops import can_open
from nti_desktop.ui.files.start_page import StartPage
from nti_desktop.ui.look.parts import Ground
from nti_desktop.ui.look.theme import DRAWN_APART, Theme
from nti_desktop.ui.message_bar import MessageBar
from nti_desktop.ui.pages.sheet import Sheet
from nti_desktop.ui.side_panel import WIDTH, SidePanel
from nti_desktop.ui.toolbar import Toolbar

APP_NAME = "NTI Desktop"
_BELOW_TITLE = 68  # of a page


class MainWindow(QMainWindow):
    """Signals: `close_wanted`, once per attempt; `dropped` (QMimeData)."""

    close_wanted = Signal()
    dropped = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.actions_ = Actions(self, theme)
        self.toolbar = Toolbar(self.actions_)
        self.canvas = Canvas(theme)
        self.caption = CaptionEditor(theme)
        self.side = SidePanel(theme)
        self.start = StartPage(theme)
        self.message = MessageBar(theme)
        self.pages = QStackedWidget()
        self._veil = DropVeil(self.pages, theme)
        self._message_place = QHBoxLayout()
        self._editing = False
        self._sheet: Sheet | None = None
        self._before: QWidget | None = None  # what had the focus when the sheet was opened
        self.may_close = False
        self.setAcceptDrops(True)
        self.resize(1280, 800)
        self.setMinimumSize(900, 600)
        self.setWindowTitle(APP_NAME)
        self._arrange()
        for part in (self.toolbar, self.canvas, self.caption, self.side):
            part.setProperty(DRAWN_APART, True)
        theme.dress(self)

    def show_editor(self, editing: bool) -> None:
        """The editor, or the start page."""
        self._editing = editing
        self.toolbar.show_viewing(editing)
        if self._sheet is None:
            self.pages.setCurrentIndex(1 if editing else 0)
        beside = editing and self._sheet is None and not self.side.isHidden()
        top = _BELOW_TITLE if self._sheet is not None else 14
        self._message_place.setContentsMargins(16, top, 16 + (WIDTH if beside else 0), 0)

    def open_sheet(self, sheet: Sheet) -> None:
        """Put a page in the place of editor and start page until `close_sheet`."""
        if self.pages.indexOf(sheet) < 0:
            self.pages.addWidget(sheet)
        if self._sheet is None:
            self._before = self.focusWidget()
        self._sheet = sheet
        self.pages.setCurrentWidget(sheet)
        self.show_editor(self._editing)
        self.actions_.set_covered(True)
        sheet.setFocus()

    @Slot()
    def close_sheet(self) -> None:
        """Back to the photo, or to the start page."""
        if self._sheet is not None:
            self._sheet = None
            self.show_editor(self._editing)
            self.actions_.set_covered(False)
            fallback = self.canvas if self._editing else self.start.open
            before = self._before
            (before if before is not None and before.isVisible() else fallback).setFocus()

    @Slot(bool)
    def show_side(self, shown: bool) -> None:
        """Show or hide the panel at the right."""
        self.side.setVisible(shown)
        self.show_editor(self._editing)

    def show_name(self, name: str, changed: bool) -> None:
        """Name the project in the title, with a mark when it is not saved."""
        self.setWindowTitle(f"{name}[*] – {APP_NAME}" if name else APP_NAME)
        self.setWindowModified(changed)

    def event(self, event: QEvent) -> bool:
        """While a page is shown Escape closes it, wherever the focus is; the job behind it goes on."""
        if event.type() == QEvent.Type.ShortcutOverride and self._sheet is not None and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that nobody else wanted."""
        if self._sheet is not None and _is_escape(event):
            self._sheet.closed.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when nothing would be lost."""
        if self.may_close:
            super().closeEvent(event)
        else:
            event.ignore()
            self.close_wanted.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures."""
        if can_open(event.mimeData()):
            event.acceptProposedAction()
            self._show_over(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self._show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what was dropped."""
        self._show_over(False)
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())

    def _show_over(self, over: bool) -> None:
        """Say where to let go: on the start page there is a place for it, elsewhere it is the whole page."""
        on_start = self.pages.currentWidget() is self.start
        self.start.set_over(over and on_start)
        self._veil.set_over(over and not on_start)

    def _arrange(self) -> None:
        self.pages.addWidget(self.start)
        self.pages.addWidget(self._editor())
        central = Ground()
        grid = QGridLayout(central)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.toolbar, 0, 0)
        grid.addWidget(self.pages, 1, 0)
        self._message_place.addWidget(self.message)
        grid.addLayout(self._message_place, 1, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        grid.setRowStretch(1, 1)
        self.setCentralWidget(central)
        central.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        central.setFocus()

    def _editor(self) -> QWidget:
        page = QFrame()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        caption = QHBoxLayout()
        caption.setContentsMargins(16, 16, 16, 16)
        caption.addWidget(self.caption)
        column.addLayout(caption)
        row.addLayout(column, 1)
        row.addWidget(self.side)
        return page


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
