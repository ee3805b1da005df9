"""What came of a fault, and the projects it is tried on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from nti_desktop.document.container import check_all
from nti_desktop.document.document import Document
from nti_desktop.document.photo import default_crop, photo_from_bytes
from nti_desktop.document.state import Project
from tests.document.conftest import EDIT, encoded, make_inversion, make_result, noise_image


@dataclass
class Outcome:
    """A row of the table.

    Attributes:
        fault, how: what went wrong, and how it was made to.
        times: it was put in.
        lost: projects that could not be opened afterwards, or were neither the old nor the new one.
        hung: what did not come back in time.
        stuck: times that what came next did not work.
        note: what else was seen.
    """

    fault: str
    how: str
    times: int = 0
    lost: int = 0
    hung: int = 0
    stuck: int = 0
    note: str = ""

    @property
    def is_good(self) -> bool:
        """Whether nothing was lost."""
        return self.times > 0 and self.lost == self.hung == self.stuck == 0


def small_project() -> Project:
    """A project with a photo, an inversion and an edit, some 40 kB."""
    document = Document()
    document.open_photo(photo_from_bytes(encoded(noise_image(), "JPEG"), "mug.jpg"), "a red mug")
    document.set_crop(default_crop((80, 60), (32, 32)))
    document.add_inversion(make_inversion())
    document.add_edit(EDIT, make_result(1))
    return document.project


def numbered(project: Project, number: int) -> Project:
    """The same project, told from others by its caption and its edit."""
    record = replace(project.edits[0], id=f"e{number}", result=make_result(number, mask=False))
    return replace(project, caption=f"state {number}", edits=(record,), current_edit=record.id)


def number_of(project: Project) -> int:
    """Which of the numbered projects this is, with all that belongs to it.

    Raises:
        ValueError: none of them.
        ProjectError: what was left in its file is damaged.
    """
    check_all(project)
    number = int(project.caption.removeprefix("state "))
    wanted = make_result(number, mask=False).image
    (edit,) = project.edits
    if edit.id != f"e{number}" or edit.result.image.tobytes() != wanted.tobytes() or not project.inversions:
        raise ValueError(f"parts of different states: {project.caption}, {edit.id}")
    return number


def leftovers(folder: Path) -> int:
    """Temporary files that killed processes left."""
    return len(list(folder.rglob(".nti-*.tmp")))
