"""The page of models: what this computer can do, the models there are, and getting more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import button, label
from nti_desktop.ui.look.theme import Theme
from nti_desktop.ui.models.computer import Computer
from nti_desktop.ui.models.download_form import DownloadForm
from nti_desktop.ui.models.fetching import Fetching
from nti_desktop.ui.models.known import KnownModel
from nti_desktop.ui.models.model_card import ModelCard
from nti_desktop.ui.models.wording import about_computer
from nti_desktop.ui.pages.sheet import Sheet, section


class ModelsPage(Sheet):
    """Signals: `opened`; `used` (name); `removed` (name, files too); `dropped` (Path of a folder or file)."""

    opened = Signal()
    used = Signal(str)
    removed = Signal(str, bool)
    dropped = Signal(object)

    def __init__(self, theme: Theme, fetching: Fetching) -> None:
        super().__init__(tr("Models"), theme)
        self.setAcceptDrops(True)
        self.cards: list[ModelCard] = []
        self.computer = label(tr("Looking at this computer…"), "muted", wrap=True)
        self.effect = label("", "small", wrap=True)
        self.add_folder = button(
            tr("Add a folder…"), tip=tr("A model in the layout of diffusers, with its model_index.json")
        )
        self.add_file = button(tr("Add a file…"), tip=tr("A .safetensors checkpoint of Stable Diffusion"))
        self.download = DownloadForm(fetching)
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self.content.addWidget(self.computer)
        self.content.addLayout(self._list)
        self.content.addWidget(self.effect)
        self.fill(self._forms())

    def showEvent(self, event: QShowEvent) -> None:
        """What is on the disk may be another since it was seen last."""
        super().showEvent(event)
        if not event.spontaneous():
            self.opened.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what may be a model; photos go on to the window."""
        if _model_in(event.mimeData()) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over what was dropped."""
        event.acceptProposedAction()
        self.dropped.emit(_model_in(event.mimeData()))

    def show_models(self, models: tuple[KnownModel, ...], computer: Computer, in_use: str) -> None:
        """Render the list anew."""
        self.computer.setText(about_computer(computer))
        for old in self.cards:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = [ModelCard(model, computer, model.name == in_use) for model in models]
        for card in self.cards:
            card.used.connect(self.used)
            card.removed.connect(self.removed)
            self._list.addWidget(card)

    def show_effect(self, sentence: str) -> None:
        """Say what choosing another model means now."""
        self.effect.setText(sentence)

    def _forms(self) -> Iterator[None]:
        card, column = section(tr("Add a model"))
        self.content.addWidget(card)
        plain = tr("Plain Stable Diffusion 1.x, 2.x and XL models can be used, as safetensors.")
        column.addWidget(label(plain, "small", wrap=True))
        yield
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add_folder)
        row.addWidget(self.add_file)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(label(tr("Or download one"), "strong"))
        yield
        column.addWidget(self.download)


def _model_in(mime: QMimeData) -> Path | None:
    """The folder or .safetensors file among what is dragged."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return next((path for path in paths if path.is_dir() or path.suffix == ".safetensors"), None)
