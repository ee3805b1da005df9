"""Which model on the disk to add: questions to the person, each a coroutine."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.tasks import Tasks, settle


class Places(Protocol):
    """What can be asked."""

    async def choose_folder(self) -> Path | None:
        """Which folder holds a model."""
        ...

    async def choose_checkpoint(self) -> Path | None:
        """Which file is one."""
        ...


class NativePlaces:
    """Asks with the system's dialogs, none of which blocks the event loop."""

    def __init__(self, parent: QWidget, tasks: Tasks) -> None:
        self._parent = parent
        self._tasks = tasks

    async def choose_folder(self) -> Path | None:
        """See `Places`."""
        dialog = QFileDialog(self._parent, tr("Choose the folder of a model"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return await self._path_from(dialog)

    async def choose_checkpoint(self) -> Path | None:
        """See `Places`."""
        dialog = QFileDialog(self._parent, tr("Choose the file of a model"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Models (*.safetensors)")])
        return await self._path_from(dialog)

    async def _path_from(self, dialog: QFileDialog) -> Path | None:
        answer = self._tasks.future()
        dialog.finished.connect(partial(settle, answer))
        dialog.open()
        accepted = await answer
        chosen = dialog.selectedFiles()
        dialog.deleteLater()
        return Path(chosen[0]) if accepted and chosen else None
