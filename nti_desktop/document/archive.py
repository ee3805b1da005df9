"""The ZIP layer of a project file: which members there may be, how large, and their checksums.

Member names are compared with what the format allows and never used as a path.
"""

from __future__ import annotations

import os
import re
import struct
import zipfile
from collections.abc import Mapping
from typing import BinaryIO

from nti_desktop.document.fields import MalformedError
from nti_desktop.document.stored import HeldFile, StoredMember, sha256

MIMETYPE = b"application/x-nti-project"
ID = r"[0-9a-z]{1,32}"

MAX_MEMBERS = 4096
MAX_TOTAL_BYTES = 4 * 2**30 - 2**16
MAX_RATIO = 20  # of members that we store as they are
MAX_JSON_RATIO = 200
_RATIO_COUNTS_FROM = 2**20
_END_RECORD = struct.Struct("<4s4H2LH")
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_ZIP64_LOCATOR_BYTES = 20

# What a member may be called, and how large it may be.
_ALLOWED: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"mimetype"), 64),
    (re.compile(r"manifest\.json|edits\.json"), 16 * 2**20),
    (re.compile(r"photo"), 512 * 2**20),
    (re.compile(rf"(inversions|partial)/{ID}\.safetensors"), 1024 * 2**20),
    (re.compile(rf"results/{ID}(\.(mask|own|added|subtracted))?\.png"), 64 * 2**20),
    (re.compile(r"thumbnail\.png"), 4 * 2**20),
)


def write_archive(file: BinaryIO, members: Mapping[str, bytes]) -> None:
    """Write members in order, `mimetype` first; JSON is deflated, everything else is stored as it is."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=False) as archive:
        archive.writestr(_entry("mimetype"), MIMETYPE)
        for name, data in members.items():
            kind = zipfile.ZIP_DEFLATED if name.endswith(".json") else zipfile.ZIP_STORED
            archive.writestr(_entry(name), data, compress_type=kind)


def _entry(name: str) -> zipfile.ZipInfo:
    """An entry without this machine's time and permissions, so that equal projects are equal files."""
    info = zipfile.ZipInfo(name)
    info.external_attr = 0o644 << 16
    return info


class Archive:
    """An open project file whose directory has been checked; members are read one at a time.

    Raises:
        MalformedError: on opening or reading, where the file is not as the format says.
    """

    def __init__(self, file: BinaryIO, *, held: HeldFile | None = None) -> None:
        """Check the directory.

        Args:
            held: the same file, where members may be read later than now.
        """
        total = _check_end_record(file)
        try:
            self._zip = zipfile.ZipFile(file)
        except UnicodeError as error:
            raise MalformedError("a member has a name that cannot be read") from error
        self._held = held
        infos = self._zip.infolist()
        self._infos = {info.filename: info for info in infos}
        if len(self._infos) != len(infos):
            raise MalformedError("a member occurs twice")
        for info in infos:
            _check_entry(info)
        if sum(info.file_size for info in infos) > min(MAX_TOTAL_BYTES, total * MAX_JSON_RATIO):
            raise MalformedError("the members are too large")
        if not infos or infos[0].filename != "mimetype" or self.read("mimetype") != MIMETYPE:
            raise MalformedError("it is another kind of file")

    @property
    def names(self) -> frozenset[str]:
        """The names of all members."""
        return frozenset(self._infos)

    def read(self, name: str) -> bytes:
        """The bytes of a member."""
        info = self._infos.get(name)
        if info is None:
            raise MalformedError("{name} is missing", name=name)
        with self._zip.open(info) as member:
            data = member.read(info.file_size + 1)
        if len(data) != info.file_size:
            raise MalformedError("{name} has another size than it says", name=name)
        return data

    def read_checked(self, name: str, checksum: str, size: int) -> bytes:
        """The bytes of a member, after comparing their checksum and number."""
        data = self.read(name)
        if len(data) != size or sha256(data) != checksum:
            raise MalformedError("the checksum of {name} is wrong", name=name)
        return data

    def stored(self, name: str, checksum: str, size: int) -> StoredMember | None:
        """A member that is to be read later; None where it has to be unpacked, or the file is not held."""
        info = self._infos.get(name)
        if self._held is None or info is None or info.compress_type != zipfile.ZIP_STORED:
            return None
        if not info.file_size == info.compress_size == size:
            raise MalformedError("{name} has another size than it says", name=name)
        self._zip.open(info).close()  # looks at the member's own header
        begin = info.header_offset + _LOCAL_HEADER.size
        header = _LOCAL_HEADER.unpack(self._held.read(info.header_offset, begin))
        return StoredMember(self._held, name, begin + sum(header[-2:]), size, checksum)


def _check_end_record(file: BinaryIO) -> int:
    """Bound the directory before it is read; returns the size of the file."""
    total = file.seek(0, os.SEEK_END)
    if total < _END_RECORD.size or total > MAX_TOTAL_BYTES:
        raise MalformedError("it is incomplete, or too large")
    start = max(0, total - _END_RECORD.size - _ZIP64_LOCATOR_BYTES)
    file.seek(start)
    tail = file.read()
    record = _END_RECORD.unpack(tail[-_END_RECORD.size :])
    signature, disk, first_disk, here, entries, size, offset, comment = record
    plain = signature == b"PK\5\6" and comment == 0 and disk == first_disk == 0 and here == entries
    if not plain or tail.startswith(b"PK\6\7"):
        raise MalformedError("its end is missing")
    if entries > MAX_MEMBERS or offset + size + _END_RECORD.size != total:
        raise MalformedError("its directory is damaged")
    file.seek(0)
    return total


def check_member(name: str, size: int) -> None:
    """Compare a member's name and number of bytes with what the format allows.

    Raises:
        MalformedError: there is no such member, or it is too large.
    """
    limit = next((limit for pattern, limit in _ALLOWED if pattern.fullmatch(name)), None)
    if limit is None:
        raise MalformedError("it has a member that does not belong there")
    if size > limit:
        raise MalformedError("{name} is too large", name=name)


def _check_entry(info: zipfile.ZipInfo) -> None:
    check_member(info.filename, info.file_size)
    if info.flag_bits & 0x1 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise MalformedError("{name} is packed in another way", name=info.filename)
    ratio = MAX_JSON_RATIO if info.filename.endswith(".json") else MAX_RATIO
    if info.file_size > max(_RATIO_COUNTS_FROM, info.compress_size * ratio):
        raise MalformedError("{name} is packed too tightly", name=info.filename)
