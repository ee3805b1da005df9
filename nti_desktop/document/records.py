"""`manifest.json` of a project file, as a value and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from nti_desktop import __version__
from nti_desktop.document.crop import Crop
from nti_desktop.document.fields import Fields, MalformedError, dumped, unique
from nti_desktop.document.state import Project
from nti_desktop.document.stored import sha256

FORMAT_VERSION = 2
_MAX_SIDE = 100_000


@dataclass(frozen=True)
class Member:
    """What the manifest says of another member: its checksum and size in bytes."""

    checksum: str
    size: int


def member_of(data: bytes) -> Member:
    """What the manifest says of a member with those bytes."""
    return Member(sha256(data), len(data))


@dataclass(frozen=True)
class Manifest:
    """The manifest.

    Attributes:
        members: all members but `mimetype` and the manifest itself.
        inversions, paused_inversions: ids, oldest first.
    """

    members: Mapping[str, Member]
    photo_name: str
    inversions: tuple[str, ...]
    caption: str
    crop: Crop | None
    model: str
    active_inversion: str | None
    current_edit: str | None
    paused_inversions: tuple[str, ...]


def manifest_json(project: Project, photo_name: str, media_type: str, members: Mapping[str, Member]) -> bytes:
    """The manifest of a project whose other members are `members`."""
    inversion = project.inversions[-1].inversion if project.inversions else None
    paused = [found.id for found in project.paused_inversions]
    manifest = {
        "format": "nti-project",
        "format_version": FORMAT_VERSION,
        "app_version": __version__,
        "photo": {"name": photo_name, "media_type": media_type},
        "caption": project.caption,
        "crop": None if project.crop is None else asdict(project.crop),
        "model": {
            "location": project.model,
            "name": None if inversion is None else inversion.model.name,
            "fingerprint": None if inversion is None else inversion.model.fingerprint,
        },
        "inversions": [record.id for record in project.inversions],
        "active_inversion": project.active_inversion,
        "current_edit": project.current_edit,
        "paused": paused[-1] if paused else None,  # older readers know of one
        "also_paused": paused[:-1],
        "members": {name: {"sha256": found.checksum, "size": found.size} for name, found in members.items()},
    }
    return dumped(manifest)


def read_version(fields: Fields) -> int:
    """The format version, of whatever age.

    Raises:
        MalformedError: it is no manifest of a project.
    """
    fields.one_of("format", ("nti-project",))
    return fields.integer("format_version", 1, 10**6)


def read_manifest(fields: Fields) -> Manifest:
    """Read a manifest of the present version.

    Raises:
        MalformedError: it is not as the format says.
    """
    members = {
        name: Member(member.text("sha256", 64), member.integer("size", 0, 2**40))
        for name, member in fields.nested("members").items()
    }
    return Manifest(
        members=members,
        photo_name=fields.nested("photo").text("name", 255),
        inversions=unique(fields.texts("inversions"), "inversions"),
        caption=fields.text("caption"),
        crop=_read_crop(fields.nested("crop")) if fields.has("crop") else None,
        model=_read_location(fields.nested("model").text("location", 4096)),
        active_inversion=fields.optional_text("active_inversion", 32),
        current_edit=fields.optional_text("current_edit", 32),
        paused_inversions=_read_paused(fields),
    )


def _read_paused(fields: Fields) -> tuple[str, ...]:
    last = fields.optional_text("paused", 32)
    others = fields.over({"also_paused": []}).texts("also_paused")
    return unique(others if last is None else (*others, last), "paused inversions")


def _read_crop(fields: Fields) -> Crop:
    return Crop(
        fields.integer("x", 0, _MAX_SIDE),
        fields.integer("y", 0, _MAX_SIDE),
        fields.integer("width", 1, _MAX_SIDE),
        fields.integer("height", 1, _MAX_SIDE),
    )


def _read_location(location: str) -> str:
    """Where the model was; a place on another machine is refused, since looking there would call it."""
    slashed = location.replace("\\", "/")
    remote = slashed.startswith("//") or "://" in slashed
    if remote or "\0" in location:
        raise MalformedError("the model's location is not on this machine")
    return location
