"""What to vary, and by which values."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLineEdit, QWidget

from nti_desktop.ui.caption.draft import Chip
from nti_desktop.ui.edits.variations import KINDS, Kind
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import button

_ROOM_OF_A_BOX = 50  # for its frame and arrow
_ROOM_OF_VALUES = 170


class VariationForm(QWidget):
    """Signals: `wanted` (Kind, Chip or None, values as typed); `stopped`."""

    wanted = Signal(object, object, str)
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind = QComboBox()
        self.word = QComboBox()
        self.values = QLineEdit()
        self.make = button(tr("Make them"), "primary", tr("Make one edit of each value, one after the other"))
        self.stop = button(tr("Stop"), "", tr("Stop; what is done stays"))
        self._chips: tuple[Chip, ...] = ()
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._set_up()
        self._arrange()
        self._choose_kind()

    @property
    def chosen(self) -> Kind:
        """What is to vary."""
        return KINDS[self.kind.currentIndex()]

    def show_words(self, chips: tuple[Chip, ...]) -> None:
        """Offer the words of the edited caption; the one chosen stays, or the first changed one is."""
        offered = tuple(chip for chip in chips if chip.target)
        if [c.text for c in offered] != [c.text for c in self._chips]:
            changed = [n for n, chip in enumerate(offered) if chip.changed]
            known = [n for n, chip in enumerate(offered) if chip.text == self.word.currentText()]
            self.word.clear()
            self.word.addItems([chip.text for chip in offered])
            self.word.setCurrentIndex((known or changed or [len(offered) - 1])[0])
        self._chips = offered

    def show_busy(self, busy: bool) -> None:
        """Whether variations are being made."""
        if busy and self.make.hasFocus():
            self.values.setFocus()
        self.make.setVisible(not busy)
        self.stop.setVisible(busy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line, or two where its words would be cut."""
        metrics, make = self.fontMetrics(), self.make.sizeHint().width()
        texts = max(metrics.horizontalAdvance(self.kind.itemText(n)) for n in range(self.kind.count()))
        half = max((texts + _ROOM_OF_A_BOX) * 8 // 5, make + _ROOM_OF_VALUES)  # see `_arrange`
        short = event.size().width() < 2 * half
        direction = QBoxLayout.Direction
        self._rows.setDirection(direction.TopToBottom if short else direction.LeftToRight)
        super().resizeEvent(event)

    @Slot()
    def _choose_kind(self) -> None:
        self.word.setVisible(self.chosen.of_word)
        self.values.setText(tr(self.chosen.values))

    @Slot()
    def _want(self) -> None:
        index = self.word.currentIndex()
        chip = self._chips[index] if self.chosen.of_word and 0 <= index < len(self._chips) else None
        if self.make.isVisible():
            self.wanted.emit(self.chosen, chip, self.values.text())

    def _set_up(self) -> None:
        self.kind.addItems([tr(kind.name) for kind in KINDS])
        self.kind.setToolTip(tr("What is to differ between the variations"))
        self.kind.setAccessibleName(tr("What varies"))
        self.word.setToolTip(tr("The word that varies"))
        self.word.setAccessibleName(tr("Word"))
        self.values.setToolTip(tr("The values, with commas between them: one variation is made of each"))
        self.values.setAccessibleName(tr("Values"))
        self.kind.currentIndexChanged.connect(self._choose_kind)
        self.values.returnPressed.connect(self._want)
        self.make.clicked.connect(self._want)
        self.stop.clicked.connect(self.stopped)
        self.stop.hide()

    def _arrange(self) -> None:
        for box in (self.kind, self.word):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
        what, how = QHBoxLayout(), QHBoxLayout()
        what.addWidget(self.kind, 5)
        what.addWidget(self.word, 3)
        for part in (self.values, self.make, self.stop):
            how.addWidget(part)
        self._rows.setContentsMargins(0, 0, 0, 0)
        for row in (self._rows, what, how):
            row.setSpacing(8)
        self._rows.addLayout(what, 1)
        self._rows.addLayout(how, 1)
