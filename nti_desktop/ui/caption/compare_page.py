"""All captions of a photo side by side: what comes back, how closely, and where each word is."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from nti_desktop.diffusion.prompts import relates, same_word, words_of
from nti_desktop.document.state import InversionRecord
from nti_desktop.ui.caption.compare_cells import (
    LossCurve,
    PictureCell,
    cell_size,
    map_of,
    not_named,
    places_of,
    powers_of,
    reconstruction_of,
)
from nti_desktop.ui.jobs.wording import METHOD_NAMES, closeness_found
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.look.parts import button, label
from nti_desktop.ui.look.theme import Theme
from nti_desktop.ui.look.wide_area import WideArea
from nti_desktop.ui.pages.sheet import Sheet
from nti_desktop.ui.session import Session

_WIDEST = 1600
_NAME_WIDTH = 100
_GAP = 20
_LEAST_SIDE, _MOST_SIDE = 130, 220


class ComparePage(Sheet):
    """A column for each inversion, a row for each word of any caption.

    Signals:
        chosen, remove_wanted: (id of an inversion).

    Attributes:
        cells: pictures by (id of an inversion, word); the word is "" for the reconstruction.
    """

    chosen = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(tr("Captions side by side"), theme, _WIDEST)
        self._session = session
        self._shown: object = None
        self._side = _MOST_SIDE
        self.cells: dict[tuple[str, str], PictureCell] = {}
        explanation = tr(
            "What a caption does not name cannot be edited on its own; see where each word is found."
        )
        self.content.addWidget(label(explanation, "muted", wrap=True))
        self.small_words = QCheckBox(tr("Small words too"))
        self.small_words.setAccessibleName(self.small_words.text())
        self.small_words.setToolTip(tr("Also show where words such as “a”, “on” and “with” look"))
        self.small_words.toggled.connect(self.refresh)
        self.content.addWidget(self.small_words)
        self._area = WideArea()
        self._area.setAccessibleName(tr("Captions of this photo"))
        self.content.addWidget(self._area)
        session.changed.connect(self.refresh)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was out of sight."""
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other columns fit another width."""
        super().resizeEvent(event)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Render the project's inversions, if others are to be seen."""
        project = self._session.document.project
        self._side = self._fitting_side(len(project.inversions))
        wanted = (project.inversions, project.active_inversion, self.small_words.isChecked(), self._side)
        if not self.isVisible() or wanted == self._shown:
            return
        self._shown = wanted
        self.cells = {}
        self.fill(self._parts(project.inversions, project.active_inversion))

    def _fitting_side(self, columns: int) -> int:
        """How wide columns may be without scrolling."""
        room = min(self.width(), _WIDEST) - _NAME_WIDTH - 60
        return max(_LEAST_SIDE, min(room // max(columns, 1) - _GAP, _MOST_SIDE))

    def words(self) -> tuple[str, ...]:
        """The words of all captions, each once, in the order in which they first come."""
        captions = (record.inversion.caption for record in self._session.document.project.inversions)
        found = (word for caption in captions for word in words_of(caption))
        small = self.small_words.isChecked()
        return tuple(dict.fromkeys(same_word(word.text) for word in found if small or not relates(word)))

    def _parts(self, records: tuple[InversionRecord, ...], active: str | None) -> Iterator[None]:
        """The table; the pictures come into it when it is whole."""
        table = QWidget()
        grid = QGridLayout(table)
        self._area.setWidget(table)
        yield from self._cells(grid, records, active)
        self._session.tasks.start(self._draw(self._shown, records))

    async def _draw(self, wanted: object, records: tuple[InversionRecord, ...]) -> None:
        """Make the pictures in a thread, one after the other, until others are wanted."""
        ratio = self.devicePixelRatioF()
        by_id = {record.id: record.inversion for record in records}
        for (inversion_id, word), cell in tuple(self.cells.items()):
            inversion = by_id[inversion_id]
            image: QImage
            if word:
                places = places_of(inversion, word)
                image = await self._session.tasks.in_thread(map_of, inversion, places, self._side, ratio)
            else:
                image = await self._session.tasks.in_thread(reconstruction_of, inversion, self._side, ratio)
            if wanted is not self._shown:
                return
            cell.show_image(image)

    def _cells(
        self, grid: QGridLayout, records: tuple[InversionRecord, ...], active: str | None
    ) -> Iterator[None]:
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(10)
        grid.setColumnMinimumWidth(0, _NAME_WIDTH)
        grid.setColumnStretch(len(records) + 1, 1)
        for row, name in enumerate(("", tr("Reconstruction"), tr("Closeness"), tr("Loss"), "")):
            grid.addWidget(label(name, "section"), row, 0, Qt.AlignmentFlag.AlignTop)
        powers = [p for record in records for p in powers_of(record.inversion.report.loss_per_timestep)]
        span = (min(powers), max(powers)) if powers else (0.0, 1.0)
        for column, record in enumerate(records, 1):
            self._add_column(grid, column, record, record.id == active, span)
            yield
        for row, word in enumerate(self.words(), 5):
            name = tr("“{word}”").format(word=word)
            grid.addWidget(label(name, "strong"), row, 0, Qt.AlignmentFlag.AlignTop)
            for column, record in enumerate(records, 1):
                grid.addWidget(self._word_cell(record, word), row, column, Qt.AlignmentFlag.AlignTop)
            yield

    def _add_column(
        self, grid: QGridLayout, column: int, record: InversionRecord, active: bool, span: tuple[float, float]
    ) -> None:
        inversion, report = record.inversion, record.inversion.report
        caption = label(inversion.caption, "strong", wrap=True)
        caption.setFixedWidth(self._side)
        picture = PictureCell(
            cell_size(inversion, self._side), tr("What the photo becomes with this caption")
        )
        self.cells[record.id, ""] = picture
        done = tr("{method}, {steps} steps").format(
            method=tr(METHOD_NAMES.get(inversion.method, inversion.method)), steps=len(inversion.timesteps)
        )
        figures = f"{closeness_found(report)}\n{done}"
        closeness = label(figures, "small", wrap=True)
        closeness.setFixedWidth(self._side)
        curve = LossCurve(report.loss_per_timestep, *span, self._side, self._theme)
        top = Qt.AlignmentFlag.AlignTop
        for row, widget in enumerate((caption, picture, closeness, curve)):
            grid.addWidget(widget, row, column, top)
        grid.addLayout(self._choices(record, active), 4, column)

    def _choices(self, record: InversionRecord, active: bool) -> QHBoxLayout:
        use = button(tr("In use") if active else tr("Use"), tip=tr("Go on with this caption"))
        use.setEnabled(not active)
        use.clicked.connect(lambda: self.chosen.emit(record.id))
        remove = button(tr("Remove"), "quiet", tr("Drop this caption and its edits; undo brings them back"))
        remove.clicked.connect(lambda: self.remove_wanted.emit(record.id))
        row = QHBoxLayout()
        row.addWidget(use)
        row.addWidget(remove)
        row.addStretch(1)
        return row

    def _word_cell(self, record: InversionRecord, word: str) -> QWidget:
        inversion = record.inversion
        if not places_of(inversion, word):
            return not_named(cell_size(inversion, self._side))
        said = tr("Where “{word}” is, with “{caption}”").format(word=word, caption=inversion.caption)
        cell = PictureCell(cell_size(inversion, self._side), said)
        self.cells[record.id, word] = cell
        return cell
