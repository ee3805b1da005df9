"""The card of a file that was opened lately."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolButton

from nti_desktop.ui.files.cards import PictureCard
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.icons import icon
from nti_desktop.ui.look.theme import Theme

RECENT_SIZE = (188, 124)


@dataclass(frozen=True)
class RecentFile:
    """A file that was opened lately; `there` is whether it still exists."""

    path: Path
    there: bool


class RecentButton(PictureCard):
    """A file opened lately, greyed when it is gone.

    Signals:
        forgotten: (path) it is to go from the list.
    """

    forgotten = Signal(object)

    def __init__(self, file: RecentFile, theme: Theme) -> None:
        super().__init__(RECENT_SIZE, theme, _lines_of(file))
        self.file = file
        self.greyed = not file.there
        self.forget = QToolButton(self)
        self.forget.setToolTip(tr("Remove from this list; the file stays (Delete)"))
        self.forget.setAccessibleName(tr("Remove {name} from the list").format(name=file.path.name))
        self.forget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.forget.setProperty("look", "floating")
        self.forget.clicked.connect(self._forget)
        self.forget.setVisible(self.greyed)
        self.setToolTip(str(file.path) if file.there else tr("{path} is gone").format(path=file.path))
        opens = tr("Open {name}") if file.there else tr("{name}, which is gone")
        self.setAccessibleName(opens.format(name=file.path.name))
        theme.changed.connect(self._dress)
        self._dress()

    def event(self, event: QEvent) -> bool:
        """The small button comes with the mouse or the keyboard."""
        if event.type() in (
            QEvent.Type.HoverEnter,
            QEvent.Type.HoverLeave,
            QEvent.Type.FocusIn,
            QEvent.Type.FocusOut,
        ):
            entered = event.type() in (QEvent.Type.HoverEnter, QEvent.Type.FocusIn)
            self.forget.setVisible(entered or self.greyed or self.hasFocus() or self.underMouse())
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes it off the list, Enter opens it."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._forget()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opening = menu.addAction(tr("Open"))
        opening.setEnabled(self.file.there)
        opening.triggered.connect(self.click)
        menu.addAction(tr("Remove from this list")).triggered.connect(self._forget)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the small button in the corner."""
        super().resizeEvent(event)
        self.forget.setGeometry(RECENT_SIZE[0] - 34, 8, 26, 26)

    def _forget(self) -> None:
        self.forgotten.emit(self.file.path)

    def _dress(self) -> None:
        self.forget.setIcon(icon("close", self.theme.colours, 14))


def _lines_of(file: RecentFile) -> tuple[str, str]:
    kind = tr("Project") if file.path.suffix.lower() == ".nti" else tr("Photo")
    folder = file.path.parent.name or str(file.path.parent)
    where = tr("{kind} in {folder}").format(kind=kind, folder=folder)
    return file.path.name, where if file.there else tr("No longer there")
