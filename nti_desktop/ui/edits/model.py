"""The edits of a project as rows of a list: the photo itself first, then each edit."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QImage

from nti_desktop.document.state import EditRecord, Project
from nti_desktop.engine.results import ImageArray
from nti_desktop.ui.canvas.pictures import thumbnail
from nti_desktop.ui.edits.rows import Row, Seen, row_of, spoken, tip
from nti_desktop.ui.look.i18n import tr

THUMBNAIL_SIDE = 96
MOST_THUMBNAILS = 200

_Index = QModelIndex | QPersistentModelIndex


class EditsModel(QAbstractListModel):
    """Renders `Project.edits`; of the pictures it holds small copies only, and not too many.

    Signals:
        renamed: (edit id, name) as typed.
    """

    renamed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self._shown: str | None = None
        self._images: tuple[ImageArray, ...] = ()
        self._thumbnails: dict[int, tuple[ImageArray, QImage]] = {}

    def show_project(self, project: Project, starred_only: bool = False) -> None:
        """Take over the rows, if they are others."""
        self._shown = project.current_edit
        shown = [e for e in project.edits if e.starred or not starred_only]
        rows = self._rows_of(project, shown)
        images = (_original(project), *(e.result.image for e in shown))[: len(rows)]
        same_images = len(images) == len(self._images) and all(
            new is old for new, old in zip(images, self._images, strict=True)
        )
        if rows == self.rows and same_images:
            return
        same_places = same_images and [r.edit_id for r in rows] == [r.edit_id for r in self.rows]
        if same_places:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        kept = tuple(image for image in images if image is not None)
        if self._only_adds(rows, kept):
            self._add(rows, kept)
            return
        self.beginResetModel()
        self.rows, self._images = rows, kept
        self._forget_but(self._images)
        self.endResetModel()

    def _only_adds(self, rows: tuple[Row, ...], images: tuple[ImageArray, ...]) -> bool:
        """Whether all that is there stays in its place, with rows more behind it."""
        old = len(self.rows)
        same = all(new is was for new, was in zip(images, self._images, strict=False))
        return (
            0 < old < len(rows) and same and [r.edit_id for r in rows[:old]] == [r.edit_id for r in self.rows]
        )

    def _add(self, rows: tuple[Row, ...], images: tuple[ImageArray, ...]) -> None:
        """So that a name that is being typed in the list stays open."""
        before = self.rows
        self.beginInsertRows(QModelIndex(), len(before), len(rows) - 1)
        self.rows, self._images = rows, images
        self.endInsertRows()
        for place, (new, was) in enumerate(zip(rows, before, strict=False)):
            if new != was:
                self.dataChanged.emit(self.index(place), self.index(place))

    def row_of(self, edit_id: str | None) -> int:
        """Where an edit stands."""
        return next((n for n, row in enumerate(self.rows) if row.edit_id == edit_id), -1)

    def seen(self, place: int) -> Seen:
        """All that is drawn of a row; not by roles, since a list asks for every row on any change."""
        row, made = self.rows[place], self._thumbnails.get(id(self._images[place]))
        return Seen(row, row.edit_id == self._shown, 0 if made is None else made[1].cacheKey())

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Of the top level."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Edits can be named; the photo itself can not."""
        flags = super().flags(index)
        named = index.isValid() and self.rows[index.row()].edit_id is not None
        return flags | Qt.ItemFlag.ItemIsEditable if named else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, thumbnail, tooltip, what a screen reader says; what is edited is the name."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DecorationRole:
            return self._thumbnail(self._images[index.row()])
        if role == Qt.ItemDataRole.EditRole:
            return row.name or row.title
        says = _SAYS.get(role)
        return None if says is None else says(row)

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A name was typed; the one that the list made up by itself is none."""
        row = self.rows[index.row()]
        name = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or row.edit_id is None or name == (row.name or row.title):
            return False
        self.renamed.emit(row.edit_id, name)
        return True

    def _rows_of(self, project: Project, edits: list[EditRecord]) -> tuple[Row, ...]:
        """The photo as the model sees it, then the edits, oldest first."""
        inversion = project.inversion or (project.inversions[-1].inversion if project.inversions else None)
        if inversion is None:
            return ()
        original = Row(None, tr("Original"), inversion.caption)
        return (original, *(row_of(project, edit) for edit in edits))

    def _thumbnail(self, image: ImageArray) -> QImage:
        if id(image) not in self._thumbnails:
            while len(self._thumbnails) >= MOST_THUMBNAILS:
                del self._thumbnails[next(iter(self._thumbnails))]
            self._thumbnails[id(image)] = (image, thumbnail(image, THUMBNAIL_SIDE))
        return self._thumbnails[id(image)][1]

    def _forget_but(self, images: tuple[ImageArray, ...]) -> None:
        kept = {id(image) for image in images}
        self._thumbnails = {key: value for key, value in self._thumbnails.items() if key in kept}


def _original(project: Project) -> ImageArray | None:
    inversion = project.inversion or (project.inversions[-1].inversion if project.inversions else None)
    return None if inversion is None else inversion.reconstruction


_SAYS: dict[int, Callable[[Row], object]] = {
    Qt.ItemDataRole.DisplayRole: attrgetter("title"),
    Qt.ItemDataRole.AccessibleTextRole: spoken,
    Qt.ItemDataRole.ToolTipRole: tip,
}
