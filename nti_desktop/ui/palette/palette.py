"""The command palette: a field to search in, and what fits below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import label
from nti_desktop.ui.look.shadow import Shadow
from nti_desktop.ui.look.theme import Theme
from nti_desktop.ui.palette.matching import rank
from nti_desktop.ui.palette.row import ACTION, CommandDelegate, other_words, plain_tip

_WIDTH, _HEIGHT, _TOP = 580, 420, 64


class Palette(QFrame):
    """Lies over the window until a command is chosen or the person turns elsewhere.

    Signals:
        chosen: (QAction) run this; the palette is gone already.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._parent = parent
        self._before: QWidget | None = None
        self._actions: Sequence[QAction] = ()
        self._highest = _HEIGHT
        self.setProperty("look", "popover")
        self.setAccessibleName(tr("Find a command"))
        self.field = QLineEdit()
        self.list = QListWidget()
        self._nothing = label(tr("Nothing the app can do is called that."), "muted")
        self._arrange(theme)
        self.hide()
        Shadow(self)

    def open(self, actions: Sequence[QAction]) -> None:
        """Show these commands, and listen to what is typed."""
        self._actions = actions
        self._before = QApplication.focusWidget()
        width = min(_WIDTH, self._parent.width() - 48)
        self._highest = min(_HEIGHT, self._parent.height() - _TOP - 24)
        self.resize(width, self._highest)
        self.move((self._parent.width() - width) // 2, _TOP)
        self.field.clear()
        self._search("")
        self.show()
        self._shrink()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        _application().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the application's events go."""
        _application().removeEventFilter(self)
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field that mean the list; a press elsewhere closes."""
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            inside = self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint()))
            if not inside and isinstance(watched, QWidget):
                self.hide()
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()  # Escape closes the palette; it must not cancel the job behind it
                return True
            if event.type() is QEvent.Type.KeyPress:
                return self._take_key(event)
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % max(self.list.count(), 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self._close()
        else:
            return False
        return True

    def _close(self) -> None:
        """Go, and give the focus back to where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus()

    @Slot(str)
    def _search(self, query: str) -> None:
        texts = [(action.text(), f"{plain_tip(action)} {other_words(action)}") for action in self._actions]
        self.list.clear()
        for place in rank(query, texts):
            self.list.addItem(_item(self._actions[place]))
        self.list.setCurrentRow(0)
        self._nothing.setVisible(self.list.count() == 0)
        self._shrink()

    def _shrink(self) -> None:
        """As high as what was found, up to the room there is."""
        self.list.setVisible(self.list.count() > 0)
        rows = self.list.count() * max(self.list.sizeHintForRow(0), 0) + 2 * self.list.frameWidth()
        self.list.setFixedHeight(rows)
        around = self.minimumSizeHint().height() - rows if self.list.count() else 0
        self.list.setFixedHeight(max(min(rows, self._highest - around), 0))
        self.resize(self.width(), self.minimumSizeHint().height())

    @Slot(QModelIndex)
    def _run(self, index: QModelIndex) -> None:
        action = index.data(ACTION) if index.isValid() else None
        if isinstance(action, QAction) and action.isEnabled():
            self._close()
            self.chosen.emit(action)

    def _arrange(self, theme: Theme) -> None:
        self.field.setPlaceholderText(tr("What would you like to do?"))
        self.field.setAccessibleName(tr("Search for a command"))
        self.field.setToolTip(tr("Type a few letters; arrows choose, Enter runs, Escape closes"))
        self.field.textEdited.connect(self._search)
        self.list.setItemDelegate(CommandDelegate(theme, self.list))
        self.list.setToolTip(tr("Click a command to run it"))
        self.list.setAccessibleName(tr("Commands that fit"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(self._run)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.list, 1)


def _item(action: QAction) -> QListWidgetItem:
    made = QListWidgetItem(action.text())
    made.setData(ACTION, action)
    made.setToolTip(action.toolTip())
    if not action.isEnabled():
        made.setFlags(made.flags() & ~Qt.ItemFlag.ItemIsEnabled)
        made.setToolTip(tr("Not possible now"))
    return made


def _application() -> QApplication:
    found = QApplication.instance()
    if not isinstance(found, QApplication):
        raise RuntimeError("There is no application.")
    return found
