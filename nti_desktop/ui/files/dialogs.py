"""Questions to the person at the screen, each a coroutine; tests put other answers in their place."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Literal, Protocol

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from nti_desktop.ui.tasks import Tasks, settle

UnsavedAnswer = Literal["save", "discard", "cancel"]

_PHOTOS = "Photos (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif *.heic)"
_PROJECTS = "Projects (*.nti)"
_OPENABLE = f"Photos and projects (*.nti {_PHOTOS[_PHOTOS.index('(') + 1 :]}"
_EXPORTS = "PNG (*.png);;JPEG (*.jpg);;WebP (*.webp);;TIFF (*.tif)"


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

    async def ask_unsaved(self, name: str) -> UnsavedAnswer:
        """What to do with changes that are not saved."""
        ...


class NativeDialogs:
    """Asks with the system's dialogs, none of which blocks the event loop."""

    def __init__(self, parent: QWidget, tasks: Tasks) -> None:
        self._parent = parent
        self._tasks = tasks

    async def choose_open(self) -> Path | None:
        """See `Dialogs`."""
        dialog = QFileDialog(self._parent, "Open a photo or a project")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_OPENABLE, _PHOTOS, _PROJECTS, "All files (*)"])
        return await self._path_from(dialog)

    async def choose_save(self, suggestion: Path) -> Path | None:
        """See `Dialogs`."""
        dialog = _saving(QFileDialog(self._parent, "Save the project"), suggestion, _PROJECTS)
        return await self._path_from(dialog)

    async def choose_export(self, suggestion: Path) -> Path | None:
        """See `Dialogs`."""
        dialog = _saving(QFileDialog(self._parent, "Export the edited photo"), suggestion, _EXPORTS)
        return await self._path_from(dialog)

    async def ask_unsaved(self, name: str) -> UnsavedAnswer:
        """See `Dialogs`."""
        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(f"Save the changes to “{name}”?")
        box.setInformativeText("The edits made since the last save are lost otherwise.")
        save, discard = QMessageBox.StandardButton.Save, QMessageBox.StandardButton.Discard
        box.setStandardButtons(save | discard | QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(save)
        answer = self._tasks.future()
        box.finished.connect(partial(settle, answer))
        box.open()
        code = await answer
        box.deleteLater()
        return "save" if code == save.value else "discard" if code == discard.value else "cancel"

    async def _path_from(self, dialog: QFileDialog) -> Path | None:
        answer = self._tasks.future()
        dialog.finished.connect(partial(settle, answer))
        dialog.open()
        accepted = await answer
        chosen = dialog.selectedFiles()
        dialog.deleteLater()
        return Path(chosen[0]) if accepted and chosen else None


def _saving(dialog: QFileDialog, suggestion: Path, filters: str) -> QFileDialog:
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters(filters.split(";;"))
    dialog.setDefaultSuffix(suggestion.suffix.lstrip("."))
    dialog.setDirectory(str(suggestion.parent))
    dialog.selectFile(suggestion.name)
    return dialog
