"""A line of the history, and the words that stand in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from weakref import ref

from nti_desktop.document.state import EditRecord, Project
from nti_desktop.ui.caption.wording import describe_changes
from nti_desktop.ui.edits.adjustments import differences
from nti_desktop.ui.look.i18n import tr


@dataclass(frozen=True)
class Row:
    """A line of the list; `edit_id` None is the photo itself.

    Attributes:
        name: the edit's own, "" for none; the title is made of the changes then.
        details: what differs from the defaults.
    """

    edit_id: str | None
    title: str
    subtitle: str
    details: str = ""
    name: str = ""
    starred: bool = False

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """What is written in it, the title first."""
        return tuple(line for line in (self.title, self.subtitle, self.details) if line)


@dataclass(frozen=True)
class Seen:
    """A row as it is drawn: `thumbnail` is the `QImage.cacheKey` of its picture, 0 until that is made."""

    row: Row
    shown: bool
    thumbnail: int


def title_of(project: Project, edit: EditRecord) -> str:
    """What an edit is called: its name, or what it changes."""
    return edit.name or changes_of(project, edit) or tr("No change")


def changes_of(project: Project, edit: EditRecord) -> str:
    """What an edit changes, in a few words; "" for nothing."""
    inversion = project.inversion_of(edit.inversion_id)
    return describe_changes(inversion.caption if inversion is not None else "", edit.parameters)


def row_of(project: Project, edit: EditRecord) -> Row:
    """The line of an edit, made once; for many that takes so long that they are made where a project is read,
    in a thread."""
    found = _rows.get(id(edit))
    if found is not None and found[0]() is edit:
        return found[1]
    made = _make_row(project, edit)
    key = id(edit)
    _rows[key] = ref(edit, lambda _gone: _rows.pop(key, None)), made
    return made


# By identity: to compare records takes longer than to look one up may.
_rows: dict[int, tuple[ref[EditRecord], Row]] = {}


def _make_row(project: Project, edit: EditRecord) -> Row:
    details = list(differences(edit.parameters))
    if edit.masks is not None:
        details.append(tr("own mask"))
    if edit.stacked:
        details.append(tr("{count} edits on top").format(count=len(edit.stacked)))
    if edit.name and (changes := changes_of(project, edit)):
        details.insert(0, changes)
    title = title_of(project, edit)
    return Row(edit.id, title, edit.caption, ", ".join(details), edit.name, edit.starred)


def spoken(row: Row) -> str:
    parts = [row.title, row.subtitle, row.details, tr("starred") if row.starred else ""]
    return ", ".join(part for part in parts if part)


def tip(row: Row) -> str:
    return "\n".join(row.lines)
