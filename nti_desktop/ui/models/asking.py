"""Which model on the disk to add: questions to the person, each a coroutine."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from nti_desktop.ui.files.dialogs import path_from
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.tasks import Tasks


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
        return await path_from(dialog, self._tasks)

    async def choose_checkpoint(self) -> Path | None:
        """See `Places`."""
        dialog = QFileDialog(self._parent, tr("Choose the file of a model"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Models (*.safetensors)")])
        return await path_from(dialog, self._tasks)
