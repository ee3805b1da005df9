"""The edits made so far: the list, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from nti_desktop.document.state import Project
from nti_desktop.ui.edits.delegate import EditDelegate
from nti_desktop.ui.edits.edits_list import EditsList
from nti_desktop.ui.edits.model import EditsModel
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import label
from nti_desktop.ui.look.theme import Theme

_LEAST_HEIGHT = 128  # two edits, and a bit of the next
_WITH_WORDS = "live"


class EditsPanel(QWidget):
    """Renders the history; shows, stars and names at once, other things are done by actions.

    Signals:
        selected: (edit id, or None for the photo) to be shown.
        starred: (edit id, whether).
        renamed: (edit id, name).
        selection_changed: other rows are selected.
    """

    selected = Signal(object)
    starred = Signal(str, bool)
    renamed = Signal(str, str)
    selection_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = EditsModel()
        self.list = EditsList(self.model)
        self.list.setItemDelegate(EditDelegate(theme, self.model, self.list))
        self.list.setAccessibleName(tr("Edits"))
        self.list.setToolTip(
            tr("Click an edit to see it and to go on from it; select two with Ctrl to compare")
        )
        self.list.setMinimumHeight(_LEAST_HEIGHT)
        self.buttons: dict[str, QToolButton] = {}
        self.hint = label("", "small", wrap=True)
        self._head = QHBoxLayout()
        self._project = Project()
        self._starred_only = False
        self._connect()
        self._arrange()

    @property
    def selected_ids(self) -> tuple[str | None, ...]:
        """Of the selected rows, from the top; None is the photo itself."""
        return self.list.selected_ids

    def add_actions(self, in_head: dict[str, QAction], in_menu: tuple[QAction, ...]) -> None:
        """Offer actions as buttons above the list, and others in its menu."""
        for name, action in in_head.items():
            made = QToolButton()
            made.setDefaultAction(action)
            made.setIconSize(QSize(18, 18))
            style = Qt.ToolButtonStyle
            made.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if name == _WITH_WORDS else style.ToolButtonIconOnly
            )
            made.setAccessibleName(action.text())
            self.buttons[name] = made
            self._head.addWidget(made)
        self.list.addActions(list(in_menu))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_project(self, project: Project) -> None:
        """Render the edits and which one is shown."""
        self._project = project
        selected = set(self.selected_ids)
        self.model.show_project(project, self._starred_only)
        if set(self.selected_ids) != selected:
            self._select_again(selected)
        row = self.model.row_of(project.current_edit)
        if self.list.is_naming:
            pass  # another row would end the typing; `_named` comes back to it
        elif row >= 0:
            self.list.show_current(row)
        else:
            self.list.clearSelection()
        self.list.viewport().update()
        self._show_hint(project)

    @Slot(bool)
    def show_starred_only(self, only: bool) -> None:
        """Leave out what has no star."""
        self._starred_only = only
        self.show_project(self._project)

    def begin_renaming(self) -> None:
        """Let the person type a name in the list."""
        index = self.model.index(max(self.model.row_of(self._project.current_edit), 0))
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.list.setFocus()
            self.list.edit(index)

    def _select_again(self, ids: set[str | None]) -> None:
        """After the rows were made anew."""
        if len(ids) > 1:
            for n, row in enumerate(self.model.rows):
                if row.edit_id in ids:
                    flag = self.list.selectionModel().SelectionFlag.Select
                    self.list.selectionModel().select(self.model.index(n), flag)

    def _show_hint(self, project: Project) -> None:
        if not project.edits:
            self.hint.setText(tr("Change a word and press Apply: every edit is kept here."))
        elif self._starred_only and self.model.rowCount() == 1:
            self.hint.setText(tr("No edit has a star yet; point at one and click its star."))
        else:
            self.hint.setText("")
        self.hint.setVisible(bool(self.hint.text()))

    @Slot()
    def _named(self) -> None:
        self.show_project(self._project)

    @Slot(int)
    def _choose(self, row: int) -> None:
        self.selected.emit(self.model.rows[row].edit_id)

    @Slot(int)
    def _star(self, row: int) -> None:
        edit = self.model.rows[row]
        if edit.edit_id is not None:
            self.starred.emit(edit.edit_id, not edit.starred)

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.star_clicked.connect(self._star)
        self.list.selection_changed.connect(self.selection_changed)
        self.model.renamed.connect(self.renamed)
        self.list.itemDelegate().closeEditor.connect(self._named, Qt.ConnectionType.QueuedConnection)

    def _arrange(self) -> None:
        self._head.setSpacing(2)
        self._head.addWidget(label(tr("Edits"), "section"))
        self._head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._head)
        layout.addWidget(self.hint)
        layout.addWidget(self.list, 1)
