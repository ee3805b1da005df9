"""The popover of a word: replace it, weigh it, add words beside it, remove it, revert it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from nti_desktop.ui.caption.draft import Chip
from nti_desktop.ui.caption.weight_row import WeightRow
from nti_desktop.ui.look.parts import button, label


class WordPopover(QFrame):
    """Lies over the window until something is chosen or the person clicks elsewhere.

    Signals:
        replaced: (text); weighed: (weight); added: (text, before) beside the word; removed; reverted.
        closed: it is gone.
    """

    replaced = Signal(str)
    weighed = Signal(float)
    added = Signal(str, bool)
    removed = Signal()
    reverted = Signal()
    closed = Signal()

    def __init__(self, chip: Chip, parent: QWidget) -> None:
        super().__init__(parent)
        self.chip = chip
        self._parent = parent
        self.setProperty("look", "popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(332)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        self._fill()

    def open_at(self, chip_widget: QWidget) -> None:
        """Show it above a chip, inside the window."""
        self.adjustSize()
        parent = self._parent
        at = chip_widget.mapTo(parent, QPoint(0, 0))
        x = at.x() + (chip_widget.width() - self.width()) // 2
        y = at.y() - self.height() - 8
        self.move(
            max(8, min(x, parent.width() - self.width() - 8)),
            y if y >= 8 else at.y() + chip_widget.height() + 8,
        )
        self.show()
        self.raise_()
        _application().installEventFilter(self)
        self.replacement.setFocus(Qt.FocusReason.PopupFocusReason)
        self.replacement.selectAll()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the application's events go."""
        _application().removeEventFilter(self)
        self.closed.emit()
        super().closeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press elsewhere closes it."""
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            inside = self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint()))
            if not inside and isinstance(watched, QWidget):
                self.close()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addLayout(self._heading())
        layout.addLayout(self._fields())
        if self.chip.target:
            layout.addSpacing(2)
            self.weight = WeightRow(self.chip.weight)
            self.weight.weighed.connect(self._weighed)
            layout.addWidget(self.weight)
        layout.addSpacing(2)
        layout.addLayout(self._choices())

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(f"“{self.chip.text}”", "heading"))
        row.addStretch(1)
        if self.chip.kind == "replace":
            row.addWidget(label(f"was “{self.chip.was}”", "small"))
        elif self.chip.kind != "keep":
            row.addWidget(label({"insert": "added", "remove": "removed"}[self.chip.kind], "small"))
        return row

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        self.replacement = _field("Replace with", self.chip.text if self.chip.target else self.chip.was)
        self.replacement.returnPressed.connect(self._replace)
        replace = button("Replace", tip="Put this in the word's place (Return)")
        replace.clicked.connect(self._replace)
        grid.addWidget(self.replacement, 0, 0)
        grid.addWidget(replace, 0, 1, 1, 2)
        if self.chip.target:
            self.addition = _field("Add a word", "")
            self.addition.returnPressed.connect(self._add_before)
            before = button("Before", tip="Add it before this word")
            after = button("After", tip="Add it after this word")
            before.clicked.connect(self._add_before)
            after.clicked.connect(self._add_after)
            grid.addWidget(self.addition, 1, 0)
            grid.addWidget(before, 1, 1)
            grid.addWidget(after, 1, 2)
        return grid

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.revert_button = button("Revert", tip="Make this word what it was")
        self.revert_button.setEnabled(self.chip.changed)
        self.revert_button.clicked.connect(self._revert)
        row.addWidget(self.revert_button)
        row.addStretch(1)
        if self.chip.target:
            self.remove_button = button("Remove", tip="Leave this word out")
            self.remove_button.clicked.connect(self._remove)
            row.addWidget(self.remove_button)
        return row

    @Slot()
    def _replace(self) -> None:
        text = self.replacement.text().strip()
        if text and (text != self.chip.text or not self.chip.target):
            self.replaced.emit(text)
        self.close()

    @Slot()
    def _add_before(self) -> None:
        self._add(before=True)

    @Slot()
    def _add_after(self) -> None:
        self._add(before=False)

    def _add(self, before: bool) -> None:
        text = self.addition.text().strip()
        if not text:
            self.addition.setFocus()
            return
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

    @Slot(float)
    def _weighed(self, weight: float) -> None:
        self.revert_button.setEnabled(True)
        self.weighed.emit(weight)


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise RuntimeError("a popover needs a QApplication")
    return application


def _field(name: str, text: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setPlaceholderText(name)
    field.setAccessibleName(name)
    field.setToolTip(name)
    return field
