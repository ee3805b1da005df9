"""One model of the list: what it is, whether it is in use, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import button, label
from nti_desktop.ui.models.computer import Computer
from nti_desktop.ui.models.known import KnownModel
from nti_desktop.ui.models.wording import about_model, whether_it_fits


class ModelCard(QFrame):
    """Signals: `used` (name); `removed` (name, whether its files go too)."""

    used = Signal(str)
    removed = Signal(str, bool)

    def __init__(self, model: KnownModel, computer: Computer, in_use: bool) -> None:
        super().__init__()
        self.model = model
        self.setProperty("look", "card")
        name = model.name
        self.use = button(tr("Use"), tip=tr("Edit with {name} from now on").format(name=name))
        self.use.setAccessibleName(tr("Use {name}").format(name=name))
        self.remove = button(tr("Remove…"), "quiet", tr("Take {name} off the list").format(name=name))
        self.remove.setAccessibleName(tr("Remove {name}").format(name=name))
        self._question = self._ask_about_files()
        self._question.hide()
        self._arrange(computer, in_use)
        self.use.clicked.connect(self._use)
        self.remove.clicked.connect(self._ask)

    def _arrange(self, computer: Computer, in_use: bool) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(label(_title(self.model), "strong"))
        for text in (about_model(self.model), whether_it_fits(self.model, computer)):
            if text:
                line = label(text, "small", wrap=True)
                line.setMinimumWidth(320)
                words.addWidget(line)
        row.addLayout(words, 1)
        said = label(tr("In use"), "notice")
        for part in (said, self.use, self.remove):
            row.addWidget(part)
        said.setHidden(not in_use)
        self.use.setHidden(in_use or self.model.description is None)
        self.remove.setHidden(self.model.bundled)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 16, 14)
        column.addLayout(row)
        column.addWidget(self._question)

    def _ask_about_files(self) -> QWidget:
        """What to do with the files, in the card itself."""
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 8, 0, 0)
        if self.model.downloaded:
            text = tr("Its files were downloaded by the app. Keep them for another time?")
        else:
            text = tr("It is taken off the list; its files stay where they are.")
        row.addWidget(label(text, "small", wrap=True), 1)
        self.keep = button(tr("Never mind"), "quiet", tr("Leave the model on the list"))
        self.forget = button(tr("Take off the list"), tip=tr("The files stay where they are"))
        self.delete = button(
            tr("Delete the files"), "danger", tr("Frees the disk; it can be downloaded again")
        )
        for part in (self.keep, self.forget, self.delete):
            row.addWidget(part)
        self.delete.setVisible(self.model.downloaded)
        self.keep.clicked.connect(made.hide)
        self.forget.clicked.connect(self._forget)
        self.delete.clicked.connect(self._delete)
        return made

    @Slot()
    def _use(self) -> None:
        self.used.emit(self.model.name)

    @Slot()
    def _ask(self) -> None:
        self._question.show()
        self.keep.setFocus()

    @Slot()
    def _forget(self) -> None:
        self.removed.emit(self.model.name, False)

    @Slot()
    def _delete(self) -> None:
        self.removed.emit(self.model.name, True)


def _title(model: KnownModel) -> str:
    return tr("{name} (comes with the app)").format(name=model.name) if model.bundled else model.name
