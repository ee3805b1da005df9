"""The sample photos that ship with the app."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nti_desktop.document.fields import Fields, MalformedError, parse_json_list
from nti_desktop.document.photo import plain_name
from nti_desktop.errors import PhotoError
from nti_desktop.resources import resource_path

_LIST = "photos/samples.json"


@dataclass(frozen=True)
class Sample:
    """A photo to begin with.

    Attributes:
        caption: describes it.
        edit_caption: an edit worth seeing first.
    """

    path: Path
    caption: str
    edit_caption: str


def samples() -> tuple[Sample, ...]:
    """The sample photos in the order of `resources/photos/samples.json`.

    That file holds `[{"file", "caption", "edit_caption", …}, …]`, the best to begin with first.

    Raises:
        PhotoError: the installation is damaged.
    """
    listed = resource_path(_LIST)
    try:
        entries = parse_json_list(listed.read_bytes(), listed.name)
        return tuple(_sample(entry, listed.parent) for entry in entries)
    except (OSError, MalformedError) as error:
        raise PhotoError("The sample photos are missing or damaged; install NTI Desktop again.") from error


def _sample(entry: Fields, folder: Path) -> Sample:
    path = folder / plain_name(entry.text("file", 255))
    return Sample(path, entry.text("caption"), entry.text("edit_caption"))
