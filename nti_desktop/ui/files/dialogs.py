"""Questions to the person at the screen, each a coroutine; tests put other answers in their place."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Literal, Protocol

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QGridLayout, QMessageBox, QSizePolicy, QSpacerItem, QWidget

from nti_desktop.ui.look.i18n import noop, tr
from nti_desktop.ui.tasks import Tasks, settle

UnsavedAnswer = Literal["save", "discard", "cancel"]
RunningAnswer = Literal["stop", "stay"]
Then = Literal["close", "open"]  # what is to be done once the jobs have ended
ChangedAnswer = Literal["overwrite", "save_as", "cancel"]

_BOX_WIDTH = 380
_PHOTOS = "*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif *.avif"
_EXPORTS = ("PNG (*.png)", "JPEG (*.jpg *.jpeg)", "WebP (*.webp)", "TIFF (*.tif *.tiff)")

_WHILE_RUNNING: dict[Then, tuple[str, str, str]] = {
    "close": (
        noop("A job is still running. Stop it and close?"),
        noop("{count} jobs are not done yet. Stop them and close?"),
        noop("Stop and close"),
    ),
    "open": (
        noop("A job is still running. Stop it and open the other file?"),
        noop("{count} jobs are not done yet. Stop them and open the other file?"),
        noop("Stop and open"),
    ),
}


class Dialogs(Protocol):
    """What can be asked."""

    async def choose_open(self) -> Path | None:
        """Which photo or project to open."""
        ...

    async def choose_save(self, suggestion: Path) -> Path | None:
        """Where to save the project."""
        ...

    async def choose_export(self, suggestion: Path) -> Path | None:
        """Where to write the edited photo."""
        ...

    async def choose_folder(self, suggestion: Path) -> Path | None:
        """Which folder to write several pictures into."""
        ...

    async def ask_unsaved(self, name: str) -> UnsavedAnswer:
        """What to do with changes that are not saved."""
        ...

    async def ask_running(self, count: int, then: Then) -> RunningAnswer:
        """Whether to close, or to open something else, although so many jobs run or wait."""
        ...

    async def ask_changed(self, name: str) -> ChangedAnswer:
        """What to do when someone else wrote the project's file since it was opened."""
        ...


class NativeDialogs:
    """Asks with the system's dialogs, none of which blocks the event loop."""

    def __init__(self, parent: QWidget, tasks: Tasks) -> None:
        self._parent = parent
        self._tasks = tasks

    async def choose_open(self) -> Path | None:
        """See `Dialogs`."""
        dialog = QFileDialog(self._parent, tr("Open a photo or a project"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                tr("Photos and projects") + f" (*.nti {_PHOTOS})",
                tr("Photos") + f" ({_PHOTOS})",
                tr("Projects") + " (*.nti)",
                tr("All files") + " (*)",
            ]
        )
        return await path_from(dialog, self._tasks)

    async def choose_save(self, suggestion: Path) -> Path | None:
        """See `Dialogs`."""
        dialog = QFileDialog(self._parent, tr("Save the project"))
        return await path_from(_saving(dialog, suggestion, (tr("Projects") + " (*.nti)",)), self._tasks)

    async def choose_export(self, suggestion: Path) -> Path | None:
        """See `Dialogs`."""
        dialog = _saving(QFileDialog(self._parent, tr("Export the edited photo")), suggestion, _EXPORTS)
        chosen = next((f for f in _EXPORTS if f"*{suggestion.suffix.lower()}" in f), _EXPORTS[0])
        dialog.selectNameFilter(chosen)
        return await path_from(dialog, self._tasks)

    async def choose_folder(self, suggestion: Path) -> Path | None:
        """See `Dialogs`."""
        dialog = QFileDialog(self._parent, tr("Export into a folder"), str(suggestion))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return await path_from(dialog, self._tasks)

    async def ask_unsaved(self, name: str) -> UnsavedAnswer:
        """See `Dialogs`."""
        box = self._question(
            tr("Save the changes to “{name}”?").format(name=name),
            tr("The edits made since the last save are lost otherwise."),
        )
        save, discard = QMessageBox.StandardButton.Save, QMessageBox.StandardButton.Discard
        box.setStandardButtons(save | discard | QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(save)
        code = await self._answer_of(box)
        return "save" if code == save.value else "discard" if code == discard.value else "cancel"

    async def ask_running(self, count: int, then: Then) -> RunningAnswer:
        """See `Dialogs`."""
        one, many, does = _WHILE_RUNNING[then]
        question = tr(one) if count == 1 else tr(many).format(count=count)
        kept = tr("What is done of an inversion is kept, to go on later; an edit has to be made again.")
        box = self._question(question, kept)
        stop = box.addButton(tr(does), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(tr("Keep working"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        await self._answer_of(box)
        return "stop" if box.clickedButton() is stop else "stay"

    async def ask_changed(self, name: str) -> ChangedAnswer:
        """See `Dialogs`."""
        box = self._question(
            tr("“{name}” was changed by another program or window.").format(name=name),
            tr("Overwriting it loses what was saved there since you opened it."),
        )
        overwrite = box.addButton(tr("Overwrite"), QMessageBox.ButtonRole.DestructiveRole)
        save_as = box.addButton(tr("Save as…"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(save_as)
        await self._answer_of(box)
        clicked = box.clickedButton()
        return "overwrite" if clicked is overwrite else "save_as" if clicked is save_as else "cancel"

    def _question(self, text: str, explanation: str) -> QMessageBox:
        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(text)
        box.setInformativeText(explanation)
        return box

    async def _answer_of(self, box: QMessageBox) -> int:
        _dress(box)
        answer = self._tasks.future()
        box.finished.connect(partial(settle, answer))
        box.open()
        code: int = await answer
        box.deleteLater()
        return code


def _dress(box: QMessageBox) -> None:
    """The look of the window: no icons on the buttons, and the one that Enter presses stands out."""
    default = box.defaultButton()
    for pressed in box.buttons():
        pressed.setIcon(QIcon())
        pressed.setProperty("look", "primary" if pressed == default else "")
        pressed.style().unpolish(pressed)
        pressed.style().polish(pressed)
    spacer = QSpacerItem(_BOX_WIDTH, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
    grid = box.layout()
    if isinstance(grid, QGridLayout):  # a box with a short question would be too narrow to read well
        grid.addItem(spacer, grid.rowCount(), 0, 1, grid.columnCount())


async def path_from(dialog: QFileDialog, tasks: Tasks) -> Path | None:
    """What is chosen in a dialog, without blocking the event loop; None when it is given up."""
    answer = tasks.future()
    dialog.finished.connect(partial(settle, answer))
    dialog.open()
    accepted = await answer
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if accepted and chosen else None


def _saving(dialog: QFileDialog, suggestion: Path, filters: tuple[str, ...]) -> QFileDialog:
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters(filters)
    dialog.setDefaultSuffix(suggestion.suffix.lstrip("."))
    dialog.setDirectory(str(suggestion.parent))
    dialog.selectFile(suggestion.name)
    return dialog
