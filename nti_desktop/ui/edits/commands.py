"""What the edits' parts do: show, name, star, copy, delete, compare, adjust, try, keep."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from nti_desktop.document.state import EditRecord
from nti_desktop.engine.requests import EditParameters
from nti_desktop.ui.canvas.presenter import CanvasPresenter
from nti_desktop.ui.edits.adjustments import reset
from nti_desktop.ui.edits.floating import Floating, over_the_photo
from nti_desktop.ui.edits.live import LiveEdits
from nti_desktop.ui.edits.rows import changes_of, title_of
from nti_desktop.ui.edits.trial_pill import TrialPill
from nti_desktop.ui.edits.trying import VariationCommands
from nti_desktop.ui.look.i18n import tr
from nti_desktop.ui.session import Session
from nti_desktop.ui.window import MainWindow

_IN_HEAD = ("live", "variations", "edit_compare", "edits_starred")
_IN_MENU = ("edit_rename", "edit_duplicate", "edit_star", "edit_compare", "edit_delete")


class EditCommands(QObject):
    """Connects the list of edits, the adjustments and the trials with the document."""

    def __init__(self, session: Session, window: MainWindow, presenter: CanvasPresenter) -> None:
        super().__init__()
        self._session = session
        self._window = window
        self._presenter = presenter
        self._deleted: tuple[set[str], str] = (set(), "")  # ids, and what was said
        self._panel, self._adjust = window.side.edits, window.side.adjust
        self.live = LiveEdits(session)
        self.variations = VariationCommands(session, window)
        self.pill = TrialPill(window.theme)
        self._place = Floating(self.pill, window.canvas, partial(over_the_photo, window.canvas))
        window.canvas.zoomed.connect(self._place.follow)
        self._connect_panel()
        self._connect_trial()
        self._connect_actions()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """Render what the other parts do not."""
        actions, project = self._window.actions_, self._session.document.project
        actions["live"].setChecked(self._session.settings.live)
        actions["keep_trial"].setEnabled(self._session.trial is not None)
        actions["adjust_reset"].setEnabled(
            project.draft is not None and reset(project.draft) != project.draft
        )
        trial = self._session.trial
        title = None if trial is None else self._title_of_trial(trial)
        if self.variations.page.isVisible():
            self.pill.hide()
        else:
            self.pill.show_trial(title, self.live.share, trial is not None and self.variations.has_results)
        self._selection_changed()
        self._check_deleted()

    def _check_deleted(self) -> None:
        """The word on what was deleted goes when it is back."""
        ids, said = self._deleted
        if ids & {edit.id for edit in self._session.document.project.edits}:
            self._deleted = (set(), "")
            self._window.message.take_back(said)

    def _title_of_trial(self, trial: EditRecord) -> str:
        return trial.name or changes_of(self._session.document.project, trial) or tr("No change")

    def _connect_panel(self) -> None:
        panel = self._panel
        panel.selected.connect(self._select)
        panel.starred.connect(self._session.document.star_edit)
        panel.renamed.connect(self._session.document.rename_edit)
        panel.selection_changed.connect(self._selection_changed)
        panel.list.delete_wanted.connect(self._delete)
        self._adjust.adjusted.connect(self._adjusted)
        self._session.changed.connect(self._refresh)
        self._window.caption.words.applied.connect(self.variations.hide)

    def _connect_trial(self) -> None:
        self._session.jobs.changed.connect(self._refresh)
        self.variations.turned.connect(self._refresh)
        self._session.jobs.progressed.connect(self._progressed)
        self.pill.keep.clicked.connect(self._session.keep_trial)
        self.pill.close_.clicked.connect(self._put_away)
        self.pill.grid.clicked.connect(self.variations.show_grid)

    def _connect_actions(self) -> None:
        actions = self._window.actions_
        actions["run"].triggered.connect(self.variations.hide)
        for name, slot in {
            "edit_rename": self._panel.begin_renaming,
            "edit_duplicate": self._duplicate,
            "edit_star": self._star,
            "edit_delete": self._delete,
            "edit_compare": self._compare,
            "keep_trial": self._session.keep_trial,
            "variations": self.variations.begin,
            "adjust_reset": self._reset,
        }.items():
            actions[name].triggered.connect(slot)
        actions["live"].setIconText(" " + tr("Live"))
        actions["live"].toggled.connect(self._turn_live)
        actions["edits_starred"].toggled.connect(self._panel.show_starred_only)
        self._panel.add_actions(
            {name: actions[name] for name in _IN_HEAD}, tuple(actions[name] for name in _IN_MENU)
        )

    @Slot()
    def _progressed(self) -> None:
        if self.live.share is not None:
            self.pill.show_share(self.live.share)

    @Slot()
    def _selection_changed(self) -> None:
        self._window.actions_["edit_compare"].setEnabled(len(self._panel.selected_ids) == 2)

    @Slot(object)
    def _select(self, edit_id: str | None) -> None:
        self.variations.hide()
        self._session.set_trial(None)
        self._session.select_edit(edit_id)

    @Slot(object)
    def _adjusted(self, parameters: EditParameters) -> None:
        self._session.document.set_draft(parameters)

    @Slot(bool)
    def _turn_live(self, on: bool) -> None:
        self._session.store.update(live=on)

    @Slot()
    def _put_away(self) -> None:
        self._window.canvas.setFocus()
        self._session.set_trial(None)

    @Slot()
    def _reset(self) -> None:
        self._session.document.set_draft(reset(self._session.draft))

    @Slot()
    def _duplicate(self) -> None:
        project = self._session.document.project
        if project.edit is not None:
            name = tr("{title} (copy)").format(title=title_of(project, project.edit))
            self._session.document.duplicate_edit(project.edit.id, name)

    @Slot()
    def _star(self) -> None:
        edit = self._session.document.project.edit
        if edit is not None:
            self._session.document.star_edit(edit.id, not edit.starred)

    @Slot()
    def _delete(self) -> None:
        """The edit shown, or all that are selected together."""
        project = self._session.document.project
        selected = [edit for edit in project.edits if edit.id in self._panel.selected_ids]
        gone = selected if len(selected) > 1 else [project.edit] if project.edit is not None else []
        if gone:
            self._session.document.delete_edits(edit.id for edit in gone)
            said = tr("“{title}” is deleted; undo brings it back.").format(title=title_of(project, gone[0]))
            if len(gone) > 1:
                said = tr("{count} edits are deleted; undo brings them back.").format(count=len(gone))
            self._window.message.show_notice(said)
            self._deleted = ({edit.id for edit in gone}, said)

    @Slot()
    def _compare(self) -> None:
        selected = self._panel.selected_ids
        if len(selected) == 2:
            self.variations.hide()
            self._presenter.compare(*(edit_id or "" for edit_id in selected))
