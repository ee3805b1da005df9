"""The edits of a project as rows of a list: the photo itself first, then each edit."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from nti_desktop.document.state import EditRecord, Project
from nti_desktop.engine.results import ImageArray
from nti_desktop.ui.canvas.pictures import thumbnail
from nti_desktop.ui.caption.draft import describe_changes

SUBTITLE = Qt.ItemDataRole.UserRole
THUMBNAIL_SIDE = 96

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, eq=False)
class Row:
    """A line of the list; `edit_id` None is the photo itself."""

    edit_id: str | None
    title: str
    subtitle: str
    image: ImageArray


class EditsModel(QAbstractListModel):
    """Renders `Project.edits`; thumbnails are made once."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self._thumbnails: dict[int, tuple[ImageArray, QImage]] = {}

    def show_project(self, project: Project) -> None:
        """Take over the rows, if they are others."""
        rows = rows_of(project)
        if [(r.edit_id, r.title) for r in rows] != [
            (r.edit_id, r.title) for r in self.rows
        ] or _images_differ(rows, self.rows):
            self.beginResetModel()
            self.rows = rows
            kept = {id(row.image) for row in rows}
            self._thumbnails = {key: value for key, value in self._thumbnails.items() if key in kept}
            self.endResetModel()

    def row_of(self, edit_id: str | None) -> int:
        """Where an edit stands."""
        return next((n for n, row in enumerate(self.rows) if row.edit_id == edit_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Of the top level."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, subtitle, thumbnail, tooltip."""
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.title
        if role == SUBTITLE:
            return row.subtitle
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.title}\n{row.subtitle}"
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnail(row.image)
        return None

    def _thumbnail(self, image: ImageArray) -> QImage:
        if id(image) not in self._thumbnails:
            self._thumbnails[id(image)] = (image, thumbnail(image, THUMBNAIL_SIDE))
        return self._thumbnails[id(image)][1]


def rows_of(project: Project) -> tuple[Row, ...]:
    """The photo as the model sees it, then the edits, oldest first."""
    inversion = project.inversion or (project.inversions[-1].inversion if project.inversions else None)
    if inversion is None:
        return ()
    original = Row(None, "Original", inversion.caption, inversion.reconstruction)
    return (original, *(_row_of(project, edit) for edit in project.edits))


def _row_of(project: Project, edit: EditRecord) -> Row:
    inversion = project.inversion_of(edit.inversion_id)
    source = inversion.caption if inversion is not None else ""
    title = describe_changes(source, edit.parameters) or "No change"
    return Row(edit.id, title, edit.parameters.caption, edit.result.image)


def _images_differ(new: tuple[Row, ...], old: tuple[Row, ...]) -> bool:
    return any(a.image is not b.image for a, b in zip(new, old, strict=True))
