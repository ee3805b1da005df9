"""Known words that begin as what is typed, in a list right below the field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from nti_desktop.diffusion.prompts import same_word
from nti_desktop.ui.caption.spelling import Known
from nti_desktop.ui.look.i18n import tr

_MOST_OFFERED = 6
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class WordOffers(QListWidget):
    """Completes the last word of a field; the field keeps the focus, and Down goes into the list.

    A part of the window and no window of its own, which would take the keyboard away from this one.
    """

    def __init__(self, field: QLineEdit, known: Known, popover: QWidget) -> None:
        super().__init__(popover)
        self._popover = popover
        self._field = field
        self._known = sorted(known or ())
        self.setProperty("look", "completer")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Words that the model knows"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.itemClicked.connect(self._take)
        field.textEdited.connect(self._offer)
        field.installEventFilter(self)
        self.hide()

    def words(self) -> list[str]:
        """What is offered."""
        return [self.item(row).text() for row in range(self.count())] if self.isVisible() else []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows choose, Return and Tab take what is chosen, Escape closes the list only."""
        if event.type() is QEvent.Type.FocusOut:
            self.hide()
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.isVisible():
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        chosen = self.currentItem()
        if key in _STEPS and not held:
            self.setCurrentRow(min(max(self.currentRow() + _STEPS[key], -1), self.count() - 1))
        elif key == Qt.Key.Key_Escape:
            self.hide()
        elif key in _TAKES and chosen is not None:
            self._take(chosen)
        else:
            return False
        return True

    @Slot(str)
    def _offer(self, text: str) -> None:
        """Show the words that begin so, unless that is the whole word already."""
        start = same_word(_last(text))
        found = [word for word in self._known if start and same_word(word).startswith(start)]
        self.clear()
        self.setVisible(bool(found) and found != [start])
        if self.isVisible():
            self.addItems(found)
            self.setCurrentRow(-1)
            self._place(len(found))

    def _place(self, count: int) -> None:
        field = self._field
        height = min(count, _MOST_OFFERED) * max(self.sizeHintForRow(0), 1) + 8
        at = field.mapTo(self._popover, QPoint(0, field.height() + 2))
        self.setGeometry(at.x(), at.y(), field.width(), height)
        self.raise_()

    @Slot(QListWidgetItem)
    def _take(self, item: QListWidgetItem) -> None:
        text = self._field.text()
        self._field.setText(text[: len(text) - len(_last(text))] + item.text())
        self.hide()
        self._field.setFocus()


def _last(text: str) -> str:
    """What was typed since the last blank."""
    return text[text.rfind(" ") + 1 :]
