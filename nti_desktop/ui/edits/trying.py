"""Makes variations as one job, shows them as they come, and keeps what is chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSignalBlocker, Signal, Slot

from nti_desktop.document.state import EditMasks, EditRecord
from nti_desktop.engine.requests import EditParameters, EditRequest
from nti_desktop.engine.results import EditResult, ImageArray
from nti_desktop.errors import UserError
from nti_desktop.ui.caption.draft import Chip, chips_of
from nti_desktop.ui.edits.floating import Floating, all_over
from nti_desktop.ui.edits.grid import TRIAL, Grid
from nti_desktop.ui.edits.variations import Kind, variations_of
from nti_desktop.ui.edits.variations_page import VariationsPage
from nti_desktop.ui.look.i18n import said, tr
from nti_desktop.ui.session import Session
from nti_desktop.ui.window import MainWindow

_Draft = tuple[EditParameters | None, EditMasks | None]


class VariationCommands(QObject):
    """Connects the page of variations with the jobs and the document.

    Signals:
        turned: the page is shown, or no longer.
    """

    turned = Signal()

    def __init__(self, session: Session, window: MainWindow) -> None:
        super().__init__()
        self._session = session
        self._window = window
        self._grid: Grid | None = None
        self._given_up: set[EditRequest] = set()  # of grids that are gone, until their jobs have ended
        self._before: _Draft = (None, None)  # that which was left for the variation that is seen large
        self.page = VariationsPage(window.theme)
        self._place = Floating(self.page, window.canvas, all_over)
        self.page.form.wanted.connect(self._make)
        self.page.form.stopped.connect(self._stop)
        self.page.opened.connect(self._open)
        self.page.kept.connect(self._keep)
        self.page.closed.connect(self._close)
        session.changed.connect(self._follow)
        session.jobs.changed.connect(self._show_progress)
        session.jobs.previewed.connect(self._previewed)
        session.jobs.edited.connect(self._edited)

    @property
    def has_results(self) -> bool:
        """Whether there is something to go back to."""
        return self._grid is not None and bool(self._grid.results)

    @Slot()
    def begin(self) -> None:
        """Show the page, ready for values to be typed."""
        if self._session.document.project.inversion is not None:
            self.show_grid()
            self.page.form.values.setFocus()
            self.page.form.values.selectAll()

    @Slot()
    def show_grid(self) -> None:
        """Show the page as it was left."""
        self._return()
        self._session.set_trial(None)
        self.page.show()
        self.page.raise_()
        self.page.setFocus()
        self._follow()
        self.turned.emit()

    @Slot()
    def hide(self) -> None:
        """Show the photo again; the variations stay."""
        if self.page.isVisible():
            if self.page.isAncestorOf(self._window.focusWidget()):
                self._window.canvas.setFocus()
            self.page.hide()
            self.turned.emit()

    @Slot()
    def _close(self) -> None:
        self.hide()
        self._window.canvas.setFocus()

    @Slot()
    def _follow(self) -> None:
        """The document changed: other words to choose from, another photo, others kept."""
        project = self._session.document.project
        grid, inversion = self._grid, project.inversion
        if grid is not None and project.inversion_of(grid.inversion_id) is None:
            self._forget()
        if inversion is None:
            self.page.hide()
        elif self.page.isVisible():
            self.page.form.show_words(chips_of(inversion.caption, self._session.draft))
            self._show_kept()

    def _show_kept(self) -> None:
        kept = [edit.result.image for edit in self._session.document.project.edits]
        for place, result in (self._grid.results if self._grid is not None else {}).items():
            self.page.area.tiles[place].show_kept(any(image is result.image for image in kept))

    def _forget(self) -> None:
        """Give the grid up; what its job still makes goes nowhere."""
        grid, self._grid = self._grid, None
        if grid is not None:
            self._given_up.update(grid.requests)
            if grid.number:
                self._session.jobs.cancel(grid.number)
        self.page.show_values(())
        self._let_go()

    def _let_go(self) -> None:
        """Claims end with the jobs."""
        ended = self._given_up.difference(self._session.jobs.requests)
        self._session.claimed -= ended
        self._given_up -= ended

    @Slot(object, object, str)
    def _make(self, kind: Kind, chip: Chip | None, typed: str) -> None:
        try:
            variations = variations_of(self._session.draft, kind, chip, typed)
        except UserError as error:
            self.page.show_hint(said(error))
            return
        requests = tuple(filter(None, (self._session.edit_request(v.parameters) for v in variations)))
        project = self._session.document.project
        if len(requests) == len(variations) and project.active_inversion is not None:
            self._forget()
            self.page.show_hint("")
            self.page.show_values(tuple(v.label for v in variations))
            weighed = chip.text if chip is not None and kind.key == "weight" else ""
            grid = Grid(kind, variations, requests, project.active_inversion, project.draft_masks, weighed)
            self._queue(grid)

    def _queue(self, grid: Grid) -> None:
        self._grid = grid
        self._session.claimed.update(grid.requests)
        label = tr("{count} variations").format(count=len(grid.requests))
        grid.number = self._session.jobs.add(grid.requests, label)
        self._show_progress()

    @Slot()
    def _stop(self) -> None:
        if self._grid is not None:
            self._session.jobs.cancel(self._grid.number)

    @Slot()
    def _show_progress(self) -> None:
        """Which of them is being made, and whether there will be more."""
        self._let_go()
        grid, jobs = self._grid, self._session.jobs
        current = jobs.current
        running = grid is not None and current is not None and current.number == grid.number
        waiting = grid is not None and any(job.number == grid.number for job in jobs.waiting)
        self.page.form.show_busy(running or waiting)
        for place, tile in enumerate(self.page.area.tiles):
            if grid is None or place in grid.results:
                continue
            if running and current is not None and place == current.part:
                if not tile.has_picture:
                    tile.show_state(tr("being made…"))
            elif not running and not waiting and grid.number:
                tile.show_state(tr("not made"))

    @Slot(object)
    def _previewed(self, image: ImageArray) -> None:
        grid, current = self._grid, self._session.jobs.current
        if grid is not None and current is not None and current.number == grid.number:
            self.page.area.tiles[current.part].show_preview(image)

    @Slot(object, object)
    def _edited(self, request: EditRequest, result: EditResult) -> None:
        grid = self._grid
        if grid is not None and request in grid.requests:
            place = grid.requests.index(request)
            grid.results[place] = result
            self.page.area.tiles[place].show_result(result.image)
            self._show_progress()

    @Slot(int)
    def _open(self, place: int) -> None:
        """See one large: as a trial on the photo, with its own words and numbers."""
        if self._grid is not None:
            self._close()
            self._turn_to(self._grid.record(place))

    def _turn_to(self, made: EditRecord) -> None:
        document = self._session.document
        if document.project.active_inversion != made.inversion_id:
            document.select_inversion(made.inversion_id)
        self._before = (document.project.draft, document.project.draft_masks)
        with QSignalBlocker(self._session):  # the words and the picture turn together
            document.go_on_with(made.parameters, made.masks)
        self._session.set_trial(made)

    def _return(self) -> None:
        """Back to the words of before, unless someone went on with those of the variation."""
        trial = self._session.trial
        if trial is not None and trial.id == TRIAL and self._session.is_draft(trial):
            self._session.document.go_on_with(*self._before)

    @Slot(int)
    def _keep(self, place: int) -> None:
        if self._grid is not None:
            made = self._grid.record(place)
            self._session.document.add_edit(
                made.parameters, made.result, made.inversion_id, made.stacked, made.masks
            )
