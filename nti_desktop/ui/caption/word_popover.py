"""The popover of a word: replace it, weigh it, add words beside it, keep, pin, remove or revert it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from nti_desktop.ui.caption.chips import Chip
from nti_desktop.ui.caption.spelling import Known
from nti_desktop.ui.caption.weight_row import WeightRow
from nti_desktop.ui.caption.word_fields import WordFields
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import button, label
from nti_desktop.ui.look.shadow import Shadow

_WIDTH = 340


class WordPopover(QFrame):
    """Lies over the window until something is chosen or the person clicks elsewhere.

    Signals:
        replaced: (text); weighed: (weight); added: (text, before) beside the word; removed; reverted.
        kept: whether the word is to stay unchanged; pinned: whether its map is to stay in sight.
        closed: it is gone.
    """

    replaced = Signal(str)
    weighed = Signal(float)
    added = Signal(str, bool)
    removed = Signal()
    reverted = Signal()
    kept = Signal(bool)
    pinned = Signal(bool)
    closed = Signal()

    def __init__(self, chip: Chip, pinned: bool, known: Known, parent: QWidget) -> None:
        super().__init__(parent)
        self.chip = chip
        self._parent = parent
        self._beside: QWidget | None = None
        self._top = 0  # without notes about the words
        self._soon = QTimer(self)  # the window's parts are arranged after it is told of its size
        self.fields = WordFields(chip, known)
        self.replacement, self.addition = self.fields.replacement, self.fields.addition
        self.weight = WeightRow(chip.weight)
        self.keep = _switch(tr("Keep unchanged"), tr("Leave this word's place in the photo as it is"))
        self.pin = _switch(tr("Keep its map in sight"), tr("Go on showing where the word is in the photo"))
        self.revert_button = button(tr("Revert"), tip=tr("Make this word what it was"))
        self.remove_button = button(tr("Remove"), tip=tr("Leave this word out (Delete)"))
        self.pin.setChecked(pinned)
        self._dress()
        self._arrange()
        self._connect()
        Shadow(self)
        self.fields.offer_in(self)
        self.show_chip(chip)

    def show_chip(self, chip: Chip) -> None:
        """Follow what is done to the word elsewhere."""
        self.chip = chip
        self.weight.setVisible(bool(chip.target))
        self.weight.show_weight(chip.weight)
        with QSignalBlocker(self.keep):
            self.keep.setChecked(chip.kept)
        self.keep.setVisible(chip.kind == "keep")
        self.pin.setVisible(bool(chip.source))
        self.revert_button.setEnabled(chip.marked)
        self.remove_button.setVisible(bool(chip.target))

    def open_at(self, chip_widget: QWidget) -> None:
        """Show it above a chip, inside the window."""
        self._beside = chip_widget
        self._place()
        self.show()
        self.raise_()
        _application().installEventFilter(self)
        self.replacement.setFocus(Qt.FocusReason.PopupFocusReason)
        self.replacement.selectAll()

    def event(self, event: QEvent) -> bool:
        """A note came or went: take the room that is needed now."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._place()
        return done

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the application's events go."""
        _application().removeEventFilter(self)
        self.closed.emit()
        super().closeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press elsewhere in the window closes it; when the window changes its size, it moves along."""
        if watched is self._parent and event.type() is QEvent.Type.Resize:
            self._soon.start()
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            inside = self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint()))
            if not inside and isinstance(watched, QWidget) and watched.window() is self.window():
                self.close()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _place(self) -> None:
        """Above the chip, or as near to that as the window has room. A note makes it grow downwards, so that
        what is being typed, and the buttons beside it, stay under the mouse."""
        if self._beside is None:
            return
        self.adjustSize()
        room, at = self._parent.size(), self._beside.mapTo(self._parent, QPoint(0, 0))
        x = at.x() + (self._beside.width() - self.width()) // 2
        if not self.fields.has_notes:
            self._top = at.y() - self.height() - 8
        y = min(self._top, room.height() - self.height() - 8)
        self.move(max(8, min(x, room.width() - self.width() - 8)), max(8, y))

    def _connect(self) -> None:
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._place)
        self.fields.replaced.connect(self._replace)
        self.fields.added.connect(self._add)
        self.weight.weighed.connect(self.weighed)
        self.keep.toggled.connect(self.kept)
        self.pin.toggled.connect(self.pinned)
        self.remove_button.clicked.connect(self._remove)
        self.revert_button.clicked.connect(self._revert)

    @Slot(str)
    def _replace(self, text: str) -> None:
        if text and (text != self.chip.text or not self.chip.target):
            self.replaced.emit(text)
        self.close()

    @Slot(str, bool)
    def _add(self, text: str, before: bool) -> None:
        self.added.emit(text, before)
        self.close()

    @Slot()
    def _remove(self) -> None:
        self.removed.emit()
        self.close()

    @Slot()
    def _revert(self) -> None:
        self.reverted.emit()
        self.close()

    def _dress(self) -> None:
        self.setProperty("look", "popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addLayout(self._heading())
        layout.addWidget(self.fields)
        layout.addWidget(self.weight)
        layout.addWidget(self.keep)
        layout.addWidget(self.pin)
        choices = QHBoxLayout()
        choices.addWidget(self.revert_button)
        choices.addStretch(1)
        choices.addWidget(self.remove_button)
        layout.addLayout(choices)

    def _heading(self) -> QHBoxLayout:
        row, chip = QHBoxLayout(), self.chip
        title = label(tr("“{word}”").format(word=chip.text), "heading", wrap=bool(chip.parts))
        row.addWidget(title, 1)
        if chip.kind == "replace" and not chip.parts:
            row.addWidget(label(tr("was “{was}”").format(was=chip.was), "small"))
        elif chip.kind in ("insert", "remove"):
            row.addWidget(label(tr("added") if chip.kind == "insert" else tr("removed"), "small"))
        return row


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise RuntimeError("a popover needs a QApplication")
    return application


def _switch(text: str, tip: str) -> QCheckBox:
    made = QCheckBox(text)
    made.setToolTip(tip)
    made.setAccessibleName(text)
    return made
