"""The edits of a document: the draft, its masks, and the history of what was sampled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from nti_desktop.document.changes import (
    draft_kind,
    going_on_beside,
    going_on_from_edit,
    masks_fit,
    new_id,
    with_edit_after,
    with_edit_changed,
)
from nti_desktop.document.edit_records import MOST_NAME
from nti_desktop.document.observed import ObservedProject
from nti_desktop.document.pictures import storable_mask
from nti_desktop.document.state import EditMasks, EditRecord
from nti_desktop.engine.requests import EditParameters
from nti_desktop.engine.results import EditResult
from nti_desktop.errors import ProjectError


class EditedProject(ObservedProject):
    """Puts edits together and keeps those that were made."""

    def set_draft(self, parameters: EditParameters | None) -> None:
        """Take over the edit being put together; changes of the same part of it in quick succession undo as
        one."""
        before = self.project.draft or EditParameters(self.project.caption)
        self._change(replace(self.project, draft=parameters), draft_kind(before, parameters))

    def go_on_with(self, parameters: EditParameters | None, masks: EditMasks | None) -> None:
        """Take over another draft with its masks, such as one that was tried; one step of the history."""
        self._change(replace(self.project, draft=parameters, draft_masks=masks))

    def set_draft_masks(self, masks: EditMasks | None) -> None:
        """Take over the user's masks for the edit being put together; one step of the history.

        Raises:
            ProjectError: they have not the size of the picture that is edited (`Project.mask_size`).
        """
        if masks is not None and all(mask is None for mask in vars(masks).values()):
            masks = None
        if not masks_fit(masks, self.project.mask_size):
            raise ProjectError("The mask is not of the picture's size; paint it again.")
        self._change(replace(self.project, draft_masks=masks))

    def add_edit(
        self,
        parameters: EditParameters,
        result: EditResult,
        inversion_id: str | None = None,
        stacked: tuple[EditParameters, ...] = (),
        masks: EditMasks | None = None,
        *,
        keep_draft: bool = False,
        show: bool = True,
    ) -> str:
        """Keep an edit, and show it. Returns its id.

        Args:
            inversion_id: of the inversion it was made from; None takes the active one.
            stacked, masks: what else was asked for, see `EditRecord`.
            keep_draft: whether the draft stays, since it has moved on while the edit was made.
            show: False when someone looks at something else by now.

        Raises:
            ProjectError: the project does not have that inversion.
        """
        source = inversion_id or self.project.active_inversion
        if source is None or self.project.inversion_of(source) is None:
            raise ProjectError("The photo has not been inverted with this caption; invert it first.")
        kept = replace(result, blend_mask=storable_mask(result.blend_mask))
        record = EditRecord(new_id(), source, parameters, kept, _now(), stacked, masks)
        project = replace(self.project, edits=(*self.project.edits, record))
        if show and keep_draft:
            project = replace(project, current_edit=record.id)
        elif show:
            project = going_on_from_edit(project, record)
        self._change(project)
        return record.id

    def select_edit(self, edit_id: str | None) -> None:
        """Show an edit, and go on from its parameters and inversion; None shows the reconstruction.

        Raises:
            ProjectError: there is no such edit.
        """
        if edit_id is None:
            self._change(replace(self.project, current_edit=None), "select")
            return
        self._change(going_on_from_edit(self.project, self._edit(edit_id)), "select")

    def duplicate_edit(self, edit_id: str, name: str = "") -> str:
        """Put a copy of an edit behind it, and show the copy. Returns its id.

        Raises:
            ProjectError: there is no such edit.
        """
        copy = replace(self._edit(edit_id), id=new_id(), created=_now(), name=name[:MOST_NAME], starred=False)
        project = with_edit_after(self.project, copy, edit_id)
        self._change(going_on_from_edit(project, copy))
        return copy.id

    def rename_edit(self, edit_id: str, name: str) -> None:
        """Call an edit by a name; "" takes the name away.

        Raises:
            ProjectError: there is no such edit.
        """
        self._edit(edit_id)
        name = " ".join(name.split())[:MOST_NAME]
        self._change(with_edit_changed(self.project, edit_id, name=name))

    def star_edit(self, edit_id: str, starred: bool) -> None:
        """Mark an edit, or take the mark away.

        Raises:
            ProjectError: there is no such edit.
        """
        self._edit(edit_id)
        self._change(with_edit_changed(self.project, edit_id, starred=starred))

    def delete_edit(self, edit_id: str) -> None:
        """Drop an edit from the project.

        Raises:
            ProjectError: there is no such edit.
        """
        self.delete_edits((edit_id,))

    def delete_edits(self, edit_ids: Iterable[str]) -> None:
        """Drop several edits at once, as one step of the history. Where the one shown goes, its neighbour is
        shown, or with no edit left the reconstruction.

        Raises:
            ProjectError: there is no such edit; all stay.
        """
        gone = {self._edit(edit_id).id for edit_id in edit_ids}
        edits = tuple(e for e in self.project.edits if e.id not in gone)
        left = replace(self.project, edits=edits)
        if self.project.current_edit in gone:
            left = going_on_beside(self.project, left)
        self._change(left)

    def show_original(self) -> None:
        """Show the reconstruction, with no change of its words; one step of the history."""
        self._change(replace(self.project, current_edit=None, draft=None))

    def _edit(self, edit_id: str) -> EditRecord:
        found = next((e for e in self.project.edits if e.id == edit_id), None)
        if found is None:
            raise ProjectError("The project no longer has that edit; choose another.")
        return found


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
