"""One journal on disk: an unpacked project, whose unchanged members are not written again.

    lock            held by the window that writes here, as long as it lives
    state-N.json    what the project was at one moment: manifest, name, time; the last two are kept
    blobs/SHA256    the members that those two name, each once

A state is written after all its blobs, so that whatever moment a crash comes at, there is one that is whole.
"""

from __future__ import annotations

import contextlib
import json
import re
import shutil
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from nti_desktop.document.archive import MAX_TOTAL_BYTES, MIMETYPE, check_member
from nti_desktop.document.atomic import atomic_write, remove_leftovers
from nti_desktop.document.changes import without_inversion
from nti_desktop.document.fields import Fields, MalformedError, parse_json
from nti_desktop.document.members import Part, inversion_name, parts_of
from nti_desktop.document.photo import Photo, plain_name
from nti_desktop.document.reading import check_texts, read_project
from nti_desktop.document.records import Member, manifest_json, member_of, read_manifest
from nti_desktop.document.stamps import Stamp
from nti_desktop.document.state import Project
from nti_desktop.document.stored_inversion import GoneError
from nti_desktop.errors import ProjectError, UserError
from nti_desktop.upkeep.locks import Lock
from nti_desktop.upkeep.places import private_folder

_STATE_NAME = re.compile(r"state-(\d{1,18})\.json")
_CHECKSUM = re.compile(r"[0-9a-f]{64}")
_MAX_STATE_BYTES = 32 * 2**20
_WIDEST = 2**64
STATES_KEPT = 2


@dataclass(frozen=True)
class Written:
    """A state as it was read back.

    Attributes:
        name: what the project was called.
        path: the file it came from or was saved to; None without one.
        stamp: of that file then; None where it is not known.
        when: in UTC, by the clock of then.
        members: the folder's members as this state has them.
    """

    name: str
    path: Path | None
    when: datetime
    members: Unpacked
    stamp: Stamp | None = None


class JournalWriter:
    """Writes states of one project to a journal's folder, which must be locked by the caller."""

    def __init__(self, folder: Path) -> None:
        """Go on in a folder that may hold states already.

        Raises:
            OSError: it cannot be made.
        """
        self.folder = private_folder(folder)
        self._blobs = private_folder(folder / "blobs")
        remove_leftovers(self._blobs)
        self._known: dict[str, tuple[object, Member]] = {}
        self._number = max((number for number, _ in _states(folder)), default=0)

    def write(self, project: Project, name: str, path: Path | None, stamp: Stamp | None = None) -> None:
        """Keep a state; a project without a photo has nothing to keep.

        An inversion that was not read, and that its file no longer holds, is left out; what is kept then is
        a project without a file, so that the rest does not take the place of the whole.

        Raises:
            ProjectError: it cannot be written; the states before stay.
            ValueError: it holds what could not be read again.
        """
        if project.photo is None:
            return
        photo, there = project.photo, self._without_gone(project, project.photo)
        if there is not project:
            project, path, stamp = there, None, None
        parts = parts_of(project, photo)
        members = {member: self._kept(member, part) for member, part in parts.items()}
        if sum(member.size for member in members.values()) > MAX_TOTAL_BYTES:
            raise ProjectError("The project is too large to be kept against a crash; save it now and then.")
        manifest = manifest_json(project, photo.name, photo.media_type, members)
        check_texts(Unpacked(self.folder, manifest))
        self._number += 1
        state = {
            "format": "nti-journal",
            "version": 1,
            "name": plain_name(name),
            "path": _storable(path),
            "stamp": None if stamp is None else asdict(stamp),
            "when": datetime.now(UTC).isoformat(timespec="seconds"),
            "manifest": manifest.decode(),
        }
        _write(self.folder / f"state-{self._number}.json", json.dumps(state).encode())
        self._forget_old()

    def is_whole(self) -> bool:
        """Whether the folder is still there; someone may have cleared it away."""
        return self._blobs.is_dir()

    def clear(self) -> None:
        """Keep no state any more; the blobs stay for the next one.

        Raises:
            OSError: it cannot be done.
        """
        for _, path in _states(self.folder):
            path.unlink()

    def _without_gone(self, project: Project, photo: Photo) -> Project:
        """The project with those inversions only that can be written."""
        parts, left = parts_of(project, photo), project
        for record in project.inversions:
            name = inversion_name(record.id)
            try:
                self._kept(name, parts[name])
            except GoneError:
                left = without_inversion(left, record.id)
        return left

    def _kept(self, name: str, part: Part) -> Member:
        """Write a member, unless it is there: of this very object, or as the same bytes."""
        source, member = self._known.get(name, (None, None))
        if member is not None and source is part.source is not None and self._is_there(member):
            return member
        data = part.encode()
        member = member_of(data)
        if not self._is_there(member):
            _write(self._blobs / member.checksum, data)
        self._known[name] = (part.source, member)
        return member

    def _is_there(self, member: Member) -> bool:
        """Whether a blob is on disk; someone may have cleared the folder."""
        try:
            return (self._blobs / member.checksum).stat().st_size == member.size
        except OSError:
            return False

    def _forget_old(self) -> None:
        """Drop all states but the last two, and all blobs that neither of them needs."""
        kept = sorted(_states(self.folder))
        for _, path in kept[:-STATES_KEPT]:
            path.unlink(missing_ok=True)
        needed: set[str] = set()
        for _, path in kept[-STATES_KEPT:]:
            with contextlib.suppress(MalformedError, OSError):
                needed |= {member.checksum for member in _read_state(path).members.listed.values()}
        for blob in self._blobs.iterdir():
            if blob.name not in needed and _CHECKSUM.fullmatch(blob.name):
                blob.unlink(missing_ok=True)
        self._known = {name: known for name, known in self._known.items() if known[1].checksum in needed}


class Unpacked:
    """The members of a state, read from the journal's folder as from an archive."""

    def __init__(self, folder: Path, manifest: bytes) -> None:
        """Check the list of members.

        Raises:
            MalformedError: it is not as expected.
        """
        self._blobs, self._manifest = folder / "blobs", manifest
        self.listed = read_manifest(parse_json(manifest, "manifest.json")).members
        for name, member in self.listed.items():
            check_member(name, member.size)
            if not _CHECKSUM.fullmatch(member.checksum):
                raise MalformedError("the checksum of {name} is none", name=name)

    @property
    def names(self) -> frozenset[str]:
        """The names of all members."""
        return frozenset({"mimetype", "manifest.json", *self.listed})

    def read(self, name: str) -> bytes:
        """The bytes of a member."""
        if name in ("mimetype", "manifest.json"):
            return MIMETYPE if name == "mimetype" else self._manifest
        if name not in self.listed:
            raise MalformedError("{name} is missing", name=name)
        member = self.listed[name]
        try:
            return _read(self._blobs / member.checksum, member.size)
        except OSError as error:
            raise MalformedError("{name} cannot be read", name=name) from error

    def read_checked(self, name: str, checksum: str, size: int) -> bytes:
        """The bytes of a member, after comparing their checksum and number."""
        data = self.read(name)
        if member_of(data) != Member(checksum, size):
            raise MalformedError("the checksum of {name} is wrong", name=name)
        return data

    def stored(self, _name: str, _checksum: str, _size: int) -> None:
        """None: what is not needed any more goes from this folder, so that all is read at once."""


def read_states(folder: Path) -> list[Written]:
    """The states in a folder that can be made out, latest first; their members are not looked at yet."""
    found = []
    for _, path in sorted(_states(folder), reverse=True):
        with contextlib.suppress(MalformedError, OSError, ValueError, OverflowError):
            found.append(_read_state(path))
    return found


def read_journal(folder: Path) -> tuple[Project, Written]:
    """The latest project in a folder that is whole.

    Raises:
        MalformedError, PhotoError, ProjectError: there is none.
    """
    states = read_states(folder)
    for written in states[:-1]:
        with contextlib.suppress(MalformedError, UserError):
            return read_project(written.members, written.name), written
    if not states:
        raise MalformedError("nothing is left of it")
    return read_project(states[-1].members, states[-1].name), states[-1]


def remove_journal(folder: Path, lock: Lock) -> None:
    """Remove a folder with all that is in it, as far as that goes, and let go of its lock."""
    for _, path in _states(folder):  # first, so that what is half removed is not offered
        with contextlib.suppress(OSError):
            path.unlink()
    shutil.rmtree(folder, ignore_errors=True)
    lock.release()
    with contextlib.suppress(OSError):  # where the open lock kept it from going
        folder.rmdir()


def _states(folder: Path) -> list[tuple[int, Path]]:
    """The numbered states in a folder, in no order."""
    try:
        found = [(_STATE_NAME.fullmatch(path.name), path) for path in folder.iterdir()]
    except OSError:
        return []
    return [(int(match[1]), path) for match, path in found if match]


def _read_state(path: Path) -> Written:
    fields: Fields = parse_json(_read(path, _MAX_STATE_BYTES), path.name)
    fields.one_of("format", ("nti-journal",))
    fields.integer("version", 1, 1)
    file = fields.optional_text("path", 4096)
    when = datetime.fromisoformat(fields.text("when", 64)).astimezone(UTC)
    manifest = fields.text("manifest", _MAX_STATE_BYTES).encode()
    members = Unpacked(path.parent, manifest)
    stamp = _read_stamp(fields.nested("stamp")) if fields.has("stamp") else None
    return Written(fields.text("name", 255), None if file is None else Path(file), when, members, stamp)


def _read_stamp(fields: Fields) -> Stamp:
    modified, size, inode = (
        fields.integer(key, -_WIDEST, _WIDEST) for key in ("modified_ns", "size", "inode")
    )
    return Stamp(modified, size, inode)


def _storable(path: Path | None) -> str | None:
    """A path as JSON can hold it; None where its name is not made of characters."""
    with contextlib.suppress(UnicodeEncodeError):
        return None if path is None else str(path).encode().decode()
    return None


def _read(path: Path, limit: int) -> bytes:
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise MalformedError("{name} is too large", name=path.name)
    return data


def _write(path: Path, data: bytes) -> None:
    atomic_write(path, lambda file: file.write(data), private=True)
