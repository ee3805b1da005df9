"""Members that stay in their file until they are wanted.

The file is held open: renamed, deleted or replaced by a newer one, it still gives what it held. Written over
in place, it does not, and the checksum says so. On Windows nobody could replace a file that is held open;
there, all is read at once.
"""

from __future__ import annotations

import hashlib
import os
import weakref
from dataclasses import dataclass
from typing import BinaryIO

from nti_desktop.document.fields import MalformedError
from nti_desktop.errors import reason_of

CAN_HOLD = hasattr(os, "pread")


def sha256(data: bytes) -> str:
    """The checksum of a member, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


class HeldFile:
    """A file that is open as long as anyone refers to this."""

    def __init__(self, file: BinaryIO) -> None:
        """Hold a file that the caller may close.

        Raises:
            OSError: it is none that the system knows, or too many are open.
        """
        self._descriptor = os.dup(file.fileno())
        weakref.finalize(self, os.close, self._descriptor)

    def read(self, begin: int, end: int) -> bytes:
        """The bytes from one place to another; fewer where the file ends before.

        Raises:
            OSError: the disk does not give them.
        """
        pieces = []
        while begin < end and (piece := os.pread(self._descriptor, end - begin, begin)):
            pieces.append(piece)
            begin += len(piece)
        return b"".join(pieces)


@dataclass(frozen=True, eq=False)
class StoredMember:
    """A member that was not read yet.

    Attributes:
        name: of the member, for messages.
        begin: where its bytes begin in the file.
        checksum: that they must have.
    """

    file: HeldFile
    name: str
    begin: int
    size: int
    checksum: str

    def part(self, begin: int, end: int) -> bytes:
        """Some of its bytes, with no checksum compared.

        Raises:
            MalformedError: they cannot be read.
        """
        try:
            return self.file.read(self.begin + begin, self.begin + min(end, self.size))
        except OSError as error:
            raise MalformedError(
                "{name} cannot be read: {reason}", name=self.name, reason=reason_of(error)
            ) from error

    def read(self) -> bytes:
        """All of its bytes.

        Raises:
            MalformedError: they cannot be read, or are others than they were.
        """
        data = self.part(0, self.size)
        if len(data) != self.size or sha256(data) != self.checksum:
            raise MalformedError("the checksum of {name} is wrong", name=self.name)
        return data
